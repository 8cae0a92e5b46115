import { DEFAULT_TEMPLATES } from '@yuheng/shared/domain/sheets/templates/default-templates';
import { draftOfRule, isPriced, newRule, ruleOfDraft, speaksOf } from './rule-draft';
import {
  draftOfItem,
  newItem,
  type OtherSheet,
  type TemplateItem,
  type TemplateRule,
} from './template-draft';

/** Every kind of sheet: a rule names those that are not its own. */
const OTHERS = Object.values(DEFAULT_TEMPLATES) as unknown as OtherSheet[];

const itemsOf = (kind: keyof typeof DEFAULT_TEMPLATES) =>
  DEFAULT_TEMPLATES[kind].items.map((item) => draftOfItem(item as TemplateItem));

describe('a rule in its fields', () => {
  it('says after reading and writing what it said before', () => {
    for (const kind of ['inspection', 'spending', 'workload'] as const) {
      const [items, { rules }] = [itemsOf(kind), DEFAULT_TEMPLATES[kind]];
      const again = (rule: TemplateRule) => ruleOfDraft(draftOfRule(rule, items, OTHERS), items, OTHERS);
      expect(rules.map((rule) => again(rule as TemplateRule))).toEqual(rules);
    }
  });

  it('has the price of a person in 元 beside an amount, and a plain number of times elsewhere', () => {
    const items = itemsOf('spending');
    const [rule] = DEFAULT_TEMPLATES.spending.rules.filter(({ id }) => id === 'cityPartOfPosts');
    const draft = draftOfRule(rule as TemplateRule, items, OTHERS);
    expect(draft.right).toEqual([{ of: 'item:personsOnPost', sign: 1, times: '1,000.00' }]);
    const twice = { of: 'item:personsPaid', sign: -1, times: '２' } as const;
    expect(isPriced(twice, { ...draft, left: [], right: [twice] }, items, OTHERS)).toBe(false);
    expect(ruleOfDraft({ ...draft, right: [twice] }, items, OTHERS)).toMatchObject({
      right: [{ item: 'personsPaid', times: -200 }],
    });
    expect(ruleOfDraft({ ...draft, left: [twice], right: [twice] }, items, OTHERS)).toMatchObject({
      left: [{ item: 'personsPaid', times: -2 }],
    });
  });

  it('names an item of another sheet by that sheet and its id, and beside its money what is none has a price', () => {
    const items = itemsOf('workload');
    const paid = { of: 'sheet:spending:cityPartPaid', sign: 1, times: '' } as const;
    const priced = { of: 'item:staffOnPost', sign: 1, times: '1,000.00' } as const;
    const draft = { ...newRule('equals', []), left: [paid], right: [priced] };
    const rule = ruleOfDraft(draft, items, OTHERS);
    expect(rule).toMatchObject({
      left: [{ sheet: 'spending', figure: 'cityPartPaid' }],
      right: [{ item: 'staffOnPost', times: 100_000 }],
    });
    expect(draftOfRule(rule, items, OTHERS)).toMatchObject({ left: [paid], right: [priced] });
    expect([isPriced(priced, draft, items, OTHERS), isPriced(priced, draft, items, [])]).toEqual([
      true,
      false,
    ]);
  });

  it('keeps a number of times that is none as one that the checks refuse', () => {
    const items = itemsOf('workload');
    const draft = {
      ...newRule('equals', []),
      left: [{ of: 'item:resettled', sign: 1 as const, times: 'two' }],
    };
    expect(ruleOfDraft(draft, items, OTHERS)).toMatchObject({
      left: [{ item: 'resettled', times: Number.NaN }],
    });
  });

  it('names a new item by the id that it has in the end, and what is not chosen by none', () => {
    const added = { ...newItem('date', '+1'), id: ' trainedOn ' };
    const draft = { ...newRule('notBefore', []), item: '+1' };
    expect(ruleOfDraft(draft, [added], OTHERS)).toMatchObject({ item: 'trainedOn', other: '' });
    expect([speaksOf(draft, '+1'), speaksOf(draft, '+2')]).toEqual([true, false]);
  });

  it('is given an id that no other rule has', () => {
    const first = newRule('atMost', []);
    const second = newRule('atMost', [first]);
    expect([first.id, second.id]).toEqual(['rule1', 'rule2']);
    expect(newRule('atMost', [second]).id).toBe('rule3');
  });
});
