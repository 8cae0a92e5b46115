import type { ChartParts, Reading } from '../charts/reading';
import { monthlyRatesOption } from '../charts/monthly-rates';
import { SMALL_MULTIPLES, smallMultiplesHeight, smallMultiplesScene } from '../charts/small-multiples';
import { formatDay } from '../ui/day';
import { listInWords } from '../ui/list-in-words';
import { figureInWords } from './figure-in-words';
import { fullOf, type MonthLine } from './indicator-view';

const STRIP = 64;
const AXIS = 22;

/** A line's figure of one month. */
const at = ({ months }: MonthLine, index: number): string | null => months[index]?.figure ?? null;

const shortMonth = (month: string, { text, language }: Reading): string =>
  language === 'en'
    ? formatDay(month, 'en').slice(0, 3)
    : text('indicators.months.name', { month: Number(month.slice(5)) });

/** The lines' figures of one month in words; a line without one is left out. */
function figuresOn(month: string, lines: readonly MonthLine[], reading: Reading): string {
  const figures = lines.flatMap(({ name, indicator, months }) => {
    const figure = months.find((one) => one.month === month)?.figure ?? null;
    const words = figureInWords(indicator, figure, reading);
    return words === null ? [] : [reading.text('indicators.months.figure', { name, figure: words })];
  });
  return listInWords(figures, reading.language);
}

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
  const hue = { wages: look.wages, inspections: look.inspection } as const;
  const isApproved = (index: number): boolean =>
    rates.every((line) => at(line, index) === null || line.months[index]?.approved);
  return {
    option: monthlyRatesOption(
      {
        months: first.months.map(({ month }, index) => ({
          label: shortMonth(month, reading),
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
      figures: figuresOn(latest.month, rates, reading),
    }),
    height,
  };
}

/**
 * One indicator, a small field for each county and for all together, on one scale; a line across where the county's own
 * target is. A row of the twin is a line. Null where no figure is there, where a figure has no length, and where the
 * fields are too many to be looked over.
 */
export function byCountyChart(
  lines: readonly MonthLine[],
  what: string,
  reading: Reading,
): ChartParts | null {
  const { text, language, look } = reading;
  const [first] = lines;
  const known = first?.months.filter((_, index) => lines.some((line) => at(line, index) !== null)) ?? [];
  const latest = known.at(-1);
  if (!first || !latest || first.indicator.unit === 'yesNo' || lines.length > SMALL_MULTIPLES) return null;
  const words = (figure: string | null) => figureInWords(first.indicator, figure, reading) ?? '—';
  const figures = lines.flatMap(({ months }) => months.map(({ figure }) => figure));
  const rows = lines.map(({ name, months }) => {
    const target = months.findLast((one) => one.target !== null)?.target ?? null;
    return {
      name,
      values: months.map(({ figure }) => (figure === null ? null : Number(figure))),
      label: words(months.findLast(({ figure }) => figure !== null)?.figure ?? null),
      target: target === null ? null : Number(target),
      asked: target,
    };
  });
  const tips = rows.map(({ name, label, asked }) => [
    name,
    label,
    ...(asked === null ? [] : [text('indicators.target', { target: asked })]),
  ]);
  const months = first.months.map(({ month }, index) => ({
    label: shortMonth(month, reading),
    approved: lines.every((line) => at(line, index) === null || (line.months[index]?.approved ?? false)),
  }));
  return {
    option: smallMultiplesScene(
      { months, rows, hue: look.city, full: fullOf(first.indicator, figures), tips },
      look,
    ),
    table: {
      columns: [
        text('indicators.months.county'),
        ...first.months.map(({ month }) => formatDay(month, language)),
      ],
      rows: lines.map((line) => [line.name, ...line.months.map(({ figure }) => words(figure))]),
    },
    summary: text('indicators.months.chartSummary', {
      what,
      months: known.length,
      month: formatDay(latest.month, language),
      figures: figuresOn(latest.month, lines, reading),
    }),
    height: smallMultiplesHeight(lines.length),
  };
}
