import { refusal } from '@yuheng/shared/domain/refusal';
import { pointerOf } from '@yuheng/shared/contract/pointers';
import type { FastifyInstance } from 'fastify';
import { ProblemException } from './problem-exception';

/**
 * Requests are strict also where an endpoint declares nothing: a key in a query that takes none is 400 with its
 * pointer (a misspelt filter must not answer everything), and a form sent where JSON is asked for is 415.
 */
export function installStrictRequests(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', async (request) => {
    const endpoint = request.routeOptions.config?.endpoint;
    if (!endpoint) return;
    if (endpoint.body && !endpoint.upload && request.isMultipart())
      throw new ProblemException('unsupported-media-type');
    if (endpoint.query || !endpoint.problems.includes('invalid-request')) return;
    const unknown = unknownKeys(Object.keys(request.query as object));
    if (unknown.length > 0) throw new ProblemException('invalid-request', unknown[0]?.detail, unknown);
  });
}

/** One refusal a key, as a strict schema would give it. */
export const unknownKeys = (keys: readonly string[]): ReturnType<typeof refusal>[] =>
  keys.map((key) =>
    refusal(
      pointerOf([key]),
      `“${key}”不是规定的项，请核对拼写或删去`,
      `"${key}" is not a known key; check its spelling or remove it`,
    ),
  );
