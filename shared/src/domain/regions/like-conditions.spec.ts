import * as fc from 'fast-check';
import { multiply, ONE, printExact, rational } from '../numbers/rational';
import {
  ALIKE_WITHIN,
  alikeInWords,
  alikeTo,
  areAlike,
  likeOrNotInWords,
  supervisedPerPost,
  type Conditions,
} from './like-conditions';

const county = (id: string, posts: number, ...supervisedByMonth: number[]): Conditions => ({
  county: id,
  posts,
  supervisedByMonth,
});

const drawn: fc.Arbitrary<Conditions> = fc.record({
  county: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  posts: fc.integer({ min: 0, max: 60 }),
  supervisedByMonth: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 12 }),
});

describe('counties in like conditions', () => {
  it('supervised persons a post are the mean over the months reported by the posts', () => {
    const found = supervisedPerPost(county('a', 10, 96, 104));
    expect(found && printExact(found)).toBe('10');
    expect(supervisedPerPost(county('a', 10))).toBeNull();
    expect(supervisedPerPost(county('a', 0, 100))).toBeNull();
  });

  it('both figures have to lie within the band, its edge included', () => {
    const own = county('a', 15, 150);
    expect(areAlike(own, county('b', 12, 120))).toBe(true);
    expect(areAlike(own, county('b', 11, 110))).toBe(false);
    expect(areAlike(own, county('b', 15, 120))).toBe(true);
    expect(areAlike(own, county('b', 15, 119))).toBe(false);
  });

  it('a county whose figures are not known is like no other', () => {
    expect(areAlike(county('a', 15, 150), county('b', 15))).toBe(false);
    expect(areAlike(county('a', 0, 150), county('b', 0, 150))).toBe(false);
  });

  it('says with which figures and by which rule, or that there is none', () => {
    const own = { ...county('a', 15, 150), name: '演示甲县' };
    expect(alikeInWords(own, [{ ...county('b', 13, 136), name: '演示乙县' }]).zh).toBe(
      '与演示甲县（名额15个，每个名额监管对象10.0人）条件相近的县（市、区）有1个：演示乙县（名额13个，每个名额监管对象10.5人）。' +
        '条件相近：名额、每个名额的监管对象人数（已报各月平均）均相差不超过25%（大数不超过小数的1.25倍）。',
    );
    expect(alikeInWords({ ...own, supervisedByMonth: [] }, []).zh).toContain(
      '没有与演示甲县（名额15个，监管对象人数缺报）条件相近的县（市、区）。',
    );
    expect(alikeInWords(own, []).en).toMatch(/^No county is in conditions like those of/);
  });

  it('says of two whether they are, before they are read side by side', () => {
    const own = { ...county('a', 25, 250), name: '演示甲县' };
    expect(likeOrNotInWords(own, { ...county('b', 21, 200), name: '演示乙县' }).zh).toContain('条件相近。');
    expect(likeOrNotInWords(own, { ...county('b', 11, 110), name: '演示乙县' }).zh).toContain(
      '与演示乙县（名额11个，每个名额监管对象10.0人）条件不相近',
    );
  });

  it('is the same in either direction, and a county with figures is like itself', () => {
    fc.assert(
      fc.property(drawn, drawn, (one, other) => {
        expect(areAlike(one, other)).toBe(areAlike(other, one));
        expect(areAlike(one, one)).toBe(supervisedPerPost(one) !== null);
      }),
    );
  });

  it('a wider band loses no county, and none is alike to itself in the list', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.array(drawn, { maxLength: 9 }),
        fc.integer({ min: 0, max: 50 }),
        (own, others, more) => {
          const wider = multiply(ALIKE_WITHIN, rational(100 + more, 100));
          const narrow = alikeTo(own, others);
          const wide = alikeTo(own, others, wider);
          expect(narrow.every((one) => wide.includes(one))).toBe(true);
          expect(wide.some((one) => one.county === own.county)).toBe(false);
          expect(wide).toEqual(others.filter((one) => wide.includes(one)));
        },
      ),
    );
  });

  it('counting everything twice changes nothing: only the proportions count, and a band of 1 asks for equal figures', () => {
    fc.assert(
      fc.property(drawn, drawn, (one, other) => {
        const twice = (its: Conditions): Conditions => ({
          ...its,
          posts: its.posts * 2,
          supervisedByMonth: its.supervisedByMonth.map((count) => count * 2),
        });
        expect(areAlike(twice(one), twice(other))).toBe(areAlike(one, other));
        if (areAlike(one, other, ONE)) expect(one.posts).toBe(other.posts);
      }),
    );
  });
});
