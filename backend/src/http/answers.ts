import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { isApi } from './doors';

/**
 * What every answer of the API passes on its way out: its response schema strips what is not in the contract, and a
 * GET carries an ETag, so that a repeated view costs 304 and no body.
 */
export function installAnswers(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', async (request, reply, payload) => {
    const response = request.routeOptions.config?.endpoint?.response;
    return response && reply.statusCode < 300 ? response.parse(payload) : payload;
  });

  fastify.addHook('onSend', async (request, reply, payload) => {
    if (!request.routeOptions.config?.endpoint && !isApi(request.url)) return payload;
    // What an act answers may be a secret that is shown once (a first password, a token): nothing keeps it.
    const lasting = request.method === 'GET' ? 'private, no-cache' : 'no-store';
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', lasting);
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    // Weak, because the same answer may leave compressed: its bytes differ, what it says does not.
    const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    void reply.header('etag', tag);
    if (!reply.hasHeader('vary')) void reply.header('vary', 'Cookie, Accept-Language');
    if (!matches(request.headers['if-none-match'], tag)) return payload;
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  });
}

/** If-None-Match is a list, compared weakly (RFC 9110 section 13.1.2). */
const matches = (header: string | undefined, tag: string): boolean =>
  (header ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === tag.slice(2) || one === '*');
