import type { Language } from '../ui/language';
import { formatDay } from '../ui/day';
import { printValue, type Item, type StoredValue } from './sheet-draft';

/**
 * What is said of an item, in words: 合格，24 人 · 12,000.00 元 · 2026年2月28日 · 不适用; null is 未填. The reason stands apart
 * from it: it is somebody's own words, in their language.
 */
export function valueWords(
  item: Pick<Item, 'answer' | 'unit'>,
  said: Pick<StoredValue, 'state' | 'value' | 'conclusion'> | null,
  language: Language,
): string {
  if (!said) return language.text('sheet.item.unanswered');
  if (said.state === 'notApplicable') return language.text('sheet.item.notApplicable');
  const conclusion = said.conclusion === null ? '' : language.text(`sheet.item.${said.conclusion}`);
  const parts = [conclusion, figureWords(item, said.value, language)].filter((part) => part !== '');
  return parts.join(language.current() === 'en' ? ', ' : '，');
}

function figureWords(item: Pick<Item, 'answer' | 'unit'>, value: string | null, language: Language): string {
  if (value === null) return '';
  if (item.answer === 'date') return formatDay(value, language.current());
  const figure = printValue(item, value);
  if (item.answer === 'money') return `${figure} ${language.text('sheet.item.money')}`;
  const grouped = item.answer === 'text' ? figure : figure.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return item.unit ? `${grouped} ${language.say(item.unit)}` : grouped;
}
