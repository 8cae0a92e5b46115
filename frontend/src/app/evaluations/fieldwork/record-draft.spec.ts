import type { FieldRecordContent } from '@yuheng/shared/contract/fieldwork-papers';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { contentOf, draftOf, emptyDraft } from './record-draft';

const COMMON = { on: isoDate('2026-03-18'), place: '会议室', evaluators: ['evaluator-1', 'evaluator-2'] };
const RECORDS: readonly FieldRecordContent[] = [
  { kind: 'visit', ...COMMON, met: ['科室负责人', '财务人员'], notes: '查阅了原件。' },
  { kind: 'interview', ...COMMON, function: '司法所工作人员', questions: [{ question: '问', answer: '答' }] },
  {
    ...{
      kind: 'slip',
      ...COMMON,
      indicator: 'satisfaction',
      provider: '司法局',
      subject: '事项',
      facts: '事实',
    },
    attachments: ['回单1页', '名册2页'],
  },
];

describe('the form of a record', () => {
  it.each(RECORDS.map((one) => [one.kind, one] as const))(
    '%s gives back what it was filled with',
    (kind, record) => {
      expect(contentOf(kind, draftOf(record))).toEqual(record);
    },
  );

  it('takes lists line by line, without empty lines', () => {
    const draft = draftOf(RECORDS[0] as FieldRecordContent);
    const met = ' 科室负责人 \n\n财务人员\n';
    expect(contentOf('visit', { ...draft, fields: { ...draft.fields, met } })).toEqual(RECORDS[0]);
  });

  it.each(['on', 'place', 'met', 'notes'])('of a visit is not sent without %s', (name) => {
    const draft = draftOf(RECORDS[0] as FieldRecordContent);
    expect(contentOf('visit', { ...draft, fields: { ...draft.fields, [name]: ' ' } })).toBeNull();
  });

  it('is not sent without anybody who was there, nor with a question that has no answer', () => {
    const interview = draftOf(RECORDS[1] as FieldRecordContent);
    expect(contentOf('interview', { ...interview, evaluators: [] })).toBeNull();
    expect(contentOf('interview', { ...interview, questions: [{ question: '问', answer: '' }] })).toBeNull();
    expect(contentOf('interview', { ...interview, questions: emptyDraft().questions })).toBeNull();
  });

  it('of a slip may name no indicator and no attachment', () => {
    const slip = draftOf(RECORDS[2] as FieldRecordContent);
    const content = contentOf('slip', {
      ...slip,
      fields: { ...slip.fields, indicator: '', attachments: '' },
    });
    expect(content).toMatchObject({ attachments: [] });
    expect(content).not.toHaveProperty('indicator');
  });
});
