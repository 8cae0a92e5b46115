import type { FieldRecordContent } from '@yuheng/shared/contract/fieldwork-papers';
import { proposedDocuments } from '@yuheng/shared/domain/evaluating/document-checklist';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { ASSISTANTS_METHOD } from '@yuheng/shared/domain/scoring/assistants-method';
import type { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import type { DocumentRequestEntity } from '../fieldwork/document-request.entity';
import type { FieldRecordEntity } from '../fieldwork/field-record.entity';
import type { FieldRecordVersionEntity } from '../fieldwork/field-record-version.entity';
import type { FieldSignatureEntity } from '../fieldwork/field-signature.entity';
import type { SurveyEntity } from '../fieldwork/survey.entity';
import { nameBasedUuid } from './name-based-uuid';

/** Rows of the fieldwork of the round that is under way. */
export interface DemonstrationFieldwork {
  readonly documents: readonly DocumentRequestEntity[];
  readonly records: readonly FieldRecordEntity[];
  readonly versions: readonly FieldRecordVersionEntity[];
  readonly signatures: readonly FieldSignatureEntity[];
  readonly surveys: readonly SurveyEntity[];
}

interface Key {
  readonly cityId: string;
  readonly roundId: string;
  readonly countyId: string;
}

const TEAM = ['evaluator-1', 'evaluator-2'];
const VISITED_ON = isoDate('2026-03-12');
const VISITED_AT = new Date('2026-03-12T09:00:00Z');

/** How many of the documents were handed in before the visit. */
const RECEIVED: Readonly<Record<string, number>> = { hongta: 9, jiangchuan: 4 };

const common = (place: string) => ({ on: VISITED_ON, place, evaluators: TEAM });

const RECORDS: Readonly<Record<string, readonly FieldRecordContent[]>> = {
  hongta: [
    {
      ...{ kind: 'visit', ...common('县级司法行政机关会议室'), met: ['社区矫正工作负责人', '财务人员'] },
      notes: '查阅2025年度工资发放表和银行代发回单，抽看劳动合同6份，均与系统登记一致。（演示数据）',
    },
    {
      ...{ kind: 'interview', ...common('司法所办公室'), function: '司法所工作人员' },
      questions: [
        { question: '协勤人员主要承担哪些工作？', answer: '协助走访、整理档案、组织教育学习。（演示数据）' },
        { question: '工资是否按时发放？', answer: '2025年各月均按时发放。（演示数据）' },
      ],
    },
    {
      ...{ kind: 'slip', ...common('县级司法行政机关会议室'), indicator: 'wageTimeliness' },
      ...{ provider: '县级司法行政机关', subject: '2025年工资发放时间' },
      facts: '2025年各月协勤人员工资均由银行代发，发放日期与工资发放表一致。（演示数据）',
      attachments: ['银行代发回单12页', '工资发放表12页'],
    },
  ],
  jiangchuan: [
    {
      ...{ kind: 'visit', ...common('县级司法行政机关会议室'), met: ['社区矫正工作负责人'] },
      notes: '查阅花名册和劳动合同；银行代发回单待补充提供。（演示数据）',
    },
  ],
};

/** Valid and satisfied of a survey on paper; the second has too few for a rate. */
const SURVEYS: Readonly<
  Record<string, readonly [issued: number, returned: number, valid: number, satisfied: number]>
> = {
  hongta: [40, 38, 36, 33],
  jiangchuan: [30, 28, 27, 25],
};

/**
 * What the evaluators of the finance re-check found in two counties: neutral and invented. No photograph and no answer on
 * line: a picture would have to be one of somewhere, and links are given out by people.
 */
export function demonstrationFieldwork(rounds: readonly EvaluationRoundEntity[]): DemonstrationFieldwork {
  const keys = rounds
    .filter(({ kind }) => kind === 'financeEvaluation')
    .flatMap(({ cityId, roundId }) =>
      ['hongta', 'jiangchuan'].map((countyId): Key => ({ cityId, roundId, countyId })),
    );
  const records = keys.flatMap(recordsOf);
  return {
    documents: keys.flatMap(documentsOf),
    records,
    versions: records.map(({ content, version, ...row }) => ({
      ...keyOf(row),
      ...{ version, content, by: 'evaluator-1', at: VISITED_AT },
    })),
    signatures: records.flatMap(({ version, ...row }) =>
      TEAM.map((username) => ({ ...keyOf(row), version, username, signedAt: VISITED_AT })),
    ),
    surveys: keys.flatMap(surveysOf),
  };
}

const keyOf = ({ cityId, roundId, countyId, recordId }: Key & { readonly recordId: string }) => ({
  ...{ cityId, roundId, countyId, recordId },
});

const idOf = ({ roundId, countyId }: Key, name: string): string =>
  nameBasedUuid(`fieldwork/${roundId}/${countyId}/${name}`);

const documentsOf = (key: Key): DocumentRequestEntity[] =>
  proposedDocuments(ASSISTANTS_METHOD).map(({ indicator, title }, index) => {
    const isReceived = index < (RECEIVED[key.countyId] ?? 0);
    return {
      ...{
        ...key,
        documentId: idOf(key, `document/${index}`),
        position: index + 1,
        indicatorId: indicator,
        title,
        dueOn: '2026-03-24',
      },
      ...{ state: isReceived ? 'received' : 'asked', note: isReceived ? '现场查阅原件' : null, evidence: [] },
      ...{
        version: 1,
        settledBy: isReceived ? 'evaluator-1' : null,
        settledOn: isReceived ? VISITED_ON : null,
      },
      ...{ askedBy: 'lead-evaluator', askedAt: new Date('2026-03-05T02:00:00Z') },
    };
  });

const recordsOf = (key: Key): FieldRecordEntity[] =>
  (RECORDS[key.countyId] ?? []).map((content) => ({
    ...{ ...key, recordId: idOf(key, content.kind), kind: content.kind, number: 1, content, version: 1 },
    ...{ lockedOn: VISITED_ON, createdBy: 'evaluator-1' },
  }));

const surveysOf = (key: Key): SurveyEntity[] => {
  const [issued = 0, returned = 0, valid = 0, satisfied = 0] = SURVEYS[key.countyId] ?? [];
  return [
    {
      ...{ ...key, surveyId: idOf(key, 'survey'), kind: 'paper', indicatorId: 'satisfaction' },
      ...{ title: '2025年度协勤工作满意度问卷（演示数据）', audience: '司法所工作人员', questions: [] },
      ...{ closesOn: VISITED_ON, issued, returned, valid, satisfied },
      ...{ evidence: [{ source: '问卷原件，一册' }], createdBy: 'evaluator-1' },
    },
  ];
};
