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
import { ProblemException } from './problem-exception';
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

/** What the trail will say of this request; only for endpoints that declare an act. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Act => {
  const { act } = requestOf(context);
  if (!act) throw new Error('A handler asked for the act of an endpoint that declares none.');
  return act;
});
