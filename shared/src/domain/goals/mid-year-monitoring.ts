import { bilingual, type Bilingual } from '../bilingual';
import { dueWageMonths } from '../metrics/due';
import type { CountyYearFacts } from '../metrics/facts';
import { citySpendingOf } from '../metrics/funds/city-spending';
import { DEFAULT_METRIC_SETTINGS, type MetricSettings } from '../metrics/metric';
import { sumFen, type Fen } from '../money/fen';
import { divide, multiply, parseDecimal, printRounded, rational } from '../numbers/rational';
import { refusal, type Refusal } from '../refusal';
import type { GoalIndicator, GoalTable } from './goal';
import { isShortOf, reachedValue } from './reached-value';

/** What was reached of one indicator from January to July, by the facts alone. */
export interface MidYearLine {
  readonly indicator: string;
  /** As printed, two decimals at most; null: not from figures, or nothing is due or known. */
  readonly actual: string | null;
  /** Percent of the year's value that is reached; null where that says nothing. */
  readonly reached: string | null;
  /** Short of the year's value: the county says why, and whether it will be reached. */
  readonly needsReason: boolean;
  /** Why there is no figure; null: there is one. */
  readonly note: Bilingual | null;
}

/** 绩效运行监控表: what the program fills in. The county adds 偏差原因, 完成可能性 and measures. */
export interface MidYearMonitoring {
  readonly budget: Fen;
  readonly spent: Fen;
  /** Percent of the adjusted budget, two decimals; null without a budget. */
  readonly executionRate: string | null;
  readonly lines: readonly MidYearLine[];
}

/** How likely the year's value is by its end (完成可能性). */
export type Likelihood = 'certain' | 'possible' | 'unlikely';

/** What the county writes of one line. */
export interface MidYearAnswer {
  readonly indicator: string;
  /** What was reached of what no figure tells; null for what the program fills in. */
  readonly actual: string | null;
  /** 偏差原因; empty where there is nothing to explain. */
  readonly reason: string;
  readonly likelihood: Likelihood | null;
  readonly measures: string;
}

const HUNDRED = rational(100);

/**
 * Fills the mid-year form from the facts as of 31 August at the latest, when all of July is due and nothing of August is. A quantity is compared with the whole year's value and
 * never called short of it in July: its `needsReason` follows from seven twelfths. Rates are compared as they are.
 */
export function fillMidYear(
  table: GoalTable,
  facts: CountyYearFacts,
  settings: MetricSettings = DEFAULT_METRIC_SETTINGS,
): MidYearMonitoring {
  const spent = sumFen(dueWageMonths(facts, settings.clocks).present.map(citySpendingOf));
  return {
    budget: facts.adjustedBudget,
    spent,
    executionRate: facts.adjustedBudget === 0 ? null : percent(spent, facts.adjustedBudget),
    lines: table.indicators.map((one) => lineOf(one, facts, settings)),
  };
}

const percent = (part: number, whole: number): string =>
  printRounded(multiply(rational(part, whole), HUNDRED), 2);

function lineOf(one: GoalIndicator, facts: CountyYearFacts, settings: MetricSettings): MidYearLine {
  const value = one.relation === 'qualitative' ? null : parseDecimal(one.value);
  const { actual, isQuantity, note } = reachedValue(one, facts, settings, NOTHING_DUE);
  if (actual === null || value === null) {
    return { indicator: one.id, actual: null, reached: null, needsReason: false, note };
  }
  const expected = isQuantity ? multiply(value, rational(7, 12)) : value;
  return {
    indicator: one.id,
    actual: printRounded(actual, 2),
    reached: value.numerator === 0n ? null : printRounded(multiply(divide(actual, value), HUNDRED), 2),
    needsReason: isShortOf(one.relation, actual, expected),
    note: null,
  };
}

const NOTHING_DUE = bilingual('7 月底前没有到期数据', 'Nothing was due by the end of July');

/** What keeps the county's part of the form from being submitted. */
export function midYearRefusals(
  table: GoalTable,
  form: MidYearMonitoring,
  answers: readonly MidYearAnswer[],
): readonly Refusal[] {
  return table.indicators.flatMap((one) => {
    const at = answers.findIndex(({ indicator }) => indicator === one.id);
    const answer = answers[at];
    const pointer = at < 0 ? '/answers' : `/answers/${at}`;
    const line = form.lines.find(({ indicator }) => indicator === one.id);
    const refusals: Refusal[] = [];
    if (one.metric === null && !answer?.actual?.trim()) {
      refusals.push(
        refusal(
          `${pointer}/actual`,
          `请填写“${one.name}”的完成情况`,
          `Say what was reached of “${one.name}”`,
        ),
      );
    }
    if (line?.needsReason && !answer?.reason.trim()) {
      refusals.push(
        refusal(
          `${pointer}/reason`,
          `“${one.name}”未达到序时目标，请填写偏差原因`,
          `Say why “${one.name}” is short of its value`,
        ),
      );
    }
    if (!answer?.likelihood) {
      refusals.push(
        refusal(
          `${pointer}/likelihood`,
          `请选择“${one.name}”年底完成的可能性`,
          `Say how likely “${one.name}” is by the end of the year`,
        ),
      );
    }
    if (answer && answer.likelihood !== null && answer.likelihood !== 'certain' && !answer.measures.trim()) {
      refusals.push(
        refusal(
          `${pointer}/measures`,
          `“${one.name}”不能确保完成，请填写改进措施`,
          `Say what is done about “${one.name}”, which is not certain`,
        ),
      );
    }
    return refusals;
  });
}
