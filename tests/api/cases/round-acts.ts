import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import { givenRound, ROUND, type RoundStage } from '../../support/given-round';
import type { TestRequest } from '../../support/server';
import { type Build, type EndpointCase, get, type ProblemCase, UNKNOWN_ID } from '../requests';
import { wrongBodiesOf } from './wrong-requests';

export const FINALISED = nameBasedUuid('round/assistants/2025/departmentEvaluation');
export const URL = `/api/evaluations/${ROUND}`;
export const COUNTY = 'county-hongta';
export const at =
  (stage: RoundStage): NonNullable<ProblemCase['arrange']> =>
  ({ server }) =>
    givenRound(server, stage);

export interface Asked {
  readonly method?: NonNullable<TestRequest['method']>;
  readonly way: string;
  readonly as: string;
  readonly body?: object;
  /** What If-Match says; absent: nothing. */
  readonly version?: string;
}

export const ask =
  ({ method = 'POST', way, as, body, version }: Asked, more: Partial<Asked> = {}, base = URL): Build =>
  () => {
    const named = more.version ?? version;
    const sent = more.body ?? body;
    return {
      method,
      url: `${base}${more.way ?? way}`,
      as: more.as ?? as,
      ...(sent ? { body: sent } : {}),
      ...(named ? { headers: { 'if-match': named } } : {}),
    };
  };

export const wrongRound = (way: string, as: string): ProblemCase => ({
  why: 'the id of the round is none',
  request: get(`/api/evaluations/none${way}`, as),
  pointers: ['/round'],
});
export const noRound = (way: string, as: string): ProblemCase => ({
  why: 'there is no such round',
  request: get(`/api/evaluations/${UNKNOWN_ID}${way}`, as),
});

/** What every act on a round can be refused for. */
export function actCase(
  asked: Asked & { readonly body: object },
  stage: RoundStage,
  {
    missing,
    refused,
    notFound = [],
    happy = {},
  }: {
    readonly missing: readonly string[];
    readonly refused: readonly ProblemCase[];
    readonly notFound?: readonly ProblemCase[];
    readonly happy?: Partial<Asked>;
  },
): EndpointCase {
  const { way, as, version, method = 'POST' } = asked;
  const wrong = wrongBodiesOf({ method, url: URL + way, as }, missing);
  const versioned = (one: ProblemCase): ProblemCase => ({
    ...one,
    request: (given) => {
      const request = one.request(given);
      return version ? { ...request, headers: { ...request.headers, 'if-match': version } } : request;
    },
  });
  return {
    happy: ask(asked, happy),
    arrange: at(stage),
    problems: {
      'invalid-request': wrong['invalid-request'].map(versioned),
      'too-large': (wrong['too-large'] ?? []).map(versioned),
      'unsupported-media-type': (wrong['unsupported-media-type'] ?? []).map(versioned),
      'not-found': [
        {
          why: 'there is no such round',
          request: ask(asked, {}, `/api/evaluations/${UNKNOWN_ID}`),
        },
        ...notFound,
      ],
      refused,
      ...(version
        ? {
            conflict: [
              {
                why: 'somebody changed it meanwhile',
                request: ask(asked, { version: '"7"' }),
                arrange: at(stage),
              },
            ],
          }
        : {}),
    },
  };
}
