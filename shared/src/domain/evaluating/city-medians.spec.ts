import * as fc from 'fast-check';
import type { Method } from '../scoring/method';
import { score, type ScoreAnswer } from '../scoring/score';
import { cityMedians, sharesOf } from './city-medians';

const METHOD: Method = {
  indicators: [
    { id: 'process', name: { zh: '过程', en: 'Process' } },
    { id: 'a', parent: 'process', marks: '30', rule: { kind: 'deduction', perOccurrence: '1' } },
    { id: 'effect', name: { zh: '效益', en: 'Effect' } },
    { id: 'b', parent: 'effect', marks: '60', rule: { kind: 'deduction', perOccurrence: '1' } },
    { id: 'c', parent: 'effect', marks: '10', rule: { kind: 'yesNo' } },
  ],
};

/** A county that lost so many marks on each of the two leaves; the third does not apply where `without` says so. */
function answer(process: number, effect: number, without = false): ScoreAnswer {
  const made = score(METHOD, {
    a: { occurrences: process },
    b: { occurrences: effect },
    c: without ? { state: 'notApplicable', reason: 'x' } : { met: true },
  });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value;
}
const missing = (): ScoreAnswer => {
  const made = score(METHOD, { a: { state: 'missing' }, b: { occurrences: 0 }, c: { met: true } });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value;
};

describe('the medians of a city', () => {
  it('are those of the totals and of each dimension by itself', () => {
    const found = cityMedians(METHOD, [
      answer(0, 0),
      answer(3, 7),
      answer(6, 14),
      answer(9, 21),
      answer(30, 0),
    ]);
    expect(found).toEqual({
      counties: 5,
      total: '80.00',
      dimensions: [
        { id: 'process', share: '80.00' },
        { id: 'effect', share: '90.00' },
      ],
    });
  });

  it('of an even count are the mean of the middle two', () => {
    const found = cityMedians(
      METHOD,
      [0, 1, 2, 3, 4, 5].map((lost) => answer(lost, 0)),
    );
    expect(found?.total).toBe('97.50');
  });

  it('leave out who has no total, and are not given with fewer than five: nobody reads another’s marks off them', () => {
    const four = [answer(0, 0), answer(1, 0), answer(2, 0), answer(3, 0)];
    expect(cityMedians(METHOD, four)).toBeNull();
    expect(cityMedians(METHOD, [...four, missing()])).toBeNull();
    expect(cityMedians(METHOD, [...four, answer(4, 0), missing()])?.counties).toBe(5);
  });

  it('a share is out of what applies', () => {
    expect(sharesOf(METHOD, answer(3, 6, true))).toEqual([
      { id: 'process', share: '90.00' },
      { id: 'effect', share: '90.00' },
    ]);
    expect(sharesOf(METHOD, missing())[0]).toEqual({ id: 'process', share: null });
  });

  it('lie between the lowest and the highest, and are the same in whatever order the counties come', () => {
    const drawn = fc.array(fc.tuple(fc.nat(30), fc.nat(60)), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(drawn, (losses) => {
        const answers = losses.map(([process, effect]) => answer(process, effect));
        const found = cityMedians(METHOD, answers);
        const totals = answers.map(({ total }) => Number(total));
        expect(Number(found?.total)).toBeGreaterThanOrEqual(Math.min(...totals));
        expect(Number(found?.total)).toBeLessThanOrEqual(Math.max(...totals));
        expect(cityMedians(METHOD, answers.toReversed())).toEqual(found);
      }),
      { numRuns: 100 },
    );
  });
});
