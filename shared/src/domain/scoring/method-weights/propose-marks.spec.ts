import * as fc from 'fast-check';
import { add, parseDecimal, printExact, rational, ZERO } from '../../numbers/rational';
import { ASSISTANTS_METHOD } from '../assistants-method';
import type { Method } from '../method';
import { proposeMarks, weighedGroups } from './propose-marks';

const ONE = rational(1);
const sum = ({ indicators }: Method): string =>
  printExact(
    indicators.reduce((all, { marks }) => add(all, parseDecimal(String(marks ?? '0')) ?? ZERO), ZERO),
  );
const groups = weighedGroups(ASSISTANTS_METHOD);
const marksIn = (method: Method, parent: string) =>
  method.indicators.filter((one) => one.parent === parent).map(({ marks }) => marks);

test('the groups are the dimensions and what stands right below each of them', () => {
  expect(groups.map(({ parent, members }) => [parent, members.length])).toEqual([
    [null, 3],
    ['process', 4],
    ['output', 4],
    ['benefit', 3],
  ]);
});

test('the marks of a group are kept and split by the weights', () => {
  const [, process] = groups;
  const weights = [3, 1, 1, 1].map((weight) => rational(weight));
  const proposed = proposeMarks(ASSISTANTS_METHOD, { group: process as never, weights, unit: ONE });
  expect(proposed.ok && marksIn(proposed.value, 'process')).toEqual(['15', '5', '5', '5']);
  expect(proposed.ok && marksIn(proposed.value, 'output')).toEqual(marksIn(ASSISTANTS_METHOD, 'output'));
});

test('the part of a dimension is split by the marks that its leaves have', () => {
  const [first] = groups;
  const weights = [20, 50, 30].map((weight) => rational(weight));
  const proposed = proposeMarks(ASSISTANTS_METHOD, { group: first as never, weights, unit: ONE });
  expect(proposed.ok && marksIn(proposed.value, 'benefit')).toEqual(['15', '8', '7']);
});

test('marks that are no whole number of units are refused at the unit', () => {
  const [, process] = groups;
  const asked = { group: process as never, weights: [ONE, ONE, ONE, ONE], unit: rational(7) };
  const refused = proposeMarks(ASSISTANTS_METHOD, asked);
  expect(!refused.ok && refused.refusals.map(({ pointer }) => pointer)).toEqual(['/unit']);
});

test('whatever the weights, the method keeps its sum', () => {
  fc.assert(
    fc.property(
      fc.nat(groups.length - 1),
      fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
      (at, dice) => {
        const group = groups[at] as (typeof groups)[number];
        const weights = group.members.map((_, place) => rational((dice[place] ?? 0) + (place === 0 ? 1 : 0)));
        const proposed = proposeMarks(ASSISTANTS_METHOD, { group, weights, unit: rational(1, 2) });
        expect(proposed.ok && sum(proposed.value)).toBe('100');
      },
    ),
  );
});
