import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import { afterEachEveryRuleHolds } from '../../support/rules-of-money';
import { startServer, type TestServer } from '../../support/server';
import { countyAsks, sheetRequests, WAGES, type SheetRequests } from './sheet-requests';

/** The month of March 2026 is over on this day, and its wages are due on the next one. */
const TODAY = '2026-04-14';

describe('sheets', () => {
  let server: TestServer;
  let ask: SheetRequests;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_TODAY: TODAY } });
    ask = sheetRequests(server);
    await server.app.get(SheetOpeningService).open();
  });

  afterAll(() => server?.close());
  afterEachEveryRuleHolds(() => server);

  const wagesOf = (county: string) =>
    server.sql(
      `select stage, reported_on::text as "reportedOn", persons_paid as paid from wage_month
       where county_id = $1 and month = '2026-03'`,
      [county],
    );

  it('a month opens itself for each county and kind, once however often and by however many it is looked', async () => {
    const opened = await server.sql<{ n: number }>(
      `select count(*)::int as n from sheet where month = '2026-03' group by kind`,
    );
    expect(opened.map(({ n }) => n)).toEqual([9, 9, 9]);
    const opening = server.app.get(SheetOpeningService);
    expect(await Promise.all([opening.open(), opening.open()])).toEqual([0, 0]);
  });

  it('two servers that open a month at the same moment open each sheet once', async () => {
    await server.sql(`insert into program_post select city_id, county_id, program_id, 2023, posts, initial_budget_fen,
      adjusted_budget_fen, source from program_post where year = 2024`);
    await server.sql(`alter table sheet_template disable trigger all`);
    await server.sql(`update sheet_template set valid_from = '2023-11' where kind = 'workload'`);
    await server.sql(`alter table sheet_template enable trigger all`);
    const opening = server.app.get(SheetOpeningService);
    const opened = await Promise.all([opening.open(), opening.open(), opening.open()]);
    expect(opened.reduce((sum, one) => sum + one, 0)).toBe(18);
    expect(await server.sql(`select distinct stage from sheet where month < '2024-01'`)).toEqual([
      { stage: 'open' },
    ]);
  });

  it('a county’s wages go from the first figure to what the engine scores from and into the ledger', async () => {
    const sheet = 'spending/hongta/2026-03';
    await ask.fill(sheet, 'county-hongta', WAGES);
    expect(await wagesOf('hongta')).toEqual([]);
    const submitted = await ask.act({ sheet, act: 'submission', as: 'county-hongta' });
    expect(submitted.json()).toMatchObject({
      stage: 'submitted',
      state: 'reported',
      submittedOn: TODAY,
      acts: [],
    });
    const approved = await ask.act({ sheet, act: 'approval', as: 'county-hongta-approver' });
    expect(approved.json()).toMatchObject({ stage: 'approved', approvedOn: TODAY });
    expect(await wagesOf('hongta')).toEqual([{ stage: 'approved', reportedOn: TODAY, paid: 24 }]);
    const lines = await server.sql(
      `select source, fen::int as fen from ledger_entry
       where county_id = 'hongta' and source_document = 'spending/2026-03' order by source`,
    );
    expect(lines).toEqual([
      { source: 'countyAdvance', fen: 2_400_000 },
      { source: 'countyPart', fen: 4_800_000 },
    ]);
  });

  it('a returned sheet is not handed in until it is submitted again, and keeps the day of its first submission', async () => {
    const sheet = 'spending/eshan/2026-03';
    await ask.fill(sheet, 'county-eshan', countyAsks(14));
    await ask.act({ sheet, act: 'submission', as: 'county-eshan' });
    const returned = await ask.act(
      { sheet, act: 'return', as: 'county-eshan-approver' },
      { reason: '请核对参保人数。' },
    );
    expect(returned.json()).toMatchObject({
      stage: 'returned',
      state: 'notDue',
      returnReason: '请核对参保人数。',
    });
    expect(await wagesOf('eshan')).toEqual([{ stage: 'returned', reportedOn: null, paid: 14 }]);
    await ask.fill(sheet, 'county-eshan', { personsInsured: { state: 'reported', value: '13' } });
    await ask.act({ sheet, act: 'submission', as: 'county-eshan' });
    expect(await wagesOf('eshan')).toEqual([{ stage: 'submitted', reportedOn: TODAY, paid: 14 }]);
    const { events } = await ask.read(sheet);
    expect(events.map(({ act }) => act)).toEqual(['open', 'submit', 'return', 'submit']);
  });

  it('what an item said stays readable, version by version, with who said it and when', async () => {
    const sheet = 'workload/eshan/2026-03';
    for (const value of ['3', '4', '5'])
      await ask.fill(sheet, 'county-eshan', { supervisedNew: { state: 'reported', value } });
    const url = `/api/sheets/${sheet}/items/supervisedNew/history?program=assistants`;
    const { versions } = (await server.request({ url, as: 'county-eshan' })).json<{
      versions: { version: number; value: string; by: string }[];
    }>();
    expect(versions.map(({ version, value }) => [version, value])).toEqual([
      [3, '5'],
      [2, '4'],
      [1, '3'],
    ]);
    expect(new Set(versions.map(({ by }) => by)).size).toBe(1);
  });

  it('a county reads its own sheets alone, and nobody learns whether another county has one', async () => {
    const url = (county: string) => `/api/sheets/spending/${county}/2026-03?program=assistants`;
    const own = await server.request({ url: url('eshan'), as: 'county-eshan' });
    const foreign = await server.request({ url: url('hongta'), as: 'county-eshan' });
    expect([own.status, foreign.status]).toEqual([200, 404]);
    const grid = await server.request({
      url: '/api/sheets?program=assistants&kind=spending&from=2025-01&to=2026-03',
      as: 'county-eshan',
    });
    expect(grid.json<{ counties: { id: string }[] }>().counties.map(({ id }) => id)).toEqual(['eshan']);
  });

  it('what was submitted after its day is late for good, and what is open then is missing', async () => {
    const grid = await server.request({
      url: '/api/sheets?program=assistants&kind=inspection&from=2026-03&to=2026-03',
      as: 'leader',
    });
    const { counties } = grid.json<{ counties: { sheets: { state: string; dueOn: string }[] }[] }>();
    expect(counties.flatMap(({ sheets }) => sheets.map(({ state }) => state))).toEqual(
      Array.from({ length: 9 }, () => 'missing'),
    );
    await server.sql(
      `update sheet set due_on = '2026-04-10' where kind = 'spending' and county_id = 'hongta' and month = '2026-03'`,
    );
    expect((await ask.read('spending/hongta/2026-03')).state).toBe('late');
  });
});
