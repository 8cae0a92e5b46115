import type { Problem } from '@yuheng/shared/contract/problem';
import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { Years } from '@yuheng/shared/contract/years';
import { Client } from 'pg';
import { under } from '../../support/row-security';
import { afterEachEveryRuleHolds } from '../../support/rules-of-money';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';

const CITY = '530400';
const REASON = '年度结束，资料已归档';

describe('the years of a program', () => {
  let server: TestServer;
  let app: Client;

  beforeAll(async () => {
    server = await startServer();
    app = new Client({ connectionString: server.database.appUrl });
    await app.connect();
  });

  afterAll(async () => {
    await app?.end();
    await server?.close();
  });
  afterEachEveryRuleHolds(() => server);

  const list = async (as = 'officer-1'): Promise<Years> =>
    (await server.request({ url: '/api/years?program=assistants', as })).json();
  const open = (year: number, headers: Record<string, string> = {}): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      url: '/api/years',
      as: 'officer-1',
      headers,
      body: { program: 'assistants', year, reason: '编制下一年度' },
    });
  const turn = (year: number, act: string, version: number, as = 'officer-1'): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      url: `/api/years/${year}/${act}`,
      as,
      headers: { 'if-match': `"${version}"` },
      body: { program: 'assistants', reason: REASON },
    });

  it('stand with their posts, and the next one is described by what it would be opened with', async () => {
    const { years, next } = await list();
    expect(years.map(({ year, state, counties, posts }) => [year, state, counties, posts])).toEqual([
      [2026, 'open', 9, 150],
      [2025, 'open', 9, 150],
      [2024, 'open', 9, 150],
    ]);
    expect(next).toMatchObject({
      year: 2027,
      from: 'lastYear',
      fromYear: 2026,
      dutyRules: 9,
      holidayTable: false,
    });
    expect(next?.counties.map(({ id, posts, budgetFen }) => [id, posts, budgetFen])[0]).toEqual([
      'hongta',
      25,
      30_000_000,
    ]);
  });

  it('are opened in their order with the posts of the last, once however often it is asked', async () => {
    expect((await open(2028)).json<Problem>().errors?.[0]?.pointer).toBe('/year');
    const key = { 'idempotency-key': 'open-2027-twice' };
    const [first, second] = [await open(2027, key), await open(2027, key)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
    const rows = await server.sql<{ posts: number; fen: string; source: string }>(
      `select sum(posts)::int as posts, sum(initial_budget_fen)::text as fen, min(source) as source
       from program_post where year = 2027`,
    );
    expect(rows).toEqual([{ posts: 150, fen: '180000000', source: '沿用2026年名额' }]);
    // Not before its time: the day of the data lies in 2026.
    expect((await open(2028)).status).toBe(422);
  });

  it('closed take no gathered row any more, whoever writes it, until they are opened again', async () => {
    expect((await turn(2026, 'closing', 0)).status).toBe(422);
    // Open to values, but for its year.
    await server.sql(`update sheet set stage = 'returned', return_reason = '更正'
      where kind = 'spending' and county_id = 'hongta' and month in ('2024-03', '2025-03')`);
    expect((await turn(2024, 'closing', 0)).status).toBe(200);
    expect((await list('leader')).years.find(({ year }) => year === 2024)).toMatchObject({
      state: 'closed',
      version: 1,
      last: { act: 'close', reason: REASON },
    });
    const scope = { counties: ['hongta'] };
    const writes = [
      `update inspection set stage = 'approved' where month = '2024-03'`,
      `update wage_month set paid_on = paid_on where month = '2024-03'`,
      `update workload_month set resettled = resettled where month = '2024-03'`,
      `update filing set filed_on = filed_on where year = 2024`,
      `delete from program_post where year = 2024`,
      `update sheet set asked = asked where month = '2024-03'`,
      `insert into sheet_value select city_id, county_id, program_id, kind, '2024-03', item_id, 99, state, value, conclusion, reason,
         evidence, author, at from sheet_value where kind = 'spending' and county_id = 'hongta' and month = '2024-03' limit 1`,
    ];
    for (const write of writes) await expect(under(app, scope, write)).rejects.toThrow(/the year is closed/);
    // The year beside it is as it was.
    for (const write of writes) await under(app, scope, write.replaceAll('2024', '2025'));
    const closed = 'select year_is_closed($year) as closed';
    const asked = (year: number): Promise<{ closed: boolean }[]> =>
      under(app, scope, closed.replace('$year', `'${CITY}', 'assistants', ${year}`));
    expect([await asked(2024), await asked(2025)]).toEqual([[{ closed: true }], [{ closed: false }]]);
    expect((await turn(2024, 'reopening', 0)).status).toBe(409);
    expect((await turn(2024, 'reopening', 1)).status).toBe(200);
    for (const write of writes) await under(app, scope, write);
    expect(await asked(2024)).toEqual([{ closed: false }]);
  });

  it('closed are read as they are, with no act on their sheets and nothing that opens; the refusal says what to do', async () => {
    const sheet = 'spending/hongta/2024-04';
    const url = `/api/sheets/${sheet}`;
    const read = async (as: string): Promise<Sheet> =>
      (await server.request({ url: `${url}?program=assistants`, as })).json();
    const { version } = await read('officer-1');
    expect((await turn(2024, 'closing', 2)).status).toBe(200);
    expect((await read('officer-1')).acts).toEqual([]);
    const reopening = await server.request({
      method: 'POST',
      url: `${url}/reopening?program=assistants`,
      as: 'officer-1',
      headers: { 'if-match': `"${version}"` },
      body: { reason: '更正', until: '2026-03-31' },
    });
    expect([reopening.status, reopening.json<Problem>().errors?.[0]?.pointer]).toEqual([409, '/month']);
    expect(reopening.text).toContain('请市级项目管理人员在“年度管理”中重新开放该年度');
    await server.sql(`update program_post set posts = posts where year = 2025`);
    await expect(server.app.get(SheetOpeningService).open()).resolves.toBe(0);
    expect((await turn(2024, 'reopening', 3)).status).toBe(200);
    expect((await read('officer-1')).acts).toEqual(['reopen']);
  });

  it('closed close the months of their ledger, and opened again they open them', async () => {
    const closedMonths = (year: number): Promise<{ n: number; by: string | null }[]> =>
      server.sql(
        `select count(*)::int as n, min(closed_by) as by from closed_month
         where program_id = 'assistants' and month like $1 and reopened_at is null`,
        [`${year}-%`],
      );
    expect((await turn(2024, 'closing', 4, 'officer-2')).status).toBe(200);
    expect(await closedMonths(2024)).toEqual([{ n: 12, by: 'officer-2' }]);
    expect((await turn(2024, 'reopening', 5)).status).toBe(200);
    expect(await closedMonths(2024)).toEqual([{ n: 0, by: null }]);
  });

  it('wait for what is on its way: it is there before the year is closed, or it is refused', async () => {
    const writer = new Client({ connectionString: server.database.appUrl });
    await writer.connect();
    try {
      await writer.query('begin');
      await writer.query(`select set_config('yuheng.scope', 'hongta', true)`);
      await writer.query(`update sheet set asked = asked where county_id = 'hongta' and month = '2024-05'`);
      let closed = false;
      const closing = turn(2024, 'closing', 6).then((answer) => {
        closed = true;
        return answer.status;
      });
      await new Promise((wake) => setTimeout(wake, 300));
      expect(closed).toBe(false);
      await writer.query('commit');
      expect(await closing).toBe(200);
      await writer.query('begin');
      await writer.query(`select set_config('yuheng.scope', 'hongta', true)`);
      await expect(
        writer.query(`update sheet set asked = asked where county_id = 'hongta' and month = '2024-05'`),
      ).rejects.toThrow(/the year is closed/);
      await writer.query('rollback');
    } finally {
      await writer.end();
    }
  });

  it('and what was on its way is looked at before they are closed', async () => {
    expect((await turn(2024, 'reopening', 7)).status).toBe(200);
    const writer = new Client({ connectionString: server.database.appUrl });
    await writer.connect();
    try {
      await writer.query('begin');
      await writer.query(`select set_config('yuheng.scope', 'hongta', true)`);
      await writer.query(
        `update wage_month set persons_on_post = persons_on_post - 1, persons_paid = persons_paid - 1,
           persons_paid_on_time = persons_paid_on_time - 1, persons_insured = persons_insured - 1
         where county_id = 'hongta' and month = '2024-06'`,
      );
      const closing = turn(2024, 'closing', 8);
      await new Promise((wake) => setTimeout(wake, 300));
      await writer.query('commit');
      const { status, text } = await closing;
      expect([status, text]).toEqual([422, expect.stringContaining('红塔区6月')]);
    } finally {
      await writer.end();
    }
  });

  it('are not closed while a county has not explained what vacant posts left over, and the refusal names the month', async () => {
    await server.sql(
      `update wage_month set persons_on_post = persons_on_post - 1, persons_paid = persons_paid - 1,
         persons_paid_on_time = persons_paid_on_time - 1, persons_insured = persons_insured - 1
       where county_id = 'tonghai' and month = '2025-05'`,
    );
    const refused = await turn(2025, 'closing', 0);
    expect([refused.status, refused.json<Problem>().detail]).toEqual([
      422,
      expect.stringContaining('2025年有1项市级补助差额或空缺结余尚未说明（通海县5月）'),
    ]);
    const explained = await server.request({
      method: 'POST',
      url: '/api/ledger/reconciliation/explanations',
      as: 'county-tonghai',
      body: { program: 'assistants', county: 'tonghai', month: '2025-05', text: '1人月中离岗。' },
    });
    expect(explained.status).toBe(201);
  });

  it('closed by two at once are closed once', async () => {
    const answers = await Promise.all([
      turn(2025, 'closing', 0, 'officer-1'),
      turn(2025, 'closing', 0, 'officer-2'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const acts = await server.sql(`select number, act from closed_year where year = 2025`);
    expect(acts).toEqual([{ number: 1, act: 'close' }]);
  });

  it('closed take no further explanation of what was left over: the closing rests on those that are there', async () => {
    const explained = await server.request({
      method: 'POST',
      url: '/api/ledger/reconciliation/explanations',
      as: 'county-tonghai',
      body: { program: 'assistants', county: 'tonghai', month: '2025-05', text: '另有说明。' },
    });
    expect(explained.status).toBe(409);
  });
});
