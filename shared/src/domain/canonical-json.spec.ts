import * as fc from 'fast-check';
import { canonicalJson, type CanonicalValue } from './canonical-json';

describe('canonical JSON', () => {
  it('sorts keys at every depth, keeps the order of lists and leaves absent keys out', () => {
    expect(canonicalJson({ b: { d: 1, c: [3, 1] }, a: undefined })).toBe('{"b":{"c":[3,1],"d":1}}');
  });

  it('is valid JSON that reads back as the same value', () => {
    const leaf = fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
    const { value } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value')),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => {
        // -0 prints as 0, which is the same figure.
        expect(JSON.parse(canonicalJson(one))).toEqual(JSON.parse(JSON.stringify(one)));
      }),
    );
  });

  it('gives one text for one object, whatever the order in which its keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (one) => {
        const turned = Object.fromEntries(Object.entries(one).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(one));
      }),
    );
  });

  it('refuses a number that would not print the same everywhere', () => {
    expect(() => canonicalJson({ share: 0.1 })).toThrow(RangeError);
    expect(() => canonicalJson([Number.NaN])).toThrow(RangeError);
  });
});
