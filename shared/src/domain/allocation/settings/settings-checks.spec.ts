import type { AllocationSettings, PerformanceSettings } from './allocation-settings';
import { settingsErrors } from './settings-checks';
import { ALLOCATION_PRESETS, CAREFUL_SETTINGS } from './settings-presets';

const pointers = (changes: Partial<AllocationSettings>): string[] =>
  settingsErrors({ ...CAREFUL_SETTINGS, ...changes }).map(({ pointer }) => pointer);
const firmness = (changes: Partial<AllocationSettings['firmness']>) =>
  pointers({ firmness: { ...CAREFUL_SETTINGS.firmness, ...changes } });
const line = (from: readonly [string, string], to: readonly [string, string]): PerformanceSettings => ({
  mode: 'continuous',
  from: { score: from[0], coefficient: from[1] },
  to: { score: to[0], coefficient: to[1] },
});
const grades = (
  excellent: string,
  good: string,
  fair: string,
  poor: string,
): { performance: PerformanceSettings } => ({
  performance: { mode: 'gradeCoefficient', coefficients: { excellent, good, fair, poor } },
});

describe('what forbids a policy', () => {
  it.each(ALLOCATION_PRESETS.map(({ id, settings }) => [id, settings] as const))(
    'nothing forbids the preset %s',
    (_, settings) => {
      expect(settingsErrors(settings)).toEqual([]);
    },
  );

  it.each<[string, Partial<AllocationSettings>, readonly string[]]>([
    ['no factor', { factors: [] }, ['/factors']],
    ['weights that are all zero', { factors: [{ id: 'supervised', weight: '0.0' }] }, ['/factors']],
    [
      'a factor that stands twice',
      {
        factors: [
          { id: 'supervised', weight: '1' },
          { id: 'supervised', weight: '2' },
        ],
      },
      ['/factors/1/id'],
    ],
    [
      'a factor that nobody knows',
      { factors: [{ id: 'area' as 'supervised', weight: '1' }] },
      ['/factors/0/id'],
    ],
    ['a weight that is no decimal', { factors: [{ id: 'supervised', weight: '' }] }, ['/factors/0/weight']],
    ['a negative weight', { factors: [{ id: 'supervised', weight: '-1' }] }, ['/factors/0/weight']],
    ['an exponent', { advancePercent: '1e1' }, ['/advancePercent']],
    [
      'a first score at the second',
      { performance: line(['80', '0.9'], ['80', '1.1']) },
      ['/performance/from/score', '/performance/to/score'],
    ],
    [
      'a coefficient that falls as the score rises',
      { performance: line(['60', '1.1'], ['100', '0.9']) },
      ['/performance/from/coefficient', '/performance/to/coefficient'],
    ],
    [
      'a coefficient above 2',
      { performance: line(['60', '0.9'], ['100', '99']) },
      ['/performance/to/coefficient'],
    ],
    [
      'a grade coefficient above 2',
      grades('2.01', '1', '0.9', '0.8'),
      ['/performance/coefficients/excellent'],
    ],
    [
      'a score beyond 100',
      { performance: line(['60', '0.9'], ['100.01', '1.1']) },
      ['/performance/to/score'],
    ],
    [
      'a coefficient that leaves nothing to anyone',
      { performance: line(['60', '0'], ['100', '0']) },
      ['/performance/to/coefficient'],
    ],
    ['a lower grade worth more', grades('1.1', '1', '1.05', '0.8'), ['/performance/coefficients/fair']],
    [
      'grades that are all worth nothing',
      grades('0', '0', '0', '0'),
      ['/performance/coefficients/excellent'],
    ],
    ['a grade without a decimal', grades('1', '1', 'x', '0'), ['/performance/coefficients/fair']],
    [
      'a weight of the scores above 1',
      { performance: { mode: 'add', weight: '1.01' } },
      ['/performance/weight'],
    ],
    ['a window of no year', { window: { years: 0, lastMonth: 12 } }, ['/window/years']],
    ['a thirteenth month', { window: { years: 1, lastMonth: 13 } }, ['/window/lastMonth']],
    ['half a movable post', { movablePosts: 0.5 }, ['/movablePosts']],
    ['a negative change', { maximumChange: { parts: -1 } }, ['/maximumChange/parts']],
    ['a change of more than all', { maximumChange: { ratio: '10' } }, ['/maximumChange/ratio']],
    ['a phase-in of no year', { phaseIn: { firstYear: 2026, years: 0 } }, ['/phaseIn/years']],
    ['a phase-in in another age', { phaseIn: { firstYear: 26, years: 2 } }, ['/phaseIn/firstYear']],
    ['more than all in advance', { advancePercent: '100.5' }, ['/advancePercent']],
    ['a contract year without a month', { contractYearStart: 0 }, ['/contractYearStart']],
    ['a floor above its cap', { bounds: [{ county: 'a', floor: 9, cap: 8 }] }, ['/bounds/0/floor']],
    [
      'a county twice',
      {
        bounds: [
          { county: 'a', floor: 1 },
          { county: 'a', cap: 8 },
        ],
      },
      ['/bounds/1/county'],
    ],
    ['a line without any bound', { bounds: [{ county: 'a' }] }, ['/bounds/0']],
    ['a bound of half a post', { bounds: [{ county: 'a', cap: 1.5 }] }, ['/bounds/0/cap']],
  ])('%s', (_, changes, expected) => {
    expect(pointers(changes)).toEqual(expected);
  });

  it.each<[Partial<AllocationSettings['firmness']>, string]>([
    [{ threshold: '0' }, 'threshold'],
    [{ threshold: '1.01' }, 'threshold'],
    [{ scoreError: '100.01' }, 'scoreError'],
    [{ weightUncertainty: '1' }, 'weightUncertainty'],
    [{ weightUncertainty: '0.0005' }, 'weightUncertainty'],
    [{ runs: 99 }, 'runs'],
    [{ runs: 100_001 }, 'runs'],
    [{ seed: -1 }, 'seed'],
    [{ seed: 4_294_967_296 }, 'seed'],
  ])('the gate with %j points at %s', (changes, key) => {
    expect(firmness(changes)).toEqual([`/firmness/${key}`]);
  });

  it('the edges themselves are allowed', () => {
    expect(firmness({ threshold: '1', scoreError: '100', weightUncertainty: '0.999', runs: 100 })).toEqual(
      [],
    );
    expect(pointers({ maximumChange: { ratio: '1' }, advancePercent: '100', movablePosts: 0 })).toEqual([]);
    expect(pointers({ performance: { mode: 'add', weight: '1' } })).toEqual([]);
    expect(pointers({ performance: line(['60', '0'], ['100', '2']) })).toEqual([]);
    expect(pointers(grades('2', '2', '0', '0'))).toEqual([]);
    expect(pointers({ bounds: [{ county: 'a', floor: 8, cap: 8 }] })).toEqual([]);
  });

  it('is said of the two ends of a line in the words of their fields', () => {
    const performance = line(['80', '1.1'], ['60', '0.9']);
    const errors = settingsErrors({ ...CAREFUL_SETTINGS, performance });
    expect(Object.fromEntries(errors.map(({ pointer, detail }) => [pointer, detail.zh]))).toEqual({
      '/performance/from/score': '低端得分应低于高端得分，请改正',
      '/performance/to/score': '高端得分应高于低端得分，请改正',
      '/performance/from/coefficient': '低端系数高于高端系数，得分越高系数不得越低，请改正',
      '/performance/to/coefficient': '高端系数低于低端系数，得分越高系数不得越低，请改正',
    });
  });

  it('says all at once, in both languages, also beside a text that is no decimal', () => {
    const errors = settingsErrors({
      ...CAREFUL_SETTINGS,
      advancePercent: '十',
      window: { years: 4, lastMonth: 12 },
      bounds: [{ county: 'a', floor: 3, cap: 1 }],
    });
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/advancePercent',
      '/window/years',
      '/bounds/0/floor',
    ]);
    expect(errors[2]?.detail).toEqual({
      zh: '保底 3 个名额大于封顶 1 个，两者矛盾，请将保底调低或将封顶调高 2 个',
      en: 'The floor of 3 posts is above the cap of 1; lower the floor or raise the cap by 2',
    });
  });
});
