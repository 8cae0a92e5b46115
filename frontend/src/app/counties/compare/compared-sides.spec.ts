import { convertToParamMap } from '@angular/router';
import { addressOf, comparable, sidesOf } from './compared-sides';

const read = (query: Record<string, string>, year = 2025) => sidesOf(convertToParamMap(query), year);

describe('the sides of a comparison in the address', () => {
  it('two counties stand in one year', () => {
    const both = { left: 'hongta', right: 'tonghai', leftYear: 2025, rightYear: 2025 };
    expect(read({ left: 'hongta', right: 'tonghai' })).toEqual(both);
    expect(read({ left: 'hongta', right: 'tonghai', leftYear: '2024' })).toEqual(both);
  });

  it('one county stands in two years, and in one year beside the year before', () => {
    const years = { left: 'hongta', right: 'hongta', leftYear: 2024, rightYear: 2025 };
    expect(read({ left: 'hongta', leftYear: '2024', rightYear: '2025' })).toEqual(years);
    expect(read({ left: 'hongta' })).toEqual(years);
    expect(read({ left: 'hongta', leftYear: '2025' })).toEqual(years);
    expect(read({ left: 'hongta', leftYear: 'x' })).toEqual(years);
  });

  it('without a county there is nothing to compare', () => {
    expect(read({ right: 'tonghai' })).toBeNull();
  });

  it('what is written to the address reads back as the same', () => {
    for (const sides of [
      { left: 'hongta', right: 'tonghai', leftYear: 2023, rightYear: 2026 },
      { left: 'hongta', right: 'hongta', leftYear: 2026, rightYear: 2023 },
      { left: 'hongta', right: 'hongta', leftYear: 2026, rightYear: 2026 },
    ]) {
      const { year, ...rest } = addressOf(sides);
      const query = Object.fromEntries(
        Object.entries(rest).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])),
      );
      expect(read(query, Number(year))).toEqual(comparable(sides));
    }
  });
});
