import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { TABLES } from '@yuheng/shared/contract/tables/tables';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { opened } from './filled-workbook';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OF = 'program=assistants&year=2025';
const FINALISED = nameBasedUuid('round/assistants/2025/departmentEvaluation');

/** Every list that can be saved as a file, as somebody reads it. */
const LISTS: Readonly<Partial<Record<EndpointName, readonly [url: string, as: string]>>> = {
  listSheets: ['/api/sheets?program=assistants&kind=spending&from=2026-01&to=2026-03', 'leader'],
  readLedger: [`/api/ledger?${OF}`, 'leader'],
  listFindings: [`/api/findings?${OF}`, 'inspector'],
  listDuties: ['/api/duties?program=assistants&from=2025-04-01&to=2026-03-31', 'officer-1'],
  readRoster: ['/api/roster?county=hongta', 'county-hongta'],
  listGoals: [`/api/goals?${OF}`, 'finance'],
  listSelfEvaluations: [`/api/self-evaluations?${OF}`, 'leader'],
  readEvaluationResults: [`/api/evaluations/${FINALISED}/results`, 'leader'],
  readBurden: [`/api/burden?${OF}`, 'leader'],
};

describe('a list as a file', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const ask = (url: string, as: string, accept: string): Promise<TestAnswer> =>
    server.request({ url, as, headers: { accept } });
  const linesOf = (csv: TestAnswer): string[] => csv.text.replace(/\r\n$/, '').split('\r\n');

  it('is offered by every endpoint that has a table, and tried here for each of them', () => {
    expect(Object.keys(TABLES).sort()).toEqual(Object.keys(LISTS).sort());
  });

  it.each(Object.entries(LISTS))(
    '%s is saved as .xlsx and as CSV, alike and with its marks',
    async (_, [url, as]) => {
      const csv = await ask(url, as, 'text/csv');
      expect([csv.status, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(csv.headers['content-disposition']).toMatch(
        /^attachment; filename=".*\.csv"; filename\*=UTF-8''/,
      );
      expect(csv.headers['vary']).toContain('Accept');
      const lines = linesOf(csv);
      expect(lines[0]).toMatch(/^\ufeff.+ · 数据截至\d{4}-\d\d-\d\d · 演示数据$/);
      expect(lines.length).toBeGreaterThan(2);
      const xlsx = await ask(url, as, XLSX);
      expect([xlsx.status, xlsx.headers['content-type']]).toEqual([200, XLSX]);
      const [table] = (await opened(xlsx.bytes)).worksheets;
      expect(table?.rowCount).toBe(lines.length);
      expect(table?.getCell('A2').text).toBe(lines[1]?.split(',')[0]);
      for (const accept of ['application/json', '*/*', 'text/html', `application/json, ${XLSX}`]) {
        expect((await ask(url, as, accept)).headers['content-type']).toBe('application/json; charset=utf-8');
      }
    },
  );

  it('has all pages of a list, and what a page has of each line', async () => {
    const url = `/api/ledger?${OF}`;
    const [{ entries, fen }] = (await server.sql<{ entries: number; fen: string }>(
      `select count(*)::int as entries, sum(fen)::text as fen from ledger_entry where program_id = 'assistants' and year = 2025`,
    )) as [{ entries: number; fen: string }];
    expect(entries).toBeGreaterThan(50);
    const rows = linesOf(await ask(url, 'leader', 'text/csv')).slice(2);
    expect(rows).toHaveLength(entries);
    const sum = rows.reduce((total, row) => total + Math.round(Number(row.split(',')[5]) * 100), 0);
    expect(String(sum)).toBe(fen);
  });

  it('shows a county its own lines only, and nobody who may not read the list', async () => {
    const url = `/api/ledger?${OF}`;
    const own = linesOf(await ask(url, 'county-hongta', 'text/csv')).slice(2);
    expect(new Set(own.map((row) => row.split(',')[0]))).toEqual(new Set(['红塔区']));
    expect((await ask(url, 'system-admin', 'text/csv')).status).toBe(403);
    expect((await ask('/api/roster?county=jiangchuan', 'county-hongta', XLSX)).status).toBe(404);
  });

  it('never lets a text of somebody run as a formula, and masks numbers as the page does', async () => {
    const entered = await server.request({
      method: 'POST',
      url: '/api/ledger',
      as: 'county-yimen',
      body: {
        ...{ program: 'assistants', year: 2026, county: 'yimen', act: 'payment', source: 'other', fen: 100 },
        ...{ on: '2026-03-01', documentNumber: '=HYPERLINK("x")', subject: '+1' },
      },
    });
    expect([entered.status, entered.text]).toEqual([201, expect.any(String)]);
    const url = '/api/ledger?program=assistants&year=2026';
    const csv = await ask(url, 'county-yimen', 'text/csv');
    expect(csv.text).toContain(`,"'=HYPERLINK(""x"")",'+1,`);
    const [table] = (await opened((await ask(url, 'county-yimen', XLSX)).bytes)).worksheets;
    const cells = [7, 8].map((column) => table?.getRow(table.rowCount).getCell(column).value);
    expect(cells).toEqual(['=HYPERLINK("x")', '+1']);
    const roster = await ask('/api/roster?county=yimen', 'county-yimen', 'text/csv');
    expect(roster.text).not.toMatch(/\d{17}[\dX]/);
  });
});
