import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type EndpointCase, get, UNKNOWN_ID, unknownQuery } from '../requests';
import {
  ids,
  EVALUATOR,
  BOARD,
  HONGTA,
  VISIT,
  SLIP,
  askedDocument,
  record,
  drawn,
  type Ask,
  ask,
  stranger,
  bodiesOf,
} from './given-fieldwork';

const DOCUMENTS: Ask = {
  path: () => 'documents',
  body: { documents: [{ indicator: 'satisfaction', title: '问卷原件' }], dueOn: '2026-03-27' },
};
const SETTLE: Ask = {
  ...{ method: 'PUT' as const, path: () => `documents/${ids.document}`, version: '"1"' },
  body: { state: 'received', note: '现场查阅原件' },
};
const ENTER: Ask = { path: () => 'records', body: VISIT };
const CHANGE: Ask = { method: 'PUT', path: () => `records/${ids.record}`, body: VISIT, version: '"1"' };
const SIGN: Ask = { path: () => `records/${ids.record}/signature`, version: '"1"' };
const DRAW: Ask = { path: () => 'samples', body: { population: 'posts', size: 3 } };
const CHECK: Ask = {
  ...{ method: 'PUT' as const, path: () => `samples/${ids.sample}`, version: '"1"' },
  body: { results: [{ id: 'a', agrees: true, note: '' }] },
};

export const FIELDWORK_CASES = {
  listFieldwork: {
    happy: get(BOARD, EVALUATOR),
    problems: {
      'invalid-request': [
        { why: 'the round is none', request: get('/api/evaluations/newest/fieldwork'), pointers: ['/round'] },
        unknownQuery(BOARD, EVALUATOR),
      ],
      'not-found': [
        { why: 'there is no such round', request: get(`/api/evaluations/${UNKNOWN_ID}/fieldwork`) },
        {
          why: 'the evaluator is not of it',
          request: get(`/api/evaluations/${UNKNOWN_ID}/fieldwork`, EVALUATOR),
        },
      ],
    },
  },
  readFieldwork: {
    happy: get(HONGTA, EVALUATOR),
    problems: {
      'invalid-request': [
        {
          why: 'the round is none',
          request: get('/api/evaluations/newest/fieldwork/hongta'),
          pointers: ['/round'],
        },
        unknownQuery(HONGTA, EVALUATOR),
      ],
      'not-found': [
        { why: 'there is no such round', request: get(`/api/evaluations/${UNKNOWN_ID}/fieldwork/hongta`) },
        { why: 'there is no such county', request: get(`${BOARD}/kunming`, EVALUATOR) },
        { why: 'it is another county’s', request: get(`${BOARD}/jiangchuan`, 'county-hongta') },
      ],
    },
  },
  readFieldworkFacts: {
    happy: get(`${HONGTA}/facts`, EVALUATOR),
    arrange: record('visit'),
    problems: {
      'invalid-request': [unknownQuery(`${HONGTA}/facts`, EVALUATOR)],
      'not-found': [{ why: 'there is no such county', request: get(`${BOARD}/kunming/facts`, EVALUATOR) }],
    },
  },
  askDocuments: {
    happy: ask(DOCUMENTS),
    arrange: async ({ server }) => void (await server.sql('delete from document_request')),
    problems: {
      ...bodiesOf(DOCUMENTS, ['/documents', '/dueOn']),
      'not-found': [stranger(DOCUMENTS)],
      refused: [
        {
          why: 'a document stands there twice, for an indicator that is none',
          request: ask({
            ...DOCUMENTS,
            body: {
              documents: ['甲', '甲'].map((title) => ({ indicator: 'x', title })),
              dueOn: '2026-03-27',
            },
          }),
          pointers: ['/documents/0/indicator', '/documents/1/indicator', '/documents/1/title'],
        },
        {
          why: 'its day has passed',
          request: ask({
            ...DOCUMENTS,
            body: { documents: [{ indicator: null, title: '已过期限的材料' }], dueOn: '2026-03-19' },
          }),
          pointers: ['/dueOn'],
        },
      ],
    },
  },
  settleDocument: {
    happy: ask(SETTLE),
    arrange: askedDocument,
    byRole: { countyOfficer: { happy: ask({ ...SETTLE, as: 'county-hongta' }), arrange: askedDocument } },
    problems: {
      ...bodiesOf({ ...SETTLE, path: () => `documents/${UNKNOWN_ID}` }, ['/state'], { hasVersion: true }),
      'not-found': [
        stranger(SETTLE),
        { why: 'nobody asked for it', request: ask({ ...SETTLE, path: () => `documents/${UNKNOWN_ID}` }) },
      ],
      conflict: [
        {
          why: 'somebody ticked it meanwhile',
          request: ask({ ...SETTLE, version: '"9"' }),
          arrange: askedDocument,
        },
      ],
      refused: [
        {
          why: 'it does not say where the document is',
          request: ask({ ...SETTLE, body: { state: 'received' } }),
          arrange: askedDocument,
          pointers: ['/note'],
        },
        {
          why: 'a county says that it is not needed',
          request: ask({ ...SETTLE, as: 'county-hongta', body: { state: 'waived', note: '没有' } }),
          arrange: askedDocument,
          pointers: ['/state'],
        },
      ],
    },
  },
  enterFieldRecord: {
    happy: ask(ENTER),
    problems: {
      ...bodiesOf(ENTER, ['/kind']),
      'not-found': [stranger(ENTER)],
      refused: [
        {
          why: 'one person was there, who is not of the round, tomorrow',
          request: ask({ ...ENTER, body: { ...VISIT, evaluators: ['officer-1'], on: '2026-03-21' } }),
          pointers: ['/evaluators', '/evaluators/0', '/on'],
        },
      ],
    },
  },
  changeFieldRecord: {
    happy: ask(CHANGE),
    arrange: record('visit'),
    problems: {
      ...bodiesOf({ ...CHANGE, path: () => `records/${UNKNOWN_ID}` }, ['/kind'], { hasVersion: true }),
      'not-found': [
        stranger(CHANGE),
        { why: 'there is none', request: ask({ ...CHANGE, path: () => `records/${UNKNOWN_ID}` }) },
      ],
      conflict: [
        {
          why: 'somebody changed it meanwhile',
          request: ask({ ...CHANGE, version: '"9"' }),
          arrange: record('visit'),
        },
      ],
      refused: [
        { why: 'it is locked', request: ask(CHANGE), arrange: record('visit', true) },
        {
          why: 'it becomes another kind',
          request: ask({ ...CHANGE, body: SLIP }),
          arrange: record('visit'),
          pointers: ['/kind'],
        },
      ],
    },
  },
  signFieldRecord: {
    happy: ask(SIGN),
    arrange: record('visit'),
    problems: {
      'invalid-request': [
        {
          why: 'no version is named',
          request: ask({ ...SIGN, version: null }),
          arrange: record('visit'),
          pointers: ['/headers/if-match'],
        },
      ],
      'not-found': [
        stranger(SIGN),
        { why: 'there is none', request: ask({ ...SIGN, path: () => `records/${UNKNOWN_ID}/signature` }) },
      ],
      conflict: [
        {
          why: 'somebody changed it meanwhile',
          request: ask({ ...SIGN, version: '"9"' }),
          arrange: record('visit'),
        },
      ],
      refused: [
        {
          why: 'the record names somebody else',
          request: ask({ ...SIGN, as: 'evaluator-3' }),
          arrange: record('visit'),
        },
      ],
    },
  },
  drawFieldSample: {
    happy: ask(DRAW),
    problems: {
      ...bodiesOf(DRAW, ['/population', '/size']),
      'not-found': [stranger(DRAW)],
      refused: [
        {
          why: 'it is larger than the roster',
          request: ask({ ...DRAW, body: { population: 'posts', size: 500 } }),
          pointers: ['/size'],
        },
      ],
    },
  },
  checkFieldSample: {
    happy: ask(CHECK),
    arrange: drawn,
    problems: {
      ...bodiesOf({ ...CHECK, path: () => `samples/${UNKNOWN_ID}` }, ['/results'], { hasVersion: true }),
      'not-found': [
        stranger(CHECK),
        { why: 'there is none', request: ask({ ...CHECK, path: () => `samples/${UNKNOWN_ID}` }) },
      ],
      conflict: [
        { why: 'somebody checked it meanwhile', request: ask({ ...CHECK, version: '"9"' }), arrange: drawn },
      ],
      refused: [
        {
          why: 'it was not drawn, and does not say what is wrong',
          request: ask({ ...CHECK, body: { results: [{ id: 'z', agrees: false, note: '' }] } }),
          arrange: drawn,
          pointers: ['/results/0/id', '/results/0/note'],
        },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
