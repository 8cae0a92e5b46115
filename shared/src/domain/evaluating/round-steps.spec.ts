import {
  isScoring,
  lastStep,
  nextStep,
  refusalOfEntry,
  refusalOfRegistration,
  ROUND_STEPS,
  stepsOf,
  type RoundStep,
  type StepTaken,
} from './round-steps';

const TODAY = '2026-03-20';
const until = (last: RoundStep): StepTaken[] =>
  ROUND_STEPS.slice(0, ROUND_STEPS.indexOf(last) + 1).map((step, place) => ({
    step,
    takenOn: `2026-03-${String(place + 1).padStart(2, '0')}`,
    passedOver: false,
  }));
const wish = (step: RoundStep, more: { takenOn?: string; passedOver?: boolean; note?: string } = {}) => ({
  step,
  takenOn: TODAY,
  passedOver: false,
  note: null,
  ...more,
});
const told = (taken: StepTaken[], wanted: ReturnType<typeof wish>): string | undefined =>
  refusalOfEntry('departmentEvaluation', taken, wanted, TODAY)?.detail.zh;

describe('the steps of a round', () => {
  it('are taken one after the other from 委托 to 归档', () => {
    expect(nextStep('departmentEvaluation', [])).toBe('commissioned');
    expect(nextStep('departmentEvaluation', until('plan'))).toBe('notice');
    expect(nextStep('departmentEvaluation', until('archived'))).toBeNull();
    for (const step of ROUND_STEPS.slice(1)) {
      const before = ROUND_STEPS[ROUND_STEPS.indexOf(step) - 1] as RoundStep;
      expect(told(until(before), wish(step))).toBeUndefined();
    }
  });

  it('are not taken out of order: the refusal names the one that is due', () => {
    expect(told(until('plan'), wish('fieldwork'))).toBe('现在不能登记“现场”：下一步是“通知”。');
    expect(told(until('notice'), wish('plan'))).toBe('现在不能登记“方案”：下一步是“资料清单”。');
    expect(told(until('archived'), wish('plan'))).toBe('本批次已归档，不能再登记“方案”。');
  });

  it('are mended by taking the last one once more, and only the last one', () => {
    expect(told(until('notice'), wish('notice', { takenOn: '2026-03-05' }))).toBeUndefined();
    const mended = [
      ...until('notice'),
      { step: 'notice' as const, takenOn: '2026-03-05', passedOver: false },
    ];
    expect(lastStep('departmentEvaluation', mended)).toBe('notice');
  });

  it('are not dated before the step before them, nor after today', () => {
    expect(told(until('notice'), wish('documentList', { takenOn: '2026-03-02' }))).toBe(
      '办理日期2026年3月2日早于上一步“通知”的2026年3月3日，请核对。',
    );
    expect(told(until('notice'), wish('documentList', { takenOn: '2026-03-21' }))).toMatch(/在今天.*之后/);
    expect(told(until('notice'), wish('notice', { takenOn: '2026-03-01' }))).toMatch(/早于上一步“方案”/);
  });

  it('are passed over with a reason where a round may do without them, and never otherwise', () => {
    const over = { passedOver: true, note: '线上核查，不去现场' };
    expect(told(until('documentList'), wish('fieldwork', over))).toBeUndefined();
    expect(told(until('documentList'), wish('fieldwork', { passedOver: true }))).toBe(
      '略过“现场”须写明原因。',
    );
    expect(told(until('plan'), wish('notice', over))).toBe('“通知”不能略过，请登记办理日期。');
  });

  it.each(['scoring', 'replies', 'finalised'] as const)('%s is not registered by hand', (step) => {
    const before = ROUND_STEPS[ROUND_STEPS.indexOf(step) - 1] as RoundStep;
    expect(
      refusalOfRegistration('departmentEvaluation', until(before), wish(step), TODAY)?.detail.zh,
    ).toMatch(/不在此登记/);
    expect(refusalOfEntry('departmentEvaluation', until(before), wish(step), TODAY)).toBeNull();
  });

  it('let marks be given from 打分 until the draft goes out for replies', () => {
    const open = ROUND_STEPS.filter((step) => isScoring('departmentEvaluation', until(step)));
    expect(open).toEqual(['scoring', 'deliberation']);
    expect(isScoring('departmentEvaluation', [])).toBe(false);
  });

  it('of a self-evaluation are six, and no other is taken', () => {
    expect(stepsOf('selfEvaluation')).toEqual([
      'notice',
      'scoring',
      'rulings',
      'finalised',
      'published',
      'archived',
    ]);
    expect(refusalOfEntry('selfEvaluation', [], wish('plan'), TODAY)?.detail.zh).toBe(
      '单位自评没有“方案”这一步。',
    );
    expect(nextStep('selfEvaluation', [])).toBe('notice');
  });
});
