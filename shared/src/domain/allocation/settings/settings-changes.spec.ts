import * as fc from 'fast-check';
import type { AllocationSettings } from './allocation-settings';
import { canonicalSettings, sameSettings, settingsText } from './canonical-settings';
import { settingsChanges } from './settings-changes';
import { ALLOCATION_PRESETS, CAREFUL_SETTINGS } from './settings-presets';

const careful = (changes: Partial<AllocationSettings>): AllocationSettings => ({
  ...CAREFUL_SETTINGS,
  ...changes,
});
const factors = (...entries: readonly [AllocationSettings['factors'][number]['id'], string][]) =>
  careful({ factors: entries.map(([id, weight]) => ({ id, weight })) });

describe('settings that mean the same', () => {
  it('are one whatever their zeros and their order', () => {
    const written = factors(['supervised', '0.50'], ['lastPosts', '1.0'], ['resettled', '0']);
    expect(canonicalSettings(written).factors).toEqual([
      { id: 'lastPosts', weight: '1' },
      { id: 'supervised', weight: '0.5' },
    ]);
    expect(sameSettings(written, factors(['lastPosts', '1'], ['supervised', '0.5']))).toBe(true);
    const [a, b] = [
      { county: 'a', floor: 1, cap: undefined },
      { county: 'b', cap: 3 },
    ];
    expect(
      sameSettings(careful({ bounds: [b, a] }), careful({ bounds: [{ county: 'a', floor: 1 }, b] })),
    ).toBe(true);
  });

  it('2 : 2 and 1 : 1 stay apart, and so do all presets', () => {
    expect(
      sameSettings(
        factors(['lastPosts', '2'], ['supervised', '2']),
        factors(['lastPosts', '1'], ['supervised', '1']),
      ),
    ).toBe(false);
    expect(new Set(ALLOCATION_PRESETS.map(({ settings }) => settingsText(settings))).size).toBe(5);
  });

  it('every decimal of them may carry zeros', () => {
    const zeros = fc.constantFrom('', '0', '00');
    fc.assert(
      fc.property(fc.array(zeros, { minLength: 6, maxLength: 6 }), ([a, b, c, d, e, f]) => {
        const written = careful({
          performance: {
            mode: 'continuous',
            from: { score: `60.0${a}`, coefficient: `0.90${b}` },
            to: { score: `100.0${c}`, coefficient: `1.1${d}` },
          },
          firmness: { ...CAREFUL_SETTINGS.firmness, threshold: `0.9${e}`, scoreError: `2.0${f}` },
        });
        expect(settingsText(written)).toBe(settingsText(CAREFUL_SETTINGS));
        expect(settingsChanges(CAREFUL_SETTINGS, written)).toEqual([]);
      }),
    );
  });

  it('each single setting that differs tells them apart and is the one change', () => {
    const different: [string, Partial<AllocationSettings>][] = [
      ['factors', { factors: [{ id: 'supervised', weight: '1' }] }],
      ['performance', { performance: { mode: 'add', weight: '0.1' } }],
      ['indicators', { indicators: 'all' }],
      ['window', { window: { years: 2, lastMonth: 12 } }],
      ['movablePosts', { movablePosts: 10 }],
      ['floor', { floor: 'none' }],
      ['bounds/a', { bounds: [{ county: 'a', floor: 1 }] }],
      ['maximumChange', { maximumChange: { ratio: '0.1' } }],
      ['phaseIn', { phaseIn: { firstYear: 2026, years: 2 } }],
      ['firmness', { firmness: { ...CAREFUL_SETTINGS.firmness, seed: 2 } }],
      ['advancePercent', { advancePercent: '50' }],
      ['contractYearStart', { contractYearStart: 4 }],
      ['method', { method: 'hill' }],
    ];
    expect(different.map(([setting]) => setting.split('/')[0]).sort()).toEqual(
      Object.keys(CAREFUL_SETTINGS).sort(),
    );
    for (const [setting, changes] of different) {
      const told = settingsChanges(CAREFUL_SETTINGS, careful(changes));
      expect(told.map((one) => one.setting)).toEqual([setting]);
      expect(told[0]?.before).not.toEqual(told[0]?.after);
      expect(sameSettings(CAREFUL_SETTINGS, careful(changes))).toBe(false);
    }
  });
});

it('a change says before and after, and names no county in its sentence', () => {
  expect(
    settingsChanges(
      careful({ bounds: [{ county: 'b', floor: 12, cap: 15 }] }),
      careful({ maximumChange: { parts: 2 }, bounds: [{ county: 'a', cap: 1 }] }),
    ),
  ).toEqual([
    {
      setting: 'bounds/a',
      before: { zh: '没有单独规定', en: 'none of its own' },
      after: { zh: '封顶 1 个名额', en: 'at most one post' },
    },
    {
      setting: 'bounds/b',
      before: { zh: '保底 12 个名额、封顶 15 个名额', en: 'at least 12 posts, at most 15 posts' },
      after: { zh: '没有单独规定', en: 'none of its own' },
    },
    {
      setting: 'maximumChange',
      before: { zh: '每县（市、区）增减不超过1个名额', en: 'one post a county a year' },
      after: { zh: '每县（市、区）增减不超过2个名额', en: '2 posts a county a year' },
    },
  ]);
});
