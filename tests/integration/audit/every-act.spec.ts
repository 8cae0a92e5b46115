import { KIND_TEXTS_ZH } from '../../../frontend/src/app/audit/words-of-kinds';
import { FIELD_TEXTS_ZH } from '../../../frontend/src/app/audit/words-of-fields';
import type { AuditContent } from '@yuheng/shared/contract/audit';
import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import { endpoints, type EndpointName } from '@yuheng/shared/contract/endpoints';
import type { Problem, ProblemSlug } from '@yuheng/shared/contract/problem';
import { mayDo, type Role } from '@yuheng/shared/contract/roles';
import { ENDPOINT_CASES } from '../../api/endpoint-cases';
import { NEW_PASSWORD, PASSWORD } from '../../api/cases/own-person';
import { given, LINK, type Given, type ProblemCase } from '../../api/requests';
import { startServer, type TestRequest, type TestServer } from '../../support/server';
import { entriesAfter, lastSeq, type StoredEntry } from './given-trail';
import { recordedStatements } from './recorded-statements';

const endpointOf = (name: EndpointName): Endpoint => endpoints[name];
const names = Object.keys(endpoints) as EndpointName[];
const acting = names.filter((name) => endpointOf(name).act);
const reading = names.filter((name) => !endpointOf(name).act);

/** Endpoints that change something and declare no act, each with its reason. */
const WITHOUT_ACT: Partial<Record<EndpointName, string>> = {
  previewPublication: 'reads a text and stores nothing',
  readMethodFile: 'reads a file and stores nothing',
  answerSurvey: 'an entry would say when and from where an anonymous answer came',
  computeAllocation: 'computes what was sent and stores nothing',
  checkAllocationPolicy: 'checks settings and stores nothing',
  previewAllocationScenario: 'computes what would be saved and stores nothing',
  previewSplitTable: 'reads a table and stores nothing',
};

/** The original of a photograph, an export of the trail, and the way back from a provider of OpenID Connect, which opens a session. */
const READING_ACTS: readonly EndpointName[] = ['downloadFieldOriginal', 'exportAudit', 'finishOpenId'];

/** What its happy request does not do: without a provider it opens no session (identity/open-id.spec.ts has one). */
const NOT_DONE_HERE: readonly EndpointName[] = ['finishOpenId'];

/** Who asks where the happy request comes from nobody: what nobody does is no act. */
const ASKED_BY: Partial<Record<EndpointName, string>> = { signOut: 'officer-2' };

/** Nobody has acted, or nothing can be written. */
const NOT_RECORDED: readonly ProblemSlug[] = ['sign-in-required', 'too-many-requests', 'unavailable'];

/** Whether the asker is known before the handler: an open endpoint names the actor by what it learns. */
const isSignedIn = (name: EndpointName): boolean => endpointOf(name).permission !== 'anyone';

/** Columns that say when something was last used: a code that was shown counts as used, whatever came of the act. */
const LAST_USE: Readonly<Record<string, string>> = {
  session: 'last_used_at',
  access_token: 'last_used_at',
  second_factor: 'last_step',
};

/** The keys of an object and of all that it holds. */
const keysIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(keysIn)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => [key, ...keysIn(one)])
      : [];

const STRANGERS: readonly (readonly [Role, string])[] = [
  ['leader', 'leader'],
  ['auditAdministrator', 'audit-admin'],
];

const done = acting.filter((name) => !NOT_DONE_HERE.includes(name));
const guarded = acting.filter(isSignedIn);
const forbidden = guarded.flatMap((name) => {
  const stranger = STRANGERS.find(([one]) => !mayDo(endpointOf(name).permission, [one]));
  return stranger ? [[name, stranger[1]] as const] : [];
});
const refusals = acting.flatMap((name) =>
  Object.entries(ENDPOINT_CASES[name].problems).flatMap(([slug, cases]) =>
    NOT_RECORDED.includes(slug as ProblemSlug)
      ? []
      : cases.map((one: ProblemCase) => [name, slug, one.why, one] as const),
  ),
);

describe('what the contract says of acts', () => {
  it('every endpoint that changes something declares its act, and of those that only read an export alone', () => {
    const silent = names.filter((name) => endpointOf(name).method !== 'GET' && !endpointOf(name).act);
    expect(silent).toEqual(Object.keys(WITHOUT_ACT));
    const said = names.filter((name) => endpointOf(name).method === 'GET' && endpointOf(name).act);
    expect(said.sort()).toEqual(READING_ACTS);
  });
});

describe('every act', () => {
  let server: TestServer;
  let known: Given;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_RATE_LIMIT: '1000' } });
    known = await given(server);
    await server.sql(
      `insert into one_time_link values (encode(sha256('a-link-that-the-test-put-there'), 'hex'),
         'firstAdministrator', now() + interval '1 hour', null)`,
    );
    await server.sql(
      `create function power_cut() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$`,
    );
  });

  afterAll(() => server?.close());

  /** The happy request of an endpoint, with everything arranged for it, its asker signed in. */
  async function arranged(name: EndpointName): Promise<{ request: TestRequest; undo: () => Promise<void> }> {
    const undo = await ENDPOINT_CASES[name].arrange?.(known);
    const as = ASKED_BY[name];
    const request = { ...ENDPOINT_CASES[name].happy(known), ...(as ? { as } : {}) };
    if (request.as) await server.cookieOf(request.as);
    return { request, undo: async () => void (await undo?.()) };
  }

  /** The entries that a request leaves; who asks is signed in before. */
  async function entriesOf(
    request: TestRequest,
  ): Promise<{ status: number; text: string; left: StoredEntry[] }> {
    if (request.as) await server.cookieOf(request.as);
    const before = await lastSeq(server);
    const { status, text } = await server.request(request);
    return { status, text, left: await entriesAfter(server, before) };
  }

  /** Every row of every table but the trail, without what is said of its last use. */
  async function everything(): Promise<Record<string, string>> {
    const tables = await server.sql<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'
       and tablename not in ('audit_entry', 'sign_in_failure') order by 1`,
    );
    const sums: Record<string, string> = {};
    for (const { name } of tables) {
      const row = LAST_USE[name] ? `(to_jsonb(t) - '${LAST_USE[name]}')::text` : 't::text';
      const [sum] = await server.sql<{ sum: string }>(
        `select md5(coalesce(string_agg(r, '|' order by r), '')) as sum from (select ${row} as r from ${name} t) rows`,
      );
      sums[name] = sum?.sum ?? '';
    }
    return sums;
  }

  it.each(done)(
    '%s is undone when its COMMIT fails, and then one entry says that it failed',
    async (name) => {
      const { request, undo } = await arranged(name);
      const before = await everything();
      await server.sql(
        `create constraint trigger tr_power_cut after insert on audit_entry deferrable initially deferred
         for each row when (new.outcome = 'done') execute function power_cut()`,
      );
      const { status, left } = await entriesOf(request).finally(() =>
        server.sql('drop trigger tr_power_cut on audit_entry'),
      );
      expect(status).toBe(500);
      expect(await everything()).toEqual(before);
      const said = left.map(({ content }) => [content.act, content.outcome, content.problem]);
      // Where nobody is known to have acted, as behind a one-time link, nothing is written either.
      if (isSignedIn(name)) expect(said).toEqual([[endpointOf(name).act, 'failed', 'internal']]);
      else expect(said.filter(([, outcome]) => outcome !== 'failed')).toEqual([]);
      await undo();
    },
  );

  it.each(done)('%s leaves exactly one entry, done, as the last statement before COMMIT', async (name) => {
    const { request, undo } = await arranged(name);
    const before = await lastSeq(server);
    let status = 0;
    const connections = await recordedStatements(async () => {
      ({ status } = await server.request(request));
    });
    expect(status).toBe(endpointOf(name).status);
    const left = await entriesAfter(server, before);
    const said = left.map(({ content }) => [content.act, content.outcome]);
    expect(said).toEqual([[endpointOf(name).act, 'done']]);
    const [content] = left.map((one) => one.content);
    expect(content?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(content?.address).toBe('127.0.0.1');
    expect(content?.actor).not.toBeNull();
    if (isSignedIn(name)) expect(content?.actor?.username).toBe(request.as);
    const appending = connections.filter((texts) => texts.some((text) => text.includes('append_audit')));
    expect(appending).toHaveLength(1);
    const texts = (appending[0] ?? []).map((text) => text.toLowerCase());
    const at = texts.findIndex((text) => text.includes('append_audit'));
    expect(texts.filter((text) => text.includes('append_audit'))).toHaveLength(1);
    expect(texts[at + 1]).toBe('commit');
    await undo();
  });

  it.each(refusals)(
    '%s, refused (%s, because %s), leaves exactly one entry that says so',
    async (name, slug, _, one) => {
      const undo = await one.arrange?.(known);
      const { text, left } = await entriesOf(one.request(known));
      await undo?.();
      const id = (JSON.parse(text) as Problem).instance?.split('/').at(-1);
      const own = left.filter(({ content }) => content.requestId === id);
      const said = own.map(({ content }) => [content.act, content.outcome, content.problem]);
      if (isSignedIn(name)) expect(said).toEqual([[endpointOf(name).act, 'refused', slug]]);
      else expect(own.length).toBeLessThanOrEqual(1);
    },
  );

  it.each(forbidden)(
    '%s, asked by %s, whose role may not, leaves exactly one entry, refused',
    async (name, as) => {
      const { request, undo } = await arranged(name);
      const { status, left } = await entriesOf({ ...request, as });
      expect(status).toBe(403);
      const said = left.map(({ content }) => [content.actor?.username, content.outcome, content.problem]);
      expect(said).toEqual([[as, 'refused', 'forbidden']]);
      await undo();
    },
  );

  it.each(guarded)(
    '%s, asked by nobody who is signed in, leaves none: nobody fills the trail from outside',
    async (name) => {
      const { request, undo } = await arranged(name);
      const { as: _, ...stranger } = request;
      const { status, left } = await entriesOf(stranger);
      expect([status, left]).toEqual([401, []]);
      await undo();
    },
  );

  it.each(reading)('what %s reads leaves no entry', async (name) => {
    const { request, undo } = await arranged(name);
    expect((await entriesOf(request)).left).toEqual([]);
    await undo();
  });

  it('and all that they say of what changed, and of which thing, has words on the page of the trail', async () => {
    const contents = await server.sql<{ content: AuditContent }>(
      'select content::jsonb as content from audit_entry',
    );
    const keys = contents.flatMap(({ content }) => [...keysIn(content.before), ...keysIn(content.after)]);
    const raw = keys.filter((key) => !Object.hasOwn(FIELD_TEXTS_ZH, key));
    expect([...new Set(raw)].sort()).toEqual([]);
    const kinds = contents.flatMap(({ content }) => content.object?.kind ?? []);
    expect([...new Set(kinds)].filter((kind) => !Object.hasOwn(KIND_TEXTS_ZH, kind)).sort()).toEqual([]);
  });

  it('and no entry of all these holds a password, a secret or a whole telephone number', async () => {
    const contents = await server.sql<{ content: string }>('select content from audit_entry');
    expect(contents.length).toBeGreaterThan(200);
    const secret = new RegExp(`${PASSWORD}|${NEW_PASSWORD}|${LINK}|JBSWY3DPEHPK3PXP|\\b1[3-9]\\d{9}\\b`);
    expect(contents.filter(({ content }) => secret.test(content))).toEqual([]);
  });
});
