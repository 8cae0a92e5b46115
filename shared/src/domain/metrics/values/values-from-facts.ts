import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import type { LeafSource } from '../../scoring/explaining/explanation-step';
import type { Indicator, IndicatorValue, Method } from '../../scoring/method';
import { isMetricCode, METRICS } from '../catalogue';
import type { CountyYearFacts } from '../facts';
import { decisionSteps, withDecisions } from './decisions';
import type { Decision } from './decisions';
import { evaluatorValues, exceptionsOf, unlikeExceptions } from './evaluator-values';
import type { EvaluatorMark } from './evaluator-values';
import { inspectionValues } from './inspection-values';
import type { LeafValues } from './leaf-values';
import { DEFAULT_METRIC_SETTINGS } from '../metric';
import type { MetricResult, MetricSettings } from '../metric';
import { metricValues } from './metric-values';
import { statementValues } from './statement-values';
import type { CountyStatement } from './statement-values';

export interface UnitOfEvaluation {
  readonly facts: CountyYearFacts;
  /** What evaluators handed in, by leaf id, one an evaluator. */
  readonly evaluatorMarks?: Readonly<Record<string, readonly EvaluatorMark[]>>;
  /** What the county states itself, by leaf id. */
  readonly statements?: Readonly<Record<string, CountyStatement>>;
  /** What 合议 and rulings decided, by leaf id, in their order. */
  readonly decisions?: Readonly<Record<string, readonly Decision[]>>;
}

/** What the engine scores a unit on, and where each figure came from. */
export interface UnitValues {
  readonly values: Readonly<Record<string, IndicatorValue>>;
  readonly sources: Readonly<Record<string, LeafSource>>;
  /** The metrics behind the leaves that are computed, by leaf id. */
  readonly metrics: Readonly<Record<string, MetricResult>>;
}

const noMetric = (leaf: Indicator, at: string): Refusal =>
  refusal(
    `${at}/id`,
    `指标“${leaf.id}”标为系统取数，但没有同名的取数口径，请核对编号或者改为由评价人员打分。`,
    `The indicator "${leaf.id}" is to be computed, but no metric has that code; check the id or let evaluators mark it.`,
  );

/** What was given under an id, and never what every object inherits. */
const givenFor = <Value>(
  given: Readonly<Record<string, Value>> | undefined,
  id: string,
): Value | undefined => (given && Object.hasOwn(given, id) ? given[id] : undefined);

/** The value of a leaf that is computed; `at` is the leaf's pointer. Undefined: it is marked by people. */
function computedValues(
  leaf: Indicator,
  at: string,
  unit: UnitOfEvaluation,
  settings: MetricSettings,
): Outcome<LeafValues> | undefined {
  switch (leaf.source) {
    case 'metric':
      return isMetricCode(leaf.id)
        ? metricValues(leaf, METRICS[leaf.id], unit.facts, settings)
        : refused([noMetric(leaf, at)]);
    case 'inspection':
      return inspectionValues(leaf, at, unit.facts, settings);
    case 'selfReport':
      return statementValues(leaf, at, givenFor(unit.statements, leaf.id));
    case 'evaluator':
    case undefined:
      return undefined;
  }
}

/** The value of one leaf from its own source, and then what people decided about it. */
function leafValues(
  leaf: Indicator,
  at: string,
  unit: UnitOfEvaluation,
  settings: MetricSettings,
): Outcome<LeafValues> {
  const marks = givenFor(unit.evaluatorMarks, leaf.id) ?? [];
  const decided = givenFor(unit.decisions, leaf.id) ?? [];
  const computed = computedValues(leaf, at, unit, settings);
  if (computed === undefined) return accepted(afterDecisions(evaluatorValues(leaf, marks, decided), decided));
  if (!computed.ok) return computed;
  const exceptions = exceptionsOf(marks, decided);
  if (exceptions === null) return accepted(unlikeExceptions(marks));
  return accepted(afterDecisions(computed.value, [...exceptions, ...decided]));
}

const afterDecisions = (values: LeafValues, decisions: readonly Decision[]): LeafValues =>
  decisions.length === 0
    ? values
    : {
        ...values,
        value: withDecisions(values.value, decisions),
        source: { ...values.source, decisions: decisionSteps(decisions) },
      };

/**
 * Turns one county's facts, statements and evaluators' marks into the values of a method, each leaf by its source: `metric`
 * takes the metric of its id, `inspection` the conclusions of its item, `selfReport` the county's statement, every other
 * leaf what its evaluators gave. Percent are passed on exactly, never rounded before the score. Then follow, in this order,
 * the evaluators' exceptions, 合议 and rulings: the last that sets a score is the final one, and each is told with its record.
 * Refused: a metric leaf without a metric of its id; an inspection or selfReport leaf whose rule cannot read its source;
 * facts that contradict each other (pointers then lead into the facts).
 */
export function valuesFromFacts(
  method: Method,
  unit: UnitOfEvaluation,
  settings: MetricSettings = DEFAULT_METRIC_SETTINGS,
): Outcome<UnitValues> {
  const values: (readonly [string, IndicatorValue])[] = [];
  const sources: (readonly [string, LeafSource])[] = [];
  const metrics: (readonly [string, MetricResult])[] = [];
  const refusals: Refusal[] = [];
  method.indicators.forEach((leaf, index) => {
    if (leaf.rule === undefined) return;
    const outcome = leafValues(leaf, `/method/indicators/${index}`, unit, settings);
    if (!outcome.ok) {
      refusals.push(...outcome.refusals);
      return;
    }
    const { value, source, metric } = outcome.value;
    values.push([leaf.id, value]);
    sources.push([leaf.id, source]);
    if (metric) metrics.push([leaf.id, metric]);
  });
  if (refusals.length > 0) return refused(refusals);
  return accepted({
    values: Object.fromEntries(values),
    sources: Object.fromEntries(sources),
    metrics: Object.fromEntries(metrics),
  });
}
