import type { ChartOption } from './chart';
import { tooltipLines } from './escape';
import { fade, isFaded, unapproved, type Look } from './look';

export interface MoneyMonths {
  readonly months: readonly {
    readonly label: string;
    readonly approved: boolean;
    /** Not due months draw nothing: a month that has not come is not a zero. */
    readonly due: boolean;
    readonly cityFen: number;
    readonly advancedFen: number;
    readonly countyFen: number;
    readonly expectedFen: number;
  }[];
  readonly words: {
    readonly city: string;
    readonly advanced: string;
    readonly county: string;
    readonly expected: string;
  };
  /** 分 in the unit that the axis shows. Only pixels and axis labels come from the quotient. */
  readonly fenPerUnit: number;
  readonly tooltip: (month: number) => string;
  readonly picked?: number;
}

export const MONEY_MONTHS_HEIGHT = 300;

/** On a phone the legend takes two lines, and the axis begins below both. */
const LEGEND = { narrow: 460, oneLine: 34, twoLines: 54 };

/** Money paid by month worked: the city's part, what the county advanced for it, the county's own part, stacked. */
export function moneyMonthsOption(data: MoneyMonths, look: Look): ChartOption {
  const stack = (name: string, key: 'cityFen' | 'advancedFen' | 'countyFen', hue: string) => ({
    type: 'bar',
    name,
    stack: 'paid',
    barMaxWidth: 34,
    itemStyle: { color: hue },
    data: data.months.map((month, index) =>
      month.due
        ? {
            value: month[key] / data.fenPerUnit,
            ...(month.approved && !isFaded(index, data.picked)
              ? {}
              : {
                  itemStyle: {
                    color: hue,
                    ...(month.approved ? {} : { decal: unapproved(look) }),
                    ...fade(index, data.picked),
                  },
                }),
          }
        : null,
    ),
  });
  return {
    rowAxis: 'x',
    textStyle: { fontFamily: look.font },
    grid: { left: 0, right: 8, top: LEGEND.oneLine, bottom: 0, containLabel: true },
    media: [
      { query: { maxWidth: LEGEND.narrow }, option: { grid: { top: LEGEND.twoLines } } },
      { option: { grid: { top: LEGEND.oneLine } } },
    ],
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
      formatter: (hits: unknown) => {
        const [hit] = hits as readonly { readonly dataIndex: number }[];
        return hit ? tooltipLines(data.tooltip(hit.dataIndex)) : '';
      },
    },
    xAxis: {
      type: 'category',
      data: data.months.map((month) => month.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.quiet } },
      axisLabel: { color: look.ink, fontSize: 12, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 4,
      axisLabel: { color: look.quiet, fontSize: 11 },
      splitLine: { lineStyle: { color: look.line } },
    },
    series: [
      stack(data.words.city, 'cityFen', look.city),
      stack(data.words.advanced, 'advancedFen', look.advance),
      stack(data.words.county, 'countyFen', look.county),
      {
        type: 'scatter',
        name: data.words.expected,
        symbol: 'rect',
        symbolSize: [26, 3],
        z: 4,
        itemStyle: { color: look.expected },
        data: data.months.map((month) =>
          month.due && month.expectedFen > 0 ? month.expectedFen / data.fenPerUnit : null,
        ),
      },
    ],
  };
}
