import * as fc from 'fast-check';
import { keptPosts } from './movable-part';

const POSTS = [25, 15, 11, 19, 13, 14, 15, 21, 17];
const counties = (posts: readonly number[]) =>
  posts.map((lastPosts, index) => ({ county: `county-${index}`, lastPosts }));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the movable part', () => {
  it('15 of the 150 posts in force take 3, 2, 1, 2, 1, 1, 1, 2, 2 by largest remainder, and 135 stay', () => {
    // Shares 2.5, 1.5, 1.1, 1.9, 1.3, 1.4, 1.5, 2.1, 1.7: eleven whole; .9, .7 and, of the three .5, the larger, then the id.
    const kept = keptPosts(counties(POSTS), 15);
    expect(kept.map((posts, index) => (POSTS[index] ?? 0) - posts)).toEqual([3, 2, 1, 2, 1, 1, 1, 2, 2]);
    expect(sum(kept)).toBe(135);
  });

  it('of equal remainders the larger, then the smaller id comes first, whatever the order', () => {
    expect(keptPosts(counties([5, 5]), 1)).toEqual([4, 5]);
    expect(
      keptPosts(
        [
          { county: 'b', lastPosts: 5 },
          { county: 'a', lastPosts: 5 },
        ],
        1,
      ),
    ).toEqual([5, 4]);
  });

  it('none moves with 0, none stays with all of them or more', () => {
    expect(keptPosts(counties(POSTS), 0)).toEqual(POSTS);
    expect(keptPosts(counties(POSTS), 150)).toEqual(POSTS.map(() => 0));
    expect(keptPosts(counties(POSTS), 151)).toEqual(POSTS.map(() => 0));
  });

  it('what stays and what moves sum to last year’s posts exactly, and nobody keeps more than it had', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }), fc.nat(300), (posts, movable) => {
        const kept = keptPosts(counties(posts), movable);
        expect(sum(kept)).toBe(Math.max(0, sum(posts) - movable));
        kept.forEach((one, index) => {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(posts[index] ?? 0);
        });
      }),
    );
  });

  it('fewer than no posts is a broken precondition', () => {
    expect(() => keptPosts(counties([1]), -1)).toThrow(RangeError);
  });
});
