import { mayDo } from '@yuheng/shared/contract/roles';
import type { Restriction } from '@yuheng/shared/contract/account';
import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import type { ProblemSlug } from '@yuheng/shared/contract/problem';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Act } from '../audit/act';
import { kindOfPathId } from './kind-of-path-id';
import { readSessionCookie } from '../identity/session-cookie';
import type { SessionsRepository } from '../identity/sessions.repository';
import type { SignedIn } from '../identity/signed-in';
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
  fastify.decorateRequest('act', null);
  fastify.decorateRequest('problem', null);

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
    if (endpoint) request.act = actOf(request, endpoint);
    if (endpoint?.permission === 'anyone') return;
    request.signedIn = await whoAsks(request, sessions);
    if (request.act) request.act.actor = request.signedIn;
    const refusal = refusalOf(request, endpoint);
    if (refusal) {
      sendProblem(refusal, request, reply);
      return reply;
    }
  });
}

/** The name of the scheme in any letters (RFC 9110 section 11.1). */
const BEARER = /^bearer +([a-z0-9_-]{43,60})$/i;

/** By the session of the cookie, or by a personal access token; never by both. */
export async function whoAsks(
  request: FastifyRequest,
  sessions: SessionsRepository,
): Promise<SignedIn | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = BEARER.exec(authorization)?.[1];
    return token ? sessions.findByAccessToken(token) : null;
  }
  const token = readSessionCookie(request);
  return token ? sessions.find(token) : null;
}

/** What the path names is what the act is about, also where the door or the schema refuses it; null where none is declared. */
function actOf(request: FastifyRequest, { act: name, params }: Endpoint): Act | null {
  if (name === undefined) return null;
  const act = new Act(name, null, { id: request.id, address: request.ip });
  // Only ids in their form: whoever knocks writes no text of their own into the trail.
  const [named] = params?.safeParse(request.params).success ? Object.entries(request.params as object) : [];
  if (named) act.note({ object: { kind: kindOfPathId(named[0], name), id: String(named[1]) } });
  return act;
}

/** By the route that was found: what the documentation does not have is an unknown route like any other. */
const isDocumentation = (request: FastifyRequest): boolean =>
  OPEN_WITHOUT_ENDPOINT.test(request.routeOptions.url ?? '');

const endpointOf = (request: FastifyRequest): Endpoint | undefined => request.routeOptions.config?.endpoint;

const RESTRICTIONS: Readonly<Record<Restriction, ProblemSlug>> = {
  'password-change': 'password-change-required',
  'second-factor-enrolment': 'second-factor-enrolment-required',
  'second-factor': 'second-factor-required',
};

function refusalOf({ signedIn }: FastifyRequest, endpoint: Endpoint | undefined): ProblemException | null {
  if (!signedIn) return new ProblemException('sign-in-required');
  const { by } = signedIn;
  if (by.restriction && !endpoint?.restricted) {
    return new ProblemException(RESTRICTIONS[by.restriction]);
  }
  if (!endpoint) return new ProblemException('not-found');
  // A token carries single permissions of its account, never the account itself.
  if (by.kind === 'token' && !by.scopes.includes(endpoint.permission))
    return new ProblemException('forbidden');
  return mayDo(endpoint.permission, signedIn.roles) ? null : new ProblemException('forbidden');
}
