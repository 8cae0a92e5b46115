import { breakName } from './break-name';
import type { ChartOption } from './chart';
import { tooltipLines } from './escape';
import { fade, type Look } from './look';

export interface YearStrips {
  /** Every year from the first to the last, also those of which nothing is known. */
  readonly years: readonly string[];
  /** One strip each, from above; a year that is not known leaves a gap, which is not a zero. */
  readonly strips: readonly {
    readonly name: string;
    readonly values: readonly (YearValue | null)[];
  }[];
  readonly tooltip: (strip: number, year: number) => string;
  /** The strip that the reader picked. */
  readonly picked?: number;
}
export interface YearValue {
  readonly value: number;
  readonly label: string;
}

const STRIP = 46;
const FOOT = 24;
const NAME_WIDTH = 116;

export const yearStripsHeight = (strips: number): number => strips * STRIP + FOOT;

/**
 * Small multiples: a strip of bars over one row of years for each county, all on one zero-based scale, so that a strip
 * that looks the same is the same. The figure stands above its bar.
 */
export function yearStripsOption(data: YearStrips, look: Look): ChartOption {
  const values = data.strips.flatMap((strip) => strip.values.map((one) => one?.value ?? 0));
  // A quarter above the tallest bar is for its figure.
  const top = Math.max(1, ...values) * 1.25;
  const last = data.strips.length - 1;
  return {
    textStyle: { fontFamily: look.font },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (hit: { seriesIndex: number; dataIndex: number }) =>
        tooltipLines(data.tooltip(hit.seriesIndex, hit.dataIndex)),
    },
    title: data.strips.map((strip, index) => ({
      text: breakName(strip.name),
      left: 0,
      top: index * STRIP + 16,
      padding: 0,
      textStyle: {
        color: look.ink,
        fontSize: 12,
        lineHeight: 14,
        fontWeight: 'normal',
        fontFamily: look.font,
      },
    })),
    grid: data.strips.map((_, index) => ({
      left: NAME_WIDTH,
      right: 8,
      top: index * STRIP + 4,
      height: STRIP - 8,
    })),
    xAxis: data.strips.map((_, index) => ({
      type: 'category',
      gridIndex: index,
      data: [...data.years],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } },
      axisLabel: { show: index === last, color: look.quiet, fontSize: 11, hideOverlap: true },
    })),
    yAxis: data.strips.map((_, index) => ({
      type: 'value',
      gridIndex: index,
      min: 0,
      max: top,
      show: false,
    })),
    series: data.strips.map((strip, index) => ({
      type: 'bar',
      name: strip.name,
      xAxisIndex: index,
      yAxisIndex: index,
      barMaxWidth: 36,
      itemStyle: { color: look.city, ...fade(index, data.picked) },
      label: {
        show: true,
        position: 'top',
        distance: 1,
        color: look.ink,
        fontSize: 11,
        formatter: ({ dataIndex }: { dataIndex: number }) => strip.values[dataIndex]?.label ?? '',
      },
      labelLayout: { hideOverlap: true },
      // The twin table has a row a strip, of which the cursor shows the last year that is known.
      data: strip.values.map((one) => (one === null ? null : { value: one.value, row: index })),
    })),
  };
}
