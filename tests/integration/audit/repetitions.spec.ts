import { Act } from '@yuheng/backend/audit/act';
import { AuditTrail } from '@yuheng/backend/audit/audit-trail';
import { ownScope } from '@yuheng/backend/database/scope';
import { startServer, type TestServer } from '../../support/server';

describe('an act that is sent again with its Idempotency-Key', () => {
  let server: TestServer;
  const accounts: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    const rows = await server.sql<{ id: string }>(
      `select account_id as id from account where username in ('officer-1', 'officer-2') order by username`,
    );
    accounts.push(...rows.map(({ id }) => id));
  });

  afterAll(() => server?.close());

  let works = 0;
  const attempt = (
    key: string,
    { requestSha256 = 'same', name = 'trial', account = accounts[0] ?? '', fails = false } = {},
  ): Promise<unknown> => {
    const act = new Act(name, { accountId: account, username: 'officer-1', roles: ['programOfficer'] }, null);
    act.repetition = { key, requestSha256 };
    return server.app.get(AuditTrail).record(act, ownScope(account), async () => {
      works += 1;
      if (fails) throw new Error('the work failed');
      return { number: works };
    });
  };
  const entries = async (): Promise<number> =>
    (await server.sql(`select 1 from audit_entry where act = 'trial'`)).length;

  beforeEach(() => (works = 0));

  it('is answered as before, and neither done nor written again', async () => {
    const before = await entries();
    expect([await attempt('key-once-1'), await attempt('key-once-1')]).toEqual([
      { number: 1 },
      { number: 1 },
    ]);
    expect([works, (await entries()) - before]).toEqual([1, 1]);
  });

  it('at one moment is done once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempt('key-at-once')));
    expect(answers).toEqual(Array(8).fill({ number: 1 }));
    expect(works).toBe(1);
  });

  it('is done when the first time failed: nothing of it was kept', async () => {
    await expect(attempt('key-failed', { fails: true })).rejects.toThrow('the work failed');
    expect(await attempt('key-failed')).toEqual({ number: 2 });
  });

  it.each([
    ['with other content', { requestSha256: 'another' }],
    ['of another kind', { name: 'another' }],
  ])('%s is a conflict', async (_, other) => {
    await attempt('key-taken');
    await expect(attempt('key-taken', other)).rejects.toMatchObject({ slug: 'conflict' });
    expect(works).toBeLessThanOrEqual(1);
  });

  it('of another account is its own', async () => {
    await attempt('key-of-two');
    expect(await attempt('key-of-two', { account: accounts[1] })).toEqual({ number: 2 });
  });

  it('is forgotten after two days, whoever’s it was', async () => {
    await server.sql('delete from idempotency_key');
    for (const [key, age] of [
      ['just-now', '1 hour'],
      ['the-day-before', '47 hours'],
      ['long-ago', '49 hours'],
    ]) {
      await server.sql(
        `insert into idempotency_key values ($1, $2, 'trial', 'x', null, now() - $3::interval)`,
        [accounts[0], key, age],
      );
    }
    await server.app.get(AuditTrail).forgetRepetitions();
    expect(await server.sql('select key from idempotency_key order by key')).toEqual([
      { key: 'just-now' },
      { key: 'the-day-before' },
    ]);
  });
});
