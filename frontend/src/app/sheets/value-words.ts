import type { Language } from '../ui/language';
import { formatDay } from '../ui/day';
import { printValue, type Item, type StoredValue } from './sheet-draft';

/** What is said of an item, in words: 合格，24 人 · 12,000.00 元 · 2026年2月28日 · 不适用（…）; null is 未填. */
export function valueWords(
  item: Pick<Item, 'answer' | 'unit'>,
  said: (Pick<StoredValue, 'state' | 'value' | 'conclusion'> & { readonly reason?: string | null }) | null,
  language: Language,
): string {
  if (!said) return language.text('sheet.item.unanswered');
  const english = language.current() === 'en';
  const withReason = (text: string) => {
    if (!said.reason) return text;
    return english ? `${text} (${said.reason})` : `${text}（${said.reason}）`;
  };
  if (said.state === 'notApplicable') return withReason(language.text('sheet.item.notApplicable'));
  const conclusion = said.conclusion === null ? '' : language.text(`sheet.item.${said.conclusion}`);
  const parts = [conclusion, figureWords(item, said.value, language)].filter((part) => part !== '');
  return withReason(parts.join(english ? ', ' : '，'));
}

function figureWords(item: Pick<Item, 'answer' | 'unit'>, value: string | null, language: Language): string {
  if (value === null) return '';
  if (item.answer === 'date') return formatDay(value, language.current());
  const figure = printValue(item, value);
  if (item.answer === 'money') return `${figure} ${language.text('sheet.item.money')}`;
  return item.unit ? `${figure} ${language.say(item.unit)}` : figure;
}
