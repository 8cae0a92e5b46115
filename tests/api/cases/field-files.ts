import { jpegWithPlace } from '@yuheng/backend/fieldwork/given-pictures';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { formOf } from '../../support/server';
import { type Build, type EndpointCase, type ProblemCase, get, post, UNKNOWN_ID } from '../requests';
import {
  ids,
  scan,
  scanGone,
  EVALUATOR,
  BOARD,
  HONGTA,
  record,
  photo,
  gone,
  type Ask,
  ask,
  UNKNOWN_COUNTY,
  stranger,
  bodiesOf,
} from './given-fieldwork';

const WITHDRAW: Ask = { path: () => `photos/${ids.photo}/withdrawal`, body: { reason: '误拍了无关人员' } };
const WITHDRAW_SCAN: Ask = {
  path: () => `scans/${ids.scan}/withdrawal`,
  body: { reason: '误传了别县的扫描件' },
};
const file =
  (
    path: () => string,
    bytes: Buffer | string,
    form: Parameters<typeof formOf>[1] = {},
    county = 'hongta',
  ): Build =>
  () => ({
    method: 'POST',
    url: `${BOARD}/${county}/${path()}`,
    as: EVALUATOR,
    ...formOf(bytes, { name: '现场.jpg', ...form }),
  });
const QUERY = `indicator=satisfaction&note=${encodeURIComponent('公示栏')}&noSupervisedPerson=true`;
const photos = () => `photos?${QUERY}`;
const scans = () => `records/${ids.record}/scan`;
const LARGE = Buffer.alloc(11 * 1024 * 1024);

const uploadProblems = (path: () => string, json: () => string): EndpointCase['problems'] => ({
  'too-large': [{ why: 'the file is over 10 MB', request: file(path, LARGE) }],
  'unsupported-media-type': [
    { why: 'the file is a page of the web', request: file(path, '<!doctype html>') },
    {
      why: 'the body is JSON',
      request: (given) => post(`${HONGTA}/${json()}`, { file: 'x' }, EVALUATOR)(given),
    },
  ],
});

const download =
  (path: () => string, as = EVALUATOR): Build =>
  () => ({ url: `${HONGTA}/${path()}`, as });
const notThere = (path: string): ProblemCase[] => [
  { why: 'there is no such file', request: get(`${HONGTA}/${path.replace('ID', UNKNOWN_ID)}`, EVALUATOR) },
];
const noId = (path: string, pointer: string): ProblemCase => ({
  why: 'the id is none',
  request: get(`${HONGTA}/${path.replace('ID', 'x')}`, EVALUATOR),
  pointers: [pointer],
});

export const FIELD_FILE_CASES = {
  storeSlipScan: {
    happy: file(scans, '%PDF-1.7'),
    arrange: record('slip', true),
    problems: {
      'invalid-request': [
        {
          why: 'the file stands in another field',
          request: file(scans, 'x', { field: 'datei' }),
          pointers: ['/file', '/datei'],
        },
      ],
      'not-found': [
        { why: 'there is no such record', request: file(() => `records/${UNKNOWN_ID}/scan`, '%PDF-1.7') },
      ],
      ...uploadProblems(scans, scans),
      refused: [{ why: 'it is not signed yet', request: file(scans, '%PDF-1.7'), arrange: record('slip') }],
    },
  },
  downloadSlipScan: {
    happy: download(() => `scans/${ids.scan}`),
    arrange: scan(),
    problems: { 'invalid-request': [noId('scans/ID', '/file')], 'not-found': notThere('scans/ID') },
  },
  withdrawSlipScan: {
    happy: ask(WITHDRAW_SCAN),
    arrange: scan(),
    problems: {
      ...bodiesOf({ ...WITHDRAW_SCAN, path: () => `scans/${UNKNOWN_ID}/withdrawal` }, ['/reason']),
      'not-found': [
        stranger(WITHDRAW_SCAN),
        {
          why: 'there is none',
          request: ask({ ...WITHDRAW_SCAN, path: () => `scans/${UNKNOWN_ID}/withdrawal` }),
        },
      ],
      refused: [{ why: 'it was withdrawn before', request: ask(WITHDRAW_SCAN), arrange: scanGone }],
    },
  },
  storeFieldPhoto: {
    happy: file(photos, jpegWithPlace()),
    problems: {
      'invalid-request': [
        {
          why: 'nobody declares that it shows no supervised person',
          request: file(() => 'photos?indicator=satisfaction&note=x', jpegWithPlace()),
          pointers: ['/noSupervisedPerson'],
        },
        {
          why: 'the file stands in another field',
          request: file(photos, 'x', { field: 'datei' }),
          pointers: ['/file', '/datei'],
        },
      ],
      'not-found': [{ ...UNKNOWN_COUNTY, request: file(photos, jpegWithPlace(), {}, 'kunming') }],
      ...uploadProblems(photos, photos),
      refused: [
        {
          why: 'the method has no such indicator, and there is no such record',
          request: file(
            () => `photos?indicator=x&note=x&noSupervisedPerson=true&record=${UNKNOWN_ID}`,
            jpegWithPlace(),
          ),
          pointers: ['/indicator', '/record'],
        },
      ],
    },
  },
  downloadFieldPhoto: {
    happy: download(() => `photos/${ids.photo}`),
    arrange: photo(),
    problems: {
      'invalid-request': [noId('photos/ID', '/photo')],
      'not-found': [
        ...notThere('photos/ID'),
        { why: 'it was taken away', request: download(() => `photos/${ids.photo}`), arrange: gone },
      ],
    },
  },
  downloadFieldOriginal: {
    happy: download(() => `photos/${ids.photo}/original`),
    arrange: photo(),
    problems: {
      'invalid-request': [noId('photos/ID/original', '/photo')],
      'not-found': notThere('photos/ID/original'),
    },
  },
  withdrawFieldPhoto: {
    happy: ask(WITHDRAW),
    arrange: photo(),
    problems: {
      ...bodiesOf({ ...WITHDRAW, path: () => `photos/${UNKNOWN_ID}/withdrawal` }, ['/reason']),
      'not-found': [
        stranger(WITHDRAW),
        {
          why: 'there is none',
          request: ask({ ...WITHDRAW, path: () => `photos/${UNKNOWN_ID}/withdrawal` }),
        },
      ],
      refused: [{ why: 'it was taken away before', request: ask(WITHDRAW), arrange: gone }],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
