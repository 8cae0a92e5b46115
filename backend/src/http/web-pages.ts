import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { dirname } from 'node:path';

/** Files whose names carry a hash of their content never change under their name. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

/**
 * The web application and the API's documentation page. Every GET outside /api/ that is not a file answers the
 * application, whose own router knows the page (or says that there is none).
 */
export async function installWebPages(fastify: FastifyInstance, webFolder: string | null): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: webFolder ?? dirname(require.resolve('swagger-ui-dist/package.json')),
    serve: false,
    cacheControl: false,
  });
  installDocumentation(fastify);
  if (!webFolder) return;
  fastify.get('/*', (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    if (!/\.\w+$/.test(path)) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    const lasting = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
    return reply.header('cache-control', lasting).sendFile(path);
  });
}

const DOCUMENTATION_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

const DOCUMENTATION_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>玉衡 Yuheng API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
    <link rel="icon" href="/api/docs/favicon-32x32.png" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>`;

const DOCUMENTATION_START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', validatorUrl: null });`;

/** Swagger UI needs inline styles and data images: it has a policy of its own, for its own page alone. */
const DOCUMENTATION_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function installDocumentation(fastify: FastifyInstance): void {
  const files = dirname(require.resolve('swagger-ui-dist/package.json'));
  for (const url of ['/api/docs', '/api/docs/']) {
    fastify.get(url, (_, reply) =>
      reply
        .header('content-security-policy', DOCUMENTATION_CSP)
        .type('text/html; charset=utf-8')
        .send(DOCUMENTATION_PAGE),
    );
  }
  fastify.get('/api/docs/start.js', (_, reply) =>
    reply.type('text/javascript; charset=utf-8').send(DOCUMENTATION_START),
  );
  for (const file of DOCUMENTATION_FILES) {
    fastify.get(`/api/docs/${file}`, (_, reply) => reply.sendFile(file, files));
  }
}
