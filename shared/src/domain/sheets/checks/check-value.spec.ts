import * as fc from 'fast-check';
import { bilingual } from '../../bilingual';
import { fen } from '../../money/fen';
import { printYuan } from '../../money/print-money';
import { isoDate } from '../../period/year-month';
import type { SheetAnswer, SheetAnswerGiven, SheetItem } from '../sheet';
import { checkValue, figureInWords } from './check-value';
import { rational } from '../../numbers/rational';

const TODAY = isoDate('2026-03-20');
const item = (answer: SheetAnswer, own: Partial<SheetItem> = {}): SheetItem => ({
  id: 'one',
  name: bilingual('某项', 'Some item'),
  answer,
  frequency: 'monthly',
  required: true,
  ...own,
});
const COUNT = item('count', { unit: bilingual('人', 'persons'), maximum: 200 });
const MONEY = item('money');
const JUDGED = item('conclusion', { unit: bilingual('元', 'yuan') });
const YES_NO = item('conclusion');

const given = (own: Partial<SheetAnswerGiven>): SheetAnswerGiven => ({
  state: 'reported',
  value: null,
  conclusion: null,
  reason: null,
  ...own,
});

/** The stored value, or the pointers of what is refused. */
function stored(of: SheetItem, own: Partial<SheetAnswerGiven>): string | null {
  const outcome = checkValue(of, given(own), TODAY);
  return outcome.ok ? outcome.value.value : outcome.refusals.map(({ pointer }) => pointer).join(' ');
}
const words = (of: SheetItem, own: Partial<SheetAnswerGiven>): string | undefined => {
  const outcome = checkValue(of, given(own), TODAY);
  return outcome.ok ? undefined : outcome.refusals[0]?.detail.zh;
};

test('a count is stored in one printed form, and a reported 0 is a value', () => {
  expect(['0', '007', ' 25 ', '-0', '25.0', '200'].map((value) => stored(COUNT, { value }))).toEqual([
    '0',
    '7',
    '25',
    '0',
    '25',
    '200',
  ]);
});

test.each(['7.5', '二十五', '2５', '1e3', '+7', '1,000', '0x10', '', '1234567890123456', '201', '-1'])(
  'a count refuses "%s" at its value',
  (value) => {
    expect(stored(COUNT, { value })).toBe('/value');
  },
);

test('a count out of its range says the range with its unit, and what was entered', () => {
  expect(words(COUNT, { value: '201' })).toBe('“某项”应当在0人至200人之间，现为201人，请核对后改正。');
});

test('a minimum below 0 lets negative figures through; without one they are refused', () => {
  expect(stored(item('count', { minimum: -3 }), { value: '-3' })).toBe('-3');
  expect(stored(item('count'), { value: '-3' })).toBe('/value');
});

test('money is whole 分 and is said in 元', () => {
  expect(stored(MONEY, { value: '2500000' })).toBe('2500000');
  expect(stored(MONEY, { value: '25000.50' })).toBe('/value');
  expect(words(item('money', { maximum: 100_000 }), { value: '100001' })).toBe(
    '“某项”应当在0.00元至1,000.00元之间，现为1,000.01元，请核对后改正。',
  );
});

test('the largest amount without a stated maximum is 1,000 亿元, one fen more is refused in words', () => {
  expect(stored(MONEY, { value: '10000000000000' })).toBe('10000000000000');
  expect(words(MONEY, { value: '10000000000001' })).toContain('100,000,000,000.01元');
});

test('a day exists, is not before 2000 and has come: a payment that is only planned is no fact', () => {
  const day = item('date');
  expect(['2026-03-20', '2024-02-29'].map((value) => stored(day, { value }))).toEqual([
    '2026-03-20',
    '2024-02-29',
  ]);
  for (const value of ['2026-03-21', '2025-02-29', '1999-12-31', '2026/03/20', '20260320']) {
    expect(stored(day, { value })).toBe('/value');
  }
});

test('words are stored without the white space around them; 2,000 characters at most', () => {
  expect(stored(item('text'), { value: '  已说明 \n' })).toBe('已说明');
  expect(stored(item('text'), { value: '字'.repeat(2000) })).toHaveLength(2000);
  expect(stored(item('text'), { value: '字'.repeat(2001) })).toBe('/value');
  expect(stored(item('text'), { value: '   ' })).toBe('/value');
});

test('a conclusion carries a figure with two decimals only where its item has a unit', () => {
  expect(stored(JUDGED, { conclusion: 'pass', value: '75000.50' })).toBe('75000.5');
  expect(stored(JUDGED, { conclusion: 'pass', value: '0.005' })).toBe('/value');
  expect(stored(YES_NO, { conclusion: 'pass', value: '1' })).toBe('/value');
  expect(stored(YES_NO, { conclusion: 'fail' })).toBeNull();
});

test('a conclusion is asked where it belongs and refused where it does not', () => {
  expect(stored(YES_NO, {})).toBe('/conclusion');
  expect(stored(COUNT, { value: '5', conclusion: 'pass' })).toBe('/conclusion');
});

test('several faults of one answer are said together', () => {
  expect(stored(COUNT, { value: 'x', conclusion: 'pass', reason: '说'.repeat(501) })).toBe(
    '/reason /conclusion /value',
  );
});

test('不适用 needs its reason and takes neither a figure nor a conclusion: it never counts as zero', () => {
  const none = { state: 'notApplicable', reason: '当年资金尚未到位' } as const;
  expect(stored(COUNT, none)).toBeNull();
  expect(stored(COUNT, { ...none, reason: ' ' })).toBe('/reason');
  expect(stored(COUNT, { ...none, value: '0' })).toBe('/value');
  expect(stored(JUDGED, { ...none, conclusion: 'pass' })).toBe('/conclusion');
  expect(stored(item('date'), none)).toBeNull();
});

test('不合格 without its note is stored while somebody is still writing it', () => {
  const outcome = checkValue(YES_NO, given({ conclusion: 'fail' }), TODAY);
  expect(outcome).toEqual({ ok: true, value: given({ conclusion: 'fail' }) });
});

test('pointers stand behind the place of the answer', () => {
  const outcome = checkValue(COUNT, given({ value: 'x' }), TODAY, '/cells/B4');
  expect(outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer)).toEqual(['/cells/B4/value']);
});

test('whatever is typed, an answer is stored in a form that is stored again unchanged, or refused', () => {
  const answers = fc.constantFrom<SheetAnswer>('conclusion', 'count', 'money', 'date', 'text');
  const typed = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc.double().map(String),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(answers, typed, fc.boolean(), (answer, value, hasUnit) => {
      const of = item(answer, hasUnit ? { unit: bilingual('人', 'persons') } : {});
      const first = checkValue(
        of,
        given({ value, conclusion: answer === 'conclusion' ? 'pass' : null }),
        TODAY,
      );
      if (first.ok) expect(checkValue(of, first.value, TODAY)).toEqual(first);
      else expect(first.refusals.every(({ detail }) => detail.zh !== '' && detail.en !== '')).toBe(true);
    }),
  );
});

test('what was typed is said again only as far as it can be read', () => {
  expect(words(COUNT, { value: '9'.repeat(5000) })?.length).toBeLessThan(100);
});

test('half a 分 of a median is rounded up before it is said', () => {
  expect(figureInWords({ answer: 'money' }, rational(201, 2)).zh).toBe('1.01元');
});

test('money is said as money is printed everywhere, also where it is too large for an amount', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (amount) => {
      expect(figureInWords({ answer: 'money' }, rational(amount)).zh).toBe(`${printYuan(fen(amount))}元`);
    }),
  );
  expect(figureInWords({ answer: 'money' }, rational(10n ** 21n)).en).toBe(
    '10,000,000,000,000,000,000.00 yuan',
  );
});
