import { bilingual } from '../bilingual';
import { isoDate, yearMonth } from '../period/year-month';
import { askedFigures } from './asked-figures';
import type {
  EarlierAnswer,
  ItemAnswer,
  SheetItem,
  SheetRule,
  SheetSurroundings,
  SheetTemplate,
} from './sheet';
import { derivedItems, suggestedFigures } from './suggested-figures';
import { DEFAULT_TEMPLATES } from './templates/default-templates';

const { spending, workload } = DEFAULT_TEMPLATES;
const reported = (item: string, value: string): ItemAnswer => ({
  item,
  state: 'reported',
  value,
  conclusion: null,
  reason: null,
});
const lastMonth = (item: string, value: string): EarlierAnswer => ({
  ...reported(item, value),
  month: yearMonth('2026-01'),
});
const SURROUNDINGS: SheetSurroundings = {
  month: yearMonth('2026-02'),
  today: isoDate('2026-03-05'),
  earlier: [lastMonth('supervisedAtEnd', '120')],
  known: {},
  others: [],
};
const figures = (template: SheetTemplate, ...values: ItemAnswer[]) =>
  Object.fromEntries(suggestedFigures(template, values, SURROUNDINGS));

test('a month starts with last month’s end before anybody types', () => {
  expect(figures(workload)).toEqual({ supervisedAtStart: '120' });
});

test('one suggested figure leads to the next: start 120, 5 new and 3 released end with 122', () => {
  expect(figures(workload, reported('supervisedNew', '5'), reported('supervisedReleased', '3'))).toEqual({
    supervisedAtStart: '120',
    supervisedAtEnd: '122',
  });
});

test('what somebody answered is never replaced and leads on, even where a rule contradicts it', () => {
  expect(
    figures(
      workload,
      reported('supervisedAtStart', '100'),
      reported('supervisedNew', '5'),
      reported('supervisedReleased', '3'),
    ),
  ).toEqual({ supervisedAtEnd: '102' });
});

test('the city part due is persons × 1,000 元 in 分, and gross wages are the sum of their parts', () => {
  expect(
    figures(
      spending,
      reported('personsOnPost', '24'),
      reported('cityPartPaid', '2400000'),
      reported('countyPart', '0'),
    ),
  ).toEqual({ cityPartDue: '2400000', grossWage: '2400000' });
});

test('what only a warning expects is not suggested: it would hide what is to be noticed', () => {
  expect(derivedItems(spending)).toEqual(new Set(['cityPartDue', 'grossWage']));
  expect(figures(spending, reported('personsPaid', '24'))).toEqual({});
});

test('an item that a rule takes twice, or beside another one, does not follow from it', () => {
  const [balance] = workload.rules.filter(({ id }) => id === 'balance');
  if (balance?.kind !== 'equals') throw new Error('The balance is a comparison.');
  const twice = { ...workload, rules: [{ ...balance, left: [{ item: 'supervisedAtEnd', times: 2 }] }] };
  expect([...derivedItems(twice)]).toEqual([]);
  expect([...derivedItems({ rules: workload.rules.filter(({ id }) => id === 'classesOfEnd') })]).toEqual([]);
});

test('where nothing on the right applies there is nothing to suggest', () => {
  const none: ItemAnswer = {
    ...reported('personsOnPost', ''),
    state: 'notApplicable',
    value: null,
    reason: '无',
  };
  expect(figures(spending, none)).toEqual({});
});

test('rules that lead in a circle suggest nothing and come to an end', () => {
  const same = (left: string, right: string): SheetRule => ({
    id: `${left}Is`,
    kind: 'equals',
    left: [{ item: left }],
    right: [{ item: right }],
    severity: 'error',
    advice: bilingual('请核对。', 'Check it.'),
  });
  const circle = {
    ...workload,
    rules: [same('supervisedAtStart', 'supervisedAtEnd'), same('supervisedAtEnd', 'supervisedAtStart')],
  };
  expect(figures(circle)).toEqual({});
  expect(figures(circle, reported('supervisedAtEnd', '7'))).toEqual({ supervisedAtStart: '7' });
});

test('a county’s month, spending and workload together, asks 18 figures, at most 20', () => {
  expect([askedFigures(spending), askedFigures(workload)]).toEqual([9, 9]);
});

test('a figure that must equal one of another sheet is suggested once that is handed in, and counts as asked until then', () => {
  const rule: SheetRule = {
    id: 'resettledAsPaid',
    kind: 'equals',
    left: [{ item: 'resettled' }],
    right: [{ sheet: 'spending', figure: 'personsPaid' }],
    severity: 'error',
    advice: bilingual('请核对。', 'Check it.'),
  };
  const template = { ...workload, rules: [...workload.rules, rule] };
  const [, item] = spending.items as [SheetItem, SheetItem];
  const others = [{ sheet: 'spending' as const, item, value: '24' }];
  expect(suggestedFigures(template, [], SURROUNDINGS).has('resettled')).toBe(false);
  expect(suggestedFigures(template, [], { ...SURROUNDINGS, others }).get('resettled')).toBe('24');
  expect(askedFigures(template)).toBe(askedFigures(workload));
});
