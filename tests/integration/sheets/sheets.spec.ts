import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import { startServer, type TestServer } from '../../support/server';
import { sheetRequests, WAGES, type SheetRequests } from './sheet-requests';

/** The month of March 2026 is over on this day, and its wages are due. */
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

  it('a month opens itself for each county and kind, once however often it is looked', async () => {
    const before = await server.sql(
      `select kind, count(*)::int as n from sheet where month = '2026-03' group by kind`,
    );
    expect(before).toHaveLength(3);
    expect(before.map((row) => row['n'])).toEqual([9, 9, 9]);
    expect(await server.app.get(SheetOpeningService).open()).toBe(0);
  });

  it('a county’s wages go from the first figure to what the engine scores from', async () => {
    const sheet = 'spending/hongta/2026-03';
    await ask.fill(sheet, 'county-hongta', WAGES);
    const submitted = await ask.act({ sheet, act: 'submission', as: 'county-hongta' });
    expect([submitted.status, submitted.text]).toEqual([200, expect.stringContaining('"submitted"')]);
    const approved = await ask.act({ sheet, act: 'approval', as: 'county-hongta-approver' });
    expect([approved.status, approved.text]).toEqual([200, expect.stringContaining('"approved"')]);
    expect(
      await server.sql(
        `select stage, reported_on::text, persons_paid, city_part_paid_fen, county_advance_fen from wage_month
         where county_id = 'hongta' and month = '2026-03'`,
      ),
    ).toEqual([
      {
        stage: 'approved',
        reported_on: TODAY,
        persons_paid: 24,
        city_part_paid_fen: '2400000',
        county_advance_fen: '2400000',
      },
    ]);
  });
});
