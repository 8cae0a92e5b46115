import type { TestRequest } from '../../support/server';
import { type EndpointCase, malformed, post, type ProblemCase, wrongBodies } from '../requests';

type BodyProblems = Record<
  'invalid-request' | 'too-large' | 'unsupported-media-type',
  readonly ProblemCase[]
>;

/** What the body of any endpoint can be wrong in, sent by its method; `pointers` are those of an empty one. */
export function wrongBodiesOf(
  {
    method,
    url,
    as,
  }: { readonly method: NonNullable<TestRequest['method']>; readonly url: string; readonly as: string },
  pointers: readonly string[],
): BodyProblems & EndpointCase['problems'] {
  const sent = (one: ProblemCase): ProblemCase => ({
    ...one,
    request: (given) => ({ ...one.request(given), method }),
  });
  const { 'too-large': tooLarge = [], 'unsupported-media-type': types = [] } = wrongBodies(url, as);
  return {
    'invalid-request': [
      sent({ why: 'nothing is given', request: post(url, {}, as), pointers }),
      sent(malformed(url, as)),
    ],
    'too-large': tooLarge.map(sent),
    'unsupported-media-type': types.map(sent),
  };
}
