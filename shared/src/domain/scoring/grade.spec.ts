import { parseDecimal, rational } from '../numbers/rational';
import type { Rational } from '../numbers/rational';
import { gradeOf, GRADE_WORDS } from './grade';

const percent = (text: string): Rational => parseDecimal(text) as Rational;

test.each([
  ['100', 'excellent'],
  ['90', 'excellent'],
  ['89.99', 'good'],
  ['80', 'good'],
  ['79.99', 'fair'],
  ['60', 'fair'],
  ['59.99', 'poor'],
  ['0', 'poor'],
] as const)('a total of %s percent of full marks is %s, because intervals are half-open', (total, grade) => {
  expect(gradeOf(percent(total))).toBe(grade);
});

test('a percent that no decimal expresses is compared exactly: 81 of 90 marks is excellent, 80.99 of 90 is not', () => {
  expect(gradeOf(rational(81n * 100n, 90n))).toBe('excellent');
  expect(gradeOf(rational(8099n, 90n))).toBe('good');
});

test('the words on screen are 优 良 中 差', () => {
  expect(Object.values(GRADE_WORDS).map((word) => word.zh)).toEqual(['优', '良', '中', '差']);
});
