import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import type { AssignmentProposal, EngagedFirm, RoundComment } from '@yuheng/shared/contract/evaluation-teams';
import type { Problem } from '@yuheng/shared/contract/problem';
import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { TestAnswer, TestRequest } from '../../support/server';
import { startServer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';

const FIRM = nameBasedUuid('firm/1');
const RECHECK = nameBasedUuid('round/assistants/2025/financeEvaluation');
const EVALUATORS = ['evaluator-1', 'evaluator-2', 'evaluator-3'];
const COUNTIES = 'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');
const NEW = {
  program: 'assistants',
  year: 2026,
  kind: 'departmentEvaluation',
  methodVersion: 1,
  windowFrom: '2026-01',
  windowTo: '2026-02',
  scoreBy: '2026-04-10',
  replyBy: '2026-04-24',
  gapMarks: '3',
  markers: 1,
  secondShare: 0,
  rotate: true,
  seed: 1,
};

describe('an evaluation round', () => {
  let server: TestServer;
  let url: string;
  let id: string;

  const ask = (method: TestRequest['method'], way: string, as: string, body?: unknown, version?: number) =>
    server.request({
      method: method ?? 'GET',
      url: `${url}${way}`,
      as,
      ...(body === undefined ? {} : { body }),
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    });
  const read = async (as = 'officer-1'): Promise<EvaluationRoundRecord> =>
    (await ask('GET', '', as)).json<EvaluationRoundRecord>();
  const register = (step: string, takenOn: string, more: object = {}): Promise<TestAnswer> =>
    ask('POST', '/steps', 'officer-1', { step, takenOn, ...more });
  const detailOf = (answer: TestAnswer): unknown => answer.json()['detail'];

  beforeAll(async () => {
    server = await startServer();
    const answer = await server.request({
      method: 'POST',
      url: '/api/evaluations',
      as: 'officer-1',
      body: NEW,
    });
    expect([answer.status, answer.text.slice(0, 200)]).toEqual([201, expect.any(String)]);
    id = answer.json<{ id: string }>().id;
    url = `/api/evaluations/${id}`;
  });

  afterAll(() => server?.close());

  it('opened begins with 委托 and says so, and names its method by its hash', async () => {
    const round = await read();
    expect(round).toMatchObject({
      step: null,
      next: 'commissioned',
      team: [],
      assignments: [],
      mayChange: true,
    });
    expect(round.sentence.zh).toBe('尚未开始，下一步是“委托”。');
    expect(round.methodSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await trailOf(server, 'evaluation.create', id)).toHaveLength(1);
  });

  it('is found by no evaluator before the evaluator is in the team', async () => {
    expect((await ask('GET', '', 'evaluator-1')).status).toBe(404);
    for (const username of [...EVALUATORS, 'lead-evaluator']) {
      const rank = username === 'lead-evaluator' ? 'lead' : 'member';
      const body = { account: accountIdOf(username), firm: FIRM, rank };
      expect((await ask('POST', '/members', 'officer-1', body)).status).toBe(200);
    }
    const own = await read('evaluator-1');
    expect(own.own).toMatchObject({ rank: 'member' });
    expect(own.team.map(({ username }) => username)).toEqual(['evaluator-1']);
    expect((await read('lead-evaluator')).team).toHaveLength(4);
  });

  it('of a firm it is said what is still under way, before it is closed; closing touches nobody’s assignment', async () => {
    const firmOf = async (): Promise<EngagedFirm | undefined> => {
      const listed = await server.request({ url: '/api/evaluation-firms', as: 'officer-1' });
      return listed.json<{ firms: EngagedFirm[] }>().firms.find((firm) => firm.id === FIRM);
    };
    const tasks = async (): Promise<number> =>
      (await server.sql<{ n: number }>('select count(*)::int as n from evaluation_assignment'))[0]?.n ?? 0;
    const before = await firmOf();
    // The new round and the re-check under way; who submitted a county has nothing open there.
    expect(before).toMatchObject({ closedOn: null, people: 4, rounds: 2 });
    expect(before?.openTasks).toBeGreaterThan(0);
    expect(before?.openTasks).toBeLessThan(await tasks());
    const all = await tasks();
    const close = (version: number): Promise<TestAnswer> =>
      server.request({
        ...{ method: 'POST', url: `/api/evaluation-firms/${FIRM}/closing`, as: 'officer-1' },
        ...{ body: { reason: '合同到期' }, headers: { 'if-match': `"${version}"` } },
      });
    expect((await close(before?.version ?? 0)).status).toBe(200);
    expect(await firmOf()).toMatchObject({ people: 4, openTasks: before?.openTasks, closedOn: '2026-03-20' });
    expect(await tasks()).toBe(all);
    await server.sql('update evaluation_firm set closed_on = null where firm_id = $1', [FIRM]);
  });

  it('shows a county the steps, and neither team nor marks nor another county', async () => {
    const round = await read('county-hongta');
    expect(round).toMatchObject({
      team: [],
      assignments: [],
      marks: null,
      obstacles: [],
      mayOrganise: false,
    });
    expect(round.counties.map(({ id: county }) => county)).toEqual(['hongta']);
  });

  it('is not scored before everything is assigned and declared: each obstacle is said', async () => {
    for (const [step, day] of [
      ['commissioned', '2026-03-02'],
      ['plan', '2026-03-04'],
      ['notice', '2026-03-06'],
    ] as const)
      expect((await register(step, day)).status).toBe(200);
    const over = { passedOver: true, note: '线上核查，不去现场' };
    await register('documentList', '2026-03-09', over);
    await register('fieldwork', '2026-03-09', over);
    expect((await read()).obstacles.map(({ zh }) => zh)).toEqual([
      '还有27项（县（市、区）×一级指标）没有评价人员，例如红塔区“过程”，请先分工并保存。',
    ]);
    const answer = await ask('POST', '/scoring', 'officer-1', { takenOn: '2026-03-10' });
    expect([answer.status, detailOf(answer)]).toEqual([422, expect.stringMatching(/^还有27项/)]);
  });

  it('refuses a county or an indicator that it does not have with what to do', async () => {
    const details = async (answer: Promise<TestAnswer>) =>
      (await answer).json<Problem>().errors?.map(({ detail }) => detail);
    const noCounty = '没有县（市、区）“kunming”，请核对后重新选择。';
    const declarations = [{ county: 'kunming', conflict: false }];
    expect(await details(ask('POST', '/declarations', 'evaluator-1', { declarations }))).toEqual([noCounty]);
    const task = {
      account: accountIdOf('evaluator-1'),
      county: 'kunming',
      section: 'process',
      turn: 'first',
    };
    const assignments = [task, { ...task, county: 'hongta', section: 'weather' }];
    const { version } = await read();
    expect(await details(ask('PUT', '/assignment', 'officer-1', { assignments }, version))).toEqual([
      noCounty,
      '本批次的办法没有一级指标“weather”，请核对后重新选择。',
    ]);
    const remark = { county: 'kunming', indicator: 'weather', kind: 'changeRequest', text: '样本数请核对' };
    const comments = `/api/evaluations/${RECHECK}/comments`;
    const said = server.request({ method: 'POST', url: comments, as: 'finance', body: remark });
    expect(await details(said)).toEqual([noCounty, '本批次的办法没有指标“weather”，请核对后重新选择。']);
  });

  it('is assigned by proposal: balanced, and never to who declared a conflict', async () => {
    for (const username of [...EVALUATORS, 'lead-evaluator']) {
      const declarations = COUNTIES.map((county) =>
        username === 'evaluator-1' && county === 'hongta'
          ? { county, conflict: true, reason: '近亲属在该局任职' }
          : { county, conflict: false },
      );
      expect((await ask('POST', '/declarations', username, { declarations })).status).toBe(200);
    }
    const proposal = (await ask('GET', '/assignment/proposal', 'officer-1')).json<AssignmentProposal>();
    expect(proposal.unmet).toEqual([]);
    expect(proposal.assignments).toHaveLength(27);
    const leaves = proposal.loads.map(({ byPeople }) => byPeople);
    expect(Math.max(...leaves) - Math.min(...leaves)).toBeLessThanOrEqual(2);
    const ofFirst = proposal.assignments.filter(({ account }) => account === accountIdOf('evaluator-1'));
    expect(ofFirst.map(({ county }) => county)).not.toContain('hongta');
    expect((await read()).assignments).toEqual([]);
    const { version } = await read();
    const saved = await ask(
      'PUT',
      '/assignment',
      'officer-1',
      { assignments: proposal.assignments },
      version,
    );
    expect(saved.json<EvaluationRoundRecord>()).toMatchObject({
      version: version + 1,
      marks: { expected: 18, given: 0 },
      obstacles: [],
    });
  });

  it('is scored from the day on which scoring is started, and its settings then stand', async () => {
    const answer = await ask('POST', '/scoring', 'officer-1', { takenOn: '2026-03-10' });
    expect(answer.json<EvaluationRoundRecord>()).toMatchObject({ step: 'scoring', mayChange: false });
    const { program: _, year: __, kind: ___, ...settings } = NEW;
    const changed = await ask('PUT', '', 'officer-1', settings, (await read()).version);
    expect([changed.status, detailOf(changed)]).toEqual([409, expect.stringMatching(/^打分已经开始/)]);
  });

  it('keeps on the file what a withdrawn evaluator submitted, frees the rest, and closes to the evaluator at once', async () => {
    await server.sql(
      `insert into evaluator_mark (city_id, round_id, county_id, indicator_id, evaluator, marks, submitted_on)
       select city_id, round_id, county_id, 'satisfaction', 'evaluator-2', 8, '2026-03-20' from evaluation_assignment
       where round_id = $1 and account_id = $2 limit 1`,
      [id, accountIdOf('evaluator-2')],
    );
    const before = await read();
    const ofSecond = (round: EvaluationRoundRecord) =>
      round.assignments.filter(({ account }) => account === accountIdOf('evaluator-2'));
    expect(before.team.find(({ username }) => username === 'evaluator-2')?.marksGiven).toBe(1);
    const lost = await ask('PUT', '/assignment', 'officer-1', { assignments: [] }, before.version);
    expect([lost.status, detailOf(lost)]).toEqual([422, expect.stringMatching(/已提交.*不能撤去/)]);
    const way = `/members/${accountIdOf('evaluator-2')}/withdrawal`;
    const after = (await ask('POST', way, 'officer-1', { reason: '另有任务' })).json<EvaluationRoundRecord>();
    const counties = new Set(ofSecond(after).map(({ county }) => county));
    expect([counties.size, ofSecond(before).length > ofSecond(after).length]).toEqual([1, true]);
    expect((await ask('GET', '', 'evaluator-2')).status).toBe(404);
    expect(await server.sql(`select 1 from evaluator_mark where round_id = $1`, [id])).toHaveLength(1);
  });

  it('lets bureau staff say what they think of a mark, and the evaluator alone change it', async () => {
    url = `/api/evaluations/${RECHECK}`;
    const marks = () => server.sql('select * from evaluator_mark order by 1, 2, 3, 4, 5');
    const before = await marks();
    const remark = {
      county: 'hongta',
      indicator: 'satisfaction',
      kind: 'changeRequest',
      text: '样本数请核对',
    };
    expect((await ask('POST', '/comments', 'officer-1', remark)).status).toBe(403);
    const said = await ask('POST', '/comments', 'finance', remark);
    expect(said.json<{ comments: RoundComment[] }>().comments).toMatchObject([
      { number: 1, by: '演示·市财政经办人', countyName: '红塔区', outcome: null },
    ]);
    const seen = (await ask('GET', '/comments', 'evaluator-1')).json<{ comments: RoundComment[] }>();
    expect(seen.comments).toHaveLength(1);
    const answer = { answer: '已核对样本，维持原分', outcome: 'kept' };
    const way = '/comments/hongta/satisfaction/1/answer';
    expect((await ask('POST', way, 'finance', answer)).status).toBe(403);
    expect((await ask('POST', way, 'evaluator-1', answer)).status).toBe(200);
    const both = (await ask('GET', '/comments', 'finance')).json<{ comments: RoundComment[] }>();
    expect(both.comments).toMatchObject([{ answer: answer.answer, outcome: 'kept' }]);
    expect(await marks()).toEqual(before);
    expect((await ask('GET', '/comments', 'county-hongta')).status).toBe(403);
  });

  it('counts progress for who leads it, and for a member the own marks alone: counts, never a mark', async () => {
    const given = async (as: string) =>
      Object.fromEntries((await read(as)).team.map(({ username, marksGiven }) => [username, marksGiven]));
    expect(await given('lead-evaluator')).toEqual({
      'lead-evaluator': 0,
      'evaluator-1': 18,
      'evaluator-2': 8,
      'evaluator-3': 0,
    });
    expect(await given('evaluator-2')).toEqual({ 'evaluator-2': 8 });
    expect((await read('evaluator-2')).marks).toEqual({ expected: 18, given: 8 });
    expect((await read('leader')).marks).toEqual({ expected: 54, given: 26 });
  });

  it('says whose packs are out, until when, and who brought one back, to the city and who leads it: never what is in them', async () => {
    const url = `/api/evaluations/${RECHECK}`;
    const packs = async (as: string) =>
      (await server.request({ url, as })).json<EvaluationRoundRecord>().packs?.zh;
    expect(await packs('leader')).toBeUndefined();
    await server.sql(
      `insert into score_pack (city_id, round_id, pack_id, account_id, issued_at, valid_until, method_version, manifest, sha256)
       select '530400', $1, gen_random_uuid(), account_id, timestamptz '2026-03-18 09:00+08', '2026-03-31', 1, '{}', repeat('0', 64)
       from account where username in ('evaluator-2', 'evaluator-3')`,
      [RECHECK],
    );
    await server.sql(
      `insert into score_pack_return (city_id, pack_id, return_id, account_id, file_name, sha256, content, result, read_at, applied_at)
       select city_id, pack_id, gen_random_uuid(), k.account_id, 'a.xlsx', sha256, '{}', '', now(), timestamptz '2026-03-19 09:00+08'
       from score_pack k join account a on a.account_id = k.account_id where username = 'evaluator-3'`,
    );
    const names = await server.sql<{ name: string }>(
      `select name from account where username in ('evaluator-2', 'evaluator-3') order by username`,
    );
    const [out, back] = names.map(({ name }) => name);
    const said = `离线评分包：1 人的 1 个尚未带回（${out}），最迟 2026-03-31 带回；已带回：${back} 2026-03-19。`;
    expect([await packs('leader'), await packs('finance'), await packs('lead-evaluator')]).toEqual([
      said,
      said,
      said,
    ]);
    expect([await packs('evaluator-2'), await packs('county-hongta')]).toEqual([undefined, undefined]);
    // Nobody reads a pack of another by it: who acts is who acted before.
    expect((await server.request({ url: `${url}/packs`, as: 'evaluator-1' })).json()).toEqual({ packs: [] });
  });
});
