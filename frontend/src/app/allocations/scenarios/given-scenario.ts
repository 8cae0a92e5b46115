import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';

export const both = (zh: string) => ({ zh, en: `In English (${zh.length})` });
export const DRAFT = '测算稿，不作为分配依据';

type County = AllocationScenario['proposal']['counties'][number];

/** A county from so many posts to so many. */
export const givenCounty = (
  county: string,
  lastPart: number,
  part: number,
  more: Partial<County> = {},
): County => ({
  county,
  lastPart,
  lastFen: lastPart * 1_200_000,
  keptPart: lastPart,
  proposedPart: part,
  part,
  fen: part * 1_200_000,
  change: part - lastPart,
  changeFen: (part - lastPart) * 1_200_000,
  changePercent: part === lastPart ? '0' : part > lastPart ? '+4' : '−6.66',
  advanceFen: 0,
  finalFen: part * 1_200_000,
  score: '91.20',
  floor: part - 1,
  cap: null,
  onPost: part - 1,
  vacant: 1,
  personsReduced: 0,
  figures: [],
  certainty: {
    steadiness: 'stable',
    word: both('稳定'),
    heldRuns: 9_605,
    runs: 10_000,
    heldPercent: '96.05',
    text: both('在 10,000 次模拟中有96.05%是这个方向'),
    distribution: [],
  },
  edges: null,
  reason: both(`${county}的理由`),
  steps: [],
  ...more,
});

const SETTINGS: AllocationScenario['settings'] = {
  factors: [{ id: 'lastPosts', weight: '1' }],
  performance: {
    mode: 'continuous',
    from: { score: '60', coefficient: '0.9' },
    to: { score: '100', coefficient: '1.1' },
  },
  indicators: 'countyJustice',
  window: { years: 1, lastMonth: 12 },
  movablePosts: null,
  floor: 'verifiedAverage',
  bounds: [],
  maximumChange: { parts: 1 },
  phaseIn: null,
  firmness: {
    gate: true,
    threshold: '0.9',
    scoreError: '2',
    weightUncertainty: '0',
    runs: 10_000,
    seed: 20_140_067,
  },
  advancePercent: '0',
  contractYearStart: 1,
  method: 'hamilton',
};

/** A scenario that moves one post from 易门县 to 红塔区. */
export const givenScenario = (more: Partial<AllocationScenario> = {}): AllocationScenario => ({
  id: '33333333-3333-4333-8333-333333333333',
  program: 'assistants',
  year: 2026,
  asOf: '2026-03-20',
  demonstration: true,
  name: '绩效20%',
  run: '22222222-2222-4222-8222-222222222222',
  settings: SETTINGS,
  inputsSha256: 'c41e77'.padEnd(64, '0'),
  policyVersion: null,
  createdBy: '演示·李明',
  createdAt: '2026-03-18T02:00:00Z',
  headline: both('有把握调整 1 个名额'),
  postsMoved: 1,
  personsReduced: 0,
  stale: null,
  decision: null,
  document: null,
  counties: [
    { id: 'hongta', name: '红塔区' },
    { id: 'yimen', name: '易门县' },
  ],
  proposal: {
    depth: 'whole',
    headline: both('有把握调整 1 个名额'),
    pool: { posts: 40, fenPerPost: 1_200_000, totalFen: 48_000_000 },
    policy: [both('每县每年最多调整1个名额')],
    peopleEffect: { personsReduced: 0, text: both('人员影响：在岗人员减少0人'), cutTakesEffectOn: null },
    warnings: [],
    nearestMark: null,
    counties: [givenCounty('hongta', 25, 26), givenCounty('yimen', 15, 14)],
  },
  basis: [both('评价结果：2025年度部门评价，2026年3月2日定案。')],
  changes: [],
  comments: [],
  ...more,
});

/** The same as the list shows it. */
export const givenHead = (more: Partial<AllocationScenario> = {}) => {
  const {
    proposal: _proposal,
    counties: _counties,
    changes: _changes,
    basis: _basis,
    ...head
  } = givenScenario(more);
  return { ...head, comments: head.comments.length };
};
