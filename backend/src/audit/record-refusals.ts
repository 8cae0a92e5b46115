import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AuditTrail } from './audit-trail';

/** Said by the door or by the lack of a database: nobody acted, or nothing can be written. */
const NOT_RECORDED = ['sign-in-required', 'too-many-requests', 'unavailable'];

/**
 * A refused or failed act leaves its entry before the answer goes out, whatever refused it: the door, the schema, a
 * rule, a constraint. Of people who are not signed in only what a service has noted is kept (a wrong password for an
 * account that exists), so that nobody fills the trail from outside.
 */
export function installRefusals(fastify: FastifyInstance, trail: AuditTrail): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode >= 400) await refuse(request, trail);
    return payload;
  });
}

async function refuse(request: FastifyRequest, trail: AuditTrail): Promise<void> {
  const { act, problem } = request;
  if (!act || act.recorded || !problem || NOT_RECORDED.includes(problem)) return;
  if (!act.actor && !act.noted.object) return;
  try {
    await trail.refuse(act, { outcome: problem === 'internal' ? 'failed' : 'refused', problem });
  } catch (failure) {
    request.log.error({ err: failure }, 'a refusal could not be written into the audit trail');
  }
}
