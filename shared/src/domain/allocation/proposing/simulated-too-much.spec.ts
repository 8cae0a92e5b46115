import type { AllocationEvidence } from '../evidence/allocation-evidence';
import { simulationErrors } from '../evidence/evidence-checks';
import { GIVEN_EVIDENCE } from '../evidence/given-evidence';
import type { AllocationSettings } from '../settings/allocation-settings';
import { CAREFUL_SETTINGS } from '../settings/settings-presets';
import { proposeSplit } from './propose-split';

describe('more simulations than a certificate can be verified by', () => {
  const manyCounties = (count: number): AllocationEvidence => ({
    ...GIVEN_EVIDENCE,
    counties: Array.from({ length: count }, (_, index) => {
      const [one] = GIVEN_EVIDENCE.counties;
      if (!one) throw new Error('The given evidence has counties.');
      return { ...one, county: `county-${String(index).padStart(4, '0')}`, lastPosts: 1, lastFen: 1_200_000 };
    }),
  });
  const runs = (count: number): AllocationSettings => ({
    ...CAREFUL_SETTINGS,
    performance: { mode: 'none' },
    firmness: { ...CAREFUL_SETTINGS.firmness, runs: count },
  });

  it('are refused at the number of runs, with the most that would do', () => {
    const outcome = proposeSplit(manyCounties(201), runs(100_000), 'whole');
    expect(outcome.ok ? [] : outcome.refusals).toEqual([
      {
        pointer: '/settings/firmness/runs',
        detail: {
          zh: '201 个县（市、区）各模拟 100,000 次，合计超过 20,000,000 次，计算凭证无法在合理时间内核验，请将模拟次数减至 99,502 次或更少',
          en: '100,000 simulations of 201 counties are above 20,000,000 in all, too many for the certificate to be verified in reasonable time; take 99,502 or fewer',
        },
      },
    ]);
  });

  it('are none in the quick split, and the limit itself is allowed', () => {
    expect(proposeSplit(manyCounties(201), runs(100_000), 'quick').ok).toBe(true);
    expect(simulationErrors(manyCounties(200), runs(100_000))).toEqual([]);
    expect(simulationErrors(manyCounties(201), runs(99_502))).toEqual([]);
    expect(simulationErrors(manyCounties(201), runs(99_503))).toHaveLength(1);
  });
});
