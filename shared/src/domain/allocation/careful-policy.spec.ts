import * as fc from 'fast-check';
import type { CountyYearFacts, Stage, WageMonth } from '../metrics/facts';
import { allocate } from './allocate';
import { carefulInput, personsReduced, verifiedFloor, yearMovedBy } from './careful-policy';

const POSTS = [25, 15, 11, 19, 13, 14, 15, 21, 17];
const POOL = { posts: 150n, fenPerPost: 1_200_000n };

const facts = (posts: number, months: readonly (readonly [number, Stage])[]): CountyYearFacts =>
  ({
    posts,
    wageMonths: months.map(([personsOnPost, stage]) => ({ personsOnPost, stage }) as WageMonth),
  }) as unknown as CountyYearFacts;

const split = (scores: readonly string[], floors = POSTS.map(() => 0)): number[] => {
  const units = POSTS.map((lastPosts, index) => ({
    id: `county-${index}`,
    lastPosts,
    score: scores[index] ?? '90',
    floor: floors[index] ?? 0,
  }));
  const answer = allocate(carefulInput(POOL, units));
  if (!answer.ok) throw new Error(answer.refusals[0]?.detail.en);
  return units.map((unit) => answer.value.parts[unit.id] ?? -1);
};

describe('the careful policy', () => {
  it('gives back the split in force when all counties score the same', () => {
    expect(split(POSTS.map(() => '88.50'))).toEqual(POSTS);
  });

  it('moves no county by more than one post, keeps the floors and the sum, whatever the scores', () => {
    const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(score, { minLength: 9, maxLength: 9 }), (scores) => {
        const parts = split(scores, POSTS);
        // Every post is occupied: nobody may lose one, so that nobody can gain one either.
        expect(parts).toEqual(POSTS);
        const free = split(scores);
        expect(free.reduce((sum, part) => sum + part, 0)).toBe(150);
        free.forEach((part, index) => expect(Math.abs(part - (POSTS[index] ?? 0))).toBeLessThanOrEqual(1));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the floor of verified persons on post', () => {
  it('is the average over approved months, rounded up', () => {
    const months = [
      ...Array.from({ length: 11 }, () => [14, 'approved'] as const),
      [13, 'approved'] as const,
    ];
    expect(verifiedFloor(facts(15, months))).toBe(14);
  });

  it('leaves unapproved months out and is never above the posts', () => {
    expect(
      verifiedFloor(
        facts(15, [
          [10, 'approved'],
          [15, 'submitted'],
        ]),
      ),
    ).toBe(10);
    expect(verifiedFloor(facts(9, [[10, 'approved']]))).toBe(9);
  });

  it('is all posts where no month is approved: what is not verified moves nobody', () => {
    expect(verifiedFloor(facts(15, [[10, 'submitted']]))).toBe(15);
  });
});

it('counts the persons who would lose their post, never offsetting one county by another', () => {
  expect(personsReduced([14, 10], [13, 12])).toBe(1);
});

it('lets results finalised by 15 March move the April split of that year, and later ones the next', () => {
  expect(yearMovedBy(2025, '2026-03-15')).toBe(2026);
  expect(yearMovedBy(2025, '2026-03-16')).toBe(2027);
});
