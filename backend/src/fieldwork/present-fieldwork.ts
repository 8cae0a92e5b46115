import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import type { Evidence } from '@yuheng/shared/contract/evidence';
import type {
  FieldPhoto,
  FieldRecordContent,
  FieldRecordEntry,
  FieldSample,
  FieldSurvey,
  RequestedDocument,
} from '@yuheng/shared/contract/fieldwork-papers';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import {
  CHOICES,
  isSatisfied,
  LEAST_VALID_ANSWERS,
  OVERALL_QUESTION,
  surveyResult,
  surveySentence,
} from '@yuheng/shared/domain/evaluating/survey-result';
import type { DocumentRequestEntity } from './document-request.entity';
import type { FieldFileRow } from './field-files.repository';
import type { FieldRecordEntity } from './field-record.entity';
import type { SignatureRow } from './field-records.repository';
import type { FieldSampleEntity } from './field-sample.entity';
import type { SurveyEntity } from './survey.entity';
import type { ChoiceRow } from './surveys.repository';

/** Names by user name; who is not known any more keeps the user name. */
export type Names = ReadonlyMap<string, string>;

const named = (names: Names, username: string): string => names.get(username) ?? username;

export const presentDocument = (row: DocumentRequestEntity, names: Names): RequestedDocument => ({
  id: row.documentId,
  version: row.version,
  indicator: row.indicatorId,
  title: row.title,
  dueOn: row.dueOn,
  state: row.state as RequestedDocument['state'],
  note: row.note,
  evidence: row.evidence as Evidence[],
  settledOn: row.settledOn,
  settledBy: row.settledBy === null ? null : named(names, row.settledBy),
});

const storedFile = (row: FieldFileRow, names: Names) => ({
  id: row.fileId,
  name: row.fileName,
  mediaType: row.mediaType,
  size: row.size,
  sha256: row.sha256,
  by: named(names, row.uploadedBy),
  at: row.uploadedAt.toISOString(),
  withdrawn:
    row.withdrawnOn === null
      ? null
      : { on: row.withdrawnOn, by: named(names, row.withdrawnBy ?? ''), reason: row.withdrawnReason ?? '' },
});

export const presentPhoto = (row: FieldFileRow, names: Names): FieldPhoto => ({
  ...storedFile(row, names),
  indicator: row.indicatorId ?? '',
  note: row.note ?? '',
  record: row.recordId,
});

/** Who reads a record, and whether anything may still be entered. */
export interface RecordReader {
  readonly username: string;
  readonly mayEnter: boolean;
}

/** What belongs to the records of a county, beside the rows themselves. */
export interface RecordParts {
  readonly signatures: readonly SignatureRow[];
  readonly files: readonly FieldFileRow[];
  readonly names: Names;
}

export function presentRecord(
  row: FieldRecordEntity,
  { signatures, files, names }: RecordParts,
  { username, mayEnter }: RecordReader,
): FieldRecordEntry {
  const content = row.content as FieldRecordContent;
  const scans = files.filter((one) => one.kind === 'scan' && one.recordId === row.recordId);
  const signed = signatures.filter((one) => one.recordId === row.recordId && one.version === row.version);
  const isOpen = mayEnter && row.lockedOn === null;
  const maySign =
    isOpen && content.evaluators.includes(username) && !signed.some((one) => one.username === username);
  return {
    id: row.recordId,
    version: row.version,
    number: row.number,
    content,
    lockedOn: row.lockedOn,
    signatures: signed.map(({ username: by, name, at }) => ({ username: by, name, at: at.toISOString() })),
    scans: scans.map((one) => storedFile(one, names)),
    acts: [
      ...(isOpen ? (['change'] as const) : []),
      ...(maySign ? (['sign'] as const) : []),
      ...(mayEnter && content.kind === 'slip' && row.lockedOn !== null ? (['scan'] as const) : []),
      ...(mayEnter && scans.some(({ withdrawnOn }) => withdrawnOn === null)
        ? (['withdrawScan'] as const)
        : []),
    ],
  };
}

interface SampleResult {
  readonly id: string;
  readonly agrees: boolean;
  readonly note: string;
}

/** 抽查 n 个，已核 m 个，不符 k 个. */
function sampleSentence(drawn: number, results: readonly SampleResult[]): Bilingual {
  const wrong = results.filter(({ agrees }) => !agrees).length;
  return bilingual(
    `抽查${drawn}个，已核对${results.length}个，不符${wrong}个。`,
    `${drawn} drawn, ${results.length} checked, ${wrong} not as recorded.`,
  );
}

export function presentSample(row: FieldSampleEntity, names: Names): FieldSample {
  const drawn = row.drawn as string[];
  const results = row.results as SampleResult[];
  return {
    id: row.sampleId,
    version: row.version,
    number: row.number,
    population: row.population as FieldSample['population'],
    seed: row.seed,
    members: row.members as FieldSample['members'],
    drawn,
    results,
    sentence: sampleSentence(drawn.length, results),
    drawnBy: named(names, row.drawnBy),
    drawnOn: row.drawnOn,
  };
}

/** How far a survey is: what came back, and of an open one nothing more. */
function countsOf(row: SurveyEntity, choices: readonly ChoiceRow[]) {
  if (row.kind === 'paper') {
    return {
      issued: row.issued,
      returned: row.returned ?? 0,
      valid: row.valid ?? 0,
      satisfied: row.satisfied ?? 0,
    };
  }
  const overall = choices.filter(({ question }) => question === OVERALL_QUESTION);
  const total = (rows: readonly ChoiceRow[]): number => rows.reduce((sum, { count }) => sum + count, 0);
  const valid = total(overall);
  const satisfied = total(overall.filter(({ choice }) => isSatisfied({ [OVERALL_QUESTION]: choice })));
  return { issued: row.issued, returned: valid, valid, satisfied };
}

const OPEN = (issued: number, returned: number, closesOn: string): Bilingual =>
  bilingual(
    `已发出${issued}个链接，收回${returned}份；${dayInWords(closesOn).zh}截止后计算结果。`,
    `${issued} links given out, ${returned} answered; the result is computed after ${closesOn}.`,
  );

export function presentSurvey(row: SurveyEntity, all: readonly ChoiceRow[], today: string): FieldSurvey {
  const choices = all.filter(({ surveyId }) => surveyId === row.surveyId);
  const isClosed = row.kind === 'paper' || row.closesOn < today;
  const counts = countsOf(row, choices);
  const result = surveyResult(counts);
  const questions = row.questions as FieldSurvey['questions'];
  const isShown = isClosed && counts.valid >= LEAST_VALID_ANSWERS;
  return {
    id: row.surveyId,
    kind: row.kind as FieldSurvey['kind'],
    indicator: row.indicatorId,
    title: row.title,
    audience: row.audience,
    questions,
    closesOn: row.closesOn,
    isClosed,
    issued: counts.issued,
    returned: counts.returned,
    valid: counts.valid,
    rate: isClosed && result.state === 'enough' ? result.rate : null,
    sentence: isClosed ? surveySentence(counts) : OPEN(counts.issued, counts.returned, row.closesOn),
    choices: isShown
      ? questions.map(({ id }) => ({
          question: id,
          counts: CHOICES.map(
            (choice) => choices.find((one) => one.question === id && one.choice === choice)?.count ?? 0,
          ),
        }))
      : [],
    evidence: row.evidence as Evidence[],
  };
}
