import fc from 'fast-check';
import { writableJson } from './writable-json';

describe('JSON that the trail can hold', () => {
  it('has no NUL and no half of a surrogate pair, neither in keys nor in texts', () => {
    expect(writableJson({ 'a\0': ['\ud800x', 'x\udc00', '玉\0'] })).toBe(
      '{"a\uFFFD":["\uFFFDx","x\uFFFD","玉\uFFFD"]}',
    );
  });

  it('keeps every other text as it is', () => {
    expect(writableJson('衡 😀 \u2028 "\\ \n')).toBe(JSON.stringify('衡 😀 \u2028 "\\ \n'));
  });

  it('says a number that is not whole, or too large to be exact, as text, a moment in UTC, and what is undefined not at all', () => {
    const value = { b: 0.1, a: -3, c: undefined, d: new Date(0), e: 1e21, f: [null, true] };
    expect(writableJson(value)).toBe(
      '{"a":-3,"b":"0.1","d":"1970-01-01T00:00:00.000Z","e":"1e+21","f":[null,true]}',
    );
  });

  it('is canonical: whatever is written, reading and writing it once more gives the same text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = writableJson(value);
        expect(text).not.toMatch(/\0|\\u0000|\\ud[89a-f]/);
        expect(writableJson(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
