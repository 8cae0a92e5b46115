import { DailyWorkService } from '@yuheng/backend/maintenance/daily-work.service';
import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import type { Problem } from '@yuheng/shared/contract/problem';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../../launcher/eventually';
import { afterEachEveryRuleHolds } from '../../support/rules-of-money';
import { formOf, startServer, type TestServer } from '../../support/server';
import { filledWorkbook } from './filled-workbook';

const URL_OF = '/api/sheets/spending/hongta/2026-03/workbook?program=assistants';
const AS = 'county-hongta';
const MEGABYTE = 1024 * 1024;

describe('an upload', () => {
  let server: TestServer;
  let port: number;
  let workbook: Buffer;
  const folderBefore = process.env['TMPDIR'];
  const folder = mkdtempSync(path.join(tmpdir(), 'yuheng-uploads-'));

  beforeAll(async () => {
    process.env['TMPDIR'] = folder;
    server = await startServer({ variables: { YUHENG_TODAY: '2026-04-14' } });
    await server.app.get(SheetOpeningService).open();
    await server.app.listen(0, '127.0.0.1');
    // The work of the day begins as soon as anybody can ask, and holds a transaction open as long as it takes.
    await server.app.get(DailyWorkService).look();
    ({ port } = server.app.getHttpServer().address() as { port: number });
    const { bytes } = await server.request({ url: URL_OF, as: AS });
    workbook = await filledWorkbook(bytes, { F4: 24 });
  });

  afterAll(async () => {
    await server?.close();
    if (folderBefore === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = folderBefore;
    rmSync(folder, { recursive: true, force: true });
  });
  afterEachEveryRuleHolds(() => server);

  const head = async (length: number, type: string): Promise<string> =>
    [
      `POST ${URL_OF} HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      `cookie: ${await server.cookieOf(AS)}`,
      `content-type: ${type}`,
      `content-length: ${length}`,
      '',
      '',
    ].join('\r\n');
  const previews = () =>
    server.sql(`select outcome from audit_entry where act = 'sheetImport.preview' order by seq`);
  const openTransactions = () =>
    server.sql(
      `select state, query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
  const imports = () => server.sql(`select import_id from sheet_import`);

  it.each([
    ['before it is read', () => true],
    ['while it is read', (incoming: IncomingMessage) => incoming.listenerCount('data') > 0],
  ])('whose connection ends %s leaves nothing, and the next one is taken', async (_, isTime) => {
    const [told, kept] = [(await previews()).length, await imports()];
    const { headers, body } = formOf(workbook);
    const start = Buffer.from(await head(body.length, headers['content-type'] ?? ''));
    const arrived = new Promise<IncomingMessage>((resolve) =>
      server.app.getHttpServer().once('request', resolve),
    );
    const socket = connect(port, '127.0.0.1');
    socket.write(Buffer.concat([start, body.subarray(0, body.length / 2)]));
    const incoming = await arrived;
    await eventually('the moment at which it ends', () => isTime(incoming));
    // Whoever sends slowly keeps no connection of the database from others.
    await eventually('no transaction beside the form', async () => (await openTransactions()).length === 0);
    socket.destroy();
    await eventually('its end in the trail', async () => (await previews()).length > told);
    expect((await previews()).slice(told)).toEqual([{ outcome: 'refused' }]);
    expect(await imports()).toEqual(kept);
    expect(readdirSync(folder)).toEqual([]);
    expect(await openTransactions()).toEqual([]);
    const next = await server.request({ method: 'POST', url: URL_OF, as: AS, ...formOf(workbook) });
    expect(next.status).toBe(201);
    expect(await imports()).toHaveLength(kept.length + 1);
  });

  it('that says that it has 200 MB is refused before any of it is sent', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(await head(200 * MEGABYTE, 'multipart/form-data; boundary=x'));
    const answer = await new Promise<string>((resolve) =>
      socket.once('data', (bytes: Buffer) => resolve(bytes.toString('utf8'))),
    );
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*\r\ncontent-type: application\/problem\+json/);
    expect(answer).toContain('文件超过 20 MB，未读取');
  });

  it('of 200 MB that does not say so is refused as soon as 20 MB are there, and is not held in memory', async () => {
    const refused = await streamed(200);
    expect([refused.status, refused.problem]).toEqual([
      413,
      expect.objectContaining({ status: 413, detail: expect.stringContaining('20 MB') }),
    ]);
    // What the network holds between the two is some megabytes.
    expect(refused.sentBefore).toBeLessThan(60);
    expect(refused.grown).toBeLessThan(100);
    expect(readdirSync(folder)).toEqual([]);
  });

  /** Sends so many megabytes in pieces until it is answered; sizes in MB. */
  async function streamed(megabytes: number) {
    const { headers, body } = formOf(Buffer.alloc(0));
    const piece = Buffer.alloc(MEGABYTE, 'x');
    const cookie = await server.cookieOf(AS);
    const before = process.memoryUsage().arrayBuffers;
    let [sent, grown] = [0, 0];
    return new Promise<{ status?: number; problem: Problem; sentBefore: number; grown: number }>(
      (resolve, reject) => {
        const call = request({
          // As a browser does: who asks for the end of the connection with the answer may lose the answer to it.
          ...{ host: '127.0.0.1', port, path: URL_OF, method: 'POST', agent: new Agent({ keepAlive: true }) },
          headers: { ...headers, cookie, 'transfer-encoding': 'chunked' },
        });
        call.once('error', reject);
        call.once('response', (answer) => {
          const sentBefore = sent;
          let text = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          answer.once('end', () => {
            call.destroy();
            resolve({ status: answer.statusCode, problem: JSON.parse(text) as Problem, sentBefore, grown });
          });
        });
        const send = (): void => {
          if (sent >= megabytes || call.destroyed) return;
          sent += 1;
          grown = Math.max(grown, (process.memoryUsage().arrayBuffers - before) / MEGABYTE);
          call.write(piece, send);
        };
        call.write(body.subarray(0, body.indexOf('\r\n\r\n') + 4), send);
      },
    );
  }
});
