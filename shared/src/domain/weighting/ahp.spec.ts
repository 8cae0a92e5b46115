import fc from 'fast-check';
import { parseRational, rational, type Rational } from '../numbers/rational';
import { ahp, type AhpAnswer, type AhpInput } from './ahp';
import type { JudgementMatrix } from './judgements';

const exact = (text: string | number): Rational => parseRational(String(text)) ?? rational(0);
const matrixOf = (rows: readonly (readonly (string | number)[])[]): JudgementMatrix =>
  rows.map((row) => row.map(exact));

function answer(input: AhpInput, explain = false): AhpAnswer {
  const outcome = ahp(input, { explain });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const pointers = (input: AhpInput): readonly string[] => {
  const outcome = ahp(input);
  return outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);
};

const CYCLE = matrixOf([
  [1, 2, '1/2'],
  ['1/2', 1, 2],
  [2, '1/2', 1],
]);

describe('weights from pairwise comparisons', () => {
  it('of one criterion are 1, and of two follow the one judgement, with ratio 0', () => {
    expect(answer({ matrix: matrixOf([[1]]) })).toEqual({
      weights: [1],
      lambdaMax: 1,
      consistencyIndex: 0,
      consistencyRatio: 0,
    });
    expect(
      answer({
        matrix: matrixOf([
          [1, 3],
          ['1/3', 1],
        ]),
      }),
    ).toEqual({
      weights: [0.75, 0.25],
      lambdaMax: 2,
      consistencyIndex: 0,
      consistencyRatio: 0,
    });
  });

  it('have λ 3.5, index 0.25 and ratio 0.25 ÷ 0.58 or ÷ 0.52 for a circle of "twice as important"', () => {
    const figures = { weights: [0.333333333333, 0.333333333333, 0.333333333333], lambdaMax: 3.5 };
    expect(answer({ matrix: CYCLE })).toEqual({
      ...figures,
      consistencyIndex: 0.25,
      consistencyRatio: 0.431034482759,
    });
    expect(answer({ matrix: CYCLE, randomIndex: '1980' })).toEqual(answer({ matrix: CYCLE }));
    expect(answer({ matrix: CYCLE, randomIndex: '2008' }).consistencyRatio).toBe(0.480769230769);
  });

  it('have exactly λ = n and ratio 0 where no judgement contradicts another', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 10 }), (parts) => {
        const matrix = parts.map((a) => parts.map((b) => rational(a, b)));
        const { weights, ...figures } = answer({ matrix });
        const sum = parts.reduce((a, b) => a + b, 0);
        expect(figures).toEqual({ lambdaMax: parts.length, consistencyIndex: 0, consistencyRatio: 0 });
        parts.forEach((part, i) => expect(weights[i]).toBeCloseTo(part / sum, 11));
      }),
      { numRuns: 300 },
    );
  });

  it('take each random index of both tables: the ratio is the index divided by it', () => {
    const tables = {
      '1980': [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49],
      '2008': [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49],
    };
    for (const table of ['1980', '2008'] as const) {
      tables[table].forEach((randomIndex, place) => {
        const size = place + 3;
        const matrix = Array.from({ length: size }, (_, i) =>
          Array.from({ length: size }, (_, j) =>
            i === j ? rational(1) : (i + j === 1) === i < j ? rational(5) : rational(1, 5),
          ),
        );
        const { consistencyIndex, consistencyRatio } = answer({ matrix, randomIndex: table });
        expect(consistencyIndex).toBeGreaterThan(0);
        expect(consistencyRatio).toBeCloseTo(consistencyIndex / randomIndex, 11);
      });
    }
  });

  it('of several experts are those of the geometric means, whatever their order', () => {
    const one = matrixOf([
      [1, 2],
      ['1/2', 1],
    ]);
    const two = matrixOf([
      [1, 8],
      ['1/8', 1],
    ]);
    const both = answer({ matrices: [one, two] });
    expect(both).toEqual(
      answer({
        matrix: matrixOf([
          [1, 4],
          ['1/4', 1],
        ]),
      }),
    );
    expect(answer({ matrices: [two, one] })).toEqual(both);
    expect(answer({ matrices: [CYCLE] })).toEqual(answer({ matrix: CYCLE }));
    expect(answer({ matrices: [CYCLE, CYCLE, CYCLE] })).toEqual(answer({ matrix: CYCLE }));
  });

  it('move with the criteria when these change places', () => {
    const judgement = fc.constantFrom('1/9', '1/5', '1/2', '1', '2', '5', '9');
    fc.assert(
      fc.property(fc.array(judgement, { minLength: 6, maxLength: 6 }), (given) => {
        const upper = given.map(exact);
        const value = (i: number, j: number): Rational => {
          if (i === j) return rational(1);
          const found = upper[Math.min(i, j) === 0 ? Math.max(i, j) - 1 : i + j] ?? rational(1);
          return i < j ? found : { numerator: found.denominator, denominator: found.numerator };
        };
        const order = [2, 0, 3, 1];
        const straight = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => value(i, j)));
        const turned = order.map((i) => order.map((j) => value(i, j)));
        const weights = answer({ matrix: straight }).weights;
        answer({ matrix: turned }).weights.forEach((weight, i) =>
          expect(weight).toBeCloseTo(weights[order[i] ?? 0] ?? NaN, 11),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('pairwise comparisons are refused', () => {
  const ones = (size: number): JudgementMatrix =>
    Array.from({ length: size }, () => Array.from({ length: size }, () => rational(1)));
  it.each<[string, AhpInput, readonly string[]]>([
    ['when there is none', { matrix: [] }, ['/matrix']],
    ['when a row is too short', { matrix: matrixOf([[1, 1], [1]]) }, ['/matrix/1']],
    ['when there are more than ten', { matrix: ones(11) }, ['/matrix']],
    [
      'when they are 0 or negative',
      {
        matrix: matrixOf([
          [1, 0],
          [-1, 1],
        ]),
      },
      ['/matrix/0/1', '/matrix/1/0'],
    ],
    [
      'when a pair is not reciprocal, at its upper element',
      {
        matrix: matrixOf([
          [1, 2, 2],
          ['1/2', 1, 3],
          ['1/2', 3, 1],
        ]),
      },
      ['/matrix/1/2'],
    ],
    [
      'when a criterion outweighs itself',
      {
        matrix: matrixOf([
          [2, 1],
          [1, 1],
        ]),
      },
      ['/matrix/0/0'],
    ],
    ['when the second of two experts is wrong', { matrices: [ones(2), [[]]] }, ['/matrices/1/0']],
    ['when the experts compare different things', { matrices: [ones(2), ones(3)] }, ['/matrices/1']],
    ['when there is no expert', { matrices: [] }, ['/matrices']],
    [
      'when they are beyond all measure',
      {
        matrix: matrixOf([
          [1, '1e100', '1e-100', '1e100'],
          ['1e-100', 1, '1e100', '1e-100'],
          ['1e100', '1e-100', 1, '1e100'],
          ['1e-100', '1e100', '1e-100', 1],
        ]),
      },
      ['/matrix'],
    ],
    [
      'when they are beyond the range of doubles',
      {
        matrices: [
          matrixOf([
            [1, '1e400'],
            ['1e-400', 1],
          ]),
        ],
      },
      ['/matrices/0'],
    ],
  ])('%s', (_, input, expected) => {
    expect(pointers(input)).toEqual(expected);
  });

  it('only where the product of a pair is more than 10^-6 from 1', () => {
    const pair = (mirrored: string) => ({
      matrix: matrixOf([
        [1, 3],
        [mirrored, 1],
      ]),
    });
    expect(pointers(pair('0.333333'))).toEqual([]);
    expect(pointers(pair('0.3333329'))).toEqual(['/matrix/0/1']);
    expect(pointers(pair('0.3333337'))).toEqual(['/matrix/0/1']);
  });

  it('up to ten criteria are taken', () => {
    expect(answer({ matrix: ones(10) }).weights).toEqual(Array.from({ length: 10 }, () => 0.1));
  });
});

describe('the explanation of pairwise comparisons', () => {
  it('names the judgement that fits worst, and what the weights imply instead', () => {
    const matrix = matrixOf([
      [1, 2, 4, 1],
      ['1/2', 1, 2, 4],
      ['1/4', '1/2', 1, 2],
      [1, '1/4', '1/2', 1],
    ]);
    const { explanation, weights } = answer({ matrix }, true);
    const implied = (weights[0] ?? NaN) / (weights[3] ?? NaN);
    expect(explanation?.mostInconsistent).toMatchObject({ row: 0, column: 3, given: 1 });
    expect(explanation?.mostInconsistent?.implied).toBeCloseTo(implied, 10);
    expect(explanation?.mostInconsistent?.factor).toBeCloseTo(implied, 10);
    expect(explanation?.mostInconsistent?.sentence.zh).toContain('第 1 个指标相对第 4 个指标判为 1');
  });

  it('names none where all judgements fit, even those rounded to six decimals', () => {
    const rounded = matrixOf([
      [1, 3, 6],
      ['0.333333', 1, 2],
      ['0.1666667', '0.5', 1],
    ]);
    expect(answer({ matrix: rounded }, true).explanation?.mostInconsistent).toBeNull();
    expect(answer({ matrix: matrixOf([[1]]) }, true).explanation?.mostInconsistent).toBeNull();
  });

  it('takes the first in reading order among equals', () => {
    expect(answer({ matrix: CYCLE }, true).explanation?.mostInconsistent).toMatchObject({
      row: 0,
      column: 1,
      factor: 2,
    });
  });

  it('warns from a ratio of 0.10 on, for the whole and for each expert by himself', () => {
    const ones = matrixOf([
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    const warnings = (input: AhpInput) => answer(input, true).explanation?.warnings.map(({ zh }) => zh);
    expect(warnings({ matrix: ones })).toEqual([]);
    expect(warnings({ matrix: CYCLE })).toEqual([
      '一致性比例为 0.431，不小于 0.10，判断前后矛盾较多，请复核判断后再使用这组权重',
    ]);
    expect(warnings({ matrices: [ones, CYCLE, ones, ones] })).toEqual([
      '第 2 位专家的一致性比例为 0.431，不小于 0.10，请其复核判断',
    ]);
    const { explanation } = answer({ matrices: [ones, CYCLE] }, true);
    expect(explanation?.experts.map(({ consistencyRatio }) => consistencyRatio)).toEqual([0, 0.431034482759]);
    expect(explanation?.experts.map((expert) => expert.mostInconsistent?.factor ?? null)).toEqual([null, 2]);
  });

  it('checks the eigenvalue in each row, and divides λ − n by n − 1 and by the random index', () => {
    const results = answer({ matrix: CYCLE }, true).explanation?.steps.map(({ result }) => result);
    expect(results).toEqual(['3.5', '3.5', '3.5', '0.25', '0.431034']);
    expect(
      answer(
        {
          matrix: matrixOf([
            [1, 3],
            ['1/3', 1],
          ]),
        },
        true,
      ).explanation?.steps,
    ).toHaveLength(2);
  });
});
