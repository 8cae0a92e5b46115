import type { FastifyInstance } from 'fastify';
import type { Environment } from '../../config/environment';
import { ProblemException } from '../problem-exception';
import { sendProblem } from '../problem-filter';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];

/** What a browser says of the page that sends a request; absent where it says nothing. */
export interface Sender {
  readonly origin: string | undefined;
  /** Sec-Fetch-Site: how that page's site is related to ours. */
  readonly site: string | undefined;
  /** The Host of the request: our own name, unless the public address says it. */
  readonly host: string;
}

type Own = Pick<Environment, 'publicUrl' | 'secureCookie'>;

/**
 * Whether a request that changes something may come from where it says that it comes from. A browser always writes
 * Origin on such a request, and no page can forge it; it must name this program: its public address where that is set,
 * else the host that was asked (and TLS where we are behind it). A request that says nothing is no browser's page but a
 * program's, which has no cookies of somebody else to misuse; what an ancient browser leaves unsaid is held by
 * SameSite=Strict.
 */
export function isOwnPage({ origin, site, host }: Sender, { publicUrl, secureCookie }: Own): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  if (publicUrl !== null) return origin === publicUrl;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  const isExpected = secureCookie ? from.protocol === 'https:' : /^https?:$/.test(from.protocol);
  return isExpected && URL.canParse(`${from.protocol}//${host}`) && sameHost(from, host);
}

/** Written alike by the same parser: lower case, without the standard port. */
const sameHost = (from: URL, host: string): boolean =>
  new URL(`${from.protocol}//${host}`).host === from.host;

/** Answers 403 to what another site's page sends, before any body is read, and after the doors: a stranger gets 401. */
export function installOriginCheck(fastify: FastifyInstance, own: Own): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (SAFE_METHODS.includes(request.method)) return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    const sender = { origin, site: Array.isArray(site) ? site.join() : site, host: request.host };
    if (isOwnPage(sender, own)) return;
    sendProblem(new ProblemException('wrong-origin'), request, reply);
    return reply;
  });
}
