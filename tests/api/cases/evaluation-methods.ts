import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { ASSISTANTS_METHOD } from '@yuheng/shared/domain/scoring/assistants-method';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import { formOf, type TestRequest } from '../../support/server';
import { type Build, type EndpointCase, get, post, type ProblemCase, UNKNOWN_ID } from '../requests';
import { secondFactorCases } from './given-approver';
import { wrongBodiesOf } from './wrong-requests';

type Arrange = NonNullable<ProblemCase['arrange']>;
type MethodEndpoint = Extract<EndpointName, `${string}Method${string}`>;

const DRAFT = '00000000-0000-4000-8000-0000000000d1';
const URL = `/api/methods/drafts/${DRAFT}`;
const GONE = `/api/methods/drafts/${UNKNOWN_ID}`;
const VERSION = '/api/methods/versions/1';
const OF = '?program=assistants';
const OFFICER = 'officer-1';
const CONTENT = {
  name: { zh: '绩效评价办法', en: 'Evaluation method' },
  basis: '局长办公会〔2026〕3号',
  definition: ASSISTANTS_METHOD,
};
const PUBLICATION = { documentNumber: '玉司发〔2026〕3号', publishedOn: '2026-03-20', supersedes: 1 };

const clean: Arrange = async ({ server }) => {
  await server.sql('delete from method_draft where draft_id = $1', [DRAFT]);
  await server.sql('alter table evaluation_method disable trigger user');
  await server.sql('delete from evaluation_method where version > 1');
  await server.sql('alter table evaluation_method enable trigger user');
};

/** A draft from version 1, written three times; taken away again with what was published from it. */
const drafted =
  ({
    definition = ASSISTANTS_METHOD,
    basis = CONTENT.basis,
  }: { definition?: Method; basis?: string } = {}): Arrange =>
  async (given) => {
    await clean(given);
    await given.server.sql(
      `insert into method_draft values ('530400', $1, 'assistants', $2, $3, 1, $4, 3, 'officer-1', now(), 'officer-1', now())`,
      [DRAFT, JSON.stringify(CONTENT.name), basis, JSON.stringify(definition)],
    );
    return async () => void (await clean(given));
  };
/** Marks that sum to 101. */
const TOO_MANY: Method = {
  ...ASSISTANTS_METHOD,
  indicators: ASSISTANTS_METHOD.indicators.map((one) =>
    one.id === 'satisfaction' ? { ...one, marks: '6' } : one,
  ),
};
/** A leaf that is to be computed, and no metric has its code. */
const UNKNOWN_METRIC: Method = {
  ...ASSISTANTS_METHOD,
  indicators: ASSISTANTS_METHOD.indicators.map((one) =>
    one.id === 'onPostRate' ? { ...one, id: 'nothingComputed' } : one,
  ),
};

interface Act {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly url?: string;
  readonly version?: number | null;
  readonly body?: unknown;
}
const act =
  ({ method, url = URL, version = 3, body }: Act): Build =>
  (): TestRequest => ({
    method,
    url,
    as: OFFICER,
    ...(version === null ? {} : { headers: { 'if-match': `"${version}"` } }),
    ...(body === undefined ? {} : { body }),
  });

/** What an act on a draft meets whatever it is: no version, another version, no draft. */
const ofDraft = (one: Act, path = ''): Record<'invalid' | 'not-found' | 'conflict', ProblemCase> => ({
  invalid: {
    why: 'it names no version',
    request: act({ ...one, version: null }),
    pointers: ['/headers/if-match'],
    arrange: drafted(),
  },
  'not-found': { why: 'there is no such draft', request: act({ ...one, url: `${GONE}${path}` }) },
  conflict: {
    why: 'it was written elsewhere meanwhile',
    request: act({ ...one, version: 2 }),
    arrange: drafted(),
  },
});

/** The same, naming the version that `drafted` gives the draft. */
const inVersion = (one: ProblemCase): ProblemCase => ({
  ...one,
  request: (given) => {
    const request = one.request(given);
    return { ...request, headers: { ...request.headers, 'if-match': '"3"' } };
  },
});

const SAVES: Act = { method: 'PUT', body: CONTENT };
const WITHDRAWS: Act = { method: 'DELETE' };
const PUBLISHES: Act = { method: 'POST', url: `${URL}/publication`, body: PUBLICATION };
const [saving, withdrawing, publishing] = [
  ofDraft(SAVES),
  ofDraft(WITHDRAWS),
  ofDraft(PUBLISHES, '/publication'),
];
const savingBodies = wrongBodiesOf({ method: 'PUT', url: URL, as: OFFICER }, [
  '/name',
  '/basis',
  '/definition',
]);
const publishingBodies = wrongBodiesOf({ method: 'POST', url: `${URL}/publication`, as: OFFICER }, [
  '/documentNumber',
  '/publishedOn',
  '/supersedes',
]);
const CREATES = `/api/methods/drafts${OF}`;
const creatingBodies = wrongBodiesOf({ method: 'POST', url: CREATES, as: OFFICER }, ['/from']);

const noSuchVersion = (path = '', query = ''): ProblemCase => ({
  why: 'there is no such version',
  request: get(`/api/methods/versions/77${path}${OF}${query}`, OFFICER),
});
const wrongVersion = (path = '', query = ''): ProblemCase => ({
  why: 'the version is no number',
  request: get(`/api/methods/versions/first${path}${OF}${query}`, OFFICER),
  pointers: ['/version'],
});
const noProgram = (path = ''): ProblemCase => ({
  why: 'no program is named',
  request: get(`${VERSION}${path}`, OFFICER),
  pointers: ['/program'],
});
const wrongDraft = (path = '', query = ''): ProblemCase => ({
  why: 'the id is none',
  request: get(`/api/methods/drafts/newest${path}${query}`, OFFICER),
  pointers: ['/draft'],
});
const noSuchDraft = (path = '', query = ''): ProblemCase => ({
  why: 'there is no such draft',
  request: get(`${GONE}${path}${query}`, OFFICER),
});

const JSON_FILE = JSON.stringify(ASSISTANTS_METHOD);
const file =
  (bytes: Buffer | string, more: Parameters<typeof formOf>[1] = {}): Build =>
  () => ({
    method: 'POST',
    url: '/api/methods/file',
    as: OFFICER,
    ...formOf(bytes, { name: '办法.json', ...more }),
  });

export const METHOD_CASES = {
  listMethods: {
    happy: get(`/api/methods${OF}`),
    problems: {
      'invalid-request': [
        { why: 'no program is named', request: get('/api/methods'), pointers: ['/program'] },
        { why: 'it takes no year', request: get(`/api/methods${OF}&year=2025`), pointers: ['/year'] },
      ],
    },
  },
  readMethodVersion: {
    happy: get(`${VERSION}${OF}`),
    problems: { 'invalid-request': [noProgram(), wrongVersion()], 'not-found': [noSuchVersion()] },
  },
  downloadMethodWorkbook: {
    happy: get(`${VERSION}/workbook${OF}`),
    problems: {
      'invalid-request': [noProgram('/workbook'), wrongVersion('/workbook')],
      'not-found': [noSuchVersion('/workbook')],
    },
  },
  simulateMethodVersion: {
    happy: get(`${VERSION}/simulation${OF}&year=2025`),
    problems: {
      'invalid-request': [
        {
          why: 'no year is named',
          request: get(`${VERSION}/simulation${OF}`, OFFICER),
          pointers: ['/year'],
        },
        wrongVersion('/simulation', '&year=2025'),
      ],
      'not-found': [
        noSuchVersion('/simulation', '&year=2025'),
        {
          why: 'there is no such version to stand beside it',
          request: get(`${VERSION}/simulation${OF}&year=2025&against=77`, OFFICER),
        },
      ],
    },
  },
  createMethodDraft: {
    happy: post(CREATES, { from: { kind: 'version', version: 1 } }),
    problems: {
      ...creatingBodies,
      'invalid-request': [
        ...creatingBodies['invalid-request'],
        {
          why: 'there is no such preset',
          request: post(CREATES, { from: { kind: 'preset', preset: 'myOwn' } }),
          pointers: ['/from/preset'],
        },
      ],
      'not-found': [
        {
          why: 'there is no such version to begin from',
          request: post(CREATES, { from: { kind: 'version', version: 77 } }),
        },
        {
          why: 'the presets are of another program',
          request: post('/api/methods/drafts?program=mediation', {
            from: { kind: 'preset', preset: 'selfEvaluation' },
          }),
        },
      ],
      conflict: [
        {
          why: 'its Idempotency-Key was used for something else',
          request: post(CREATES, { from: { kind: 'empty' } }, OFFICER, {
            'idempotency-key': 'drafts-of-a-case',
          }),
          arrange: async ({ server }) => {
            await server.request({
              method: 'POST',
              url: CREATES,
              as: OFFICER,
              body: { from: { kind: 'version', version: 1 } },
              headers: { 'idempotency-key': 'drafts-of-a-case' },
            });
          },
        },
      ],
    },
  },
  readMethodDraft: {
    happy: get(URL),
    arrange: drafted(),
    problems: { 'invalid-request': [wrongDraft()], 'not-found': [noSuchDraft()] },
  },
  saveMethodDraft: {
    happy: act(SAVES),
    arrange: drafted(),
    problems: {
      ...savingBodies,
      'invalid-request': [
        ...savingBodies['invalid-request'].map(inVersion),
        saving.invalid,
        {
          why: 'a figure is a number, a rule unknown and a key misspelt',
          request: act({
            ...SAVES,
            body: {
              ...CONTENT,
              definition: { indicators: [{ id: 'a', marks: 5, rule: { kind: 'dice' }, weight: '1' }] },
            },
          }),
          pointers: [
            '/definition/indicators/0/marks',
            '/definition/indicators/0/rule/kind',
            '/definition/indicators/0/weight',
          ],
          arrange: drafted(),
        },
      ],
      'not-found': [saving['not-found']],
      conflict: [saving.conflict],
    },
  },
  withdrawMethodDraft: {
    happy: act(WITHDRAWS),
    arrange: drafted(),
    problems: {
      'invalid-request': [withdrawing.invalid],
      'not-found': [withdrawing['not-found']],
      conflict: [withdrawing.conflict],
    },
  },
  publishMethod: {
    happy: act(PUBLISHES),
    arrange: drafted(),
    problems: {
      ...publishingBodies,
      'invalid-request': [...publishingBodies['invalid-request'].map(inVersion), publishing.invalid],
      'not-found': [publishing['not-found']],
      conflict: [
        publishing.conflict,
        {
          why: 'another version is in force than the one that was looked at',
          request: act({ ...PUBLISHES, body: { ...PUBLICATION, supersedes: null } }),
          arrange: drafted(),
        },
      ],
      refused: [
        {
          why: 'the marks sum to 101',
          request: act(PUBLISHES),
          pointers: ['/definition/indicators'],
          arrange: drafted({ definition: TOO_MANY }),
        },
        {
          why: 'no metric has the code of a computed leaf',
          request: act(PUBLISHES),
          pointers: ['/definition/indicators/6/id'],
          arrange: drafted({ definition: UNKNOWN_METRIC }),
        },
        {
          why: 'its basis is not stated and the day lies in the future',
          request: act({ ...PUBLISHES, body: { ...PUBLICATION, publishedOn: '2026-03-21' } }),
          pointers: ['/publishedOn', '/basis'],
          arrange: drafted({ basis: ' ' }),
        },
      ],
      ...secondFactorCases('programOfficer', (more) => ({
        method: 'POST',
        url: `${URL}/publication`,
        headers: { 'if-match': '"3"' },
        body: { ...PUBLICATION, ...more },
      })),
    },
  },
  downloadMethodDraftWorkbook: {
    happy: get(`${URL}/workbook`),
    arrange: drafted(),
    problems: { 'invalid-request': [wrongDraft('/workbook')], 'not-found': [noSuchDraft('/workbook')] },
  },
  simulateMethodDraft: {
    happy: get(`${URL}/simulation?year=2025`),
    arrange: drafted(),
    problems: {
      'invalid-request': [
        { why: 'no year is named', request: get(`${URL}/simulation`), pointers: ['/year'] },
        wrongDraft('/simulation', '?year=2025'),
      ],
      'not-found': [noSuchDraft('/simulation', '?year=2025')],
      refused: [
        {
          why: 'no metric has the code of a computed leaf',
          request: get(`${URL}/simulation?year=2025`),
          pointers: ['/method/indicators/6/id'],
          arrange: drafted({ definition: UNKNOWN_METRIC }),
        },
      ],
    },
  },
  readMethodFile: {
    happy: file(JSON_FILE),
    problems: {
      'invalid-request': [
        {
          why: 'the file stands in another field',
          request: file('{}', { field: 'datei' }),
          pointers: ['/file', '/datei'],
        },
      ],
      'too-large': [{ why: 'the file is over 2 MB', request: file(Buffer.alloc(4_000_000, 0x61)) }],
      'unsupported-media-type': [
        { why: 'the body is JSON', request: post('/api/methods/file', { file: 'x' }) },
      ],
      refused: [
        { why: 'the file is neither', request: file('今天天气很好。'), pointers: ['/file'] },
        {
          why: 'the JSON is no method',
          request: file('{"indicators":[{"marks":"5","weight":1}],"art":2}'),
          pointers: ['/indicators/0/id', '/indicators/0/weight', '/art'],
        },
      ],
    },
  },
} satisfies Record<MethodEndpoint, EndpointCase>;
