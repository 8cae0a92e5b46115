import { rational } from '../../numbers/rational';
import { compare, printUnits, roundHalfUp, subtract } from '../../numbers/rational';
import { coefficientOf } from '../coefficient';
import { readPerformance } from './read-settings';
import { ALLOCATION_PRESETS } from './settings-presets';

describe('the presets that count performance', () => {
  const presets = ALLOCATION_PRESETS.filter(({ settings }) => settings.performance.mode !== 'none');

  it('say the span that their coefficients really have, whatever the score', () => {
    expect(presets.map(({ name }) => name.zh)).toEqual([
      '绩效10%（系数0.95—1.05）',
      '绩效20%（系数0.90—1.10）',
      '绩效30%（系数0.85—1.15）',
    ]);
    for (const { name, settings } of presets) {
      const policy = readPerformance(settings.performance);
      if (policy.mode !== 'continuous') throw new Error('A preset runs in a straight line.');
      const coefficients = Array.from({ length: 1001 }, (_, tenths) =>
        coefficientOf(rational(tenths, 10), policy),
      );
      coefficients.sort(compare);
      const [least, most] = [coefficients[0] ?? rational(0), coefficients.at(-1) ?? rational(0)];
      const print = (value: typeof least) => printUnits(roundHalfUp(value, 2), 2);
      expect(name.zh).toContain(`（系数${print(least)}—${print(most)}）`);
      expect(name.zh).toContain(`绩效${roundHalfUp(subtract(most, least), 2)}%`);
      expect(name.en).toContain(`(coefficient ${print(least)} to ${print(most)})`);
    }
  });
});
