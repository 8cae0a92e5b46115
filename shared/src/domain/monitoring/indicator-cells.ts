import { bilingual, type Bilingual } from '../bilingual';
import { METRICS } from '../metrics/catalogue';
import type { CountyYearFacts, ValueState } from '../metrics/facts';
import type { MetricCode, MetricDefinition, MetricResult } from '../metrics/metric';
import { quotient } from '../metrics/rate';
import { fen } from '../money/fen';
import { amountInWords } from '../money/print-money';
import { printExact, printRounded, type Rational } from '../numbers/rational';
import { lastDay, monthsOfYear, type YearMonth } from '../period/year-month';
import { isTargeted, type WatchedIndicator } from './indicators';
import { lightOfValue, type Light } from './light';
import { NOTHING_DUE, rateCell, targetToDate } from './measure-cells';
import type { MonitoringSettings } from './monitoring-settings';
import { goalsInForce, targetOf } from './targets';

/** An indicator of the year so far, in one county. */
export interface IndicatorCell {
  readonly state: ValueState;
  /**
   * In the unit of the metric: two decimals, half up; whole of occurrences; 1 or 0 of a condition that is met or not. null
   * where nothing is due, applicable or known: a missing figure is never a zero.
   */
  readonly figure: string | null;
  /** What the figure divides: persons, items, hours, or fen. */
  readonly part: number | null;
  readonly whole: number | null;
  /** Against the county's own target; `none` without one. */
  readonly light: Light;
  /** In percent as laid down; null where none may be laid down. */
  readonly target: string | null;
  readonly text: Bilingual;
}

/** The same of one month alone. */
export interface IndicatorMonth extends Omit<IndicatorCell, 'text'> {
  readonly month: YearMonth;
  /** The sheet that it rests on is approved. */
  readonly approved: boolean;
}

type Figure = Pick<IndicatorCell, 'figure' | 'part' | 'whole'>;

const NO_FIGURE: Figure = { figure: null, part: null, whole: null };
const NOT_DUE = { ...NO_FIGURE, state: 'notDue', light: 'none' } as const;

const decimals = (value: Rational): string => printRounded(value, 2);

/** What a computed metric comes to, in the one form of all units. A reference value is shown like any other. */
function figureOf({ value, referenceValue, numerator, denominator, occurrences, met }: MetricResult): Figure {
  if (occurrences !== undefined) return { figure: String(occurrences), part: numerator, whole: denominator };
  if (met !== undefined) return { ...NO_FIGURE, figure: met ? '1' : '0' };
  const shown = value ?? referenceValue ?? null;
  return shown === null ? NO_FIGURE : { figure: decimals(shown), part: numerator, whole: denominator };
}

const joined = (parts: readonly Bilingual[]): Bilingual =>
  bilingual(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));

const STATES: Partial<Readonly<Record<ValueState, Bilingual>>> = {
  notDue: bilingual('未到期', 'not due'),
  notApplicable: bilingual('不适用', 'not applicable'),
  missing: bilingual('缺报', 'missing'),
};

/** What is divided by what, where the figure is a quotient; the formula of the metric says what they count. */
function inWords({ unit, counts }: MetricDefinition, { figure, part, whole }: Figure): Bilingual | null {
  if (figure === null) return null;
  if (unit === 'yesNo') return figure === '1' ? bilingual('达到', 'met') : bilingual('未达到', 'not met');
  if (unit === 'occurrences')
    return bilingual(
      `到期 ${whole} 项，迟报、未报 ${figure} 项`,
      `${figure} of ${whole} due late or missing`,
    );
  if (part === null || whole === null) return null;
  const say = (amount: number): Bilingual =>
    counts === 'money' ? amountInWords(fen(amount)) : bilingual(String(amount), String(amount));
  const [a, b] = [say(part), say(whole)];
  return bilingual(`${a.zh} ÷ ${b.zh}`, `${a.en} ÷ ${b.en}`);
}

/**
 * An indicator of the year so far. Those that may have a target are told by `rateCell`, as on the overview and the county's own
 * page; the others have no target, no light, and say what is divided by what. A contradiction in the facts is said in words
 * and nothing is computed from it. No grade, no rank. Example: 143 ÷ 150 → 95.33, target 95, normal.
 */
export function indicatorCell(
  facts: CountyYearFacts,
  code: MetricCode,
  settings: MonitoringSettings,
): IndicatorCell {
  if (isTargeted(code)) {
    const { state, rate, part, whole, light, text } = rateCell(facts, code, settings);
    const target = printExact(targetToDate(code, facts, settings).percent);
    return { state, figure: rate, part, whole, light, target, text };
  }
  const { definition, compute } = METRICS[code];
  const computed = compute(facts, settings.metrics);
  if (!computed.ok) {
    const text = computed.refusals[0]?.detail ?? bilingual('数据有矛盾', 'the facts contradict each other');
    return { ...NO_FIGURE, state: 'missing', light: 'attention', target: null, text };
  }
  const { state, note } = computed.value;
  const figure = figureOf(computed.value);
  const words = inWords(definition, figure) ?? (note ? null : (STATES[state] ?? null));
  const text = joined([...(words ? [words] : []), ...(note ? [note] : [])]);
  return { ...figure, state, light: state === 'missing' ? 'attention' : 'none', target: null, text };
}

/** The sheet of a month that an indicator rests on. */
const sheetOf = (facts: CountyYearFacts, kind: 'wages' | 'inspections', month: YearMonth) =>
  (kind === 'wages' ? facts.wageMonths : facts.inspections).find((one) => one.month === month);

function monthOf(
  facts: CountyYearFacts,
  { code, kind }: { readonly code: MetricCode; readonly kind: 'wages' | 'inspections' },
  month: YearMonth,
  settings: MonitoringSettings,
): IndicatorMonth {
  const sheet = sheetOf(facts, kind, month);
  const approved = sheet?.stage === 'approved';
  const target = isTargeted(code)
    ? targetOf(code, goalsInForce(settings.goals, lastDay(month), facts.asOf), settings.light).percent
    : null;
  const base = { month, approved, target: target && printExact(target) };
  const computed = METRICS[code].compute({ ...facts, onlyMonth: month }, settings.metrics);
  if (!computed.ok) return { ...base, ...NO_FIGURE, state: 'missing', light: 'attention' };
  const { state, value } = computed.value;
  if (state === 'notDue') return { ...base, ...NOT_DUE };
  const light =
    state === 'missing'
      ? 'attention'
      : value && target
        ? lightOfValue(value, target, settings.light)
        : 'none';
  const isLate = state === 'reported' && sheet?.state === 'late';
  return { ...base, ...figureOf(computed.value), state: isLate ? 'late' : state, light };
}

/**
 * An indicator month by month, each of its own sheet alone and against the target in force at the month's end; empty where no
 * single month gives it. A late sheet counts and says that it was late. Example: 14 of 15 on post in June → 93.33.
 */
export function indicatorMonths(
  facts: CountyYearFacts,
  { code, monthly }: WatchedIndicator,
  settings: MonitoringSettings,
): readonly IndicatorMonth[] {
  if (monthly === null) return [];
  return monthsOfYear(facts.year).map((month) => monthOf(facts, { code, kind: monthly }, month, settings));
}

/** What the counties together come to: the sum of the parts over the sum of the wholes, never a mean of their rates. */
export interface IndicatorOfAll {
  readonly figure: string | null;
  readonly part: number | null;
  readonly whole: number | null;
  /** How many counties it is of; the others are missing, not due or not applicable. */
  readonly counties: number;
}

interface Counted {
  readonly state: ValueState;
  readonly figure: string | null;
  readonly part: number | null;
  readonly whole: number | null;
}

const sum = (figures: readonly (number | null)[]): number =>
  figures.reduce<number>((total, one) => total + (one ?? 0), 0);

/**
 * The counties together. Counts are added, quotients are the quotient of the sums, a condition is met where every county meets
 * it. What is not a reported or late figure is left out on both sides, so that what is missing is never a zero. Hours a person
 * depend on how many months each county counts, so that they have no sum. Example: 14 of 15 and 25 of 25 → 39 ÷ 40 = 97.50.
 */
export function indicatorOfAll(code: MetricCode, cells: readonly Counted[]): IndicatorOfAll {
  const known = cells.filter(
    (one) => one.figure !== null && (one.state === 'reported' || one.state === 'late'),
  );
  const counties = known.length;
  const { unit } = METRICS[code].definition;
  if (counties === 0 || unit === 'hoursPerPerson') return { ...NO_FIGURE, counties };
  const [part, whole] = [sum(known.map((one) => one.part)), sum(known.map((one) => one.whole))];
  if (unit === 'occurrences') return { figure: String(part), part, whole, counties };
  if (unit === 'yesNo') {
    const met = known.filter((one) => one.figure === '1').length;
    return { figure: met === counties ? '1' : '0', part: met, whole: counties, counties };
  }
  if (whole === 0) return { ...NO_FIGURE, counties };
  return { figure: decimals(quotient(part, whole, unit === 'percent' ? 100 : 1)), part, whole, counties };
}

/** Of a county and year of which nothing is gathered. */
export const INDICATOR_NOT_DUE: IndicatorCell = { ...NOT_DUE, target: null, text: NOTHING_DUE.text };
