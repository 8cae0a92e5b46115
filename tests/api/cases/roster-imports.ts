import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import type { RosterPreview } from '@yuheng/shared/contract/roster-imports';
import { filledWorkbook } from '../../integration/imports/filled-workbook';
import { inventedIdentityNumber } from '../../support/invented-numbers';
import { formOf, type TestRequest } from '../../support/server';
import { type Build, type EndpointCase, get, type Given, post, type ProblemCase } from '../requests';

const URL = '/api/roster/workbook';
const APPLY = `${URL}/application`;
const OF = '?county=tonghai';
const AS = 'county-tonghai';
const NO_DIGEST = '0'.repeat(64);
const EMPTY_ZIP = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);

let workbook: Buffer = Buffer.alloc(0);
let digest = NO_DIGEST;

const sent = (url: string, bytes: Buffer = workbook, as = AS): TestRequest => ({
  ...{ method: 'POST', url, as },
  ...formOf(bytes, { name: '花名册.xlsx' }),
});
const upload =
  (url: string, bytes?: Buffer, as?: string): Build =>
  () =>
    sent(url, bytes, as);

/** The county's roster with one more person, in the first of its empty rows; and what its preview says. */
const filled =
  (identityNumber: () => string) =>
  async ({ server }: Given): Promise<void> => {
    const { bytes } = await server.request({ url: `${URL}${OF}`, as: AS });
    const [{ count }] = (await server.sql<{ count: number }>(
      `select count(*)::int as count from assistant where county_id = 'tonghai' and erased_at is null`,
    )) as [{ count: number }];
    const row = 4 + count;
    workbook = await filledWorkbook(bytes, {
      ...{ [`B${row}`]: '演示新人', [`C${row}`]: identityNumber(), [`E${row}`]: '劳动合同' },
      ...{ [`F${row}`]: '局机关', [`J${row}`]: '2026-01-05' },
    });
    digest = (await server.request(sent(`${URL}${OF}`))).json<RosterPreview>().digest;
  };
const sound = filled(inventedIdentityNumber);
const wrong = filled(() => '530402199003071235');

const applied: Build = () => sent(`${APPLY}${OF}&digest=${digest}`);

const uploadProblems = (url: string): EndpointCase['problems'] => ({
  'too-large': [{ why: 'the file is over 20 MB', request: upload(url, Buffer.alloc(21 * 1024 * 1024)) }],
  'unsupported-media-type': [
    { why: 'the file is text', request: upload(url, Buffer.from('姓名')) },
    { why: 'the body is JSON', request: post(url, { file: 'x' }, AS) },
  ],
});
const inAnotherField = (url: string): ProblemCase => ({
  why: 'the file stands in another field',
  request: () => ({ ...{ method: 'POST', url, as: AS }, ...formOf('x', { field: 'datei' }) }),
  pointers: ['/file', '/datei'],
});
const foreign = (url: string): ProblemCase => ({
  why: 'the county is another’s',
  request: upload(url.replace('tonghai', 'hongta')),
  arrange: sound,
});
const noWorkbook = (url: string): ProblemCase => ({
  why: 'the file is no workbook',
  request: upload(url, EMPTY_ZIP),
});

export const ROSTER_IMPORT_CASES = {
  downloadRosterWorkbook: {
    happy: get(`${URL}?county=hongta`, 'county-hongta'),
    problems: {
      'invalid-request': [{ why: 'the county is not said', request: get(URL, AS), pointers: ['/county'] }],
      'not-found': [{ why: 'the county is foreign', request: get(`${URL}?county=hongta`, AS) }],
    },
  },
  previewRosterWorkbook: {
    happy: upload(`${URL}${OF}`),
    arrange: sound,
    problems: {
      ...uploadProblems(`${URL}${OF}`),
      'invalid-request': [
        { why: 'the county is not said', request: upload(URL), arrange: sound, pointers: ['/county'] },
        inAnotherField(`${URL}${OF}`),
      ],
      'not-found': [foreign(`${URL}${OF}`)],
      refused: [noWorkbook(`${URL}${OF}`)],
    },
  },
  importRoster: {
    happy: applied,
    arrange: sound,
    problems: {
      ...uploadProblems(`${APPLY}${OF}&digest=${NO_DIGEST}`),
      'invalid-request': [
        {
          why: 'no preview is named',
          request: upload(`${APPLY}${OF}`),
          arrange: sound,
          pointers: ['/digest'],
        },
        inAnotherField(`${APPLY}${OF}&digest=${NO_DIGEST}`),
      ],
      'not-found': [foreign(`${APPLY}${OF}&digest=${NO_DIGEST}`)],
      conflict: [
        {
          why: 'the preview was of another file or an earlier roster',
          request: () => sent(`${APPLY}${OF}&digest=${NO_DIGEST}`),
          arrange: sound,
        },
      ],
      refused: [
        noWorkbook(`${APPLY}${OF}&digest=${NO_DIGEST}`),
        { why: 'a cell is wrong', request: applied, arrange: wrong, pointers: ['/file'] },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
