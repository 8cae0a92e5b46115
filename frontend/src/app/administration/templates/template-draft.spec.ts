import { DEFAULT_TEMPLATES } from '@yuheng/shared/domain/sheets/templates/default-templates';
import { draftOfItem, itemOfDraft, moved, newItem, type TemplateItem } from './template-draft';

describe('a template in its fields', () => {
  it('says after reading and writing what it said before', () => {
    for (const { items } of Object.values(DEFAULT_TEMPLATES))
      expect(items.map((item) => itemOfDraft(draftOfItem(item as TemplateItem)))).toEqual(items);
  });

  it('has bounds of money in 元 and keeps them in 分', () => {
    const item = itemOfDraft({ ...newItem('money', '+1'), minimum: '1,000.50', maximum: '２000' });
    expect(item).toMatchObject({ minimum: 100_050, maximum: 200_000 });
  });

  it('keeps a bound that is no number as one that the checks refuse, and leaves an empty one out', () => {
    const item = itemOfDraft({ ...newItem('count', '+1'), minimum: 'many', maximum: ' ' });
    expect(item.minimum).toBeNaN();
    expect('maximum' in item).toBe(false);
  });

  it('has its items moved a place up or down, and no further than to the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});
