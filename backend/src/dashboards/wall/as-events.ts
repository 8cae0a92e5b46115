import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';

/** How events are asked for. */
export interface AskedEvents {
  readonly shows: string | null;
  /** Only who asks for an event stream gets one that stays open. */
  readonly staysOpen: boolean;
}

export function askedOf({ headers }: FastifyRequest): AskedEvents {
  const { accept = '', 'last-event-id': shows } = headers;
  return {
    shows: typeof shows === 'string' ? shows : null,
    staysOpen: accept.includes('text/event-stream'),
  };
}

/** Events as they leave: kept by nobody on the way, and held back by no proxy until there are more of them. */
export function asEvents(reply: FastifyReply, events: Readable): Readable {
  void reply
    .type('text/event-stream')
    .header('cache-control', 'no-store, no-transform')
    .header('x-accel-buffering', 'no');
  return events;
}
