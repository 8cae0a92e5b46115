import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { writable } from '../database/writable-text';

/**
 * Canonical JSON that PostgreSQL and every reader of JSON take alike: no NUL and no half of a surrogate pair; numbers that
 * are not whole, or too large to be exact, are said as text, so that nobody's printing of them matters to a hash. What is
 * looked for in the trail is written the same way, so that it finds what was stored.
 */
export const writableJson = (value: unknown): string => canonicalJson(clean(value));

function clean(value: unknown): CanonicalValue {
  if (typeof value === 'string') return writable(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[writable(key), clean(one)]])),
  );
}
