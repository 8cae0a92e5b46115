import { fen } from '../../money/fen';
import type { ExplanationStep } from '../../scoring/explaining/explanation-step';
import type { Indicator, IndicatorValue, Method, Rule } from '../../scoring/method';
import type { Inspection, InspectionItemResult } from '../facts';
import { givenCountyYear, givenSurvey } from '../given-county-year';
import type { UnitOfEvaluation } from './values-from-facts';
import { valuesFromFacts } from './values-from-facts';

const PERCENT: Rule = { kind: 'proportional', target: '100', direction: 'atLeast' };
const STEPS: Rule = { kind: 'steps', steps: [{ atLeast: '90', ratio: '1' }] };
const DEDUCTION: Rule = { kind: 'deduction', perOccurrence: '1' };

const method = (leaf: Partial<Indicator>): Method => ({
  indicators: [{ id: 'leaf', marks: '10', rule: PERCENT, ...leaf }],
});

interface Read {
  readonly value: IndicatorValue;
  readonly text: string;
  readonly records: number;
}

function read(leaf: Partial<Indicator>, unit: UnitOfEvaluation): Read {
  const outcome = valuesFromFacts(method(leaf), unit);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  const id = leaf.id ?? 'leaf';
  const { values, sources } = outcome.value;
  const said = (step: ExplanationStep): string =>
    [step.label.zh, step.expression, step.result, ...step.children.map(said)].join('|');
  return {
    value: values[id] ?? {},
    text: (sources[id]?.steps ?? []).map(said).join('|'),
    records: sources[id]?.records.length ?? 0,
  };
}

const pointers = (leaf: Partial<Indicator>, unit: UnitOfEvaluation): readonly string[] => {
  const outcome = valuesFromFacts(method(leaf), unit);
  return outcome.ok ? [] : outcome.refusals.map((one) => one.pointer);
};

type Conclusion = InspectionItemResult['conclusion'];
const sheet = (conclusion: Conclusion, carriedFrom: string | null = null): Partial<Inspection> => ({
  results: [
    { item: 'earmarkedUse', conclusion: 'pass', carriedFrom: null },
    { item: 'moneyClock', conclusion, carriedFrom: carriedFrom as InspectionItemResult['carriedFrom'] },
  ],
});
const item = (rule: Rule): Partial<Indicator> => ({
  source: 'inspection',
  inspectionItem: 'moneyClock',
  rule,
});
const year = (sheets: Readonly<Record<string, Partial<Inspection>>>): UnitOfEvaluation => ({
  facts: givenCountyYear({ sheets }),
});

describe('a leaf that is read from inspections', () => {
  const mixed = year({ '2025-01': sheet('notApplicable'), '2025-06': sheet('fail') });

  test.each([
    ['proportional', PERCENT],
    ['steps', STEPS],
  ])(
    'takes by %s the percent of the months in which its item passed; not applicable is left out',
    (_, rule) => {
      const { value, text, records } = read(item(rule), mixed);
      expect(value).toEqual({ actual: { numerator: 1_000n, denominator: 11n } });
      expect(text).toContain('10 ÷ 11 × 100');
      expect(text).toContain('2025-06 不合格');
      expect(records).toBe(12);
    },
  );

  test('takes by yes-no whether its item never failed', () => {
    expect(read(item({ kind: 'yesNo' }), mixed).value).toEqual({ met: false });
    expect(read(item({ kind: 'yesNo' }), year({})).value).toEqual({ met: true });
  });

  test('takes by deduction how often it was concluded as failed', () => {
    expect(read(item(DEDUCTION), year({ '2025-03': sheet('fail'), '2025-09': sheet('fail') })).value).toEqual(
      {
        occurrences: 2,
      },
    );
  });

  test('counts a carried conclusion once a month in the percent, but deducts for one fault only once', () => {
    const carried = year({
      '2025-05': sheet('fail'),
      '2025-06': sheet('fail', '2025-05'),
      '2025-07': sheet('pass', '2025-05'),
    });
    expect(read(item(PERCENT), carried).value).toEqual({ actual: { numerator: 1_000n, denominator: 12n } });
    expect(read(item(DEDUCTION), carried).value).toEqual({ occurrences: 1 });
    expect(read(item(DEDUCTION), carried).text).toContain('2025-06 不合格（沿用2025-05结论）');
  });

  test.each([
    ['absent', { state: 'missing', stage: 'open', results: [] }],
    ['sent back', { stage: 'returned' }],
    ['without this conclusion', sheet(null)],
    ['without this item', { results: [{ item: 'earmarkedUse', conclusion: 'pass', carriedFrom: null }] }],
  ] as const)('is missing when a sheet that is due is %s, and the month is named', (_, changed) => {
    for (const rule of [PERCENT, STEPS, DEDUCTION, { kind: 'yesNo' } as const]) {
      const { value, text } = read(item(rule), year({ '2025-08': changed }));
      expect(value).toEqual({ state: 'missing' });
      expect(text).toContain('缺报：2025-08');
    }
  });

  test('is not applicable when its item was so in every month', () => {
    const sheets = Object.fromEntries(
      givenCountyYear().inspections.map((one) => [one.month, sheet('notApplicable')]),
    );
    expect(read(item(PERCENT), year(sheets)).value).toMatchObject({ state: 'notApplicable' });
  });

  test('is missing before anything is due, so that no total stands without it', () => {
    const { value, text } = read(item(PERCENT), { facts: givenCountyYear({ asOf: '2025-01-31' }) });
    expect(value).toEqual({ state: 'missing' });
    expect(text).toContain('尚未到期');
  });

  test.each([
    ['bands', { kind: 'bands', bands: [{ label: 'achieved', from: '0', to: '1' }] }],
    ['elements', { kind: 'elements', elements: [{ id: 'a', marks: '10' }] }],
    ['evaluator', { kind: 'evaluator', aggregate: 'mean' }],
    ['veto', { kind: 'veto', capTotal: '59.99' }],
  ] as const)('refuses a rule of the kind %s, at its kind', (_, rule) => {
    expect(pointers(item(rule), year({}))).toEqual(['/method/indicators/0/rule/kind']);
  });

  test('refuses to be read without an item, and by an item that no sheet has', () => {
    const at = ['/method/indicators/0/inspectionItem'];
    expect(pointers({ source: 'inspection', rule: PERCENT }, year({}))).toEqual(at);
    expect(pointers({ ...item(PERCENT), inspectionItem: 'unheardOf' }, year({}))).toEqual(at);
  });
});

describe('a leaf that the county states itself', () => {
  const record = { kind: 'statement', county: 'hongta', id: 'leaf' } as const;
  const stated = (target?: string): UnitOfEvaluation => ({
    facts: givenCountyYear(),
    statements: { leaf: { actual: '92.5', record, ...(target === undefined ? {} : { target }) } },
  });
  const goal: Rule = { kind: 'proportional', target: 'goal', direction: 'atLeast' };

  test('takes the stated figure, with the goal issued to the county where the rule asks for it', () => {
    expect(read({ source: 'selfReport' }, stated('95')).value).toEqual({ actual: '92.5' });
    expect(read({ source: 'selfReport', rule: goal }, stated('95')).value).toEqual({
      actual: '92.5',
      target: '95',
    });
    expect(read({ source: 'selfReport', rule: goal }, stated()).value).toEqual({ actual: '92.5' });
    expect(read({ source: 'selfReport', rule: STEPS }, stated()).records).toBe(1);
  });

  test('is missing without a statement, never a zero, and says so', () => {
    const { value, text } = read({ source: 'selfReport' }, { facts: givenCountyYear() });
    expect(value).toEqual({ state: 'missing' });
    expect(text).toContain('缺报：县级自评数据');
  });

  test('refuses a rule that reads no figure', () => {
    expect(pointers({ source: 'selfReport', rule: { kind: 'yesNo' } }, stated())).toEqual([
      '/method/indicators/0/rule/kind',
    ]);
  });
});

describe('a leaf that is computed from facts', () => {
  test('of a rate under its minimum denominator is not applicable, with its division shown and 参考指标 said', () => {
    const facts = givenCountyYear({ surveys: [givenSurvey('2025-12-20', 19, 20)] });
    const { value, text } = read({ id: 'satisfaction', source: 'metric' }, { facts });
    expect(value).toMatchObject({ state: 'notApplicable' });
    expect(value.reason).toContain('参考指标，不计分');
    expect(text).toContain('19 ÷ 20 × 100|95|');
    expect(text).toContain('参考指标，不计分');
  });

  test('in a unit other than percent shows the division by which it came about', () => {
    const unit = { facts: givenCountyYear() };
    expect(read({ id: 'trainingHours', source: 'metric' }, unit).text).toContain('360 ÷ 180 × 12|24|');
    expect(read({ id: 'workloadPerPost', source: 'metric' }, unit).text).toContain('2160 ÷ 180|12|');
  });

  test('that exceeds its whole is capped at full marks even where the target is to be met exactly', () => {
    const facts = { ...givenCountyYear(), adjustedBudget: fen(9_000_000) };
    const of = (direction: 'atLeast' | 'exactly') =>
      read(
        {
          id: 'executionRateOfBudget',
          source: 'metric',
          rule: { kind: 'proportional', target: '100', direction },
        },
        { facts },
      ).value;
    expect(of('exactly')).toEqual({ actual: { numerator: 100n, denominator: 1n } });
    expect(of('atLeast')).toEqual({ actual: { numerator: 1_800_000_000n, denominator: 9_000_000n } });
  });

  test('a leaf named like a metric but marked by evaluators keeps their marks', () => {
    const { value } = read({ id: 'satisfaction', source: 'evaluator' }, { facts: givenCountyYear() });
    expect(value).toEqual({ state: 'missing' });
  });
});
