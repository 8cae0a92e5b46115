import { startServer, type TestServer } from '../../support/server';
import { signIn } from './own-people';

describe('many sign-ins at one moment', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.close());

  const overview = async () =>
    (await server.request({ url: '/api/overview?program=assistants&year=2025', as: 'leader' })).status;
  const guess = async (username: string) => (await signIn(server, username)).status;

  it('find connections to the database open from the start', async () => {
    const opened = await server.sql<{ connections: number }>(
      `select count(*)::int as connections from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    expect(opened[0]?.connections).toBeGreaterThanOrEqual(4);
  });

  it('leave the database within reach: all are answered, and whoever is signed in works on', async () => {
    expect(await overview()).toBe(200);
    const guesses = Promise.all(Array.from({ length: 40 }, (_, index) => guess(`made-up-${index}`)));
    const seen = await Promise.all(Array.from({ length: 20 }, overview));
    expect(new Set(seen)).toEqual(new Set([200]));
    expect(new Set(await guesses)).toEqual(new Set([401]));
  });
});
