import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import {
  ALLOCATION_PRESETS,
  CAREFUL_SETTINGS,
} from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { changedKeys, linkOfSettings, printSettingsLink, readSettingsLink } from './settings-link';

const CHANGED: AllocationSettings = {
  ...CAREFUL_SETTINGS,
  movablePosts: 40,
  maximumChange: { ratio: '0.1' },
  bounds: [
    { county: 'yimen', floor: 12 },
    { county: 'hongta', cap: 26 },
  ],
  phaseIn: { firstYear: 2026, years: 3 },
};

describe('settings in the address', () => {
  it('come back as they were, for every preset and for what somebody set', () => {
    for (const settings of [...ALLOCATION_PRESETS.map((preset) => preset.settings), CHANGED]) {
      const text = printSettingsLink(4, CAREFUL_SETTINGS, settings);
      const link = readSettingsLink(text);
      expect({ ...CAREFUL_SETTINGS, ...link?.changes }).toEqual(settings);
      if (text !== null) expect(link?.base).toBe(4);
    }
  });

  it('are not there where nothing differs, also where it is only written otherwise', () => {
    expect(printSettingsLink(2, CAREFUL_SETTINGS, { ...CAREFUL_SETTINGS })).toBeNull();
    expect(
      changedKeys(CAREFUL_SETTINGS, { ...CAREFUL_SETTINGS, factors: [{ id: 'lastPosts', weight: '1.0' }] }),
    ).toEqual([]);
  });

  it('hold only what differs, so that a link stays short', () => {
    const text = printSettingsLink(0, CAREFUL_SETTINGS, { ...CAREFUL_SETTINGS, movablePosts: 40 }) ?? '';
    expect(text.length).toBeLessThan(40);
    expect(text).toMatch(/^[\w.-]+$/);
    expect(readSettingsLink(text)).toEqual({ base: 0, changes: { movablePosts: 40 } });
  });

  it.each([
    ['nothing', null],
    ['an empty text', ''],
    ['no base', 'eyJtb3ZhYmxlUG9zdHMiOjQwfQ'],
    ['what was cut off', '0.eyJtb3ZhYmxlUG9zdHMiOjQ'],
    ['what is no JSON', `0.${btoa('hello')}`],
    ['a list', `0.${btoa('[]')}`],
    ['an unknown key', `0.${btoa('{"amounts":[1]}')}`],
    ['an unknown key inside', `0.${btoa('{"window":{"years":1,"lastMonth":12,"days":3}}')}`],
    ['a float', `0.${btoa('{"movablePosts":1.5}')}`],
    ['a number for a decimal', `0.${btoa('{"advancePercent":70}')}`],
    ['an unknown mode', `0.${btoa('{"performance":{"mode":"magic"}}')}`],
    ['an unknown factor', `0.${btoa('{"factors":[{"id":"luck","weight":"1"}]}')}`],
    ['a negative bound', `0.${btoa('{"bounds":[{"county":"yimen","floor":-1}]}')}`],
    ['a prototype', `0.${btoa('{"__proto__":{"method":"adams"}}')}`],
  ])('are refused whole when they are %s', (_, text) => {
    expect(readSettingsLink(text)).toBeNull();
  });

  it('holds settings as a whole against the careful defaults, also where they are those', () => {
    const cautious = { ...CAREFUL_SETTINGS, contractYearStart: 7 };
    expect(readSettingsLink(linkOfSettings(cautious))).toEqual({
      base: 0,
      changes: { contractYearStart: 7 },
    });
    expect(readSettingsLink(linkOfSettings(CAREFUL_SETTINGS))).toEqual({ base: 0, changes: {} });
  });
});
