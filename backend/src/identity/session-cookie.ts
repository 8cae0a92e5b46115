import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** How this server finds the token in a Cookie header. */
    sessionCookiePattern: RegExp;
  }
}

/**
 * Behind TLS the prefix makes browsers refuse the cookie from anyone but this very host by TLS, so that neither a
 * sister host nor a page without TLS can put a session of its own there.
 */
const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-yuheng_session' : 'yuheng_session');

/** Says once at start which of the two names this server reads: never both, or the prefix would protect nothing. */
export function installSessionCookie(fastify: FastifyInstance, isSecure: boolean): void {
  // One cookie is one regular expression; the cookie plugin would add nothing.
  fastify.decorate(
    'sessionCookiePattern',
    new RegExp(`(?:^|;\\s*)${nameOf(isSecure)}=([A-Za-z0-9_-]{43})(?:;|$)`),
  );
}

/** The token of the session cookie; null where there is none, or what is there cannot be one. */
export const readSessionCookie = (request: FastifyRequest): string | null =>
  request.server.sessionCookiePattern.exec(request.headers.cookie ?? '')?.[1] ?? null;

/** Sets the cookie for this host and all its paths, for no script and no other site; without a token clears it. */
export function writeSessionCookie(reply: FastifyReply, token: string | null, isSecure: boolean): void {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', ...(isSecure ? ['Secure'] : [])];
  if (token === null) attributes.push('Max-Age=0');
  void reply.header('set-cookie', `${nameOf(isSecure)}=${token ?? ''}; ${attributes.join('; ')}`);
}
