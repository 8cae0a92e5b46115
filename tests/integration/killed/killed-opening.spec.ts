import { DailyWorkService } from '@yuheng/backend/maintenance/daily-work.service';
import type { Kill } from '../../support/server-process';
import { startServerProcess } from '../../support/server-process';
import { startServer, type TestServer } from '../../support/server';

const TODAY = '2026-04-14';

describe('a server that is killed while it opens the month', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_TODAY: TODAY } });
  });

  afterAll(() => server?.close());

  const killedWhileOpening = async (moment: Kill['moment']): Promise<NodeJS.Signals | null> => {
    const kill = { moment, mark: 'insert into sheet (' };
    return (await startServerProcess(server, { today: TODAY, kill })).ended();
  };
  /** Each kind with its counties of March, how often they were opened, and how many of them say what they ask. */
  const march = () =>
    server.sql(
      `select kind, count(distinct county_id)::int as counties, count(*)::int as openings,
         count(*) filter (where asked > 0)::int as counted
       from sheet join sheet_event using (city_id, county_id, program_id, kind, month)
       where month = '2026-03' and act = 'open' group by kind order by kind`,
    );
  const claims = () => server.sql(`select 1 from daily_work where task = 'sheets.open.${TODAY}'`);
  const whole = ['inspection', 'spending', 'workload'].map((kind) => ({
    kind,
    ...{ counties: 9, openings: 9, counted: 9 },
  }));

  it('leaves none or all of it, and the next one opens what is missing, each sheet once', async () => {
    expect(await killedWhileOpening('before')).toBe('SIGKILL');
    expect([await march(), await claims()]).toEqual([[], []]);
    // Opened, and killed before it is noted that this day's opening was done.
    expect(await killedWhileOpening('after')).toBe('SIGKILL');
    expect([await march(), await claims()]).toEqual([whole, []]);
    await server.app.get(DailyWorkService).look();
    expect([await march(), (await claims()).length]).toEqual([whole, 1]);
  });
});
