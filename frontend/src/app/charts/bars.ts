import { breakName } from './break-name';
import type { ChartOption } from './chart';
import { tooltipLines } from './escape';
import { dotted, fade, unapproved, type Look } from './look';

export interface Bars {
  /** Beside each other in every row; a legend names them where they are several. */
  readonly series: readonly {
    readonly name: string;
    readonly hue: string;
    /** The second of two series of one hue, such as last year beside this year, is told apart by dots. */
    readonly dotted?: boolean;
  }[];
  readonly rows: readonly {
    readonly name: string;
    /** One for each series; null where there is no value: no bar, and its label stands at the beginning of the row. */
    readonly values: readonly (number | null)[];
    readonly labels: readonly string[];
    readonly approved: boolean;
    readonly tooltip: string | readonly string[];
  }[];
  /** Full length of the axis; without it the longest bar fills it. */
  readonly full?: number;
  readonly axis: (value: number) => string;
  readonly picked?: number;
}

const BAR = 12;
const BETWEEN = 12;
const HEAD = 28;
const FOOT = 24;

export const barsHeight = (rows: number, series: number): number =>
  (series > 1 ? HEAD : 4) + Math.max(2, rows) * (series * (BAR + 2) + BETWEEN) + FOOT;

/** Bars beside each other, zero-based, the first row on top, each with its figure behind it; hatched until approved. */
export function barsOption(data: Bars, look: Look): ChartOption {
  const several = data.series.length > 1;
  return {
    rowAxis: 'y',
    textStyle: { fontFamily: look.font },
    grid: { left: 0, right: 76, top: several ? HEAD : 4, bottom: 0, containLabel: true },
    ...(several
      ? {
          legend: {
            ...{ top: 0, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 14, selectedMode: false },
            textStyle: { color: look.quiet, fontSize: 12 },
          },
        }
      : {}),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      formatter: (hits: unknown) => {
        const [hit] = [hits].flat() as readonly { readonly dataIndex: number }[];
        return tooltipLines(data.rows[hit?.dataIndex ?? -1]?.tooltip ?? '');
      },
    },
    xAxis: {
      type: 'value',
      min: (extent: { readonly min: number }) => Math.min(0, extent.min),
      ...(data.full === undefined ? {} : { max: data.full, interval: data.full / 4 }),
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
      axisLabel: { color: look.ink, fontSize: 12, lineHeight: 14, interval: 0 },
    },
    series: data.series.map(({ name, hue, dotted: withDots }, index) => ({
      type: 'bar',
      name,
      barWidth: BAR,
      itemStyle: { color: hue, ...(withDots ? { decal: dotted(look) } : {}) },
      data: data.rows.map(({ values, labels, approved }, row) => ({
        // ECharts prints no label where nothing is drawn: a bar of no length carries the word for what is missing.
        value: values[index] ?? 0,
        itemStyle: { ...(approved ? {} : { decal: unapproved(look) }), ...fade(row, data.picked) },
        label: {
          show: true,
          position: 'right',
          formatter: labels[index] ?? '',
          color: look.ink,
          fontSize: 11,
        },
      })),
    })),
  };
}
