import { DailyWorkService } from '@yuheng/backend/maintenance/daily-work.service';
import type { ImportPreview } from '@yuheng/shared/contract/imports';
import { afterEachEveryRuleHolds } from '../../support/rules-of-money';
import { startServerProcess, type Kill, type ServerProcess } from '../../support/server-process';
import { formOf, startServer, type TestRequest, type TestServer } from '../../support/server';
import { filledWorkbook } from '../imports/filled-workbook';
import { countyAsks, sheetRequests, type SheetRequests } from '../sheets/sheet-requests';

const TODAY = '2026-04-14';
const OF = '?program=assistants';

/** What was asked, what says that it is done once, and what it answers the second time. */
interface Asked {
  readonly act: string;
  readonly request: TestRequest;
  readonly status: number;
  /** What the act leaves, counted. */
  readonly left: string;
  readonly once: unknown;
  readonly nothing: unknown;
  /** How many entries the trail has of it in the end; what is repeated without a key is an entry of its own. */
  readonly told: number;
}

describe('a server that is killed in the middle of an act', () => {
  let server: TestServer;
  let ask: SheetRequests;
  let victim: ServerProcess | null = null;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_TODAY: TODAY } });
    ask = sheetRequests(server);
    // What the day lacks is done, so that the servers begin with nothing but what they are asked.
    await server.app.get(DailyWorkService).look();
  });

  afterEach(() => victim?.end());
  afterAll(() => server?.close());
  afterEachEveryRuleHolds(() => server);

  const values = (county: string): string =>
    `select count(*)::int as n, max(version)::int as version from sheet_value
     where kind = 'spending' and county_id = '${county}' and month = '2026-03'`;

  const savedField = async (): Promise<Asked> => ({
    act: 'sheet.write',
    request: {
      method: 'PUT',
      url: `/api/sheets/spending/hongta/2026-03/items/personsOnPost${OF}`,
      as: 'county-hongta',
      headers: { 'if-match': '"0"' },
      body: { state: 'reported', value: '24' },
    },
    status: 200,
    left: values('hongta'),
    once: { n: 1, version: 1 },
    nothing: { n: 0, version: null },
    told: 3,
  });

  const ledgerEntry = async (): Promise<Asked> => ({
    act: 'ledger.enter',
    request: {
      method: 'POST',
      url: '/api/ledger',
      as: 'finance',
      headers: { 'idempotency-key': 'killed-at-the-ledger' },
      body: {
        ...{ program: 'assistants', year: 2026, county: 'tonghai', act: 'issue', fen: 7_000_000 },
        ...{ on: '2026-04-02', documentNumber: '演示财行〔2026〕7号', subject: '演示科目' },
      },
    },
    status: 201,
    left: `select count(*)::int as n, sum(fen)::int as fen from ledger_entry
      where county_id = 'tonghai' and year = 2026 and link = 'issue'`,
    once: { n: 1, fen: 7_000_000 },
    nothing: { n: 0, fen: null },
    told: 1,
  });

  const importedWorkbook = async (): Promise<Asked> => {
    const [url, as] = [`/api/sheets/spending/eshan/2026-03/workbook`, 'county-eshan'];
    const { bytes } = await server.request({ url: `${url}${OF}`, as });
    const filled = await filledWorkbook(bytes, { F4: 17, F5: 17, F6: 17, F7: 17, F9: 17000 });
    const preview = await server.request({ method: 'POST', url: `${url}${OF}`, as, ...formOf(filled) });
    const { id, changes } = preview.json<ImportPreview>();
    return {
      act: 'sheetImport.apply',
      request: {
        method: 'POST',
        url: `${url}/${id}/application${OF}`,
        as,
        headers: { 'idempotency-key': 'killed-at-the-import' },
      },
      status: 200,
      left: values('eshan'),
      once: { n: changes, version: 1 },
      nothing: { n: 0, version: null },
      told: 1,
    };
  };

  const approvedMonth = async (): Promise<Asked> => {
    const [sheet, as] = ['spending/yimen/2026-03', 'county-yimen-approver'];
    await ask.fill(sheet, 'county-yimen', countyAsks(13));
    const submission = await ask.act({ sheet, act: 'submission', as: 'county-yimen' });
    expect([submission.status, submission.text]).toEqual([200, expect.any(String)]);
    return {
      act: 'sheet.approve',
      request: {
        method: 'POST',
        url: `/api/sheets/${sheet}/approval${OF}`,
        as,
        headers: {
          'if-match': `"${(await ask.read(sheet, as)).version}"`,
          'idempotency-key': 'killed-at-the-approval',
        },
      },
      status: 200,
      left: `select count(*)::int as n, sum(fen)::int as fen from ledger_entry
        where county_id = 'yimen' and source_document = 'spending/2026-03'`,
      once: { n: 2, fen: 13 * 300_000 },
      nothing: { n: 0, fen: null },
      told: 1,
    };
  };

  const left = async ({ left: sql }: Asked): Promise<unknown> => (await server.sql(sql))[0];
  const entries = async (act: string): Promise<number> =>
    (await server.sql(`select 1 from audit_entry where act = $1 and outcome = 'done'`, [act])).length;

  it.each<[string, Kill['moment'], () => Promise<Asked>]>([
    ['saving a field', 'after', savedField],
    ['a ledger entry', 'after', ledgerEntry],
    ['taking over a workbook', 'after', importedWorkbook],
    ['approving a month, which posts its wages', 'before', approvedMonth],
  ])('%s, just %s its COMMIT: asked again of another server it is done once', async (_, moment, given) => {
    const asked = await given();
    const told = await entries(asked.act);
    victim = await startServerProcess(server, {
      today: TODAY,
      kill: { moment, mark: `"act":"${asked.act}"` },
    });
    expect(await victim.send(asked.request)).toBeNull();
    expect(await victim.ended()).toBe('SIGKILL');
    expect(await left(asked)).toEqual(moment === 'after' ? asked.once : asked.nothing);
    for (let again = 0; again < 2; again += 1) {
      const answer = await server.request(asked.request);
      expect([answer.status, answer.text]).toEqual([asked.status, expect.any(String)]);
      expect(await left(asked)).toEqual(asked.once);
    }
    expect(await entries(asked.act)).toBe(told + asked.told);
  });
});
