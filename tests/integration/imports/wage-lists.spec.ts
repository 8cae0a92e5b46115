import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import type { Problem } from '@yuheng/shared/contract/problem';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { WageListPreview } from '@yuheng/shared/contract/wage-lists';
import { afterEachEveryRuleHolds } from '../../support/rules-of-money';
import { formOf, startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import { sheetRequests } from '../sheets/sheet-requests';
import { opened } from './filled-workbook';
import { identityNumbers, wageListWorkbook, type WageListGiven } from './wage-list-workbook';

/** The month of March 2026 is over on this day, and its wages are due. */
const TODAY = '2026-04-14';
const OF = '?program=assistants';
const HEADINGS = ['序号', '姓名', '身份证号', '市级补助（元）', '县级配套', '实发工资', '发放日期'];

describe('a county’s own wage list', () => {
  let server: TestServer;
  const [one = '', two = '', three = ''] = identityNumbers(3);

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_TODAY: TODAY } });
    await server.app.get(SheetOpeningService).open();
  });

  afterAll(() => server?.close());
  afterEachEveryRuleHolds(() => server);

  const upload = async (county: string, list: WageListGiven): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      url: `/api/wage-lists/${county}/2026-03${OF}`,
      as: `county-${county}`,
      ...formOf(await wageListWorkbook(list), { name: '三月工资.xlsx' }),
    });
  const read = async (county: string, list: WageListGiven): Promise<WageListPreview> => {
    const answer = await upload(county, list);
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    return answer.json<WageListPreview>();
  };
  const apply = (county: string, id: string): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      url: `/api/sheets/spending/${county}/2026-03/workbook/${id}/application${OF}`,
      as: `county-${county}`,
    });
  const valuesOf = async (county: string): Promise<Record<string, string | null | undefined>> => {
    const url = `/api/sheets/spending/${county}/2026-03${OF}`;
    const sheet = (await server.request({ url, as: 'officer-1' })).json<Sheet>();
    return Object.fromEntries(sheet.items.map(({ id, current }) => [id, current?.value]));
  };
  const said = (all: readonly { cell: string; text: { zh: string } }[]): string =>
    all.map(({ cell, text }) => `${cell} ${text.zh}`).join('\n');

  it('is understood in the county’s own order of columns, and its sums fill the spending sheet', async () => {
    const preview = await read('hongta', {
      above: ['红塔区司法局2026年3月协勤人员工资发放表', '单位：元'],
      headings: HEADINGS,
      rows: [
        [1, '演示 甲', one, 1000, '８００', '1,800.00', '2026年4月8日'],
        [2, '演示乙', two, 1000, 900, 1900, new Date('2026-04-10')],
        ['合计', null, null, 2000, 1700, 3700, null],
        ['制表人：某某', null, null, null, null, null, null],
      ],
    });
    expect(preview).toMatchObject({ headingRow: 3, persons: 2, missing: [], wrongCells: 0, marked: null });
    expect(preview.import).toMatchObject({ errors: 0, changes: 5 });
    expect((await valuesOf('hongta'))['personsPaid']).toBeUndefined();

    expect((await apply('hongta', preview.import?.id ?? '')).status).toBe(200);
    expect(await valuesOf('hongta')).toMatchObject({
      personsPaid: '2',
      cityPartPaid: '200000',
      countyPart: '170000',
      grossWage: '370000',
      paidOn: '2026-04-10',
    });
    // People are named in it: neither the file nor a row of it stays.
    const [kept] = await server.sql<{ result: null; row: string }>(
      `select result, row_to_json(i)::text as row from sheet_import i where import_id = $1`,
      [preview.import?.id],
    );
    expect(kept?.result).toBeNull();
    expect(kept?.row).not.toMatch(new RegExp(`${one}|演示`));
    const url = `/api/sheets/spending/hongta/2026-03/workbook/${preview.import?.id}/result${OF}`;
    expect((await server.request({ url, as: 'county-hongta' })).status).toBe(404);
  });

  it('that is mended after it was taken over is taken over once more, its sum with it', async () => {
    for (const [countyPart, gross] of [
      [800, '180000'],
      [900, '190000'],
    ] as const) {
      const list = await read('yuanjiang', {
        headings: HEADINGS,
        rows: [[1, '甲', one, 1000, countyPart, 1000 + countyPart, null]],
      });
      expect(list.import).toMatchObject({ errors: 0 });
      expect((await apply('yuanjiang', list.import?.id ?? '')).status).toBe(200);
      expect(await valuesOf('yuanjiang')).toMatchObject({ countyPart: `${countyPart}00`, grossWage: gross });
    }
  });

  it('with one of both parts only, mended, is taken over once more: the sum takes the other part from the sheet', async () => {
    const list = { headings: ['姓名', '身份证号', '市级补助'], rows: [['甲', one, 1000]] };
    const taken = await read('yimen', list);
    expect((await apply('yimen', taken.import?.id ?? '')).status).toBe(200);
    await sheetRequests(server).fill('spending/yimen/2026-03', 'county-yimen', {
      countyPart: { state: 'reported', value: '80000' },
      grossWage: { state: 'reported', value: '180000' },
    });
    const mended = await read('yimen', { ...list, rows: [['甲', one, 1100]] });
    expect(mended.import).toMatchObject({ errors: 0, changes: 2 });
    expect((await apply('yimen', mended.import?.id ?? '')).status).toBe(200);
    expect(await valuesOf('yimen')).toMatchObject({ cityPartPaid: '110000', grossWage: '190000' });
  });

  it('is asked about what is not understood, once: the answer is remembered with who and when', async () => {
    const list = {
      headings: ['人名', '公民身份号码', '上面给的', '县补', '岗位级差'],
      rows: [['演示甲', one, 1000, 800, 3]],
    };
    const asked = await read('jiangchuan', list);
    expect(asked.import).toBeNull();
    expect(asked.missing).toEqual(['name', 'cityPart']);
    expect(asked.columns.map(({ letter, field }) => [letter, field])).toEqual([
      ['A', null],
      ['B', 'identityNumber'],
      ['C', null],
      ['D', 'countyPart'],
      ['E', null],
    ]);
    const named = await server.request({
      method: 'PUT',
      url: '/api/wage-lists/jiangchuan/columns',
      as: 'county-jiangchuan',
      body: {
        columns: [
          { heading: '人名', field: 'name' },
          { heading: '上面给的', field: 'cityPart' },
          { heading: '岗位级差', field: 'ignored' },
        ],
      },
    });
    expect(named.status).toBe(200);
    const understood = await read('jiangchuan', {
      ...list,
      headings: ['岗位级差', '上面给的（万元）', '县补', '公民身份号码', '人名'],
      rows: [[3, 0.1, 800, one, '演示甲']],
    });
    expect(understood.import?.items.find(({ item }) => item === 'cityPartPaid')?.after).toBe('1,000.00元');
    expect(understood.columns[1]).toMatchObject({
      by: 'remembered',
      rememberedBy: 'county-jiangchuan',
      rememberedAt: expect.stringMatching(/^\d{4}-/),
    });
    expect(await trailOf(server, 'wageList.name', 'jiangchuan')).toHaveLength(1);
    // What one county says is not another's.
    expect((await read('chengjiang', list)).import).toBeNull();
  });

  it('with three mistakes is handed back with them marked, takes nothing, and mended it is taken', async () => {
    const wrong = {
      headings: HEADINGS,
      rows: [
        [1, '演示甲', one.replace(/.$/, (last) => (last === '1' ? '2' : '1')), 1000, 800, 1800, '2026-04-08'],
        [2, '演示乙', two, '一千', 800, 1800, '2026-04-08'],
        [3, '演示丙', three, 1000, 800, { formula: 'D4+E4', result: 1800 }, '2026-04-08'],
      ],
    };
    const preview = await read('tonghai', wrong);
    expect([preview.wrongCells, preview.import]).toEqual([3, null]);
    expect(preview.errors.map(({ cell }) => cell)).toEqual(['C2', 'D3', 'F4']);
    const [table] = (await opened(Buffer.from(preview.marked ?? '', 'base64'))).worksheets;
    const notes = ['C2', 'D3', 'F4', 'D2'].map((cell) => JSON.stringify(table?.getCell(cell).note ?? ''));
    expect(notes.map((note) => /校验|中文数字|是公式/.exec(note)?.[0])).toEqual([
      '校验',
      '中文数字',
      '是公式',
      undefined,
    ]);
    expect((await valuesOf('tonghai'))['personsPaid']).toBeUndefined();
    const mended = await read('tonghai', {
      headings: HEADINGS,
      rows: [one, two, three].map((id, index) => [index, `演示${index}`, id, 1000, 800, 1800, '2026-04-08']),
    });
    expect(mended.wrongCells).toBe(0);
    expect((await apply('tonghai', mended.import?.id ?? '')).status).toBe(200);
  });

  it.each<[string, WageListGiven['rows'], string]>([
    [
      'a total line that contradicts the rows above it',
      [
        [1, '甲', one, 1000, 800, 1800, null],
        ['合 计', null, null, 3000, 800, 1800, null],
      ],
      'D3 合计行为3,000.00元，以上各行相加为1,000.00元',
    ],
    [
      'a person who stands in it twice',
      [
        [1, '甲', one, 1000, 0, 1000, null],
        [2, '甲', one, 1000, 0, 1000, null],
      ],
      'C3 与第2行是同一人',
    ],
    [
      'a gross wage that is not the sum of its parts',
      [[1, '甲', one, 1000, 800, 1900, null]],
      'F2 实发1,900.00元',
    ],
    [
      'an identity number of which a workbook lost the end',
      [[1, '甲', 530402199001010000, 1000, 0, 1000, null]],
      'C2 身份证号被存成了数字',
    ],
    ['a day after today', [[1, '甲', one, 1000, 0, 1000, '2026-05-01']], 'G2 发放日期2026-05-01晚于今天'],
    ['nobody’s name', [[1, null, one, 1000, 0, 1000, null]], 'B2 缺少姓名'],
    ['a negative amount', [[1, '甲', one, -1000, 0, 1000, null]], 'D2 “-1000”是负数'],
  ])('is refused at the cell with %s', async (_, rows, words) => {
    const preview = await read('huaning', { headings: HEADINGS, rows });
    expect(said(preview.errors)).toContain(words);
    expect(preview.import).toBeNull();
  });

  it('takes another county’s rows from nobody, and says which former name it read as its own', async () => {
    const headings = ['单位', '姓名', '身份证号', '市级补助', '工资月份'];
    const preview = await read('chengjiang', {
      headings,
      rows: [
        ['澄江县', '甲', one, 1000, '2026年3月'],
        ['江川县', '乙', two, 1000, '202603'],
        ['澄江市', '丙', three, 1000, '2026-02'],
      ],
    });
    expect(said(preview.errors)).toMatch(/A3 “江川县”不是本县.*\nE4 这一行是2026-02的工资/);
    expect(said(preview.remarks)).toContain('A2 “澄江县”按“澄江市”读取');
  });

  it('understands merged cells where several people may share them, and refuses a merged amount', async () => {
    const preview = await read('yimen', {
      headings: ['单位', '姓名', '身份证号', '市级补助'],
      rows: [
        ['易门县', '甲', one, 2000],
        [null, '乙', two, null],
      ],
      then: (sheet) => {
        sheet.mergeCells('A2:A3');
        sheet.mergeCells('D2:D3');
      },
    });
    expect(said(preview.errors)).toContain('D3 与D2合并成了一个单元格');
    expect(said(preview.remarks)).toContain('A3 合并的单元格按第一格的内容读取');
  });

  it('is read in 万元 where a line above says so, and with one amount and its source a row', async () => {
    const preview = await read('eshan', {
      above: ['单位：万元'],
      headings: ['姓名', '身份证号', '金额', '资金来源'],
      rows: [
        ['甲', one, 0.1, '市级补助'],
        ['甲', one, 0.08, '县级配套'],
        ['乙', two, '1000元', '县级垫付'],
      ],
    });
    const after = Object.fromEntries(
      (preview.import?.items ?? []).map(({ item, after: text }) => [item, text]),
    );
    expect(after).toMatchObject({
      personsPaid: '2人',
      cityPartPaid: '2,000.00元',
      countyAdvance: '1,000.00元',
      countyPart: '800.00元',
    });
    expect(said(preview.remarks)).toContain('C5 “1000元”按元读取（表头为万元）');
  });

  it('is held against the roster: hints, never a wall', async () => {
    for (const [name, identityNumber] of [
      ['在册甲', two],
      ['在册乙', three],
    ]) {
      const entered = await server.request({
        method: 'POST',
        url: '/api/roster',
        as: 'county-xinping',
        body: {
          ...{
            county: 'xinping',
            name,
            identityNumber,
            bankCard: null,
            employment: 'laborContract',
            office: null,
          },
          ...{
            contractFrom: '2025-01-01',
            contractUntil: null,
            insuredSince: null,
            onPostFrom: '2026-03-31',
          },
        },
      });
      expect([entered.status, entered.text]).toEqual([201, expect.any(String)]);
    }
    const preview = await read('xinping', {
      headings: ['姓名', '身份证号', '市级补助'],
      rows: [
        ['不在册', one, 1000],
        ['另一名', two, 1000],
      ],
    });
    const remarks = said(preview.remarks);
    expect(remarks).toContain('B2 第2行共1人不在2026-03的在岗花名册上');
    expect(remarks).toContain('A3 第3行的姓名与花名册上同一身份证号的姓名不一致');
    expect(remarks).toContain('2026-03在岗而名册未列的有1人');
    expect(preview.import).not.toBeNull();
  });

  it('without any heading that is understood is refused, and told what to write', async () => {
    const answer = await upload('yuanjiang', { headings: ['甲', '乙'], rows: [['丙', 1]] });
    expect([answer.status, answer.json<Problem>().errors?.[0]?.pointer]).toEqual([422, '/file']);
    expect(answer.text).toContain('没有找到表头');
  });
});
