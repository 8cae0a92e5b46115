import { printExact } from '../../numbers/rational';
import type { Outcome } from '../../refusal';
import type { AllocationSettings } from '../settings/allocation-settings';
import { CAREFUL_SETTINGS } from '../settings/settings-presets';
import type { AllocationEvidence } from './allocation-evidence';
import { allocationQuestion, phaseInShare, type AllocationQuestion } from './allocation-input';
import { GIVEN_EVIDENCE, withCounty } from './given-evidence';

const NONE: AllocationSettings = { ...CAREFUL_SETTINGS, performance: { mode: 'none' } };
const asked = (
  changes: Partial<AllocationSettings> = {},
  evidence: AllocationEvidence = GIVEN_EVIDENCE,
): Outcome<AllocationQuestion> => allocationQuestion(evidence, { ...CAREFUL_SETTINGS, ...changes });
const pointers = (outcome: Outcome<AllocationQuestion>): string[] =>
  outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);

function question(outcome: Outcome<AllocationQuestion>): AllocationQuestion {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

describe('the question of a split', () => {
  it('gives out as many posts as are in force, with the verified floors and own scores', () => {
    const { input, counties } = question(asked());
    expect(input.pool).toEqual({ posts: 150n, fenPerPost: 1_200_000n });
    expect(input.units.map(({ lastPart }) => lastPart)).toEqual([
      25n,
      15n,
      11n,
      19n,
      13n,
      14n,
      15n,
      21n,
      17n,
    ]);
    expect(input.units.map(({ floor }) => floor)).toEqual([24n, 15n, 9n, 18n, 13n, 13n, 13n, 21n, 16n]);
    expect(counties.map(({ score }) => score).slice(0, 3)).toEqual(['97.67', '90.83', '72.50']);
    expect(input.policy.maximumChange).toEqual({ parts: 1n });
  });

  it('takes only the factors that have a weight', () => {
    const factors: AllocationSettings['factors'] = [
      { id: 'supervised', weight: '0.6' },
      { id: 'justiceOffices', weight: '0.4' },
      { id: 'resettled', weight: '0' },
    ];
    const { input } = question(asked({ factors }));
    expect(input.policy.factors.map(({ id, weight }) => [id, printExact(weight)])).toEqual([
      ['supervised', '3/5'],
      ['justiceOffices', '2/5'],
    ]);
    expect(Object.keys(input.units[0]?.factors ?? {})).toEqual(['supervised', 'justiceOffices']);
    // 182, 182.5, 183, 183.5 three times each.
    expect(printExact(input.units[0]?.factors['supervised'] ?? { numerator: 0n, denominator: 1n })).toBe(
      '731/4',
    );
  });

  it('leaves out scores where they do not count, and the floor where none is set', () => {
    const { input, counties } = question(
      allocationQuestion({ ...GIVEN_EVIDENCE, scoring: null }, { ...NONE, floor: 'none' }),
    );
    expect(input.units.every(({ score, floor }) => score === undefined && floor === undefined)).toBe(true);
    expect(counties.every(({ score, floor }) => score === null && floor === 0)).toBe(true);
  });

  it('keeps what is not movable, and takes the larger of the two floors and the stated cap', () => {
    const { input } = question(
      asked({
        movablePosts: 15,
        bounds: [
          { county: 'eshan', floor: 14, cap: 16 },
          { county: 'hongta', floor: 1 },
        ],
      }),
    );
    expect(input.units.reduce((sum, { kept = 0n }) => sum + kept, 0n)).toBe(135n);
    expect(input.units[6]).toMatchObject({ floor: 14n, cap: 16n });
    expect(input.units[0]).toMatchObject({ floor: 24n });
  });

  it('phases in by equal steps: a third, half of the rest, all of it', () => {
    const phaseIn = { firstYear: 2026, years: 3 };
    expect(
      [2026, 2027].map((year) =>
        printExact(phaseInShare(phaseIn, year) ?? { numerator: 9n, denominator: 1n }),
      ),
    ).toEqual(['1/3', '1/2']);
    expect([2028, 2029].map((year) => phaseInShare(phaseIn, year))).toEqual([null, null]);
    expect(question(asked({ phaseIn })).input.policy.phaseIn).toEqual({ numerator: 1n, denominator: 3n });
    expect(() => phaseInShare(phaseIn, 2025)).toThrow(RangeError);
  });
});

describe('a split that cannot be asked', () => {
  it.each<[string, Partial<AllocationSettings>, AllocationEvidence, readonly string[]]>([
    ['settings that are wrong', { advancePercent: '101' }, GIVEN_EVIDENCE, ['/settings/advancePercent']],
    ['a program without posts', {}, { ...GIVEN_EVIDENCE, program: 'mediation' }, ['/evidence/program']],
    ['no counties', {}, { ...GIVEN_EVIDENCE, counties: [] }, ['/evidence/counties']],
    [
      'no posts in force',
      {},
      { ...GIVEN_EVIDENCE, counties: GIVEN_EVIDENCE.counties.map((one) => ({ ...one, lastPosts: 0 })) },
      ['/evidence/counties'],
    ],
    ['posts below 0', {}, withCounty('eshan', { lastPosts: -1 }), ['/evidence/counties/6/lastPosts']],
    ['money below 0', {}, withCounty('eshan', { lastFen: -1 }), ['/evidence/counties/6/lastFen']],
    ['a post that is worth nothing', {}, { ...GIVEN_EVIDENCE, fenPerPost: 0 }, ['/evidence/fenPerPost']],
    [
      'money beyond what is held exactly',
      {},
      { ...GIVEN_EVIDENCE, fenPerPost: Number.MAX_SAFE_INTEGER },
      ['/evidence/fenPerPost'],
    ],
    ['a county twice', {}, withCounty('eshan', { county: 'yimen' }), ['/evidence/counties/6/county']],
    ['no result where scores count', {}, { ...GIVEN_EVIDENCE, scoring: null }, ['/evidence/scoring']],
    [
      'a method without indicators of the county',
      {},
      {
        ...GIVEN_EVIDENCE,
        scoring: GIVEN_EVIDENCE.scoring && {
          ...GIVEN_EVIDENCE.scoring,
          leaves: GIVEN_EVIDENCE.scoring.leaves.map((one) => ({ ...one, responsible: 'city' as const })),
        },
      },
      ['/settings/indicators'],
    ],
    [
      'a county without a total where all of it counts',
      { indicators: 'all' },
      withCounty('tonghai', { total: null }),
      ['/evidence/counties/3/total'],
    ],
    [
      'a county without data of a factor',
      { factors: [{ id: 'supervised', weight: '1' }] },
      withCounty('tonghai', { months: [] }),
      ['/evidence/counties/3/months'],
    ],
    [
      'a bound of a county that is not there',
      { bounds: [{ county: 'nowhere', cap: 1 }] },
      GIVEN_EVIDENCE,
      ['/settings/bounds/0/county'],
    ],
    [
      'a year before the phase-in',
      { phaseIn: { firstYear: 2027, years: 3 } },
      GIVEN_EVIDENCE,
      ['/settings/phaseIn/firstYear'],
    ],
    [
      'a factor that is 0 for all',
      { factors: [{ id: 'justiceOffices', weight: '1' }] },
      { ...GIVEN_EVIDENCE, counties: GIVEN_EVIDENCE.counties.map((one) => ({ ...one, justiceOffices: 0 })) },
      ['/settings/factors'],
    ],
    [
      'coefficients that leave no share',
      {
        performance: {
          mode: 'gradeCoefficient',
          coefficients: { excellent: '1', good: '0', fair: '0', poor: '0' },
        },
        indicators: 'all',
      },
      {
        ...GIVEN_EVIDENCE,
        counties: GIVEN_EVIDENCE.counties.map((one) => ({ ...one, total: '85.00' })),
      },
      ['/settings/performance'],
    ],
    [
      'scores that are all 0 and added',
      { performance: { mode: 'add', weight: '0.2' }, indicators: 'all' },
      { ...GIVEN_EVIDENCE, counties: GIVEN_EVIDENCE.counties.map((one) => ({ ...one, total: '0.00' })) },
      ['/evidence/counties'],
    ],
    [
      'a stated cap under the persons on post',
      { bounds: [{ county: 'xinping', cap: 20 }] },
      GIVEN_EVIDENCE,
      ['/settings/bounds/0/cap'],
    ],
    [
      'a stated floor beyond the maximum change',
      { bounds: [{ county: 'eshan', floor: 17 }] },
      GIVEN_EVIDENCE,
      ['/settings/bounds/0/floor'],
    ],
    [
      'a cap under what is kept',
      { bounds: [{ county: 'eshan', cap: 8 }], movablePosts: 15, floor: 'none', maximumChange: null },
      GIVEN_EVIDENCE,
      ['/settings/bounds/0/cap'],
    ],
  ])('%s', (_, changes, evidence, expected) => {
    expect(pointers(asked(changes, evidence))).toEqual(expected);
  });

  it('months out of order or twice', () => {
    const [hongta] = GIVEN_EVIDENCE.counties;
    const [january, february] = hongta?.months ?? [];
    if (!january || !february) throw new Error('The given evidence has months.');
    expect(pointers(asked({}, withCounty('hongta', { months: [february, january] })))).toEqual([
      '/evidence/counties/0/months/1',
    ]);
    expect(pointers(asked({}, withCounty('hongta', { months: [january, january] })))).toEqual([
      '/evidence/counties/0/months/1',
    ]);
  });

  it('tells everything at once, and names no county', () => {
    const evidence = withCounty('eshan', { leaves: [] }, withCounty('yimen', { months: [] }));
    const outcome = asked({ factors: [{ id: 'supervised', weight: '1' }] }, evidence);
    expect(pointers(outcome)).toEqual([
      '/evidence/counties/5/months',
      '/evidence/counties/6/leaves',
      '/evidence/counties/6/leaves',
      '/evidence/counties/6/leaves',
    ]);
    expect(JSON.stringify(outcome.ok ? [] : outcome.refusals.map(({ detail }) => detail))).not.toMatch(
      /eshan|yimen/,
    );
  });

  it('contradicting bounds say both ways out, in posts; a floor of verified persons is no figure to lower', () => {
    const verified = asked({ bounds: [{ county: 'xinping', cap: 20 }] });
    expect(verified.ok ? null : verified.refusals[0]?.detail).toEqual({
      zh: '该县（市、区）按核实的在岗人数保底 21 个名额，至多 20 个（封顶），两者矛盾，请将后者调高 1 个',
      en: 'The floor by verified persons on post gives the county 21 posts, and it gets at most 20 (cap); raise the second by 1',
    });
    const stated = asked({ bounds: [{ county: 'xinping', floor: 25 }], maximumChange: { parts: 1 } });
    expect(stated.ok ? null : stated.refusals[0]?.detail.zh).toBe(
      '该县（市、区）至少 25 个名额（保底），至多 22 个（年度最大调整），两者矛盾，请将前者调低或将后者调高 3 个',
    );
  });

  it('refuses to split more posts anew than there are', () => {
    expect(asked({ movablePosts: 150 }).ok).toBe(true);
    const more = asked({ movablePosts: 151 });
    expect(more.ok ? null : more.refusals.map(({ pointer, detail }) => [pointer, detail.zh])).toEqual([
      [
        '/settings/movablePosts',
        '参加再分配的名额 151 个多于现行全部 150 个，请填 150 或更少；空白为全部参加',
      ],
    ]);
  });
});
