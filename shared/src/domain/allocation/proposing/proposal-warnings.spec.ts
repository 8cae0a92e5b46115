import type { AllocationEvidence } from '../evidence/allocation-evidence';
import { GIVEN_EVIDENCE, withCounty } from '../evidence/given-evidence';
import type { AllocationSettings, PerformanceSettings } from '../settings/allocation-settings';
import { CAREFUL_SETTINGS } from '../settings/settings-presets';
import type { ProposalWarning } from './allocation-proposal';
import { proposeSplit } from './propose-split';

const ALL: AllocationSettings = {
  ...CAREFUL_SETTINGS,
  indicators: 'all',
  floor: 'none',
  maximumChange: null,
};

function warnings(
  changes: Partial<AllocationSettings>,
  evidence: AllocationEvidence = GIVEN_EVIDENCE,
): readonly ProposalWarning[] {
  const outcome = proposeSplit(evidence, { ...ALL, ...changes }, 'quick');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value.warnings;
}

const of = (kind: ProposalWarning['kind'], from: readonly ProposalWarning[]) =>
  from.filter((one) => one.kind === kind);
const grade = (good: string): { performance: PerformanceSettings } => ({
  performance: {
    mode: 'gradeCoefficient',
    coefficients: { excellent: '1.1', good, fair: '0.9', poor: '0.8' },
  },
});
const line = (from: string, to: string): { performance: PerformanceSettings } => ({
  performance: {
    mode: 'continuous',
    from: { score: '60', coefficient: from },
    to: { score: '100', coefficient: to },
  },
});

/** Two counties only, with posts and totals as stated. */
const two = (posts: readonly [number, number], totals: readonly [string, string]): AllocationEvidence => ({
  ...GIVEN_EVIDENCE,
  counties: GIVEN_EVIDENCE.counties
    .slice(0, 2)
    .map((one, index) => ({ ...one, lastPosts: posts[index] ?? 0, total: totals[index] ?? '0' })),
});

describe('the cliffs of grades', () => {
  it('are told for a county within a point of an edge, with distance, coefficients and size in posts', () => {
    // 25 of 150 posts, all others at 1: 27.5 ÷ 152.5 × 150 − 25 = 2.05.
    const all = GIVEN_EVIDENCE.counties.reduce(
      (evidence, { county }) =>
        withCounty(county, { total: county === 'hongta' ? '89.60' : '85.00' }, evidence),
      GIVEN_EVIDENCE,
    );
    expect(of('gradeCliff', warnings(grade('1'), all))).toEqual([
      {
        kind: 'gradeCliff',
        county: 'hongta',
        text: {
          zh: '差 0.4 分跨入上一等级，系数由 1 变为 1.1，约合 2.0 个名额（未计上下限和取整）',
          en: '0.4 points below the next grade: the coefficient would go from 1 to 1.1, about 2.0 posts before bounds and rounding',
        },
      },
    ]);
    expect(of('gradeSteps', warnings(grade('1'), all))).toHaveLength(1);
  });

  it('on the edge itself a hundredth falls into the grade below; just under the highest edge nothing lies above', () => {
    const said = of('gradeCliff', warnings(grade('1'), two([10, 10], ['90.00', '99.99'])));
    expect(said.map(({ county, text }) => [county, text.zh])).toEqual([
      ['hongta', '再低 0.01 分落入下一等级，系数由 1.1 变为 1，约合 0.5 个名额（未计上下限和取整）'],
    ]);
  });

  it('reach exactly one point and no further', () => {
    const said = of('gradeCliff', warnings(grade('1'), two([10, 10], ['89.00', '88.99'])));
    expect(said.map(({ county }) => county)).toEqual(['hongta']);
    const below = of('gradeCliff', warnings(grade('1'), two([10, 10], ['90.99', '91.00'])));
    expect(below.map(({ county, text }) => [county, text.zh.slice(0, 9)])).toEqual([
      ['hongta', '再低 1 分落入下'],
    ]);
  });

  it('are none where both grades are worth the same, or the coefficient is continuous', () => {
    expect(of('gradeCliff', warnings(grade('1.1'), two([10, 10], ['89.60', '85.00'])))).toEqual([]);
    expect(of('gradeCliff', warnings({}, two([10, 10], ['89.60', '85.00'])))).toEqual([]);
  });

  it('are smaller where only a part is split anew, or phased in', () => {
    const at = (changes: Partial<AllocationSettings>) =>
      of('gradeCliff', warnings({ ...grade('1'), ...changes }, two([100, 100], ['90.00', '99.00'])))[0]?.text
        .zh;
    expect(at({})).toMatch(/约合 4\.8 个名额（未计上下限和取整）$/);
    expect(at({ movablePosts: 100 })).toMatch(/约合 2\.4 个名额（未计上下限和取整）$/);
    expect(at({ phaseIn: { firstYear: 2026, years: 2 } })).toMatch(/约合 2\.4 个名额（未计上下限和取整）$/);
  });
});

describe('the pull of adding', () => {
  const add = { performance: { mode: 'add' as const, weight: '0.2' } };

  it('is told in posts against multiplying, where it is half a post or more', () => {
    // At equal scores multiplying changes nothing: 80 : 20 by workload becomes 74 : 26 by adding.
    const said = of('pullsToMean', warnings(add, two([80, 20], ['90.00', '90.00'])));
    expect(said.map(({ county, text }) => [county, text.zh])).toEqual([
      [undefined, expect.stringContaining('拉向平均') as unknown],
      ['hongta', '相加把该县（市、区）拉向平均：与系数相乘相比约少 6.0 个名额'],
      ['jiangchuan', '相加把该县（市、区）拉向平均：与系数相乘相比约多 6.0 个名额'],
    ]);
  });

  it('is told from half a post on', () => {
    const sizes = (posts: readonly [number, number]) =>
      of('pullsToMean', warnings(add, two(posts, ['90.00', '90.00']))).length - 1;
    // 0.2 × (15/25 − 1/2) × 25 = 0.5; 0.2 × (17/30 − 1/2) × 30 = 0.4.
    expect(sizes([15, 10])).toBe(2);
    expect(sizes([17, 13])).toBe(0);
  });

  it('is none where all are alike, and in other modes', () => {
    const alike = of('pullsToMean', warnings(add, two([50, 50], ['90.00', '90.00'])));
    expect(alike.map(({ county }) => county)).toEqual([undefined]);
    expect(of('pullsToMean', warnings({}, two([80, 20], ['90.00', '90.00'])))).toEqual([]);
  });
});

describe('a policy under which no score can move a post', () => {
  const says = (changes: Partial<AllocationSettings>) => of('cannotMove', warnings(changes)).length === 1;

  it('is told: every post occupied, nothing movable, no change allowed, a coefficient that hardly runs', () => {
    const full = GIVEN_EVIDENCE.counties.reduce(
      (evidence, { county, lastPosts, months }) =>
        withCounty(county, { months: months.map((one) => ({ ...one, onPost: lastPosts })) }, evidence),
      GIVEN_EVIDENCE,
    );
    expect(of('cannotMove', warnings({ floor: 'verifiedAverage' }, full))).toEqual([
      {
        kind: 'cannotMove',
        text: {
          zh: '按此设置，任何得分都不会调整名额',
          en: 'Under these settings no scores at all would move a post',
        },
      },
    ]);
    expect(says({ movablePosts: 0 })).toBe(true);
    expect(says({ maximumChange: { parts: 0 } })).toBe(true);
    expect(says(line('0.99', '0.99'))).toBe(true);
    expect(says(line('0.995', '1.005'))).toBe(true);
  });

  it('is not told where some scores would, even if these do not', () => {
    expect(says(line('0.95', '1.05'))).toBe(false);
    expect(says({})).toBe(false);
  });

  it('is not told where scores do not count', () => {
    expect(says({ performance: { mode: 'none' } })).toBe(false);
  });
});

describe('the engine’s warnings', () => {
  it('carry the county beside them instead of its id', () => {
    const evidence = withCounty('eshan', { justiceOffices: 0 });
    const said = warnings({ factors: [{ id: 'justiceOffices', weight: '1' }] }, evidence);
    expect(of('noShare', said)).toEqual([
      {
        kind: 'noShare',
        county: 'eshan',
        text: {
          zh: '该县（市、区）的份额为 0，只得保留数和保底数，请确认',
          en: 'The share of the county is 0: it gets its kept posts and floor only; confirm it',
        },
      },
    ]);
  });

  it('the Alabama paradox is told county by county', () => {
    const offices = (posts: readonly number[]): AllocationEvidence => ({
      ...GIVEN_EVIDENCE,
      counties: GIVEN_EVIDENCE.counties.slice(0, 3).map((one, index) => ({
        ...one,
        lastPosts: index === 0 ? 10 : 0,
        justiceOffices: posts[index] ?? 0,
      })),
    });
    const said = warnings(
      { factors: [{ id: 'justiceOffices', weight: '1' }], performance: { mode: 'none' } },
      offices([6, 6, 2]),
    );
    expect(of('houseParadox', said)).toEqual([
      {
        kind: 'houseParadox',
        county: 'chengjiang',
        text: {
          zh: '总数再增加 1 个名额时，按最大余数法该县（市、区）反而由 2 个减为 1 个（阿拉巴马悖论）；韦伯斯特法等除数法不会如此，请确认',
          en: 'With one post more in all, largest remainder would give the county 1 instead of 2 (the Alabama paradox); divisor methods such as Webster never do; confirm it',
        },
      },
    ]);
  });

  it('months that nobody approved are named where their figures are used', () => {
    expect(of('unapprovedMonths', warnings({ factors: [{ id: 'assessments', weight: '1' }] }))).toEqual([
      {
        kind: 'unapprovedMonths',
        county: 'yuanjiang',
        text: {
          zh: '采用了尚未审核的月份：2025-12',
          en: 'Months that nobody has approved yet are used: 2025-12',
        },
      },
    ]);
    expect(of('unapprovedMonths', warnings({}))).toEqual([]);
  });
});
