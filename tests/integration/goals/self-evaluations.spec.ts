import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { SELF_EVALUATION } from '@yuheng/shared/domain/scoring/presets/self-evaluation';
import type { Problem } from '@yuheng/shared/contract/problem';
import type {
  SelfEvaluationRecord,
  SelfEvaluationSummaryPage,
} from '@yuheng/shared/contract/self-evaluations';
import { createHash } from 'node:crypto';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';

/** Its forms are written in the demonstration; of the year before none is. */
const YEAR = 2024;
const urlOf = (county: string, year = YEAR): string =>
  `/api/goals/assistants/${county}/${year}/self-evaluation`;

describe('单位自评', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.close());

  const read = async (as: string, url: string): Promise<SelfEvaluationRecord> =>
    (await server.request({ url, as })).json<SelfEvaluationRecord>();
  const act = (as: string, url: string, lock: number, body: unknown = {}): Promise<TestAnswer> =>
    server.request({
      method: url.endsWith('/self-evaluation') ? 'PUT' : 'POST',
      url,
      as,
      headers: { 'if-match': `"${lock}"` },
      body,
    });
  const summary = async (as: string, year: number): Promise<SelfEvaluationSummaryPage> =>
    (
      await server.request({ url: `/api/self-evaluations?program=assistants&year=${year}`, as })
    ).json<SelfEvaluationSummaryPage>();
  /** Everything that the form asks for. */
  const answersTo = ({ lines }: SelfEvaluationRecord) =>
    lines.map(({ indicator, answer, goal, fromFigures, needsReason }) => ({
      ...answer,
      actual: fromFigures ? null : goal?.relation === 'qualitative' ? '制度健全' : (goal?.value ?? null),
      attainment: goal?.relation === 'qualitative' ? ('achieved' as const) : null,
      percent: goal?.relation === 'qualitative' ? '100' : null,
      reason: needsReason ? '年内有岗位空缺，已完成招录' : '',
      indicator,
    }));

  it('fills itself: the money, what the figures tell and the scores stand there before anybody writes', async () => {
    const record = await read('county-tonghai', urlOf('tonghai'));
    expect(record).toMatchObject({ stage: 'open', lock: 0, goalsDocument: null, total: null });
    expect(record.lines[0]).toMatchObject({
      indicator: 'executionRateOfBudget',
      marks: '10',
      fromFigures: true,
    });
    const open = record.lines.filter(({ state }) => state === 'missing').map(({ indicator }) => indicator);
    expect(open).toEqual(['lost-track', 'rules', 'satisfied']);
    expect(record.acts).toEqual(['save', 'submit']);
  });

  it('goes its way: reasons are demanded, figures are kept as submitted, nobody approves their own, and it counts when approved', async () => {
    const url = urlOf('tonghai');
    const first = await read('county-tonghai', url);
    const refused = await act('county-tonghai', `${url}/submission`, first.lock);
    expect([refused.status, refused.json<Problem>().errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      expect.arrayContaining(['/answers']),
    ]);
    const saved = (
      await act('county-tonghai', url, first.lock, { answers: answersTo(first) })
    ).json<SelfEvaluationRecord>();
    const again = (
      await act('county-tonghai', url, saved.lock, { answers: answersTo(saved) })
    ).json<SelfEvaluationRecord>();
    expect([again.refusals, again.total]).toEqual([[], expect.stringMatching(/^\d+\.\d{2}$/)]);
    const submitted = (
      await act('county-tonghai', `${url}/submission`, again.lock)
    ).json<SelfEvaluationRecord>();
    expect(submitted).toMatchObject({ stage: 'submitted', total: again.total });

    await server.sql(
      `update wage_month set persons_insured = 0 where county_id = 'tonghai' and month = '2024-05'`,
    );
    expect((await read('officer-1', url)).total).toBe(again.total);
    expect((await summary('officer-1', YEAR)).counties.find(({ id }) => id === 'tonghai')?.total).toBeNull();

    const approved = await act('officer-1', `${url}/approval`, submitted.lock);
    expect(approved.json<SelfEvaluationRecord>()).toMatchObject({ stage: 'approved', acts: [] });
    const page = await summary('officer-1', YEAR);
    expect(page.counties.find(({ id }) => id === 'tonghai')?.total).toBe(again.total);
    expect(page.summary?.total).toBeNull();
    expect((await trailOf(server, 'selfEvaluation.approve', `tonghai/assistants/${YEAR}`)).length).toBe(1);
  });

  it('is refused on an old version, and once approved for good', async () => {
    const url = urlOf('eshan', 2025);
    const { lock } = await read('county-eshan', url);
    const answers = { answers: [] };
    expect((await act('county-eshan', url, lock + 1, answers)).status).toBe(409);
    expect((await act('county-eshan', url, lock, answers)).status).toBe(409);
    expect((await act('officer-2', `${url}/return`, lock, { reason: '重新核对' })).status).toBe(409);
  });

  it('of the city has its total when every county is approved, and a county sees no summary', async () => {
    const before = await summary('officer-1', 2025);
    expect([
      before.counties.filter(({ stage }) => stage === 'approved').length,
      before.summary?.total,
    ]).toEqual([8, null]);
    const url = urlOf('yuanjiang', 2025);
    const { lock } = await read('officer-2', url);
    expect((await act('officer-2', `${url}/approval`, lock)).status).toBe(200);
    const after = await summary('leader', 2025);
    expect(after.summary).toMatchObject({
      total: expect.stringMatching(/^\d+\.\d{2}$/),
      adjustedBudgetFen: 180_000_000,
    });
    const own = await summary('county-yuanjiang', 2025);
    expect([own.counties.map(({ id }) => id), own.summary]).toEqual([['yuanjiang'], null]);
  });

  it('is final once every form is approved, by a document number, and kept with its hash for good', async () => {
    await server.sql(
      `insert into evaluation_method (city_id, program_id, version, name, definition, published_on)
       values ('530400', 'assistants', 77, '{"zh": "自评", "en": "self"}', $1, '2026-01-05')`,
      [JSON.stringify(SELF_EVALUATION)],
    );
    const post = (url: string, body: unknown): Promise<TestAnswer> =>
      server.request({ method: 'POST', url, as: 'officer-1', body });
    const made = await post('/api/evaluations', {
      ...{ program: 'assistants', year: 2025, kind: 'selfEvaluation', methodVersion: 77 },
      ...{ windowFrom: '2025-01', windowTo: '2025-12', scoreBy: '2026-03-31', replyBy: '2026-04-10' },
      ...{ gapMarks: '3', markers: 1, secondShare: 0, rotate: false, seed: 1 },
    });
    expect([made.status, made.text]).toEqual([201, expect.any(String)]);
    const round = `/api/evaluations/${made.json<{ id: string }>().id}`;
    const on = (step: string, documentNumber?: string) => ({
      step,
      takenOn: '2026-03-18',
      ...(documentNumber ? { documentNumber } : {}),
    });
    expect((await post(`${round}/steps`, on('notice'))).status).toBe(200);
    expect((await post(`${round}/scoring`, { takenOn: '2026-03-18' })).status).toBe(200);
    expect((await post(`${round}/steps`, on('rulings'))).status).toBe(200);

    await server.sql(
      `update self_evaluation set stage = 'submitted' where county_id = 'huaning' and year = 2025`,
    );
    const early = await post(`${round}/steps`, on('finalised', '演示司发〔2026〕11号'));
    expect([early.status, early.json<Problem>().detail]).toEqual([
      422,
      expect.stringContaining('华宁县的绩效自评表尚未审核'),
    ]);
    await server.sql(
      `update self_evaluation set stage = 'approved' where county_id = 'huaning' and year = 2025`,
    );
    expect((await post(`${round}/steps`, on('finalised'))).json<Problem>().errors?.[0]?.pointer).toBe(
      '/documentNumber',
    );

    const done = await post(`${round}/steps`, on('finalised', '演示司发〔2026〕11号'));
    expect(done.json()).toMatchObject({
      finalisedOn: '2026-03-18',
      documentNumber: '演示司发〔2026〕11号',
      step: 'finalised',
    });
    expect((await post(`${round}/steps`, on('finalised', '演示司发〔2026〕12号'))).status).toBe(422);
    const [kept] = await server.sql<{ snapshot: CanonicalValue; sha256: string }>(
      'select snapshot, sha256 from self_summary',
    );
    expect(
      createHash('sha256')
        .update(canonicalJson(kept?.snapshot ?? null))
        .digest('hex'),
    ).toBe(kept?.sha256);
    const run = await post('/api/scoring-runs', {
      program: 'assistants',
      year: 2025,
      kind: 'selfEvaluation',
    });
    expect(run.status).toBe(422);
  });

  it('is read by an evaluator where the county is open to them and has submitted, and written by none (财预〔2021〕6号)', async () => {
    expect((await server.request({ url: urlOf('eshan', 2025), as: 'evaluator-1' })).status).toBe(200);
    expect((await read('evaluator-1', urlOf('eshan', 2025))).acts).toEqual([]);
    await server.sql(`update interest_declaration set conflict = true, reason = '曾在该局任职'
      where county_id = 'eshan' and account_id = (select account_id from account where username = 'evaluator-1')`);
    expect((await server.request({ url: urlOf('eshan', 2025), as: 'evaluator-1' })).status).toBe(404);
    expect((await server.request({ url: urlOf('huaning', 2024), as: 'evaluator-1' })).status).toBe(404);
    const { lock } = await read('county-hongta', urlOf('hongta', 2025));
    expect((await act('evaluator-1', urlOf('hongta', 2025), lock, { answers: [] })).status).toBe(403);
    expect((await act('lead-evaluator', `${urlOf('hongta', 2025)}/submission`, lock)).status).toBe(403);
  });
});
