import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { given } from '../../api/requests';
import { isSoak, runs, timeLimit } from '../../support/counts';
import { startServer, type TestServer } from '../../support/server';
import { FuzzClient } from './fuzz-client';
import { fuzz, type FuzzReport } from './fuzz-run';
import type { Ground } from './generate-request';
import { lookUp } from './known';
import { operationsOf, type OpenApiDocument } from './operations';
import type { Sight } from './oracle';
import { recipesOf } from './recipes';
import { changesBetween, readStoredRows, type Change } from './stored-rows';
import { APPEND_ONLY, KEPT_BY_THE_PROGRAM, WRITES } from './writes';

/** `npm test` asks the same questions each time; a soak asks new ones, and says how to ask them again. */
const SEED = Number(process.env.YUHENG_FUZZ_SEED ?? (isSoak ? Date.now() % 1_000_000 : 20_261_122));
/** Sends this one request alone. */
const ONE = process.env.YUHENG_FUZZ_ONE;

/** Megabytes by which memory may grow from the first third to the end: caches fill, nothing piles up. */
const GROWTH = 40;

const ACCOUNTS = (
  [
    ['leader', 'leader', null],
    ['officer-1', 'programOfficer', null],
    ['inspector', 'inspector', null],
    ['finance', 'finance', null],
    ['county-hongta', 'countyOfficer', 'hongta'],
    ['county-hongta-approver', 'countyApprover', 'hongta'],
    ['county-hongta-finance', 'countyFinance', 'hongta'],
    ['county-eshan', 'countyOfficer', 'eshan'],
    ['county-yuanjiang', 'countyOfficer', 'yuanjiang'],
    ['office-hongta-1', 'justiceOffice', 'hongta'],
    ['evaluator-1', 'evaluator', null],
    ['evaluator-3', 'evaluator', null],
    ['lead-evaluator', 'leadEvaluator', null],
    ['system-admin', 'systemAdministrator', null],
    ['security-admin', 'securityAdministrator', null],
    ['audit-admin', 'auditAdministrator', null],
  ] as const
).map(([username, role, county]) => ({ username, role, county }));

describe('requests that nobody would make', () => {
  let folder: string;
  let server: TestServer;
  let ground: Ground;
  let report: FuzzReport;
  let changes: Change[];
  let figures: { before: unknown; after: unknown };

  beforeAll(
    async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'yuheng-fuzz-'));
      server = await startServer({
        variables: { YUHENG_RATE_LIMIT: '1000000' },
        webFolder: webFolderIn(folder),
      });
      await given(server);
      const client = new FuzzClient(server);
      ground = await groundOf(server);
      const rows = await readStoredRows(server);
      const before = await readFigures(server, client);
      report = await fuzz(client, {
        seed: SEED,
        first: Number(ONE ?? 0),
        count: ONE === undefined ? runs('fuzzRequests') : 1,
        ground,
        sight: await sightOf(server, ground),
      });
      figures = { before, after: await readFigures(server, client) };
      changes = changesBetween(rows, await readStoredRows(server));
    },
    timeLimit('fuzzRequests', 100),
  );

  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are answered by the contract: no failure, nothing of another county or of the inside, no wait', () => {
    expect(report.complaints.join('\n\n')).toBe('');
  });

  it('reach what lies behind the doors: operations also succeed, save where a secret or luck is needed', () => {
    if (ONE !== undefined) return;
    const never = ground.operations.filter(({ name }) => !report.successes.has(name)).map(({ name }) => name);
    const isExcused = (name: string): boolean =>
      WHILE_FACTS_STAND.includes(name) ||
      (SELDOM_BY_CHANCE.includes(name) && !Object.hasOwn(ground.recipes, name));
    expect(never.filter((name) => !isExcused(name))).toEqual([]);
  });

  it('change nothing but what a valid one of them may change, and nothing that is kept for ever', () => {
    const allowed = new Set([
      ...KEPT_BY_THE_PROGRAM,
      ...[...report.successes.keys()].flatMap((name) => (WRITES as Tables)[name] ?? []),
    ]);
    expect(changes.filter(({ table }) => !allowed.has(table))).toEqual([]);
    expect(changes.filter(({ table, removed }) => APPEND_ONLY.includes(table) && removed > 0)).toEqual([]);
  });

  it('leave the figures of the leadership page as they were', () => {
    expect(figures.after).toEqual(figures.before);
  });

  it('leave a server that serves, and no memory that grows with them', async () => {
    const health = await server.request({ url: '/api/health' });
    expect([health.status, health.text]).toEqual([200, '{"status":"ok"}']);
    expect(report.megabytes.late - report.megabytes.early).toBeLessThan(GROWTH);
  });
});

type Tables = Readonly<Record<string, readonly string[]>>;

/**
 * Only somebody who knows a password, a code or a link succeeds with these, or an id that nobody else is told; with the
 * security settings, who is none of the demonstration's.
 */
const SELDOM_BY_CHANCE: readonly string[] = [
  // What names a version has to have read it first, save where a recipe names it.
  ...Object.entries(endpoints as Record<string, Endpoint>)
    .filter(([, { precondition }]) => precondition)
    .map(([name]) => name),
  'signIn',
  'confirmSession',
  'makeFirstAdministrator',
  'beginOpenId',
  'finishOpenId',
  'changePassword',
  'changePhone',
  'endSession',
  'beginSecondFactor',
  'confirmSecondFactor',
  'renewRecoveryCodes',
  'removeSecondFactor',
  'createAccessToken',
  'revokeAccessToken',
  'approveAccount',
  'changeSecuritySettings',
  'resetSecondFactor',
  'disclosePhone',
  'handOverAccount',
  'readAssignment',
];

/** A split is decided on while what it rests on stands; others of these requests change facts and publish policies. */
const WHILE_FACTS_STAND: readonly string[] = ['submitAllocationDecision', 'takeDecisionStep'];

async function groundOf(server: TestServer): Promise<Ground> {
  const document = (await server.request({ url: '/api/openapi.json' })).json<OpenApiDocument>();
  return {
    operations: operationsOf(document),
    components: document.components.schemas,
    recipes: await recipesOf(server),
    known: await lookUp(
      server,
      ACCOUNTS.map(({ username }) => username),
    ),
    accounts: ACCOUNTS,
  };
}

async function sightOf(server: TestServer, { known }: Ground): Promise<Sight & { hidden: Set<string> }> {
  const drafts = await server.sql<{ id: string }>(
    `select run_id as id from scoring_run join evaluation_round using (city_id, round_id) where finalised_on is null
     union all select run_id from allocation_run`,
  );
  return {
    accounts: new Map(ACCOUNTS.map(({ username, role, county }) => [username, { role, county }])),
    counties: known.counties,
    hidden: new Set(drafts.map(({ id }) => id)),
  };
}

/** The page itself, and beside its folder a file that nobody may read. */
function webFolderIn(folder: string): string {
  const web = path.join(folder, 'web');
  mkdirSync(web);
  writeFileSync(path.join(web, 'index.html'), '<!doctype html><app-root></app-root>');
  writeFileSync(path.join(folder, 'sentinel.txt'), 'sentinel of the fuzzer');
  return web;
}

/** Everything on the page but the state of work for next year, which valid requests move on. */
async function readFigures(server: TestServer, client: FuzzClient): Promise<unknown> {
  const answer = await server.request({
    url: '/api/overview?program=assistants&year=2025',
    headers: { cookie: await client.cookieOf('leader') },
  });
  // A valid request may raise a doubt, and open doubts are counted.
  const isCounted = (value: unknown): boolean => (value as { kind?: unknown } | null)?.kind !== 'doubts';
  const { season: _, ...figures } = JSON.parse(answer.text, (__, value: unknown) =>
    Array.isArray(value) ? value.filter(isCounted) : value,
  ) as Record<string, unknown>;
  return figures;
}
