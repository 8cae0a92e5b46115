import { AuditRepository } from '@yuheng/backend/audit/audit.repository';
import type { AuditContent } from '@yuheng/shared/contract/audit';
import type { Problem } from '@yuheng/shared/contract/problem';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { emptyTrail, entriesAfter, entriesAt, lastSeq } from './given-trail';
import { verifyAudit } from './verify-audit';

interface Exported {
  format: string;
  chain: string;
  exported: { at: string; by: string; watermark: string };
  entries: { seq: number; algorithm: string; previous: string; hash: string; content: AuditContent }[];
}

describe('an export of the trail', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const exported = (query = '', from = server): Promise<TestAnswer> =>
    from.request({ url: `/api/audit/export${query}`, as: 'audit-admin' });

  it('is a file to be saved under the name of its chain and its numbers, kept by no cache', async () => {
    const answer = await exported();
    const { entries } = answer.json<Exported>();
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="yuheng-audit-530400-1-${entries.length}.json"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('holds the entries as they stand in the database, one a line, in order and without a gap', async () => {
    const { text } = await exported();
    const { entries, format, chain } = JSON.parse(text) as Exported;
    expect([format, chain]).toEqual(['yuheng-audit-1', '530400']);
    const stored = await entriesAfter(server, 0);
    const [last] = entries.slice(-1);
    expect(entries.map(({ seq, previous, hash }) => [seq, previous, hash])).toEqual(
      stored.slice(0, last?.seq).map(({ seq, previous, hash }) => [seq, previous, hash]),
    );
    const lines = text.split('\n');
    expect(lines).toHaveLength(entries.length + 3);
    expect([lines[0]?.endsWith('"entries":['), lines.at(-2), lines.at(-1)]).toEqual([true, ']}', '']);
    const [first] = await server.sql<{ record: string }>(
      'select audit_record(algorithm, at, city_id, content, previous, seq) as record from audit_entry where seq = 1',
    );
    expect(lines[1]).toBe(`${first?.record.slice(0, -1)},"hash":"${stored[0]?.hash}"},`);
  });

  it('says who exported it, when, and with which check code', async () => {
    const { exported: said, entries } = (await exported()).json<Exported>();
    const code = entries.at(-1)?.hash.slice(0, 6);
    expect(said.by).toBe('audit-admin');
    expect(Math.abs(Date.parse(said.at) - Date.now())).toBeLessThan(60_000);
    expect(said.watermark).toContain('（audit-admin） · 导出时间：');
    expect(said.watermark).toContain(`校验码：${code} · 演示数据 / Exported by: `);
  });

  it('stands in the trail itself, after the entries that it holds, with their numbers and their head', async () => {
    const before = await lastSeq(server);
    const { entries } = (await exported('?from=2020-01-01')).json<Exported>();
    const written = await entriesAfter(server, before);
    expect(written.map(({ content }) => [content.act, content.outcome])).toEqual([['audit.export', 'done']]);
    expect(written[0]?.content).toMatchObject({
      actor: { username: 'audit-admin' },
      object: { kind: 'auditEntries', id: '2020-01-01/..' },
      after: { first: 1, last: before, head: entries.at(-1)?.hash },
    });
    expect(entries.at(-1)?.seq).toBe(before);
  });

  it('is found sound by the command line on a file of it, whose tail is proved against its last hash', async () => {
    const { text } = await exported();
    const { entries } = JSON.parse(text) as Exported;
    const count = entries.length;
    const sound = { valid: true, first: 1, last: count, count, problems: [] };
    expect(await verifyAudit(text)).toEqual({ ...sound, tail: 'not proved' });
    expect(await verifyAudit(text, `${count}:${entries.at(-1)?.hash}`)).toEqual({ ...sound, tail: 'proved' });
    const forged = text.replace('"username":"audit-admin"', '"username":"audit-admim"');
    expect((await verifyAudit(forged)).valid).toBe(false);
  });

  it('is proved against the seal of a day, and a file whose tail was cut before it is not', async () => {
    await emptyTrail(server);
    await entriesAt(server, ['2026-03-09T01:00:00Z', '2026-03-09T02:00:00Z', '2026-03-10T01:00:00Z']);
    await server.sql(`select seal_audit('530400')`);
    const seals = (await server.request({ url: '/api/audit/seals', as: 'leader' })).json<{
      seals: { day: string; seq: number; hash: string; code: string }[];
    }>().seals;
    expect(seals.map(({ day, seq }) => [day, seq])).toEqual([
      ['2026-03-10', 3],
      ['2026-03-09', 2],
    ]);
    const head = `${seals[0]?.seq}:${seals[0]?.hash}`;
    // What was exported later holds entries after the seal: they are sound, and their end is not proved by it.
    expect(await verifyAudit((await exported()).text, head)).toMatchObject({
      valid: true,
      problems: [],
      tail: 'not proved',
    });
    const cut = (await exported('?to=2026-03-09')).text;
    expect((await verifyAudit(cut, head)).valid).toBe(false);
    expect(await verifyAudit(cut, `${seals[1]?.seq}:${seals[1]?.hash}`)).toMatchObject({
      valid: true,
      last: 2,
      tail: 'proved',
    });
  });

  it('of some days holds them without a gap, beginning where they begin', async () => {
    await emptyTrail(server);
    await entriesAt(server, [
      '2026-03-09T15:59:59.999Z',
      '2026-03-09T16:00:00.000Z',
      '2026-03-10T15:59:59.999Z',
      '2026-03-10T16:00:00.000Z',
    ]);
    const answer = await exported('?from=2026-03-10&to=2026-03-10');
    expect(answer.json<Exported>().entries.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(answer.headers['content-disposition']).toContain('yuheng-audit-530400-2-3.json');
    expect(await verifyAudit(answer.text)).toMatchObject({ valid: true, first: 2, last: 3, count: 2 });
  });

  it('of days without entries, or of days in the wrong order, is refused with a sentence, and that is written', async () => {
    const before = await lastSeq(server);
    const none = await exported('?to=2020-01-01');
    const reversed = await exported('?from=2026-03-11&to=2026-03-10');
    expect([none.status, reversed.status]).toEqual([422, 422]);
    expect(none.json<Problem>().detail).toBe('所选日期内没有审计日志，未生成文件；请调整起止日期后再导出。');
    expect(reversed.json<Problem>().detail).toBe('截止日期早于起始日期，未生成文件；请核对起止日期。');
    const written = (await entriesAfter(server, before)).map(({ content }) => content);
    expect(written.map(({ act, outcome, object }) => [act, outcome, object?.id])).toEqual([
      ['audit.export', 'refused', '../2020-01-01'],
      ['audit.export', 'refused', '2026-03-11/2026-03-10'],
    ]);
  });

  it('reads a thousand entries at a time, each time in a transaction of its own', async () => {
    await emptyTrail(server);
    await server.sql(
      `select append_audit('530400', 'sha256', '{"act":"test.act","actor":null,"address":null,"object":null,"outcome":"done","requestId":null,"roles":[]}')
       from generate_series(1, 2500)`,
    );
    const records = jest.spyOn(server.app.get(AuditRepository), 'records');
    const { text } = await exported();
    const asked = records.mock.calls.map(([, { after, most }]) => [after, most]);
    const transactions = new Set(records.mock.calls.map(([tx]) => tx));
    records.mockRestore();
    expect(transactions.size).toBe(3);
    expect(asked).toEqual([0, 1000, 2000].map((after) => [after, 1000]));
    const { entries } = JSON.parse(text) as Exported;
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: entries.length }, (_, i) => i + 1));
    expect(entries.length).toBeGreaterThanOrEqual(2500);
    expect((await verifyAudit(text)).valid).toBe(true);
  });

  it('that fails half-way is broken off, so that the browser says so, and the server lives on', async () => {
    await server.app.listen(0, '127.0.0.1');
    const { port } = server.app.getHttpServer().address() as { port: number };
    const repository = server.app.get(AuditRepository);
    const read = repository.records.bind(repository);
    const records = jest.spyOn(repository, 'records').mockImplementation((tx, range) => {
      return range.after > 0 ? Promise.reject(new Error('the disk is gone')) : read(tx, range);
    });
    const url = `http://127.0.0.1:${port}/api/audit/export`;
    const answer = await fetch(url, { headers: { cookie: await server.cookieOf('audit-admin') } });
    await expect(answer.text()).rejects.toThrow();
    records.mockRestore();
    expect((await exported()).status).toBe(200);
  });
});

describe('a trail in SM3', () => {
  let first: TestServer;

  afterAll(() => first?.close());

  it('begun in SHA-256 and gone on with in SM3 is one chain, which the command line finds sound', async () => {
    first = await startServer();
    await first.request({ url: '/api/audit/export', as: 'audit-admin' });
    const variables = { YUHENG_AUDIT_ALGORITHM: 'sm3' };
    const second = await startServer({ variables, database: first.database });
    await second.request({ url: '/api/audit/export?to=2020-01-01', as: 'audit-admin' });
    const { text } = await second.request({ url: '/api/audit/export', as: 'audit-admin' });
    await second.close();
    const { entries } = JSON.parse(text) as Exported;
    const algorithms = entries.map(({ algorithm }) => algorithm);
    expect([algorithms[0], algorithms.at(-1)]).toEqual(['sha256', 'sm3']);
    expect([...algorithms].sort()).toEqual(algorithms);
    expect(await verifyAudit(text)).toMatchObject({ valid: true, count: entries.length });
  });
});
