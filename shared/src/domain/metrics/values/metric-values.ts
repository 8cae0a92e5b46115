import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { fen } from '../../money/fen';
import { printYuan } from '../../money/print-money';
import { minimum, rational } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted } from '../../refusal';
import type { Outcome } from '../../refusal';
import { NOTHING, step } from '../../scoring/explaining/explanation-step';
import type { ExplanationStep } from '../../scoring/explaining/explanation-step';
import type { Indicator, IndicatorValue } from '../../scoring/method';
import { printDigits } from '../../scoring/numbers/numeral';
import type { CountyYearFacts } from '../facts';
import { MISSING } from './leaf-values';
import type { LeafValues } from './leaf-values';
import type { Metric, MetricDefinition, MetricResult, MetricSettings } from '../metric';

/** A rule that asks for exactly its target would mark down what exceeds the whole; that is capped at full marks instead. */
function actualOf(value: Rational, result: MetricResult, { rule }: Indicator): Rational {
  const exactly = rule?.kind === 'proportional' && rule.direction === 'exactly';
  return exactly && result.overAchievement === true ? minimum(value, rational(100)) : value;
}

/** What is not due yet cannot be scored yet: like a missing figure it keeps the total from being computed. */
function valueOf(result: MetricResult, leaf: Indicator): IndicatorValue {
  if (result.state === 'missing' || result.state === 'notDue') return MISSING;
  if (result.state === 'notApplicable') {
    return { state: 'notApplicable', reason: result.note?.zh ?? '不适用' };
  }
  if (result.value !== null) return { actual: actualOf(result.value, result, leaf) };
  if (result.met !== undefined) return { met: result.met };
  return { occurrences: result.occurrences ?? 0 };
}

/** The quotient as it is written on paper: "14 ÷ 15 × 100"; empty where nothing was divided. */
function expressionOf(result: MetricResult, { counts }: MetricDefinition): string {
  const { numerator, denominator, times = 1 } = result;
  if (numerator === null || denominator === null) return '';
  const [a, b] = [numerator, denominator].map((one) =>
    counts === 'money' ? printYuan(fen(one)) : String(one),
  );
  return times === 1 ? `${a} ÷ ${b}` : `${a} ÷ ${b} × ${times}`;
}

/** Yes or no stands in the label, in either language; its result is empty. */
function labelOf({ formula }: MetricDefinition, met: boolean | undefined): Bilingual {
  const label = bilingual(`取数：${formula.zh}`, `from the facts: ${formula.en}`);
  if (met === undefined) return label;
  return met
    ? bilingual(`${label.zh}。结果：是`, `${label.en}. Result: yes`)
    : bilingual(`${label.zh}。结果：否`, `${label.en}. Result: no`);
}

const outcomeOf = ({ met, occurrences }: MetricResult): string =>
  met === undefined ? String(occurrences ?? NOTHING) : '';

/** A rate for reference is explained like one that is scored; the note says that it is not. */
function stepsOf(definition: MetricDefinition, result: MetricResult): ExplanationStep[] {
  const rate = result.value ?? result.referenceValue ?? null;
  const whole = step(
    labelOf(definition, rate === null ? result.met : undefined),
    rate === null ? '' : expressionOf(result, definition),
    rate === null ? outcomeOf(result) : printDigits(rate),
    { children: result.lines.map((one) => step(one.label, one.amount, '', { records: [one.record] })) },
  );
  return result.note ? [whole, step(result.note, '', '')] : [whole];
}

/** The value of a leaf whose figure is computed from facts. Refused where the facts contradict each other. */
export function metricValues(
  leaf: Indicator,
  metric: Metric,
  facts: CountyYearFacts,
  settings: MetricSettings,
): Outcome<LeafValues> {
  const computed = metric.compute(facts, settings);
  if (!computed.ok) return computed;
  return accepted({
    value: valueOf(computed.value, leaf),
    source: {
      records: computed.value.lines.map((one) => one.record),
      steps: stepsOf(metric.definition, computed.value),
    },
    metric: computed.value,
  });
}
