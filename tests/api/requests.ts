import type { Role } from '@yuheng/shared/contract/roles';
import type { ProblemSlug } from '@yuheng/shared/contract/problem';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formOf, type TestRequest, type TestServer } from '../support/server';

/** What the requests speak of, looked up once in the installed demonstration. */
export interface Given {
  readonly server: TestServer;
  /** The finalised department evaluation of 2025. */
  readonly finalisedRun: string;
  /** A run of the finance re-check of 2025, which is not finalised. */
  readonly draftRun: string;
  readonly allocationRun: string;
}

export type Build = (given: Given) => TestRequest;

export interface ProblemCase {
  readonly why: string;
  readonly request: Build;
  /** RFC 6901 pointers of `errors`, in order. */
  readonly pointers?: readonly string[];
  /** Brought about before the request; the answer undoes it. */
  readonly arrange?: (given: Given) => Promise<(() => Promise<void>) | void>;
}

export interface EndpointCase {
  readonly happy: Build;
  /** Brought about before the happy request; the answer undoes it. */
  readonly arrange?: ProblemCase['arrange'];
  /** What a role does here where the roles do different things. */
  readonly byRole?: Partial<Record<Role, Pick<EndpointCase, 'happy' | 'arrange'>>>;
  readonly problems: Partial<Record<ProblemSlug, readonly ProblemCase[]>>;
}

const officialText = (name: string): string =>
  readFileSync(path.join(__dirname, '..', '..', 'backend', 'data', 'official-texts', name), 'utf8');

/** The text of 2025 as it would read in another year: the figures stay. */
export const textOfYear = (year: number): string => officialText('2025.txt').replaceAll('2025', String(year));

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** Posts a text as the officer does; `more` goes into the query. */
export const upload = (url: string, text: string | Buffer, as = 'officer-1'): TestRequest => ({
  method: 'POST',
  url,
  as,
  ...formOf(text),
});

export const loadOf = (text: string | Buffer, as = 'officer-1'): TestRequest =>
  upload(`/api/publications?sha256=${sha256(text)}`, text, as);

export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
export const get =
  (url: string, as = 'leader'): Build =>
  () => ({ url, as });
export const post =
  (url: string, body: unknown, as = 'officer-1', headers: Record<string, string> = {}): Build =>
  () => ({ method: 'POST', url, as, body, headers });

/** The four ways in which `program` and `year` can be wrong, alike on every page that takes them. */
/** A page of figures asked for as of a point in time at which there is none. */
export const wrongPointsInTime = (url: string) =>
  ({
    'not-found': [
      {
        why: 'the result is not one of the program year',
        request: get(`${url}?program=assistants&year=2025&asOf=00000000-0000-4000-8000-000000000000`),
        pointers: ['/asOf'],
      },
    ],
    refused: [
      {
        why: 'the month is not over',
        request: get(`${url}?program=assistants&year=2025&asOf=2099-01`),
        pointers: ['/asOf'],
      },
    ],
  }) satisfies EndpointCase['problems'];

export const wrongQueries = (url: string): ProblemCase[] => [
  { why: 'nothing is given', request: get(url), pointers: ['/program', '/year'] },
  {
    why: 'a key is misspelt',
    request: get(`${url}?program=assistants&year=2025&jahr=2025`),
    pointers: ['/jahr'],
  },
  {
    why: 'a year is no year',
    request: get(`${url}?program=assistants&year=25`),
    pointers: ['/year'],
  },
  {
    why: 'a key is given twice',
    request: get(`${url}?program=assistants&program=mediation&year=2025`),
    pointers: ['/program'],
  },
];

export const unknownQuery = (url: string, as?: string): ProblemCase => ({
  why: 'it takes no query',
  request: get(`${url}?a~b/c=1`, as),
  pointers: ['/a~0b~1c'],
});

/** How a JSON body can fail before its content is looked at. */
export const wrongBodies = (
  url: string,
  as?: string,
): Pick<EndpointCase['problems'], 'too-large' | 'unsupported-media-type'> => {
  const withoutAccount = ({ as: _, ...request }: TestRequest): TestRequest => request;
  const send =
    (build: Build): Build =>
    (given) =>
      as ? { ...build(given), as } : withoutAccount(build(given));
  return {
    'too-large': [
      { why: 'the body is over 256 kB', request: send(post(url, { program: 'x'.repeat(300_000) })) },
    ],
    'unsupported-media-type': [
      {
        why: 'the body is plain text',
        request: send(post(url, 'program=assistants', 'officer-1', { 'content-type': 'text/plain' })),
      },
      {
        why: 'the body is a form',
        request: send(() => ({ method: 'POST', url, ...formOf('x') })),
      },
    ],
  };
};

export const malformed = (url: string, as?: string): ProblemCase => ({
  why: 'the JSON is malformed',
  request: () => ({
    method: 'POST',
    url,
    ...(as ? { as } : {}),
    body: '{"program":',
    headers: { 'content-type': 'application/json' },
  }),
  pointers: [''],
});

export const signIn =
  (body: unknown): Build =>
  () => ({ method: 'POST', url: '/api/session', body });
export const WRONG = { username: 'nobody-here', password: 'not the password' };
export const GUESSED = { username: 'guessed-at', password: 'not the password' };

export const wrongUploads = (url: string): EndpointCase['problems'] => ({
  'too-large': [{ why: 'the file is over 1 MB', request: () => upload(url, Buffer.alloc(3_000_000, 0x61)) }],
  'unsupported-media-type': [{ why: 'the body is JSON', request: post(url, { file: 'text' }) }],
  refused: [
    {
      why: 'the file is no official text',
      request: () => {
        const text = '今天天气很好。';
        return upload(url.includes('sha256') ? `/api/publications?sha256=${sha256(text)}` : url, text);
      },
    },
  ],
});

export const wrongForms = (url: string): ProblemCase[] => [
  {
    why: 'the file stands in another field',
    request: () => ({ method: 'POST', url, as: 'officer-1', ...formOf('x', { field: 'datei' }) }),
    pointers: ['/file', '/datei'],
  },
  {
    why: 'the form has a field more',
    request: () => ({ method: 'POST', url, as: 'officer-1', ...formOf('x', { fields: { extra: '1' } }) }),
    pointers: ['/extra'],
  },
  {
    why: 'the form has no boundary',
    request: post(url, 'x', 'officer-1', { 'content-type': 'multipart/form-data' }),
  },
];

export const wrongRunId = (url: string): ProblemCase => ({
  why: 'the id is none',
  request: get(url),
  pointers: ['/run'],
});

export const ZEROES = '0'.repeat(64);
export const LINK = 'a-link-that-the-test-put-there';

export const FIRST = {
  token: LINK,
  username: 'first-admin',
  name: '王建国',
  password: 'A heron on the lake 7',
};

/** Puts a one-time link where the start would have put it. */
export async function arrangeLink({ server }: Pick<Given, 'server'>, token = LINK): Promise<void> {
  await server.sql('delete from one_time_link');
  await server.sql(
    `insert into one_time_link values ($1, 'firstAdministrator', now() + interval '1 hour', null)`,
    [sha256(token)],
  );
}

/** Marks beyond the full marks of their indicator, and back again. */
export async function spoiltMark({ server }: Given): Promise<() => Promise<void>> {
  const where = `evaluator = 'evaluator-1' and county_id = 'hongta' and indicator_id = 'satisfaction'`;
  const [before] = await server.sql<{ marks: string }>(
    `select max(marks)::text as marks from evaluator_mark where ${where}
     and round_id in (select round_id from evaluation_round where kind = 'financeEvaluation')`,
  );
  const set = (marks: string): Promise<unknown> =>
    server.sql(
      `update evaluator_mark set marks = $1 where ${where}
       and round_id in (select round_id from evaluation_round where kind = 'financeEvaluation')`,
      [marks],
    );
  await set('99');
  return async () => void (await set(before?.marks ?? '8'));
}

export async function given(server: TestServer): Promise<Given> {
  const runs = await server.sql<{ kind: string; id: string }>(
    `select e.kind, s.run_id as id from scoring_run s join evaluation_round e on e.round_id = s.round_id where e.year = 2025`,
  );
  const draft = await server.request(
    post('/api/scoring-runs', { program: 'assistants', year: 2025, kind: 'financeEvaluation' })({} as Given),
  );
  const [allocation] = await server.sql<{ id: string }>('select run_id as id from allocation_run');
  return {
    server,
    finalisedRun: runs.find((one) => one.kind === 'departmentEvaluation')?.id ?? '',
    draftRun: draft.json<{ id: string }>().id,
    allocationRun: allocation?.id ?? '',
  };
}
