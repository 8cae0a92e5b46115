import type { AllocationInput, AllocationPolicy } from '../allocation/allocation';
import { FACTOR_NAMES } from '../allocation/settings/factor-names';
import { readPerformance } from '../allocation/settings/read-settings';
import { CAREFUL_SETTINGS } from '../allocation/settings/settings-presets';
import { parseDecimal, rational, ZERO } from '../numbers/rational';
import type { FirmnessSettings } from './allocate-where-firm';

/** A unit of an invented split for specs: id, last year's parts and its score. */
export type GivenUnit = readonly [id: string, lastPart: number, score: string];

/** The nine published posts with invented scores that are wide apart. */
export const NINE: readonly GivenUnit[] = [
  ['hongta', 25, '95.10'],
  ['jiangchuan', 15, '91.20'],
  ['chengjiang', 11, '75.00'],
  ['tonghai', 19, '88.40'],
  ['huaning', 13, '93.00'],
  ['yimen', 14, '84.50'],
  ['eshan', 15, '79.90'],
  ['xinping', 21, '97.00'],
  ['yuanjiang', 17, '90.10'],
];

const CAREFUL_POLICY: AllocationPolicy = {
  factors: [{ id: 'lastPosts', weight: rational(1), name: FACTOR_NAMES.lastPosts }],
  performance: readPerformance(CAREFUL_SETTINGS.performance),
  maximumChange: { parts: 1n },
  method: CAREFUL_SETTINGS.method,
};

/** As many posts as are in force, under the careful policy or a changed one. */
export function givenAllocation(
  units: readonly GivenUnit[],
  policy: Partial<AllocationPolicy> = {},
  posts = units.reduce((sum, [, last]) => sum + last, 0),
): AllocationInput {
  return {
    pool: { posts: BigInt(posts), fenPerPost: 1_200_000n },
    policy: { ...CAREFUL_POLICY, ...policy },
    units: units.map(([id, last, score]) => ({
      id,
      factors: { lastPosts: rational(last) },
      score: parseDecimal(score) ?? ZERO,
      lastPart: BigInt(last),
    })),
  };
}

export const givenSettings = (changes: Partial<FirmnessSettings> = {}): FirmnessSettings => ({
  seed: 1,
  runs: 2000,
  scoreError: rational(2),
  threshold: rational(9, 10),
  ...changes,
});
