import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import { endpoints, type EndpointName } from '@yuheng/shared/contract/endpoints';
import { PERMISSIONS, role, type Role } from '@yuheng/shared/contract/roles';
import { startServer, type TestRequest, type TestServer } from '../support/server';
import { ENDPOINT_CASES } from './endpoint-cases';
import { given, type Given } from './requests';

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

const CITY: readonly Role[] = ['leader', 'programOfficer', 'inspector', 'finance'];
const COUNTY: readonly Role[] = ['countyOfficer', 'countyApprover', 'countyFinance'];
const BUSINESS: readonly Role[] = [...CITY, ...COUNTY];
const ANYONE: readonly Role[] = role.options;

/**
 * Who may call what, written down a second time (architecture.md section 9): the permission of an endpoint must agree
 * with it, and a new endpoint without a row here does not compile.
 */
const ALLOWED: Readonly<Record<EndpointName, readonly Role[]>> = {
  readHealth: ANYONE,
  readOpenApi: ANYONE,
  signIn: ANYONE,
  readSession: ANYONE,
  signOut: ANYONE,
  makeFirstAdministrator: ANYONE,
  listPlaces: ['systemAdministrator', 'securityAdministrator'],
  readOverview: BUSINESS,
  listCounties: BUSINESS,
  readCounty: BUSINESS,
  listInspections: BUSINESS,
  readInspection: BUSINESS,
  readFunds: BUSINESS,
  listPublications: BUSINESS,
  readPublication: BUSINESS,
  previewPublication: ['programOfficer'],
  loadPublication: ['programOfficer'],
  listScoringRuns: BUSINESS,
  readScoringRun: BUSINESS,
  explainScore: BUSINESS,
  readScoringCertificate: CITY,
  createScoringRun: ['programOfficer'],
  listAllocationRuns: CITY,
  readAllocationRun: CITY,
  readAllocationCertificate: CITY,
  createAllocationRun: ['programOfficer'],
};

/** Open without sign-in (architecture.md section 9). */
const OPEN: readonly EndpointName[] = [
  'readHealth',
  'readOpenApi',
  'signIn',
  'readSession',
  'signOut',
  'makeFirstAdministrator',
];

/** Where a county stands in the request, the same request for another county. */
const OF_COUNTY: Partial<Record<EndpointName, (county: string, known: Given) => string>> = {
  readCounty: (county) => `/api/counties/${county}?program=assistants&year=2025`,
  readInspection: (county) => `/api/inspections/${county}/2025-02?program=assistants`,
  explainScore: (county, { finalisedRun }) => `/api/scoring-runs/${finalisedRun}/counties/${county}`,
};

const names = Object.keys(endpoints) as EndpointName[];
const guarded = names.filter((name) => !OPEN.includes(name));
const pairs = guarded.flatMap((name) => role.options.map((one) => [name, one] as const));
const readers = pairs.filter(
  ([name, one]) => COUNTY.includes(one) && (endpoints[name] as Endpoint).method === 'GET',
);
const countyPairs = (Object.keys(OF_COUNTY) as EndpointName[]).flatMap((name) =>
  role.options.map((one) => [name, one] as const),
);

const COUNTIES = 'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');
const FOREIGN = COUNTIES.filter((one) => one !== 'hongta');

describe('every endpoint and every role', () => {
  let server: TestServer;
  let known: Given;

  beforeAll(async () => {
    server = await startServer();
    known = await given(server);
  });

  afterAll(() => server?.close());

  /** The happy request of an endpoint, made by another account or by nobody. */
  const ask = (name: EndpointName, as?: string, url?: string) => {
    const { as: _, ...request }: TestRequest = ENDPOINT_CASES[name].happy(known);
    return server.request({ ...request, ...(url ? { url } : {}), ...(as ? { as } : {}) });
  };

  it.each(names)('%s has the permission that is written down for it', (name) => {
    const allowed: readonly Role[] | null = PERMISSIONS[endpoints[name].permission];
    expect([...(allowed ?? ANYONE)].sort()).toEqual([...ALLOWED[name]].sort());
    expect(allowed === null).toBe(OPEN.includes(name));
  });

  it.each(guarded)('%s is closed to who is signed out', async (name) => {
    const answer = await ask(name);
    expect([answer.status, answer.json()['type']]).toEqual([401, '/problems/sign-in-required']);
  });

  it.each(guarded)('%s is closed to a token that nobody was given', async (name) => {
    const { as: _, ...request } = ENDPOINT_CASES[name].happy(known);
    const cookie = `yuheng_session=${'A'.repeat(43)}`;
    const answer = await server.request({ ...request, headers: { ...request.headers, cookie } });
    expect(answer.status).toBe(401);
  });

  it.each(pairs)('%s answers %s as its permission says', async (name, one) => {
    const answer = await ask(name, ACCOUNTS[one]);
    if (!ALLOWED[name].includes(one)) {
      expect([answer.status, answer.json()['type']]).toEqual([403, '/problems/forbidden']);
      return;
    }
    // Allowed, a county may still not find what is another's (404), and a text is loaded only once (409).
    const foreign = name in OF_COUNTY && COUNTY.includes(one);
    expect(answer.status).toBe(foreign ? 404 : endpoints[name].status);
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
      const expected = CITY.includes(one)
        ? [200, 200, 404]
        : COUNTY.includes(one)
          ? [200, 404, 404]
          : [403, 403, 403];
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

  // Published texts are public: they name all counties on purpose.
  it.each(readers.filter(([name]) => !['listPublications', 'readPublication'].includes(name)))(
    '%s names %s no other county anywhere in its answer',
    async (name, one) => {
      const url = OF_COUNTY[name]?.('hongta', known);
      const { text } = await ask(name, ACCOUNTS[one], url);
      expect(
        FOREIGN.filter((county) => text.includes(`"${county}"`) || text.includes(`/${county}?`)),
      ).toEqual([]);
    },
  );

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
       where r.kind = 'financeEvaluation'`,
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
