import type { CanonicalValue } from '../canonical-json';
import { pointerToken } from '../refusal';

/** One place where a document does not say what was computed again; a side without the key has no such member. */
export interface Difference {
  /** RFC 6901 pointer into the document. */
  readonly pointer: string;
  readonly stated?: CanonicalValue;
  readonly recomputed?: CanonicalValue;
}

type Place = CanonicalValue | undefined;

/**
 * Where two values differ, as deep down as they can be told apart, in the order of the stated document; what only the
 * recomputed value has follows at the end of its object or list. The order of keys is no difference.
 * Example: {a: 1, b: [2]} against {b: [3], c: null} differs at /a, /b/0 and /c.
 */
export function differencesOf(stated: Place, recomputed: Place, pointer = ''): readonly Difference[] {
  if (stated === recomputed) return [];
  const [one, other] = [membersOf(stated), membersOf(recomputed)];
  if (!one || !other || Array.isArray(stated) !== Array.isArray(recomputed)) {
    return [
      {
        pointer,
        ...(stated === undefined ? {} : { stated }),
        ...(recomputed === undefined ? {} : { recomputed }),
      },
    ];
  }
  const keys = new Set([...one.keys(), ...other.keys()]);
  return [...keys].flatMap((key) =>
    differencesOf(one.get(key), other.get(key), `${pointer}/${pointerToken(key)}`),
  );
}

/** The members of an object or a list by key; null of anything else. */
const membersOf = (value: Place): ReadonlyMap<string, CanonicalValue | undefined> | null =>
  typeof value === 'object' && value !== null
    ? new Map<string, CanonicalValue | undefined>(Object.entries(value))
    : null;
