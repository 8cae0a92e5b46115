import { fade, item, lookOf } from './look';

/** Relative luminance by WCAG 2.1. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

describe.each(['light', 'dark'] as const)('the %s colours of the charts', (theme) => {
  const look = lookOf(theme);

  it('let words be read on every step, with a contrast of 4.5 or more', () => {
    for (const { fill, ink } of look.steps) expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
    for (const word of [look.ink, look.quiet, ...Object.values(look.lights)]) {
      expect(contrast(look.background, word)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('go from the least to the most by lightness alone, each step plainly apart', () => {
    const towards = theme === 'light' ? -1 : 1;
    look.steps.slice(1).forEach(({ fill }, at) => {
      const before = look.steps[at]?.fill ?? '';
      expect((luminance(fill) - luminance(before)) * towards).toBeGreaterThan(0);
      expect(contrast(fill, before)).toBeGreaterThanOrEqual(1.2);
    });
  });
});

describe('what is not picked', () => {
  it('stands back only while something else is picked', () => {
    expect([undefined, -1, 1, 0].map((picked) => fade(0, picked).opacity !== undefined)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it('keeps its value, and no value stays none', () => {
    expect(item(0, 0, 1)).toMatchObject({ value: 0 });
    expect(item(null, 0, 1)).toBeNull();
    expect(item(7, 0, -1)).toBe(7);
  });
});
