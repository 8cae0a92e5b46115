import fc from 'fast-check';
import { parseRational, rational } from '../numbers/rational';
import { entropy, type EntropyAnswer } from './entropy';
import type { EntropyDirection, EntropyInput, EntropyNormalisation } from './entropy-input';

type Rows = readonly (readonly (number | string)[])[];
const inputOf = (
  rows: Rows,
  normalise: EntropyNormalisation,
  directions: readonly EntropyDirection[] = (rows[0] ?? []).map(() => 'max' as const),
): EntropyInput => ({
  matrix: rows.map((row) => row.map((value) => parseRational(String(value)) ?? rational(0))),
  directions,
  normalise,
});
function answer(input: EntropyInput, explain = false): EntropyAnswer {
  const outcome = entropy(input, { explain });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const pointers = (input: EntropyInput): readonly string[] => {
  const outcome = entropy(input);
  return outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);
};

/** Independent of the engine: the formula as it is printed in the textbooks, with the logarithm of the machine. */
function textbook(
  rows: readonly (readonly number[])[],
  normalise: EntropyNormalisation,
  directions: readonly EntropyDirection[],
): { entropies: number[]; weights: number[] } {
  const entropies = directions.map((direction, j) => {
    const values = rows.map((row) => row[j] ?? NaN);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (low === high) return 1;
    const terms = values.map((x) => {
      if (normalise === 'sum') return direction === 'max' ? x : 1 / x;
      return (direction === 'max' ? x - low : high - x) / (high - low);
    });
    const sum = terms.reduce((a, b) => a + b, 0);
    const shares = terms.map((term) => term / sum);
    return -shares.reduce((total, p) => total + (p === 0 ? 0 : p * Math.log(p)), 0) / Math.log(rows.length);
  });
  const information = entropies.reduce((total, e) => total + 1 - e, 0);
  return { entropies, weights: entropies.map((e) => (1 - e) / information) };
}

const tables = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.record({
      rows: fc.array(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      directions: fc.array(fc.constantFrom<EntropyDirection[]>('max', 'min'), {
        minLength: columns,
        maxLength: columns,
      }),
      normalise: fc.constantFrom<EntropyNormalisation[]>('min-max', 'sum'),
    }),
  )
  // Not all columns without a range.
  .filter(({ rows, directions }) => directions.some((_, j) => rows.some((row) => row[j] !== rows[0]?.[j])));

describe('entropy weights', () => {
  it('between two units are 0 or 1 entropy under min-max: one unit has the whole share', () => {
    expect(
      answer(
        inputOf(
          [
            [1, 5, 9],
            [2, 5, 3],
          ],
          'min-max',
          ['max', 'max', 'min'],
        ),
      ),
    ).toEqual({
      entropies: [0, 1, 0],
      weights: [0.5, 0, 0.5],
    });
  });

  it('take shares 0, 1/3, 2/3 for 1, 2, 3 under min-max: entropy (ln 3 − 2/3 ln 2) ÷ ln 3', () => {
    const expected = (Math.log(3) - (2 / 3) * Math.log(2)) / Math.log(3);
    const { entropies, weights } = answer(
      inputOf(
        [
          [1, 3],
          [2, 2],
          [3, 1],
        ],
        'min-max',
        ['max', 'min'],
      ),
    );
    expect(entropies[0]).toBeCloseTo(expected, 12);
    expect(entropies[1]).toBe(entropies[0]);
    expect(weights).toEqual([0.5, 0.5]);
  });

  it('take shares 1/4, 3/4 for 1, 3 under sum, and 3/4, 1/4 where less is better', () => {
    // e = −(1/4 ln 1/4 + 3/4 ln 3/4) ÷ ln 2 = 2 − 3/4 log₂ 3
    const expected = 2 - 0.75 * Math.log2(3);
    const { entropies, weights } = answer(
      inputOf(
        [
          [1, 1],
          [3, 3],
        ],
        'sum',
        ['max', 'min'],
      ),
    );
    expect(entropies[0]).toBeCloseTo(expected, 12);
    expect(entropies[1]).toBe(entropies[0]);
    expect(weights).toEqual([0.5, 0.5]);
  });

  it('give entropy 1 and weight 0, exactly, to a column without a range', () => {
    for (const normalise of ['min-max', 'sum'] as const) {
      const { entropies, weights } = answer(
        inputOf(
          [
            [0.1, 1],
            ['1/10', 2],
            ['0.10', 4],
          ],
          normalise,
        ),
      );
      expect([entropies[0], weights[0], weights[1]]).toEqual([1, 0, 1]);
    }
  });

  it('are those of the textbook formula, and sum to 1', () => {
    fc.assert(
      fc.property(tables, ({ rows, directions, normalise }) => {
        const found = answer(inputOf(rows, normalise, directions));
        const expected = textbook(rows, normalise, directions);
        found.entropies.forEach((value, j) => expect(value).toBeCloseTo(expected.entropies[j] ?? NaN, 10));
        // The textbook form loses digits where shares hardly differ; the entropies above are the sharp test.
        found.weights.forEach((value, j) => expect(value).toBeCloseTo(expected.weights[j] ?? NaN, 6));
        expect(found.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
        for (const figure of [...found.entropies, ...found.weights]) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1);
          expect(Object.is(figure, -0)).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('do not change, to the last digit, with the order of the rows or the scale of a column', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 999 }), ({ rows, directions, normalise }, factor) => {
        const found = answer(inputOf(rows, normalise, directions));
        expect(answer(inputOf([...rows].reverse(), normalise, directions))).toEqual(found);
        const scaled = rows.map(([first = 0, ...rest]) => [`${first * factor}/7`, ...rest]);
        expect(answer(inputOf(scaled, normalise, directions))).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  it('do not change under min-max when a column is shifted, and move with the columns', () => {
    fc.assert(
      fc.property(tables, ({ rows, directions }) => {
        const found = answer(inputOf(rows, 'min-max', directions));
        const shifted = rows.map((row) => row.map((value) => value - 1000.5));
        expect(answer(inputOf(shifted, 'min-max', directions))).toEqual(found);
        const turned = rows.map((row) => [...row].reverse());
        expect(answer(inputOf(turned, 'min-max', [...directions].reverse()))).toEqual({
          entropies: [...found.entropies].reverse(),
          weights: [...found.weights].reverse(),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('keep their digits where the units hardly differ', () => {
    // u = ±10^-9 and ±2·10^-9: information goes with u², so the weights are 1/5 and 4/5 but for 10^-18.
    const { weights } = answer(
      inputOf(
        [
          ['1.000000001', '1.000000002'],
          ['0.999999999', '0.999999998'],
        ],
        'sum',
      ),
    );
    expect(weights).toEqual([0.2, 0.8]);
  });
});

describe('entropy weights are refused', () => {
  it('where thousands of figures, or under min of sum their inverses, have no common denominator to wait for', () => {
    const long = (unit: number) => `${'9'.repeat(190)}${unit}`;
    const rows = Array.from({ length: 3000 }, (_, unit) => [unit + 1, `1/${long(10_000 + unit)}`]);
    const outcome = entropy(inputOf(rows, 'min-max'));
    expect(outcome.ok ? [] : outcome.refusals).toEqual([
      {
        pointer: '/matrix/345/1',
        detail: {
          zh: '第 2 列到第 346 行为止，化为同一分母后位数超过 66666 位，无法在合理时间内精确计算，请将数据四舍五入为几位小数',
          en: 'Column 2 has more than 66666 digits over one common denominator up to row 346, too long to be computed exactly in reasonable time; round the figures to a few decimals',
        },
      },
    ]);
    const inverse = rows.map((_, unit) => [unit + 1, long(10_000 + unit)]);
    expect(pointers(inputOf(inverse, 'sum', ['max', 'min']))).toEqual(['/matrix/345/1']);
    expect(pointers(inputOf(inverse, 'sum', ['max', 'max']))).toEqual([]);
  });

  it.each<[string, EntropyInput, readonly string[]]>([
    ['with fewer than two rows', inputOf([[1, 2]], 'min-max'), ['/matrix']],
    ['with no rows', inputOf([], 'sum'), ['/matrix']],
    ['with no columns', inputOf([[], []], 'sum'), ['/matrix/0']],
    ['with a row that is shorter', inputOf([[1, 2], [1], [1, 2, 3]], 'sum'), ['/matrix/1', '/matrix/2']],
    [
      'with too few directions',
      inputOf(
        [
          [1, 2],
          [2, 1],
        ],
        'sum',
        ['max'],
      ),
      ['/directions'],
    ],
    [
      'with values of 0 or less under sum',
      inputOf(
        [
          [1, 0],
          [-2, 1],
        ],
        'sum',
      ),
      ['/matrix/0/1', '/matrix/1/0'],
    ],
    [
      'where no column has a range',
      inputOf(
        [
          [3, 2],
          [3, 2],
        ],
        'min-max',
      ),
      ['/matrix'],
    ],
    [
      'where no column has a range under sum',
      inputOf(
        [
          ['1/2', 2],
          [0.5, 2],
        ],
        'sum',
      ),
      ['/matrix'],
    ],
    [
      'where the ranges are too small for any figure',
      inputOf([[1], [`1.${'0'.repeat(200)}1`]], 'sum'),
      ['/matrix'],
    ],
  ])('%s', (_, input, expected) => {
    expect(pointers(input)).toEqual(expected);
  });

  it('but values of 0 or less are taken under min-max', () => {
    expect(answer(inputOf([[0], [-1], [1]], 'min-max')).weights).toEqual([1]);
  });
});

describe('the explanation of entropy weights', () => {
  it('shows shares that sum to 1, the entropy and the weight of each indicator', () => {
    const input = inputOf(
      [
        [1, 5],
        [3, 5],
      ],
      'sum',
    );
    const { explanation, weights } = answer(input, true);
    expect(weights).toEqual([1, 0]);
    expect(explanation?.columns.map(({ shares }) => shares)).toEqual([[0.25, 0.75], []]);
    expect(explanation?.columns[0]?.steps.map(({ expression, result }) => [expression, result])).toEqual([
      ['−(0.25 × ln 0.25 + 0.75 × ln 0.75) ÷ ln 2', '0.811278'],
      ['0.188722 ÷ (0.188722 + 0)', '1'],
    ]);
    expect(explanation?.columns[1]?.steps.map(({ result }) => result)).toEqual(['1', '0']);
  });

  it('writes out twelve terms of a sum at most', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [i + 1]);
    const expression = answer(inputOf(rows, 'sum'), true).explanation?.columns[0]?.steps[0]?.expression ?? '';
    expect(expression.split('× ln')).toHaveLength(13);
    expect(expression).toContain(' + …)');
  });
});
