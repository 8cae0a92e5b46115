import { countsOf, doubledMidRanks } from './mid-ranks';
import { sumOfWhole } from './ratings';

/** What the ratings are: names, ranks, amounts, or amounts with a true zero. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Squared distances of the ratings of one thing, whole numbers in a unit of their own. */
export interface RowDistances {
  /** Of its ratings from each other, each pair once. */
  readonly within: bigint;
  /** Of its ratings from all ratings, its own included. */
  readonly toAll: bigint;
}

type Rows = readonly (readonly bigint[])[];

/**
 * The squared distances of each row, by the level of measurement (`krippendorffAlpha`). No pair is looked at where
 * sums tell the same: Σ over pairs of (a − b)² is n Σa² − (Σa)². The ratio level has no such sums; it compares each two
 * different ratings once, so that its time grows with their square (`sizeRefusals`).
 */
export function distancesOf(rows: Rows, level: MeasurementLevel): readonly RowDistances[] {
  switch (level) {
    case 'nominal':
      return nominalDistances(ranked(rows));
    case 'ordinal':
      return squaredDistances(ranked(rows));
    case 'interval':
      return squaredDistances(rows);
    case 'ratio':
      return ratioDistances(rows);
  }
}

/** Each value by twice its mid-rank among all, the same rows otherwise. */
function ranked(rows: Rows): Rows {
  const ranks = doubledMidRanks(rows.flat()).ranks.values();
  return rows.map((row) => row.map(() => ranks.next().value ?? 0n));
}

function nominalDistances(rows: Rows): readonly RowDistances[] {
  const all = rows.flat();
  const counts = new Map(countsOf(all));
  return rows.map((row) => {
    const [ratings, total] = [BigInt(row.length), BigInt(all.length)];
    const equal = sumOfWhole(countsOf(row).map(([, count]) => count * count));
    return {
      within: (ratings * ratings - equal) / 2n,
      toAll: sumOfWhole(row.map((value) => total - (counts.get(value) ?? 0n))),
    };
  });
}

const sumOfSquares = (values: readonly bigint[]): bigint => sumOfWhole(values.map((value) => value * value));

function squaredDistances(rows: Rows): readonly RowDistances[] {
  const all = rows.flat();
  const [total, sumOfAll, squaresOfAll] = [BigInt(all.length), sumOfWhole(all), sumOfSquares(all)];
  return rows.map((row) => {
    const [ratings, sum, squares] = [BigInt(row.length), sumOfWhole(row), sumOfSquares(row)];
    return {
      within: ratings * squares - sum * sum,
      toAll: total * squares - 2n * sum * sumOfAll + ratings * squaresOfAll,
    };
  });
}

function ratioDistances(rows: Rows): readonly RowDistances[] {
  const counts = countsOf(rows.flat());
  const distance = ratioDistanceUpTo(counts.at(-1)?.[0] ?? 0n);
  const toAll = counts.map(() => 0n);
  for (const [one, [value, count]] of counts.entries()) {
    let own = 0n;
    for (let other = 0; other < one; other += 1) {
      const [otherValue, otherCount] = counts[other] as (typeof counts)[number];
      const apart = distance(value, otherValue);
      own += otherCount * apart;
      toAll[other] = (toAll[other] as bigint) + count * apart;
    }
    toAll[one] = own;
  }
  // Ranks rise with the values, and are short where the values are not.
  const ranks = ranked(rows);
  const byRank = new Map(countsOf(ranks.flat()).map(([rank], place) => [rank, toAll[place] ?? 0n]));
  return rows.map((row, thing) => ({
    within: pairs(row, distance),
    toAll: sumOfWhole((ranks[thing] ?? []).map((rank) => byRank.get(rank) ?? 0n)),
  }));
}

type Distance = (a: bigint, b: bigint) => bigint;

/** The smallest distance above 0 is 1 ÷ (2 · largest)²: the unit leaves at least 40 digits to it. */
function ratioDistanceUpTo(largest: bigint): Distance {
  const unit = 10n ** 40n * (2n * largest) ** 2n;
  return (a, b) => (a === b ? 0n : (unit * (a - b) * (a - b)) / ((a + b) * (a + b)));
}

function pairs(row: readonly bigint[], distance: Distance): bigint {
  let sum = 0n;
  row.forEach((a, i) => {
    for (const b of row.slice(i + 1)) sum += distance(a, b);
  });
  return sum;
}
