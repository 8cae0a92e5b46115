import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import { endpoints, type EndpointName } from '@yuheng/shared/contract/endpoints';
import { problem, PROBLEMS, type ProblemSlug } from '@yuheng/shared/contract/problem';
import { startServer, type TestServer } from '../support/server';
import { ENDPOINT_CASES } from './endpoint-cases';
import { given, type Given, type ProblemCase } from './requests';

/** The type of the table lets none of the contract be left out. */
const names = Object.keys(ENDPOINT_CASES) as EndpointName[];
const endpointOf = (name: EndpointName): Endpoint => endpoints[name];

const problemCases = names.flatMap((name) =>
  Object.entries(ENDPOINT_CASES[name].problems).flatMap(([slug, cases]) =>
    cases.map((one) => [name, slug as ProblemSlug, one.why, one] as const),
  ),
);

describe('every endpoint', () => {
  let server: TestServer;
  let known: Given;

  beforeAll(async () => {
    // One officer uploads here more in a minute than a person would.
    server = await startServer({ variables: { YUHENG_RATE_LIMIT: '10' } });
    known = await given(server);
    await server.sql(
      `insert into one_time_link values (encode(sha256('a-link-that-the-test-put-there'), 'hex'),
         'firstAdministrator', now() + interval '1 hour', null)`,
    );
  });

  afterAll(() => server?.close());

  it.each(names)('%s has a case for each problem that it declares, and for no other', (name) => {
    const declared = [...new Set(endpointOf(name).problems)].sort();
    expect(Object.keys(ENDPOINT_CASES[name].problems).sort()).toEqual(declared);
  });

  it.each(names)(
    '%s answers its status, and its body holds what the contract says and nothing else',
    async (name) => {
      const { status, response, files } = endpointOf(name);
      const undo = await ENDPOINT_CASES[name].arrange?.(known);
      const answer = await server.request(ENDPOINT_CASES[name].happy(known));
      await undo?.();
      expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.any(String)]);
      if (files) return expect(files).toContain(answer.headers['content-type']);
      if (!response) return expect(answer.text).toBe('');
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      const body = answer.json();
      expect(response.parse(body)).toEqual(body);
    },
  );

  it.each(problemCases)('%s answers %s when %s', async (_, slug, __, one) => {
    const { answer, problem: said } = await refused(one);
    expect([answer.status, said.type]).toEqual([PROBLEMS[slug].status, `/problems/${slug}`]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    if (one.pointers) expect(said.errors?.map(({ pointer }) => pointer)).toEqual(one.pointers);
  });

  it.each(problemCases)('%s says its %s in English too when %s', async (_, slug, __, one) => {
    const { problem: said } = await refused(one, 'en-GB,en;q=0.9');
    expect(said.title).toBe(PROBLEMS[slug].en);
    const texts = [said.title, said.detail, ...(said.errors ?? []).map(({ detail }) => detail)];
    // It may quote a Chinese text, but it does not begin in Chinese.
    expect(texts.filter((text) => !/^["A-Za-z]/.test(text))).toEqual([]);
  });

  async function refused(one: ProblemCase, language = 'zh-CN') {
    const undo = await one.arrange?.(known);
    try {
      const { headers, ...request } = one.request(known);
      const answer = await server.request({
        ...request,
        headers: { ...headers, 'accept-language': language },
      });
      return { answer, problem: problem.strict().parse(answer.json()) };
    } finally {
      await undo?.();
    }
  }
});
