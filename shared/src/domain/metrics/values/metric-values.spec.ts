import { accepted } from '../../refusal';
import type { ExplanationStep } from '../../scoring/explaining/explanation-step';
import type { Indicator } from '../../scoring/method';
import { METRICS } from '../catalogue';
import { givenCountyYear } from '../given-county-year';
import { DEFAULT_METRIC_SETTINGS } from '../metric';
import type { Metric, MetricResult } from '../metric';
import { metricValues } from './metric-values';

const LEAF: Indicator = { id: 'leaf', marks: '10', rule: { kind: 'yesNo' } };
const NO_RATE: MetricResult = {
  code: 'earmarkedUse',
  state: 'reported',
  value: null,
  numerator: null,
  denominator: null,
  lines: [],
};

const { formula } = METRICS.earmarkedUse.definition;

/** A metric that comes to this, explained. */
function explained(result: MetricResult): ExplanationStep | undefined {
  const metric: Metric = { definition: METRICS.earmarkedUse.definition, compute: () => accepted(result) };
  const outcome = metricValues(LEAF, metric, givenCountyYear(), DEFAULT_METRIC_SETTINGS);
  return outcome.ok ? outcome.value.source?.steps[0] : undefined;
}

test.each([
  [true, `取数：${formula.zh}。结果：是`, `from the facts: ${formula.en}. Result: yes`],
  [false, `取数：${formula.zh}。结果：否`, `from the facts: ${formula.en}. Result: no`],
])('met: %s is told in each language on its own, without a figure', (met, zh, en) => {
  expect(explained({ ...NO_RATE, met })).toMatchObject({ label: { zh, en }, expression: '', result: '' });
});

test('a count is a figure, and what is missing a dash', () => {
  const label = { zh: `取数：${formula.zh}`, en: `from the facts: ${formula.en}` };
  expect(explained({ ...NO_RATE, occurrences: 3 })).toMatchObject({ label, result: '3' });
  expect(explained({ ...NO_RATE, state: 'missing' })).toMatchObject({ label, result: '—' });
});
