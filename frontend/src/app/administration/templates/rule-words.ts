import type { Language } from '../../ui/language';
import type { TemplateItem, TemplateRule } from './template-draft';

type Comparison = Extract<TemplateRule, { readonly left: unknown }>;
type Term = Comparison['left'][number];

/** What a rule checks, in one line: 月末在册人数 ＝ 月初在册人数 ＋ 本月新接收 − 本月解除. */
export function ruleWords(rule: TemplateRule, items: readonly TemplateItem[], language: Language): string {
  const nameOf = (id: string): string => {
    const item = items.find((one) => one.id === id);
    return item ? language.say(item.name) : id;
  };
  const termWords = (term: Term): string => {
    if ('item' in term) return nameOf(term.item);
    if ('lastMonth' in term)
      return language.text('templates.rule.lastMonth', { item: nameOf(term.lastMonth) });
    return language.text(`templates.rule.known.${term.known}`);
  };
  const sideWords = (terms: readonly Term[]): string =>
    terms
      .map((term, index) => {
        const times = term.times ?? 1;
        const sign = times < 0 ? '− ' : index > 0 ? '＋ ' : '';
        const factor = Math.abs(times) === 1 ? '' : ` × ${Math.abs(times)}`;
        return `${sign}${termWords(term)}${factor}`;
      })
      .join(' ');
  if (rule.kind === 'requiredWhen')
    return language.text('templates.rule.requiredWhen', { item: nameOf(rule.item), when: nameOf(rule.when) });
  if (rule.kind === 'notBefore')
    return language.text('templates.rule.notBefore', { item: nameOf(rule.item), other: nameOf(rule.other) });
  return `${sideWords(rule.left)} ${rule.kind === 'equals' ? '＝' : '≤'} ${sideWords(rule.right)}`;
}
