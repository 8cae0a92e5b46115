import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { testDatabase, withClient, type TestDatabase } from '../support/test-database';

/** The server as it is run, because what it writes to standard output is what is asked about. */
jest.setTimeout(120_000);

const SERVER = path.join(__dirname, '..', '..', 'backend', 'dist', 'server.js');

/** Words that stand nowhere else, so that finding one in the log is finding what was sent. */
const SECRETS = {
  password: 'Hunter-Zwei-Quartz-771',
  username: 'wang-jianguo-zhang-9938',
  code: '918273',
  telephone: '13987654321',
  name: '欧阳不可见',
  bearer: 'bearer'.padEnd(43, 'Q'),
  link: 'L'.padEnd(43, 'z'),
  query: 'searched-for-this-4417',
  run: 'deadbeef-0000-4000-8000-00000badcafe',
  page: 'page-of-mr-wang-2210',
  agent: 'agent-of-mr-wang-5512',
  body: 'half-a-body-8126',
};
const CODE_OF_PROVIDER = 'code-of-the-provider-3391';

class Server {
  output = '';
  readonly address: Promise<string>;
  private readonly child: ChildProcess;
  private readonly end: Promise<void>;

  constructor(variables: Record<string, string>) {
    const { PATH = '' } = process.env;
    this.child = spawn(process.execPath, [SERVER], {
      cwd: '/',
      env: { PATH, HOST: '127.0.0.1', PORT: '0', ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.address = new Promise((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        this.output += chunk.toString('utf8');
        const address = /玉衡 Yuheng: (http:\S+)/.exec(this.output)?.[1];
        if (address) resolve(address);
      };
      this.child.stdout?.on('data', read);
      this.child.stderr?.on('data', read);
      this.child.once('exit', () => reject(new Error(this.output)));
    });
    this.end = new Promise((resolve) => this.child.once('close', () => resolve()));
  }

  async stop(): Promise<string> {
    this.child.kill('SIGTERM');
    await this.end;
    return this.output;
  }

  kill(): void {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
  }
}

describe('the log', () => {
  let database: TestDatabase;
  let key: string;
  const servers: Server[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    key = randomBytes(32).toString('base64');
  });

  afterAll(async () => {
    for (const server of servers) server.kill();
    await database?.drop();
  });

  const start = (level: string): Server => {
    const server = new Server({
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      YUHENG_KEYS: `one:${key}`,
      YUHENG_LOG: level,
    });
    servers.push(server);
    return server;
  };

  it.each(['info', 'debug'])(
    'at %s tells of every request its id, route, status and time, and nothing that was in it',
    async (level) => {
      const server = start(level);
      const address = await server.address;
      const token = await visit(address);
      await withoutSignIn(database, () => signIn(address, SECRETS.username, SECRETS.password));
      const log = await server.stop();
      const lines = jsonLinesOf(log);

      const completed = lines.filter(({ msg }) => msg === 'request completed');
      const routes = completed.map(({ res }) => `${res?.method} ${res?.route} ${res?.status}`);
      expect(routes).toEqual(
        expect.arrayContaining([
          'POST /api/session 401',
          'POST /api/session 200',
          'POST /api/session 500',
          'GET /api/scoring-runs/:run 404',
          'GET /api/counties 400',
        ]),
      );
      for (const { reqId, responseTime } of completed) {
        expect(reqId).toMatch(/^[0-9a-f-]{36}$/);
        expect(responseTime).toEqual(expect.any(Number));
      }
      const failure = lines.find(({ msg }) => msg === 'unexpected failure');
      expect(failure?.err).toMatchObject({ type: 'QueryFailedError', code: '42883' });
      expect(failure?.err?.stack).toMatch(/sessions?\S*\.js:\d+/);

      const secrets = { ...SECRETS, key, CODE_OF_PROVIDER, token };
      for (const [what, secret] of Object.entries(secrets)) {
        expect([what, log.includes(secret), log.includes(encodeURIComponent(secret))]).toEqual([
          what,
          false,
          false,
        ]);
      }
      // The addresses of people are kept in the audit trail, for those who may read it.
      const keys = new Set(lines.flatMap((line) => [...keysOf(line)]));
      for (const key of [
        'headers',
        'remoteAddress',
        'body',
        'url',
        'query',
        'parameters',
        'detail',
        'params',
      ]) {
        expect([key, keys.has(key)]).toEqual([key, false]);
      }
    },
  );

  it('at warn, as it is without a setting, says nothing of requests that are answered', async () => {
    const server = start('');
    await visit(await server.address);
    expect(jsonLinesOf(await server.stop())).toEqual([]);
  });
});

const PERSON = { 'user-agent': SECRETS.agent, 'content-type': 'application/json' };

const signIn = (address: string, username: string, password: string, code?: string): Promise<Response> =>
  fetch(`${address}/api/session`, {
    method: 'POST',
    headers: PERSON,
    body: JSON.stringify({ username, password, ...(code ? { code } : {}) }),
  });

/** Sends every secret in the places where such things travel; the token of the session that was opened. */
async function visit(address: string): Promise<string> {
  await signIn(address, SECRETS.username, SECRETS.password, SECRETS.code);
  const answer = await signIn(address, 'officer-1', 'Yuheng-demo-2025');
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const get = (url: string, headers: Record<string, string> = { cookie }): Promise<Response> =>
    fetch(`${address}${url}`, { headers: { ...PERSON, ...headers }, redirect: 'manual' });
  await get(`/api/scoring-runs/${SECRETS.run}`);
  await get(`/api/counties?name=${encodeURIComponent(SECRETS.name)}&q=${SECRETS.query}`);
  await get(`/api/${SECRETS.page}`);
  await get(`/${SECRETS.page}/%zz`);
  await get(`/api/${SECRETS.page}/%zz`);
  await get(`/api/session/openid/callback?code=${CODE_OF_PROVIDER}&state=${SECRETS.query}`);
  await get('/api/counties', { authorization: `Bearer ${SECRETS.bearer}` });
  const post = (url: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${address}${url}`, { method: 'POST', headers: { ...PERSON, cookie, ...headers }, body });
  await post('/api/scoring-runs', `{"program":"${SECRETS.body}`);
  await post('/api/scoring-runs', JSON.stringify({ telephone: SECRETS.telephone, name: SECRETS.name }));
  await post('/api/scoring-runs', SECRETS.body, { origin: `https://${SECRETS.page}.test` });
  await post('/api/publications/preview', SECRETS.body, {
    'content-type': 'multipart/form-data; boundary=x',
  });
  const first = {
    token: SECRETS.link,
    username: SECRETS.username,
    name: SECRETS.name,
    password: SECRETS.password,
  };
  await post('/api/first-administrator', JSON.stringify(first));
  return cookie.split('=')[1] ?? randomBytes(8).toString('hex');
}

/** While the database lacks the function that signing in asks, every attempt fails with an error of SQL. */
async function withoutSignIn(database: TestDatabase, act: () => Promise<unknown>): Promise<void> {
  await withClient(database.adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select oid::regprocedure::text as name from pg_proc where proname = 'account_for_sign_in'`,
    );
    const name = rows[0]?.name ?? '';
    await client.query(`alter function ${name} rename to account_for_sign_in_away`);
    await act();
    await client.query(
      `alter function ${name.replace('account_for_sign_in', 'account_for_sign_in_away')} rename to account_for_sign_in`,
    );
  });
}

interface Line {
  readonly msg?: string;
  readonly reqId?: string;
  readonly responseTime?: number;
  readonly res?: Readonly<Record<string, unknown>>;
  readonly err?: Readonly<Record<string, unknown>>;
}

const jsonLinesOf = (log: string): Line[] =>
  log
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

function* keysOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield key;
    yield* keysOf(inner);
  }
}
