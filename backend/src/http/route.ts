import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  type ExecutionContext,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import { refusalsOf } from '@yuheng/shared/contract/pointers';
import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { Act } from '../audit/act';
import type { SignedIn } from '../identity/signed-in';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import { ProblemException } from './problem-exception';
import { repetitionOf } from './repetition';
import { unwritableTexts } from './unwritable-texts';

/** Makes a handler the route of an endpoint; its permission and response schema travel as Fastify's route config. */
export const Route = (endpoint: Endpoint): MethodDecorator =>
  applyDecorators(
    RequestMapping({ path: endpoint.path, method: RequestMethod[endpoint.method] }),
    HttpCode(endpoint.status),
    RouteConfig({ endpoint }),
  );

/** Reads a part of the request by its schema; off-schema is 400 with one pointer an error. */
function read(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  const refusals = result.success ? unwritableTexts(result.data) : refusalsOf(result.error, value);
  if (result.success && refusals.length === 0) return result.data;
  throw new ProblemException('invalid-request', refusals[0]?.detail, refusals);
}

const requestOf = (context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>();

export const Body = createParamDecorator((endpoint: Endpoint, context: ExecutionContext) =>
  read(endpoint.body, requestOf(context).body ?? {}),
);

export const Query = createParamDecorator((endpoint: Endpoint, context: ExecutionContext) =>
  read(endpoint.query, requestOf(context).query),
);

export const Params = createParamDecorator((endpoint: Endpoint, context: ExecutionContext) =>
  read(endpoint.params, requestOf(context).params),
);

/** The account of the session; only for routes whose permission is not `anyone`. */
export const Account = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = requestOf(context);
  if (!signedIn) throw new Error('A handler asked for the account on a route that is open to anyone.');
  return signedIn;
});

const VERSION = /^"(0|[1-9]\d{0,8})"$/;

/** The version that `If-Match` names; only for endpoints with a precondition. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  versionOf(requestOf(context)),
);

/** What is changed: the parameters of the path, and of the query, together with the version that `If-Match` names. */
export const Target = createParamDecorator((endpoint: Endpoint, context: ExecutionContext): object => ({
  ...addressOf(endpoint, requestOf(context)),
  version: versionOf(requestOf(context)),
}));

/** What is meant: the parameters of the path, and of the query. */
export const Address = createParamDecorator((endpoint: Endpoint, context: ExecutionContext): object =>
  addressOf(endpoint, requestOf(context)),
);

/** What is meant and what is said of it: the parameters of the path, and of the body. */
export const Asked = createParamDecorator((endpoint: Endpoint, context: ExecutionContext): object => ({
  ...addressOf(endpoint, requestOf(context)),
  ...(read(endpoint.body, requestOf(context).body ?? {}) as object),
}));

const addressOf = (endpoint: Endpoint, { params, query }: FastifyRequest): object => ({
  ...(read(endpoint.params, params) as object),
  ...(endpoint.query ? (read(endpoint.query, query) as object) : {}),
});

function versionOf({ headers }: FastifyRequest): number {
  const version = VERSION.exec(headers['if-match'] ?? '')?.[1];
  if (version !== undefined) return Number(version);
  throw new ProblemException('invalid-request', NO_VERSION, [
    refusal('/headers/if-match', NO_VERSION.zh, NO_VERSION.en),
  ]);
}

const NO_VERSION = bilingual(
  '请在 If-Match 中写明所修改的版本号，例如 "3"',
  'Say in If-Match which version you change, such as "3"',
);

/** What the trail will say of this request; only for endpoints that declare an act. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Act => {
  const { act } = requestOf(context);
  if (!act) throw new Error('A handler asked for the act of an endpoint that declares none.');
  act.repetition = repetitionOf(requestOf(context));
  return act;
});
