import { rational, type Rational } from '../numbers/rational';
import { doubledMidRanks } from './mid-ranks';
import { present, sumOfWhole, wholeRatings, type Ratings } from './ratings';

export interface KendallWorking {
  /** The sum of the mid-ranks of each rated thing. */
  readonly rankSums: readonly Rational[];
  /** Sum of the squared distances of the rank sums from their mean. */
  readonly s: Rational;
  /** Σ (t³ − t) over all ties of all raters. */
  readonly ties: bigint;
  /** Exact, 0 … 1; null when every rater gave everything the same rank. */
  readonly w: Rational | null;
}

/**
 * Kendall's coefficient of concordance W of m raters over n things, exact: ratings are ranked within each rater
 * (mid-ranks for equal ones), W = 12 S ÷ (m² (n³ − n) − m ΣT) with T = t³ − t for each tie (M. G. Kendall and
 * B. Babington Smith 1939; S. Siegel, Nonparametric Statistics, 1956). Ratings must be complete.
 *
 * Example: three raters who agree on 1, 2, 3 give W = 1; Siegel's three executives and six applicants 17/105.
 */
export function kendallW(ratings: Ratings): KendallWorking {
  const rows = wholeRatings(ratings).rows.map(present);
  const [things, raters] = [BigInt(rows.length), rows[0]?.length ?? 0];
  const columns = Array.from({ length: raters }, (_, rater) =>
    doubledMidRanks(rows.map((row) => row[rater] ?? 0n)),
  );
  const doubledSums = rows.map((_, i) => sumOfWhole(columns.map(({ ranks }) => ranks[i] ?? 0n)));
  const total = sumOfWhole(doubledSums);
  // n Σ R² − (Σ R)² is n times the sum of squared distances; ranks are doubled, so four times that.
  const squares = things * sumOfWhole(doubledSums.map((sum) => sum * sum)) - total * total;
  const s = rational(squares, 4n * things);
  const ties = sumOfWhole(columns.flatMap((column) => column.ties.map((tie) => tie ** 3n - tie)));
  const m = BigInt(raters);
  const most = m * m * (things ** 3n - things) - m * ties;
  return {
    rankSums: doubledSums.map((sum) => rational(sum, 2n)),
    s,
    ties,
    w: most === 0n ? null : rational(12n * s.numerator, s.denominator * most),
  };
}
