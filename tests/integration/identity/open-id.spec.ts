import { Settings } from '@yuheng/backend/config/settings';
import { startServer, type TestServer } from '../../support/server';
import { runProvider, Walker, type RunningProvider } from './openid-provider';
import { trailOf } from '../../support/trail-of';
import { codeOf, enrol, forgetSteps, makePerson, type Person } from './own-people';

const CLIENT = { YUHENG_OPENID_CLIENT_ID: 'yuheng', YUHENG_OPENID_CLIENT_SECRET: 'a-secret-of-the-test' };

describe('sign-in by OpenID Connect, at a real provider', () => {
  let provider: RunningProvider;
  let server: TestServer;
  let address: string;

  beforeAll(async () => {
    provider = await runProvider();
    server = await startServer({
      variables: { ...CLIENT, YUHENG_OPENID_ISSUER: provider.issuer, YUHENG_OPENID_NAME: '市统一身份认证' },
    });
    await server.app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(server.app.getHttpServer().address() as { port: number }).port}`;
  });
  afterAll(async () => {
    await server?.close();
    await provider?.stop();
  });

  const begin = async (walker: Walker, query = ''): Promise<string> => {
    const answer = await walker.ask(`${address}/api/session/openid${query}`);
    expect([answer.status, await answer.text()]).toEqual([302, '']);
    return answer.headers.get('location') ?? '';
  };
  /** All the way; answers where the browser is led in the end. */
  const signIn = async (walker: Walker, login: string, query = ''): Promise<string> => {
    const callback = await walker.signInAtProvider(await begin(walker, query), login);
    const answer = await walker.ask(callback);
    expect(answer.status).toBe(302);
    return answer.headers.get('location') ?? '';
  };
  const read = (walker: Walker, url: string) =>
    server.request({ url, headers: { cookie: `yuheng_session=${walker.cookie('yuheng_session') ?? ''}` } });
  let subjects = 0;
  const personAt = async (
    more: Parameters<typeof makePerson>[1] = {},
    suffix = '',
  ): Promise<Person & { subject: string }> => {
    subjects += 1;
    const subject = `subject-${subjects}${suffix}`;
    return { ...(await makePerson(server, { openIdSubject: subject, ...more })), subject };
  };

  it('is offered under its name', async () => {
    const answer = await server.request({ url: '/api/session/options' });
    expect(answer.json()).toEqual({ openId: { name: '市统一身份认证' } });
  });

  it('asks with state, nonce and PKCE, for the subject alone, and comes back to this very host', async () => {
    const url = new URL(await begin(new Walker()));
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'yuheng',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${address}/api/session/openid/callback`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('opens the session of the account with that subject, and leads to the page that was asked for', async () => {
    const { username, accountId, subject } = await personAt();
    const walker = new Walker();
    expect(await signIn(walker, subject, '?return=%2Ffunds%3Fyear%3D2025')).toBe('/funds?year=2025');
    const account = (await read(walker, '/api/account')).json<{ username: string; restriction: unknown }>();
    expect(account).toMatchObject({ username, restriction: null });
    expect((await read(walker, '/api/account/sessions')).json()).toMatchObject({
      sessions: [{ method: 'openId' }],
    });
    expect(await trailOf(server, 'session.open', accountId)).toEqual([
      expect.objectContaining({
        actor: { account: accountId, username },
        outcome: 'done',
        after: { method: 'openId', secondFactor: false },
      }),
    ]);
  });

  it('ends the session that the browser had before', async () => {
    const [first, second] = [await personAt(), await personAt()];
    const walker = new Walker();
    await signIn(walker, first.subject);
    const before = walker.cookie('yuheng_session') ?? '';
    const other = new Walker();
    other.setCookie('yuheng_session', before);
    await signIn(other, second.subject);
    expect((await read(walker, '/api/account')).status).toBe(401);
    expect((await read(other, '/api/account')).json()).toMatchObject({ username: second.username });
  });

  it('knows nobody by a name or an unknown subject, says so, and opens nothing', async () => {
    const { username } = await makePerson(server);
    for (const login of [username, 'nobody@example.cn']) {
      const walker = new Walker();
      expect(await signIn(walker, login)).toBe('/sign-in?problem=openid-unknown');
      expect(walker.cookie('yuheng_session')).toBeUndefined();
    }
  });

  it.each(['disabled_at', 'approved_at'])(
    'opens nothing for an account that is out by its %s',
    async (column) => {
      const { accountId, subject } = await personAt();
      const value = column === 'disabled_at' ? 'now()' : 'null';
      await server.sql(`update account set ${column} = ${value} where account_id = $1`, [accountId]);
      expect(await signIn(new Walker(), subject)).toBe('/sign-in?problem=openid-unknown');
    },
  );

  describe('where a second factor is due', () => {
    it('the session reaches nothing but giving it, and then goes on under a new token', async () => {
      const person = await personAt({ roles: ['systemAdministrator'] });
      const { secret } = await enrol(server, person);
      const walker = new Walker();
      await signIn(walker, person.subject);
      const refused = await read(walker, '/api/administration/places');
      expect([refused.status, refused.json()['type']]).toEqual([401, '/problems/second-factor-required']);
      expect((await read(walker, '/api/account')).json()).toMatchObject({ restriction: 'second-factor' });
      const cookie = `yuheng_session=${walker.cookie('yuheng_session') ?? ''}`;
      const change = { current: 'x', password: 'y' };
      const password = await server.request({
        method: 'PUT',
        url: '/api/account/password',
        headers: { cookie },
        body: change,
      });
      expect(password.json()['type']).toBe('/problems/second-factor-required');
      await forgetSteps(server, person);
      const body = { code: codeOf(secret) };
      const given = await server.request({
        method: 'POST',
        url: '/api/session/second-factor',
        headers: { cookie },
        body,
      });
      expect(given.status).toBe(200);
      expect((await read(walker, '/api/account')).status).toBe(401);
      const renewed = (given.headers['set-cookie'] ?? '').split(';')[0] ?? '';
      const again = await server.request({ url: '/api/administration/places', headers: { cookie: renewed } });
      expect(again.status).toBe(200);
    });

    it('one that the provider asked for counts', async () => {
      const { subject } = await personAt({ roles: ['systemAdministrator'] }, '+otp');
      const walker = new Walker();
      expect(await signIn(walker, subject)).toBe('/');
      expect((await read(walker, '/api/administration/places')).status).toBe(200);
    });

    it('none at the provider and none enrolled here: it is enrolled first', async () => {
      const { subject } = await personAt({ roles: ['systemAdministrator'] });
      const walker = new Walker();
      await signIn(walker, subject);
      const refused = await read(walker, '/api/administration/places');
      expect([refused.status, refused.json()['type']]).toEqual([
        403,
        '/problems/second-factor-enrolment-required',
      ]);
    });
  });

  it('asks for no change of a password that was not used', async () => {
    const { subject } = await personAt({ mustChange: true });
    const walker = new Walker();
    await signIn(walker, subject);
    expect((await read(walker, '/api/account')).json()).toMatchObject({ restriction: null });
  });

  describe('is not finished', () => {
    const failed = '/sign-in?problem=openid-failed';
    const locationOf = async (walker: Walker, url: string) => (await walker.ask(url)).headers.get('location');

    it('in another browser than the one that began it', async () => {
      const { subject } = await personAt();
      const walker = new Walker();
      const callback = await walker.signInAtProvider(await begin(walker), subject);
      const other = new Walker();
      expect(await locationOf(other, callback)).toBe(failed);
      const begunToo = new Walker();
      await begin(begunToo);
      expect(await locationOf(begunToo, callback)).toBe(failed);
      expect(begunToo.cookie('yuheng_session')).toBeUndefined();
    });

    it('twice', async () => {
      const { subject } = await personAt();
      const walker = new Walker();
      const callback = await walker.signInAtProvider(await begin(walker), subject);
      const kept = walker.cookie('yuheng_openid') ?? '';
      expect(await locationOf(walker, callback)).toBe('/');
      expect(await locationOf(walker, callback)).toBe(failed);
      // The provider, too, takes a code once.
      walker.setCookie('yuheng_openid', kept);
      expect(await locationOf(walker, callback)).toBe(failed);
    });

    it('with a cookie that was changed, is of another state, or is older than ten minutes', async () => {
      const { subject } = await personAt();
      const walker = new Walker();
      const callback = await walker.signInAtProvider(await begin(walker), subject);
      const kept = walker.cookie('yuheng_openid') ?? '';
      const changed = `${kept.slice(0, -1)}${kept.endsWith('A') ? 'B' : 'A'}`;
      walker.setCookie('yuheng_openid', changed);
      expect(await locationOf(walker, callback)).toBe(failed);
      walker.setCookie('yuheng_openid', kept);
      expect(await locationOf(walker, callback.replace(/state=[\w-]{4}/, 'state=AAAA'))).toBe(failed);
      const later = new Date(Date.now() + 10 * 60_000);
      const now = jest.spyOn(server.app.get(Settings).clock, 'now').mockReturnValue(later);
      walker.setCookie('yuheng_openid', kept);
      expect(await locationOf(walker, callback)).toBe(failed);
      now.mockRestore();
      walker.setCookie('yuheng_openid', kept);
      expect(await locationOf(walker, callback)).toBe('/');
    });

    it.each(['', '?code=x', '?state=x&code=y', '?error=access_denied', '?state=%00&code=%ff'])(
      'by an address that nobody was led to: %s',
      async (query) => {
        expect(await locationOf(new Walker(), `${address}/api/session/openid/callback${query}`)).toBe(failed);
      },
    );

    it('where the person declined at the provider', async () => {
      const walker = new Walker();
      const state = new URL(await begin(walker)).searchParams.get('state') ?? '';
      const iss = encodeURIComponent(provider.issuer);
      const url = `${address}/api/session/openid/callback?error=access_denied&state=${state}&iss=${iss}`;
      expect(await locationOf(walker, url)).toBe(failed);
    });

    it('with an answer that names another issuer', async () => {
      const { subject } = await personAt();
      const walker = new Walker();
      const callback = await walker.signInAtProvider(await begin(walker), subject);
      const forged = callback.replace(/iss=[^&]+/, `iss=${encodeURIComponent('http://127.0.0.1:1')}`);
      expect(forged).not.toBe(callback);
      expect(await locationOf(walker, forged)).toBe(failed);
    });
  });

  it('what is under way stands in a cookie that tells nothing and is gone afterwards', async () => {
    const walker = new Walker();
    const answer = await walker.ask(`${address}/api/session/openid?return=/funds`);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^yuheng_openid=y1\.test\.[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
    const state = new URL(answer.headers.get('location') ?? '').searchParams.get('state') ?? '';
    expect(cookie).not.toContain(state);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { subject } = await personAt();
    await signIn(walker, subject);
    expect(walker.cookie('yuheng_openid')).toBe('');
  });

  it('leads to no other site', async () => {
    const { subject } = await personAt();
    expect(await signIn(new Walker(), subject, '?return=%2F%2Fevil.example')).toBe('/');
  });
});

describe('sign-in by OpenID Connect', () => {
  it('is not there where no provider is configured', async () => {
    const server = await startServer();
    const [options, begin, finish] = await Promise.all(
      ['/options', '/openid', '/openid/callback?code=x&state=y'].map((path) =>
        server.request({ url: `/api/session${path}` }),
      ),
    );
    await server.close();
    expect(options?.json()).toEqual({ openId: null });
    expect([begin?.status, begin?.json()['type']]).toEqual([404, '/problems/not-found']);
    expect([finish?.status, finish?.headers['location']]).toEqual([302, '/sign-in?problem=openid-failed']);
  });

  it('says so where the provider is down, and works as soon as it is back', async () => {
    const provider = await runProvider();
    const port = Number(new URL(provider.issuer).port);
    await provider.stop();
    const server = await startServer({ variables: { ...CLIENT, YUHENG_OPENID_ISSUER: provider.issuer } });
    const begin = () => server.request({ url: '/api/session/openid' });
    try {
      expect([(await begin()).status, (await begin()).headers['location']]).toEqual([
        302,
        '/sign-in?problem=openid-unavailable',
      ]);
      const again = await runProvider(port);
      const begun = await begin();
      await again.stop();
      expect(begun.headers['location']).toMatch(new RegExp(`^${provider.issuer}/auth\\?`));
      // And where it goes down between the two stations.
      const state = new URL(begun.headers['location'] ?? '').searchParams.get('state') ?? '';
      const iss = encodeURIComponent(provider.issuer);
      const finished = await server.request({
        url: `/api/session/openid/callback?code=x&state=${state}&iss=${iss}`,
        headers: { cookie: (begun.headers['set-cookie'] ?? '').split(';')[0] ?? '' },
      });
      expect(finished.headers['location']).toBe('/sign-in?problem=openid-unavailable');
    } finally {
      await server.close();
    }
  });

  it('says so where the address is none of a provider', async () => {
    const server = await startServer();
    await server.app.listen(0, '127.0.0.1');
    const { port } = server.app.getHttpServer().address() as { port: number };
    const other = await startServer({
      variables: { ...CLIENT, YUHENG_OPENID_ISSUER: `http://127.0.0.1:${port}` },
    });
    const answer = await other.request({ url: '/api/session/openid' });
    await Promise.all([server.close(), other.close()]);
    expect(answer.headers['location']).toBe('/sign-in?problem=openid-unavailable');
  });
});
