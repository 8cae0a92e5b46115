import { endpoints, type EndpointName } from '@yuheng/shared/contract/endpoints';
import { DEMONSTRATION_PASSWORD } from '@yuheng/backend/identity/sessions.service';
import { role, type Role } from '@yuheng/shared/contract/roles';
import { decidedDecision } from '../support/given-decision';
import { startServer, type TestRequest, type TestServer } from '../support/server';
import { ENDPOINT_CASES } from './endpoint-cases';
import { OF_COUNTY } from './of-county';
import {
  allowedFor,
  ALLOWED,
  BUSINESS,
  CITY,
  COUNTY,
  EVALUATORS,
  GUARDED,
  OPEN,
  type Operation,
  OPERATIONS,
} from './permissions';
import { given, UNKNOWN_ID, type EndpointCase, type Given } from './requests';

/** One account of each role; the county roles belong to 红塔区. */
const ACCOUNTS: Readonly<Record<Role, string>> = {
  leader: 'leader',
  programOfficer: 'officer-1',
  inspector: 'inspector',
  finance: 'finance',
  countyOfficer: 'county-hongta',
  countyApprover: 'county-hongta-approver',
  countyFinance: 'county-hongta-finance',
  justiceOffice: 'office-hongta-1',
  evaluator: 'evaluator-1',
  leadEvaluator: 'lead-evaluator',
  systemAdministrator: 'system-admin',
  securityAdministrator: 'security-admin',
  auditAdministrator: 'audit-admin',
};

/** Evaluators read them too; tests/integration/fieldwork has their own and foreign county. */
const OF_A_ROUND = [
  'readFieldwork',
  'readFieldworkFacts',
  'downloadSlipScan',
  'downloadFieldPhoto',
  'downloadFieldOriginal',
  // The workspace, whose gate is looked at in tests/integration/evaluations.
  'readScoreFacts',
  'readScoreSheet',
  'downloadScoreEvidence',
];
/** Every county of the demonstration's round is open to its team: declared, and without a conflict. */
const TEAM: readonly Role[] = ['evaluator', 'leadEvaluator'];
const OPEN_TO_TEAMS: ReadonlySet<EndpointName> = new Set(['readSelfEvaluation']);

/** Every operation that reads what its path names of a county is among these or is the evaluators' own. */
const NAMES_COUNTY = OPERATIONS.filter(({ key, method }) => method === 'GET' && key.includes('{county}')).map(
  ({ name }) => name,
);
const CHANGES_COUNTY = OPERATIONS.filter(
  ({ key, method }) => method !== 'GET' && key.includes('{county}'),
).map(({ name, key }) => [key, name] as const);

const byKey = (operations: readonly Operation[]) => operations.map((one) => [one.key, one] as const);
const pairs = GUARDED.flatMap((one) => role.options.map((as) => [one.key, as, one] as const));
const readers = pairs.filter(
  ([, as, one]) => COUNTY.includes(as) && one.method === 'GET' && allowedFor(one).includes(as),
);
const countyPairs = (Object.keys(OF_COUNTY) as EndpointName[]).flatMap((name) =>
  role.options.map((one) => [name, one] as const),
);

const COUNTIES = 'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');
const FOREIGN = COUNTIES.filter((one) => one !== 'hongta');

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

describe('every endpoint and every role', () => {
  let server: TestServer;
  let known: Given;

  beforeAll(async () => {
    server = await startServer();
    known = await given(server);
    await decidedDecision(server.sql);
  });
  afterAll(() => server?.close());

  /** The happy request of an endpoint, made by another account or by nobody. */
  const ask = async (name: EndpointName, as?: string, url?: string) => {
    const undo = await caseOf(name, as).arrange?.(known);
    try {
      return await request(name, as, url);
    } finally {
      await undo?.();
    }
  };
  const caseOf = (name: EndpointName, as?: string): Pick<EndpointCase, 'happy' | 'arrange'> => {
    const one: EndpointCase = ENDPOINT_CASES[name];
    const own = role.options.find((each) => ACCOUNTS[each] === as);
    return (own && one.byRole?.[own]) ?? one;
  };
  const request = (name: EndpointName, as?: string, url?: string) => {
    const { as: _, ...request }: TestRequest = caseOf(name, as).happy(known);
    return server.request({ ...request, ...(url ? { url } : {}), ...(as ? { as } : {}) });
  };

  let token: Promise<string> | undefined;
  /** A personal access token of the leader, for the overview. */
  function leadersToken(): Promise<string> {
    token ??= server
      .request({
        method: 'POST',
        url: '/api/account/tokens',
        as: 'leader',
        body: {
          name: 'wall',
          scopes: ['overview:read'],
          lastDay: tomorrow(),
          password: DEMONSTRATION_PASSWORD,
        },
      })
      .then((answer) => answer.json<{ token: string }>().token);
    return token;
  }

  it('the rows above are those of the document that the server answers, and no other', async () => {
    const { paths } = (await server.request({ url: '/api/openapi.json' })).json<{
      paths: Record<string, Record<string, unknown>>;
    }>();
    const served = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(served.sort()).toEqual(Object.keys(ALLOWED).sort());
    expect(OPERATIONS.map(({ key }) => key).sort()).toEqual(served);
  });

  it('an operation that names a county in its path has its own and foreign county below', () => {
    expect(NAMES_COUNTY.sort()).toEqual([...Object.keys(OF_COUNTY), 'readAssignment', ...OF_A_ROUND].sort());
  });

  it.each(byKey(OPERATIONS))('%s has the permission that is written down for it', (key, one) => {
    expect([...(one.roles ?? role.options)].sort()).toEqual([...allowedFor(one)].sort());
    expect(one.roles === null).toBe(ALLOWED[key] === OPEN);
  });

  it.each(byKey(GUARDED))('%s is closed to who is signed out', async (_, { name }) => {
    const answer = await ask(name);
    expect([answer.status, answer.json()['type']]).toEqual([401, '/problems/sign-in-required']);
    expect(answer.headers['etag']).toBeUndefined();
  });

  it.each(byKey(GUARDED))(
    '%s is closed to a session and to a token that nobody was given',
    async (_, { name }) => {
      const { as: _as, ...request } = ENDPOINT_CASES[name].happy(known);
      const strangers: Record<string, string>[] = [
        { cookie: `yuheng_session=${'A'.repeat(43)}` },
        { authorization: `Bearer ${'A'.repeat(43)}` },
      ];
      for (const headers of strangers) {
        const answer = await server.request({ ...request, headers: { ...request.headers, ...headers } });
        expect([answer.status, answer.json()['type']]).toEqual([401, '/problems/sign-in-required']);
      }
    },
  );

  it.each(byKey(GUARDED))(
    '%s asked with the token of a leader’s program answers the overview alone',
    async (key, one) => {
      const { as: _as, ...request } = ENDPOINT_CASES[one.name].happy(known);
      const token = await leadersToken();
      const headers = { ...request.headers, authorization: `Bearer ${token}` };
      const answer = await server.request({ ...request, headers });
      expect(answer.status).toBe(key === 'GET /api/overview' ? 200 : 403);
    },
  );

  it.each(pairs)('%s answers %s as its permission says', async (_, as, one) => {
    const answer = await ask(one.name, ACCOUNTS[as]);
    const kind = answer.status < 400 ? null : answer.json()['type'];
    if (!allowedFor(one).includes(as)) {
      expect([answer.status, kind]).toEqual([403, '/problems/forbidden']);
      return;
    }
    // Beyond its door an endpoint may still refuse: a foreign county is not found, a demonstration account keeps its password.
    expect(['/problems/sign-in-required', '/problems/forbidden']).not.toContain(kind);
    expect(answer.status).toBeLessThan(500);
    if (one.method === 'GET' && BUSINESS.includes(as) && !(one.name in OF_COUNTY && COUNTY.includes(as)))
      expect(answer.status).toBe(endpoints[one.name].status);
  });

  it.each(countyPairs)(
    '%s shows %s the own county, and of another one only as far as the role sees',
    async (name, one) => {
      const url = OF_COUNTY[name];
      const statuses = await Promise.all(
        ['hongta', 'jiangchuan', 'no-such-county'].map(
          async (county) => (await ask(name, ACCOUNTS[one], url?.(county, known))).status,
        ),
      );
      const isOpen = CITY.includes(one) || (TEAM.includes(one) && OPEN_TO_TEAMS.has(name));
      const expected = isOpen ? [200, 200, 404] : COUNTY.includes(one) ? [200, 404, 404] : [403, 403, 403];
      expect(statuses).toEqual(expected);
    },
  );

  it.each(countyPairs.filter(([, one]) => COUNTY.includes(one)))(
    '%s tells %s of a foreign county what it tells of one that does not exist',
    async (name, one) => {
      const texts = await Promise.all(
        ['jiangchuan', 'no-such-county'].map(async (county) =>
          (await ask(name, ACCOUNTS[one], OF_COUNTY[name]?.(county, known))).text.replace(
            /[0-9a-f-]{36}/,
            'request',
          ),
        ),
      );
      expect(texts[0]).toBe(texts[1]);
    },
  );

  it.each(CHANGES_COUNTY)(
    '%s tells a county of a foreign one what it tells of one that does not exist',
    async (_, name) => {
      const { url } = ENDPOINT_CASES[name].happy(known);
      for (const as of COUNTY.map((one) => ACCOUNTS[one])) {
        const answers = await Promise.all(
          ['jiangchuan', 'no-such-county'].map((county) =>
            request(
              name,
              as,
              url.replace(
                /\/(?!api|sheets|\d)[a-z]+\/(?=\d{4}-|evidence|documents|records|photos|samples|surveys|reading)/,
                `/${county}/`,
              ),
            ),
          ),
        );
        const [foreign, unknown] = answers.map(({ status, text }) => [
          status,
          text.replace(/[0-9a-f-]{36}/, 'request'),
        ]);
        expect(foreign).toEqual(unknown);
        expect(foreign?.[0]).toBeGreaterThanOrEqual(400);
      }
    },
  );

  // A file is made anew each time and carries no tag.
  it.each(countyPairs.filter(([name, one]) => COUNTY.includes(one) && !('files' in endpoints[name])))(
    '%s tells %s nothing of a foreign county by the tag of what the city was answered',
    async (name, one) => {
      const url = OF_COUNTY[name]?.('jiangchuan', known) ?? '';
      const { etag = '' } = (await server.request({ url, as: 'leader' })).headers;
      expect(etag).not.toBe('');
      const answer = await server.request({ url, as: ACCOUNTS[one], headers: { 'if-none-match': etag } });
      expect(answer.status).toBe(404);
    },
  );

  // Published texts are public: they name all counties on purpose.
  it.each(readers.filter(([, , { name }]) => !['listPublications', 'readPublication'].includes(name)))(
    '%s names %s no other county anywhere in its answer',
    async (_, as, { name }) => {
      const url = OF_COUNTY[name]?.('hongta', known);
      const { text } = await ask(name, ACCOUNTS[as], url);
      expect(
        FOREIGN.filter((county) => text.includes(`"${county}"`) || text.includes(`/${county}?`)),
      ).toEqual([]);
    },
  );

  it.each(EVALUATORS)(
    '%s reads the assigned counties of a round, and of others what does not exist',
    async (one) => {
      const as = ACCOUNTS[one];
      const list = await server.request({ url: '/api/assignments', as });
      const { assignments } = list.json<{ assignments: { round: string; county: string }[] }>();
      expect(assignments.length).toBeGreaterThan(0);
      const read = (round: string, county: string) =>
        server.request({ url: `/api/assignments/${round}/${county}`, as });
      const [own] = assignments;
      expect((await read(own?.round ?? '', own?.county ?? '')).status).toBe(200);
      const rounds = await server.sql<{ id: string }>('select round_id as id from evaluation_round');
      const foreign = rounds
        .flatMap(({ id }) => COUNTIES.map((county) => [id, county] as const))
        .filter(([id, county]) => !assignments.some((mine) => mine.round === id && mine.county === county));
      expect(foreign.length).toBeGreaterThan(0);
      const said = async (round: string, county: string) => {
        const { status, text } = await read(round, county);
        return [status, text.replace(/[0-9a-f-]{36}/, 'request')];
      };
      const nothing = await said(UNKNOWN_ID, 'no-such-county');
      expect(nothing[0]).toBe(404);
      for (const [round, county] of foreign) expect(await said(round, county)).toEqual(nothing);
    },
  );

  it('no evaluator learns another’s mark: not by a list, a count, a tag or a mark', async () => {
    const read = async (as: string) => {
      const { text } = await server.request({ url: '/api/assignments', as });
      const { assignments } = JSON.parse(text) as {
        assignments: { round: string; county: string; marksGiven: number }[];
      };
      return { text, assignments };
    };
    const before = await read('evaluator-1');
    const [mine] = before.assignments.filter(({ marksGiven }) => marksGiven > 0);
    const url = `/api/assignments/${mine?.round}/${mine?.county}`;
    const sheet = await server.request({ url, as: 'evaluator-1' });
    // Another evaluator of the same county and round changes every mark: nothing that the first one sees moves.
    await server.sql(`update evaluator_mark set marks = marks / 2 where evaluator <> 'evaluator-1'`);
    expect((await read('evaluator-1')).text).toBe(before.text);
    const again = await server.request({ url, as: 'evaluator-1' });
    expect([again.text, again.headers['etag']]).toEqual([sheet.text, sheet.headers['etag']]);
    await server.sql(`update evaluator_mark set marks = marks * 2 where evaluator <> 'evaluator-1'`);
  });

  it.each(COUNTY)('%s reads no draft of a score and no run of an allocation', async (one) => {
    const as = ACCOUNTS[one];
    const list = await server.request({ url: '/api/scoring-runs?program=assistants&year=2025', as });
    expect(list.json<{ scoringRuns: { id: string }[] }>().scoringRuns.map(({ id }) => id)).toEqual([
      known.finalisedRun,
    ]);
    const draft = await server.request({ url: `/api/scoring-runs/${known.draftRun}`, as });
    const explained = await server.request({
      url: `/api/scoring-runs/${known.draftRun}/counties/hongta`,
      as,
    });
    const overview = await server.request({ url: '/api/overview?program=assistants&year=2025', as });
    expect([draft.status, explained.status]).toEqual([404, 404]);
    expect(overview.json<{ season: { nextYear: unknown } }>().season.nextYear).toBeNull();
    expect(overview.text).not.toContain(known.draftRun);
    expect(overview.text).not.toContain(known.allocationRun);
  });

  it('counts the evaluators’ marks for readers of the city and claims no count for a county', async () => {
    const seasonOf = async (as: string) => {
      const answer = await server.request({ url: '/api/overview?program=assistants&year=2025', as });
      return answer
        .json<{
          season: {
            evaluations: {
              kind: string;
              marksGiven: number | null;
              marksExpected: number | null;
              text: { zh: string };
            }[];
          };
        }>()
        .season.evaluations.find(({ kind }) => kind === 'financeEvaluation');
    };
    const [{ given: marks } = { given: -1 }] = await server.sql<{ given: number }>(
      `select count(*)::int as given from evaluator_mark m join evaluation_round r on r.round_id = m.round_id
       where r.kind = 'financeEvaluation' and m.kind = 'mark'`,
    );
    expect(await seasonOf('leader')).toMatchObject({ marksGiven: marks, marksExpected: 54 });
    const county = await seasonOf('county-hongta');
    expect(county).toMatchObject({ marksGiven: null, marksExpected: null });
    expect(county?.text.zh).toBe('2025 年度财政评价打分进行中');
  });

  it.each(COUNTIES)('the officer of %s sees in every page the own county alone', async (county) => {
    const as = `county-${county}`;
    const pages = [
      '/api/overview?program=assistants&year=2025',
      '/api/overview?program=mediation&year=2025',
      '/api/overview?program=assistants&year=2026',
      '/api/funds?program=assistants&year=2025',
      '/api/inspections?program=assistants&year=2025',
      '/api/counties',
    ];
    for (const url of pages) {
      const { counties } = (await server.request({ url, as })).json<{ counties: { id: string }[] }>();
      expect([url, counties.map(({ id }) => id)]).toEqual([url, [county]]);
    }
    const run = await server.request({ url: `/api/scoring-runs/${known.finalisedRun}`, as });
    expect(run.json<{ counties: { county: string }[] }>().counties.map((one) => one.county)).toEqual([
      county,
    ]);
  });
});
