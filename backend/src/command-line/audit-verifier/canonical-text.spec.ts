import fc from 'fast-check';
import { canonicalText } from './canonical-text';

/** Made by hand from the rule, without JSON.stringify of anything but single texts. */
function plainly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
    return `{${names.map((name) => `${JSON.stringify(name)}:${plainly(Reflect.get(value, name))}`).join(',')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('the canonical JSON of an audit entry', () => {
  it('sorts keys by UTF-16 code unit at every depth, numbers in keys as texts, and keeps the order of lists', () => {
    const text = '{"b":[{"d":1,"c":2},3],"a":{},"10":1,"9":2,"\uFB00":0,"\u{1D11E}":0,"__proto__":[]}';
    expect(canonicalText(JSON.parse(text))).toBe(
      '{"10":1,"9":2,"__proto__":[],"a":{},"b":[{"c":2,"d":1},3],"\u{1D11E}":0,"\uFB00":0}',
    );
  });

  it('writes texts as JSON.stringify does: control characters and lone surrogates escaped in lower case', () => {
    const text = '\u0001\u001f\u007f\u2028\ud800 "\\/\n😀';
    expect(canonicalText({ text })).toBe('{"text":"\\u0001\\u001f\u007f\u2028\\ud800 \\"\\\\/\\n😀"}');
  });

  it('is the same whatever the order in which the keys stood', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 3 })), (drawn) => {
        const whole = JSON.parse(JSON.stringify(drawn), (_, one: unknown) =>
          typeof one === 'number' ? (Math.trunc(one) % 1_000) | 0 : one,
        ) as Record<string, unknown>;
        const turned = Object.fromEntries(Object.entries(whole).reverse());
        expect(canonicalText(whole)).toBe(plainly(whole));
        expect(canonicalText(turned)).toBe(plainly(whole));
      }),
    );
  });

  it('has no form for numbers that are not safe whole ones, wherever they stand', () => {
    for (const number of [0.5, 2 ** 53, -(2 ** 53), Infinity]) {
      expect(() => canonicalText({ b: 1, a: [{ c: number }] })).toThrow(RangeError);
    }
    expect(canonicalText([2 ** 53 - 1, -(2 ** 53) + 1, 0])).toBe('[9007199254740991,-9007199254740991,0]');
  });

  it('has no form for more than 500 levels', () => {
    expect(canonicalText(nested(500))).toBe('['.repeat(500) + ']'.repeat(500));
    expect(() => canonicalText(nested(501))).toThrow(RangeError);
    expect(() => canonicalText(nested(100_000))).toThrow(RangeError);
  });
});
