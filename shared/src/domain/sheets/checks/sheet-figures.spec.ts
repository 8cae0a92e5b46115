import { isoDate, yearMonth } from '../../period/year-month';
import { rational } from '../../numbers/rational';
import type { ItemAnswer, SheetItem, SheetSurroundings } from '../sheet';
import { DEFAULT_TEMPLATES } from '../templates/default-templates';
import { answersOf, askedItems, figureOf } from './sheet-figures';

const { items } = DEFAULT_TEMPLATES.workload;
const [SPENDING_ITEM] = DEFAULT_TEMPLATES.spending.items as [SheetItem];
const reported = (item: string, value: string): ItemAnswer => ({
  item,
  state: 'reported',
  value,
  conclusion: null,
  reason: null,
});
const SURROUNDINGS: SheetSurroundings = {
  month: yearMonth('2026-02'),
  today: isoDate('2026-03-05'),
  earlier: [
    { ...reported('justiceOffices', '11'), month: yearMonth('2025-09') },
    { ...reported('supervisedAtEnd', '120'), month: yearMonth('2026-01') },
  ],
  known: { approvedPosts: 25 },
  others: [{ sheet: 'spending', item: SPENDING_ITEM, value: '24' }],
};

test('what is carried stands for an item until the month answers it itself', () => {
  const carried = answersOf(items, [], SURROUNDINGS).get('justiceOffices');
  const own = answersOf(items, [reported('justiceOffices', '12')], SURROUNDINGS).get('justiceOffices');
  expect([carried?.value, own?.value]).toEqual(['11', '12']);
});

test('last month’s figure of a monthly item is never carried into this one', () => {
  expect(answersOf(items, [], SURROUNDINGS).has('supervisedAtEnd')).toBe(false);
});

test('a month asks everything but what is carried into it', () => {
  const asked = askedItems(items, SURROUNDINGS).map(({ id }) => id);
  expect(asked).toHaveLength(items.length - 1);
  expect(asked).not.toContain('justiceOffices');
});

test('a term is this month’s figure, last month’s, one that the program knows or one of another sheet; the rest is unknown and no zero', () => {
  const answers = answersOf(items, [reported('resettled', '7')], SURROUNDINGS);
  const figure = (term: Parameters<typeof figureOf>[0]) => figureOf(term, answers, SURROUNDINGS);
  expect(figure({ item: 'resettled' })).toEqual(rational(7));
  expect(figure({ lastMonth: 'supervisedAtEnd' })).toEqual(rational(120));
  expect(figure({ known: 'approvedPosts' })).toEqual(rational(25));
  expect(figure({ sheet: 'spending', figure: 'personsOnPost' })).toEqual(rational(24));
  expect([
    figure({ item: 'assessments' }),
    figure({ lastMonth: 'resettled' }),
    figure({ sheet: 'spending', figure: 'personsPaid' }),
    figure({ sheet: 'inspection', figure: 'personsOnPost' }),
  ]).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
});
