import { hamilton } from '../../apportionment/methods/hamilton';
import { compareCodePoints } from '../code-point-order';

/**
 * 参加再分配的名额 (rules.md section 8): `movable` posts are spread over last year's posts by largest remainder, and each
 * county keeps last year's posts less that share. Kept and movable posts sum to last year's exactly; no county keeps less
 * than 0 or more than it had, and with as many movable posts as there are, or more, nobody keeps any.
 *
 * Ties: more posts last year first, then the smaller id by code point. In the order of the counties; all whole posts.
 * Example: 15 of 150 posts over 25, 15, 11, … take 2.5, 1.5, 1.1, …: 3, 2, 1, … go, 22, 13, 10, … stay.
 * @throws RangeError for a number of posts that is no whole number of 0 or more.
 */
export function keptPosts(
  counties: readonly { readonly county: string; readonly lastPosts: number }[],
  movable: number,
): readonly number[] {
  const last = counties.map(({ lastPosts }) => BigInt(lastPosts));
  const all = last.reduce((sum, posts) => sum + posts, 0n);
  if (movable < 0 || last.some((posts) => posts < 0n)) throw new RangeError('Posts are 0 or more.');
  if (BigInt(movable) >= all) return counties.map(() => 0);
  const inOrder = counties
    .map((_, index) => index)
    .sort((a, b) => compareCodePoints(counties[a]?.county ?? '', counties[b]?.county ?? ''));
  const precedence: number[] = [];
  inOrder.forEach((index, place) => (precedence[index] = place));
  const { parts } = hamilton({
    total: BigInt(movable),
    weights: last,
    floors: last.map(() => 0n),
    caps: last,
    precedence,
  });
  return last.map((posts, index) => Number(posts - (parts[index] ?? 0n)));
}
