import { startServer, type TestServer } from '../../support/server';
import { MOVED, runLyingProvider, type Lie, type LyingProvider } from './lying-provider';
import { makePerson } from './own-people';

const SUBJECT = 'told-by-a-liar';
const UNAVAILABLE = { location: '/sign-in?problem=openid-unavailable', opened: false };
const FAILED = { location: '/sign-in?problem=openid-failed', opened: false };
const hour = (count: number): number => Math.floor(Date.now() / 1000) + count * 3600;

/** A provider that lies, and a server that has not asked it anything yet. */
class Lying {
  provider!: LyingProvider;
  private server!: TestServer;

  async start(): Promise<void> {
    this.provider = await runLyingProvider('yuheng', SUBJECT);
    this.server = await startServer({
      variables: { YUHENG_OPENID_ISSUER: this.provider.issuer, YUHENG_OPENID_CLIENT_ID: 'yuheng' },
    });
    await makePerson(this.server, { openIdSubject: SUBJECT });
  }

  async stop(): Promise<void> {
    await this.server?.close();
    await this.provider?.stop();
  }

  /** From our first station straight to the second, as if the provider had led back. */
  async signIn(lie: Lie): Promise<{ location: string; opened: boolean }> {
    this.provider.lie = lie;
    const begun = await this.server.request({ url: '/api/session/openid' });
    const { location = '' } = begun.headers;
    if (location.startsWith('/')) return { location, opened: false };
    const asked = new URL(location).searchParams;
    this.provider.nonce = asked.get('nonce') ?? '';
    const query = new URLSearchParams({ code: 'x', state: asked.get('state') ?? '' });
    const done = await this.server.request({
      url: `/api/session/openid/callback?${query}`,
      headers: { cookie: (begun.headers['set-cookie'] ?? '').split(';')[0] ?? '' },
    });
    return {
      location: done.headers['location'] ?? '',
      opened: String(done.headers['set-cookie']).includes('yuheng_session='),
    };
  }
}

describe('an ID token', () => {
  const lying = new Lying();
  beforeAll(() => lying.start());
  afterAll(() => lying.stop());

  it('that is right opens a session', async () => {
    expect(await lying.signIn({})).toEqual({ location: '/', opened: true });
  });

  it.each<[string, Lie]>([
    ['signed by a key that the provider does not name', { foreignKey: true }],
    ['that is not signed', { header: { alg: 'none' } }],
    ['signed with the client’s secret instead of a key', { header: { alg: 'HS256' } }],
    ['of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['for another client', { claims: { aud: 'another' } }],
    ['for several clients, made for another', { claims: { aud: ['yuheng', 'another'], azp: 'another' } }],
    ['whose time is over', { claims: { iat: hour(-2), exp: hour(-1) } }],
    ['of a sign-in that another browser began', { claims: { nonce: 'another' } }],
    ['without the nonce', { claims: { nonce: undefined } }],
    ['that names nobody', { claims: { sub: undefined } }],
    ['that did not come', { withoutIdToken: true }],
  ])('%s opens nothing', async (_, lie) => {
    expect(await lying.signIn(lie)).toEqual(FAILED);
  });

  it.each(['jwk', 'jku', 'x5u'] as const)(
    'whose header brings the key along as %s opens nothing, and nobody asks for that key',
    async (keyInHeader) => {
      expect(await lying.signIn({ keyInHeader })).toEqual(FAILED);
      expect(lying.provider.asked).not.toContain('/foreign-keys');
    },
  );
});

describe('a provider', () => {
  const lying = new Lying();
  beforeAll(() => lying.start());
  afterAll(() => lying.stop());

  it.each<[string, (issuer: string) => string]>([
    ['another host', () => 'https://elsewhere.example'],
    ['a path behind its own address', (issuer) => `${issuer}/another`],
    ['its own address under another scheme', (issuer) => issuer.replace('http:', 'https:')],
    ['no address', () => 'another'],
  ])('whose description names %s as the issuer is not used', async (_, describedIssuer) => {
    expect(await lying.signIn({ describedIssuer })).toEqual(UNAVAILABLE);
  });

  // In this order: a description that was good, and keys that were fetched, are not asked for once more.
  it.each([
    ['its description', '/.well-known/openid-configuration', UNAVAILABLE],
    ['its tokens', '/token', FAILED],
    ['its keys', '/keys', FAILED],
  ])('that leads elsewhere for %s is not followed', async (_, movedPath, expected) => {
    expect(await lying.signIn({ movedPath })).toEqual(expected);
    const { asked } = lying.provider;
    expect([asked.includes(movedPath), asked.filter((one) => one.startsWith(MOVED))]).toEqual([true, []]);
  });

  it('that is as it was configured signs in', async () => {
    expect(await lying.signIn({})).toEqual({ location: '/', opened: true });
  });
});
