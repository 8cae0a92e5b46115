import type {
  Indicator,
  IndicatorCell,
  IndicatorMonth,
  Indicators,
} from '@yuheng/shared/contract/indicators';

/** What is looked at together: the indicators with a target, or one group of all. */
export const GROUPS = ['targeted', 'funds', 'persons', 'inspections', 'effects'] as const;
export type Group = (typeof GROUPS)[number];

/** An indicator with its place in the rows of the counties. */
export interface Placed {
  readonly at: number;
  readonly indicator: Indicator;
}

export type CountyRow = Indicators['counties'][number];

/** A figure of a table: a month has no sentence of its own, the counties together have no state or target. */
export type Figure = Omit<IndicatorCell, 'text'> & Partial<Pick<IndicatorCell, 'text'>>;

/** One line of the months: a county or an indicator. */
export interface MonthLine {
  readonly key: string;
  readonly name: string;
  /** A name of a place stays Chinese whatever language the page is read in. */
  readonly chinese: boolean;
  readonly indicator: Indicator;
  /** Whose records lie behind the figures; null: of all counties together. */
  readonly county: string | null;
  readonly months: readonly IndicatorMonth[];
}

export const isGroup = (text: string | null): text is Group => GROUPS.some((one) => one === text);

export const placedOf = ({ indicators }: Indicators, group: Group): readonly Placed[] =>
  indicators
    .map((indicator, at) => ({ indicator, at }))
    .filter(({ indicator }) => (group === 'targeted' ? indicator.targeted : indicator.group === group));

const NOTHING: Figure = {
  state: 'notDue',
  figure: null,
  part: null,
  whole: null,
  light: 'none',
  target: null,
};

/** A county's figure of the year so far, or of one month where that is picked. */
export function figureOf(county: CountyRow, at: number, month: string | null): Figure {
  if (month === null) return county.cells[at] ?? NOTHING;
  return county.months[at]?.find((one) => one.month === month) ?? NOTHING;
}

/**
 * The counties together, month by month. Where no county has a figure the state is that of the counties: nothing due in any, or
 * something missing in some, so that an empty month never looks like a zero.
 */
export function monthsOfAll({ indicator, at }: Placed, counties: readonly CountyRow[]): IndicatorMonth[] {
  return indicator.all.months.map(({ month, figure, part, whole, approved }) => {
    const states = counties.flatMap(
      ({ months }) => months[at]?.find((one) => one.month === month)?.state ?? [],
    );
    const without = states.includes('missing')
      ? 'missing'
      : states.includes('notApplicable')
        ? 'notApplicable'
        : 'notDue';
    const state = figure === null ? without : 'reported';
    return { month, figure, part, whole, approved, state, light: 'none', target: null };
  });
}

/** The longest bar of a column is a full one: 100 of percent, else the largest figure there is. */
export function fullOf({ unit }: Indicator, figures: readonly (string | null)[]): number {
  if (unit === 'percent') return 100;
  return Math.max(1, ...figures.map((one) => Number(one ?? 0)));
}

/** For the bar's length only, in percent of the full one. */
export const lengthOf = (figure: string | null, full: number): number | null =>
  figure === null ? null : Math.min(100, Math.max(0, (Number(figure) / full) * 100));

const CLASSES = ['public', 'internal', 'closed'] as const satisfies readonly Indicator['disclosure'][];

/** What is shown together leaves the page by the class of its most restricted part. */
export const strictestOf = (classes: readonly Indicator['disclosure'][]): Indicator['disclosure'] =>
  CLASSES[Math.max(0, ...classes.map((one) => CLASSES.indexOf(one)))] ?? 'closed';
