import {
  installAddressLimit,
  installAccountLimits,
  REQUESTS_A_MINUTE,
} from '@yuheng/backend/http/protection/rate-limits';
import { createAdapter } from '@yuheng/backend/http/server';
import type { SignedIn } from '@yuheng/backend/identity/signed-in';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Problem } from '@yuheng/shared/contract/problem';
import type { FastifyInstance } from 'fastify';
import { environmentOf, startServer, type TestServer } from '../support/server';

const RUN = '/api/scoring-runs';

describe('too many requests', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const runs = (as: string, times: number): Promise<number[]> =>
    Promise.all(
      Array.from({ length: times }, async () => {
        return (await server.request({ method: 'POST', url: RUN, as, body: {} })).status;
      }),
    );

  it('of the heavy kind: the 121st of one account within a minute is 429 and says when to come again', async () => {
    expect(new Set(await runs('officer-1', REQUESTS_A_MINUTE.heavy))).toEqual(new Set([400]));
    const answer = await server.request({ method: 'POST', url: RUN, as: 'officer-1', body: {} });
    const { type, detail } = answer.json<Problem>();
    expect([answer.status, type]).toEqual([429, '/problems/too-many-requests']);
    const seconds = Number(answer.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(detail).toBe(`您的账户一分钟内的请求过多，本次未受理；请${seconds}秒后再试。`);
  });

  it('of one account and kind leave other accounts and what that account reads alone', async () => {
    expect((await server.request({ method: 'POST', url: RUN, as: 'officer-1', body: {} })).status).toBe(429);
    expect(await runs('officer-2', 1)).toEqual([400]);
    expect((await server.request({ url: '/api/counties', as: 'officer-1' })).status).toBe(200);
  });

  it('of surveys, which nobody signs in for: the 601st of one address within a minute is 429, and other pages stay open', async () => {
    const url = `/api/survey/${'A'.repeat(43)}`;
    const statuses = await Promise.all(
      Array.from({ length: REQUESTS_A_MINUTE.surveys }, async () => (await server.request({ url })).status),
    );
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect((await server.request({ url })).status).toBe(429);
    expect((await server.request({ url: '/api/session' })).status).toBe(200);
  });

  it('are more with YUHENG_RATE_LIMIT', async () => {
    const generous = await startServer({ variables: { YUHENG_RATE_LIMIT: '2' }, database: server.database });
    try {
      const statuses = await Promise.all(
        Array.from({ length: REQUESTS_A_MINUTE.heavy + 1 }, async () => {
          return (await generous.request({ method: 'POST', url: RUN, as: 'officer-1', body: {} })).status;
        }),
      );
      expect(new Set(statuses)).toEqual(new Set([400]));
    } finally {
      await generous.app.close();
      await generous.source.destroy();
    }
  });
});

/** The limits on routes of their own, three requests a minute, without a database. */
describe('the limits', () => {
  const THREE = 3;
  const open: FastifyInstance[] = [];

  afterAll(() => Promise.all(open.map((one) => one.close())));

  async function limited(
    variables: Record<string, string>,
    install: (fastify: FastifyInstance) => Promise<void> | void,
  ): Promise<FastifyInstance> {
    const adapter = createAdapter(environmentOf(variables), () => Promise.resolve(false));
    const fastify = adapter.getInstance<FastifyInstance>();
    fastify.decorateRequest('signedIn', null);
    fastify.decorateRequest('problem', null);
    await install(fastify);
    for (const endpoint of [
      endpoints.listCounties,
      endpoints.readHealth,
      endpoints.signIn,
      endpoints.previewPublication,
    ]) {
      fastify.route({
        method: endpoint.method,
        url: endpoint.path,
        config: { endpoint },
        handler: () => 'ok',
      });
    }
    fastify.get('/api/docs', () => 'documentation');
    fastify.get('/page', () => 'a page');
    open.push(fastify);
    return fastify;
  }

  const byAddress = (variables: Record<string, string> = {}): Promise<FastifyInstance> =>
    limited(variables, (fastify) => installAddressLimit(fastify, THREE / REQUESTS_A_MINUTE.address));

  const statuses = async (
    fastify: FastifyInstance,
    requests: readonly { url: string; from?: string; headers?: Record<string, string> }[],
  ): Promise<number[]> => {
    const found: number[] = [];
    for (const { url, from = '10.0.0.1', headers = {} } of requests) {
      found.push((await fastify.inject({ url, remoteAddress: from, headers })).statusCode);
    }
    return found;
  };

  it('by address: all of the API counts, unknown routes and broken addresses too', async () => {
    const fastify = await byAddress();
    const urls = [
      '/api/counties',
      '/api/nothing',
      '/api/counties/%zz',
      '/%61pi/counties',
      '/api/counties/%zz',
    ];
    expect(
      await statuses(
        fastify,
        urls.map((url) => ({ url })),
      ),
    ).toEqual([200, 404, 401, 429, 429]);
    expect(await statuses(fastify, [{ url: '/api/counties', from: '10.0.0.2' }])).toEqual([200]);
  });

  it('by address: health, documentation and pages never count', async () => {
    const fastify = await byAddress();
    const urls = ['/api/health', '/api/docs', '/page'];
    for (let round = 0; round < 5; round += 1) {
      expect(
        await statuses(
          fastify,
          urls.map((url) => ({ url })),
        ),
      ).toEqual([200, 200, 200]);
    }
  });

  const FORWARDED = ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4'].map((one) => ({
    url: '/api/counties',
    headers: { 'x-forwarded-for': one },
  }));

  it('by address: a header that anyone can write moves nobody to another address', async () => {
    expect(await statuses(await byAddress(), FORWARDED)).toEqual([200, 200, 200, 429]);
  });

  it('by address: behind a proxy that is trusted, the address that it saw counts', async () => {
    const trusting = await byAddress({ YUHENG_TRUST_PROXY: '10.0.0.0/8' });
    expect(await statuses(trusting, FORWARDED)).toEqual([200, 200, 200, 200]);
    const elsewhere = FORWARDED.map((one) => ({ ...one, from: '192.0.2.9' }));
    expect(await statuses(trusting, elsewhere)).toEqual([200, 200, 200, 429]);
  });

  it('by address: what a client wrote in front of what the one proxy saw counts for nothing', async () => {
    const trusting = await byAddress({ YUHENG_TRUST_PROXY: '1' });
    const forged = FORWARDED.map(({ url, headers }) => ({
      url,
      headers: { 'x-forwarded-for': `${headers['x-forwarded-for']}, 198.51.100.7` },
    }));
    expect(await statuses(trusting, forged)).toEqual([200, 200, 200, 429]);
  });

  it.each([
    ['reads', 'GET', '/api/counties', REQUESTS_A_MINUTE.reads],
    ['writes', 'POST', '/api/session', REQUESTS_A_MINUTE.writes],
    ['uploads', 'POST', '/api/publications/preview', REQUESTS_A_MINUTE.heavy],
  ] as const)(
    'by account: %s are counted by themselves, wherever they come from',
    async (_, method, url, most) => {
      const fastify = await limited({}, async (one) => {
        await installAddressLimit(one, 1);
        one.addHook('onRequest', async (request) => {
          request.signedIn = { accountId: String(request.headers['x-account']) } as SignedIn;
        });
        installAccountLimits(one, THREE / most);
      });
      const send = async (account: string, remoteAddress: string): Promise<number> =>
        (await fastify.inject({ method, url, remoteAddress, headers: { 'x-account': account } })).statusCode;
      const found: number[] = [];
      for (let i = 0; i < THREE + 1; i += 1) found.push(await send('one', `10.0.0.${i}`));
      expect(found).toEqual([200, 200, 200, 429]);
      expect(await send('other', '10.0.0.1')).toBe(200);
    },
  );
});
