import { scoped } from '@yuheng/backend/database/scoped-transaction';
import { FactsService } from '@yuheng/backend/facts/facts.service';
import type { County } from '@yuheng/shared/contract/counties';
import type { Overview } from '@yuheng/shared/contract/overview';
import type { Problem } from '@yuheng/shared/contract/problem';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { sheetRequests, type SheetRequests } from '../sheets/sheet-requests';

/** The day of the demonstration, on which February 2026 is over and March is not. */
const TODAY = '2026-03-20';

describe('a page as of an earlier point in time', () => {
  let server: TestServer;
  let ask: SheetRequests;

  beforeAll(async () => {
    server = await startServer();
    ask = sheetRequests(server);
  });

  afterAll(() => server?.close());

  const page = (path: string, asOf: string | null, as = 'leader', year = 2025): Promise<TestAnswer> =>
    server.request({
      url: `${path}?program=assistants&year=${year}${asOf === null ? '' : `&asOf=${asOf}`}`,
      as,
    });
  const PAGES = [
    '/api/overview',
    '/api/counties/hongta',
    '/api/counties/tonghai',
    '/api/funds',
    '/api/indicators',
  ];
  const all = async (asOf: string | null): Promise<string[]> => {
    const answers = await Promise.all(PAGES.map((path) => page(path, asOf)));
    expect(answers.map(({ status }) => status)).toEqual(PAGES.map(() => 200));
    return answers.map(({ text }) => text);
  };
  const finalisedRun = async (): Promise<string> => {
    const [row] = await server.sql<{ run: string }>(
      `select finalised_run_id as run from evaluation_round where year = 2024 and kind = 'departmentEvaluation'`,
    );
    return row?.run ?? '';
  };
  const refusalOf = (answer: TestAnswer) => [
    answer.status,
    (answer.json<Problem>().errors ?? []).map(({ pointer }) => pointer),
  ];

  it('says of which day it is, asks nothing of anybody, and shows no month that was not handed in by then', async () => {
    const overview = (await page('/api/overview', '2025-06', 'officer-1')).json<Overview>();
    expect([overview.asOf, overview.asOfChoice.chosen, overview.needsYou]).toEqual([
      '2025-06-30',
      '2025-06',
      [],
    ]);
    expect(overview.asOfChoice.text?.zh).toContain('按2025年6月末的数据');
    expect(overview.season.nextYear).toBeNull();
    const county = (await page('/api/counties/hongta', '2025-06')).json<County>();
    const months = county.months.map(({ month, wages }) => [month.slice(5), wages.state]);
    expect(months.slice(4, 8)).toEqual([
      ['05', 'reported'],
      ['06', 'notDue'],
      ['07', 'notDue'],
      ['08', 'notDue'],
    ]);
    expect(county.months.slice(5).flatMap(({ wages }) => [wages.personsPaid, wages.cityPartFen])).toEqual(
      Array.from({ length: 14 }, () => null),
    );
    expect(county.months.map(({ approved }) => approved)).toEqual([
      ...Array(5).fill(true),
      ...Array(7).fill(false),
    ]);
    expect(county.timeline.every(({ date }) => date <= '2025-06-30')).toBe(true);
    expect(county.result).toBeNull();
  });

  it('is the latest page to the figure where nothing happened since: facts known now are the facts', async () => {
    const facts = server.app.get(FactsService);
    const places = await server.sql<{ id: string }>(`select place_id as id from place where kind = 'county'`);
    const scope = { counties: places.map(({ id }) => id), city: '530400', account: null, duties: [] };
    for (const year of [2024, 2025, 2026]) {
      const wanted = { program: 'assistants', year, asOf: isoDate(TODAY) } as const;
      const [now, known] = await scoped(server.source, scope, async (tx) => [
        await facts.read(tx, wanted),
        await facts.read(tx, { ...wanted, knownBefore: new Date(`${TODAY}T16:00:00Z`) }),
      ]);
      expect(known).toEqual(now);
      expect(known.length).toBeGreaterThan(0);
    }
  });

  it('a sheet that is corrected, money that is reversed and a finding that is closed later change nothing of it', async () => {
    const before = { june: await all('2025-06'), january: await all('2026-01'), now: await all(null) };

    const sheet = 'spending/hongta/2025-05';
    const reopened = await ask.act(
      { sheet, act: 'reopening', as: 'officer-1' },
      { reason: '人数更正。', until: '2026-03-31' },
    );
    expect(reopened.status).toBe(200);
    expect(await all('2025-06')).toEqual(before.june);
    await ask.fill(sheet, 'county-hongta', {
      personsPaid: { state: 'reported', value: '20' },
      personsPaidOnTime: { state: 'reported', value: '20' },
    });
    expect((await ask.act({ sheet, act: 'submission', as: 'county-hongta' })).status).toBe(200);
    expect((await ask.act({ sheet, act: 'approval', as: 'county-hongta-approver' })).status).toBe(200);

    const [entry] = await server.sql<{ id: string }>(
      `select entry_id as id from ledger_entry where county_id = 'tonghai' and year = 2025 and link = 'passOn' limit 1`,
    );
    const reversal = await server.request({
      method: 'POST',
      url: `/api/ledger/${entry?.id}/reversal`,
      as: 'county-tonghai-finance',
      body: { reason: '演示更正' },
    });
    expect(reversal.status).toBe(201);

    // Two acts of the present, written down as what they do: the finding's own way is tested with the findings.
    await server.sql(
      `update finding set rectified_on = null, closed_on = null, returned_on = '${TODAY}'
       where county_id = 'tonghai' and program_id = 'assistants' and month like '2025-%'`,
    );
    await server.sql(
      `insert into finding_event (city_id, county_id, program_id, month, item_id, number, act, acted_by, acted_at, evidence)
       select city_id, county_id, program_id, month, item_id, 90, 'return', 'inspector', now(), '[]' from finding
       where county_id = 'tonghai' and month like '2025-%'`,
    );

    expect(await all('2025-06')).toEqual(before.june);
    expect(await all('2026-01')).toEqual(before.january);
    const now = await all(null);
    for (const [place, text] of now.entries()) expect(text).not.toBe(before.now[place]);
  });

  it('is answered with 304 to who has it already', async () => {
    const first = await page('/api/overview', '2025-06');
    const again = await server.request({
      url: '/api/overview?program=assistants&year=2025&asOf=2025-06',
      as: 'leader',
      headers: { 'if-none-match': first.headers['etag'] ?? '' },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('refuses at /asOf what is no closed month-end of the year, each in its own words', async () => {
    const answers = await Promise.all(
      ['2025', '2025-13', 'latest', '2026-03', '2027-01', '2024-12'].map((asOf) => page('/api/funds', asOf)),
    );
    expect(answers.map(refusalOf)).toEqual([
      [400, ['/asOf']],
      [400, ['/asOf']],
      [400, ['/asOf']],
      [422, ['/asOf']],
      [422, ['/asOf']],
      [422, ['/asOf']],
    ]);
    expect(answers[3]?.json<Problem>().detail).toBe('2026年3月尚未结束，请选择2026年2月末或更早的时点。');
  });

  it('of a finalised result shows that result, and the facts as they were scored', async () => {
    const run = await finalisedRun();
    const county = (await page('/api/counties/hongta', run, 'leader', 2024)).json<County>();
    const [row] = await server.sql<{ total: string; asOf: string }>(
      `select r.answer ->> 'total' as total, s.as_of::text as "asOf" from scoring_result r join scoring_run s using (run_id)
       where run_id = $1 and county_id = 'hongta'`,
      [run],
    );
    expect([county.result?.scoringRun, county.result?.total, county.asOf, county.state]).toEqual([
      run,
      row?.total,
      row?.asOf,
      'finalised',
    ]);
  });

  it('a result that is of another year, of nobody or not final is not found, and a foreign county’s page neither', async () => {
    const run = await finalisedRun();
    const answers = [
      await page('/api/overview', run),
      await page('/api/overview', '00000000-0000-4000-8000-000000000000'),
      await page('/api/counties/tonghai', run, 'county-hongta', 2024),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(refusalOf(answers[0] as TestAnswer)[1]).toEqual(['/asOf']);
    const own = await page('/api/counties/hongta', run, 'county-hongta', 2024);
    expect(own.json<County>().result?.scoringRun).toBe(run);
  });
});
