import { ahp } from '@yuheng/shared/domain/weighting/ahp';
import { parseRational, rational } from '@yuheng/shared/domain/numbers/rational';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemOf, runYuheng } from './yuheng-process';

interface PublishedAhp {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly input: { readonly matrix: readonly (readonly number[])[] };
  readonly expected: { readonly weights: readonly number[]; readonly CR: number };
  readonly tolerance: number;
  readonly note: string;
}
interface AhpFigures {
  readonly weights: readonly number[];
  readonly lambdaMax: number;
  readonly consistencyIndex: number;
  readonly consistencyRatio: number;
}

const { vectors } = JSON.parse(readFileSync(join(__dirname, 'vectors/published.json'), 'utf8')) as {
  vectors: readonly PublishedAhp[];
};
const leader = vectors.find(({ kind }) => kind === 'ahp');

function answerOf<Answer>(command: string, input: unknown, ...flags: readonly string[]): Answer {
  const { status, stdout, stderr } = runYuheng([command, '-', ...flags], input);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Answer;
}
const pointersOf = (command: string, input: unknown): readonly string[] =>
  problemOf(runYuheng([command, '-'], input)).errors.map(({ pointer }) => pointer);

// The first call compiles what it needs.
jest.setTimeout(120_000);

describe('the published pairwise comparisons (Wikipedia, AHP leader example)', () => {
  if (!leader) throw new Error('The published case of AHP is gone.');
  const { input, expected, tolerance } = leader;

  it('have the published weights, eigenvalue and consistency ratio', () => {
    expect(leader).toMatchObject({ id: 'ahp_leader_criteria', note: 'lambda_max 4.1184' });
    const found = answerOf<AhpFigures>('ahp', input);
    expect(Object.keys(found)).toEqual(['weights', 'lambdaMax', 'consistencyIndex', 'consistencyRatio']);
    found.weights.forEach((weight, i) =>
      expect(Math.abs(weight - (expected.weights[i] ?? NaN))).toBeLessThan(tolerance),
    );
    expect(found.weights).toHaveLength(expected.weights.length);
    expect(Math.abs(found.consistencyRatio - expected.CR)).toBeLessThan(tolerance);
    expect(found.lambdaMax.toFixed(4)).toBe('4.1184');
    expect(found.consistencyIndex).toBeCloseTo((found.lambdaMax - 4) / 3, 11);
    expect(found.consistencyRatio).toBeCloseTo(found.consistencyIndex / 0.9, 11);
  });

  it('may be written as fractions, hardly change, and print the same bytes in the domain', () => {
    const matrix = [
      [1, 4, 3, 7],
      ['1/4', 1, '1/3', 3],
      ['1/3', '3/1', 1, '5'],
      ['1/7', '1/3', '0.2', 1],
    ];
    const found = answerOf<AhpFigures>('ahp', { matrix });
    const decimal = answerOf<AhpFigures>('ahp', input);
    found.weights.forEach((weight, i) => expect(weight).toBeCloseTo(decimal.weights[i] ?? NaN, 11));
    const direct = ahp({
      matrix: matrix.map((row) => row.map((value) => parseRational(String(value)) ?? rational(0))),
    });
    expect(direct).toEqual({ ok: true, value: found });
  });

  it('take the table of 2008 when asked', () => {
    const { consistencyRatio, consistencyIndex } = answerOf<AhpFigures>('ahp', {
      ...input,
      randomIndex: '2008',
    });
    expect(consistencyRatio).toBeCloseTo(consistencyIndex / 0.89, 11);
  });

  it('are put together for several experts, and explained', () => {
    const turned = input.matrix[0]?.map((_, i) => input.matrix.map((row) => row[i]));
    const both = answerOf<AhpFigures>('ahp', { matrices: [input.matrix, turned] });
    // Each judgement meets its own reciprocal: all means are 1.
    expect(both.weights).toEqual([0.25, 0.25, 0.25, 0.25]);
    const { explanation, ...rest } = answerOf<AhpFigures & { explanation: Record<string, unknown> }>(
      'ahp',
      input,
      '--explain',
    );
    expect(rest).toEqual(answerOf('ahp', input));
    expect(explanation).toMatchObject({ mostInconsistent: { row: 0, column: 2, given: 3 }, warnings: [] });
  });
});

describe('three criteria', () => {
  it('have the eigenvalue 1 + t + 1/t with t the cube root of a13 ÷ (a12 · a23), as algebra gives', () => {
    for (const [a, b, c] of [
      [3, 5, 3],
      [2, 9, 7],
      [9, 2, 9],
    ] as const) {
      const matrix = [
        [1, a, b],
        [`1/${a}`, 1, c],
        [`1/${b}`, `1/${c}`, 1],
      ];
      const t = Math.cbrt(b / (a * c));
      const found = answerOf<AhpFigures>('ahp', { matrix });
      expect(found.lambdaMax).toBeCloseTo(1 + t + 1 / t, 10);
      // The eigenvector is the row's geometric mean.
      const means = [Math.cbrt(a * b), Math.cbrt(c / a), Math.cbrt(1 / (b * c))];
      const sum = means.reduce((x, y) => x + y, 0);
      means.forEach((mean, i) => expect(found.weights[i]).toBeCloseTo(mean / sum, 10));
    }
  });
});

describe('yuheng entropy', () => {
  it('answers with entropies and weights alone: 1, 2, 3 and 3, 2, 1 where less is better', () => {
    const found = answerOf<Record<string, readonly number[]>>('entropy', {
      matrix: [
        [1, '3'],
        ['4/2', 2],
        [3, 1],
      ],
      directions: ['max', 'min'],
      normalise: 'min-max',
    });
    // (ln 3 − 2/3 ln 2) ÷ ln 3, to 12 digits.
    expect(found).toEqual({ entropies: [0.579380164286, 0.579380164286], weights: [0.5, 0.5] });
  });

  it('gives weight 0 to a column without a range, and explains when asked', () => {
    const input = {
      matrix: [
        [1, 5],
        [3, 5],
      ],
      directions: ['max', 'max'],
      normalise: 'sum',
    };
    // 2 − 3/4 log₂ 3, to 12 digits.
    expect(answerOf('entropy', input)).toEqual({ entropies: [0.811278124459, 1], weights: [1, 0] });
    expect(answerOf('entropy', input, '--explain')).toMatchObject({
      weights: [1, 0],
      explanation: { columns: [{ shares: [0.25, 0.75] }, { shares: [] }] },
    });
  });

  it.each<[string, unknown, readonly string[]]>([
    ['one row', { matrix: [[1]], directions: ['max'], normalise: 'sum' }, ['/matrix']],
    [
      'a value of 0 under sum',
      { matrix: [[1], [0]], directions: ['max'], normalise: 'sum' },
      ['/matrix/1/0'],
    ],
    ['no range at all', { matrix: [[1], [1]], directions: ['min'], normalise: 'min-max' }, ['/matrix']],
    [
      'an unknown direction',
      { matrix: [[1], [2]], directions: ['down'], normalise: 'sum' },
      ['/directions/0'],
    ],
    ['no form', { matrix: [[1], [2]], directions: ['max'] }, ['/normalise']],
  ])('refuses %s', (_, input, expected) => {
    expect(pointersOf('entropy', input)).toEqual(expected);
  });
});

describe('yuheng ahp refuses', () => {
  it.each<[string, unknown, readonly string[]]>([
    [
      'a judgement of 0',
      {
        matrix: [
          [1, 0],
          [1, 1],
        ],
      },
      ['/matrix/0/1'],
    ],
    [
      'a pair that is not reciprocal',
      {
        matrix: [
          [1, 2, 1],
          ['1/2', 1, 3],
          [1, 3, 1],
        ],
      },
      ['/matrix/1/2'],
    ],
    ['a matrix that is not square', { matrix: [[1, 2], ['1/2']] }, ['/matrix/1']],
    [
      'eleven criteria',
      { matrix: Array.from({ length: 11 }, () => Array(11).fill(1) as number[]) },
      ['/matrix'],
    ],
    ['both keys', { matrix: [[1]], matrices: [[[1]]] }, ['/matrices']],
    ['neither key', {}, ['/matrix']],
    ['an unknown table', { matrix: [[1]], randomIndex: '1990' }, ['/randomIndex']],
  ])('%s', (_, input, expected) => {
    expect(pointersOf('ahp', input)).toEqual(expected);
  });
});

describe('the JSON Schemas of ahp, entropy and agreement', () => {
  it.each(['ahp', 'entropy', 'agreement'])('%s: is closed at every depth', (command) => {
    const { status, stdout } = runYuheng([command, '--schema']);
    expect(status).toBe(0);
    const objects: unknown[] = [];
    JSON.parse(stdout, (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'properties' in value && 'type' in value)
        objects.push(value);
      return value;
    });
    expect(objects.length).toBeGreaterThan(0);
    for (const object of objects) expect(object).toMatchObject({ additionalProperties: false });
  });
});
