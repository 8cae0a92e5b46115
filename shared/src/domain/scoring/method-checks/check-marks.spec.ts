import * as fc from 'fast-check';
import { checkMethod, isPublishable } from './check-method';
import { findingsOf, givenLeaf, givenMethod, toldBy } from './given-method';

describe('the marks', () => {
  test.each<[string, readonly string[], string]>([
    ['too few', ['40', '59.99'], '各指标分值合计99.99分，应为100分，少0.01分，请调整分值。'],
    ['too many', ['40', '70.5'], '各指标分值合计110.5分，应为100分，多10.5分，请调整分值。'],
  ])('that sum to %s are an error at the list', (_, marks, zh) => {
    const check = checkMethod(givenMethod(marks.map((one, index) => givenLeaf(`i${index}`, one))));
    expect(toldBy(check)).toEqual(['error marksDoNotSum /method/indicators']);
    expect(check[0]?.message.zh).toBe(zh);
    expect(isPublishable(check)).toBe(false);
  });

  test('sum exactly: any split of 100 into hundredths is sound, and a hundredth more or less is not', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cuts, fc.constantFrom(-1, 0, 1), (drawn, error) => {
        const ends = [0, ...drawn.sort((a, b) => a - b), 10_000 + error];
        const parts = ends.slice(1).map((end, index) => end - (ends[index] as number));
        const method = givenMethod(
          parts.map((part, index) => givenLeaf(`i${index}`, (part / 100).toFixed(2))),
        );
        const kinds = checkMethod(method).map((one) => one.kind);
        expect(kinds.includes('marksDoNotSum')).toBe(error !== 0);
      }),
      { numRuns: 200 },
    );
  });

  test.each(['0', '-100', '100分'])('stated as %s are refused', (statedMarks) => {
    expect(findingsOf(givenMethod([givenLeaf('a', '100')], { statedMarks }))).toEqual([
      'error statedMarksUnsound /method/statedMarks',
    ]);
  });

  test('with more places than a score is printed with are an error, without them not', () => {
    const leaves = [givenLeaf('a', '22.5'), givenLeaf('b', '77.50')];
    expect(findingsOf(givenMethod(leaves, { scoreDecimals: 1 }))).toEqual([]);
    expect(findingsOf(givenMethod(leaves, { scoreDecimals: 0 }))).toEqual([
      'error marksTooFine /method/indicators/1/marks',
      'error marksTooFine /method/indicators/2/marks',
    ]);
  });

  test('of 0 on a leaf that is no veto are a warning', () => {
    const check = checkMethod(givenMethod([givenLeaf('a', '0'), givenLeaf('b', '100')]));
    expect(toldBy(check)).toEqual(['warning noMarks /method/indicators/1/marks']);
    expect(isPublishable(check)).toBe(true);
  });
});
