import { AuditSealingService } from '@yuheng/backend/audit/audit-sealing.service';
import { startServer, type TestServer } from '../../support/server';
import { emptyTrail, entriesAfter, entriesAt, lastSeq } from './given-trail';

const DAY_MS = 24 * 3_600_000;
const BEIJING_MS = 8 * 3_600_000;

describe('the daily seal of the trail', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  beforeEach(() => emptyTrail(server));

  afterAll(() => server?.close());

  const seal = () => server.app.get(AuditSealingService).sealDays();
  const sealed = async () => (await seal()).map(({ day, seq }) => [day, seq] as const);

  it('is the hash of the last entry of the day in Beijing, which ends at 16:00 UTC', async () => {
    await entriesAt(server, [
      '2026-03-09T15:59:59.999Z',
      '2026-03-09T16:00:00.000Z',
      '2026-03-10T15:59:59.999Z',
      '2026-03-10T16:00:00.000Z',
    ]);
    const entries = await entriesAfter(server, 0);
    expect(await seal()).toEqual([
      { day: '2026-03-09', seq: 1, hash: entries[0]?.hash },
      { day: '2026-03-10', seq: 3, hash: entries[2]?.hash },
      { day: '2026-03-11', seq: 4, hash: entries[3]?.hash },
    ]);
  });

  it('is made up for on every missed day that has entries; a day without entries has none', async () => {
    await entriesAt(server, ['2026-03-01T04:00:00Z', '2026-03-05T04:00:00Z', '2026-03-06T04:00:00Z']);
    expect(await sealed()).toEqual([
      ['2026-03-01', 1],
      ['2026-03-05', 2],
      ['2026-03-06', 3],
    ]);
  });

  it('is not made for today, which is not over, but for yesterday until its last millisecond', async () => {
    const midnight = Math.floor((Date.now() + BEIJING_MS) / DAY_MS) * DAY_MS - BEIJING_MS;
    await entriesAt(
      server,
      [midnight - 1, midnight].map((at) => new Date(at).toISOString()),
    );
    expect((await sealed()).map(([, seq]) => seq)).toEqual([1]);
  });

  it('is made once: a second time finds nothing to seal, and changes nothing', async () => {
    await entriesAt(server, ['2026-03-01T04:00:00Z']);
    expect(await sealed()).toEqual([['2026-03-01', 1]]);
    const stored = await server.sql('select * from audit_seal');
    expect(await sealed()).toEqual([]);
    expect(await server.sql('select * from audit_seal')).toEqual(stored);
  });

  it('by two servers at one moment is made once', async () => {
    await entriesAt(server, ['2026-03-01T04:00:00Z']);
    const both = await Promise.all([sealed(), sealed()]);
    expect(both.map((one) => one.length).sort()).toEqual([0, 1]);
    const acts = await entriesAfter(server, 1);
    expect(acts.map(({ content }) => content.act)).toEqual(['audit.seal']);
  });

  it('stands in the trail itself, by nobody; where nothing was due there is no entry', async () => {
    await entriesAt(server, ['2026-03-01T04:00:00Z', '2026-03-02T04:00:00Z']);
    const seals = await seal();
    await seal();
    const written = await entriesAfter(server, 2);
    expect(written.map(({ content }) => content)).toEqual([
      {
        act: 'audit.seal',
        actor: null,
        roles: [],
        object: { kind: 'auditSeal', id: '2026-03-02' },
        outcome: 'done',
        after: seals,
        requestId: null,
        address: null,
      },
    ]);
  });

  it('and its entry are there together or not at all', async () => {
    await entriesAt(server, ['2026-03-01T04:00:00Z']);
    await server.sql(
      `alter table audit_entry add constraint power_cut check (act <> 'audit.seal') not valid`,
    );
    await expect(seal()).rejects.toThrow('power_cut');
    await server.sql('alter table audit_entry drop constraint power_cut');
    expect(await server.sql('select 1 from audit_seal')).toEqual([]);
    expect(await sealed()).toEqual([['2026-03-01', 1]]);
  });

  it('is shown to every account with its six-character code, the latest first', async () => {
    await entriesAt(server, ['2026-03-01T04:00:00Z', '2026-03-02T04:00:00Z']);
    const made = await seal();
    for (const as of ['evaluator-1', 'county-hongta', 'audit-admin']) {
      const { seals } = (await server.request({ url: '/api/audit/seals', as })).json<{ seals: unknown[] }>();
      expect(seals).toEqual(
        [...made].reverse().map((one) => ({
          ...one,
          code: one.hash.slice(0, 6),
          sealedAt: expect.stringMatching(/^20\d\d-.*Z$/),
        })),
      );
    }
    expect((await server.request({ url: '/api/audit/seals' })).status).toBe(401);
  });

  it('waits for an entry of the old day that is being written, so that it is never left out', async () => {
    await entriesAt(server, ['2026-03-01T04:00:00Z']);
    const before = await lastSeq(server);
    const writer = server.source.createQueryRunner();
    await writer.startTransaction();
    await writer.query(`select pg_advisory_xact_lock(hashtextextended('yuheng.audit/530400', 0))`);
    const sealing = sealed();
    await untilWaiting();
    await entriesAt(server, ['2026-03-01T05:00:00Z']);
    await writer.commitTransaction();
    await writer.release();
    expect(await sealing).toEqual([['2026-03-01', before + 1]]);
  });

  async function untilWaiting(): Promise<void> {
    for (;;) {
      const waiting = await server.sql(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (waiting.length > 0) return;
    }
  }
});
