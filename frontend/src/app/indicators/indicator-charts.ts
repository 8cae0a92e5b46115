import type { ChartParts, Reading } from '../charts/reading';
import { monthlyRatesOption } from '../charts/monthly-rates';
import { formatDay } from '../ui/day';
import { figureInWords } from './figure-in-words';
import type { MonthLine } from './indicator-view';

const STRIP = 64;
const AXIS = 22;

/** A line's figure of one month. */
const at = ({ months }: MonthLine, index: number): string | null => months[index]?.figure ?? null;

/** Lines over the months as small strips, one over the other; null where none of them is a rate with a figure. */
export function coursesChart(
  lines: readonly MonthLine[],
  what: string,
  { reading, picked }: { readonly reading: Reading; readonly picked: number },
): ChartParts | null {
  const { text, language, look } = reading;
  const rates = lines.filter(({ indicator }) => indicator.unit === 'percent');
  const [first] = rates;
  const known = (first?.months ?? []).filter((_, index) => rates.some((line) => at(line, index) !== null));
  const latest = known.at(-1);
  if (!first || !latest) return null;
  const height = rates.length * STRIP + AXIS;
  const short = (month: string): string =>
    language === 'en'
      ? formatDay(month, 'en').slice(0, 3)
      : text('indicators.months.name', { month: Number(month.slice(5)) });
  const hue = { wages: look.wages, inspections: look.inspection } as const;
  const isApproved = (index: number): boolean =>
    rates.every((line) => at(line, index) === null || line.months[index]?.approved);
  const figures = rates.flatMap(({ name, indicator, months }) => {
    const figure = months.find(({ month }) => month === latest.month)?.figure ?? null;
    const words = figureInWords(indicator, figure, reading);
    return words === null ? [] : [text('indicators.months.figure', { name, figure: words })];
  });
  return {
    option: monthlyRatesOption(
      {
        months: first.months.map(({ month }, index) => ({
          label: short(month),
          approved: isApproved(index),
        })),
        strips: rates.map(({ name, indicator, months }) => ({
          name,
          hue: hue[indicator.monthly ?? 'wages'],
          rates: months.map(({ figure }) => figure),
        })),
        picked,
      },
      look,
      height,
    ),
    table: {
      columns: [
        text('indicators.months.month'),
        ...rates.map(({ name }) => name),
        text('indicators.months.state'),
      ],
      rows: first.months.map(({ month }, index) => [
        formatDay(month, language),
        ...rates.map((line) => figureInWords(line.indicator, at(line, index), reading) ?? '—'),
        text(
          rates.every((line) => at(line, index) === null)
            ? 'ui.valueState.notDue'
            : `ui.figureState.${isApproved(index) ? 'approved' : 'provisional'}`,
        ),
      ]),
    },
    summary: text('indicators.months.chartSummary', {
      what,
      months: known.length,
      month: formatDay(latest.month, language),
      figures: figures.join(language === 'en' ? ', ' : '、'),
    }),
    height,
  };
}
