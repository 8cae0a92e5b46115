import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '@yuheng/backend/clock/clock';
import { readEnvironment, type Environment } from '@yuheng/backend/config/environment';
import { readKeys } from '@yuheng/backend/config/keys';
import { Settings } from '@yuheng/backend/config/settings';
import { createDataSource } from '@yuheng/backend/database/data-source';
import { Lifecycle } from '@yuheng/backend/http/lifecycle';
import { DEMONSTRATION_PASSWORD } from '@yuheng/backend/identity/sessions.service';
import { install, type Installation } from '@yuheng/backend/installation/install';
import { registerKeys } from '@yuheng/backend/installation/register-keys';
import { createApplication } from '@yuheng/backend/main';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { createHash } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { cheapHashOf } from './cheap-password';
import { testDatabase, withClient, type TestDatabase } from './test-database';

/** A start and its first sign-ins take seconds where several suites share two cores. */
jest.setTimeout(60_000);

/** A request as a person at a browser would make it: `as` signs in first and keeps the session. */
export interface TestRequest {
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'HEAD' | 'PUT' | 'PATCH' | 'OPTIONS';
  readonly url: string;
  /** A demonstration account; absent: signed out. */
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A value is sent as JSON; text and bytes as they are, with the headers given. */
  readonly body?: unknown;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** Of a file. */
  readonly bytes: Buffer;
  /** The body read as JSON; the test says what it expects it to be. */
  json<Body = Record<string, unknown>>(): Body;
}

export interface TestServer {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly source: DataSource;
  readonly lifecycle: Lifecycle;
  readonly installation: Installation;
  request(request: TestRequest): Promise<TestAnswer>;
  /** The cookie of an account's one session, opened at the first call. */
  cookieOf(username: string): Promise<string>;
  /** As the superuser, whom no policy binds: for looking at what is really stored. */
  sql<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Variables as a person would set them; YUHENG_LOG is silent unless given. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly webFolder?: string | null;
  readonly poolSize?: number;
  /** An installed database of the caller's instead of a fresh one; the caller drops it. */
  readonly database?: TestDatabase;
}

/**
 * The real application on a database of its own, in this process: requests go through every hook, guard and schema.
 * The demonstration is installed once a run, by the program's own installation, and copied for each server.
 */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const environment = environmentOf(options.variables);
  const database = options.database ?? (await installedDatabase(environment));
  const installation = await install(database.ownerUrl, environment);
  const keys = await readKeys(environment, () => undefined);
  await registerKeys(database.ownerUrl, keys);
  const source = await createDataSource(database.appUrl, options.poolSize ?? 10).initialize();
  const lifecycle = new Lifecycle();
  const day = environment.today ?? installation.demonstrationDay;
  const settings = new Settings(
    environment,
    new Clock(day === null ? null : isoDate(day)),
    installation.demonstrationDay !== null,
    installation.cityId,
  );
  const app = await createApplication({ source, settings, lifecycle, keys }, options.webFolder ?? null);
  const client = new Client({ connectionString: database.adminUrl });
  // Dropping the database ends this connection; that is no news.
  client.on('error', () => undefined);
  await client.connect();
  const cookieOf = sessionsOf(app);
  return {
    app,
    database,
    source,
    lifecycle,
    installation,
    cookieOf,
    request: async (request) => send(app, request, request.as ? await cookieOf(request.as) : null),
    sql: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query(text, [...values])).rows as Row[],
    close: async () => {
      await client.end();
      await app.close();
      await source.destroy();
      if (!options.database) await database.drop();
    },
  };
}

/** One key for all test servers: a database may be handed from one to another. */
export const TEST_KEYS = `test:${createHash('sha256').update('the key of test servers').digest('base64')}`;

export const environmentOf = (variables: Readonly<Record<string, string>> = {}): Environment =>
  readEnvironment({ YUHENG_LOG: 'silent', YUHENG_KEYS: TEST_KEYS, ...variables });

const INSTALLED = 'demonstration';
const MAKING_LOCK = 7_264_159;

/** A copy of the installed demonstration; without demonstration an empty database, which `install` then fills. */
async function installedDatabase(environment: Environment): Promise<TestDatabase> {
  if (!environment.demonstration) return testDatabase();
  const first = await testDatabase();
  const administration = first.adminUrl.replace(/\/[^/]*$/, '/postgres');
  await withClient(administration, async (client) => {
    // Several Jest workers come here at the same moment; the first makes the template, the others wait for it.
    await client.query('select pg_advisory_lock($1)', [MAKING_LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [INSTALLED]);
    if (rowCount) return;
    await install(first.ownerUrl, environmentOf());
    await cheapenSigningIn(first.adminUrl);
    await client.query(`alter database ${first.name} rename to ${INSTALLED}`);
  });
  await first.drop();
  return testDatabase(INSTALLED);
}

async function cheapenSigningIn(adminUrl: string): Promise<void> {
  const cheap = await cheapHashOf(DEMONSTRATION_PASSWORD);
  await withClient(adminUrl, async (client) => {
    await client.query('update credential set password_hash = $1', [cheap]);
  });
}

function sessionsOf(app: NestFastifyApplication): (username: string) => Promise<string> {
  const cookies = new Map<string, Promise<string>>();
  const signIn = async (username: string): Promise<string> => {
    const body = { username, password: DEMONSTRATION_PASSWORD };
    const answer = await send(app, { method: 'POST', url: '/api/session', body }, null);
    if (answer.status !== 200) throw new Error(`${username} could not sign in: ${answer.text}`);
    return /yuheng_session=[^;]+/.exec(answer.headers['set-cookie'] ?? '')?.[0] ?? '';
  };
  return (username) => {
    const cookie = cookies.get(username) ?? signIn(username);
    cookies.set(username, cookie);
    return cookie;
  };
}

async function send(
  app: NestFastifyApplication,
  { method = 'GET', url, headers = {}, body }: TestRequest,
  cookie: string | null,
): Promise<TestAnswer> {
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const answer = await app
    .getHttpAdapter()
    .getInstance()
    .inject({
      method,
      url,
      headers: {
        ...(body !== undefined && !isRaw ? { 'content-type': 'application/json' } : {}),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
    });
  return {
    status: answer.statusCode,
    headers: answer.headers as Record<string, string | undefined>,
    text: answer.body,
    bytes: answer.rawPayload,
    json: <Body>() => JSON.parse(answer.body) as Body,
  };
}

const BOUNDARY = 'yuheng-test-boundary';

/** A multipart form as a browser writes it: one file, and further fields before it. */
export function formOf(
  bytes: Buffer | string,
  { name = '2030.txt', field = 'file', fields = {} } = {},
): { headers: Record<string, string>; body: Buffer } {
  const before = Object.entries(fields).map(
    ([key, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.concat([
      Buffer.from(before.join('') + head),
      Buffer.from(bytes),
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]),
  };
}
