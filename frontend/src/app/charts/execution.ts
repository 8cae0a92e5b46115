import type { ChartOption } from './chart';
import { unapproved, type Look } from './look';

export interface Execution {
  readonly rows: readonly {
    readonly name: string;
    readonly receivedFen: number;
    readonly spentFen: number;
    readonly expectedFen: number;
    /** Percentage as printed, or null where no rate is due. */
    readonly rate: string | null;
  }[];
  readonly approved: boolean;
  readonly words: {
    readonly received: string;
    readonly spent: string;
    readonly expected: string;
    readonly unit: string;
  };
  /** 分 in the unit that the axis shows. Only pixels and axis labels come from the quotient. */
  readonly fenPerUnit: number;
  readonly format: (fen: number) => string;
}

const ROW = 28;
const HEAD = 30;
const FOOT = 26;

export const executionHeight = (rows: number): number => HEAD + rows * ROW + FOOT;

/** A long name breaks in two, so that all of it stays readable beside its bar. */
const breakName = (name: string): string =>
  name.length > 6 && /[\u3400-\u9fff]/.test(name)
    ? `${name.slice(0, Math.ceil(name.length / 2))}\n${name.slice(Math.ceil(name.length / 2))}`
    : name;

/** Spent before received, county by county, with the line where spending is expected to stand by now. */
export function executionOption(data: Execution, look: Look): ChartOption {
  const of = (fen: number) => fen / data.fenPerUnit;
  const names = data.rows.map((row) => row.name);
  return {
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
      valueFormatter: (value: unknown) =>
        `${data.format(Math.round(numberOf(value) * data.fenPerUnit))} ${data.words.unit}`,
    },
    xAxis: {
      type: 'value',
      min: 0,
      splitNumber: 4,
      axisLabel: { color: look.quiet, fontSize: 11, hideOverlap: true },
      splitLine: { lineStyle: { color: look.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } },
      axisLabel: { color: look.ink, fontSize: 12, lineHeight: 13, interval: 0, formatter: breakName },
    },
    series: [
      {
        type: 'bar',
        name: data.words.received,
        barWidth: 18,
        itemStyle: { color: look.received },
        data: data.rows.map((row) => of(row.receivedFen)),
      },
      {
        type: 'bar',
        name: data.words.spent,
        barWidth: 10,
        barGap: '-78%',
        z: 3,
        itemStyle: { color: look.city, ...(data.approved ? {} : { decal: unapproved(look) }) },
        data: data.rows.map((row) => of(row.spentFen)),
      },
      {
        type: 'scatter',
        name: data.words.expected,
        symbol: 'rect',
        symbolSize: [3, 22],
        z: 4,
        itemStyle: { color: look.expected },
        data: data.rows.map((row, index) => [of(row.expectedFen), index]),
      },
      {
        // The rate stands at the right edge of the row as a direct label; this series draws nothing else.
        type: 'bar',
        name: '',
        barWidth: 0,
        silent: true,
        tooltip: { show: false },
        data: data.rows.map((row) => ({
          value: Math.max(of(row.receivedFen), of(row.spentFen), of(row.expectedFen)),
          label: {
            show: row.rate !== null,
            position: 'right',
            formatter: `${row.rate}%`,
            color: look.ink,
            fontSize: 11,
          },
        })),
      },
    ],
  };
}

/** A bar's value is a number, a point's the first of its two. */
const numberOf = (value: unknown): number => Number(Array.isArray(value) ? value[0] : value);
