import type { TestRequest } from '../../support/server';
import { type Build, type EndpointCase, malformed, type ProblemCase, wrongBodies } from '../requests';

/** The program of every sheet here. */
export const OF = '?program=assistants';
/** The version that `arrange` gives the sheet of the acts. */
export const ARRANGED = 7;

export interface Sent {
  readonly method?: 'POST' | 'PUT';
  readonly as: string;
  readonly version?: number | null;
  readonly body?: unknown;
}

export const send =
  (path: string, { method = 'POST', as, version = ARRANGED, body }: Sent): Build =>
  () => ({
    method,
    url: `${path}${OF}`,
    as,
    ...(version === null ? {} : { headers: { 'if-match': `"${version}"` } }),
    ...(body === undefined ? {} : { body }),
  });

export const withoutVersion = (path: string, sent: Sent): ProblemCase => ({
  why: 'it names no version',
  request: send(path, { ...sent, version: null }),
  pointers: ['/headers/if-match'],
});
export const brokenVersion = (path: string, { method = 'POST', as, body }: Sent): ProblemCase => ({
  why: 'its version is none',
  request: () => ({
    method,
    url: `${path}${OF}`,
    as,
    headers: { 'if-match': 'W/"7"' },
    ...(body === undefined ? {} : { body }),
  }),
  pointers: ['/headers/if-match'],
});
/** What the body of an act can be wrong in besides its content. */
export function bodyProblems(path: string, { method = 'POST', as }: Sent): EndpointCase['problems'] {
  const url = `${path}${OF}`;
  const sent = (one: ProblemCase): ProblemCase => ({
    ...one,
    request: (given) => ({ ...one.request(given), method }),
  });
  const { 'too-large': tooLarge = [], 'unsupported-media-type': types = [] } = wrongBodies(url, as);
  return { 'too-large': tooLarge.map(sent), 'unsupported-media-type': types.map(sent) };
}

export const broken = (path: string, { method = 'POST', as }: Sent): ProblemCase => {
  const one = malformed(`${path}${OF}`, as);
  return { ...one, request: (given): TestRequest => ({ ...one.request(given), method }) };
};
