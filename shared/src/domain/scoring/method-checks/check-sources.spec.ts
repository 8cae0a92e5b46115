import { METRICS } from '../../metrics/catalogue';
import { givenCountyYear } from '../../metrics/given-county-year';
import type { MetricDefinition } from '../../metrics/metric';
import { valuesFromFacts } from '../../metrics/values/values-from-facts';
import { compileMethod } from '../compile-method';
import type { Indicator, Method, Rule } from '../method';
import { scoreValues } from '../score';
import { checkMethod } from './check-method';
import { findingsOf, givenBands, givenLeaf, givenSteps, givenWithLeaf } from './given-method';

describe('the sources', () => {
  const metric = givenWithLeaf({ source: 'metric' });
  const inspection = givenWithLeaf({ source: 'inspection', inspectionItem: 'filing' });

  test('a metric must be known where the caller says which are', () => {
    expect(findingsOf(metric)).toEqual([]);
    expect(findingsOf(metric, { metricUnits: new Map([['a', 'yesNo']]) })).toEqual([]);
    expect(findingsOf(metric, { metricUnits: new Map([['onPostRate', 'yesNo']]) })).toEqual([
      'error unknownMetric /method/indicators/1/id',
    ]);
  });

  const PROPORTIONAL: Rule = { kind: 'proportional', target: '90', direction: 'atLeast' };
  const STEPS = givenSteps(['90', '1'], ['60', '0.6']);
  const DEDUCTION: Rule = { kind: 'deduction', perOccurrence: '1' };
  const YES_NO: Rule = { kind: 'yesNo' };
  const EVERY = [PROPORTIONAL, STEPS, DEDUCTION, YES_NO];

  test.each<[MetricDefinition['unit'], readonly Rule[]]>([
    ['percent', [PROPORTIONAL, STEPS]],
    ['perPost', [PROPORTIONAL, STEPS]],
    ['hoursPerPerson', [PROPORTIONAL, STEPS]],
    ['occurrences', [DEDUCTION]],
    ['yesNo', [YES_NO]],
  ])('a metric in %s feeds only the rules that read such a figure', (unit, sound) => {
    for (const rule of EVERY) {
      const method = givenWithLeaf({ source: 'metric', unit: '%', rule });
      expect([rule.kind, findingsOf(method, { metricUnits: new Map([['a', unit]]) })]).toEqual([
        rule.kind,
        sound.includes(rule) ? [] : ['error metricDoesNotFit /method/indicators/1/rule/kind'],
      ]);
      // A figure of the same name from elsewhere is none of the metric's.
      const marked = givenWithLeaf({ source: 'evaluator', unit: '%', rule });
      expect(findingsOf(marked, { metricUnits: new Map([['a', unit]]) })).toEqual([]);
    }
  });

  test('what the check lets through of the real metrics is read and scored, and what it refuses is not', () => {
    const facts = givenCountyYear();
    const metricUnits = new Map(Object.entries(METRICS).map(([code, one]) => [code, one.definition.unit]));
    for (const id of metricUnits.keys()) {
      for (const rule of EVERY) {
        const method: Method = {
          indicators: [{ ...givenLeaf(id, '100'), parent: undefined, source: 'metric', rule }],
        };
        const fits = checkMethod(method, { metricUnits }).every((one) => one.kind !== 'metricDoesNotFit');
        const compiled = compileMethod(method);
        const gathered = valuesFromFacts(method, { facts });
        if (!compiled.ok || !gathered.ok) throw new Error(id);
        if (gathered.value.metrics[id]?.state !== 'reported') continue;
        expect([id, rule.kind, scoreValues(compiled.value, gathered.value.values).ok]).toEqual([
          id,
          rule.kind,
          fits,
        ]);
      }
    }
  });

  test('an inspection item must be known where the caller says which are', () => {
    expect(findingsOf(inspection)).toEqual([]);
    expect(findingsOf(inspection, { inspectionItems: new Set(['filing']) })).toEqual([]);
    expect(findingsOf(inspection, { inspectionItems: new Set(['staffOnPost']) })).toEqual([
      'error unknownInspectionItem /method/indicators/1/inspectionItem',
    ]);
  });

  test.each<[Indicator['source'], Rule]>([
    ['metric', { kind: 'evaluator', aggregate: 'mean' }],
    ['metric', givenBands(['achieved', '0.8', '1'], ['notAchieved', '0', '0.8'])],
    ['inspection', { kind: 'elements', elements: [{ id: 'x', marks: '40', name: '甲' }] }],
    ['selfReport', { kind: 'yesNo' }],
    ['selfReport', { kind: 'evaluator', aggregate: 'mean' }],
  ])('%s cannot feed every rule', (source, rule) => {
    const method = givenWithLeaf({ source, rule, inspectionItem: 'filing' });
    const told = ['error sourceDoesNotFit /method/indicators/1/source'];
    expect(findingsOf(method)).toEqual(told);
    // Nor is it told twice where the unit is known.
    expect(findingsOf(method, { metricUnits: new Map([['a', 'percent']]) })).toEqual(told);
  });
});
