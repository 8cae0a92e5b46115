import { ASSISTANTS_TEMPLATE } from '../../monitoring/assistants-template';
import { otherTerms } from '../other-sheets';
import { SHEET_KINDS } from '../sheet';
import { DEFAULT_TEMPLATES } from './default-templates';

const ids = (kind: keyof typeof DEFAULT_TEMPLATES): string[] =>
  DEFAULT_TEMPLATES[kind].items.map(({ id }) => id);

test('督查表 keeps the twelve items of the template with their ids, order, words and frequencies', () => {
  const { items } = DEFAULT_TEMPLATES.inspection;
  expect(
    items.map(({ id, name, criteria, basis, frequency }) => ({ id, name, criteria, basis, frequency })),
  ).toEqual(
    ASSISTANTS_TEMPLATE.map(({ id, name, criteria, basis, frequency }) => ({
      id,
      name,
      criteria,
      basis,
      frequency,
    })),
  );
  expect(items.map(({ unit }) => unit ?? null)).toEqual(
    ASSISTANTS_TEMPLATE.map(({ figureUnit }) => figureUnit),
  );
});

test('支出表 holds everything that a month of wages stores', () => {
  expect(ids('spending')).toEqual([
    'personsOnPost',
    'personsPaid',
    'personsPaidOnTime',
    'personsInsured',
    'cityPartDue',
    'cityPartPaid',
    'countyAdvance',
    'countyPart',
    'grossWage',
    'socialInsurance',
    'paidOn',
    'advanceSettledOn',
  ]);
});

test('工作量表 holds the counts of rules.md section 5, and counts only: no item takes words about a person', () => {
  expect(ids('workload')).toEqual([
    'supervisedAtStart',
    'supervisedNew',
    'supervisedReleased',
    'supervisedAtEnd',
    'endControl',
    'endProbation',
    'endParole',
    'endOutsidePrison',
    'resettled',
    'assessments',
    'justiceOffices',
    'staffOnPost',
  ]);
  expect(new Set(DEFAULT_TEMPLATES.workload.items.map(({ answer }) => answer))).toEqual(new Set(['count']));
});

test('a county fills at most 20 items in a sheet', () => {
  expect(ids('spending').length).toBeLessThanOrEqual(20);
  expect(ids('workload').length).toBeLessThanOrEqual(20);
});

test('what two sheets say of the same persons is compared wherever one of them is written, and only warns', () => {
  const compared = SHEET_KINDS.flatMap((kind) =>
    DEFAULT_TEMPLATES[kind].rules.flatMap((rule) =>
      otherTerms([rule]).map(({ sheet, figure }) => [kind, rule.severity, `${sheet}.${figure}`]),
    ),
  );
  expect(compared).toEqual([
    ['inspection', 'warning', 'spending.personsOnPost'],
    ['spending', 'warning', 'inspection.staffOnPost'],
    ['spending', 'warning', 'workload.staffOnPost'],
    ['workload', 'warning', 'spending.personsOnPost'],
  ]);
});

test('what is said in English holds no Chinese', () => {
  for (const kind of SHEET_KINDS) {
    const { items, rules } = DEFAULT_TEMPLATES[kind];
    const words = items.flatMap(({ name, criteria, unit, basis }) => [
      name.en,
      criteria?.en,
      unit?.en,
      basis?.en,
    ]);
    expect(
      [...words, ...rules.map(({ advice }) => advice.en)].filter((one) => /\p{sc=Han}/u.test(one ?? '')),
    ).toEqual([]);
  }
});

test('every item says in both languages what is asked, and every rule what to do', () => {
  for (const kind of SHEET_KINDS) {
    expect(DEFAULT_TEMPLATES[kind].kind).toBe(kind);
    for (const { criteria } of DEFAULT_TEMPLATES[kind].items) {
      expect(criteria?.zh.endsWith('。')).toBe(true);
      expect(criteria?.en).toMatch(/\.$/);
    }
    for (const { advice } of DEFAULT_TEMPLATES[kind].rules) {
      expect(advice.zh).toMatch(/。$/);
      expect(advice.en).toMatch(/\.$/);
    }
  }
});
