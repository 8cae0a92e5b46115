import { DEMONSTRATION_PASSWORD } from '@yuheng/backend/identity/sessions.service';
import { createHash } from 'node:crypto';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { detailOf } from '../administration/people';
import { withSettings } from '../../support/with-settings';
import { makePerson, PASSWORD } from './own-people';

const LONG = { lockAfter: 3, lockMinutes: 60, lockMaxMinutes: 1440 };

describe('the lock of a user name', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
    await withSettings(server, LONG);
  });

  afterAll(() => server?.close());

  const signIn = (username: string, password: string): Promise<TestAnswer> =>
    server.request({ method: 'POST', url: '/api/session', body: { username, password } });
  const lock = async (username: string, password: string): Promise<TestAnswer> => {
    for (let n = 0; n < LONG.lockAfter; n += 1) await signIn(username, 'not the password');
    return signIn(username, password);
  };
  const waitOf = ({ headers }: TestAnswer): number => Number(headers['retry-after']);

  it('of the demonstration lasts 15 seconds at most whatever the settings, so that no visitor shuts out the others', async () => {
    const answer = await lock('finance', DEMONSTRATION_PASSWORD);
    expect(answer.status).toBe(429);
    expect(waitOf(answer)).toBeGreaterThan(0);
    expect(waitOf(answer)).toBeLessThanOrEqual(15);
    expect(detailOf(answer)).toContain(`请 ${waitOf(answer)} 秒后再试`);
  });

  it('of the demonstration does not grow with further failures', async () => {
    const name = createHash('sha256').update('leader').digest('hex');
    for (let failures = 1; failures <= 12; failures += 1) {
      await server.sql(`select note_sign_in($1, false, 5, 1, 60)`, [name]);
      const [{ seconds } = { seconds: -1 }] = await server.sql<{ seconds: number }>(
        'select sign_in_lock($1) as seconds',
        [name],
      );
      expect([failures, seconds >= (failures < 5 ? 0 : 1), seconds <= (failures < 5 ? 0 : 15)]).toEqual([
        failures,
        true,
        true,
      ]);
      await server.sql(`update sign_in_failure set locked_until = now() - interval '1 second'`);
    }
  });

  it('of any other account, and of a name that nobody has, lasts as the settings say', async () => {
    const person = await makePerson(server);
    for (const username of [person.username, 'nobody-of-that-name']) {
      const answer = await lock(username, PASSWORD);
      expect([username, answer.status]).toEqual([username, 429]);
      expect(waitOf(answer)).toBeGreaterThan(3590);
      expect(detailOf(answer)).toContain('请 60 分钟后再试');
    }
  });
});
