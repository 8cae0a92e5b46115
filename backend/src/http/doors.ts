import { mayDo } from '@yuheng/shared/contract/roles';
import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readSessionCookie } from '../identity/session-cookie';
import type { SessionsRepository } from '../identity/sessions.repository';
import { ProblemException } from './problem-exception';
import { sendProblem } from './problem-filter';

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

export const isApi = (url: string): boolean => /^\/api(?:[/?]|$)/.test(url);

/** Static pages of the API's own documentation; everything else under /api/ is an endpoint of the contract. */
const OPEN_WITHOUT_ENDPOINT = /^\/api\/docs(?:[/?]|$)/;

/**
 * The doors of the server, in one place and before any body is read: every /api/ route, unknown ones included, answers
 * 401 before 400, 404, 413 or 415 (architecture.md section 9); a role without the endpoint's permission gets 403; a
 * route without a declared permission stops the start.
 */
export function installDoors(fastify: FastifyInstance, sessions: SessionsRepository): void {
  fastify.decorateRequest('signedIn', null);

  fastify.addHook('onRoute', (route) => {
    const isOpen = OPEN_WITHOUT_ENDPOINT.test(route.url);
    if (isApi(route.url) && !isOpen && !route.config?.endpoint) {
      throw new Error(
        `${String(route.method)} ${route.url} declares no permission: make it an endpoint of the contract.`,
      );
    }
  });

  fastify.addHook('onRequest', async (request, reply) => {
    // The route that was found decides, not the letters of the URL: /%61pi/… finds the same route as /api/….
    const endpoint = endpointOf(request);
    if (!endpoint && (!isApi(request.url) || isDocumentation(request))) return;
    if (endpoint?.permission === 'anyone') return;
    const token = readSessionCookie(request);
    request.signedIn = token ? await sessions.find(token) : null;
    const refusal = refusalOf(request, endpoint);
    if (refusal) {
      sendProblem(refusal, request, reply);
      return reply;
    }
  });
}

/** By the route that was found: what the documentation does not have is an unknown route like any other. */
const isDocumentation = (request: FastifyRequest): boolean =>
  OPEN_WITHOUT_ENDPOINT.test(request.routeOptions.url ?? '');

const endpointOf = (request: FastifyRequest): Endpoint | undefined => request.routeOptions.config?.endpoint;

function refusalOf(request: FastifyRequest, endpoint: Endpoint | undefined): ProblemException | null {
  if (!request.signedIn) return new ProblemException('sign-in-required');
  if (!endpoint) return new ProblemException('not-found');
  return mayDo(endpoint.permission, request.signedIn.roles) ? null : new ProblemException('forbidden');
}
