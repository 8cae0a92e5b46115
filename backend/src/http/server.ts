import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { sendProblem } from './problem-filter';

/** Official texts run to some ten kilobytes: a megabyte is generous, and ten are refused unread. */
export const UPLOAD_LIMIT = 1024 * 1024;
const BODY_LIMIT = 256 * 1024;

/** The adapter with our own request ids and with errors of the framework answered as problems too. */
export const createAdapter = (): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(error, request, reply);
    },
  });

/** Plug-ins that every answer passes: security headers, compression, uploads; JSON and multipart are the only bodies. */
export async function installPlugins(fastify: FastifyInstance): Promise<void> {
  fastify.removeContentTypeParser('text/plain');
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
  await fastify.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 4, parts: 5 } });
}
