import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Language, type LanguageCode } from './language';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** '2026-03-20' → 2026年3月20日 · 20 Mar 2026; '2026-03' → 2026年3月 · Mar 2026. Null is 「—」. */
export function formatDay(day: string | null | undefined, language: LanguageCode): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(day ?? '');
  if (!match) return '—';
  const [, year = '', month = '', date] = match;
  if (language === 'en') return `${date ? `${Number(date)} ` : ''}${MONTHS[Number(month) - 1]} ${year}`;
  return `${year}年${Number(month)}月${date ? `${Number(date)}日` : ''}`;
}

/** `{{ row.paidOn | day }}`: a day or a month in the reader's language. */
@Pipe({ name: 'day', pure: false })
export class DayPipe implements PipeTransform {
  private readonly language = inject(Language);

  transform(day: string | null | undefined): string {
    return formatDay(day, this.language.current());
  }
}
