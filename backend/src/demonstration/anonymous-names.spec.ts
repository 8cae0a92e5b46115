import { anonymousCountyName } from './anonymous-names';

describe('anonymousCountyName', () => {
  it('calls the nine counties 演示甲县 to 演示壬县 in official order', () => {
    const names = Array.from({ length: 9 }, (_, index) => anonymousCountyName(index));
    expect(names[0]).toBe('演示甲县');
    expect(names.map((name) => name.charAt(2)).join('')).toBe('甲乙丙丁戊己庚辛壬');
  });

  it('finds a name for any further county', () => {
    expect(anonymousCountyName(9)).toBe('演示第10县');
  });
});
