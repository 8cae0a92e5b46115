import { bilingual, type Bilingual } from '../bilingual';
import { METRICS } from '../metrics/catalogue';
import { dueWageMonths } from '../metrics/due';
import type { CountyYearFacts } from '../metrics/facts';
import type { MetricSettings } from '../metrics/metric';
import { fen, sumFen } from '../money/fen';
import { compare, rational, type Rational } from '../numbers/rational';
import type { GoalIndicator } from './goal';

/** What the facts say was reached of one line of a table of goals. */
export interface ReachedValue {
  /** In the line’s unit; null: not from figures, or nothing is due or known. */
  readonly actual: Rational | null;
  /** Adds up over the year, so that half of a year has half of it. */
  readonly isQuantity: boolean;
  /** There is nothing to be reached, or too little to judge by: the line is left out of a score. */
  readonly isLeftOut: boolean;
  /** Why there is no figure; null: there is one. */
  readonly note: Bilingual | null;
}

const figure = (actual: Rational, isQuantity = false): ReachedValue => ({
  actual,
  isQuantity,
  isLeftOut: false,
  note: null,
});
const noFigure = (note: Bilingual, isQuantity = false, isLeftOut = false): ReachedValue => ({
  actual: null,
  isQuantity,
  isLeftOut,
  note,
});

/** What was reached does not come up to the value: under it, over it, or other than it, as the line says. */
export const isShortOf = (
  relation: GoalIndicator['relation'],
  actual: Rational,
  expected: Rational,
): boolean =>
  (relation === 'atLeast' && compare(actual, expected) < 0) ||
  (relation === 'atMost' && compare(actual, expected) > 0) ||
  (relation === 'exactly' && compare(actual, expected) !== 0);

/** Reads a line from the facts. `nothingDue` says why there is nothing where no figure is due yet. */
export function reachedValue(
  { metric }: Pick<GoalIndicator, 'metric'>,
  facts: CountyYearFacts,
  settings: MetricSettings,
  nothingDue: Bilingual,
): ReachedValue {
  if (metric === null) return noFigure(SAID_BY_COUNTY);
  const { present, missing } = dueWageMonths(facts, settings.clocks);
  const persons = present.reduce((sum, month) => sum + month.personsOnPost, 0);
  if (metric === 'personMonthsOnPost') {
    if (missing.length > 0) return noFigure(MONTHS_MISSING, true);
    return present.length > 0 ? figure(rational(persons), true) : noFigure(nothingDue, true);
  }
  if (metric === 'cityPartPerPersonMonth') {
    if (persons === 0) return noFigure(nothingDue);
    return figure(rational(sumFen(present.map((month) => month.cityPartPaid)), fen(persons * 100)));
  }
  const computed = METRICS[metric].compute(facts, settings);
  if (!computed.ok) return noFigure(computed.refusals[0]?.detail ?? nothingDue);
  const { value, note, state } = computed.value;
  if (value !== null) return figure(value);
  return noFigure(
    note ?? (state === 'missing' ? MONTHS_MISSING : nothingDue),
    false,
    state === 'notApplicable',
  );
}

const SAID_BY_COUNTY = bilingual('由县（市、区）填写完成情况', 'The county says what was reached');
const MONTHS_MISSING = bilingual(
  '有月份缺报，补报后自动计算',
  'Months are missing; computed once they are reported',
);
