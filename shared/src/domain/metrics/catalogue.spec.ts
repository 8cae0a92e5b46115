import * as fc from 'fast-check';
import type { Bilingual } from '../bilingual';
import { fen } from '../money/fen';
import { addDays, isoDate, monthsOfYear } from '../period/year-month';
import { ASSISTANTS_METHOD } from '../scoring/assistants-method';
import { METRICS } from './catalogue';
import { isMetricCode } from './catalogue';
import type { CountyYearFacts, Inspection, Movement, WageMonth } from './facts';
import {
  givenCountyYear,
  givenFinding,
  givenMovement,
  givenReoffending,
  givenSurvey,
  givenTraining,
  givenWorkload,
} from './given-county-year';
import { givenMetric } from './given-metric';
import { DEFAULT_METRIC_SETTINGS } from './metric';
import type { MetricCode } from './metric';

const CODES = Object.keys(METRICS) as readonly MetricCode[];
const RATES = CODES.filter((code) => !['occurrences', 'yesNo'].includes(METRICS[code].definition.unit));

/** A sentence in both languages, without a figure that slipped in as undefined or NaN. */
const isSaid = ({ zh, en }: Bilingual): boolean =>
  /[一-鿿]/.test(zh) && /[a-z]/.test(en) && !/undefined|NaN|null/.test(`${zh}${en}`);
const says = (text: Bilingual): void => {
  expect([text, isSaid(text)]).toEqual([text, true]);
};

describe('the catalogue', () => {
  test('holds the seventeen metrics of the trade', () => {
    expect([...CODES].sort()).toEqual(
      [
        'executionRateOfBudget',
        'executionRateOfReceipts',
        'receiptTimeliness',
        'passOnTimeliness',
        'filingTimeliness',
        'onPostRate',
        'wageTimeliness',
        'cityPartPassedOn',
        'socialInsuranceCoverage',
        'earmarkedUse',
        'inspectionCompletion',
        'inspectionAverage',
        'rectificationTimeliness',
        'workloadPerPost',
        'reoffendingRate',
        'trainingHours',
        'satisfaction',
      ].sort(),
    );
  });

  test.each(CODES)(
    '%s says what it is, its formula, its clause and its five states in both languages',
    (code) => {
      const { definition } = METRICS[code];
      const { reported, notApplicable, late, missing, notDue, ...rest } = definition.dataStates;
      [definition.name, definition.formula, definition.clause].forEach(says);
      [reported, notApplicable, late, missing, notDue].forEach(says);
      expect([definition.code, rest]).toEqual([code, {}]);
      expect(definition.minimumDenominator).toBeGreaterThanOrEqual(1);
      expect(['public', 'internal', 'closed']).toContain(definition.disclosure);
    },
  );

  test('workload counts are internal, and no more open than that', () => {
    expect(METRICS.workloadPerPost.definition.disclosure).toBe('internal');
    expect(METRICS.reoffendingRate.definition.disclosure).toBe('closed');
  });

  test('names the same responsible office as the default method does', () => {
    for (const { id, source, responsible } of ASSISTANTS_METHOD.indicators) {
      if (source !== 'metric' || !isMetricCode(id)) continue;
      expect([id, METRICS[id].definition.responsible]).toEqual([id, responsible]);
    }
    expect(METRICS.receiptTimeliness.definition.responsible).toBe('city');
    expect(METRICS.passOnTimeliness.definition.responsible).toBe('countyFinance');
  });
});

/** Each with what of its own had to be done, and was not: rates of a year in which that was reported as none. */
const monthly = (change: Partial<WageMonth>) =>
  givenCountyYear({ months: Object.fromEntries(monthsOfYear(2025).map((month) => [month, change])) });
const sheets = (change: Partial<Inspection>) =>
  givenCountyYear({ sheets: Object.fromEntries(monthsOfYear(2025).map((month) => [month, change])) });
const nothingPaid = monthly({ cityPartPaid: fen(0), countyAdvance: fen(0) });
const NOTHING_DONE: Readonly<Partial<Record<MetricCode, CountyYearFacts>>> = {
  executionRateOfReceipts: nothingPaid,
  executionRateOfBudget: nothingPaid,
  receiptTimeliness: givenCountyYear({ movements: [] }),
  passOnTimeliness: givenCountyYear({ movements: [givenMovement('receipt', '2025-04-20')] }),
  socialInsuranceCoverage: monthly({ personsInsured: 0 }),
  onPostRate: monthly({ personsOnPost: 0 }),
  wageTimeliness: monthly({ personsPaidOnTime: 0 }),
  cityPartPassedOn: nothingPaid,
  inspectionAverage: sheets({ results: [{ item: 'filing', conclusion: 'fail', carriedFrom: null }] }),
  inspectionCompletion: sheets({ state: 'missing', stage: 'open', results: [] }),
  rectificationTimeliness: givenCountyYear({ findings: [givenFinding('2025-02', '2025-03-08')] }),
  workloadPerPost: givenCountyYear({ workload: monthsOfYear(2025).map((month) => givenWorkload(month, 0)) }),
  trainingHours: givenCountyYear({
    trainings: ([1, 2, 3, 4] as const).map((quarter) => givenTraining(quarter, 0)),
  }),
  satisfaction: givenCountyYear({ surveys: [givenSurvey('2025-12-20', 0, 60)] }),
};

describe('every rate', () => {
  test.each(RATES.filter((code) => code !== 'reoffendingRate'))(
    '%s is reported as exactly 0 when all was due and nothing was done',
    (code) => {
      const facts = NOTHING_DONE[code];
      if (!facts) throw new Error(`No year without ${code} is given.`);
      const result = givenMetric(code, facts);
      expect([result.state, result.value?.numerator]).toEqual(['reported', 0n]);
    },
  );

  test('of figures that came late counts them like any other', () => {
    const late = monthly({ state: 'late' });
    for (const code of [
      'onPostRate',
      'wageTimeliness',
      'cityPartPassedOn',
      'socialInsuranceCoverage',
    ] as const) {
      expect(givenMetric(code, late)).toEqual(givenMetric(code, givenCountyYear()));
    }
    expect(givenMetric('inspectionAverage', sheets({ state: 'late' })).state).toBe('reported');
    expect(givenMetric('inspectionCompletion', sheets({ state: 'late' }))).toMatchObject({ numerator: 12 });
  });
});

const day = fc.integer({ min: -40, max: 480 }).map((days) => addDays(isoDate('2025-01-01'), days));
const state = fc.constantFrom('reported', 'notApplicable', 'late', 'missing', 'notDue');
const stage = fc.constantFrom('notDue', 'open', 'submitted', 'returned', 'approved', 'reopened');
const persons = fc.nat(20);
const amount = fc.integer({ min: -3_000_000, max: 30_000_000 }).map(fen);
const conclusion = fc.constantFrom('pass', 'fail', 'notApplicable', null);

const wageChange: fc.Arbitrary<Partial<WageMonth>> = fc.record(
  {
    state,
    paidOn: fc.option(day),
    personsOnPost: persons,
    personsPaidOnTime: persons,
    personsInsured: persons,
    cityPartDue: amount,
    cityPartPaid: amount,
    countyAdvance: amount,
    advanceSettledOn: fc.option(day),
  },
  { requiredKeys: [] },
);
const sheetChange: fc.Arbitrary<Partial<Inspection>> = fc.record(
  {
    state,
    stage,
    results: fc.array(
      fc.record({
        item: fc.constantFrom('earmarkedUse', 'filing'),
        conclusion,
        carriedFrom: fc.constant(null),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);
const movement: fc.Arbitrary<Movement> = fc
  .tuple(fc.constantFrom('issue', 'receipt', 'passOn'), day, amount)
  .map(([one, date, moved]) => givenMovement(one, date, moved));
const month = fc.constantFrom(...monthsOfYear(2025));

/** Arbitrary county-years: any state in any month, money back and forth, counts that may contradict each other. */
const countyYear: fc.Arbitrary<CountyYearFacts> = fc
  .record({
    asOf: day,
    posts: persons,
    movements: fc.option(fc.array(movement, { maxLength: 6 }), { nil: undefined }),
    months: fc.dictionary(month, wageChange, { maxKeys: 6 }),
    sheets: fc.dictionary(month, sheetChange, { maxKeys: 6 }),
    findings: fc.array(
      fc
        .tuple(month, day, fc.option(day))
        .map(([of, deadline, rectifiedOn]) => givenFinding(of, deadline, { rectifiedOn })),
      { maxLength: 4 },
    ),
    workload: fc.uniqueArray(fc.tuple(month, fc.nat(300)), { selector: ([of]) => of, maxLength: 12 }),
    hours: fc.subarray([1, 2, 3, 4] as const),
    personHours: fc.nat(400),
    surveys: fc.array(fc.tuple(day, fc.nat(60), fc.nat(80)), { maxLength: 3 }),
    reoffending: fc.array(fc.tuple(fc.integer({ min: 2021, max: 2026 }), fc.nat(5), fc.nat(700)), {
      maxLength: 4,
    }),
    budgets: fc.option(fc.tuple(fc.nat(20_000_000), fc.nat(20_000_000))),
    gaps: fc.boolean(),
  })
  .map(({ budgets, gaps, hours, personHours, ...given }) => {
    const facts = givenCountyYear({
      asOf: given.asOf,
      posts: given.posts,
      ...(given.movements ? { movements: given.movements } : {}),
      months: given.months,
      sheets: given.sheets,
      findings: given.findings,
      workload: given.workload.map(([of, supervised]) => givenWorkload(of, supervised)),
      trainings: hours.map((quarter) => givenTraining(quarter, personHours)),
      surveys: given.surveys.map(([on, satisfied, answered]) => givenSurvey(on, satisfied, answered)),
      reoffending: given.reoffending.map(([year, reoffended, of]) => givenReoffending(year, reoffended, of)),
    });
    const [initialBudget, adjustedBudget] = budgets?.map(fen) ?? [facts.initialBudget, facts.adjustedBudget];
    return {
      ...facts,
      initialBudget: initialBudget ?? facts.initialBudget,
      adjustedBudget: adjustedBudget ?? facts.adjustedBudget,
      wageMonths: gaps ? facts.wageMonths.slice(3) : facts.wageMonths,
      inspections: gaps ? facts.inspections.slice(2) : facts.inspections,
    };
  });

describe('of any county-year', () => {
  test('every metric answers without throwing: a value only where reported, refusals with pointer and both languages', () => {
    fc.assert(
      fc.property(countyYear, fc.constantFrom(...CODES), (facts, code) => {
        const outcome = METRICS[code].compute(facts, DEFAULT_METRIC_SETTINGS);
        if (!outcome.ok) {
          for (const { pointer, detail } of outcome.refusals) {
            expect(pointer).toMatch(/^\//);
            says(detail);
          }
          return;
        }
        const {
          value,
          state: found,
          numerator,
          denominator,
          note,
          lines,
          reference,
          referenceValue,
        } = outcome.value;
        expect(found).not.toBe('late');
        if (RATES.includes(code)) expect(value !== null).toBe(found === 'reported');
        else expect(value).toBeNull();
        for (const one of [value, referenceValue ?? null]) {
          if (one) expect(one.denominator > 0n && one.numerator >= 0n).toBe(true);
        }
        for (const one of [numerator, denominator])
          expect(one === null || Number.isSafeInteger(one)).toBe(true);
        expect(reference === true).toBe(referenceValue !== undefined);
        if (reference) expect(found).toBe('notApplicable');
        if (found !== 'reported') expect(note).toBeDefined();
        if (note) says(note);
        expect(lines.filter(({ label }) => !isSaid(label))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('every metric answers the same twice, and whatever the order of the records', () => {
    fc.assert(
      fc.property(countyYear, fc.constantFrom(...CODES), (facts, code) => {
        const compute = (of: CountyYearFacts) => METRICS[code].compute(of, DEFAULT_METRIC_SETTINGS);
        const turned = {
          ...facts,
          wageMonths: [...facts.wageMonths].reverse(),
          inspections: [...facts.inspections].reverse(),
          workload: [...facts.workload].reverse(),
          trainings: [...facts.trainings].reverse(),
          surveys: [...facts.surveys].reverse(),
        };
        const [once, again, other] = [compute(facts), compute(facts), compute(turned)];
        expect(again).toEqual(once);
        if (once.ok && other.ok) {
          const { state: found, value, numerator, denominator, occurrences, met } = once.value;
          expect(other.value).toMatchObject({ state: found, value, numerator, denominator });
          expect([other.value.occurrences, other.value.met]).toEqual([occurrences, met]);
        } else expect(other.ok).toBe(once.ok);
      }),
      { numRuns: 300 },
    );
  });

  test('every metric without anything gathered is not due, not applicable, missing, or none done: never a value above 0', () => {
    fc.assert(
      fc.property(day, (asOf) => {
        const bare: CountyYearFacts = {
          ...givenCountyYear({ asOf, movements: [] }),
          wageMonths: [],
          inspections: [],
          filings: [],
          findings: [],
          workload: [],
          trainings: [],
          surveys: [],
          reoffending: [],
        };
        for (const code of CODES) {
          const { state: found, value } = givenMetric(code, bare);
          if (found === 'reported') expect([code, value?.numerator ?? 0n]).toEqual([code, 0n]);
        }
        const byYearEnd = ['trainingHours', 'satisfaction', 'reoffendingRate', 'workloadPerPost'] as const;
        if (asOf > '2026-01-31') {
          expect(byYearEnd.map((code) => givenMetric(code, bare).state)).toEqual(
            byYearEnd.map(() => 'missing'),
          );
        }
      }),
    );
  });
});
