import { Random } from '../../golden/independent/random';
import type { FuzzAnswer, FuzzRequest } from './fuzz-request';
import { generateRequest, type Ground } from './generate-request';
import { hostileValue } from './hostile-values';
import { jsonText } from './json-text';
import { leaksIn } from './leaks';
import type { Operation } from './operations';
import { complaintsAbout, type Sight } from './oracle';
import { readAnswer } from './raw-http';
import { changesBetween } from './stored-rows';

const COUNTIES: Operation = {
  name: 'listCounties',
  method: 'GET',
  path: '/api/counties',
  parameters: [],
  body: null,
  isUpload: false,
  statuses: [200, 304, 400, 401, 403, 500, 503],
  roles: ['leader', 'countyOfficer'],
};

const REQUEST: FuzzRequest = {
  index: 0,
  operation: COUNTIES,
  method: 'GET',
  target: '/api/counties',
  headers: [],
  body: null,
  as: 'county-hongta',
  tricks: [],
  isRouteKept: true,
  session: 'own',
  framing: null,
};

const SIGHT: Sight = {
  accounts: new Map([
    ['county-hongta', { role: 'countyOfficer', county: 'hongta' }],
    ['audit-admin', { role: 'auditAdministrator', county: null }],
  ]),
  counties: [
    { id: 'hongta', name: '红塔区' },
    { id: 'eshan', name: '峨山彝族自治县' },
  ],
  hidden: new Set(['11111111-1111-4111-8111-111111111111']),
};

const nosniff = { 'x-content-type-options': 'nosniff' };
const answered = (status: number, body: unknown, headers = {}): FuzzAnswer => ({
  status,
  headers: {
    ...nosniff,
    'content-type': status < 400 ? 'application/json' : 'application/problem+json; charset=utf-8',
    ...headers,
  },
  text: typeof body === 'string' ? body : JSON.stringify(body),
  milliseconds: 1,
});

const county = (id: string, name = '') => ({
  sentence: { zh: '1 个县（市、区）', en: '1 county' },
  cities: [],
  counties: [{ id, name, code: '1', city: '1', open: true, tile: { row: 1, column: 1 } }],
});
const problem = (slug: string, status: number, more = {}) => ({
  type: `/problems/${slug}`,
  title: '标题',
  status,
  detail: '说明',
  ...more,
});

const OWN = answered(200, county('hongta', '红塔区'));

describe('the oracle', () => {
  it.each<[string, Partial<FuzzRequest>, FuzzAnswer]>([
    ['the own county', {}, OWN],
    ['a refusal of the contract', {}, answered(400, problem('invalid-request', 400))],
    ['401 to somebody signed out', { as: null }, answered(401, problem('sign-in-required', 401))],
    ['403 to a foreign role', { as: 'audit-admin' }, answered(403, problem('forbidden', 403))],
    ['304 that was asked for', { headers: [['if-none-match', '*']] }, answered(304, '')],
    [
      'what the request itself said',
      { target: '/api/counties?a=TypeError' },
      answered(400, problem('invalid-request', 400, { detail: 'TypeError' })),
    ],
    [
      'a message that the parser refuses',
      { framing: { lines: ['x'] } },
      answered(431, '', { 'content-type': undefined }),
    ],
  ])('lets pass %s', (_, request, answer) => {
    expect(complaintsAbout({ ...REQUEST, ...request }, answer, SIGHT)).toEqual([]);
  });

  it.each<[string, Partial<FuzzRequest>, FuzzAnswer, RegExp]>([
    ['a failure', {}, answered(500, problem('internal', 500)), /^The answer is 500/],
    ['503', {}, answered(503, problem('unavailable', 503)), /^The answer is 503/],
    ['no answer', {}, { ...OWN, status: 0 }, /without an answer/],
    ['a status that is not documented', {}, answered(409, problem('conflict', 409)), /answers 409/],
    [
      'a problem in another type',
      {},
      answered(400, problem('invalid-request', 400), { 'content-type': 'application/json' }),
      /no problem document/,
    ],
    [
      'a problem with a key more',
      {},
      answered(400, problem('invalid-request', 400, { stack: 'x' })),
      /off its schema/,
    ],
    [
      'a problem of another status',
      {},
      answered(400, problem('conflict', 400)),
      /no problem with status 400/,
    ],
    [
      'a problem without words',
      {},
      answered(400, problem('invalid-request', 400, { detail: '' })),
      /says nothing/,
    ],
    ['an answer with a key more', {}, answered(200, { ...county('hongta'), more: 1 }), /off its schema/],
    ['an answer that is no JSON', {}, answered(200, '<html>'), /off its schema/],
    ['another success', {}, answered(201, county('hongta')), /succeeds with 201|answers 201/],
    ['a redirect', { isRouteKept: false }, answered(302, ''), /leads elsewhere/],
    ['304 that nobody asked for', {}, answered(304, ''), /304/],
    ['an answer to somebody signed out', { as: null }, OWN, /signed out is answered 200/],
    [
      '400 to somebody signed out',
      { session: 'none' },
      answered(400, problem('invalid-request', 400)),
      /signed out is answered 400/,
    ],
    [
      'data on another way for somebody signed out',
      { as: null, isRouteKept: false },
      OWN,
      /signed out is told/,
    ],
    ['an answer to a foreign role', { as: 'audit-admin' }, OWN, /auditAdministrator is answered 200/],
    ['a session that is gone', {}, answered(401, problem('sign-in-required', 401)), /session is lost/],
    ['another county’s id', {}, answered(200, county('eshan')), /told of eshan/],
    ['another county’s name', {}, answered(200, county('hongta', '峨山彝族自治县')), /told of eshan/],
    ['a draft', {}, answered(200, county('11111111-1111-4111-8111-111111111111')), /told of the run/],
    ['a server’s name', {}, answered(200, county('hongta'), { server: 'x' }), /says server/],
    [
      'an answer that may be sniffed',
      {},
      answered(200, county('hongta'), { 'x-content-type-options': undefined }),
      /nosniff/,
    ],
    [
      'an error’s name',
      {},
      answered(400, problem('invalid-request', 400, { detail: 'QueryFailedError' })),
      /QueryFailedError/,
    ],
  ])('complains of %s', (_, request, answer, complaint) => {
    const complaints = complaintsAbout({ ...REQUEST, ...request }, answer, SIGHT);
    expect(complaints).not.toEqual([]);
    expect(complaints.join('\n')).toMatch(complaint);
  });

  it.each([
    ['a stack', 'Error: x\n    at Object.find (/srv/y/find.js:3:7)'],
    ['a file', 'no such file /usr/lib/node/x.so'],
    ['a line of the source', 'sessions.service.ts:31'],
    ['a statement', 'select a.name from account a'],
    ['a relation', 'relation "account" is not there'],
    ['a driver’s message', 'invalid input syntax for type uuid'],
    ['a code of the framework', 'FST_ERR_VALIDATION'],
    ['a package', 'fastify'],
    ['a runtime', 'Node.js v20.1.0'],
    ['a mistake of the engine', 'x is not a function'],
    ['the file beside the pages', 'sentinel of the fuzzer'],
  ])('sees %s in an answer, and no leak where the request had said it', (_, text) => {
    expect(leaksIn(text, '')).not.toEqual([]);
    expect(leaksIn(text, text)).toEqual([]);
  });

  it.each([
    '该县 2025 年资金已拨付到位，2 月在岗 25 人。',
    'The money of 2025 reached the county bureau on 2025-05-06; select a county from the list.',
    'It must be one of: assistants, mediation; correct it',
    '{"engineVersion":"1.1.0","fileName":"2025.txt"}',
  ])('takes ordinary words for no leak: %s', (text) => {
    expect(leaksIn(text, '')).toEqual([]);
  });
});

describe('a request of the fuzzer', () => {
  const ground: Ground = {
    operations: [COUNTIES],
    components: {},
    recipes: {},
    known: {
      counties: [{ id: 'hongta', name: '红塔区' }],
      places: ['yuxi'],
      rounds: [],
      scoringRuns: [],
      allocationRuns: [],
      accounts: [],
    },
    accounts: [{ username: 'leader', role: 'leader' }],
  };
  const made = (seed: number) =>
    Array.from({ length: 300 }, (_, index) => generateRequest(seed, index, ground));

  it('is the same for the same seed and index, and another for another seed', () => {
    expect(made(1)).toEqual(made(1));
    expect(made(1)).not.toEqual(made(2));
  });

  it('comes signed in and signed out, sound and spoilt, through sockets and without', () => {
    const requests = made(1);
    const kinds = [
      requests.filter(({ as }) => as === null),
      requests.filter(({ tricks }) => tricks.length === 0),
      requests.filter(({ framing }) => framing !== null),
      requests.filter(({ isRouteKept }) => !isRouteKept),
    ];
    for (const kind of kinds) {
      expect(kind.length).toBeGreaterThan(0);
      expect(kind.length).toBeLessThan(requests.length / 2);
    }
  });

  it('is written with fragments that no JSON library would write', () => {
    const texts = Array.from({ length: 400 }, (_, index) => jsonText(hostileValue(new Random(1, index))));
    for (const wanted of ['1e400', '{"a":1,"a":2}', '['.repeat(10_000), '\\ud800']) {
      expect(texts.some((text) => text.includes(wanted))).toBe(true);
    }
  });
});

describe('an answer off a socket', () => {
  it('is read after "100 Continue", with its chunks put together', () => {
    const text =
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX-A: b: c\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"玉\r\n3\r\n":1\r\n1\r\n}\r\n0\r\n\r\n';
    expect(readAnswer(text)).toEqual({
      status: 200,
      headers: { 'x-a': 'b: c', 'transfer-encoding': 'chunked' },
      text: '{"玉":1}',
    });
  });

  it('is none where nothing came', () => expect(readAnswer('').status).toBe(0));
});

describe('the rows of the database', () => {
  it('that were added, removed or changed are told by table', () => {
    const before = new Map([
      ['a', new Set(['1', '2'])],
      ['b', new Set(['1'])],
    ]);
    const after = new Map([
      ['a', new Set(['1', '3', '4'])],
      ['b', new Set(['1'])],
    ]);
    expect(changesBetween(before, after)).toEqual([{ table: 'a', added: 2, removed: 1 }]);
  });
});
