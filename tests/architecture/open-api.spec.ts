import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { PROBLEMS } from '@yuheng/shared/contract/problem';
import { startServer, type TestServer } from '../support/server';

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
  security?: object[];
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, object>;
    securitySchemes: Record<string, { in: string; name: string }>;
  };
}

const table = Object.entries(endpoints) as [string, Endpoint][];
const asTemplate = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

/** What a part of a path is called is nobody's business but the contract's. */
const unnamed = (route: string): string => route.replace(/:\w+/g, ':x');

/**
 * "GET /api/a/b" of each route that Fastify prints, but for HEAD, which comes with every GET. It prints a tree in which a
 * line goes on where its parent ends, be that within a word: "-sheets" below "/score" is "/score-sheets".
 */
function routesIn(printed: string): string[] {
  const starts: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] =
      /^(.*[├└]── )(.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    const depth = indent.length / 4;
    const path = (starts[depth - 1] ?? '') + part;
    starts[depth] = path;
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
}

describe('GET /api/openapi.json', () => {
  let server: TestServer;
  let document: Document;
  const operations = (): [path: string, method: string, operation: Operation][] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
        path,
        method,
        operation,
      ]),
    );

  beforeAll(async () => {
    server = await startServer();
    document = (await server.request({ url: '/api/openapi.json' })).json<Document>();
  });

  afterAll(() => server?.close());

  it('lists exactly the endpoints of the contract, by whole paths', () => {
    const listed = operations().map(([path, method, { operationId }]) => `${method} ${path} ${operationId}`);
    expect(listed.sort()).toEqual(
      table.map(([name, { method, path }]) => `${method.toLowerCase()} ${asTemplate(path)} ${name}`).sort(),
    );
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/api/'))).toEqual([]);
  });

  it('lists exactly the routes that the server has', () => {
    const printed = server.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    const routes = routesIn(printed).filter((route) => / \/api\/(?!docs)/.test(route));
    const meant = table.map(([, { method, path }]) => `${method} ${path}`);
    expect(routes.map(unnamed).sort()).toEqual(meant.map(unnamed).sort());
  });

  it('is OpenAPI 3.1 in its structure', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document).sort()).toEqual([
      'components',
      'info',
      'openapi',
      'paths',
      'security',
      'servers',
    ]);
    expect(document.components.securitySchemes['session']).toMatchObject({
      in: 'cookie',
      name: 'yuheng_session',
    });
    for (const [path, method, operation] of operations()) {
      const inPath = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`);
      expect(inPath).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(operation.parameters.filter((one) => one.in === 'path' && !one.required)).toEqual([]);
      expect(method === 'get' || method === 'delete' ? operation.requestBody : undefined).toBeUndefined();
      expect(Object.values(operation.responses).filter(({ description }) => !description)).toEqual([]);
    }
  });

  it('has no reference that leads nowhere and no name of a draft', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = '']) => to);
    expect(references.length).toBeGreaterThan(20);
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    // A schema may also point at itself.
    expect(references.filter((to) => !known.includes(to))).toEqual([]);
    expect(text).not.toContain('$schema');
    expect(text).not.toContain('$defs');
  });

  it.each(table)(
    '%s declares its status, every problem with its schema, and who may call it',
    (name, endpoint) => {
      const operation = operations().find(([, , one]) => one.operationId === name)?.[2];
      const declared: readonly number[] = endpoint.problems.map((slug) => PROBLEMS[slug].status);
      const guarded = endpoint.permission === 'anyone' ? [] : [401, 403];
      for (const status of [endpoint.status, ...declared, ...guarded, 500, 503]) {
        expect(operation?.responses[status]?.description).toBeTruthy();
      }
      const byToken = endpoint.permission === 'overview:read' ? [{ session: [] }, { token: [] }] : undefined;
      expect(operation?.security).toEqual(endpoint.permission === 'anyone' ? [] : byToken);
      const problems = Object.entries(operation?.responses ?? {}).filter(([status]) => Number(status) >= 400);
      for (const [, { content }] of problems)
        expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
      const bodies = Object.keys(operation?.requestBody?.content ?? {});
      expect(bodies).toEqual(
        endpoint.upload ? ['multipart/form-data'] : endpoint.body ? ['application/json'] : [],
      );
    },
  );

  it('the page of the documentation is served with its files and a policy of its own', async () => {
    const page = await server.request({ url: '/api/docs' });
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toContain(`script-src 'self'`);
    for (const [, file = ''] of page.text.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)) {
      expect([file, (await server.request({ url: file })).status]).toEqual([file, 200]);
    }
  });
});
