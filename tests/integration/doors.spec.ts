import type { Problem } from '@yuheng/shared/contract/problem';
import { installDoors } from '@yuheng/backend/http/doors';
import { createAdapter } from '@yuheng/backend/http/server';
import type { SessionsRepository } from '@yuheng/backend/identity/sessions.repository';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environmentOf, startServer, type TestAnswer, type TestServer } from '../support/server';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const PASSWORD = 'Yuheng-demo-2025';
const OVERVIEW = '/api/overview?program=assistants&year=2025';

describe('the doors', () => {
  let server: TestServer;
  let webFolder: string;

  beforeAll(async () => {
    webFolder = await mkdtemp(path.join(tmpdir(), 'yuheng-web-'));
    await writeFile(path.join(webFolder, 'index.html'), '<!doctype html><title>玉衡</title>');
    await writeFile(path.join(webFolder, 'main-ABCDEF12.js'), 'export {};');
    server = await startServer({ webFolder });
  });

  afterAll(async () => {
    await server?.close();
    await rm(webFolder, { recursive: true, force: true });
  });

  const signIn = (username: string, password: string): Promise<TestAnswer> =>
    server.request({ method: 'POST', url: '/api/session', body: { username, password } });
  const cookieFrom = (answer: TestAnswer): string => (answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
  const withCookie = (cookie: string, url = OVERVIEW): Promise<TestAnswer> =>
    server.request({ url, headers: { cookie } });

  describe('are closed unless an endpoint opens them', () => {
    it('a route under /api/ that is no endpoint of the contract stops the start', () => {
      const fastify = createAdapter(environmentOf(), () => Promise.resolve(false)).getInstance();
      installDoors(fastify, {} as SessionsRepository);
      expect(() => fastify.get('/api/forgotten', () => 'open')).toThrow(
        /GET \/api\/forgotten declares no permission/,
      );
      expect(() => fastify.get('/pages', () => 'a page')).not.toThrow();
      expect(() =>
        fastify.get('/api/counties', { config: { endpoint: endpoints.listCounties } }, () => ''),
      ).not.toThrow();
    });

    it.each([
      ['GET', '/api'],
      ['GET', '/api/'],
      ['GET', '/api/nothing'],
      ['GET', '/api/nothing?x=%zz'],
      ['GET', '/api/counties/%zz'],
      ['GET', '/%61pi/administration/places'],
      ['GET', '/api//counties'],
      ['GET', '/api/counties/'],
      ['PUT', '/api/overview'],
      ['PATCH', '/api/session/x'],
      ['OPTIONS', '/api/counties'],
      ['HEAD', '/api/counties'],
      ['DELETE', '/api/counties'],
      ['GET', '/api/Counties'],
      ['GET', '/api/docs/nothing'],
      ['POST', '/api/docs'],
      ['GET', `/api/counties/${'x'.repeat(5000)}`],
    ] as const)('%s %s answers a stranger 401, whatever else is wrong with it', async (method, url) => {
      const answer = await server.request({ method, url });
      expect(answer.status).toBe(401);
      if (method !== 'HEAD') expect(answer.json<Problem>().type).toBe('/problems/sign-in-required');
    });

    it.each([
      ['a malformed body', { 'content-type': 'application/json' }, '{"a":'],
      ['a body of a wrong type', { 'content-type': 'text/csv' }, 'a,b'],
      ['a body that is too large', { 'content-type': 'application/json' }, 'x'.repeat(400_000)],
    ])('%s is 401 before it is 400, 415 or 413', async (_, headers, body) => {
      for (const url of ['/api/scoring-runs', '/api/publications', '/api/nothing']) {
        expect((await server.request({ method: 'POST', url, headers, body })).status).toBe(401);
      }
    });

    it('signed in, an unknown route or method is 404 and a broken escape 400', async () => {
      const statuses = await Promise.all(
        ['/api/nothing', '/api/Counties', '/api/counties/%zz'].map(
          async (url) => (await server.request({ url, as: 'leader' })).status,
        ),
      );
      expect(statuses).toEqual([404, 404, 400]);
      expect((await server.request({ method: 'PUT', url: '/api/counties', as: 'leader' })).status).toBe(404);
    });

    it('the documentation is open, under its own policy, and what it does not have is 404', async () => {
      for (const url of ['/api/docs', '/api/docs/', '/api/docs/start.js', '/api/docs/swagger-ui.css']) {
        expect([url, (await server.request({ url })).status]).toEqual([url, 200]);
      }
      expect((await server.request({ url: '/api/docs/' })).text).toContain('swagger-ui');
      expect((await server.request({ url: '/api/docs/nothing', as: 'leader' })).status).toBe(404);
    });

    it('HEAD is the GET without its body', async () => {
      const answer = await server.request({ method: 'HEAD', url: OVERVIEW, as: 'leader' });
      expect([answer.status, answer.text]).toEqual([200, '']);
    });

    it('an absolute-form target finds the same door', async () => {
      await server.app.listen(0, '127.0.0.1');
      const { port } = server.app.getHttpServer().address() as { port: number };
      const text = await raw(
        port,
        'GET http://elsewhere/api/administration/places HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      );
      expect(text).toMatch(/^HTTP\/1\.1 401 /);
    });
  });

  describe('pages', () => {
    it.each(['/', '/counties/hongta?program=assistants', '/no/such/page', '/%25', '/%E7%8E%89'])(
      'any GET of %s outside /api/ is the application’s page',
      async (url) => {
        const answer = await server.request({ url });
        expect([answer.status, answer.text]).toEqual([200, '<!doctype html><title>玉衡</title>']);
        expect(answer.headers['cache-control']).toBe('no-cache');
      },
    );

    it('a file with a hash in its name is kept for ever, a missing one is 404', async () => {
      const found = await server.request({ url: '/main-ABCDEF12.js' });
      expect(found.headers['cache-control']).toContain('immutable');
      expect((await server.request({ url: '/main-00000000.js' })).status).toBe(404);
    });

    it.each(['/../package.json', '/..%2f..%2fetc/passwd.txt', '/%2e%2e/%2e%2e/etc/hosts.txt'])(
      'no path leads out of the folder: %s',
      async (url) => {
        const answer = await server.request({ url });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.text).not.toMatch(/root:|"name"/);
      },
    );

    it('every page carries the policy that forbids inline scripts', async () => {
      const { headers } = await server.request({ url: '/' });
      expect(headers['content-security-policy']).toContain(`script-src 'self'`);
      expect(headers['x-content-type-options']).toBe('nosniff');
    });
  });

  describe('sign-in', () => {
    it('sets a cookie that no script reads and no other site sends', async () => {
      const answer = await signIn('leader', PASSWORD);
      expect(answer.headers['set-cookie']).toMatch(
        /^yuheng_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
      );
      expect(answer.json()['account']).toEqual({
        username: 'leader',
        name: '演示·局领导',
        roles: ['leader'],
        place: { id: '530400', kind: 'city', name: '玉溪市' },
      });
    });

    it('stores the token’s SHA-256 and the token nowhere', async () => {
      const token = cookieFrom(await signIn('leader', PASSWORD)).split('=')[1] ?? '';
      expect(await server.sql('select 1 from session where token_sha256 = $1', [sha256(token)])).toHaveLength(
        1,
      );
      const rows = await server.sql('select * from session');
      expect(JSON.stringify(rows)).not.toContain(token);
    });

    it('answers an unknown user and a wrong password byte for byte alike', async () => {
      const answers = await Promise.all([signIn('no-such-person', 'x'), signIn('finance', 'x')]);
      const [unknown, wrong] = answers.map(({ status, headers, text }) => ({
        status,
        text: text.replace(/\/requests\/[0-9a-f-]{36}/, '/requests/…'),
        headers: { ...headers, date: '' },
      }));
      expect(unknown).toEqual(wrong);
      expect(wrong?.status).toBe(401);
    });

    it('GET without a session says who may be tried, only in a demonstration', async () => {
      const { account, demonstration } = (await server.request({ url: '/api/session' })).json<{
        account: null;
        demonstration: { accounts: { username: string; role: string; place: string }[]; password: string };
      }>();
      expect([account, demonstration.password]).toEqual([null, PASSWORD]);
      expect(demonstration.accounts).toHaveLength(13 + 9 * 4);
      expect(demonstration.accounts).toContainEqual({
        username: 'county-hongta',
        role: 'countyOfficer',
        place: '红塔区',
      });
    });

    it('sign-out ends the session for good and clears the cookie', async () => {
      const cookie = cookieFrom(await signIn('leader', PASSWORD));
      expect((await withCookie(cookie)).status).toBe(200);
      const out = await server.request({ method: 'DELETE', url: '/api/session', headers: { cookie } });
      expect([out.status, out.headers['set-cookie']]).toEqual([
        204,
        'yuheng_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0',
      ]);
      expect((await withCookie(cookie)).status).toBe(401);
      expect((await withCookie(cookie, '/api/session')).json()['account']).toBeNull();
    });

    it.each([
      ['an hour without use', `last_used_at = now() - interval '60 minutes'`, 401],
      ['59 minutes without use', `last_used_at = now() - interval '59 minutes'`, 200],
      ['twelve hours of use', `expires_at = now() - interval '1 second'`, 401],
    ])('after %s a session answers', async (_, change, status) => {
      const cookie = cookieFrom(await signIn('leader', PASSWORD));
      await server.sql(`update session set ${change} where token_sha256 = $1`, [
        sha256(cookie.split('=')[1] ?? ''),
      ]);
      expect((await withCookie(cookie)).status).toBe(status);
    });

    it('use keeps a session alive, but not beyond twelve hours', async () => {
      const cookie = cookieFrom(await signIn('leader', PASSWORD));
      const digest = sha256(cookie.split('=')[1] ?? '');
      await server.sql(
        `update session set last_used_at = now() - interval '50 minutes' where token_sha256 = $1`,
        [digest],
      );
      await withCookie(cookie);
      const [row] = await server.sql(
        `select last_used_at > now() - interval '1 minute' as fresh,
                expires_at between now() + interval '11 hours' and now() + interval '12 hours' as bounded
         from session where token_sha256 = $1`,
        [digest],
      );
      expect(row).toEqual({ fresh: true, bounded: true });
    });

    it('an account that has been disabled is out at once', async () => {
      const cookie = cookieFrom(await signIn('officer-2', PASSWORD));
      await server.sql(`update account set disabled_at = now() where username = 'officer-2'`);
      expect((await withCookie(cookie)).status).toBe(401);
      expect((await signIn('officer-2', PASSWORD)).status).toBe(401);
    });

    it.each(['yuheng_session=short', 'yuheng_session=', 'other=1', `x_yuheng_session=${'A'.repeat(43)}`])(
      'a cookie that is no token of ours is as none: %s',
      async (cookie) => {
        expect((await withCookie(cookie)).status).toBe(401);
      },
    );
  });

  describe('answers', () => {
    it('a repeated view costs 304 and no body, until the data change', async () => {
      const first = await server.request({ url: OVERVIEW, as: 'leader' });
      const tag = first.headers['etag'] ?? '';
      expect(first.headers['cache-control']).toBe('private, no-cache');
      const again = (value: string, more: Record<string, string> = {}) =>
        server.request({ url: OVERVIEW, as: 'leader', headers: { 'if-none-match': value, ...more } });
      for (const value of [tag, `"other", ${tag}`, tag.replace('W/', ''), '*']) {
        const same = await again(value, { 'accept-encoding': 'gzip' });
        expect([same.status, same.text, same.headers['etag']]).toEqual([304, '', tag]);
      }
      expect((await again('"other"')).status).toBe(200);
      await server.sql(
        `update wage_month set persons_paid_on_time = 0 where county_id = 'hongta' and month = '2025-06'`,
      );
      const changed = await again(tag);
      expect(changed.status).toBe(200);
      expect(changed.headers['etag']).not.toBe(tag);
    });

    it('one account’s tag is worth nothing to another', async () => {
      const leader = await server.request({ url: OVERVIEW, as: 'leader' });
      const headers = { 'if-none-match': leader.headers['etag'] ?? '' };
      const county = await server.request({ url: OVERVIEW, as: 'county-yimen', headers });
      expect(county.status).toBe(200);
      expect(leader.headers['vary']).toContain('Cookie');
    });

    it('compression changes how an answer travels, not what it says', async () => {
      const plain = await server.request({ url: OVERVIEW, as: 'leader' });
      const zipped = await server.request({
        url: OVERVIEW,
        as: 'leader',
        headers: { 'accept-encoding': 'gzip' },
      });
      expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', etag: plain.headers['etag'] });
      expect(zipped.headers['vary']).toContain('accept-encoding');
    });

    it('health is 503 while the server stops, and says nothing of the database', async () => {
      expect((await server.request({ url: '/api/health' })).json()).toEqual({ status: 'ok' });
      server.lifecycle.isStopping = true;
      const stopping = await server.request({ url: '/api/health' });
      server.lifecycle.isStopping = false;
      expect([stopping.status, stopping.json<Problem>().type]).toEqual([503, '/problems/unavailable']);
    });

    it('a failure that nobody expected says nothing of its inside', async () => {
      await server.sql('alter table program_post rename to program_post_away');
      const answer = await server.request({ url: OVERVIEW, as: 'leader' });
      await server.sql('alter table program_post_away rename to program_post');
      expect([answer.status, answer.json<Problem>().type]).toEqual([500, '/problems/internal']);
      expect(answer.text).not.toMatch(/program_post|relation|select/);
      expect((await server.request({ url: OVERVIEW, as: 'leader' })).status).toBe(200);
    });
  });
});

function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
