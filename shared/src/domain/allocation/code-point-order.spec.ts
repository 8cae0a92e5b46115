import fc from 'fast-check';
import { compareCodePoints } from './code-point-order';

describe('the order of ids', () => {
  it('is that of their code points, also beyond U+FFFF', () => {
    const codePoints = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0);
    const plain = (a: readonly number[], b: readonly number[]): number => {
      const place = a.findIndex((code, index) => code !== b[index]);
      if (place < 0) return a.length - b.length;
      return place >= b.length ? 1 : (a[place] ?? 0) - (b[place] ?? 0);
    };
    const texts = fc
      .array(fc.constantFrom('a', 'b', '县', '～', '\u{1F600}', '\u{1F601}', '\u{20000}'), { maxLength: 4 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(plain(codePoints(a), codePoints(b))));
      }),
      { numRuns: 1000 },
    );
  });
});
