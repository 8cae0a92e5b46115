import type { Bilingual } from './bilingual';

/**
 * An expected "no" of the engine: what is wrong, where, and what to do, in both languages.
 * Domain functions return refusals and throw only for broken preconditions (architecture.md section 5).
 */
export interface Refusal {
  /** RFC 6901 pointer into the input; an absent key points at where it would stand, a broken sum at the array. */
  readonly pointer: string;
  readonly detail: Bilingual;
}

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const accepted = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });
export const refused = (refusals: readonly Refusal[]): Outcome<never> => ({ ok: false, refusals });
export const refusal = (pointer: string, zh: string, en: string): Refusal => ({
  pointer,
  detail: { zh, en },
});

/** One reference token of an RFC 6901 pointer, escaped. */
export const pointerToken = (key: string | number): string =>
  String(key).replaceAll('~', '~0').replaceAll('/', '~1');
