import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import { ProposingThread } from '@yuheng/backend/allocations/proposing/proposing-thread';
import type { ToPropose } from '@yuheng/backend/allocations/proposing/frozen-proposal';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { startServer, type TestServer } from '../../support/server';

/** So many simulations take longer than a few requests on any machine. */
const LONG = 100_000;

describe('the thread that computes proposals', () => {
  let server: TestServer;
  let question: AllocationQuestion;

  beforeAll(async () => {
    server = await startServer();
    const url = '/api/allocation-question?program=assistants&year=2026';
    question = (await server.request({ url, as: 'leader' })).json();
  });

  afterAll(() => server?.close());

  const asking = (runs: number, seed = 1): ToPropose => ({
    evidence: question.evidence as unknown as ToPropose['evidence'],
    evidenceSha256: question.evidenceSha256 ?? '',
    settings: { ...CAREFUL_SETTINGS, firmness: { ...CAREFUL_SETTINGS.firmness, runs, seed } },
  });
  const slug = (error: unknown): string => (error as { slug: string }).slug;
  const threads: ProposingThread[] = [];
  const threadOf = (limits: { waiting: number; seconds: number }): ProposingThread => {
    const thread = new ProposingThread(limits);
    threads.push(thread);
    return thread;
  };
  afterEach(() => Promise.all(threads.splice(0).map((one) => one.stop())));

  it('while a scenario is computed the server answers everybody else', async () => {
    const order: string[] = [];
    const saving = server
      .request({
        method: 'POST',
        url: '/api/allocation-scenarios?program=assistants&year=2026',
        as: 'officer-1',
        body: {
          name: '长时间测算',
          settings: asking(LONG).settings,
          scoringRun: question.results[0]?.run ?? null,
        },
      })
      .then(({ status }) => order.push(`saved ${status}`));
    for (let asked = 0; asked < 20; asked += 1) {
      const { status } = await server.request({ url: '/api/health' });
      order.push(`health ${status}`);
    }
    await saving;
    expect(order).toEqual([...Array<string>(20).fill('health 200'), 'saved 201']);
  });

  it('computes one after the other, and refuses who would be one too many', async () => {
    const thread = threadOf({ waiting: 1, seconds: 60 });
    const [first, second] = [thread.propose(asking(200, 1)), thread.propose(asking(200, 2))];
    await expect(thread.propose(asking(200, 3)).catch(slug)).resolves.toBe('unavailable');
    expect((await Promise.all([first, second])).map(({ ok }) => ok)).toEqual([true, true]);
    expect((await thread.propose(asking(200, 3))).ok).toBe(true);
  });

  it('what takes too long is stopped and told, and no other thread is held up by it', async () => {
    const thread = threadOf({ waiting: 5, seconds: 0.05 });
    await expect(thread.propose(asking(LONG)).catch(slug)).resolves.toBe('unavailable');
    const patient = threadOf({ waiting: 5, seconds: 60 });
    expect((await patient.propose(asking(200))).ok).toBe(true);
  });

  it('a thread that fails tells its asker, and the next question finds a new one', async () => {
    const thread = threadOf({ waiting: 5, seconds: 60 });
    const broken = { ...asking(200), evidence: null } as unknown as ToPropose;
    await expect(thread.propose(broken)).rejects.toThrow();
    expect((await thread.propose(asking(200))).ok).toBe(true);
  });

  it('stopped, it tells whoever waits and takes nobody any more', async () => {
    const thread = threadOf({ waiting: 5, seconds: 60 });
    const waiting = [thread.propose(asking(LONG, 1)), thread.propose(asking(LONG, 2))].map((one) =>
      one.catch(slug),
    );
    await thread.stop();
    expect(await Promise.all(waiting)).toEqual(['unavailable', 'unavailable']);
    await expect(thread.propose(asking(200)).catch(slug)).resolves.toBe('unavailable');
  });
});
