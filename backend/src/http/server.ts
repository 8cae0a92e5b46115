import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Environment } from '../config/environment';
import { isApi } from './doors';
import { ProblemException } from './problem-exception';
import { asProblem, sendProblem } from './problem-filter';

/** Official texts run to some ten kilobytes: a megabyte is generous, and ten are refused unread. */
export const UPLOAD_LIMIT = 1024 * 1024;
const BODY_LIMIT = 256 * 1024;

/** A part of the path may be as long as Node lets a URL be: its schema, not the router, says what is wrong with it. */
const LONGEST_PARAMETER = 32 * 1024;

/**
 * The adapter with our own request ids, a log of unexpected failures, and errors of the framework (a broken %-escape)
 * answered as problems too: they come before any hook, so that the doors are asked here.
 */
export const createAdapter = (
  { logLevel }: Pick<Environment, 'logLevel'>,
  isSignedIn: (request: FastifyRequest) => Promise<boolean>,
): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    // What fails unexpectedly is worth a line; requests are told at `info`, which costs a seventh of the throughput.
    logger: { level: logLevel },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void refuseBehindDoors(error, request, reply, isSignedIn);
    },
  });

async function refuseBehindDoors(
  error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
  isSignedIn: (request: FastifyRequest) => Promise<boolean>,
): Promise<void> {
  try {
    const mayKnow = !isApi(request.url) || (await isSignedIn(request));
    sendProblem(mayKnow ? error : new ProblemException('sign-in-required'), request, reply);
  } catch (failure) {
    sendProblem(failure, request, reply);
  }
}

/** Plug-ins that every answer passes: security headers, compression, uploads; JSON and multipart are the only bodies. */
export async function installPlugins(fastify: FastifyInstance): Promise<void> {
  fastify.removeContentTypeParser(['text/plain', 'application/json']);
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Told here what is wrong with a body: Nest would keep the status of the error and lose its code.
    void parseJson(request, body, (error, value) => done(error ? asProblem(error) : null, value));
  });
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // ECharts' tooltip and NG-ZORRO set style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: false,
  });
  await fastify.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await fastify.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 2, fields: 4, parts: 5 } });
}
