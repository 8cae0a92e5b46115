import type { Problem } from '@yuheng/shared/contract/problem';
import type {
  SelfEvaluationRecord,
  SelfEvaluationSummaryPage,
} from '@yuheng/shared/contract/self-evaluations';
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
