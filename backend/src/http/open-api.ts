import { tokenScope } from '@yuheng/shared/contract/account';
import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { CSV, XLSX } from '@yuheng/shared/contract/media-types';
import { problem, PROBLEMS, type ProblemSlug } from '@yuheng/shared/contract/problem';
import { PERMISSIONS } from '@yuheng/shared/contract/roles';
import { isTable } from '@yuheng/shared/contract/tables/tables';
import * as z from 'zod';

type Json = Record<string, unknown>;

/** Schemas with an id become components; zod puts them into $defs and points there. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const { $schema, $defs, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  void $schema;
  Object.assign(components, pointedAtComponents($defs ?? {}));
  return pointedAtComponents(json);
}

const pointedAtComponents = (json: unknown): Json =>
  JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;

function parametersOf(endpoint: Endpoint, components: Json): Json[] {
  const read = (schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = schemaOf(schema, 'input', components) as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, one]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: one,
    }));
  };
  return [...read(endpoint.params, 'path'), ...read(endpoint.query, 'query'), ...headersOf(endpoint)];
}

function headersOf({ precondition, idempotent }: Endpoint): Json[] {
  const header = (name: string, required: boolean, pattern: string, description: string): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string', pattern },
  });
  return [
    ...(precondition
      ? [header('If-Match', true, '^"[0-9]{1,9}"$', 'The version that is changed, such as `"3"`.')]
      : []),
    ...(idempotent
      ? [
          header(
            'Idempotency-Key',
            false,
            '^[A-Za-z0-9_-]{8,80}$',
            'Sent again with the same key and content within two days, it is answered as before and not done again.',
          ),
        ]
      : []),
  ];
}

/** Problems that every route can answer need not be repeated in the contract. */
function problemsOf(endpoint: Endpoint): ProblemSlug[] {
  const always: ProblemSlug[] = endpoint.permission === 'anyone' ? [] : ['sign-in-required', 'forbidden'];
  if (endpoint.method !== 'GET') always.push('wrong-origin');
  if (endpoint.path !== '/api/health') always.push('too-many-requests');
  return [...new Set([...always, ...endpoint.problems, 'internal' as const, 'unavailable' as const])];
}

const FILE = { type: 'string', format: 'binary' };

function contentOf(name: string, { response, files = [] }: Endpoint, components: Json): Json {
  const types = isTable(name) ? [XLSX, CSV] : files;
  const content: Json = {
    ...(response ? { 'application/json': { schema: schemaOf(response, 'output', components) } } : {}),
    ...Object.fromEntries(types.map((type) => [type, { schema: FILE }])),
  };
  return Object.keys(content).length > 0 ? { content } : {};
}

function responsesOf(name: string, endpoint: Endpoint, components: Json): Json {
  const responses: Json = {
    [endpoint.status]: {
      description: endpoint.summary,
      ...contentOf(name, endpoint, components),
    },
  };
  if (endpoint.method === 'GET' && endpoint.response) {
    responses['304'] = { description: 'Unchanged since the ETag of If-None-Match.' };
  }
  for (const slug of problemsOf(endpoint)) {
    const { status, zh, en } = PROBLEMS[slug];
    const before = responses[status] as { description: string } | undefined;
    responses[status] = {
      description: before ? `${before.description}; ${en} (${zh})` : `${en} (${zh})`,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return responses;
}

/** The form of an upload: its file, and the texts beside it where the endpoint takes any. */
function uploadOf({ body }: Endpoint, components: Json): Json {
  const beside = body ? (schemaOf(body, 'input', components) as { properties?: Json }).properties : {};
  return { type: 'object', required: ['file'], properties: { file: FILE, ...beside } };
}

function operationOf(name: string, endpoint: Endpoint, components: Json): Json {
  const body = endpoint.upload
    ? { 'multipart/form-data': { schema: uploadOf(endpoint, components) } }
    : endpoint.body && { 'application/json': { schema: schemaOf(endpoint.body, 'input', components) } };
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2]],
    parameters: parametersOf(endpoint, components),
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: responsesOf(name, endpoint, components),
    ...securityOf(endpoint),
    'x-permission': endpoint.permission,
    'x-roles': PERMISSIONS[endpoint.permission],
  };
}

/** Most endpoints take the session alone, as the document says for all; a permission that a token can carry takes both. */
function securityOf({ permission }: Endpoint): Json {
  if (permission === 'anyone') return { security: [] };
  const { success } = tokenScope.safeParse(permission);
  return success ? { security: [{ session: [] }, { token: [] }] } : {};
}

let document: Json | undefined;

/** OpenAPI 3.1 of the whole API, made once from the endpoint table: it cannot say anything else than the server does. */
export function openApiDocument(): Json {
  if (document) return document;
  const components: Json = { Problem: schemaOf(problem, 'output', {}) };
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = operationOf(name, endpoint, components);
  }
  document = {
    openapi: '3.1.0',
    info: {
      title: 'Yuheng 玉衡',
      version: '0.1.0',
      description:
        'Money in whole 分, scores as decimal strings, days as YYYY-MM-DD, errors as RFC 9457 problems.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'yuheng_session',
          description: 'Behind TLS its name is __Host-yuheng_session.',
        },
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token, for its scopes.' },
      },
    },
  };
  return document;
}
