import { sortRows, type Column } from './data-table';

interface Row {
  readonly name: string;
  readonly rate: number | null;
}
const rate: Column<Row> = { id: 'rate', heading: '', order: (row) => row.rate };
const rows: Row[] = [
  { name: '红塔区', rate: 90 },
  { name: '江川区', rate: null },
  { name: '澄江市', rate: 80 },
  { name: '通海县', rate: 90 },
];
const names = (sorted: readonly Row[]) => sorted.map((row) => row.name);

describe('sorting a table of counties', () => {
  it('keeps the official order among equal rows in both directions', () => {
    expect(names(sortRows(rows, rate, false))).toEqual(['澄江市', '红塔区', '通海县', '江川区']);
    expect(names(sortRows(rows, rate, true))).toEqual(['红塔区', '通海县', '澄江市', '江川区']);
  });

  it('puts rows without a value last, because a missing figure is never a zero', () => {
    expect(names(sortRows(rows, rate, false)).at(-1)).toBe('江川区');
    expect(names(sortRows(rows, rate, true)).at(-1)).toBe('江川区');
  });

  it('leaves the rows that were given as they were', () => {
    sortRows(rows, rate, true);
    expect(names(rows)).toEqual(['红塔区', '江川区', '澄江市', '通海县']);
  });
});
