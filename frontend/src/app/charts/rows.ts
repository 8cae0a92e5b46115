/** A chart's option as far as it matters here; its full type would bring the chart component along. */
type Option = Readonly<Record<string, unknown>>;

interface Item {
  readonly row?: number;
}
interface Series {
  readonly data?: readonly unknown[];
}

const seriesOf = (option: Option): readonly Series[] => {
  const series: unknown = option['series'];
  return Array.isArray(series) ? (series as readonly Series[]) : [];
};
const rowIn = (item: unknown): number | undefined =>
  typeof item === 'object' && item !== null ? (item as Item).row : undefined;

/** The row of the twin table that a drawn item stands for: the one it names, or else its own place in the series. */
export const rowOfItem = (option: Option, seriesIndex: number, dataIndex: number): number =>
  rowIn(seriesOf(option)[seriesIndex]?.data?.[dataIndex]) ?? dataIndex;

/** The item that the keyboard cursor stands on for a row: the last one of the first series that
 * names the row, or else that of the first series. */
export function itemOfRow(
  option: Option,
  row: number,
): { readonly seriesIndex: number; readonly dataIndex: number } {
  for (const [seriesIndex, { data }] of seriesOf(option).entries()) {
    const dataIndex = data?.findLastIndex((item) => rowIn(item) === row) ?? -1;
    if (dataIndex >= 0) return { seriesIndex, dataIndex };
  }
  return { seriesIndex: 0, dataIndex: row };
}
