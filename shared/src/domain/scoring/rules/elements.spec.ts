import * as fc from 'fast-check';
import type { Rule } from '../method';
import { score } from '../score';

const elements = (...marks: string[]): Rule => ({
  kind: 'elements',
  elements: marks.map((one, index) => ({ id: `e${index}`, marks: one })),
});

function ruleScore(rule: Rule, marks: string, met: readonly string[]): string | null | undefined {
  const outcome = score({ indicators: [{ id: 'a', marks, rule }], scoreDecimals: 3 }, { a: { met } });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value.indicators[0]?.ruleScore;
}

function pointers(
  rule: unknown,
  value: unknown = { met: [] },
  marks: string | number = '10',
): readonly string[] {
  const outcome = score(
    { indicators: [{ id: 'a', marks, rule: rule as Rule }] },
    { a: value as { met: string[] } },
  );
  return outcome.ok ? [] : outcome.refusals.map((one) => one.pointer);
}

test.each([
  [[], '0.000'],
  [['e0'], '2.000'],
  [['e2', 'e0'], '7.000'],
  [['e0', 'e1', 'e2'], '10.000'],
])('of elements of 2, 3 and 5 marks %j give %s', (met, gives) => {
  expect(ruleScore(elements('2', '3', '5'), '10', met)).toBe(gives);
});

test('fractional marks sum exactly: 0.1 and 0.2 are 0.3', () => {
  expect(ruleScore(elements('0.1', '0.2'), '0.3', ['e0', 'e1'])).toBe('0.300');
});

test('one element more that is met never lowers the score, and its order does not matter', () => {
  const marks = fc.array(fc.nat(500), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(marks, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (parts, dice) => {
      const rule = elements(...parts.map((one) => (one / 100).toFixed(2)));
      const full = (parts.reduce((sum, one) => sum + one, 0) / 100).toFixed(2);
      const met = parts.flatMap((_, index) => (dice[index] ? [`e${index}`] : []));
      const given = ruleScore(rule, full, met);
      expect(ruleScore(rule, full, [...met].reverse())).toBe(given);
      for (const more of parts.map((_, index) => `e${index}`).filter((id) => !met.includes(id))) {
        expect(Number(ruleScore(rule, full, [...met, more]))).toBeGreaterThanOrEqual(Number(given));
      }
    }),
  );
});

describe('is refused', () => {
  const at = '/method/indicators/0/rule';
  const named = (...list: [string, unknown][]): unknown => ({
    kind: 'elements',
    elements: list.map(([id, marks]) => ({ id, marks })),
  });

  test.each<[string, unknown, readonly string[]]>([
    ['without an element', elements(), ['/elements']],
    ['where the elements sum to less than the leaf has', elements('2', '3'), ['/elements']],
    ['where they sum to a thousandth more', elements('2', '3', '5.001'), ['/elements']],
    [
      'for an element that stands twice, at the later',
      named(['x', 5], ['y', 2], ['x', 3]),
      ['/elements/2/id'],
    ],
    ['for negative marks of an element', elements('12', '-2'), ['/elements/1/marks']],
    [
      'for marks that are absent or no decimal',
      named(['x', undefined], ['y', '1/2']),
      ['/elements/0/marks', '/elements/1/marks'],
    ],
  ])('%s', (_, rule, where) => {
    expect(pointers(rule)).toEqual(where.map((one) => `${at}${one}`));
  });

  test('for wrong marks of the leaf, without telling a sum that cannot be told', () => {
    expect(pointers(elements('2', '3'), { met: [] }, '-10')).toEqual(['/method/indicators/0/marks']);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['a list that is absent', {}, ['/met']],
    ['a yes where a list is asked', { met: true }, ['/met']],
    ['an element that is unknown', { met: ['e0', 'x'] }, ['/met/1']],
    ['an element twice, at the later', { met: ['e1', 'e0', 'e1'] }, ['/met/2']],
    ['each that is wrong', { met: ['x', 'e0', 'e0', 'x'] }, ['/met/0', '/met/2', '/met/3']],
  ])('%s', (_, value, where) => {
    expect(pointers(elements('2', '3', '5'), value)).toEqual(where.map((one) => `/values/a${one}`));
  });
});
