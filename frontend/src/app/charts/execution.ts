import { percentInWords } from '../ui/percent';
import { breakName } from './break-name';
import type { ChartOption } from './chart';
import { escape } from './escape';
import { fade, item, unapproved, type Look } from './look';

export interface Execution {
  readonly rows: readonly {
    readonly name: string;
    readonly receivedFen: number;
    readonly spentFen: number;
    readonly expectedFen: number;
    /** County money advanced and not settled yet; it stands behind what was spent of the city's money. */
    readonly advancedFen?: number;
    /** Percentage as printed, or null where no rate is due. */
    readonly rate: string | null;
  }[];
  readonly approved: boolean;
  readonly words: {
    readonly received: string;
    readonly spent: string;
    readonly expected: string;
    /** Without a word for it, advanced money is not drawn. */
    readonly advanced?: string;
    readonly unit: string;
  };
  /** 分 in the unit that the axis shows. Only pixels and axis labels come from the quotient. */
  readonly fenPerUnit: number;
  readonly format: (fen: number) => string;
  /** The row that the reader picked; the others stand back. */
  readonly picked?: number;
}

const ROW = 28;
const HEAD = 30;
const FOOT = 26;

export const executionHeight = (rows: number): number => HEAD + rows * ROW + FOOT;

/** Spent before received, county by county, with the line where spending is expected to stand by now. */
export function executionOption(data: Execution, look: Look): ChartOption {
  const of = (fen: number) => fen / data.fenPerUnit;
  const names = data.rows.map((row) => row.name);
  return {
    rowAxis: 'y',
    textStyle: { fontFamily: look.font },
    grid: { left: 0, right: 58, top: HEAD, bottom: 0, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 14,
      itemHeight: 10,
      itemGap: 14,
      selectedMode: false,
      textStyle: { color: look.quiet, fontSize: 12 },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      formatter: (hits: unknown) => tooltip(data, hits),
    },
    xAxis: {
      type: 'value',
      min: 0,
      splitNumber: 4,
      axisLabel: { color: look.quiet, fontSize: 11, hideOverlap: true },
      splitLine: { lineStyle: { color: look.line } },
    },
    yAxis: [categories(names, look, true), categories(names, look, false)],
    series: [
      {
        type: 'bar',
        name: data.words.received,
        // On an axis of its own, so that both bars stand in the middle of the row.
        yAxisIndex: 1,
        barWidth: 18,
        itemStyle: { color: look.received },
        data: data.rows.map((row, index) => item(of(row.receivedFen), index, data.picked)),
      },
      {
        type: 'bar',
        name: data.words.spent,
        barWidth: 10,
        stack: 'paid',
        z: 3,
        itemStyle: { color: look.city, ...(data.approved ? {} : { decal: unapproved(look) }) },
        data: data.rows.map((row, index) => item(of(row.spentFen), index, data.picked)),
      },
      ...advancedBars(data, look),
      {
        type: 'scatter',
        name: data.words.expected,
        symbol: 'rect',
        symbolSize: [3, 22],
        z: 4,
        itemStyle: { color: look.expected },
        // Nothing is expected before the money arrives, and a line at zero would look like a figure.
        data: data.rows.flatMap((row, index) =>
          row.expectedFen > 0
            ? [{ value: [of(row.expectedFen), index], row: index, itemStyle: fade(index, data.picked) }]
            : [],
        ),
      },
      {
        // The rate stands behind the longest mark of its row as a direct label; the point itself is not seen.
        type: 'scatter',
        symbolSize: 1,
        silent: true,
        itemStyle: { color: 'transparent' },
        data: data.rows.map((row, index) => ({
          value: [
            of(Math.max(row.receivedFen, row.spentFen + (row.advancedFen ?? 0), row.expectedFen)),
            index,
          ],
          label: {
            show: row.rate !== null,
            position: 'right',
            distance: 6,
            formatter: percentInWords(row.rate),
            color: look.ink,
            fontSize: 11,
          },
        })),
      },
    ],
  };
}

function advancedBars(data: Execution, look: Look): object[] {
  if (!data.words.advanced || !data.rows.some((row) => row.advancedFen)) return [];
  return [
    {
      type: 'bar',
      name: data.words.advanced,
      barWidth: 10,
      stack: 'paid',
      z: 3,
      itemStyle: { color: look.advance, ...(data.approved ? {} : { decal: unapproved(look) }) },
      data: data.rows.map((row, index) => item((row.advancedFen ?? 0) / data.fenPerUnit, index, data.picked)),
    },
  ];
}

const categories = (names: readonly string[], look: Look, shown: boolean) => ({
  type: 'category',
  inverse: true,
  show: shown,
  data: names,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: look.line } },
  axisLabel: { color: look.ink, fontSize: 12, lineHeight: 13, interval: 0, formatter: breakName },
});

function tooltip({ rows, words, format }: Execution, hits: unknown): string {
  const first: unknown = Array.isArray(hits) ? hits[0] : hits;
  const index =
    typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
  const row = rows[index];
  if (!row) return '';
  const lines = [
    `${words.received} ${format(row.receivedFen)} ${words.unit}`,
    `${words.spent} ${format(row.spentFen)} ${words.unit}${row.rate === null ? '' : ` (${row.rate}%)`}`,
    `${words.expected} ${format(row.expectedFen)} ${words.unit}`,
    ...(words.advanced && row.advancedFen
      ? [`${words.advanced} ${format(row.advancedFen)} ${words.unit}`]
      : []),
  ];
  return [`<strong>${escape(row.name)}</strong>`, ...lines.map(escape)].join('<br>');
}
