import type { Problem } from '@yuheng/shared/contract/problem';
import { startServer, type TestRequest, type TestServer } from '../support/server';

const OTHER = { origin: 'https://evil.example' };
const RUN = '/api/scoring-runs';

describe('what another site’s page sends', () => {
  let server: TestServer;
  let known: TestServer;

  beforeAll(async () => {
    server = await startServer();
    known = await startServer({ variables: { YUHENG_PUBLIC_URL: 'http://yuheng.example' } });
  });

  afterAll(async () => {
    await server?.close();
    await known?.close();
  });

  const answerTo = async (request: TestRequest, to = server): Promise<[number, string]> => {
    const answer = await to.request(request);
    return [answer.status, answer.status < 400 ? '' : answer.json<Problem>().type.replace('/problems/', '')];
  };

  it.each<[string, TestRequest]>([
    ['a sign-in', { method: 'POST', url: '/api/session', body: { username: 'leader', password: 'x' } }],
    ['a sign-out', { method: 'DELETE', url: '/api/session' }],
    ['a run', { method: 'POST', url: RUN, as: 'officer-1', body: {} }],
    ['a body that is no JSON, before it is read', { method: 'POST', url: RUN, as: 'officer-1', body: '{' }],
    [
      'a body that is too large, before it is read',
      { method: 'POST', url: RUN, as: 'officer-1', body: 'x'.repeat(400_000) },
    ],
    ['a form', { method: 'POST', url: '/api/publications/preview', as: 'officer-1', body: 'x' }],
  ])('%s is 403 wrong-origin', async (_, request) => {
    expect(await answerTo({ ...request, headers: OTHER })).toEqual([403, 'wrong-origin']);
    const site = { 'sec-fetch-site': 'cross-site' };
    expect(await answerTo({ ...request, headers: site })).toEqual([403, 'wrong-origin']);
  });

  it('is 401 first where nobody is signed in, and 403 forbidden first where the role may not', async () => {
    expect(await answerTo({ method: 'POST', url: RUN, headers: OTHER })).toEqual([401, 'sign-in-required']);
    expect(await answerTo({ method: 'POST', url: RUN, as: 'leader', headers: OTHER })).toEqual([
      403,
      'forbidden',
    ]);
  });

  it('is answered where it only reads: the browser itself keeps the answer from that page', async () => {
    expect(await answerTo({ url: '/api/counties', as: 'leader', headers: OTHER })).toEqual([200, '']);
  });

  it('changes nothing: the session that it tried to end lives', async () => {
    const cookie = await server.cookieOf('finance');
    await server.request({ method: 'DELETE', url: '/api/session', headers: { cookie, ...OTHER } });
    expect(await answerTo({ url: '/api/counties', headers: { cookie } })).toEqual([200, '']);
  });

  it('our own page and a program without a page are let in', async () => {
    const signIn = (headers: Record<string, string>): TestRequest => ({
      method: 'POST',
      url: '/api/session',
      body: { username: 'leader', password: 'Yuheng-demo-2025' },
      headers,
    });
    expect(await answerTo(signIn({}))).toEqual([200, '']);
    const own = { host: '127.0.0.1:4200', origin: 'http://127.0.0.1:4200', 'sec-fetch-site': 'same-origin' };
    expect(await answerTo(signIn(own))).toEqual([200, '']);
    expect(await answerTo(signIn(own), known)).toEqual([403, 'wrong-origin']);
    expect(await answerTo(signIn({ ...own, origin: 'http://yuheng.example' }), known)).toEqual([200, '']);
  });

  it('says in the reader’s language where to go instead', async () => {
    const request: TestRequest = { method: 'DELETE', url: '/api/session', headers: OTHER };
    expect((await server.request(request)).json<Problem>().detail).toMatch(/请从本系统的页面操作/);
    const english = { ...request, headers: { ...OTHER, 'accept-language': 'en' } };
    expect((await server.request(english)).json<Problem>().detail).toMatch(/Use the pages of this program/);
  });
});
