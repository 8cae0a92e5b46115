import { checkFieldRecord, refuseLocked, signRecord } from './field-record';

const CIRCUMSTANCES = { members: ['evaluator-1', 'evaluator-2', 'lead-evaluator'], today: '2026-03-20' };
const pointersOf = (record: Partial<Parameters<typeof checkFieldRecord>[0]>) =>
  checkFieldRecord(
    { kind: 'visit', evaluators: ['evaluator-1', 'evaluator-2'], on: '2026-03-20', ...record },
    CIRCUMSTANCES,
  ).map((one) => one.pointer);

describe('a record of fieldwork', () => {
  it('stands on two different people of the round, an interview on one', () => {
    expect(pointersOf({})).toEqual([]);
    expect(pointersOf({ evaluators: ['evaluator-1'] })).toEqual(['/evaluators']);
    expect(pointersOf({ evaluators: ['evaluator-1', 'evaluator-1'] })).toEqual(['/evaluators']);
    expect(pointersOf({ kind: 'slip', evaluators: ['evaluator-1'] })).toEqual(['/evaluators']);
    expect(pointersOf({ kind: 'interview', evaluators: ['evaluator-1'] })).toEqual([]);
  });

  it('names nobody from outside of the round', () => {
    expect(pointersOf({ evaluators: ['evaluator-1', 'evaluator-2', 'officer-1'] })).toEqual([
      '/evaluators/2',
    ]);
  });

  it('is of a day that has come', () => {
    expect(pointersOf({ on: '2026-03-21' })).toEqual(['/on']);
  });

  it('is locked once everybody whom it names has signed', () => {
    const record = { evaluators: ['evaluator-1', 'evaluator-2'], isLocked: false, signedBy: [] };
    expect(signRecord(record, 'evaluator-1')).toEqual({ ok: true, value: { locks: false } });
    expect(signRecord({ ...record, signedBy: ['evaluator-2'] }, 'evaluator-1')).toEqual({
      ok: true,
      value: { locks: true },
    });
  });

  it('is signed by nobody else, by nobody twice, and not once it is locked', () => {
    const record = { evaluators: ['evaluator-1', 'evaluator-2'], isLocked: false, signedBy: ['evaluator-1'] };
    const no = [
      signRecord(record, 'lead-evaluator'),
      signRecord(record, 'evaluator-1'),
      signRecord({ ...record, isLocked: true }, 'evaluator-2'),
    ];
    expect(no.map((one) => (one.ok ? null : one.refusals[0]?.detail.zh))).toEqual([
      '只有记录中写明的评价人员可以签名。',
      '您已签过本版记录，请等待其他评价人员签名。',
      '记录已由各方签名锁定，无需再签。',
    ]);
  });

  it('is not changed once it is locked', () => {
    expect(refuseLocked(true)).toHaveLength(1);
    expect(refuseLocked(false)).toEqual([]);
  });
});
