import { inspectionCheck, uncheckedRefusals } from './check-mode';
import type { InspectionCheck } from './check-mode';

const pointersOf = (check: InspectionCheck, kind: 'inspection' | 'spending' = 'inspection'): string[] => {
  const outcome = inspectionCheck(kind, check);
  return outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);
};

describe('how an inspection is made', () => {
  it('a visit has the number of its plan, without the spaces around it', () => {
    expect(inspectionCheck('inspection', { mode: 'visit', visitPlan: ' 玉司督〔2026〕3号 ' })).toEqual({
      ok: true,
      value: { mode: 'visit', visitPlan: '玉司督〔2026〕3号' },
    });
  });

  it('an on-line check has none, and an empty one is none', () => {
    const online = { ok: true, value: { mode: 'online', visitPlan: null } };
    expect(inspectionCheck('inspection', { mode: 'online', visitPlan: null })).toEqual(online);
    expect(inspectionCheck('inspection', { mode: 'online', visitPlan: '  ' })).toEqual(online);
  });

  it.each([
    ['a visit without a plan', { mode: 'visit', visitPlan: null }],
    ['a visit whose plan is spaces', { mode: 'visit', visitPlan: '   ' }],
    ['a visit with a plan of 81 characters', { mode: 'visit', visitPlan: '督'.repeat(81) }],
    ['an on-line check with a plan', { mode: 'online', visitPlan: '玉司督〔2026〕3号' }],
  ] as const)('%s is refused at its plan', (_, check) => {
    expect(pointersOf(check)).toEqual(['/visitPlan']);
  });

  it('a plan of 80 characters is taken', () => {
    expect(pointersOf({ mode: 'visit', visitPlan: '督'.repeat(80) })).toEqual([]);
  });

  it('sheets of a county are not checked in any way', () => {
    expect(pointersOf({ mode: 'online', visitPlan: null }, 'spending')).toEqual(['/kind']);
  });

  it('an inspection is not submitted before it says how it was made', () => {
    expect(uncheckedRefusals('inspection', null).map(({ pointer }) => pointer)).toEqual(['/check']);
    expect(uncheckedRefusals('inspection', { mode: 'online', visitPlan: null })).toEqual([]);
    expect(uncheckedRefusals('workload', null)).toEqual([]);
  });
});
