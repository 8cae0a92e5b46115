import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { randomUUID } from 'node:crypto';
import { splitOf, splitWorkbook, type SplitRow } from '../../integration/allocations/split-workbook';
import { formOf } from '../../support/server';
import {
  type Build,
  type EndpointCase,
  get,
  post,
  type ProblemCase,
  sha256,
  unknownQuery,
  wrongForms,
  ZEROES,
} from '../requests';

type HistoryEndpoint = Extract<
  EndpointName,
  'readAllocationHistory' | `${string}Split${'Table' | 'Template'}`
>;

const URL = '/api/allocation-history';
const PREVIEW = `${URL}/preview`;

let table: Buffer = Buffer.alloc(0);
/** A table that nobody loaded yet: its sources are its own. */
const madeOf = (change: (row: SplitRow) => SplitRow) => async (): Promise<void> => {
  const source = randomUUID();
  table = await splitWorkbook(
    splitOf(2019).map(([year, county, program, posts, amount]) =>
      change([year, county, program, posts, amount, source]),
    ),
  );
};
const made = madeOf((row) => row);
const unequal = madeOf(([year, county, program, posts, , source]) => [
  year,
  county,
  program,
  posts,
  1,
  source,
]);

const upload =
  (url: string, bytes?: Buffer): Build =>
  () => ({ method: 'POST', url, as: 'officer-1', ...formOf(bytes ?? table, { name: '历年分配.xlsx' }) });
const load: Build = (given) => upload(`${URL}?sha256=${sha256(table)}`)(given);

const wrongTables = (url: () => string): EndpointCase['problems'] => ({
  'too-large': [
    { why: 'the file is over 2 MB', request: (given) => upload(url(), Buffer.alloc(3_000_000, 0x61))(given) },
  ],
  'unsupported-media-type': [
    { why: 'the body is JSON', request: (given) => post(url(), { file: 'x' })(given) },
    { why: 'the file is text', request: (given) => upload(url(), Buffer.from('年度,金额'))(given) },
  ],
  refused: [
    {
      why: 'posts are not the money',
      request: (given) => upload(url())(given),
      arrange: unequal,
      pointers: Array.from({ length: 9 }, (_, place) => `/Sheet1/E${place + 2}`),
    },
  ],
});
const twice: ProblemCase = {
  why: 'the same bytes are loaded',
  request: load,
  arrange: async (given) => {
    await made();
    const { status } = await given.server.request(load(given));
    if (status !== 201) throw new Error(`Loading the table answers ${status}.`);
  },
};

export const ALLOCATION_HISTORY_CASES = {
  readAllocationHistory: {
    happy: get(`${URL}?program=assistants`),
    problems: {
      'invalid-request': [
        { why: 'no program is named', request: get(URL), pointers: ['/program'] },
        {
          why: 'a key is misspelt',
          request: get(`${URL}?program=assistants&jahr=2025`),
          pointers: ['/jahr'],
        },
      ],
    },
  },
  downloadSplitTemplate: {
    happy: get(`${URL}/template`),
    problems: { 'invalid-request': [unknownQuery(`${URL}/template`)] },
  },
  previewSplitTable: {
    happy: upload(PREVIEW),
    arrange: made,
    problems: { 'invalid-request': wrongForms(PREVIEW), ...wrongTables(() => PREVIEW) },
  },
  loadSplitTable: {
    happy: load,
    arrange: made,
    problems: {
      'invalid-request': [
        {
          why: 'the previewed bytes are not named',
          request: upload(URL),
          arrange: made,
          pointers: ['/sha256'],
        },
        ...wrongForms(`${URL}?sha256=${ZEROES}`),
      ],
      conflict: [
        twice,
        {
          why: 'the bytes are not those previewed',
          request: upload(`${URL}?sha256=${ZEROES}`),
          arrange: made,
        },
      ],
      ...wrongTables(() => `${URL}?sha256=${sha256(table)}`),
    },
  },
} satisfies Record<HistoryEndpoint, EndpointCase>;
