import type { TestRequest } from '../../support/server';
import type { EndpointCase, ProblemCase } from '../requests';
import { DEPARTMENT, RECHECK, rounds, type Standing } from './given-round';
import { UNKNOWN_ID } from '../requests';
import { wrongBodiesOf } from './wrong-requests';

/** An act of who organises a round, written once for the bureau and for finance. */
export interface RoundAct {
  readonly method?: 'POST' | 'PUT';
  readonly way: string;
  readonly body: unknown;
  readonly standing: Standing;
  /** Whether If-Match is asked for. */
  readonly versioned?: boolean;
  /** Pointers of an empty body. */
  readonly missing: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly refused?: readonly Refused[];
}

interface Conflict {
  readonly why: string;
  readonly standing: Standing;
  readonly body?: unknown;
}

interface Refused extends Conflict {
  readonly pointers: readonly string[];
}

export const roundUrl = (round: string, way: string): string => `/api/evaluations/${round}${way}`;

/** The right request of both organisers, and the problems that every such act can have. */
export function roundActCase(act: RoundAct): EndpointCase {
  const { method = 'POST', way, standing, versioned = false, missing, conflicts, refused } = act;
  const send = (
    round: string,
    as: string,
    body: unknown = act.body,
    version: string | null = versioned ? '"3"' : null,
  ): TestRequest => ({
    method,
    url: roundUrl(round, way),
    as,
    body,
    headers: version === null ? {} : { 'if-match': version },
  });
  const {
    'invalid-request': _,
    'too-large': tooLarge,
    'unsupported-media-type': types,
  } = wrongBodiesOf({ method, url: roundUrl(DEPARTMENT, way), as: 'officer-1' }, missing);
  const arrange = rounds(standing);
  const stale: ProblemCase[] = versioned
    ? [
        {
          why: 'somebody changed it meanwhile',
          request: () => send(DEPARTMENT, 'officer-1', act.body, '"2"'),
          arrange,
        },
      ]
    : [];
  return {
    happy: () => send(DEPARTMENT, 'officer-1'),
    arrange,
    byRole: { finance: { happy: () => send(RECHECK, 'finance'), arrange } },
    problems: {
      'invalid-request': [
        { why: 'nothing is given', request: () => send(DEPARTMENT, 'officer-1', {}), pointers: missing },
        { why: 'the round is none', request: () => send('newest', 'officer-1'), pointers: ['/round'] },
      ],
      'not-found': [{ why: 'there is no such round', request: () => send(UNKNOWN_ID, 'officer-1') }],
      conflict: [
        ...stale,
        ...conflicts.map(({ why, standing: other, body }) => ({
          why,
          request: () => send(DEPARTMENT, 'officer-1', body),
          arrange: rounds(other),
        })),
      ],
      forbidden: [
        { why: 'another bureau organises it', request: () => send(RECHECK, 'officer-1'), arrange },
        {
          why: 'finance organises no department evaluation',
          request: () => send(DEPARTMENT, 'finance'),
          arrange,
        },
      ],
      'too-large': tooLarge,
      'unsupported-media-type': types,
      ...(refused
        ? {
            refused: refused.map(({ why, standing: other, body, pointers }) => ({
              why,
              request: () => send(DEPARTMENT, 'officer-1', body),
              arrange: rounds(other),
              pointers,
            })),
          }
        : {}),
    },
  };
}
