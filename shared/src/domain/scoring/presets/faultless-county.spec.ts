import { givenCountyYear } from '../../metrics/given-county-year';
import type { CountyStatement } from '../../metrics/values/statement-values';
import { valuesFromFacts } from '../../metrics/values/values-from-facts';
import type { UnitValues } from '../../metrics/values/values-from-facts';
import type { Indicator, IndicatorValue, Method } from '../method';
import { score } from '../score';
import { DEPARTMENT_FRAMEWORK } from './department-framework';
import { METHOD_PRESETS } from './presets';

/** What a county states that met every goal: the goal itself, and no case of what should not happen. */
const stated = ({ id, rule }: Indicator): CountyStatement => ({
  ...(rule?.kind === 'steps' ? { actual: '0' } : { actual: '12', target: '12' }),
  record: { kind: 'workload', county: 'hongta', id },
});

function readFrom(method: Method): UnitValues {
  const statements = Object.fromEntries(method.indicators.map((one) => [one.id, stated(one)]));
  const outcome = valuesFromFacts(method, { facts: givenCountyYear(), statements });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** The best that evaluators can find. */
function best({ rule, marks = 0 }: Indicator): IndicatorValue {
  switch (rule?.kind) {
    case 'proportional':
      return { actual: '100' };
    case 'elements':
      return { met: rule.elements.map((one) => one.id) };
    case 'bands':
      return { band: '达成', ratio: '1' };
    case 'evaluator':
      return { marks: [marks] };
    case 'veto':
      return { occurred: false };
    default:
      throw new Error(`No preset lets evaluators judge by ${rule?.kind}.`);
  }
}

/** Values of a county without a fault: read from its facts and statements, and the best where evaluators judge. */
function faultless(method: Method): Readonly<Record<string, IndicatorValue>> {
  const read = readFrom(method).values;
  return Object.fromEntries(
    method.indicators.flatMap((one) => {
      if (one.rule === undefined) return [];
      // Where no finding fell due it is not applicable; here each that did was rectified.
      if (one.id === 'rectificationTimeliness') return [[one.id, { actual: '100' }]];
      return [[one.id, one.source === 'evaluator' ? best(one) : (read[one.id] as IndicatorValue)]];
    }),
  );
}

test.each(METHOD_PRESETS)('under $id a county without a fault has all 100 marks', ({ method }) => {
  const outcome = score(method, faultless(method));
  expect(outcome).toMatchObject({ ok: true, value: { total: '100.00', grade: 'excellent', warnings: [] } });
});

test('under the department framework a serious violation takes it to the lowest grade', () => {
  const values = { ...faultless(DEPARTMENT_FRAMEWORK), seriousViolation: { occurred: true } };
  const outcome = score(DEPARTMENT_FRAMEWORK, values);
  expect(outcome).toMatchObject({ ok: true, value: { total: '59.99', grade: 'poor' } });
});
