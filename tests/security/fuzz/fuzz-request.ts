import type { Operation } from './operations';

/** How a request is written to the socket when its very framing is spoilt. */
export interface Framing {
  /** Sent as content-length instead of the true one. */
  readonly contentLength?: string;
  /** Written after the header block instead of the plain body. */
  readonly wholeBody?: string;
  /** Lines of the header block that no client library would write. */
  readonly lines?: readonly string[];
}

/** One request of the fuzzer, complete: the same seed and index give the same request. */
export interface FuzzRequest {
  readonly index: number;
  readonly operation: Operation;
  readonly method: string;
  /** Path and query as they go over the wire. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer | null;
  /** The account whose cookie is sent; null: none. */
  readonly as: string | null;
  /** What was done to a sound request, in order. */
  readonly tricks: readonly string[];
  /** False where method or path were changed, so that another route or none may answer. */
  readonly isRouteKept: boolean;
  /** `none`: a cookie of the fuzzer's own is sent instead of the account's; `unsure`: another credential beside it. */
  readonly session: 'own' | 'none' | 'unsure';
  /** Sent through a real socket, byte for byte; null: handed to the server without one. */
  readonly framing: Framing | null;
}

export interface FuzzAnswer {
  /** 0: the connection was closed without an answer. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly milliseconds: number;
}

/** The request in words, short enough for a failure's report. */
export function describeRequest(request: FuzzRequest): string {
  const cut = (text: string): string =>
    text.length > 600 ? `${text.slice(0, 600)}… (${text.length} characters)` : text;
  const headers = request.headers.map(([name, value]) => `${name}: ${cut(JSON.stringify(value))}`);
  return [
    `#${request.index} ${request.operation.name} as ${request.as ?? 'nobody'}; ${request.tricks.join(', ') || 'sound'}`,
    cut(`${request.method} ${JSON.stringify(request.target)}`),
    ...headers,
    ...(request.framing ? [cut(`framing ${JSON.stringify(request.framing)}`)] : []),
    ...(request.body ? [cut(JSON.stringify(request.body.toString('utf8')))] : []),
  ].join('\n  ');
}
