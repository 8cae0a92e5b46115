import type { FastifyReply, FastifyRequest } from 'fastify';
import { readSessionCookie, writeSessionCookie } from './session-cookie';

const TOKEN = 'abcDEF-_0123456789'.padEnd(43, 'x');
const read = (cookie?: string): string | null => readSessionCookie({ headers: { cookie } } as FastifyRequest);
const written = (token: string | null, secure: boolean): string => {
  let value = '';
  writeSessionCookie(
    { header: (_: string, text: string) => (value = text) } as unknown as FastifyReply,
    token,
    secure,
  );
  return value;
};

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
  ])('is not found in “%s”', (cookie) => expect(read(cookie)).toBeNull());

  it('is written for the whole site, for no script and for no other site', () => {
    expect(written(TOKEN, false)).toBe(`yuheng_session=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`);
  });

  it('behind TLS travels by TLS only', () => {
    expect(written(TOKEN, true)).toBe(`yuheng_session=${TOKEN}; Path=/; HttpOnly; SameSite=Strict; Secure`);
  });

  it('is cleared by an age of nothing', () => {
    expect(written(null, false)).toBe('yuheng_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0');
  });
});
