/**
 * One thing that the contract (architecture.md section 10) refuses in a case: the pointers at which it may be told.
 * Several where the contract leaves open which of two halves is the wrong one (a floor above its cap); a pointer also
 * stands for what lies below it.
 */
export type Fault = readonly string[];

/** What a second implementation says of a case. */
export type Expected<Answer> = { readonly answer: Answer } | { readonly faults: readonly Fault[] };

/** What the engine said of it, as far as the two are compared. */
export type Given<Answer> = { readonly answer: Answer } | { readonly pointers: readonly string[] };

export const token = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');

const covers = (fault: Fault, pointer: string): boolean =>
  fault.some((place) => pointer === place || pointer.startsWith(`${place}/`));

/**
 * Null where the two agree: equal answers, or a refusal by both for the same reasons. Every pointer of the engine must
 * tell one of the faults; where several faults stand together, the engine may stop at the first.
 */
export function differenceOf<Answer>(expected: Expected<Answer>, given: Given<Answer>): string | null {
  if ('faults' in expected) {
    if (!('pointers' in given)) return 'the engine accepts what the contract refuses';
    const stray = given.pointers.filter(
      (pointer) => !expected.faults.some((fault) => covers(fault, pointer)),
    );
    return stray.length > 0 || given.pointers.length === 0 ? 'the refusals point elsewhere' : null;
  }
  if ('pointers' in given) return 'the engine refuses what the contract allows';
  return JSON.stringify(expected.answer) === JSON.stringify(given.answer) ? null : 'the answers differ';
}
