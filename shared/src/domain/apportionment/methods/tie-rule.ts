import type { ApportionmentProblem, Tie } from '../apportionment';

/** The stated tie rule as an order of units: larger exact weight first, then the smaller precedence. */
export const byTieRule =
  ({ weights, precedence }: ApportionmentProblem) =>
  (a: number, b: number): number => {
    const [left, right] = [weights[a] ?? 0n, weights[b] ?? 0n];
    return left === right ? (precedence[a] ?? a) - (precedence[b] ?? b) : left < right ? 1 : -1;
  };

/** The tie among units of exactly equal claim of which the first `contested` by the tie rule got a part. */
export function tieAmong(equalByTieRule: readonly number[], contested: number): readonly Tie[] {
  if (contested === 0 || contested === equalByTieRule.length) return [];
  const ascending = (units: readonly number[]) => [...units].sort((a, b) => a - b);
  return [
    {
      units: ascending(equalByTieRule),
      contested,
      awardedTo: ascending(equalByTieRule.slice(0, contested)),
    },
  ];
}
