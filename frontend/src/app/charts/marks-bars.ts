import { breakName } from './break-name';
import type { ChartOption } from './chart';
import { tooltipLines } from './escape';
import { fade, type Look } from './look';

export interface MarksBars {
  readonly rows: readonly {
    readonly name: string;
    /** Length of the bar; only pixels come from it. */
    readonly size: number;
    /** What stands behind the bar, as printed. */
    readonly label: string;
    readonly tooltip: string;
  }[];
  /** Full length of the axis; without it the longest bar fills it. */
  readonly full?: number;
  readonly axis: (value: number) => string;
  readonly picked?: number;
}

const ROW = 30;
const FOOT = 24;

export const marksBarsHeight = (rows: number): number => Math.max(3, rows) * ROW + FOOT;

/** Bars of marks, zero-based, the first row on top, each with its figure printed behind it. */
export function marksBarsOption(data: MarksBars, hue: string, look: Look): ChartOption {
  return {
    rowAxis: 'y',
    textStyle: { fontFamily: look.font },
    grid: { left: 0, right: 96, top: 4, bottom: 0, containLabel: true },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (hit: { dataIndex: number }) => tooltipLines(data.rows[hit.dataIndex]?.tooltip ?? ''),
    },
    xAxis: {
      type: 'value',
      min: 0,
      ...(data.full === undefined ? {} : { max: data.full, interval: data.full / 4 }),
      splitNumber: 4,
      axisLabel: { color: look.quiet, fontSize: 11, hideOverlap: true, formatter: data.axis },
      splitLine: { lineStyle: { color: look.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: data.rows.map((row) => breakName(row.name)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.quiet } },
      axisLabel: { color: look.ink, fontSize: 12, lineHeight: 14 },
    },
    series: [
      {
        type: 'bar',
        barWidth: 14,
        itemStyle: { color: hue },
        data: data.rows.map((row, index) => ({
          value: row.size,
          itemStyle: fade(index, data.picked),
          label: { show: true, position: 'right', formatter: row.label, color: look.ink, fontSize: 12 },
        })),
      },
    ],
  };
}
