import rateLimit from '@fastify/rate-limit';
import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isApi } from '../doors';
import { ProblemException } from '../problem-exception';
import { sendProblem } from '../problem-filter';
import { addressKey } from './address-key';

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts a request by its address; the refusal where there were too many. */
    countByAddress(request: FastifyRequest): Promise<ProblemException | null>;
  }
}

const WINDOW_MS = 60_000;

/**
 * How many requests a minute are answered, times YUHENG_RATE_LIMIT. A person makes some tens, a whole bureau behind one
 * address some thousands, and one process answers fewer than 5,000 reads a second: these stop a program that has gone
 * wild, not work. Kept in memory for the 5,000 addresses and accounts that came last, because a restart forgives nobody
 * who matters.
 */
export const REQUESTS_A_MINUTE = {
  /** All of one address, whoever is signed in there. */
  address: 300_000,
  /** Surveys opened and answered from one address, where nobody is signed in: a bureau behind one address, not a program that tries codes. */
  surveys: 600,
  /** The reads of one account. */
  reads: 300_000,
  /** What one account changes. */
  writes: 3_000,
  /** Uploads, runs and exports of one account: each costs as much as thousands of reads. */
  heavy: 120,
} as const;

const HEAVY: readonly Endpoint[] = [
  endpoints.createScoringRun,
  endpoints.createAllocationScenario,
  endpoints.previewAllocationScenario,
  endpoints.exportAudit,
];

const OF_SURVEYS: readonly (Endpoint | undefined)[] = [
  endpoints.readSurvey,
  endpoints.answerSurvey,
  // Walls are opened by a code as well.
  endpoints.openWall,
  endpoints.openWallEvents,
];

/** Before any work of the database: the limit by address, for the API but its health and its documentation. */
export async function installAddressLimit(fastify: FastifyInstance, factor: number): Promise<void> {
  await fastify.register(rateLimit, { global: false });
  const count = limiter(fastify, REQUESTS_A_MINUTE.address * factor, ({ ip }) => addressKey(ip));
  fastify.decorate('countByAddress', (request: FastifyRequest) => refusalOf(count, request, OF_ADDRESS));
  const countSurveys = limiter(fastify, REQUESTS_A_MINUTE.surveys * factor, ({ ip }) => addressKey(ip));
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isCounted(request)) return;
    const ofSurvey = OF_SURVEYS.includes(request.routeOptions.config?.endpoint);
    const refusal =
      (await fastify.countByAddress(request)) ??
      (ofSurvey ? await refusalOf(countSurveys, request, OF_ADDRESS) : null);
    if (!refusal) return;
    sendProblem(refusal, request, reply);
    return reply;
  });
}

/** Right behind the doors, which say who is signed in: the limits by account. */
export function installAccountLimits(fastify: FastifyInstance, factor: number): void {
  const byAccount = (most: number): Limiter =>
    limiter(fastify, most * factor, ({ signedIn }) => signedIn?.accountId ?? '');
  const limiters = {
    reads: byAccount(REQUESTS_A_MINUTE.reads),
    writes: byAccount(REQUESTS_A_MINUTE.writes),
    heavy: byAccount(REQUESTS_A_MINUTE.heavy),
  };
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.signedIn) return;
    const refusal = await refusalOf(limiters[kindOf(request)], request, OF_ACCOUNT);
    if (!refusal) return;
    sendProblem(refusal, request, reply);
    return reply;
  });
}

const limiter = (
  fastify: FastifyInstance,
  max: number,
  keyGenerator: (request: FastifyRequest) => string,
): Limiter => fastify.createRateLimit({ max, timeWindow: WINDOW_MS, keyGenerator });

function isCounted({ routeOptions, url }: FastifyRequest): boolean {
  const endpoint = routeOptions.config?.endpoint;
  if (endpoint) return endpoint !== endpoints.readHealth;
  return isApi(url) && !routeOptions.url?.startsWith('/api/docs');
}

function kindOf({ routeOptions, method }: FastifyRequest): 'reads' | 'writes' | 'heavy' {
  const endpoint = routeOptions.config?.endpoint;
  if (endpoint && (endpoint.upload || HEAVY.includes(endpoint))) return 'heavy';
  return method === 'GET' || method === 'HEAD' ? 'reads' : 'writes';
}

const OF_ADDRESS = ['您所在网络地址', 'your network address'] as const;
const OF_ACCOUNT = ['您的账户', 'your account'] as const;

async function refusalOf(
  count: Limiter,
  request: FastifyRequest,
  [zh, en]: readonly [zh: string, en: string],
): Promise<ProblemException | null> {
  const counted = await count(request);
  if (counted.isAllowed || !counted.isExceeded) return null;
  const seconds = Math.max(1, counted.ttlInSeconds);
  const explanation = bilingual(
    `${zh}一分钟内的请求过多，本次未受理；请${seconds}秒后再试。`,
    `Too many requests of ${en} within a minute; this one was not taken. Try again in ${seconds} s.`,
  );
  return new ProblemException('too-many-requests', explanation, [], seconds);
}
