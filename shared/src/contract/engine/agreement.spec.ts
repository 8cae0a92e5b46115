import fc from 'fast-check';
import { agreement } from '../../domain/agreement/agreement';
import { refusalsOf } from '../pointers';
import { agreementInput } from './agreement';

const pointersFor = (input: unknown): readonly string[] => {
  const parsed = agreementInput.safeParse(input);
  const refusals = parsed.success ? [] : refusalsOf(parsed.error, input);
  if (!parsed.success) return refusals.map(({ pointer }) => pointer);
  const answer = agreement(parsed.data);
  return answer.ok ? [] : answer.refusals.map(({ pointer }) => pointer);
};

describe('the input of agreement', () => {
  it.each<[unknown, readonly string[]]>([
    [
      {
        ratings: [
          [1, '2.5'],
          [null, 1e1],
        ],
        statistic: 'krippendorff',
        level: 'ratio',
      },
      [],
    ],
    [
      {
        ratings: [
          [1, 2],
          [3, 4],
        ],
      },
      ['/statistic'],
    ],
    [
      {
        ratings: [
          [1, '1/2'],
          [true, 4],
        ],
        statistic: 'icc',
      },
      ['/ratings/0/1', '/ratings/1/0'],
    ],
    [
      {
        ratings: [
          [1, 2],
          [3, 4],
        ],
        statistic: 'fleiss',
        levels: 1,
      },
      ['/statistic', '/levels'],
    ],
    [
      {
        ratings: [
          [1, 2],
          [3, 4],
        ],
        statistic: 'krippendorff',
        level: 'cardinal',
      },
      ['/level'],
    ],
    [
      {
        ratings: [
          [1, 2],
          [3, 4],
        ],
        statistic: 'kendall',
        level: 'ordinal',
      },
      ['/level'],
    ],
    [
      {
        ratings: [
          [1, 2],
          [3, 4],
        ],
        statistic: 'icc',
        level: 'interval',
      },
      ['/level'],
    ],
    [{ ratings: [[1, 2]], statistic: 'krippendorff' }, ['/ratings']],
    [{ ratings: [], statistic: 'kendall' }, ['/ratings']],
    [{ ratings: [[1], [2]], statistic: 'krippendorff' }, ['/ratings']],
    [{ ratings: [[], []], statistic: 'icc' }, ['/ratings']],
    [{ ratings: [[1, 2], [3], [4, 5, 6]], statistic: 'icc' }, ['/ratings/1', '/ratings/2']],
    [
      {
        ratings: [
          [1, null],
          [3, 4],
        ],
        statistic: 'icc',
      },
      ['/ratings/0/1'],
    ],
    [
      {
        ratings: [
          [1, 2],
          [null, null],
        ],
        statistic: 'kendall',
      },
      ['/ratings/1/0', '/ratings/1/1'],
    ],
    [
      {
        ratings: [
          [1, -2],
          [null, 4],
        ],
        statistic: 'krippendorff',
        level: 'ratio',
      },
      ['/ratings/0/1'],
    ],
    [
      {
        ratings: [
          [1, '1e101'],
          ['-1e999', 4],
        ],
        statistic: 'icc',
      },
      ['/ratings/0/1', '/ratings/1/0'],
    ],
  ])('%j is refused at %j', (input, expected) => {
    expect(pointersFor(input)).toEqual(expected);
  });

  const tableOf = (things: number, text: (place: number) => string) =>
    Array.from({ length: things }, (_, thing) => [text(2 * thing), text(2 * thing + 1)]);
  const detailsFor = (input: unknown): readonly string[] => {
    const answer = agreement(agreementInput.parse(input), { explain: true });
    return answer.ok ? [] : answer.refusals.map(({ detail }) => detail.en);
  };

  it('refuses more different ratings than the ratio level can compare, and only there', () => {
    const ratings = tableOf(3000, (place) => (place / 100).toFixed(2));
    expect(detailsFor({ ratings, statistic: 'krippendorff', level: 'ratio' })).toEqual([
      'There are 6000 different ratings; the ratio level compares each two, and takes at most 5976 as long as these: round them to one decimal, or use interval',
    ]);
    expect(pointersFor({ ratings, statistic: 'krippendorff', level: 'ratio' })).toEqual(['/ratings']);
    expect(pointersFor({ ratings, statistic: 'krippendorff', level: 'interval' })).toEqual([]);
    // Equal ratings are compared once, however many there are.
    const tenths = tableOf(3000, (place) => (place % 1001) / 10 + '');
    expect(pointersFor({ ratings: tenths, statistic: 'krippendorff', level: 'ratio' })).toEqual([]);
  });

  it('refuses thousands of ratings of over a thousand digits each, whatever is asked', () => {
    const ratings = tableOf(4000, (place) => `0.${'1'.repeat(380)}${place}e-900`);
    expect(detailsFor({ ratings, statistic: 'icc' })).toEqual([
      'The 8000 ratings have more than 1250 digits over one common denominator, too long to be computed exactly in reasonable time; round them to a few decimals, or give fewer',
    ]);
    expect(pointersFor({ ratings, statistic: 'krippendorff' })).toEqual(['/ratings']);
    expect(pointersFor({ ratings: ratings.slice(0, 1000), statistic: 'kendall' })).toEqual([]);
  });

  it('takes thirty thousand different ratings at every level but ratio, and explains them', () => {
    const ratings = Array.from({ length: 3000 }, (_, thing) =>
      Array.from({ length: 10 }, (__, rater) => `${thing}.${rater}${thing}`),
    );
    for (const level of ['nominal', 'ordinal', 'interval'])
      expect(detailsFor({ ratings, statistic: 'krippendorff', level })).toEqual([]);
  });

  it('explains three thousand ratings of all magnitudes', () => {
    const ratings = Array.from({ length: 300 }, (_, thing) =>
      Array.from({ length: 10 }, (__, rater) => `${rater + 1}e-${(10 * thing + rater) % 990}`),
    );
    expect(detailsFor({ ratings, statistic: 'icc' })).toEqual([]);
  });

  it('takes negative ratings at every other level', () => {
    for (const level of ['nominal', 'ordinal', 'interval'] as const) {
      expect(
        pointersFor({
          ratings: [
            [-1, 0],
            [1, 2],
          ],
          statistic: 'krippendorff',
          level,
        }),
      ).toEqual([]);
    }
  });

  it('never leads to an exception, whatever JSON it is', () => {
    const rating = fc.constantFrom<unknown>(0, -1, 1, 2, 0.5, '1e100', '1e-999', 7, null, '-3');
    const number = fc.constantFrom<unknown>(0, -1, 1, 2, 0.5, '1e100', '1e-999');
    const square = (cell: fc.Arbitrary<unknown>) =>
      fc
        .integer({ min: 2, max: 3 })
        .chain((raters) =>
          fc.array(fc.array(cell, { minLength: raters, maxLength: raters }), { minLength: 2, maxLength: 4 }),
        );
    const table = fc.record(
      {
        ratings: fc.oneof(square(rating), square(number)),
        statistic: fc.constantFrom('krippendorff', 'icc', 'kendall'),
        level: fc.constantFrom('nominal', 'ordinal', 'interval', 'ratio'),
      },
      { requiredKeys: ['ratings', 'statistic'] },
    );
    fc.assert(
      fc.property(
        fc.oneof({ arbitrary: fc.jsonValue(), weight: 1 }, { arbitrary: table, weight: 4 }),
        (input) => {
          const parsed = agreementInput.safeParse(input);
          if (!parsed.success) return expect(refusalsOf(parsed.error, input).length).toBeGreaterThan(0);
          const answer = agreement(parsed.data, { explain: true });
          // What is no number would be printed as null, and −0 as 0.
          if (answer.ok) expect(JSON.parse(JSON.stringify(answer.value))).toEqual(answer.value);
          else expect(answer.refusals.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
