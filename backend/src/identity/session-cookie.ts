import type { FastifyReply, FastifyRequest } from 'fastify';

/** One cookie is one regular expression; the cookie plugin would add nothing. */
const NAME = 'yuheng_session';
const READ = new RegExp(`(?:^|;\\s*)${NAME}=([A-Za-z0-9_-]{43})(?:;|$)`);

export const readSessionCookie = (request: FastifyRequest): string | null =>
  READ.exec(request.headers.cookie ?? '')?.[1] ?? null;

export function writeSessionCookie(reply: FastifyReply, token: string | null, secure: boolean): void {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', ...(secure ? ['Secure'] : [])];
  if (token === null) attributes.push('Max-Age=0');
  void reply.header('set-cookie', `${NAME}=${token ?? ''}; ${attributes.join('; ')}`);
}
