import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Environment } from '../config/environment';
import { isApi } from './doors';
import { ProblemException } from './problem-exception';
import { asProblem, sendProblem } from './problem-filter';
import { answerMalformed } from './protection/malformed-requests';
import { LOG_SERIALIZERS } from './protection/request-log';
import { securityHeaders } from './protection/security-headers';
import { UPLOAD_LIMIT } from './upload';

const BODY_LIMIT = 256 * 1024;
/** The address and the headers of a request together; what is longer is answered 431. */
const HEADER_LIMIT = 16 * 1024;

/** A part of the path may be as long as Node lets a URL be: its schema, not the router, says what is wrong with it. */
const LONGEST_PARAMETER = 32 * 1024;

/** Headers that trickle in are cut off sooner than a body, which may be a file on a slow line. */
const HEADERS_MS = 10_000;
/** A connection over which nothing moves in either direction, also one that does not read its answer, is closed. */
const IDLE_MS = 60_000;
/** Longer than a proxy keeps its connections to us (60 s by default), so that it never sends into one just closed. */
const KEEP_ALIVE_MS = 72_000;
/** How often Node looks for requests that are late; by default only every 30 s. */
const LOOK_EVERY_MS = 1000;

/**
 * The adapter with our own request ids, a log that holds no personal data, limits of size and time for what arrives, and
 * errors of the framework (a broken %-escape) answered as problems too: they come before any hook, so that the limit by
 * address and the doors are asked here.
 */
export const createAdapter = (
  { logLevel, secureCookie, trustProxy, requestSeconds }: Environment,
  isSignedIn: (request: FastifyRequest) => Promise<boolean>,
): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestTimeout: requestSeconds * 1000,
    connectionTimeout: IDLE_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: {
      maxHeaderSize: HEADER_LIMIT,
      requestTimeout: requestSeconds * 1000,
      headersTimeout: Math.min(HEADERS_MS, requestSeconds * 1000),
      connectionsCheckingInterval: LOOK_EVERY_MS,
    },
    trustProxy: typeof trustProxy === 'object' ? [...trustProxy] : trustProxy,
    rewriteUrl: routable,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    // What fails unexpectedly is worth a line; requests are told at `info`, which costs a seventh of the throughput.
    logger: { level: logLevel, serializers: LOG_SERIALIZERS },
    clientErrorHandler: answerMalformed(secureCookie),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers(securityHeaders(secureCookie));
      void refuseBehindDoors(error, request, reply, isSignedIn);
    },
  });

const ROUTED = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];

/**
 * A target that no route could ever be looked up for (`*`, no slash, a broken escape under a method that no
 * route has) would pass every hook by and print the whole router into the log: it becomes a path that is simply not found.
 */
function routable({ method = '', url = '' }: { readonly method?: string; readonly url?: string }): string {
  const target = url.startsWith('/') || /^https?:/i.test(url) ? url : `/${url}`;
  return ROUTED.includes(method) ? target : target.replaceAll('%', '%25');
}

async function refuseBehindDoors(
  error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
  isSignedIn: (request: FastifyRequest) => Promise<boolean>,
): Promise<void> {
  try {
    const tooMany = isApi(request.url) ? await request.server.countByAddress(request) : null;
    if (tooMany) return sendProblem(tooMany, request, reply);
    const mayKnow = !isApi(request.url) || (await isSignedIn(request));
    sendProblem(mayKnow ? error : new ProblemException('sign-in-required'), request, reply);
  } catch (failure) {
    sendProblem(failure, request, reply);
  }
}

/** Plug-ins that every answer passes: security headers, compression, uploads; JSON and multipart are the only bodies. */
export async function installPlugins(
  fastify: FastifyInstance,
  { secureCookie }: Pick<Environment, 'secureCookie'>,
): Promise<void> {
  fastify.removeContentTypeParser(['text/plain', 'application/json']);
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Told here what is wrong with a body: Nest would keep the status of the error and lose its code.
    void parseJson(request, body, (error, value) => done(error ? asProblem(error) : null, value));
  });
  const headers = securityHeaders(secureCookie);
  fastify.addHook('onRequest', async (_, reply) => {
    void reply.headers(headers);
  });
  await fastify.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await fastify.register(multipart, {
    limits: { fileSize: UPLOAD_LIMIT, files: 2, fields: 4, parts: 5, fieldNameSize: 100, fieldSize: 1024 },
  });
}
