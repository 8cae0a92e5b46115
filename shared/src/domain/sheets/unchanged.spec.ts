import { isoDate, yearMonth } from '../period/year-month';
import { checkSheet } from './checks/check-sheet';
import type { EarlierAnswer, ItemAnswer, SheetKind, SheetSurroundings } from './sheet';
import { DEFAULT_TEMPLATES } from './templates/default-templates';
import { unchangedValues } from './unchanged';

const reported = (item: string, value: string): ItemAnswer => ({
  item,
  state: 'reported',
  value,
  conclusion: null,
  reason: null,
});
const answersTo = (figures: Readonly<Record<string, string>>): ItemAnswer[] =>
  Object.entries(figures).map(([item, value]) => reported(item, value));
const inMonth = (month: string, answers: readonly ItemAnswer[]): EarlierAnswer[] =>
  answers.map((one) => ({ ...one, month: yearMonth(month) }));

const WORKLOAD = inMonth(
  '2026-01',
  answersTo({
    supervisedAtStart: '118',
    supervisedNew: '5',
    supervisedReleased: '3',
    supervisedAtEnd: '120',
    endControl: '0',
    endProbation: '110',
    endParole: '6',
    endOutsidePrison: '4',
    resettled: '150',
    assessments: '4',
    justiceOffices: '9',
    staffOnPost: '20',
  }),
);
const SPENDING = inMonth(
  '2026-01',
  answersTo({
    personsOnPost: '15',
    personsPaid: '15',
    personsPaidOnTime: '15',
    personsInsured: '15',
    cityPartDue: '1500000',
    cityPartPaid: '1500000',
    countyAdvance: '1500000',
    countyPart: '900000',
    grossWage: '2400000',
    socialInsurance: '1200000',
    paidOn: '2026-02-11',
    advanceSettledOn: '2026-02-27',
  }),
);

const surroundings = (earlier: readonly EarlierAnswer[]): SheetSurroundings => ({
  month: yearMonth('2026-02'),
  today: isoDate('2026-03-20'),
  earlier,
  known: { approvedPosts: 15 },
  others: [],
});

function confirm(kind: SheetKind, values: readonly ItemAnswer[], earlier: readonly EarlierAnswer[]) {
  const outcome = unchangedValues(DEFAULT_TEMPLATES[kind], values, surroundings(earlier));
  return outcome.ok
    ? { filled: Object.fromEntries(outcome.value.map(({ item, value }) => [item, value])), refused: [] }
    : { filled: {}, refused: outcome.refusals.map(({ pointer }) => pointer) };
}

const NOTHING_HAPPENED = answersTo({ supervisedNew: '0', supervisedReleased: '0', assessments: '0' });

test('a county enters what happened in the month and confirms the rest: workload repeats its standing figures', () => {
  expect(confirm('workload', NOTHING_HAPPENED, WORKLOAD).filled).toEqual({
    supervisedAtStart: '120',
    supervisedAtEnd: '120',
    endControl: '0',
    endProbation: '110',
    endParole: '6',
    endOutsidePrison: '4',
    resettled: '150',
    staffOnPost: '20',
  });
});

test('the start of the month is last month’s end and not last month’s start', () => {
  expect(confirm('workload', NOTHING_HAPPENED, WORKLOAD).filled).toMatchObject({ supervisedAtStart: '120' });
});

test('what happened within last month is never repeated: each such count is asked for by name', () => {
  expect(confirm('workload', [], WORKLOAD).refused).toEqual([
    '/items/supervisedNew',
    '/items/supervisedReleased',
    '/items/assessments',
  ]);
});

test('what a confirmation fills passes the checks of a submission', () => {
  const outcome = unchangedValues(DEFAULT_TEMPLATES.workload, NOTHING_HAPPENED, surroundings(WORKLOAD));
  const filled = outcome.ok ? outcome.value : [];
  expect(filled.length).toBeGreaterThan(0);
  expect(
    checkSheet(DEFAULT_TEMPLATES.workload, [...NOTHING_HAPPENED, ...filled], surroundings(WORKLOAD)),
  ).toEqual([]);
});

test('spending repeats persons and money but no day: without this month’s day of payment the check stops it', () => {
  const { filled } = confirm('spending', [], SPENDING);
  expect(filled).toMatchObject({ personsOnPost: '15', cityPartDue: '1500000', grossWage: '2400000' });
  expect(Object.keys(filled)).not.toContain('paidOn');
  expect(Object.keys(filled)).not.toContain('advanceSettledOn');
  const template = DEFAULT_TEMPLATES.spending;
  const values = Object.entries(filled).map(([item, value]) => reported(item, value ?? ''));
  expect(checkSheet(template, values, surroundings(SPENDING)).map(({ items }) => items[0])).toEqual([
    'paidOn',
  ]);
  expect(checkSheet(template, [...values, reported('paidOn', '2026-03-12')], surroundings(SPENDING))).toEqual(
    [],
  );
});

test('what is entered stays and what follows from it is computed anew: 14 on post owe 14,000 元', () => {
  const { filled } = confirm('spending', [reported('personsOnPost', '14')], SPENDING);
  expect(filled).toMatchObject({ cityPartDue: '1400000' });
  expect(Object.keys(filled)).not.toContain('personsOnPost');
});

test('what follows from a new and a repeated figure is their sum and not last month’s: 9,100 + 15,000 元', () => {
  const { filled } = confirm('spending', [reported('countyPart', '910000')], SPENDING);
  expect(filled).toMatchObject({ cityPartPaid: '1500000', grossWage: '2410000' });
});

test('a day that its template requires is refused by name', () => {
  const { items, ...rest } = DEFAULT_TEMPLATES.spending;
  const strict = {
    ...rest,
    items: items.map((one) => (one.id === 'paidOn' ? { ...one, required: true } : one)),
  };
  const outcome = unchangedValues(strict, [], surroundings(SPENDING));
  expect(outcome.ok ? '' : outcome.refusals[0]?.detail.zh).toBe(
    '“发放日期”每月不同，不能沿用上月，请填写本月日期后再确认；没有发生的，选“不适用”并说明原因。',
  );
});

test('there is nothing to be unchanged where the month before was not reported, however much an earlier one says', () => {
  const december = inMonth('2025-12', WORKLOAD);
  const { refused } = confirm('workload', NOTHING_HAPPENED, december);
  expect(refused).toContain('/items/resettled');
  expect(refused).toContain('/items/supervisedAtStart');
});

test('what is carried into the month is not written again', () => {
  expect(confirm('workload', NOTHING_HAPPENED, WORKLOAD).filled).not.toHaveProperty('justiceOffices');
});

test('"not applicable" is repeated with its reason', () => {
  const none: ItemAnswer = {
    ...reported('resettled', ''),
    state: 'notApplicable',
    value: null,
    reason: '没有安置帮教对象',
  };
  const earlier = [...WORKLOAD.filter(({ item }) => item !== 'resettled'), ...inMonth('2026-01', [none])];
  const outcome = unchangedValues(DEFAULT_TEMPLATES.workload, NOTHING_HAPPENED, surroundings(earlier));
  expect(outcome.ok && outcome.value.find(({ item }) => item === 'resettled')).toEqual(none);
});

test('an inspection is checked item by item and cannot be confirmed as unchanged', () => {
  expect(confirm('inspection', [], []).refused).toEqual(['/kind']);
});
