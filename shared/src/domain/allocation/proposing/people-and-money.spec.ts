import * as fc from 'fast-check';
import { parseDecimal, ZERO } from '../../numbers/rational';
import { changePercent } from './change-percent';
import { issueMoments } from './issue-moments';
import { cutTakesEffect, peopleEffect, personsReducedOf, vacantPosts } from './people-effect';

const JANUARY = { year: 2026, contractYearStart: 1 };
const percent = (text: string) => parseDecimal(text) ?? ZERO;

describe('人员影响', () => {
  it('a reduction takes vacant posts first', () => {
    expect(personsReducedOf({ lastPart: 15, part: 13, onPost: 14 })).toBe(1);
    expect(personsReducedOf({ lastPart: 15, part: 14, onPost: 14 })).toBe(0);
    expect(vacantPosts({ lastPart: 15, onPost: 14 })).toBe(1);
    expect(vacantPosts({ lastPart: 15, onPost: 16 })).toBe(0);
  });

  it('a county that keeps its posts loses nobody, even with more persons than posts', () => {
    expect(personsReducedOf({ lastPart: 15, part: 15, onPost: 16 })).toBe(0);
    expect(personsReducedOf({ lastPart: 15, part: 14, onPost: 16 })).toBe(1);
  });

  it('one county’s gain makes up for nobody’s loss in another', () => {
    const effect = peopleEffect(
      [
        { lastPart: 15, part: 13, onPost: 14 },
        { lastPart: 10, part: 12, onPost: 10 },
      ],
      JANUARY,
    );
    expect(effect).toEqual({
      personsReduced: 1,
      text: {
        zh: '人员影响：在岗人员减少 1 人（共核减 2 个名额，其中先用空缺名额 1 个；核减自2027年1月1日起的合同年度执行，优先自然减员）',
        en: 'Effect on people: 1 person on post fewer (posts cut: 2, vacant ones first: 1; from the contract year that begins on 2027-01-01, by natural attrition where possible)',
      },
      cutTakesEffectOn: '2027-01-01',
    });
  });

  it('says 0 where nothing is cut, and no day', () => {
    expect(peopleEffect([{ lastPart: 15, part: 16, onPost: 14 }], JANUARY)).toEqual({
      personsReduced: 0,
      text: { zh: '人员影响：在岗人员减少 0 人', en: 'Effect on people: 0 persons on post fewer' },
      cutTakesEffectOn: null,
    });
  });

  it('a cut waits for the first contract year that begins after the money’s year did', () => {
    expect(cutTakesEffect(2026, 1)).toBe('2027-01-01');
    expect(cutTakesEffect(2026, 2)).toBe('2026-02-01');
    expect(cutTakesEffect(2026, 12)).toBe('2026-12-01');
  });

  it('persons reduced are never more than posts cut or persons on post', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(40), (lastPart, part, onPost) => {
        const persons = personsReducedOf({ lastPart, part, onPost });
        expect(persons).toBeGreaterThanOrEqual(0);
        expect(persons).toBeLessThanOrEqual(Math.max(0, lastPart - part));
        expect(persons).toBeLessThanOrEqual(onPost);
        // Whoever is left has a post.
        expect(Math.min(onPost, lastPart) - persons).toBeLessThanOrEqual(Math.max(part, 0));
      }),
    );
  });
});

describe('the two moments of the money', () => {
  it('70 % of 300,000 元 in the autumn, the difference to this year’s in spring', () => {
    expect(issueMoments(30_000_000, 31_200_000, percent('70'))).toEqual({
      advanceFen: 21_000_000,
      finalFen: 10_200_000,
    });
  });

  it('what was issued beyond this year’s money goes back', () => {
    expect(issueMoments(30_000_000, 28_800_000, percent('100'))).toEqual({
      advanceFen: 30_000_000,
      finalFen: -1_200_000,
    });
  });

  it('cuts a part of a 分 and loses none: both sum to this year’s money exactly', () => {
    const money = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(money, money, fc.integer({ min: 0, max: 10_000 }), (lastFen, fen, hundredths) => {
        const { advanceFen, finalFen } = issueMoments(lastFen, fen, percent((hundredths / 100).toFixed(2)));
        expect(advanceFen + finalFen).toBe(fen);
        expect(advanceFen).toBeLessThanOrEqual(lastFen);
        const exact = (BigInt(lastFen) * BigInt(hundredths)) / 10_000n;
        expect(BigInt(advanceFen)).toBe(exact);
      }),
    );
  });
});

it.each([
  [13_200_000, -1_200_000, '−9.09'],
  [14_400_000, 1_200_000, '+8.33'],
  [30_000_000, -1_200_000, '−4'],
  [8, 1, '+12.5'],
  [1, 1, '+100'],
  [300, 0, '0'],
  [1_000_000, 1, '0'],
  [0, 1_200_000, null],
])('of %i 分 a change of %i is %s percent', (before, change, expected) => {
  expect(changePercent(before, change)).toBe(expected);
});
