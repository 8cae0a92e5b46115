import fc from 'fast-check';
import { parseDecimal } from '../numbers/rational';
import type { Ratings } from './ratings';
import { severity } from './severity';

const ratingsOf = (rows: readonly (readonly (number | null)[])[]): Ratings =>
  rows.map((row) => row.map((value) => (value === null ? null : parseDecimal(String(value)))));

describe("a rater's severity", () => {
  it('is the mean difference to the others, with the paired t-interval', () => {
    const [first, second] = severity(
      ratingsOf([
        [8, 6],
        [7, 6],
        [9, 6],
      ]),
    );
    const half = Math.sqrt((2 * 0.9025) / 0.0975) / Math.sqrt(3);
    expect(first).toMatchObject({ rater: 0, things: 3, difference: 2 });
    expect(first?.interval?.[0]).toBeCloseTo(2 - half, 10);
    expect(first?.interval?.[1]).toBeCloseTo(2 + half, 10);
    expect(second).toMatchObject({ rater: 1, things: 3, difference: -2 });
  });

  it('counts only things that another one rated too, and takes the mean of the others', () => {
    const [first, second, third] = severity(
      ratingsOf([
        [10, 6, 7],
        [9, null, null],
        [null, 4, 5],
      ]),
    );
    expect(first).toMatchObject({ things: 1, difference: 3.5, interval: null });
    // 6 − 8.5 and 4 − 5.
    expect(second).toMatchObject({ things: 2, difference: -1.75 });
    expect(third).toMatchObject({ things: 2, difference: 0 });
  });

  it('says generous, strict or neither by whether the interval leaves 0 out', () => {
    const sentences = severity(
      ratingsOf([
        [9, 6, 8],
        [8, 5, 6],
        [9, 6, 7],
        [10, 7, 9],
      ]),
    ).map(({ sentence }) => sentence);
    expect(sentences[0]?.zh).toMatch(/^评分偏宽：比其他评价人员平均高 2.25 分/);
    expect(sentences[1]?.en).toMatch(/^Stricter: 2.25 marks below the others on average/);
    expect(sentences[2]?.zh).toContain('没有明显差异');
  });

  it('is not judged with one thing in common, or with none', () => {
    const [first, , third] = severity(
      ratingsOf([
        [10, 6, null],
        [9, null, null],
        [null, null, 3],
      ]),
    );
    expect(first?.sentence.zh).toContain('样本太少，不作判断');
    expect(third).toMatchObject({ things: 0, difference: null, interval: null });
    expect(third?.sentence.en).toContain('not judged');
  });

  it('is not judged by two things, nor by an interval of no width', () => {
    const two = severity(
      ratingsOf([
        [8, 5],
        [9, 5],
      ]),
    )[1];
    expect(two?.interval).not.toBeNull();
    expect(two?.sentence).toEqual({
      zh: '与他人共同评价的对象只有 2 个（平均相差 −3.50 分），样本太少，不作判断',
      en: 'Shares 2 things only with others (−3.50 marks on average): too few to judge',
    });
    const always = severity(
      ratingsOf([
        [8, 7],
        [9, 8],
        [5, 4],
      ]),
    )[0];
    expect(always?.sentence).toEqual({
      zh: '对各对象的评分与他人相差都相同（平均相差 1.00 分），区间宽度为 0，样本太少，不作判断',
      en: 'Differs from the others by the same on everything (1.00 marks on average), an interval without any width: too few to judge',
    });
  });

  it('is said in marks of two decimals with a real minus', () => {
    const second = severity(
      ratingsOf([
        [8, 7],
        [7, 8],
        [9, 7],
      ]),
    )[1];
    // −1, 1, −2: mean −2/3, error √(7/9).
    expect(second?.sentence.zh).toBe(
      '与其他评价人员的评分宽严没有明显差异（平均相差 −0.67 分，95% 区间 −4.46 … 3.13）',
    );
  });

  it('sums to 0 over the raters of a complete table, and moves with them', () => {
    const tables = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(tables, (rows) => {
        const found = severity(ratingsOf(rows));
        expect(found.reduce((sum, { difference }) => sum + (difference ?? NaN), 0)).toBeCloseTo(0, 9);
        const turned = [...severity(ratingsOf(rows.map((row) => [...row].reverse())))].reverse();
        expect(turned.map(({ difference, interval }) => ({ difference, interval }))).toEqual(
          found.map(({ difference, interval }) => ({ difference, interval })),
        );
      }),
    );
  });

  it('has an interval of no width where all differences are equal', () => {
    expect(
      severity(
        ratingsOf([
          [0.3, 0.1],
          [0.2, 0],
        ]),
      )[0],
    ).toMatchObject({ difference: 0.2, interval: [0.2, 0.2] });
  });
});
