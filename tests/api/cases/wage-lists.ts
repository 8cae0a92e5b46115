import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { wageListWorkbook } from '../../integration/imports/wage-list-workbook';
import { formOf, type TestRequest } from '../../support/server';
import { inventedIdentityNumber } from '../../support/invented-numbers';
import { type Build, type EndpointCase, type Given, post } from '../requests';
import { wrongBodiesOf } from './wrong-requests';

/** The county officer's own month, still to be filled in, and one that is approved. */
const OPEN = '/api/wage-lists/yuanjiang/2026-02';
const LOCKED = '/api/wage-lists/yuanjiang/2025-02';
const COLUMNS = '/api/wage-lists/yuanjiang/columns';
const OF = '?program=assistants';
const AS = 'county-yuanjiang';

let list: Buffer = Buffer.alloc(0);
const made = async (_: Given): Promise<void> => {
  list = await wageListWorkbook({
    headings: ['姓名', '身份证号', '市级补助', '县级配套'],
    rows: [['演示人员', inventedIdentityNumber(), 1000, 800]],
  });
};

const ITS_SHEET = `kind = 'spending' and county_id = 'yuanjiang' and month = '2026-02'`;
/** A list for a sheet that may be written, also where a case before this one has submitted it. */
const writable = async (given: Given): Promise<() => Promise<void>> => {
  await made(given);
  const submitted = await given.server.sql(
    `update sheet set stage = 'returned', return_reason = '材料不全' where ${ITS_SHEET} and stage = 'submitted' returning 1`,
  );
  return async () => {
    if (submitted.length === 0) return;
    await given.server.sql(`update sheet set stage = 'submitted', return_reason = null where ${ITS_SHEET}`);
  };
};

const upload =
  (url: string, bytes?: Buffer, as = AS): Build =>
  () => ({ method: 'POST', url, as, ...formOf(bytes ?? list, { name: '工资表.xlsx' }) });
const form = (more: Parameters<typeof formOf>[1]): TestRequest => ({
  ...{ method: 'POST', url: `${OPEN}${OF}`, as: AS },
  ...formOf('x', more),
});
const name = (county: string, columns: unknown, as = AS): Build => {
  return () => ({ method: 'PUT', url: `/api/wage-lists/${county}/columns`, as, body: { columns } });
};
const wrong = wrongBodiesOf({ method: 'PUT', url: COLUMNS, as: AS }, ['/columns']);
const SAID = [{ heading: '级差', field: 'ignored' }];

export const WAGE_LIST_CASES = {
  previewWageList: {
    happy: upload(`${OPEN}${OF}`),
    arrange: writable,
    problems: {
      'invalid-request': [
        { why: 'no program is named', request: upload(OPEN), arrange: made, pointers: ['/program'] },
        {
          why: 'the month is none',
          request: upload(`/api/wage-lists/yuanjiang/2026-13${OF}`),
          arrange: made,
          pointers: ['/month'],
        },
        {
          why: 'the file stands in another field',
          request: () => form({ field: 'datei' }),
          pointers: ['/file', '/datei'],
        },
      ],
      'not-found': [
        {
          why: 'the county is another’s',
          request: upload(`${OPEN}${OF}`, undefined, 'county-hongta'),
          arrange: made,
        },
      ],
      conflict: [{ why: 'the sheet is approved', request: upload(`${LOCKED}${OF}`), arrange: made }],
      'too-large': [
        { why: 'the file is over 20 MB', request: upload(`${OPEN}${OF}`, Buffer.alloc(21 * 1024 * 1024)) },
      ],
      'unsupported-media-type': [
        { why: 'the file is text', request: upload(`${OPEN}${OF}`, Buffer.from('姓名,金额')) },
        { why: 'the body is JSON', request: post(`${OPEN}${OF}`, { file: 'x' }, AS) },
      ],
      refused: [
        {
          why: 'the file is no workbook',
          request: upload(
            `${OPEN}${OF}`,
            Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]),
          ),
        },
        {
          why: 'wages are not the inspector’s to report',
          request: upload(`${OPEN}${OF}`, undefined, 'inspector'),
          arrange: made,
        },
      ],
    },
  },
  nameWageColumns: {
    happy: name('yuanjiang', SAID),
    problems: {
      ...wrong,
      'invalid-request': [
        ...wrong['invalid-request'],
        {
          why: 'the meaning is none',
          request: name('yuanjiang', [{ heading: '级差', field: 'salary' }]),
          pointers: ['/columns/0/field'],
        },
      ],
      'not-found': [{ why: 'the county is another’s', request: name('yuanjiang', SAID, 'county-hongta') }],
      refused: [
        {
          why: 'a county’s lists are its own to explain',
          request: name('yuanjiang', SAID, 'inspector'),
        },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
