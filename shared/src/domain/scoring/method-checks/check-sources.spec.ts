import type { Indicator, Rule } from '../method';
import { findingsOf, givenBands, givenWithLeaf } from './given-method';

describe('the sources', () => {
  const metric = givenWithLeaf({ source: 'metric' });
  const inspection = givenWithLeaf({ source: 'inspection', inspectionItem: 'filing' });

  test('a metric must be known where the caller says which are', () => {
    expect(findingsOf(metric)).toEqual([]);
    expect(findingsOf(metric, { metricCodes: new Set(['a']) })).toEqual([]);
    expect(findingsOf(metric, { metricCodes: new Set(['onPostRate']) })).toEqual([
      'error unknownMetric /method/indicators/1/id',
    ]);
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
    ['metric', givenBands(['achieved', '0.8', '1'], ['notAchieved', '0', '0.5'])],
    ['inspection', { kind: 'elements', elements: [{ id: 'x', marks: '40', name: '甲' }] }],
    ['selfReport', { kind: 'yesNo' }],
    ['selfReport', { kind: 'evaluator', aggregate: 'mean' }],
  ])('%s cannot feed every rule', (source, rule) => {
    expect(findingsOf(givenWithLeaf({ source, rule, inspectionItem: 'filing' }))).toEqual([
      'error sourceDoesNotFit /method/indicators/1/source',
    ]);
  });
});
