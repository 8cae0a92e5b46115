import { inject, Pipe, type PipeTransform } from '@angular/core';
import { formatDay } from './day';
import { Language, type LanguageCode } from './language';

const BEIJING_AHEAD_MS = 8 * 60 * 60_000;

/** The day on which a moment falls in Beijing: '2026-11-22T17:30:00Z' → '2026-11-23'. */
export const beijingDay = (moment: string | number): string =>
  new Date(new Date(moment).getTime() + BEIJING_AHEAD_MS).toISOString().slice(0, 10);

/** '2026-11-22T08:00:00.123Z' → 2026年11月22日 16:00 · 22 Nov 2026 16:00, in Beijing time. Null is 「—」. */
export function formatMoment(moment: string | null | undefined, language: LanguageCode): string {
  const time = Date.parse(moment ?? '');
  if (Number.isNaN(time)) return '—';
  const local = new Date(time + BEIJING_AHEAD_MS).toISOString();
  return `${formatDay(local.slice(0, 10), language)} ${local.slice(11, 16)}`;
}

/** `{{ session.lastUsedAt | moment }}`: a moment of the server in the reader's language, in Beijing time. */
@Pipe({ name: 'moment', pure: false })
export class MomentPipe implements PipeTransform {
  private readonly language = inject(Language);

  transform(moment: string | null | undefined): string {
    return formatMoment(moment, this.language.current());
  }
}
