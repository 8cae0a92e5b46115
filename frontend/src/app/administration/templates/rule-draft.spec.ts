import { DEFAULT_TEMPLATES } from '@yuheng/shared/domain/sheets/templates/default-templates';
import { draftOfRule, isPriced, newRule, ruleOfDraft, speaksOf } from './rule-draft';
import { draftOfItem, newItem, type TemplateItem, type TemplateRule } from './template-draft';

const itemsOf = (kind: keyof typeof DEFAULT_TEMPLATES) =>
  DEFAULT_TEMPLATES[kind].items.map((item) => draftOfItem(item as TemplateItem));

describe('a rule in its fields', () => {
  it('says after reading and writing what it said before', () => {
    for (const kind of ['inspection', 'spending', 'workload'] as const) {
      const [items, { rules }] = [itemsOf(kind), DEFAULT_TEMPLATES[kind]];
      expect(rules.map((rule) => ruleOfDraft(draftOfRule(rule as TemplateRule, items), items))).toEqual(
        rules,
      );
    }
  });

  it('has the price of a person in 元 beside an amount, and a plain number of times elsewhere', () => {
    const items = itemsOf('spending');
    const [rule] = DEFAULT_TEMPLATES.spending.rules.filter(({ id }) => id === 'cityPartOfPosts');
    const draft = draftOfRule(rule as TemplateRule, items);
    expect(draft.right).toEqual([{ of: 'item:personsOnPost', sign: 1, times: '1,000.00' }]);
    const twice = { of: 'item:personsPaid', sign: -1, times: '２' } as const;
    expect(isPriced(twice, { ...draft, left: [], right: [twice] }, items)).toBe(false);
    expect(ruleOfDraft({ ...draft, right: [twice] }, items)).toMatchObject({
      right: [{ item: 'personsPaid', times: -200 }],
    });
    expect(ruleOfDraft({ ...draft, left: [twice], right: [twice] }, items)).toMatchObject({
      left: [{ item: 'personsPaid', times: -2 }],
    });
  });

  it('keeps a number of times that is none as one that the checks refuse', () => {
    const items = itemsOf('workload');
    const draft = {
      ...newRule('equals', []),
      left: [{ of: 'item:resettled', sign: 1 as const, times: 'two' }],
    };
    expect(ruleOfDraft(draft, items)).toMatchObject({ left: [{ item: 'resettled', times: Number.NaN }] });
  });

  it('names a new item by the id that it has in the end, and what is not chosen by none', () => {
    const added = { ...newItem('date', '+1'), id: ' trainedOn ' };
    const draft = { ...newRule('notBefore', []), item: '+1' };
    expect(ruleOfDraft(draft, [added])).toMatchObject({ item: 'trainedOn', other: '' });
    expect([speaksOf(draft, '+1'), speaksOf(draft, '+2')]).toEqual([true, false]);
  });

  it('is given an id that no other rule has', () => {
    const first = newRule('atMost', []);
    const second = newRule('atMost', [first]);
    expect([first.id, second.id]).toEqual(['rule1', 'rule2']);
    expect(newRule('atMost', [second]).id).toBe('rule3');
  });
});
