import { breakName } from './break-name';
import type { ChartOption } from './chart';
import { tooltipLines } from './escape';
import { FADED, fade, isFaded, type Look } from './look';

export interface DotInterval {
  readonly rows: readonly {
    readonly name: string;
    /** Null where there is no value: no dot, and the label stands at the beginning of the row. */
    readonly value: number | null;
    /** Both ends of the interval; null where the value has none. */
    readonly interval: readonly [number, number] | null;
    readonly label: string;
    readonly tooltip: string | readonly string[];
  }[];
  readonly hue: string;
  /** Full length of the axis; without it the longest interval fills it. */
  readonly full?: number;
  readonly axis: (value: number) => string;
  readonly picked?: number;
}

const ROW = 28;
const FOOT = 26;
const GAP = ['-', '-'];

export const dotIntervalHeight = (rows: number): number => Math.max(3, rows) * ROW + FOOT;

/** A dot for each row and the line of its interval, on a scale that begins at 0 (or below it, where values do). */
export function dotIntervalOption(data: DotInterval, look: Look): ChartOption {
  const all = data.rows.flatMap(({ value, interval }) => [
    ...(value === null ? [] : [value]),
    ...(interval ?? []),
  ]);
  const lines = (standingBack: boolean) =>
    data.rows.flatMap(({ interval }, row) =>
      interval && isFaded(row, data.picked) === standingBack
        ? [[interval[0], row], [interval[1], row], GAP]
        : [],
    );
  const line = (standingBack: boolean) => ({
    type: 'line',
    silent: true,
    symbol: 'none',
    z: 2,
    lineStyle: { color: data.hue, width: 3, opacity: standingBack ? FADED : 0.55 },
    data: lines(standingBack),
  });
  return {
    rowAxis: 'y',
    textStyle: { fontFamily: look.font },
    grid: { left: 0, right: 84, top: 4, bottom: 0, containLabel: true },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (hit: { dataIndex: number }) => tooltipLines(data.rows[hit.dataIndex]?.tooltip ?? ''),
    },
    xAxis: {
      type: 'value',
      min: Math.min(0, ...all),
      ...(data.full === undefined ? {} : { max: data.full }),
      splitNumber: 4,
      axisLabel: { color: look.quiet, fontSize: 11, hideOverlap: true, formatter: data.axis },
      splitLine: { lineStyle: { color: look.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: data.rows.map(({ name }) => breakName(name)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.quiet } },
      axisLabel: { color: look.ink, fontSize: 12, lineHeight: 13, interval: 0 },
      splitLine: { show: true, lineStyle: { color: look.line, type: 'dotted' } },
    },
    series: [
      {
        type: 'scatter',
        symbolSize: 11,
        z: 3,
        itemStyle: { color: data.hue, borderColor: look.background, borderWidth: 1 },
        data: data.rows.map(({ value }, row) => ({
          value: [value ?? '-', row],
          itemStyle: fade(row, data.picked),
        })),
      },
      line(false),
      line(true),
      {
        // The figure stands behind the interval; the point that carries it is not seen.
        type: 'scatter',
        silent: true,
        symbolSize: 0.1,
        data: data.rows.map(({ value, interval, label }, row) => ({
          value: [Math.max(0, value ?? 0, ...(interval ?? [])), row],
          label: {
            show: true,
            position: 'right',
            distance: 8,
            formatter: label,
            color: look.ink,
            fontSize: 12,
          },
        })),
      },
    ],
  };
}
