import { bilingual, type Bilingual } from '../bilingual';
import { compare, rational, type Rational } from '../numbers/rational';
import type { UnitStability } from './stability';

/** 稳定 / 较稳定 / 不稳定: how sure the direction of one unit's change is. */
export type Steadiness = 'stable' | 'fairlyStable' | 'unstable';

export const STEADINESS_WORDS: Readonly<Record<Steadiness, Bilingual>> = {
  stable: bilingual('稳定', 'stable'),
  fairlyStable: bilingual('较稳定', 'fairly stable'),
  unstable: bilingual('不稳定', 'unstable'),
};

/** Three in four runs; a setting without an official source. */
const FAIRLY_STABLE = rational(3, 4);

/** Stable: the direction holds in the share `threshold` of the runs; fairly stable: in three of four. */
export function steadinessOf(
  { directionHeld }: UnitStability,
  runs: number,
  threshold: Rational,
): Steadiness {
  const share = rational(directionHeld, runs);
  if (compare(share, threshold) >= 0) return 'stable';
  return compare(share, FAIRLY_STABLE) >= 0 ? 'fairlyStable' : 'unstable';
}
