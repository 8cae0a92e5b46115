import { isoDate } from '../../period/year-month';
import { METRICS } from '../catalogue';
import { givenCountyYear, givenFinding, givenMovement } from '../given-county-year';
import type { CountyYearFacts } from '../facts';
import { DEFAULT_METRIC_SETTINGS } from '../metric';
import type { MetricCode, MetricResult } from '../metric';

function metric(code: MetricCode, facts: CountyYearFacts): MetricResult {
  const outcome = METRICS[code].compute(facts, DEFAULT_METRIC_SETTINGS);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

describe('filings', () => {
  test('each late or missing one is an occurrence', () => {
    const facts = givenCountyYear({
      filedOn: { 'implementationPlan-cityJustice': '2025-05-21', 'implementationPlan-cityFinance': null },
    });
    expect(metric('filingTimeliness', facts)).toMatchObject({ occurrences: 2 });
  });

  test('on the day it is due a filing is in time, and the day itself is no fault', () => {
    const filedOn = {
      'implementationPlan-cityJustice': '2025-05-20',
      'implementationPlan-cityFinance': null,
    };
    expect(metric('filingTimeliness', givenCountyYear({ asOf: '2025-05-20', filedOn }))).toMatchObject({
      occurrences: 0,
    });
  });

  test('a transfer document that county finance held up is left out and said', () => {
    const movements = [givenMovement('receipt', '2025-04-20'), givenMovement('passOn', '2025-06-25')];
    const filedOn = {
      'transferDocument-cityJustice': '2025-06-26',
      'transferDocument-cityFinance': '2025-06-26',
    };
    const result = metric('filingTimeliness', givenCountyYear({ movements, filedOn }));
    expect(result).toMatchObject({ occurrences: 0 });
    expect(result.note?.zh).toContain('县级财政部门');
  });

  test('a filing without a record stands as not filed', () => {
    expect(metric('filingTimeliness', { ...givenCountyYear(), filings: [] })).toMatchObject({
      occurrences: 4,
    });
  });
});

describe('inspections and findings', () => {
  const results = (fails: number, notApplicable: number) =>
    givenCountyYear().inspections[0]?.results.map((one, index) => ({
      ...one,
      conclusion:
        index < fails
          ? ('fail' as const)
          : index < fails + notApplicable
            ? ('notApplicable' as const)
            : ('pass' as const),
    })) ?? [];

  test('the average divides passes by applicable items; not applicable is no zero', () => {
    const facts = givenCountyYear({ asOf: '2025-02-20', sheets: { '2025-01': { results: results(1, 1) } } });
    expect(metric('inspectionAverage', facts)).toMatchObject({ numerator: 10, denominator: 11 });
  });

  test('carried conclusions count once a month, and their month is said', () => {
    const carried = results(0, 0).map((one, index) => ({
      ...one,
      carriedFrom: index === 1 ? ('2025-01' as never) : null,
    }));
    const facts = givenCountyYear({ asOf: '2025-03-20', sheets: { '2025-02': { results: carried } } });
    expect(metric('inspectionAverage', facts)).toMatchObject({ numerator: 24, denominator: 24 });
    expect(metric('inspectionAverage', facts).lines[1]?.label.zh).toContain('1项沿用2025-01结论');
  });

  test.each([
    ['absent', { state: 'missing', stage: 'open', results: [] }],
    ['sent back', { stage: 'returned' }],
    ['without all its conclusions', { results: [{ item: 'filing', conclusion: null, carriedFrom: null }] }],
  ] as const)('a sheet that is due and %s leaves the average missing, named', (_, sheet) => {
    const result = metric('inspectionAverage', givenCountyYear({ sheets: { '2025-08': sheet } }));
    expect(result).toMatchObject({ state: 'missing', value: null });
    expect(result.note?.zh).toContain('2025-08');
  });

  test('completion counts a sheet that is absent as one not carried out', () => {
    const facts = givenCountyYear({ sheets: { '2025-08': { state: 'missing', stage: 'open' } } });
    expect(metric('inspectionCompletion', facts)).toMatchObject({
      state: 'reported',
      numerator: 11,
      denominator: 12,
    });
  });

  test('earmarked use fails only by an approved inspection', () => {
    const failed = results(12, 0);
    const of = (stage: 'approved' | 'submitted') =>
      metric('earmarkedUse', givenCountyYear({ sheets: { '2025-08': { results: failed, stage } } })).met;
    expect([of('approved'), of('submitted')]).toEqual([false, true]);
  });

  test('rectification counts the findings whose deadline has come', () => {
    const findings = [
      givenFinding('2025-02', '2025-03-08', { rectifiedOn: isoDate('2025-03-08') }),
      givenFinding('2025-03', '2025-04-08', { closedOn: isoDate('2025-04-09') }),
      givenFinding('2025-04', '2025-05-08'),
      givenFinding('2025-05', '2026-03-20'),
    ];
    expect(metric('rectificationTimeliness', givenCountyYear({ findings }))).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
    expect(metric('rectificationTimeliness', givenCountyYear()).state).toBe('notApplicable');
  });
});
