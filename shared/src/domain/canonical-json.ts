/** What canonical JSON can hold: no number but whole ones, because figures travel as decimal or fraction strings. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined };

/**
 * One text for one value, whatever the order in which its keys were written: keys sorted by UTF-16 code unit as RFC 8785
 * does, no white space, keys without a value left out. Hashes of runs and certificates rest on it.
 * Example: {b: 1, a: [true, null]} is {"a":[true,null],"b":1}.
 * @throws RangeError for a number that is not a safe whole number: it would not print the same everywhere.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`${value} has no canonical form; print it as a string.`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map((one: CanonicalValue) => canonicalJson(one)).join(',')}]`;
  const members = Object.entries(value as Record<string, CanonicalValue | undefined>)
    .filter((entry): entry is [string, CanonicalValue] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}
