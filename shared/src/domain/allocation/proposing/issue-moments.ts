import { floorOf, multiply, rational, type Rational } from '../../numbers/rational';

/** 提前下达 in the autumn before and 正式下达（多退少补） in spring, in whole 分. */
export interface IssueMoments {
  readonly advanceFen: number;
  /** Below 0: 多退, so much goes back. */
  readonly finalFen: number;
}

/**
 * The two moments of one county's money: so many percent of the split in force are issued in advance, cut down to whole
 * 分, and the rest of this year's money follows, so that both sum to it exactly. What was issued in advance beyond this
 * year's money goes back.
 * Example: 300,000 元 in force, 312,000 this year, 70 %: 210,000 in advance, 102,000 in spring.
 */
export function issueMoments(lastFen: number, fen: number, percent: Rational): IssueMoments {
  const advanceFen = Number(floorOf(multiply(rational(lastFen, 100), percent)));
  return { advanceFen, finalFen: fen - advanceFen };
}
