import { AuditSealingService } from '@yuheng/backend/audit/audit-sealing.service';
import { DailyTasksService } from '@yuheng/backend/maintenance/daily-tasks.service';
import { DailyWorkService } from '@yuheng/backend/maintenance/daily-work.service';
import { RetentionService } from '@yuheng/backend/personal-data/retention.service';
import { startServer, type TestServer } from '../../support/server';
import { emptyTrail, entriesAt } from './given-trail';

describe('the daily work', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startServer();
    await emptyTrail(server);
    await entriesAt(server, ['2026-03-01T04:00:00Z']);
  });

  afterEach(() => server?.close());

  const look = (one = server) => one.app.get(DailyWorkService).look();
  const done = async (): Promise<string[]> =>
    (await server.sql<{ task: string }>('select task from daily_work order by task')).map(({ task }) => task);
  const namesOf = (one: TestServer): string[] =>
    one.app
      .get(DailyTasksService)
      .all.map(({ name }) => name)
      .sort();
  const seals = async (): Promise<number> => (await server.sql('select 1 from audit_seal')).length;
  const spied = (one = server) => ({
    seal: jest.spyOn(one.app.get(AuditSealingService), 'sealDays'),
    erase: jest.spyOn(one.app.get(RetentionService), 'eraseExpired'),
  });

  it('seals the trail and erases what is expired, each once a day however often it looks', async () => {
    const { seal, erase } = spied();
    await look();
    await look();
    expect([seal.mock.calls.length, erase.mock.calls.length]).toEqual([1, 1]);
    expect(await done()).toEqual(namesOf(server));
    expect(namesOf(server)).toEqual(expect.arrayContaining(['audit.seal', 'personalData.erase']));
    expect(await seals()).toBe(1);
  });

  it('is that of a day of Beijing time, as the database tells it', async () => {
    await look();
    expect(
      await server.sql(
        `select distinct day = (now() at time zone 'Asia/Shanghai')::date as today from daily_work`,
      ),
    ).toEqual([{ today: true }]);
    // What was done yesterday is due again.
    await server.sql('update daily_work set day = day - 1');
    const { seal } = spied();
    await look();
    expect(seal).toHaveBeenCalledTimes(1);
  });

  it('is done by one of several servers that look at one moment', async () => {
    const other = await startServer({ database: server.database });
    const [here, there] = [spied(), spied(other)];
    await Promise.all([look(), look(other), look(), look(other)]);
    expect(here.seal.mock.calls.length + there.seal.mock.calls.length).toBe(1);
    expect(here.erase.mock.calls.length + there.erase.mock.calls.length).toBe(1);
    await other.close();
  });

  it('that fails is not claimed: the next look tries it again, and the other tasks are done all the same', async () => {
    const { seal, erase } = spied();
    seal.mockRejectedValueOnce(new Error('the disk is full'));
    await look();
    expect(await done()).toEqual(namesOf(server).filter((name) => name !== 'audit.seal'));
    expect(erase).toHaveBeenCalledTimes(1);
    await look();
    expect(await done()).toEqual(namesOf(server));
    expect(await seals()).toBe(1);
  });

  it('that was cut off with its server leaves no claim', async () => {
    const { seal } = spied();
    seal.mockImplementationOnce(async () => {
      await server.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction'`,
      );
      return [];
    });
    await look();
    expect(await done()).not.toContain('audit.seal');
    await look();
    expect(await done()).toContain('audit.seal');
  });

  it('begins when the server listens, ends with it, and finishes first what is under way', async () => {
    const { seal } = spied();
    expect(seal).not.toHaveBeenCalled();
    let finish = (): void => undefined;
    seal.mockImplementationOnce(() => new Promise((resolve) => (finish = () => resolve([]))));
    await server.app.listen(0, '127.0.0.1');
    while (seal.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    let isClosed = false;
    const closing = server.app.close().then(() => (isClosed = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isClosed).toBe(false);
    finish();
    await closing;
    // On the way down nothing more is begun.
    expect(await done()).toEqual(['audit.seal']);
  });

  it('is looked for again every ten minutes, by a timer that keeps no process alive', async () => {
    const every = jest.spyOn(globalThis, 'setInterval');
    await server.app.listen(0, '127.0.0.1');
    const index = every.mock.calls.findIndex(([, after]) => after === 600_000);
    const timer = every.mock.results[index]?.value as NodeJS.Timeout;
    every.mockRestore();
    expect(timer.hasRef()).toBe(false);
  });
});
