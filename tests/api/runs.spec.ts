import type { AllocationRun } from '@yuheng/shared/contract/allocation-runs';
import type { ExplanationStep, ScoringRun } from '@yuheng/shared/contract/scoring-runs';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { startServer, type TestServer } from '../support/server';
import { given, type Given } from './requests';

const cents = (text: string | null): number => Math.round(Number(text) * 100);
const sum = (figures: readonly number[]): number => figures.reduce((total, one) => total + one, 0);

describe('scoring and allocation runs', () => {
  let server: TestServer;
  let known: Given;

  beforeAll(async () => {
    server = await startServer();
    known = await given(server);
  });

  afterAll(() => server?.close());

  const read = async <Body>(url: string, as = 'leader'): Promise<Body> =>
    (await server.request({ url, as })).json<Body>();
  const post = <Body>(url: string, body: unknown) =>
    server
      .request({ method: 'POST', url, as: 'officer-1', body })
      .then((answer) => ({ status: answer.status, body: answer.json<Body>() }));
  const score = () =>
    post<ScoringRun>('/api/scoring-runs', { program: 'assistants', year: 2025, kind: 'financeEvaluation' });
  const allocate = () =>
    post<{ scenario: { run: string }; existing: boolean }>(
      '/api/allocation-scenarios?program=assistants&year=2026',
      { name: '谨慎缺省', settings: CAREFUL_SETTINGS, scoringRun: known.finalisedRun },
    );

  it('a score table adds up on paper: the printed leaves, once scaled up for leaves that do not apply', async () => {
    const { counties, method } = await read<ScoringRun>(`/api/scoring-runs/${known.finalisedRun}`);
    expect(counties).toHaveLength(9);
    for (const { total, leaves } of counties) {
      const applicable = leaves.filter(({ state }) => state === 'scored');
      const points =
        BigInt(sum(applicable.map(({ finalScore }) => cents(finalScore)))) * BigInt(method.fullMarks);
      const marks = BigInt(sum(applicable.map((leaf) => Number(leaf.marks))));
      expect((2n * points + marks) / (2n * marks)).toBe(BigInt(cents(total)));
    }
    expect(
      counties.filter(({ leaves }) => leaves.some(({ state }) => state === 'notApplicable')),
    ).not.toEqual([]);
  });

  it('grades stand on finalised results only', async () => {
    const finalised = await read<ScoringRun>(`/api/scoring-runs/${known.finalisedRun}`);
    const draft = await read<ScoringRun>(`/api/scoring-runs/${known.draftRun}`);
    expect([finalised.state, draft.state]).toEqual(['finalised', 'provisional']);
    expect(finalised.counties.filter(({ grade }) => grade === null)).toEqual([]);
    expect(draft.counties.filter(({ grade }) => grade !== null)).toEqual([]);
  });

  it('a draft names the leaves whose marks are missing and gives no total for them', async () => {
    const { counties } = await read<ScoringRun>(`/api/scoring-runs/${known.draftRun}`);
    for (const { total, missing } of counties) expect(total === null).toBe(missing.length > 0);
  });

  it('an explanation leads from the total down to the records of the county', async () => {
    const {
      score: own,
      explanation,
      leaves,
    } = await read<{
      score: { total: string; leaves: { id: string; finalScore: string }[] };
      explanation: ExplanationStep;
      leaves: Record<string, ExplanationStep>;
    }>(`/api/scoring-runs/${known.finalisedRun}/counties/jiangchuan`);
    expect(explanation.result).toBe(own.total);
    expect(own.leaves.map(({ id }) => leaves[id]?.result)).toEqual(own.leaves.map((one) => one.finalScore));
    const records = Object.values(leaves).flatMap(recordsOf);
    expect(records.length).toBeGreaterThan(50);
    expect(new Set(records.map(({ county }) => county))).toEqual(new Set(['jiangchuan']));
  });

  it('the same inputs give the run that is already there', async () => {
    const [before] = await server.sql('select count(*)::int as runs from scoring_run');
    const again = await score();
    expect([again.status, again.body.id]).toEqual([201, known.draftRun]);
    expect(await server.sql('select count(*)::int as runs from scoring_run')).toEqual([before]);
  });

  it('another mark gives another run beside the old one, which stays as it was', async () => {
    const before = await read<ScoringRun>(`/api/scoring-runs/${known.draftRun}`);
    await server.sql(
      `update evaluator_mark set marks = case when marks = 4 then 3 else 4 end where county_id = 'hongta'
       and indicator_id = 'satisfaction' and evaluator = 'evaluator-1'
       and round_id in (select round_id from evaluation_round where kind = 'financeEvaluation')`,
    );
    const { body } = await score();
    expect(body.id).not.toBe(known.draftRun);
    expect(body.inputsSha256).not.toBe(before.inputsSha256);
    expect(await read<ScoringRun>(`/api/scoring-runs/${known.draftRun}`)).toEqual(before);
    const { scoringRuns } = await read<{ scoringRuns: { id: string }[] }>(
      '/api/scoring-runs?program=assistants&year=2025',
    );
    expect(scoringRuns[0]?.id).toBe(body.id);
  });

  it('eight requests at one moment make one run', async () => {
    await server.sql(
      `update evaluator_mark set marks = marks - 0.5 where county_id = 'tonghai' and evaluator = 'evaluator-1'
       and round_id in (select round_id from evaluation_round where kind = 'financeEvaluation')`,
    );
    const answers = await Promise.all(Array.from({ length: 8 }, score));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('a split gives away every post and every fen of the pool, and keeps to its bounds', async () => {
    const run = await read<AllocationRun>(`/api/allocation-runs/${known.allocationRun}`);
    expect(run.pool).toEqual({ posts: 150, fenPerPost: 1_200_000, totalFen: 180_000_000 });
    expect(sum(run.counties.map(({ part }) => part))).toBe(150);
    expect(sum(run.counties.map(({ fen }) => fen))).toBe(180_000_000);
    for (const { part, lastPart, change, floor, fen } of run.counties) {
      expect(change).toBe(part - lastPart);
      expect([-1, 0, 1]).toContain(change);
      expect(part).toBeGreaterThanOrEqual(Math.min(floor, lastPart));
      expect(fen).toBe(part * 1_200_000);
    }
    expect(run.label.zh).toBe('测算稿，不作为分配依据');
  });

  it('a split says of every county how sure it is, and moves no post that is not firm', async () => {
    const run = await read<AllocationRun>(`/api/allocation-runs/${known.allocationRun}`);
    for (const { change, certainty, proposedPart = NaN, lastPart } of run.counties) {
      const held = Number(certainty?.heldPercent);
      expect(certainty?.steadiness).toBe(held >= 90 ? 'stable' : held >= 75 ? 'fairlyStable' : 'unstable');
      if (change !== 0) expect(held).toBeGreaterThanOrEqual(90);
      if (proposedPart !== lastPart && held < 90) expect(change).toBe(0);
    }
    const moved = sum(run.counties.map(({ change }) => Math.max(0, change)));
    expect(run.headline.zh).toMatch(
      moved === 0 ? /^不具备调整依据，维持现行名额/ : new RegExp(`^有把握调整 ${moved} 个名额`),
    );
    expect(run.policy.some(({ zh }) => zh.startsWith('有把握才调整：'))).toBe(true);
  });

  it('the same split asked again, also eight times at one moment, is the run that is already there', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, allocate));
    expect(answers.map(({ status, body }) => [status, body.existing, body.scenario.run])).toEqual(
      Array(8).fill([201, true, known.allocationRun]),
    );
  });

  it('what a run stores in its table of parts is what it answers', async () => {
    const { counties } = await read<AllocationRun>(`/api/allocation-runs/${known.allocationRun}`);
    const stored = await server.sql<{ county: string; part: number; fen: string }>(
      'select county_id as county, part, fen from allocation_part where run_id = $1 order by county_id',
      [known.allocationRun],
    );
    expect(stored.map(({ county, part, fen }) => [county, part, Number(fen)])).toEqual(
      counties
        .map(({ county, part, fen }) => [county, part, fen])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    );
  });
});

const recordsOf = (step: ExplanationStep): ExplanationStep['records'] => [
  ...step.records,
  ...step.children.flatMap(recordsOf),
];
