import * as fc from 'fast-check';

import { isTrueAsPrinted } from '../../apportionment/explaining/read-line';
import { printedStep, sheetStep, type Step } from '../../apportionment/explaining/sheet-step';
import { bilingual } from '../../bilingual';
import type { AllocationEvidence } from '../evidence/allocation-evidence';
import { GIVEN_EVIDENCE } from '../evidence/given-evidence';
import { proposeSplit } from '../proposing/propose-split';
import type { AllocationSettings, PerformanceSettings } from '../settings/allocation-settings';
import { CAREFUL_SETTINGS } from '../settings/settings-presets';

const hundredths = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => (value / 100).toFixed(2));
const evidence = fc
  .array(
    fc.record({
      posts: fc.integer({ min: 1, max: 30 }),
      months: fc.array(fc.nat(32), { minLength: 1, maxLength: 12 }),
      outcome: hundredths(0, 2500),
      offices: fc.integer({ min: 1, max: 12 }),
      vetoCap: fc.constantFrom(null, null, '59.5'),
    }),
    { minLength: 9, maxLength: 9 },
  )
  .map((rows): AllocationEvidence => ({
    ...GIVEN_EVIDENCE,
    counties: GIVEN_EVIDENCE.counties.map((one, index) => {
      const { posts = 1, months = [], outcome = '0', offices = 1, vetoCap = null } = rows[index] ?? {};
      return {
        ...one,
        vetoCap,
        lastPosts: posts,
        lastFen: posts * 1_200_000,
        justiceOffices: offices,
        months: one.months
          .slice(0, months.length)
          .map((month, at) => ({ ...month, onPost: months[at] ?? 0 })),
        leaves: one.leaves.map((leaf) => (leaf.indicator === 'outcome' ? { ...leaf, score: outcome } : leaf)),
      };
    }),
  }));
const settings = fc
  .record({
    performance: fc.constantFrom<PerformanceSettings>(
      { mode: 'none' },
      CAREFUL_SETTINGS.performance,
      {
        mode: 'continuous',
        from: { score: '70', coefficient: '0.7' },
        to: { score: '77.7', coefficient: '1.3' },
      },
      { mode: 'gradeCoefficient', coefficients: { excellent: '1.1', good: '1', fair: '0.9', poor: '0.8' } },
      { mode: 'add', weight: '0.27' },
    ),
    movablePosts: fc.option(fc.nat(60)),
    floor: fc.constantFrom('verifiedAverage' as const, 'none' as const),
    maximumChange: fc.constantFrom(null, { parts: 1 }, { parts: 3 }, { ratio: '0.1' }),
    phaseIn: fc.constantFrom(null, { firstYear: 2025, years: 4 }),
    method: fc.constantFrom(
      'hamilton' as const,
      'hamilton' as const,
      'webster' as const,
      'jefferson' as const,
      'hill' as const,
      'adams' as const,
    ),
    factors: fc.constantFrom<AllocationSettings['factors']>(
      CAREFUL_SETTINGS.factors,
      [{ id: 'supervised', weight: '1' }],
      [
        { id: 'lastPosts', weight: '0.35' },
        { id: 'justiceOffices', weight: '0.5' },
        { id: 'assessments', weight: '0.07' },
      ],
    ),
    gate: fc.boolean(),
    runs: fc.constantFrom(100, 137),
  })
  .map(({ gate, runs, ...changes }): AllocationSettings => ({
    ...CAREFUL_SETTINGS,
    ...changes,
    firmness: { ...CAREFUL_SETTINGS.firmness, gate, runs },
  }));

/** What is cut and not rounded says so, and is less than a unit of the last place too low. */
const isCut = ({ label }: Step): boolean => label.zh.includes('只舍不入');

describe('the sheets of any proposal', () => {
  it('every printed line is true: = to the last digit, ≈ within half a unit of the last place', () => {
    let lines = 0;
    fc.assert(
      fc.property(
        evidence,
        settings,
        fc.constantFrom('quick' as const, 'whole' as const),
        (given, asked, depth) => {
          const outcome = proposeSplit(given, asked, depth);
          if (!outcome.ok) return;
          for (const { steps } of outcome.value.counties) {
            for (const step of steps) {
              if (step.expression === '') continue;
              lines += 1;
              const isTrue = isCut(step)
                ? isTrueAsPrinted(step) || isTrueAsPrinted({ ...step, result: oneMore(step.result) })
                : isTrueAsPrinted(step);
              if (!isTrue) throw new Error(`${step.label.zh}: ${step.expression} | ${step.result}`);
            }
          }
        },
      ),
      { numRuns: 120 },
    );
    expect(lines).toBeGreaterThan(5000);
  });

  it('the rounding of every average to whole persons stands in a line of its own', () => {
    const outcome = proposeSplit(
      {
        ...GIVEN_EVIDENCE,
        counties: GIVEN_EVIDENCE.counties.map((one) => ({
          ...one,
          months: one.months.map((month, index) => ({ ...month, onPost: index < 5 ? 10 : 11 })),
        })),
      },
      CAREFUL_SETTINGS,
      'quick',
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    const steps = outcome.value.counties[1]?.steps ?? [];
    const at = steps.findIndex(({ label }) => label.zh.startsWith('核实在岗人数'));
    expect(steps.slice(at, at + 2)).toEqual([
      {
        label: {
          zh: '核实在岗人数：已审核的 12 个月平均',
          en: 'verified persons on post: mean of the 12 approved months',
        },
        expression: '127 ÷ 12',
        result: '≈10.58',
      },
      {
        label: {
          zh: '按核实人数的保底：平均数向上进位为 11',
          en: 'floor by verified persons: the mean rounded up to 11',
        },
        expression: '',
        result: '11',
      },
    ]);
  });
});

/** The next figure of two decimals above a percentage. */
const oneMore = (result: string): string => `≈${(Number(result.replace(/[≈%]/g, '')) + 0.01).toFixed(2)}%`;

describe('a printed line', () => {
  const label = bilingual('例', 'example');

  it('shows = only where both sides are printed in full', () => {
    expect(printedStep(sheetStep(label, '25 ÷ 40', '62.5%'))).toMatchObject({ sign: '=', result: '62.5%' });
    expect(printedStep(sheetStep(label, '127 ÷ 12', '≈10.58'))).toMatchObject({ sign: '≈', result: '10.58' });
    expect(printedStep(sheetStep(label, '≈16.6667% × 0.9', '15%'))).toMatchObject({
      sign: '≈',
      result: '15%',
    });
    expect(printedStep(sheetStep(label, '', '≈10.58'))).toMatchObject({ sign: '', result: '≈10.58' });
  });

  it.each<[string, string, boolean]>([
    ['127 ÷ 12', '11', false],
    ['127 ÷ 12', '≈10.58', true],
    ['127 ÷ 12', '≈10.59', false],
    ['127 ÷ 12', '10.58', false],
    ['11 + ≈0.136843', '11', false],
    ['11 + ≈0.136843', '≈11.1368', true],
    ['≈1.5 × 2', '3', false],
    ['5/2 ÷ √(1 × 2)', '≈1.7678', true],
    ['5/2 ÷ √(1 × 2)', '≈1.7677', false],
    ['6 ÷ √(4 × 9)', '1', true],
    ['27 × 12,000.00', '324,000.00', true],
    ['27 × 12,000.00', '324,000.01', false],
    ['1 ÷ (3/4)', '4/3', true],
    ['0.9 + (92 − 60) ÷ (100 − 60) × (1.1 − 0.9)', '1.06', true],
    ['(1 − 0.27) × 10%', '7.3%', true],
  ])('%s and %s: is it true?', (expression, result, expected) => {
    expect(isTrueAsPrinted({ expression, result })).toBe(expected);
  });

  it.each(['1 ÷ 3/4', '1 + ', '(1 + 2', 'x', '1 … 2'])(
    '%s is no sum that a person can follow',
    (expression) => {
      expect(() => isTrueAsPrinted({ expression, result: '1' })).toThrow(RangeError);
    },
  );
});
