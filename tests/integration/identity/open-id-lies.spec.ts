import { startServer, type TestServer } from '../../support/server';
import { runLyingProvider, type Lie, type LyingProvider } from './lying-provider';
import { makePerson } from './own-people';

const SUBJECT = 'told-by-a-liar';
const hour = (count: number): number => Math.floor(Date.now() / 1000) + count * 3600;

describe('an ID token', () => {
  let provider: LyingProvider;
  let server: TestServer;

  beforeAll(async () => {
    provider = await runLyingProvider('yuheng', SUBJECT);
    server = await startServer({
      variables: { YUHENG_OPENID_ISSUER: provider.issuer, YUHENG_OPENID_CLIENT_ID: 'yuheng' },
    });
    await makePerson(server, { openIdSubject: SUBJECT });
  });
  afterAll(async () => {
    await server?.close();
    await provider?.stop();
  });

  /** From our first station straight to the second, as if the provider had led back. */
  async function signIn(lie: Lie): Promise<{ location: string | undefined; opened: boolean }> {
    const begun = await server.request({ url: '/api/session/openid' });
    const asked = new URL(begun.headers['location'] ?? '').searchParams;
    provider.nonce = asked.get('nonce') ?? '';
    provider.lie = lie;
    const cookie = (begun.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    const query = new URLSearchParams({ code: 'x', state: asked.get('state') ?? '' });
    const done = await server.request({ url: `/api/session/openid/callback?${query}`, headers: { cookie } });
    return {
      location: done.headers['location'],
      opened: String(done.headers['set-cookie']).includes('yuheng_session='),
    };
  }

  it('that is right opens a session', async () => {
    expect(await signIn({})).toEqual({ location: '/', opened: true });
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
    expect(await signIn(lie)).toEqual({ location: '/sign-in?problem=openid-failed', opened: false });
  });
});
