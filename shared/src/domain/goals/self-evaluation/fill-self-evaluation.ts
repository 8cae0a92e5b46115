import { bilingual, type Bilingual } from '../../bilingual';
import { dueWageMonths } from '../../metrics/due';
import type { CountyYearFacts } from '../../metrics/facts';
import { citySpendingOf } from '../../metrics/funds/city-spending';
import { DEFAULT_METRIC_SETTINGS, type MetricSettings } from '../../metrics/metric';
import { valuesFromFacts } from '../../metrics/values/values-from-facts';
import { sumFen } from '../../money/fen';
import {
  compare,
  divide,
  parseDecimal,
  printUnits,
  rational,
  roundHalfUp,
  ZERO,
} from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { compileMethod } from '../../scoring/compile-method';
import type { Indicator, IndicatorValue, Method, Rule } from '../../scoring/method';
import { printScore, scoreValues } from '../../scoring/score';
import type { GoalIndicator, GoalTable } from '../goal';
import { isShortOf, reachedValue, type ReachedValue } from '../reached-value';
import { EXECUTION } from './self-evaluation';
import type { Attainment, SelfEvaluation, SelfEvaluationAnswer, SelfEvaluationLine } from './self-evaluation';
import { selfEvaluationMarks, type GroupMarks } from './self-evaluation-marks';

/** 达成 100–80 %, 部分达成 80–60 %, 未达成 60–0 % of the marks (财预〔2020〕10号, rules.md section 4). */
const BANDS = [
  { label: 'achieved', from: '0.8', to: '1' },
  { label: 'partly', from: '0.6', to: '0.8' },
  { label: 'notAchieved', from: '0', to: '0.6' },
] as const;

const HUNDRED = rational(100);

/** Percent of the marks, where it stands in the band of its word; null: it does not, or is no number. */
export function shareOfBand(attainment: Attainment, percent: string): Rational | null {
  const band = BANDS.find(({ label }) => label === attainment);
  const read = parseDecimal(percent.trim());
  if (!band || !read) return null;
  const share = divide(read, HUNDRED);
  const [from, to] = [parseDecimal(band.from) ?? ZERO, parseDecimal(band.to) ?? ZERO];
  const isTop = band.to === '1';
  return compare(share, from) >= 0 && compare(share, to) <= (isTop ? 0 : -1) ? share : null;
}

/** A figure that the county typed: a decimal of 0 or more; null: none. */
export function typedFigure(answer: SelfEvaluationAnswer | undefined): Rational | null {
  const typed = parseDecimal(answer?.actual?.trim() ?? '');
  return typed && compare(typed, ZERO) >= 0 ? typed : null;
}

export interface SelfEvaluationInput {
  readonly table: GoalTable;
  readonly facts: CountyYearFacts;
  readonly answers: readonly SelfEvaluationAnswer[];
  /** Of the groups, by the method of the round of self-evaluation; null: there is none, the defaults count. */
  readonly groupMarks?: GroupMarks | null;
}

interface ReadLine {
  readonly goal: GoalIndicator;
  readonly reached: ReachedValue;
  readonly value: IndicatorValue;
  readonly rule: Rule;
  readonly actual: string | null;
}

/**
 * Fills 项目支出绩效自评表 from the facts as of a day after the year, the issued goals and what the county wrote, and scores it
 * by the engine: short of a value in proportion (actual ÷ target × marks, for ≤ target ÷ actual), a goal of 0 by yes or no, a
 * goal in words by its band. What is not applicable is left out and the rest re-scaled to 100; what is missing keeps the
 * total open. More than 1.3 times the value asks for a reason, and moves no mark.
 * Example: 276 of 300 person-months, 8 marks → 7.36.
 */
export function fillSelfEvaluation(
  { table, facts, answers, groupMarks = null }: SelfEvaluationInput,
  settings: MetricSettings = DEFAULT_METRIC_SETTINGS,
): SelfEvaluation {
  const marks = selfEvaluationMarks(table.indicators, groupMarks);
  const read = table.indicators.map((goal) => readLine(goal, facts, answers, settings));
  const leaves: readonly Indicator[] = [
    executionLeaf(marks.execution),
    ...read.map(({ goal, rule }) => ({ id: goal.id, marks: String(marks.lines[goal.id] ?? 0), rule })),
  ];
  const execution = executionOf(leaves[0] as Indicator, facts, settings);
  const method: Method = { indicators: leaves, scoreDecimals: 2 };
  const values = Object.fromEntries(read.map(({ goal, value }) => [goal.id, value]));
  const answer = scored(method, { ...values, [EXECUTION]: execution.value });
  const scoreOf = (id: string): Pick<SelfEvaluationLine, 'marks' | 'score' | 'state' | 'needsReason'> => {
    const leaf = answer.indicators.find((one) => one.id === id);
    const full = id === EXECUTION ? marks.execution : (marks.lines[id] ?? 0);
    const score = leaf?.finalScore ?? null;
    const isFarAbove = answer.warnings.some((one) => one.indicator === id && one.kind === 'overAchievement');
    return {
      marks: String(full),
      score,
      state: leaf?.state ?? 'scored',
      needsReason: isFarAbove || (score !== null && score !== `${full}.00`),
    };
  };
  return {
    initialBudget: facts.initialBudget,
    adjustedBudget: facts.adjustedBudget,
    spent: sumFen(dueWageMonths(facts, settings.clocks).present.map(citySpendingOf)),
    lines: [
      { indicator: EXECUTION, ...execution.shown, ...scoreOf(EXECUTION) },
      ...read.map(({ goal, reached, actual }) => ({
        indicator: goal.id,
        actual,
        fromFigures: reached.actual !== null || reached.isLeftOut,
        note: reached.note,
        ...scoreOf(goal.id),
      })),
    ],
    total: answer.total,
  };
}

function readLine(
  goal: GoalIndicator,
  facts: CountyYearFacts,
  answers: readonly SelfEvaluationAnswer[],
  settings: MetricSettings,
): ReadLine {
  const answer = answers.find(({ indicator }) => indicator === goal.id);
  const reached = reachedValue(goal, facts, settings, NOTHING_DUE);
  const rule = ruleOf(goal);
  if (reached.isLeftOut) {
    const value = { state: 'notApplicable', reason: reached.note?.zh ?? '不适用' } as const;
    return { goal, reached, rule, value, actual: null };
  }
  if (goal.relation === 'qualitative') {
    const { attainment = null, percent = null } = answer ?? {};
    const ratio = attainment === null || percent === null ? null : shareOfBand(attainment, percent);
    const value = ratio && attainment ? { band: attainment, ratio } : ({ state: 'missing' } as const);
    return { goal, reached, rule, value, actual: answer?.actual?.trim() || null };
  }
  const actual = reached.actual ?? typedFigure(answer);
  if (actual === null) return { goal, reached, rule, value: { state: 'missing' }, actual: null };
  const target = parseDecimal(goal.value) ?? ZERO;
  const value = rule.kind === 'yesNo' ? { met: !isShortOf(goal.relation, actual, target) } : { actual };
  return { goal, reached, rule, value, actual: printFigure(actual) };
}

/** Two decimals at most, and none where the figure is whole: 168 人月, 74.51 %. */
export const printFigure = (figure: Rational): string => {
  const rounded = roundHalfUp(figure, 2);
  return rounded % 100n === 0n ? String(rounded / 100n) : printUnits(rounded, 2);
};

/** By what a line is scored. A value of 0 has no proportion: it is reached or not. */
function ruleOf(goal: GoalIndicator): Rule {
  if (goal.relation === 'qualitative') return { kind: 'bands', bands: BANDS };
  const target = parseDecimal(goal.value) ?? ZERO;
  if (compare(target, ZERO) <= 0) return { kind: 'yesNo' };
  const rule: Rule = { kind: 'proportional', target, direction: goal.relation };
  // A share of a whole cannot pass it, so there is nothing to explain above its target.
  return goal.unit.trim() === '%' ? rule : { ...rule, overAchievement: { threshold: '1.3' } };
}

const executionLeaf = (marks: number): Indicator => ({
  id: EXECUTION,
  marks: String(marks),
  source: 'metric',
  rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
});

function executionOf(
  leaf: Indicator,
  facts: CountyYearFacts,
  settings: MetricSettings,
): {
  readonly value: IndicatorValue;
  readonly shown: Pick<SelfEvaluationLine, 'actual' | 'fromFigures' | 'note'>;
} {
  const read = valuesFromFacts({ indicators: [leaf] }, { facts }, settings);
  const metric = read.ok ? read.value.metrics[EXECUTION] : undefined;
  const note: Bilingual | null = read.ok ? (metric?.note ?? null) : (read.refusals[0]?.detail ?? NOTHING_DUE);
  return {
    value: (read.ok ? read.value.values[EXECUTION] : undefined) ?? { state: 'missing' },
    shown: { actual: metric?.value ? printFigure(metric.value) : null, fromFigures: true, note },
  };
}

/** @throws RangeError where the engine refuses what was read by its own rules. */
function scored(method: Method, values: Readonly<Record<string, IndicatorValue>>) {
  const compiled = compileMethod(method);
  const result = compiled.ok ? scoreValues(compiled.value, values) : compiled;
  if (!compiled.ok || !result.ok) throw new RangeError('A self-evaluation was not scored by its own rules.');
  return printScore(compiled.value, result.value);
}

const NOTHING_DUE = bilingual('系统中没有该项数据', 'The program has no figure of this');
