import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { installSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie';

const TOKEN = 'abcDEF-_0123456789'.padEnd(43, 'x');

function read(cookie?: string, isSecure = false): string | null {
  const server: Record<string, unknown> = {};
  const decorate = (name: string, value: unknown): unknown => (server[name] = value);
  installSessionCookie({ decorate } as unknown as FastifyInstance, isSecure);
  return readSessionCookie({ server, headers: { cookie } } as unknown as FastifyRequest);
}

function written(token: string | null, isSecure: boolean): string {
  let value = '';
  writeSessionCookie(
    { header: (_: string, text: string) => (value = text) } as unknown as FastifyReply,
    token,
    isSecure,
  );
  return value;
}

describe('the session cookie', () => {
  it.each([`yuheng_session=${TOKEN}`, `a=1; yuheng_session=${TOKEN}; b=2`, `a=1;yuheng_session=${TOKEN}`])(
    'is found in “%s”',
    (cookie) => expect(read(cookie)).toBe(TOKEN),
  );

  it.each([
    undefined,
    '',
    `yuheng_session=${TOKEN}x`,
    `yuheng_session=${TOKEN.slice(1)}`,
    `not_yuheng_session=${TOKEN}`,
    `yuheng_session=${TOKEN.replace('x', '"')}`,
    `__Host-yuheng_session=${TOKEN}`,
  ])('is not found in “%s”', (cookie) => expect(read(cookie)).toBeNull());

  it('is written for the whole site, for no script and for no other site', () => {
    expect(written(TOKEN, false)).toBe(`yuheng_session=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`);
  });

  it('behind TLS travels by TLS only, under a name that no other host can set', () => {
    expect(written(TOKEN, true)).toBe(
      `__Host-yuheng_session=${TOKEN}; Path=/; HttpOnly; SameSite=Strict; Secure`,
    );
    expect(read(`a=1; __Host-yuheng_session=${TOKEN}`, true)).toBe(TOKEN);
  });

  it('behind TLS is not taken under the name that any host may set', () => {
    expect(read(`yuheng_session=${TOKEN}`, true)).toBeNull();
    expect(read(`x__Host-yuheng_session=${TOKEN}`, true)).toBeNull();
  });

  it('is cleared by an age of nothing', () => {
    expect(written(null, false)).toBe('yuheng_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0');
    expect(written(null, true)).toBe(
      '__Host-yuheng_session=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0',
    );
  });
});
