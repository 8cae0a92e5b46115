import type { ChartOption } from './chart';
import { fade, unapproved, type Look } from './look';

export interface MonthlyRates {
  readonly months: readonly { readonly label: string; readonly approved: boolean }[];
  /** One strip each, from above; a month without a rate leaves a gap, which is not a zero. */
  readonly strips: readonly {
    readonly name: string;
    readonly hue: string;
    readonly rates: readonly (string | null)[];
  }[];
  /** The month that the reader picked. */
  readonly picked?: number;
}

const STRIP_TOP = 22;
const AXIS_BOTTOM = 22;

/**
 * Rates in percent by month, each kind in a strip of its own over one row of months, because lines close to 100 %
 * would hide each other. Every strip runs from 0 to 100; months nobody has approved yet are hatched.
 */
export function monthlyRatesOption(data: MonthlyRates, look: Look, height: number): ChartOption {
  const stripHeight = (height - AXIS_BOTTOM) / data.strips.length;
  const labels = data.months.map((month) => month.label);
  return {
    rowAxis: 'x',
    textStyle: { fontFamily: look.font },
    tooltip: {
      trigger: 'axis',
      confine: true,
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value.toFixed(2)}%` : '—'),
    },
    title: data.strips.map((strip, index) => ({
      text: strip.name,
      left: 0,
      top: index * stripHeight,
      padding: 0,
      textStyle: { color: strip.hue, fontSize: 12, fontWeight: 600, fontFamily: look.font },
    })),
    grid: data.strips.map((_, index) => ({
      left: 4,
      right: 4,
      top: index * stripHeight + STRIP_TOP + 12,
      height: stripHeight - STRIP_TOP - 18,
    })),
    xAxis: data.strips.map((_, index) => ({
      type: 'category',
      gridIndex: index,
      data: labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } },
      axisLabel: {
        show: index === data.strips.length - 1,
        color: look.quiet,
        fontSize: 11,
        hideOverlap: true,
      },
    })),
    yAxis: data.strips.map((_, index) => ({
      type: 'value',
      gridIndex: index,
      min: 0,
      max: 100,
      show: false,
    })),
    series: data.strips.map((strip, index) => ({
      type: 'bar',
      name: strip.name,
      xAxisIndex: index,
      yAxisIndex: index,
      barMaxWidth: 28,
      itemStyle: { color: strip.hue },
      label: {
        show: true,
        position: 'top',
        distance: 2,
        color: look.ink,
        fontSize: 10,
        formatter: ({ value }: { value: unknown }) => shortRate(value),
      },
      labelLayout: { hideOverlap: true },
      data: strip.rates.map((rate, month) => ({
        value: rate === null ? null : Number(rate),
        itemStyle: {
          ...(data.months[month]?.approved ? {} : { decal: unapproved(look), opacity: 0.75 }),
          ...fade(month, data.picked),
        },
      })),
    })),
  };
}

/**
 * Above a bar there is room for one decimal; the table and the tooltip have both. Rounded half up in whole hundredths:
 * 98.59 → 98.6, 98.35 → 98.4. What only rounding would make a full hundred keeps its two decimals: 99.96 is not all.
 */
export function shortRate(value: unknown): string {
  if (typeof value !== 'number') return '';
  const hundredths = Math.round(value * 100);
  if (hundredths === 10_000) return '100';
  return hundredths >= 9995 ? value.toFixed(2) : (Math.floor((hundredths + 5) / 10) / 10).toFixed(1);
}
