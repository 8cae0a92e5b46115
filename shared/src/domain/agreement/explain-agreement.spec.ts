import { runInNewContext } from 'node:vm';
import { parseDecimal } from '../numbers/rational';
import { agreement, type AgreementInput } from './agreement';
import type { AgreementExplanation } from './explain-agreement';
import type { MeasurementLevel } from './rating-distances';

function explained(
  rows: readonly (readonly (number | null)[])[],
  input: Omit<AgreementInput, 'ratings'>,
): AgreementExplanation {
  const ratings = rows.map((row) =>
    row.map((value) => (value === null ? null : parseDecimal(String(value)))),
  );
  const outcome = agreement({ ratings, ...input }, { explain: true });
  if (!outcome.ok || !outcome.value.explanation) throw new Error(JSON.stringify(outcome));
  return outcome.value.explanation;
}
const lines = ({ steps }: AgreementExplanation): string[] =>
  steps.map(({ expression, result }) => `${expression} = ${result}`);

/** Table 2 of Shrout and Fleiss (Psych. Bull. 86, 1979). */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

/** What a pencil gets from a sum of × ÷ + − and parentheses. */
const worked = (sum: string): number => {
  const script = sum.replaceAll('×', '*').replaceAll('÷', '/').replaceAll('−', '-');
  return Number(runInNewContext(script));
};

describe('the explanation of intraclass correlations', () => {
  const explanation = explained(SHROUT_FLEISS, { statistic: 'icc' });

  it('says of each mean square from which sum of squares and degrees of freedom it comes', () => {
    // Table 3 of Shrout and Fleiss prints 11.24, 32.49, 1.02 and 6.26.
    expect(lines(explanation).slice(0, 4)).toEqual([
      '56.2083 ÷ 5 = 11.2417',
      '97.4583 ÷ 3 = 32.4861',
      '15.2917 ÷ 15 = 1.01944',
      '112.75 ÷ 18 = 6.26389',
    ]);
    for (const { label } of explanation.steps.slice(0, 4)) {
      expect(label.zh).toMatch(/均方 MS[RCEW] = 平方和（.+）÷ 自由度/);
      expect(label.en).toMatch(/ MS[RCEW] = sum of squares \(.+\) ÷ degrees of freedom/);
    }
  });

  it('names the quantiles of F that each interval comes from', () => {
    const labels = explanation.steps.filter(({ label }) => label.zh.includes('95% 区间'));
    expect(labels.map(({ label }) => label.zh.split('；自由度')[0])).toEqual([
      'ICC(1,1) 的 95% 区间，F 分布的 0.975 分位数：下限用 F(0.975; 5, 18) = 3.38197，上限用 F(0.975; 18, 5) = 6.36188',
      'ICC(2,1) 的 95% 区间，F 分布的分位数：下限用 F(0.025; v, 5) = 0.133358，上限用 F(0.975; v, 5) = 7.19074',
      'ICC(3,1) 的 95% 区间，F 分布的 0.975 分位数：下限用 F(0.975; 5, 15) = 3.57642，上限用 F(0.975; 15, 5) = 6.42773',
      'ICC(1,k) 的 95% 区间，F 分布的 0.975 分位数：下限用 F(0.975; 5, 18) = 3.38197，上限用 F(0.975; 18, 5) = 6.36188',
      'ICC(2,k) 的 95% 区间，F 分布的分位数：下限用 F(0.025; v, 5) = 0.133358，上限用 F(0.975; v, 5) = 7.19074',
      'ICC(3,k) 的 95% 区间，F 分布的 0.975 分位数：下限用 F(0.975; 5, 15) = 3.57642，上限用 F(0.975; 15, 5) = 6.42773',
    ]);
    // v = MSR² ÷ [(a × MSC)² ÷ 3 + (b × MSE)² ÷ 15] with the a and b of the line.
    const [, v = NaN, a = NaN, b = NaN] = (
      /= ([\d.]+)，a = ([\d.]+)，b = ([\d.]+)/.exec(labels[1]?.label.zh ?? '') ?? []
    ).map(Number);
    expect(a).toBeCloseTo((11.2417 - 1.01944) / (32.4861 + 5 * 1.01944), 4);
    expect(b).toBeCloseTo(1 + 5 * a, 4);
    expect(v).toBeCloseTo(11.2417 ** 2 / ((a * 32.4861) ** 2 / 3 + (b * 1.01944) ** 2 / 15), 2);
  });

  it.each([
    [SHROUT_FLEISS],
    [
      [
        [1.5, 2],
        [3, 3.5],
        [2, 4],
        [6, 5],
      ],
    ],
    [
      [
        [1, 2, 2],
        [5, 3, 4],
      ],
    ],
  ])('shows sums for coefficients and intervals that a pencil gets the same from (%#)', (rows) => {
    const { steps } = explained(rows, { statistic: 'icc' });
    expect(steps.filter(({ label }) => label.zh.includes('95% 区间'))).toHaveLength(6);
    for (const { expression, result } of steps) {
      const results = result.split(' … ').map((end) => Number(end.replace('−', '-')));
      const sums = expression.split(' … ').map(worked);
      sums.forEach((sum, end) => {
        expect(Math.abs(sum - (results[end] ?? NaN))).toBeLessThan(0.001 * Math.max(1, Math.abs(sum)));
      });
    }
  });

  it('has no line for an interval that needs no quantile, because the raters agree on everything', () => {
    const { steps, judgements } = explained(
      [
        [1, 1],
        [2, 2],
        [4, 4],
      ],
      { statistic: 'icc' },
    );
    const forms = steps.flatMap(({ label }) => /^95 % interval of ICC\((...)\)/.exec(label.en)?.[1] ?? []);
    expect(forms).not.toContain('2,1');
    expect(forms).not.toContain('2,k');
    expect(judgements['2,1']?.tooFew).toBe(true);
  });
});

describe('the explanation of alpha', () => {
  const rows = [
    [1, 1, null],
    [2, 2.5, 2],
    [3, 4, null],
    [7, null, null],
  ];
  // The ranks that 1, 1, 2, 2, 2.5, 3, 4 have among each other.
  const rank = new Map([
    [1, 1.5],
    [2, 3.5],
    [2.5, 5],
    [3, 6],
    [4, 7],
  ]);
  const difference: Readonly<Record<MeasurementLevel, (a: number, b: number) => number>> = {
    nominal: (a, b) => (a === b ? 0 : 1),
    ordinal: (a, b) => ((rank.get(a) ?? NaN) - (rank.get(b) ?? NaN)) ** 2,
    interval: (a, b) => (a - b) ** 2,
    ratio: (a, b) => ((a - b) / (a + b)) ** 2,
  };

  it.each<MeasurementLevel>(['nominal', 'ordinal', 'interval', 'ratio'])(
    '%s: names the observed and the expected disagreement, as the definition has them',
    (level) => {
      const apart = difference[level];
      const ofPairs = (values: readonly number[]) =>
        values.reduce((sum, a) => sum + values.reduce((inner, b) => inner + apart(a, b), 0), 0);
      const rated = rows.map((row) => row.filter((one) => one !== null)).filter((row) => row.length > 1);
      const all = rated.flat();
      const observed = rated.reduce((sum, row) => sum + ofPairs(row) / (row.length - 1), 0) / all.length;
      const expected = ofPairs(all) / (all.length * (all.length - 1));
      const { steps } = explained(rows, { statistic: 'krippendorff', level });
      expect(steps.map(({ label }) => label.zh.slice(0, 11).trim())).toEqual([
        '至少两人评分的对象 3',
        '观察到的不一致 Do',
        '期望的不一致 De =',
        'α = 1 − Do',
      ]);
      expect(steps[0]).toMatchObject({ expression: '2 + 3 + 2', result: '7' });
      const results = [NaN, observed, expected, 1 - observed / expected];
      steps.slice(1).forEach(({ expression, result }, step) => {
        expect(Number(result.replace('−', '-'))).toBeCloseTo(results[step + 1] ?? NaN, 4);
        expect(worked(expression)).toBeCloseTo(results[step + 1] ?? NaN, 4);
      });
    },
  );

  it('does not judge by two things however well they agree, and counts one thing as one', () => {
    const two = explained(
      [
        [1, 1],
        [2, 2],
      ],
      { statistic: 'krippendorff' },
    );
    expect(two.judgements.alpha).toMatchObject({
      tooFew: true,
      sentence: { en: 'Too few to judge (2 things that can be compared; 3 are needed at least)' },
    });
    const one = explained(
      [
        [1, 2],
        [2, null],
      ],
      { statistic: 'krippendorff' },
    );
    expect(one.steps[0]?.label.en).toBe('ratings of the 1 thing that two or more rated');
  });
});
