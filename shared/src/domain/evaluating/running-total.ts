import { printRounded } from '../numbers/rational';
import type { CompiledLeaf } from '../scoring/compile-method';
import { exactSumOf } from '../scoring/numbers/exact-sum';
import { printNumber, readNumeral } from '../scoring/numbers/numeral';

export interface RunningTotal {
  /** The sum of the scores that are there, with the method's decimals. */
  readonly sum: string;
  /** The marks of the leaves that have one. */
  readonly of: string;
  /** Leaves without a score: not marked yet, missing, or not applicable. */
  readonly without: number;
}

/**
 * What the scores that are there come to: a running figure, neither re-scaled nor graded. `scores` are printed scores by
 * leaf. Example: '9.50' of 10 and nothing of 5 → 9.50 of 10, one without.
 */
export function runningTotal(
  leaves: readonly Pick<CompiledLeaf, 'id' | 'marks'>[],
  scores: Readonly<Partial<Record<string, string | null>>>,
  decimals: number,
): RunningTotal {
  const found = leaves.flatMap(({ id, marks }) => {
    const score = Object.hasOwn(scores, id) ? scores[id] : null;
    const exact = score === null || score === undefined ? null : readNumeral(score);
    return exact === null ? [] : [{ exact, marks }];
  });
  return {
    sum: printRounded(exactSumOf(found.map(({ exact }) => exact)), decimals),
    of: printNumber(exactSumOf(found.map(({ marks }) => marks))),
    without: leaves.length - found.length,
  };
}
