import type { FastifyRequest } from 'fastify';
import { readSessionCookie } from '../session-cookie';

/** Who asks, as far as the request itself says it. */
export interface Visitor {
  readonly address: string;
  readonly userAgent: string;
  /** The session token that the browser brought along; null without one. */
  readonly token: string | null;
}

export const visitorOf = (request: FastifyRequest): Visitor => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
  token: readSessionCookie(request),
});
