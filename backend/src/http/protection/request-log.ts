import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * What the log says of a request: its id, method, route and status, and how long it took. The route is its pattern
 * (`/api/scoring-runs/:run`), never the address: ids, names searched for and codes stand there. No header, cookie, body
 * or network address is ever written; who did what stands in the audit trail, which few may read.
 */
export const LOG_SERIALIZERS = {
  req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
  res: ({ request, statusCode }: Partial<FastifyReply>) => ({
    ...(request ? { method: request.method, route: routeOf(request) } : {}),
    status: statusCode,
  }),
  err: describeError,
};

/** Null where no route was found: the address of a page that is not there is the sender's own text. */
const routeOf = (request: FastifyRequest): string | null => request.routeOptions.url ?? null;

/**
 * An error without the data that it happened to: its kind, its code, the names of what it met in the database, and where
 * in the program it happened. Databases, parsers and the framework put values into their messages (`Key (phone)=(138…)`,
 * parts of a body, an address), so that an error with a code is told by its code, and one of a parser by its place.
 */
function describeError(error: Error): Described {
  const { code, constraint, table, column } = error as Error & Readonly<Record<string, unknown>>;
  const isOurs = code === undefined && error.name !== 'SyntaxError';
  return {
    type: error.name,
    message: isOurs ? error.message : '',
    stack: framesOf(error.stack ?? ''),
    code,
    constraint,
    table,
    column,
  };
}

interface Described {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly [detail: string]: unknown;
}

const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line))
    .join('\n');
