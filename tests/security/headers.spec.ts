import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer, type TestAnswer, type TestRequest, type TestServer } from '../support/server';

const ALWAYS = {
  'content-security-policy': expect.stringMatching(
    /^default-src 'none'; ?script-src 'self';.*frame-ancestors 'none'$/,
  ),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=(), '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
/** Two years. */
const TLS_ONLY = 'max-age=63072000; includeSubDomains';

describe('the headers of every answer', () => {
  let webFolder: string;
  let server: TestServer;
  let behindTls: TestServer;

  beforeAll(async () => {
    webFolder = await mkdtemp(path.join(tmpdir(), 'yuheng-web-'));
    await writeFile(path.join(webFolder, 'index.html'), '<!doctype html><title>玉衡</title>');
    server = await startServer({ webFolder });
    behindTls = await startServer({ webFolder, variables: { YUHENG_TLS: '1' } });
    await server.app.listen(0, '127.0.0.1');
    await behindTls.app.listen(0, '127.0.0.1');
  });

  afterAll(async () => {
    await server?.close();
    await behindTls?.close();
    await rm(webFolder, { recursive: true, force: true });
  });

  const KINDS: readonly (readonly [string, number, TestRequest])[] = [
    ['a page', 200, { url: '/' }],
    ['a missing file', 404, { url: '/no-such-file.js' }],
    ['an answer of the API', 200, { url: '/api/counties', as: 'leader' }],
    ['a refusal at the doors', 401, { url: '/api/counties' }],
    ['a route that is not there', 404, { url: '/api/nothing', as: 'leader' }],
    ['a method that nobody answers', 404, { method: 'PUT', url: '/' }],
    ['a broken escape in an address, which no hook sees', 400, { url: '/%zz' }],
    ['a broken escape under /api/', 401, { url: '/api/%zz' }],
    ['a body that is no JSON', 400, { method: 'POST', url: '/api/session', body: '{', headers: json() }],
    [
      'a body that is too large',
      413,
      { method: 'POST', url: '/api/session', body: 'x'.repeat(300_000), headers: json() },
    ],
  ];

  it('a 401 names the scheme that a program can answer (RFC 9110 section 15.5.2), and nothing else does', async () => {
    for (const [, status, request] of KINDS) {
      const { headers } = await server.request(request);
      expect(headers['www-authenticate']).toBe(status === 401 ? 'Bearer realm="yuheng"' : undefined);
    }
  });

  it.each(KINDS)(
    '%s (%i) carries all of them, and nothing about the software',
    async (_, status, request) => {
      const answer = await server.request(request);
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject(ALWAYS);
      expect(answer.headers['strict-transport-security']).toBeUndefined();
      expect(softwareIn(answer)).toEqual([]);
    },
  );

  it.each(KINDS)(
    'behind TLS %s (%i) tells browsers to come by TLS for two years',
    async (_, status, request) => {
      const answer = await behindTls.request(await signedInByTls(behindTls, request));
      expect(answer.status).toBe(status);
      expect(answer.headers['strict-transport-security']).toBe(TLS_ONLY);
    },
  );

  it.each([
    [400, 'hello\r\n\r\n'],
    [431, `GET /${'y'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`],
  ])(
    'what is no HTTP (%i) is answered with all of them, and behind TLS with that for TLS',
    async (status, text) => {
      const [plain, byTls] = [await headersSaidTo(server, text), await headersSaidTo(behindTls, text)];
      for (const { line, headers } of [plain, byTls]) {
        expect(line).toContain(` ${status} `);
        expect(headers).toMatchObject(ALWAYS);
      }
      expect(plain.headers['strict-transport-security']).toBeUndefined();
      expect(byTls.headers['strict-transport-security']).toBe(TLS_ONLY);
    },
  );

  it('no script may stand in a page, and no other site’s may be loaded', async () => {
    const { headers } = await server.request({ url: '/' });
    const policy = headers['content-security-policy'] ?? '';
    const scripts = policy.split(';').filter((one) => one.startsWith('script-src'));
    expect(scripts).toEqual(["script-src 'self'"]);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('the page of the documentation keeps its own policy, which allows no inline script either', async () => {
    const { headers } = await server.request({ url: '/api/docs' });
    expect(headers).toMatchObject(ALWAYS);
    expect(headers['content-security-policy']).toContain("base-uri 'none'");
  });

  it('the pages that are built hold no inline script, no handler in an attribute and no address of another host', () => {
    const folder = path.join(__dirname, '..', '..', 'frontend', 'dist', 'browser');
    const file = path.join(folder, 'index.html');
    if (!existsSync(file)) throw new Error('The web pages are not built: npm test -- --only build-frontend');
    const html = readFileSync(file, 'utf8');
    expect(html).toContain('<script');
    for (const [, attributes = '', content] of html.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)) {
      expect([attributes, content]).toEqual([expect.stringMatching(/ src="[\w.-]+"/), '']);
    }
    expect(html).not.toMatch(/\son\w+\s*=|javascript:|(?:src|href)="(?:https?:)?\/\//i);
  });

  it('every certificate is a file to be saved, never a page to be shown', async () => {
    const [scoring] = await server.sql<{ id: string }>('select run_id::text as id from scoring_run limit 1');
    const [allocation] = await server.sql<{ id: string }>(
      'select run_id::text as id from allocation_run limit 1',
    );
    for (const url of [
      `/api/scoring-runs/${scoring?.id}/certificate`,
      `/api/allocation-runs/${allocation?.id}/certificate`,
    ]) {
      const answer = await server.request({ url, as: 'officer-1' });
      expect([url, answer.status]).toEqual([url, 200]);
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.json"$/);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
  });

  describe('behind TLS the session', () => {
    it('lives in a cookie that only this host can set, by TLS, and works', async () => {
      const answer = await signIn(behindTls);
      expect(answer.headers['set-cookie']).toMatch(
        /^__Host-yuheng_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
      );
      const cookie = answer.headers['set-cookie']?.split(';')[0] ?? '';
      const own = await behindTls.request({ url: '/api/session', headers: { cookie } });
      expect(own.json()['account']).toMatchObject({ username: 'leader' });
    });

    it('is not taken from the plain name, which a sister host could set', async () => {
      const cookie = (await signIn(behindTls)).headers['set-cookie']?.split(';')[0] ?? '';
      const headers = { cookie: cookie.replace('__Host-', '') };
      expect((await behindTls.request({ url: '/api/counties', headers })).status).toBe(401);
    });
  });
});

function json(): Record<string, string> {
  return { 'content-type': 'application/json' };
}

const signIn = (server: TestServer): Promise<TestAnswer> =>
  server.request({
    method: 'POST',
    url: '/api/session',
    body: { username: 'leader', password: 'Yuheng-demo-2025' },
  });

async function signedInByTls(server: TestServer, { as, ...request }: TestRequest): Promise<TestRequest> {
  if (!as) return request;
  const cookie = (await signIn(server)).headers['set-cookie']?.split(';')[0] ?? '';
  return { ...request, headers: { ...request.headers, cookie } };
}

/** Sends letters down a connection, until the server closes it. */
async function headersSaidTo(
  { app }: TestServer,
  text: string,
): Promise<{ line: string; headers: Record<string, string> }> {
  const { port } = app.getHttpServer().address() as { port: number };
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  let said = '';
  for await (const bytes of socket) said += String(bytes);
  const [line = '', ...headers] = said.split('\r\n\r\n')[0]?.split('\r\n') ?? [];
  return {
    line,
    headers: Object.fromEntries(headers.map((one) => one.split(/: (.*)/))) as Record<string, string>,
  };
}

/** Names of software, versions, files and lines, in headers or body. */
const softwareIn = ({ headers, text }: TestAnswer): string[] =>
  [
    ...`${JSON.stringify(headers)} ${text}`.matchAll(
      /fastify|nest|express|node_modules|\.[jt]s:\d+|x-powered-by|"server"|v?\d+\.\d+\.\d+/gi,
    ),
  ].map(([word]) => word);
