import type { GoalRecord, MidYearRecord } from '@yuheng/shared/contract/goals';
import type { Problem } from '@yuheng/shared/contract/problem';
import { keepRows } from '../../support/put-back';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';

/** Nothing is written of it in the demonstration, whose targets are those of 2025. */
const YEAR = 2026;
const HONGTA = `/api/goals/assistants/hongta/${YEAR}`;
/** A year of which July is over, and no form is written. */
const FORM_YEAR = 2024;
const FORM = `/api/goals/assistants/hongta/${FORM_YEAR}`;

describe('the yearly table of goals', () => {
  let server: TestServer;

  let putBack: () => Promise<void>;

  beforeAll(async () => {
    server = await startServer();
    putBack = await keepRows(server, ['performance_goal', 'goal_event', 'mid_year_form', 'wage_month']);
  });

  afterEach(() => putBack());
  afterAll(() => server?.close());

  const read = async (as: string, url = HONGTA): Promise<GoalRecord> =>
    (await server.request({ url, as })).json<GoalRecord>();
  const act = (
    as: string,
    way: string,
    { lock, body = {}, key }: { lock: number; body?: unknown; key?: string },
  ): Promise<TestAnswer> =>
    server.request({
      method: way === '' || way === '/mid-year' ? 'PUT' : 'POST',
      url: (way.startsWith('/mid-year') ? FORM : HONGTA) + way,
      as,
      headers: { 'if-match': `"${lock}"`, ...(key ? { 'idempotency-key': key } : {}) },
      body,
    });
  const problemOf = (answer: TestAnswer): unknown[] => {
    const { type, errors = [] } = answer.json<Problem>();
    return [answer.status, type.replace('/problems/', ''), ...errors.map(({ pointer }) => pointer)];
  };
  const lockOf = async (answer: TestAnswer): Promise<number> => {
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    return answer.json<GoalRecord>().lock;
  };
  const ISSUE = { documentNumber: '玉财行〔2026〕18号', issuedOn: '2026-03-18' };

  /** Through the whole way to being in force. */
  async function issue(): Promise<number> {
    let lock = await lockOf(
      await act('county-hongta', '/submission', { lock: (await read('county-hongta')).lock }),
    );
    lock = await lockOf(await act('officer-1', '/review', { lock }));
    lock = await lockOf(await act('finance', '/agreement', { lock }));
    return lockOf(await act('officer-1', '/issue', { lock, body: ISSUE }));
  }

  it('is drafted from the approved posts: 25 posts are 300 person-months and 300,000.00 元, and nothing is asked twice', async () => {
    const record = await read('county-hongta');
    expect(record).toMatchObject({
      lock: 0,
      version: 1,
      stage: 'open',
      issued: null,
      refusals: [],
      events: [],
    });
    expect(record.table.funds.total).toBe(30_000_000);
    expect(record.table.indicators[0]).toMatchObject({ value: '300', unit: '人月' });
    expect(record.acts).toEqual(['save', 'submit']);
    expect((await read('leader')).acts).toEqual([]);
  });

  it('of the demonstration is in force for each county in its last full year, by the document of the money, and approved by nobody who wrote it', async () => {
    const goals = await server.sql<{ posts: number; months: string; document: string; submitted: string }>(
      `select p.posts, g.content->'indicators'->0->>'value' as months, g.document_number as document, g.submitted_by as submitted
       from performance_goal g join program_post p using (city_id, county_id, program_id, year) where g.stage = 'issued' and g.year = 2025`,
    );
    expect(goals).toHaveLength(9);
    expect(goals.filter(({ posts, months }) => String(posts * 12) !== months)).toEqual([]);
    const [issue] = await server.sql<{ document: string }>(
      `select distinct document_number as document from ledger_entry where link = 'issue' and year = 2025 and kind = 'ordinary'`,
    );
    expect(new Set(goals.map(({ document }) => document))).toEqual(new Set([issue?.document]));
    const forms = await server.sql(
      `select 1 from mid_year_form where stage = 'approved' and year = 2025 and approved_by <> submitted_by`,
    );
    expect(forms).toHaveLength(9);
  });

  it('goes from the county through the bureau and finance, with its events and one entry each in the trail', async () => {
    await issue();
    const record = await read('leader');
    expect(record).toMatchObject({ stage: 'issued', version: 1, issued: { version: 1, ...ISSUE }, acts: [] });
    expect(record.events.map((one) => one.act)).toEqual(['submit', 'review', 'agree', 'issue']);
    const entries = await trailOf(server, 'goal.issue', `hongta/assistants/${YEAR}`);
    expect(entries).toMatchObject([
      { outcome: 'done', before: { stage: 'agreed' }, after: { stage: 'issued', version: 1 } },
    ]);
  });

  it('issued, is changed by a new version only, and stays in force until that one is issued', async () => {
    let lock = await issue();
    expect(problemOf(await act('county-hongta', '', { lock, body: (await read('leader')).table }))).toEqual([
      409,
      'conflict',
    ]);
    await expect(server.sql(`update performance_goal set content = '{}'`)).rejects.toThrow(/never changed/);
    lock = await lockOf(
      await act('county-hongta', '/adjustment', { lock, body: { reason: '年中增加 1 个名额' } }),
    );
    const { table, ...record } = await read('county-hongta');
    expect(record).toMatchObject({ version: 2, stage: 'open', issued: { version: 1 } });
    const changed = { ...table, objective: '调整后的目标' };
    lock = await lockOf(await act('county-hongta', '', { lock, body: changed }));
    expect((await read('leader')).issued?.table.objective).not.toBe('调整后的目标');
    lock = await lockOf(await act('county-hongta', '/submission', { lock }));
    lock = await lockOf(await act('officer-2', '/review', { lock }));
    lock = await lockOf(await act('finance', '/agreement', { lock }));
    await lockOf(
      await act('officer-1', '/issue', { lock, body: { ...ISSUE, documentNumber: '玉财行〔2026〕40号' } }),
    );
    expect((await read('leader')).issued).toMatchObject({ version: 2, table: { objective: '调整后的目标' } });
  });

  it('incomplete, can be saved and not submitted; every fault is said at its place', async () => {
    const { table } = await read('county-hongta');
    const indicators = table.indicators.slice(1, 3).map((one) => ({ ...one, value: '' }));
    const lock = await lockOf(
      await act('county-hongta', '', { lock: 0, body: { ...table, objective: '', indicators } }),
    );
    expect((await read('county-hongta')).refusals).toHaveLength(5);
    expect(problemOf(await act('county-hongta', '/submission', { lock }))).toEqual([
      422,
      'refused',
      '/objective',
      '/indicators/0/value',
      '/indicators/1/value',
      '/indicators',
      '/indicators',
    ]);
  });

  it('is given back with the reason, and comes again', async () => {
    const submitted = await lockOf(await act('county-hongta', '/submission', { lock: 0 }));
    const returned = await lockOf(
      await act('officer-1', '/return', { lock: submitted, body: { reason: '请补充县级配套金额' } }),
    );
    expect(await read('county-hongta')).toMatchObject({
      stage: 'returned',
      returnReason: '请补充县级配套金额',
    });
    await lockOf(await act('county-hongta', '/submission', { lock: returned }));
    expect((await read('county-hongta')).returnReason).toBeNull();
  });

  it.each([
    ['officer-1', '/submission', 403],
    ['county-hongta', '/review', 403],
    ['officer-1', '/agreement', 403],
    ['finance', '/issue', 403],
    ['leader', '', 403],
    ['county-yimen', '/submission', 404],
    ['county-hongta-finance', '/submission', 403],
  ])('%s does not do %s (%i)', async (as, way, status) => {
    const body = way === '/issue' ? ISSUE : way === '' ? (await read('leader')).table : {};
    expect((await act(as, way, { lock: 0, body })).status).toBe(status);
  });

  it('another county does not read it, and a year without posts has none', async () => {
    expect((await server.request({ url: HONGTA, as: 'county-yimen' })).status).toBe(404);
    expect((await server.request({ url: HONGTA.replace('2026', '2019'), as: 'leader' })).status).toBe(404);
    const list = await server.request({
      url: `/api/goals?program=assistants&year=${YEAR}`,
      as: 'county-yimen',
    });
    expect(list.json<{ counties: { id: string }[] }>().counties.map(({ id }) => id)).toEqual(['yimen']);
  });

  it('of two who save the same version one is told that it was changed meanwhile', async () => {
    const { table } = await read('county-hongta');
    const answers = await Promise.all(
      ['一', '二'].map((objective) => act('county-hongta', '', { lock: 0, body: { ...table, objective } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('submitted twice with the same key is submitted once', async () => {
    const [first, again] = [
      await act('county-hongta', '/submission', { lock: 0, key: 'one-and-only' }),
      await act('county-hongta', '/submission', { lock: 0, key: 'one-and-only' }),
    ];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.json<GoalRecord>().lock).toBe(first.json<GoalRecord>().lock);
    expect((await read('leader')).events).toHaveLength(1);
  });

  it('is not issued on a day that has not come', async () => {
    let lock = await lockOf(await act('county-hongta', '/submission', { lock: 0 }));
    lock = await lockOf(await act('officer-1', '/review', { lock }));
    lock = await lockOf(await act('finance', '/agreement', { lock }));
    const answer = await act('officer-1', '/issue', { lock, body: { ...ISSUE, issuedOn: '2026-03-21' } });
    expect(problemOf(answer)).toEqual([422, 'refused', '/issuedOn']);
  });

  describe('its mid-year form', () => {
    const form = async (as = 'county-hongta'): Promise<MidYearRecord> =>
      (await server.request({ url: `${FORM}/mid-year`, as })).json<MidYearRecord>();
    const answered = async () =>
      (await form()).lines.map(({ indicator, answer, needsReason }) => ({
        ...answer,
        actual: indicator.metric ? null : '无',
        reason: needsReason ? '上半年有空缺' : '',
        likelihood: 'certain',
      }));

    it('is filled from January to July: the county writes only reason, likelihood and measures', async () => {
      const record = await form();
      expect(record).toMatchObject({
        stage: 'open',
        lock: 0,
        figuresAsOf: '2024-08-31',
        budgetFen: 30_000_000,
      });
      const months = await server.sql<{ persons: number; fen: string }>(
        `select sum(persons_on_post)::int as persons,
           sum(city_part_paid_fen - case when advance_settled_on <= '2024-08-31' then 0 else county_advance_fen end)::text as fen
         from wage_month where county_id = 'hongta' and month between '2024-01' and '2024-07'`,
      );
      expect(record.lines[0]?.actual).toBe(`${months[0]?.persons}.00`);
      expect(String(record.spentFen)).toBe(months[0]?.fen);
    });

    it('is submitted when every line is answered, keeps its figures from then on, and is approved by the bureau', async () => {
      expect(problemOf(await act('county-hongta', '/mid-year/submission', { lock: 0 }))[0]).toBe(422);
      let lock = await lockOf(
        await act('county-hongta', '/mid-year', { lock: 0, body: { answers: await answered() } }),
      );
      lock = await lockOf(await act('county-hongta', '/mid-year/submission', { lock }));
      const before = (await form()).lines[0]?.actual;
      await server.sql(
        `update wage_month set persons_on_post = persons_on_post + 1 where county_id = 'hongta'`,
      );
      expect((await form()).lines[0]?.actual).toBe(before);
      await lockOf(await act('officer-1', '/mid-year/approval', { lock }));
      expect(await form('leader')).toMatchObject({ stage: 'approved', acts: [] });
    });

    it('given back, is filled anew', async () => {
      let lock = await lockOf(
        await act('county-hongta', '/mid-year', { lock: 0, body: { answers: await answered() } }),
      );
      lock = await lockOf(await act('county-hongta', '/mid-year/submission', { lock }));
      expect(problemOf(await act('county-hongta', '/mid-year', { lock, body: { answers: [] } }))).toEqual([
        409,
        'conflict',
      ]);
      await lockOf(await act('officer-1', '/mid-year/return', { lock, body: { reason: '请说明空缺原因' } }));
      expect(await form()).toMatchObject({ stage: 'returned', returnReason: '请说明空缺原因' });
    });

    it('is not due before August', async () => {
      const url = '/api/goals/assistants/hongta/2026/mid-year';
      expect((await server.request({ url, as: 'leader' })).json()).toMatchObject({
        stage: 'notDue',
        acts: [],
      });
    });
  });
});
