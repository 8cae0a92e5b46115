import fc from 'fast-check';
import type { CanonicalValue } from '../canonical-json';
import { differencesOf } from './differences';

const value = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

describe('differences between what is stated and what is computed again', () => {
  it('name the deepest place, in the order of the stated document, and what is absent last', () => {
    const stated = { b: [1, { c: '97.24' }], a: 'x', surplus: null };
    const recomputed = { a: 'y', b: [1, { c: '97.25' }, 3], absent: false };
    expect(differencesOf(stated, recomputed)).toEqual([
      { pointer: '/b/1/c', stated: '97.24', recomputed: '97.25' },
      { pointer: '/b/2', recomputed: 3 },
      { pointer: '/a', stated: 'x', recomputed: 'y' },
      { pointer: '/surplus', stated: null },
      { pointer: '/absent', recomputed: false },
    ]);
  });

  it('tell a list from an object, a text from a number and nothing from null', () => {
    expect(differencesOf([1], { 0: 1 })).toEqual([{ pointer: '', stated: [1], recomputed: { 0: 1 } }]);
    expect(differencesOf('1', 1)).toHaveLength(1);
    expect(differencesOf({ a: null }, {})).toEqual([{ pointer: '/a', stated: null }]);
    expect(differencesOf([], {})).toEqual([{ pointer: '', stated: [], recomputed: {} }]);
  });

  it('escape keys as RFC 6901 does', () => {
    expect(differencesOf({ 'a/b~': 1 }, {}).map(({ pointer }) => pointer)).toEqual(['/a~1b~0']);
  });

  it('are none exactly where both are the same', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(differencesOf(one, structuredClone(one))).toEqual([]);
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(differencesOf(one, other).length === 0).toBe(same);
      }),
    );
  });
});

const sorted = (one: CanonicalValue): CanonicalValue =>
  Array.isArray(one)
    ? one.map(sorted)
    : typeof one === 'object' && one !== null
      ? Object.fromEntries(
          Object.entries(one)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner ?? null)]),
        )
      : one;
