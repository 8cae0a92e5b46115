import { compare, subtract } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import type { CompiledMethod } from '../compile-method';
import { exactSum } from '../numbers/exact-sum';
import { roundScore } from '../numbers/round-score';
import type { LeafScore } from '../score-leaf';

/** What a group of indicators, or the whole method, comes to; in whole units of 10^-scoreDecimals. */
export interface GroupScore {
  /** missing: a leaf below it is; notApplicable: nothing with marks below it is applicable; otherwise scored. */
  readonly state: 'scored' | 'notApplicable' | 'missing';
  /** Σ of what counts right below it, each as printed. */
  readonly sum: bigint;
  /** The exact marks of what counts below it. */
  readonly applicable: Rational;
  /** True where the sum is re-scaled here to the group's own marks. */
  readonly rescaled: boolean;
  /** The sum, or where it is re-scaled sum × marks ÷ applicable, rounded half up once. */
  readonly score: bigint;
}

interface Below {
  sum: bigint;
  anyScored: boolean;
  anyMissing: boolean;
  /** Marks of what is not applicable and was not made good further down; null where there is none. */
  left: Rational | null;
}

function leaveOut(below: Below, marks: Rational | null): void {
  if (marks !== null) below.left = below.left === null ? marks : exactSum(below.left, marks);
}

function closeGroup(below: Below, marks: Rational, rescales: boolean): GroupScore {
  const { sum, left } = below;
  const applicable = left === null || left.numerator === 0n ? marks : subtract(marks, left);
  if (below.anyMissing) return { state: 'missing', sum, applicable, rescaled: false, score: sum };
  const nothing = !below.anyScored || (applicable.numerator === 0n && marks.numerator > 0n);
  if (nothing) return { state: 'notApplicable', sum, applicable, rescaled: false, score: sum };
  const rescaled = rescales && compare(applicable, marks) !== 0;
  const score = rescaled
    ? roundScore(
        {
          numerator: sum * marks.numerator * applicable.denominator,
          denominator: marks.denominator * applicable.numerator,
        },
        1n,
      )
    : sum;
  return { state: 'scored', sum, applicable, rescaled, score };
}

/**
 * The score of every group of the method, in the order of `method.groups` (the whole method last), from the scores of its
 * leaves in their order. Not applicable is left out and the rest re-scaled, rounded once at each place where it is done:
 * - within the method: the whole alone is re-scaled, a group is the sum of what counts below it.
 * - within the parent: every group is re-scaled to its own marks. A group in which nothing is applicable passes its marks
 *   on: it is left out of the group above it, at last of the whole method. What stands at the root belongs to the whole.
 * So what is printed right below a group always sums to the line that is re-scaled to the group's score.
 * Example: 过程 of 30 marks with a leaf of 10 not applicable and 18.00 scored of 20: 18.00 × 30 ÷ 20 = 27.00.
 */
export function groupScores(method: CompiledMethod, leaves: readonly LeafScore[]): readonly GroupScore[] {
  const belows = method.groups.map((): Below => ({
    sum: 0n,
    anyScored: false,
    anyMissing: false,
    left: null,
  }));
  for (const { place, group, marks } of method.leaves) {
    const leaf = leaves[place] as LeafScore;
    const below = belows[group] as Below;
    if (leaf.state === 'scored') {
      below.sum += leaf.finalScore;
      below.anyScored = true;
    } else if (leaf.state === 'missing') below.anyMissing = true;
    else leaveOut(below, marks);
  }
  const withinParent = method.method.notApplicableWithin === 'parent';
  return method.groups.map((group, place) => {
    const below = belows[place] as Below;
    const closed = closeGroup(below, group.marks, withinParent || group.above === null);
    const above = group.above === null ? undefined : belows[group.above];
    if (above) {
      if (closed.state === 'missing') above.anyMissing = true;
      else if (closed.state === 'scored') {
        above.sum += closed.score;
        above.anyScored = true;
        if (!closed.rescaled) leaveOut(above, below.left);
      } else leaveOut(above, group.marks);
    }
    return closed;
  });
}
