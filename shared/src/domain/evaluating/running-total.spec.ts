import { rational } from '../numbers/rational';
import { runningTotal } from './running-total';

const LEAVES = [
  { id: 'a', marks: rational(10) },
  { id: 'b', marks: rational(5) },
  { id: 'constructor', marks: rational(25, 10) },
];

test('the scores that are there are added, and those that are not are counted', () => {
  expect(runningTotal(LEAVES, { a: '9.50', b: null }, 2)).toEqual({ sum: '9.50', of: '10', without: 2 });
  expect(runningTotal(LEAVES, { a: '9.50', b: '0.10', constructor: '2' }, 2)).toEqual({
    sum: '11.60',
    of: '17.5',
    without: 0,
  });
  expect(runningTotal(LEAVES, {}, 2)).toEqual({ sum: '0.00', of: '0', without: 3 });
});
