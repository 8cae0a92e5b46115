import * as fc from 'fast-check';
import { bilingual } from '../bilingual';
import { rational } from '../numbers/rational';
import { isOutlier, outlierRemark } from './outliers';
import type { SheetItem } from './sheet';

const ITEM: SheetItem = {
  id: 'resettled',
  name: bilingual('安置帮教人数', 'Persons resettled'),
  answer: 'count',
  unit: bilingual('人', 'persons'),
  frequency: 'monthly',
  required: true,
};
const MONEY: SheetItem = {
  ...ITEM,
  id: 'countyPart',
  answer: 'money',
  name: bilingual('县级配套', 'County part'),
};

const of = (figure: number, history: readonly number[]): boolean =>
  isOutlier(
    rational(figure),
    history.map((one) => rational(one)),
  );

/** Median 11.5, MAD 0.5: 0.6745 × 2.5 ÷ 0.5 = 3.3725 and 0.6745 × 3.5 ÷ 0.5 = 4.7215. */
const HISTORY = [10, 12, 11, 13, 12, 11];

test('the modified z-score of Iglewicz and Hoaglin counts above 3.5: 14 at 3.37 does not, 15 at 4.72 does', () => {
  expect([14, 15, 9, 8].map((figure) => of(figure, HISTORY))).toEqual([false, true, false, true]);
});

test('3.5 itself is no hint: the comparison is exact where a floating one would not be', () => {
  // Median 0, MAD 1349: a figure of 7000 stands at 0.6745 × 7000 ÷ 1349 = 3.5.
  const history = [-1349, -1349, -1349, 1349, 1349, 1349];
  expect([7000, 7001, -7000, -7001].map((figure) => of(figure, history))).toEqual([false, true, false, true]);
});

test('fewer than six own months say nothing', () => {
  expect(of(1_000_000, HISTORY.slice(1))).toBe(false);
  expect(of(1_000_000, HISTORY)).toBe(true);
});

test('where most months repeat one figure only another order of magnitude is a hint: 25 → 24 is none, 25 → 250 is one', () => {
  const steady = [25, 25, 25, 25, 24, 25];
  expect([24, 23, 30, 249, 250, 3, 2, 0].map((figure) => of(figure, steady))).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
    true,
    true,
  ]);
});

test('a tenth of the usual figure itself counts: 30 → 3 is a hint, 30 → 4 is none', () => {
  expect([3, 4].map((figure) => of(figure, [30, 30, 30, 30, 30, 30]))).toEqual([true, false]);
});

test('where every month was 0 nothing is a hint: there is no usual size to compare with', () => {
  expect(of(1_000_000, [0, 0, 0, 0, 0, 0])).toBe(false);
});

test('the order of the months changes nothing', () => {
  const history = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 6, maxLength: 36 });
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 4000 }), (months, figure) => {
      expect(of(figure, months)).toBe(of(figure, [...months].reverse()));
      expect(of(figure, months)).toBe(
        of(
          figure,
          [...months].sort((a, b) => a - b),
        ),
      );
    }),
  );
});

test('multiplying everything by 100 moves no hint: 元 and 分 say the same', () => {
  const history = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 6, maxLength: 24 });
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 4000 }), (months, figure) => {
      expect(
        of(
          figure * 100,
          months.map((one) => one * 100),
        ),
      ).toBe(of(figure, months));
    }),
  );
});

test('the hint says the figure, how many months it is compared with and their median, and stops nothing', () => {
  expect(outlierRemark(ITEM, '15', HISTORY.map(String))).toEqual({
    severity: 'hint',
    items: ['resettled'],
    text: {
      zh: '“安置帮教人数”本月为15人，此前6个月的中位数为11.5人，相差较大，请核对；情况属实的，不需要修改。',
      en: '"Persons resettled" is 15 persons; the median of the 6 months before is 11.5 persons. Check it, and leave it where it is so.',
    },
  });
  expect(outlierRemark(ITEM, '12', HISTORY.map(String))).toBeNull();
});

test('money is said in 元: an amount entered in 万元 stands out against the steady months', () => {
  const hint = outlierRemark(MONEY, '300', Array<string>(12).fill('3000000'));
  expect(hint?.text.zh).toContain('本月为3.00元，此前12个月的中位数为30,000.00元');
});

test('words and days have no outliers, and a history that holds no figure breaks the caller’s promise', () => {
  expect(outlierRemark(ITEM, '2026-03-20', HISTORY.map(String))).toBeNull();
  expect(() => outlierRemark(ITEM, '5', ['many'])).toThrow(RangeError);
});
