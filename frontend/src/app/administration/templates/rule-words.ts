import { itemOfOther } from '@yuheng/shared/domain/sheets/other-sheets';
import type { Language } from '../../ui/language';
import { formatMoney } from '../../ui/money';
import type { OtherSheet, TemplateItem, TemplateRule } from './template-draft';

type Comparison = Extract<TemplateRule, { readonly left: unknown }>;
type Term = Comparison['left'][number];

/** An item of another sheet, in the picker and in the line of a rule: 支出表 · 在岗人数. */
export const otherWords = (kind: OtherSheet['kind'], item: string, language: Language): string =>
  language.text('templates.rule.other', { sheet: language.text(`templates.kind.${kind}`), item });

/** What a rule checks, in one line: 月末在册人数 ＝ 月初在册人数 ＋ 本月新接收 − 本月解除. */
export function ruleWords(
  rule: TemplateRule,
  items: readonly TemplateItem[],
  others: readonly OtherSheet[],
  language: Language,
): string {
  const nameOf = (id: string): string => {
    const item = items.find((one) => one.id === id);
    return (item && language.say(item.name)) || id || language.text('templates.rule.unchosen');
  };
  const isMoney = (term: Term): boolean => {
    if ('sheet' in term) return itemOfOther(others, term)?.answer === 'money';
    const id = 'item' in term ? term.item : 'lastMonth' in term ? term.lastMonth : null;
    return items.some((one) => one.id === id && one.answer === 'money');
  };
  const termWords = (term: Term): string => {
    if ('item' in term) return nameOf(term.item);
    if ('lastMonth' in term)
      return language.text('templates.rule.lastMonth', { item: nameOf(term.lastMonth) });
    if ('sheet' in term) {
      const item = itemOfOther(others, term);
      return otherWords(term.sheet, item ? language.say(item.name) : term.figure, language);
    }
    return language.text(`templates.rule.known.${term.known}`);
  };
  /** Beside an amount, what is none has its price. */
  const factorWords = (term: Term, isOfMoney: boolean): string => {
    const times = Math.abs(term.times ?? 1);
    if (times === 1 || Number.isNaN(times)) return '';
    const isPrice = isOfMoney && !isMoney(term);
    return isPrice
      ? language.text('templates.rule.price', { price: formatMoney(times, '元') })
      : ` × ${times}`;
  };
  const sideWords = (terms: readonly Term[], isOfMoney: boolean): string =>
    terms
      .map((term, index) => {
        const sign = (term.times ?? 1) < 0 ? '− ' : index > 0 ? '＋ ' : '';
        return `${sign}${termWords(term)}${factorWords(term, isOfMoney)}`;
      })
      .join(' ');
  if (rule.kind === 'requiredWhen')
    return language.text('templates.rule.requiredWhen', { item: nameOf(rule.item), when: nameOf(rule.when) });
  if (rule.kind === 'notBefore')
    return language.text('templates.rule.notBefore', { item: nameOf(rule.item), other: nameOf(rule.other) });
  const isOfMoney = [...rule.left, ...rule.right].some(isMoney);
  return `${sideWords(rule.left, isOfMoney)} ${rule.kind === 'equals' ? '＝' : '≤'} ${sideWords(rule.right, isOfMoney)}`;
}
