import { breakName } from './break-name';
import type { ChartOption } from './chart';
import type { Look } from './look';

export interface PairedDots {
  readonly rows: readonly {
    readonly name: string;
    readonly before: number;
    readonly after: number;
    readonly label: string;
  }[];
  readonly words: { readonly before: string; readonly after: string };
  readonly tooltip: (row: number) => string;
}

const ROW = 30;
const HEAD = 32;
const FOOT = 24;

export const pairedDotsHeight = (rows: number): number => HEAD + rows * ROW + FOOT;

/** Two dots a row on one zero-based scale: a ring where it stands, a full dot where it would stand, a line between. */
export function pairedDotsOption(data: PairedDots, look: Look): ChartOption {
  const changed = data.rows
    .map((row, index) => [row, index] as const)
    .filter(([row]) => row.before !== row.after);
  return {
    textStyle: { fontFamily: look.font },
    grid: { left: 0, right: 70, top: HEAD, bottom: 0, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 14,
      itemHeight: 10,
      itemGap: 14,
      selectedMode: false,
      data: [data.words.before, data.words.after],
      textStyle: { color: look.quiet, fontSize: 12 },
    },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (hit: { dataIndex: number; seriesIndex: number }) =>
        hit.seriesIndex < 2 ? data.tooltip(hit.dataIndex) : '',
    },
    xAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      axisLabel: { color: look.quiet, fontSize: 11 },
      splitLine: { lineStyle: { color: look.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: data.rows.map((row) => row.name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.quiet } },
      axisLabel: { color: look.ink, fontSize: 12, lineHeight: 13, interval: 0, formatter: breakName },
    },
    series: [
      {
        type: 'scatter',
        name: data.words.before,
        symbol: 'circle',
        symbolSize: 14,
        z: 3,
        itemStyle: { color: look.background, borderColor: look.quiet, borderWidth: 2 },
        data: data.rows.map((row, index) => [row.before, index]),
      },
      {
        type: 'scatter',
        name: data.words.after,
        symbol: 'circle',
        symbolSize: 8,
        z: 4,
        itemStyle: { color: look.city },
        data: data.rows.map((row, index) => ({
          value: [row.after, index],
          label: {
            show: true,
            // Beside the dot, on the side where the ring is not.
            position: row.after < row.before ? 'left' : 'right',
            distance: 12,
            formatter: row.label,
            color: look.ink,
            fontSize: 12,
          },
        })),
      },
      ...changed.map(([row, index]) => ({
        type: 'line',
        silent: true,
        symbol: 'none',
        z: 2,
        lineStyle: { color: look.quiet, width: 2 },
        data: [
          [row.before, index],
          [row.after, index],
        ],
      })),
    ],
  };
}
