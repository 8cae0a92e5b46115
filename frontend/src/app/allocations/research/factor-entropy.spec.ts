import { GIVEN_EVIDENCE } from '@yuheng/shared/domain/allocation/evidence/given-evidence';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { factorWeights, hundredthsOf } from './factor-entropy';

describe('the weights that entropy proposes for the workload factors', () => {
  it('have two decimals and sum to 1.00', () => {
    const found = factorWeights(GIVEN_EVIDENCE, CAREFUL_SETTINGS.window);
    if (!found.ok) throw new Error('There are no weights.');
    const weights = found.value.map(({ weight }) => weight);
    expect(weights.every((weight) => /^[01]\.\d\d$/.test(weight))).toBe(true);
    expect(weights.reduce((sum, weight) => sum + Math.round(Number(weight) * 100), 0)).toBe(100);
  });

  it('give the last hundredths to the largest remainders where rounding would make 1.01', () => {
    const hundredths = hundredthsOf([0.166, 0.166, 0.168, 0.5]);
    expect(hundredths.ok && hundredths.value.parts).toEqual([17, 16, 17, 50]);
  });
});
