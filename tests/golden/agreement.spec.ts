import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemOf, runYuheng } from './yuheng-process';

type Cell = number | null;
interface PublishedVector {
  readonly id: string;
  readonly input: {
    readonly observers_by_units?: readonly (readonly Cell[])[];
    readonly rankings?: readonly (readonly number[])[];
  };
  readonly expected: Readonly<Record<string, number>>;
  readonly tolerance: number;
  readonly note: string;
}
const { vectors } = JSON.parse(readFileSync(join(__dirname, 'vectors/published.json'), 'utf8')) as {
  vectors: readonly PublishedVector[];
};
function published(id: string): PublishedVector {
  const found = vectors.find((vector) => vector.id === id);
  if (!found) throw new Error(`The published case ${id} is gone.`);
  return found;
}

/** The published tables have a row for each rater; the engine has a column. */
const transposed = <Value>(rows: readonly (readonly Value[])[]): Value[][] =>
  (rows[0] ?? []).map((_, j) => rows.flatMap((row) => row.slice(j, j + 1)));
const fraction = (text: string): number => {
  const [above, below] = text.split('/').map(Number);
  return (above ?? NaN) / (below ?? NaN);
};

function answerOf<Answer>(input: unknown, ...flags: readonly string[]): Answer {
  const { status, stdout, stderr } = runYuheng(['agreement', '-', ...flags], input);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Answer;
}

// The first call compiles what it needs.
jest.setTimeout(120_000);

describe("Krippendorff's example C (Computing Krippendorff's Alpha-Reliability)", () => {
  const { input, expected, tolerance, note } = published('krippendorff_c');
  const ratings = transposed(input.observers_by_units ?? []);
  const exact = JSON.parse(note.slice(note.indexOf('{'))) as Readonly<Record<string, string>>;

  it.each(['nominal', 'ordinal', 'interval', 'ratio'])(
    '%s: alpha is the published one, and exact',
    (level) => {
      const found = answerOf<{ alpha: number }>({ ratings, statistic: 'krippendorff', level });
      expect(Object.keys(found)).toEqual(['alpha']);
      expect(Math.abs(found.alpha - (expected[level] ?? NaN))).toBeLessThan(tolerance);
      expect(Math.abs(found.alpha - fraction(exact[level] ?? ''))).toBeLessThan(1e-12);
    },
  );

  it('is of the interval level unless told otherwise', () => {
    expect(answerOf({ ratings, statistic: 'krippendorff' })).toEqual({ alpha: 0.849107142857 });
  });

  it('is too small a table to judge by, and each rater is compared on what others rated too', () => {
    const { explanation } = answerOf<{
      explanation: {
        judgements: { alpha: { tooFew: boolean; interval: [number, number] } };
        severity: readonly { rater: number; things: number }[];
      };
    }>({ ratings, statistic: 'krippendorff' }, '--explain');
    const [low, high] = explanation.judgements.alpha.interval;
    expect(explanation.judgements.alpha.tooFew).toBe(high - low > 0.4);
    expect(explanation.severity.map(({ things }) => things)).toEqual([9, 10, 10, 11]);
  });
});

describe("Siegel's three executives and six applicants (Nonparametric Statistics, 1956)", () => {
  const { input, expected, tolerance, note } = published('kendall_w_siegel');
  const ratings = transposed(input.rankings ?? []);

  it('have the published W, exactly 17/105, and the published S', () => {
    expect(note).toBe('exact W = 17/105');
    const found = answerOf<{ w: number }>({ ratings, statistic: 'kendall' });
    expect(found).toEqual({ w: 0.161904761905 });
    expect(Math.abs(found.w - (expected['W'] ?? NaN))).toBeLessThan(tolerance);
    const { explanation } = answerOf<{ explanation: { steps: readonly { result: string }[] } }>(
      { ratings, statistic: 'kendall' },
      '--explain',
    );
    expect(explanation.steps[0]?.result).toBe(String(expected['s']));
  });

  it('have the same W when they give marks instead of ranks', () => {
    const marks = ratings.map((row) => row.map((rank) => 3 ** rank));
    expect(answerOf({ ratings: marks, statistic: 'kendall' })).toEqual({ w: 0.161904761905 });
  });
});

describe('the six targets and four judges of Shrout and Fleiss (Psych. Bull. 86, 1979, table 2)', () => {
  const ratings = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];
  const found = () =>
    answerOf<{ icc: Record<string, number>; intervals: Record<string, [number, number]> }>({
      ratings,
      statistic: 'icc',
    });

  it('have the six coefficients of their table 4', () => {
    const { icc } = found();
    expect(Object.entries(icc).map(([form, value]) => [form, value.toFixed(2)])).toEqual([
      ['1,1', '0.17'],
      ['2,1', '0.29'],
      ['3,1', '0.71'],
      ['1,k', '0.44'],
      ['2,k', '0.62'],
      ['3,k', '0.91'],
    ]);
  });

  it('have the 95 % intervals that the R package psych (W. Revelle) prints for them', () => {
    const { intervals } = found();
    const printed = {
      '1,1': [-0.133, 0.72],
      '2,1': [0.019, 0.76],
      '3,1': [0.342, 0.95],
      '1,k': [-0.884, 0.91],
      '2,k': [0.071, 0.93],
      '3,k': [0.676, 0.99],
    };
    expect(Object.keys(intervals)).toEqual(Object.keys(printed));
    for (const [form, [low = NaN, high = NaN]] of Object.entries(printed)) {
      expect(Math.abs((intervals[form]?.[0] ?? NaN) - low)).toBeLessThan(0.0006);
      expect(Math.abs((intervals[form]?.[1] ?? NaN) - high)).toBeLessThan(0.0051);
    }
  });

  it('leave all forms but the last too uncertain to judge by, and rank the judges by severity', () => {
    const { explanation } = answerOf<{
      explanation: {
        judgements: Record<string, { tooFew: boolean; sentence: { zh: string } }>;
        severity: readonly { difference: number; sentence: { zh: string } }[];
      };
    }>({ ratings, statistic: 'icc' }, '--explain');
    const { judgements, severity } = explanation;
    expect(Object.entries(judgements).map(([form, { tooFew }]) => [form, tooFew])).toEqual([
      ['1,1', true],
      ['2,1', true],
      ['3,1', true],
      ['1,k', true],
      ['2,k', true],
      ['3,k', false],
    ]);
    expect(judgements['1,1']?.sentence.zh).toContain('样本太少，不作判断');
    // Sums 46, 15, 26, 40 of six: own mean less that of the other three.
    expect(severity.map(({ difference }) => difference)).toEqual([
      3.16666666667, -3.72222222222, -1.27777777778, 1.83333333333,
    ]);
    expect(severity[1]?.sentence.zh).toContain('评分偏严');
  });
});

describe('yuheng agreement', () => {
  const same = [
    [3, 3],
    [3, 3],
  ];
  it('answers null where nothing varies', () => {
    expect(answerOf({ ratings: same, statistic: 'krippendorff' })).toEqual({ alpha: null });
    expect(answerOf({ ratings: same, statistic: 'icc' })).toEqual({ icc: null, intervals: null });
    expect(answerOf({ ratings: same, statistic: 'kendall' })).toEqual({ w: null });
    const explained = answerOf<{ explanation: { judgements: unknown } }>(
      { ratings: same, statistic: 'krippendorff' },
      '--explain',
    );
    expect(explained.explanation.judgements).toMatchObject({ alpha: { interval: null, tooFew: true } });
  });

  it.each<[string, unknown, readonly string[]]>([
    [
      'a missing rating under icc',
      {
        ratings: [
          [1, 2],
          [null, 3],
        ],
        statistic: 'icc',
      },
      ['/ratings/1/0'],
    ],
    [
      'a missing rating under kendall',
      {
        ratings: [
          [1, null],
          [2, 3],
        ],
        statistic: 'kendall',
      },
      ['/ratings/0/1'],
    ],
    ['one rater', { ratings: [[1], [2]], statistic: 'krippendorff' }, ['/ratings']],
    ['one thing', { ratings: [[1, 2]], statistic: 'icc' }, ['/ratings']],
    [
      'rows of different lengths',
      {
        ratings: [
          [1, 2],
          [1, 2, 3],
        ],
        statistic: 'kendall',
      },
      ['/ratings/1'],
    ],
    ['a level that would change nothing', { ratings: same, statistic: 'icc', level: 'nominal' }, ['/level']],
    [
      'a fraction, which only weights may be',
      {
        ratings: [
          [1, '1/2'],
          [2, 3],
        ],
        statistic: 'icc',
      },
      ['/ratings/0/1'],
    ],
    ['an unknown statistic', { ratings: same, statistic: 'kappa' }, ['/statistic']],
  ])('refuses %s', (_, input, expected) => {
    const problem = problemOf(runYuheng(['agreement', '-'], input));
    expect(problem.errors.map(({ pointer }) => pointer)).toEqual(expected);
  });
});
