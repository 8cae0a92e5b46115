import type { ParamMap } from '@angular/router';
import type { CallOptions } from '../api/client';
import { ACTS } from './words-of-acts';

/** Which entries are listed; the keys are those of the address and of the request. */
export type AuditQuery = CallOptions<'listAuditEntries'>['query'];

const OUTCOMES = ['done', 'refused', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

const isNumber = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text);

/** The conditions in an address; what it cannot mean is left out, so that a misspelt address still shows entries. */
export function readAuditQuery(query: ParamMap): AuditQuery {
  const outcome = OUTCOMES.find((one) => one === query.get('outcome'));
  const text = (key: string, most: number) => {
    const value = query.get(key)?.trim().slice(0, most);
    return value ? { [key]: value } : {};
  };
  const when = (key: string, good: (text: string) => boolean) => {
    const value = query.get(key) ?? '';
    return good(value) ? { [key]: value } : {};
  };
  return {
    ...text('actor', 100),
    ...when('act', (act) => ACTS.includes(act)),
    ...(outcome ? { outcome } : {}),
    ...text('objectKind', 50),
    ...text('objectId', 200),
    ...text('requestId', 100),
    ...(query.get('personalData') === 'true' ? { personalData: 'true' as const } : {}),
    ...when('from', isDay),
    ...when('to', isDay),
    ...(isNumber(query.get('below') ?? '') ? { below: Number(query.get('below')) } : {}),
  };
}

/** Whether any condition stands; where the page begins is none. */
export const hasConditions = ({ below: _, ...conditions }: AuditQuery): boolean =>
  Object.keys(conditions).length > 0;

/** The number of the entry that is open, from the address. */
export const readEntryNumber = (query: ParamMap): number | null =>
  isNumber(query.get('entry') ?? '') ? Number(query.get('entry')) : null;
