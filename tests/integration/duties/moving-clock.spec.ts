import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import { startServer, type TestServer } from '../../support/server';
import { countyAsks, sheetRequests } from '../sheets/sheet-requests';

interface Duty {
  readonly rule: string;
  readonly month: string | null;
  readonly county: string | null;
  readonly state: string;
}

describe('as days go by', () => {
  let first: TestServer;

  beforeAll(async () => {
    first = await startServer({ variables: { YUHENG_TODAY: '2026-03-31' } });
  });

  afterAll(() => first?.close());

  /** The same database, served on another day. */
  async function on<Result>(
    day: string,
    work: (server: TestServer) => Promise<Result>,
    variables: Readonly<Record<string, string>> = {},
  ): Promise<Result> {
    const server = await startServer({
      database: first.database,
      variables: { YUHENG_TODAY: day, ...variables },
    });
    try {
      return await work(server);
    } finally {
      await server.close();
    }
  }

  /** What the sheet of a county says of itself, and what the calendar of duties says of it. */
  async function said(server: TestServer, kind: string, county: string): Promise<string[]> {
    const sheet = await sheetRequests(server).read(`${kind}/${county}/2026-03`, 'leader');
    const calendar = await server.request({
      url: '/api/duties?program=assistants&from=2026-04-01&to=2026-04-30',
      as: 'leader',
    });
    const duty = calendar
      .json<{ duties: Duty[] }>()
      .duties.find((one) => one.rule === kind && one.month === '2026-03' && one.county === county);
    return [sheet.stage, sheet.state, duty?.state ?? 'no duty'];
  }

  const handIn = async (server: TestServer, county: string): Promise<void> => {
    const [ask, sheet, as] = [sheetRequests(server), `spending/${county}/2026-03`, `county-${county}`];
    await ask.fill(sheet, as, { ...countyAsks(11), paidOn: { state: 'reported', value: '2026-03-31' } });
    expect((await ask.act({ sheet, act: 'submission', as })).status).toBe(200);
  };

  it('a month is not there before it is over, then open, then missing from the day after its due day on', async () => {
    expect(await first.app.get(SheetOpeningService).open()).toBe(0);
    expect(await first.sql(`select 1 from sheet where month = '2026-03'`)).toEqual([]);
    await on('2026-04-01', async (server) => {
      expect(await server.app.get(SheetOpeningService).open()).toBe(27);
      expect(await said(server, 'spending', 'huaning')).toEqual(['open', 'notDue', 'notYet']);
      await handIn(server, 'chengjiang');
    });
    await on('2026-04-15', async (server) => {
      expect(await said(server, 'spending', 'huaning')).toEqual(['open', 'notDue', 'dueSoon']);
      expect(await said(server, 'spending', 'chengjiang')).toEqual(['submitted', 'reported', 'done']);
    });
    await on('2026-04-16', async (server) => {
      expect(await said(server, 'spending', 'huaning')).toEqual(['open', 'missing', 'overdue']);
      // No basis in force names the workload: its sheet is missing, and the duty reminds without ever being overdue.
      expect(await said(server, 'workload', 'huaning')).toEqual(['open', 'missing', 'reminder']);
      await handIn(server, 'huaning');
      expect(await said(server, 'spending', 'huaning')).toEqual(['submitted', 'late', 'late']);
    });
  });

  it('what came late is late for good, and what came in time stays in time, however long ago', async () => {
    await on('2027-12-31', async (server) => {
      expect(await said(server, 'spending', 'huaning')).toEqual(['submitted', 'late', 'late']);
      expect(await said(server, 'spending', 'chengjiang')).toEqual(['submitted', 'reported', 'done']);
    });
  });

  it('a duty is due soon so many days before its day as the installation says', async () => {
    const asked = (server: TestServer): Promise<string[]> => said(server, 'spending', 'eshan');
    expect(await on('2026-04-05', asked)).toEqual(['open', 'notDue', 'notYet']);
    expect(await on('2026-04-05', asked, { YUHENG_REMINDER_DAYS: '10' })).toEqual([
      'open',
      'notDue',
      'dueSoon',
    ]);
  });

  it('after a downtime of months everything that fell due meanwhile is opened, once', async () => {
    await on('2026-08-20', async (server) => {
      const opening = server.app.get(SheetOpeningService);
      const opened = await Promise.all([opening.open(), opening.open()]);
      // April to July, three kinds in nine counties.
      expect(opened.sort((a, b) => a - b)).toEqual([0, 108]);
      expect(await said(server, 'spending', 'tonghai')).toEqual(['open', 'missing', 'overdue']);
    });
  });
});
