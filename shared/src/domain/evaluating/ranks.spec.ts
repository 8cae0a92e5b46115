import fc from 'fast-check';
import { markingError, ranksOf } from './ranks';
import { changedLeaves, changeOf, marksLost } from './result-changes';

const ranks = (error: string, ...totals: (string | null)[]) =>
  ranksOf(
    totals.map((total, place) => ({ county: String(place), total })),
    error,
  ).map(({ rank, shared }) => (rank === null ? null : `${rank}${shared ? '=' : ''}`));

describe('ranks', () => {
  test('are shared by equal totals, and the next one is as many behind', () => {
    expect(ranks('0', '95', '90.00', '90', '80')).toEqual(['1', '2=', '2=', '4']);
  });

  test('are shared by totals that differ by no more than the stated error', () => {
    expect(ranks('0.5', '95', '94.8', '93')).toEqual(['1=', '1=', '3']);
    expect(ranks('0.5', '95', '94.5', '94.49')).toEqual(['1=', '1=', '2']);
  });

  test('count those clearly ahead, so that a chain of close totals has an end', () => {
    expect(ranks('1', '90', '89.5', '88.8', '88')).toEqual(['1=', '1=', '2', '3']);
  });

  test('are none without a total', () => {
    expect(ranks('0', null, '90')).toEqual([null, '1']);
  });

  test('never put a higher total behind a lower one, whatever the order in which they come', () => {
    const total = fc.integer({ min: 0, max: 400 }).map((units) => String(units / 4));
    fc.assert(
      fc.property(fc.array(total, { minLength: 2, maxLength: 12 }), total, (totals, error) => {
        const found = ranksOf(
          totals.map((one, place) => ({ county: String(place), total: one })),
          error,
        );
        found.forEach(({ rank }, i) => {
          expect(rank).toBe(
            1 + totals.filter((one) => Number(one) - Number(totals[i]) > Number(error)).length,
          );
        });
      }),
    );
  });
});

describe('the error of the totals', () => {
  const given = [
    { county: 'a', indicator: 'x', evaluator: '1', marks: '4' },
    { county: 'a', indicator: 'x', evaluator: '2', marks: '5' },
    { county: 'b', indicator: 'x', evaluator: '1', marks: '4' },
    { county: 'a', indicator: 'yes', evaluator: '1', marks: '0' },
    { county: 'a', indicator: 'yes', evaluator: '2', marks: '9' },
  ];
  const of = { counties: 2, averaged: new Set(['x']), settled: new Set<string>(), decimals: 2 };

  test('is half the distance of the marks on a leaf, over its leaves, as a mean of the counties', () => {
    expect(markingError(given, of)).toBe('0.25');
  });

  test('is nothing for what was deliberated on, or marked by one person', () => {
    expect(markingError(given, { ...of, settled: new Set(['a/x']) })).toBe('0.00');
    expect(markingError([], of)).toBe('0.00');
    expect(markingError([], { ...of, counties: 0 })).toBe('0.00');
  });
});

describe('what changed', () => {
  test('is told with its sign, and not at all where a figure is absent', () => {
    expect(changeOf('90.00', '90.50')).toBe('+0.5');
    expect(changeOf('90.5', '89')).toBe('-1.5');
    expect(changeOf('90', '90.00')).toBe('0');
    expect(changeOf(null, '90')).toBeNull();
    expect(changeOf('90', null)).toBeNull();
  });

  test('are the leaves whose score is another one than in the draft', () => {
    const answer = (a: string, b: string) => ({
      total: null,
      grade: null,
      warnings: [],
      indicators: [
        { id: 'a', ruleScore: a, finalScore: a },
        { id: 'b', ruleScore: b, finalScore: b },
      ],
    });
    expect(changedLeaves(answer('5.00', '6.00'), answer('5.00', '7.00'))).toEqual([
      { indicator: 'b', before: '6.00', after: '7.00' },
    ]);
  });

  test('marks lost are what is left to the full marks', () => {
    expect(marksLost('15', '14.92')).toBe('0.08');
    expect(marksLost('30', '29.40')).toBe('0.60');
    expect(marksLost('15', null)).toBeNull();
  });
});
