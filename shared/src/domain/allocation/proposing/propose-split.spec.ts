import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { canonicalJson, type CanonicalValue } from '../../canonical-json';
import type { AllocationEvidence } from '../evidence/allocation-evidence';
import { GIVEN_EVIDENCE, withCounty } from '../evidence/given-evidence';
import type { AllocationSettings, PerformanceSettings } from '../settings/allocation-settings';
import { ALLOCATION_PRESETS, CAREFUL_SETTINGS } from '../settings/settings-presets';
import type { AllocationProposal } from './allocation-proposal';
import { proposeSplit } from './propose-split';

const careful = (changes: Partial<AllocationSettings> = {}): AllocationSettings => ({
  ...CAREFUL_SETTINGS,
  ...changes,
  firmness: { ...CAREFUL_SETTINGS.firmness, runs: 1000, ...changes.firmness },
});

function proposed(
  settings: AllocationSettings,
  depth: 'quick' | 'whole' = 'quick',
  evidence: AllocationEvidence = GIVEN_EVIDENCE,
): AllocationProposal {
  const outcome = proposeSplit(evidence, settings, depth);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

const text = (proposal: AllocationProposal): string => canonicalJson(proposal as unknown as CanonicalValue);
const partsOf = ({ counties }: AllocationProposal) => counties.map(({ part }) => part);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** All nine scored alike. */
const ALIKE: AllocationEvidence = {
  ...GIVEN_EVIDENCE,
  counties: GIVEN_EVIDENCE.counties.map((one) => ({
    ...one,
    leaves: GIVEN_EVIDENCE.counties[0]?.leaves ?? [],
  })),
};

const grades: PerformanceSettings = {
  mode: 'gradeCoefficient',
  coefficients: { excellent: '1.1', good: '1', fair: '0.9', poor: '0.8' },
};

describe('a proposal', () => {
  it.each(ALLOCATION_PRESETS.map(({ id, settings }) => [id, settings] as const))(
    'of the preset %s sums to the posts and the money in force, in both moments',
    (_, settings) => {
      const proposal = proposed({ ...settings, advancePercent: '70' });
      expect(proposal.pool).toEqual({ posts: 150, fenPerPost: 1_200_000, totalFen: 180_000_000 });
      expect(sum(partsOf(proposal))).toBe(150);
      expect(sum(proposal.counties.map(({ fen }) => fen))).toBe(180_000_000);
      expect(sum(proposal.counties.map(({ advanceFen, finalFen }) => advanceFen + finalFen))).toBe(
        180_000_000,
      );
    },
  );

  it('keeps last year’s split where that is asked for, and says so', () => {
    const keep = proposed(careful({ performance: { mode: 'none' } }), 'whole');
    expect(partsOf(keep)).toEqual([25, 15, 11, 19, 13, 14, 15, 21, 17]);
    expect(keep.headline.zh).toBe('不具备调整依据，维持现行名额：按此办法测算，没有增减。');
    expect(keep.counties.every(({ score, edges }) => score === null && edges === null)).toBe(true);
    expect(keep.nearestMark).toBeNull();
  });

  it('moves nobody where all score the same, however the coefficient runs', () => {
    for (const performance of [careful().performance, grades]) {
      const proposal = proposed(careful({ performance, floor: 'none', maximumChange: null }), 'quick', ALIKE);
      expect(proposal.counties.every(({ change }) => change === 0)).toBe(true);
    }
  });

  it('moves two posts of the given evidence, firmly, and says whom it touches', () => {
    const whole = proposed(careful(), 'whole');
    expect(partsOf(whole)).toEqual([26, 15, 10, 19, 13, 14, 14, 22, 17]);
    expect(whole.headline.zh).toBe(
      '有把握调整 2 个名额（1,000 次模拟中至少 90% 是这个方向），其余维持现行分配。',
    );
    expect(whole.peopleEffect).toMatchObject({ personsReduced: 0, cutTakesEffectOn: '2027-01-01' });
    const eshan = whole.counties[6];
    expect(eshan).toMatchObject({
      lastPart: 15,
      keptPart: 15,
      proposedPart: 14,
      part: 14,
      fen: 16_800_000,
      change: -1,
      changeFen: -1_200_000,
      changePercent: '−6.67',
      score: '77.88',
      floor: 13,
      cap: null,
      onPost: 13,
      vacant: 2,
      personsReduced: 0,
    });
    expect(sum(eshan?.certainty?.distribution.map(({ runs }) => runs) ?? [])).toBe(1000);
  });

  it('holds back what is not firm: then the reason is the gate, and the split in force stays', () => {
    // Everyone within a point and a half: what moves, moves in few of the simulations.
    const near = GIVEN_EVIDENCE.counties.reduce(
      (evidence, { county, leaves }, index) =>
        withCounty(
          county,
          {
            leaves: leaves.map((one) =>
              one.indicator === 'outcome'
                ? { ...one, score: (index === 7 ? 23 : index === 2 ? 21 : 22).toFixed(2) }
                : one.indicator === 'documents'
                  ? { ...one, score: '13.00', marks: [] }
                  : one.indicator === 'duty'
                    ? { ...one, score: '18.00', marks: [] }
                    : one,
            ),
          },
          evidence,
        ),
      GIVEN_EVIDENCE,
    );
    const settings = careful({
      performance: {
        mode: 'continuous',
        from: { score: '60', coefficient: '0.5' },
        to: { score: '100', coefficient: '1.5' },
      },
    });
    const whole = proposed(settings, 'whole', near);
    expect(whole.counties.some(({ proposedPart, keptPart }) => proposedPart !== keptPart)).toBe(true);
    expect(partsOf(whole)).toEqual(near.counties.map(({ lastPosts }) => lastPosts));
    expect(whole.headline.zh).toMatch(/^不具备调整依据，维持现行名额：/);
    const held = whole.counties.find(({ proposedPart, part }) => proposedPart !== part);
    expect(held?.reason).toEqual(held?.certainty?.text);
    expect(held?.steps.at(-1)).toMatchObject({ expression: `${held?.part} × 12,000.00` });

    const open = proposed({ ...settings, firmness: { ...settings.firmness, gate: false } }, 'whole', near);
    expect(open.counties.every(({ part, proposedPart }) => part === proposedPart)).toBe(true);
    expect(open.headline.zh).toMatch(/没有以“有把握才调整”为条件/);
    const moved = open.counties.find(({ change }) => change !== 0);
    expect(moved?.certainty?.text.zh).toMatch(
      /^测算(增加|减少) 1 个名额，在 1,000 次模拟中有 [\d.]+% 是这个方向。$/,
    );
    expect(moved?.steps.at(-2)?.label.zh).toMatch(/成立的模拟次数占比/);
    expect(open.counties.map(({ certainty }) => certainty?.heldRuns)).toEqual(
      whole.counties.map(({ certainty }) => certainty?.heldRuns),
    );
  });

  it('quick is the same split before the gate, without what takes longer', () => {
    const [quick, whole] = [proposed(careful(), 'quick'), proposed(careful(), 'whole')];
    expect(quick.depth).toBe('quick');
    expect(partsOf(quick)).toEqual(whole.counties.map(({ proposedPart }) => proposedPart));
    expect(quick.nearestMark).toBeNull();
    expect(quick.counties.every(({ certainty, edges }) => certainty === null && edges === null)).toBe(true);
    expect(quick.headline.zh).toBe('按此办法测算调整 2 个名额，把握程度待模拟。');
  });

  it('does not call a simulation sure that had nothing to vary', () => {
    const workload = ALLOCATION_PRESETS.find(({ id }) => id === 'workloadOnly');
    const settings = careful({ ...workload?.settings, firmness: careful().firmness });
    expect(proposed(settings, 'whole').headline.zh).toBe(
      '按此办法调整 3 个名额：得分不计入，权重也没有设误差，模拟中没有变动的数，把握程度不适用。',
    );
    const swayed = { ...settings, firmness: { ...settings.firmness, weightUncertainty: '0.2' } };
    expect(proposed(swayed, 'whole').headline.zh).toMatch(/^有把握调整/);
  });

  it('explains each county from figures and equal share to the amount', () => {
    const labels = proposed(
      careful({
        factors: [
          { id: 'supervised', weight: '1' },
          { id: 'justiceOffices', weight: '1' },
        ],
        movablePosts: 30,
      }),
    ).counties[0]?.steps.map(({ label }) => label.zh.replace(/[：（“].*$/, ''));
    expect(labels).toEqual([
      '社区矫正对象月平均人数',
      '由县级司法行政部门负责的 3 项指标得分合计',
      '按 100 分折算的得分',
      '核实在岗人数',
      '按核实人数的保底',
      '等额份额',
      '因素',
      '因素',
      '各因素加权份额',
      '绩效系数',
      '乘绩效系数并重新归一后的份额',
      '保留数',
      '参加分配的总量',
      '按份额的应得数',
      '保底',
      '上限',
      '应得数',
      expect.any(String),
      '保留数加新分数',
      '金额',
    ]);
  });

  it('says nothing of any county by name or id: the county stands beside', () => {
    const everything = [
      careful(),
      careful({ performance: { mode: 'add', weight: '0.3' } }),
      careful({ performance: grades, method: 'adams', factors: [{ id: 'resettled', weight: '1' }] }),
      careful({ movablePosts: 20, maximumChange: { ratio: '0.2' }, floor: 'none' }),
    ].map((settings) => proposed(settings, 'whole'));
    const ids = new Set(GIVEN_EVIDENCE.counties.map(({ county }) => county));
    const sentences: string[] = [];
    JSON.stringify(everything, (key, value: unknown) => {
      if (typeof value === 'string' && key !== 'county') sentences.push(value);
      return value;
    });
    expect(sentences.length).toBeGreaterThan(500);
    expect(sentences.filter((one) => [...ids].some((id) => one.includes(id)))).toEqual([]);
    expect(sentences.filter((one) => /单位|\bunits?\b/.test(one) && !one.includes('司法'))).toEqual([]);
  });

  it('a county of whose months none is approved keeps its posts, and the page is told', () => {
    const chengjiang = GIVEN_EVIDENCE.counties[2];
    const evidence = withCounty('chengjiang', {
      months: chengjiang?.months.map((one) => ({ ...one, onPostStage: 'submitted' as const })) ?? [],
    });
    const proposal = proposed(careful(), 'quick', evidence);
    expect(proposal.counties[2]).toMatchObject({
      part: 11,
      floor: 11,
      onPost: 11,
      vacant: 0,
      personsReduced: 0,
    });
    expect(proposal.warnings).toContainEqual({
      kind: 'unapprovedMonths',
      county: 'chengjiang',
      text: expect.objectContaining({
        zh: '证据窗口内没有已审核的在岗人数，按现行名额保底，不会核减',
      }) as unknown,
    });
  });
});

describe('whatever the evidence and the policy', () => {
  const hundredths = (min: number, max: number) =>
    fc.integer({ min, max }).map((value) => (value / 100).toFixed(2));
  const evidence = fc
    .array(
      fc.record({
        posts: fc.nat(30),
        onPost: fc.nat(32),
        outcome: hundredths(0, 2500),
        offices: fc.integer({ min: 1, max: 12 }),
      }),
      { minLength: 9, maxLength: 9 },
    )
    .filter((rows) => rows.some(({ posts }) => posts > 0))
    .map((rows): AllocationEvidence => ({
      ...GIVEN_EVIDENCE,
      counties: GIVEN_EVIDENCE.counties.map((one, index) => {
        const row = rows[index];
        return {
          ...one,
          lastPosts: row?.posts ?? 0,
          lastFen: (row?.posts ?? 0) * 1_200_000,
          justiceOffices: row?.offices ?? 1,
          months: one.months.map((month) => ({ ...month, onPost: row?.onPost ?? 0 })),
          leaves: one.leaves.map((leaf) =>
            leaf.indicator === 'outcome' ? { ...leaf, score: row?.outcome ?? '0' } : leaf,
          ),
        };
      }),
    }));
  const settings = fc
    .record({
      performance: fc.constantFrom<PerformanceSettings>({ mode: 'none' }, careful().performance, grades, {
        mode: 'add',
        weight: '0.25',
      }),
      movablePosts: fc.option(fc.nat(60)),
      floor: fc.constantFrom('verifiedAverage' as const, 'none' as const),
      maximumChange: fc.constantFrom(null, { parts: 1 }, { parts: 3 }, { ratio: '0.1' }),
      phaseIn: fc.constantFrom(null, { firstYear: 2025, years: 4 }),
      advancePercent: fc.constantFrom('0', '33.33', '100'),
      factors: fc.constantFrom<AllocationSettings['factors']>(CAREFUL_SETTINGS.factors, [
        { id: 'lastPosts', weight: '0.5' },
        { id: 'justiceOffices', weight: '0.5' },
      ]),
    })
    .map((changes) => careful(changes));
  /** No more posts can be split anew than there are. */
  const within = (drawn: AllocationSettings, { counties }: AllocationEvidence): AllocationSettings => {
    const { movablePosts } = drawn;
    const all = sum(counties.map(({ lastPosts }) => lastPosts));
    return { ...drawn, movablePosts: movablePosts === null ? null : Math.min(movablePosts, all) };
  };

  it('the sums are exact, the bounds hold, and floors of verified persons leave nobody without a post', () => {
    fc.assert(
      fc.property(evidence, settings, (given, drawn) => {
        const asked = within(drawn, given);
        const proposal = proposed(asked, 'quick', given);
        const posts = sum(given.counties.map(({ lastPosts }) => lastPosts));
        expect(sum(partsOf(proposal))).toBe(posts);
        expect(sum(proposal.counties.map(({ fen }) => fen))).toBe(posts * 1_200_000);
        expect(sum(proposal.counties.map(({ change }) => change))).toBe(0);
        for (const one of proposal.counties) {
          expect(one.part).toBeGreaterThanOrEqual(one.floor);
          expect(one.advanceFen + one.finalFen).toBe(one.fen);
          if (asked.maximumChange && 'parts' in asked.maximumChange) {
            expect(Math.abs(one.change)).toBeLessThanOrEqual(asked.maximumChange.parts);
          }
          if (asked.floor === 'verifiedAverage') expect(one.personsReduced).toBe(0);
        }
        if (asked.movablePosts !== null) {
          expect(sum(proposal.counties.map(({ change }) => Math.max(0, change)))).toBeLessThanOrEqual(
            asked.movablePosts,
          );
        }
        expect(proposal.peopleEffect.personsReduced).toBe(
          sum(proposal.counties.map(({ personsReduced }) => personsReduced)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('a county’s own better score never costs it a post', () => {
    fc.assert(
      fc.property(evidence, settings, fc.nat(8), hundredths(0, 2500), (given, drawn, place, other) => {
        const asked = within(drawn, given);
        const county = given.counties[place];
        const own = Number(county?.leaves.find(({ indicator }) => indicator === 'outcome')?.score);
        const better = Math.max(own, Number(other)).toFixed(2);
        const raised = withCounty(
          county?.county ?? '',
          {
            leaves:
              county?.leaves.map((leaf) =>
                leaf.indicator === 'outcome' ? { ...leaf, score: better } : leaf,
              ) ?? [],
          },
          given,
        );
        const [before, after] = [given, raised].map(
          (one) => proposed(asked, 'quick', one).counties[place]?.part ?? 0,
        );
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('reproducible to the byte', () => {
  const byCounty = ({ counties, warnings, ...rest }: AllocationProposal) => ({
    ...rest,
    counties: [...counties].sort((a, b) => (a.county < b.county ? -1 : 1)),
    warnings: warnings.map((one) => canonicalJson(one as unknown as CanonicalValue)).sort(),
  });

  it.each<[string, AllocationSettings]>([
    ['the careful policy', careful()],
    ['grades', careful({ performance: grades })],
    ['added scores', careful({ performance: { mode: 'add', weight: '0.3' }, movablePosts: 40 })],
  ])('%s: the order of the counties changes nothing', (_, settings) => {
    const turned = { ...GIVEN_EVIDENCE, counties: [...GIVEN_EVIDENCE.counties].reverse() };
    const [one, other] = [GIVEN_EVIDENCE, turned].map((given) =>
      byCounty(proposed(settings, 'whole', given)),
    );
    expect(canonicalJson(one as unknown as CanonicalValue)).toBe(
      canonicalJson(other as unknown as CanonicalValue),
    );
  });

  it('the given evidence under the careful policy gives these bytes, today and on every machine', () => {
    const whole = text(proposed(CAREFUL_SETTINGS, 'whole'));
    expect(text(proposed(CAREFUL_SETTINGS, 'whole'))).toBe(whole);
    expect(createHash('sha256').update(whole).digest('hex')).toBe(
      '1685605bf108b33eeef2b10d2645af865624dadbc73b308f1b6bc8d55cbfd79d',
    );
  });
});
