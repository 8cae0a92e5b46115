import type { AllocationHistory, SplitTablePreview } from '@yuheng/shared/contract/allocation-history';
import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import type { Problem } from '@yuheng/shared/contract/problem';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formOf, startServer, type TestAnswer, type TestServer } from '../../support/server';
import { filledWorkbook, opened } from '../imports/filled-workbook';
import { COUNTIES, splitOf, splitWorkbook, type SplitRow, type TableGiven } from './split-workbook';

const URL = '/api/allocation-history';
const OFFICER = 'officer-1';
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const NAME = '历年分配.xlsx';

const LIBRE_OFFICE = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'soffice'))
  .find((program) => existsSync(program));

describe('the history of splits', () => {
  let server: TestServer;

  beforeEach(async () => {
    server ??= await startServer();
    for (const table of ['split_table_amount', 'split_table']) {
      await server.sql(`alter table ${table} disable trigger user`);
      await server.sql(`delete from ${table}`);
      await server.sql(`alter table ${table} enable trigger user`);
    }
  });

  afterAll(() => server?.close());

  const history = async (program = 'assistants', as = 'leader'): Promise<AllocationHistory> => {
    const answer = await server.request({ url: `${URL}?program=${program}`, as });
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return answer.json<AllocationHistory>();
  };
  const preview = (bytes: Buffer): Promise<TestAnswer> =>
    server.request({ method: 'POST', url: `${URL}/preview`, as: OFFICER, ...formOf(bytes, { name: NAME }) });
  const load = (bytes: Buffer, digest = sha256(bytes), as = OFFICER): Promise<TestAnswer> =>
    server.request({
      ...{ method: 'POST', url: `${URL}?sha256=${digest}`, as },
      ...formOf(bytes, { name: NAME }),
    });
  const loaded = async (rows: readonly SplitRow[]): Promise<Buffer> => {
    const bytes = await splitWorkbook(rows);
    const answer = await load(bytes);
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return bytes;
  };
  const stored = async (): Promise<number> =>
    (await server.sql<{ n: number }>('select count(*)::int as n from split_table_amount'))[0]?.n ?? -1;
  /** "/Sheet1/E2 …" of each fault; nothing is stored of a table that has one. */
  const faults = async (rows: readonly SplitRow[], given: TableGiven = {}): Promise<string[]> => {
    const bytes = await splitWorkbook(rows, given);
    const answers = [await preview(bytes), await load(bytes)];
    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    expect(await stored()).toBe(0);
    const [{ errors = [] }] = answers.map((one) => one.json<Problem>()) as [Problem];
    return errors.map(({ pointer, detail }) => `${pointer} ${detail}`);
  };
  const changed = (row: number, cells: Partial<SplitRow>): SplitRow[] =>
    splitOf(2019).map((one, place) => (place === row ? (Object.assign([...one], cells) as never) : one));

  it('has the published years with their sentence, and says what they have in common', async () => {
    const { years, sentence, differences, counties } = await history();
    expect(years.map(({ year, source, posts, totalFen }) => [year, source.kind, posts, totalFen])).toEqual([
      [2022, 'officialText', 150, 180_000_000],
      [2025, 'officialText', 150, 180_000_000],
    ]);
    expect(years[1]?.source.text.zh).toBe(
      '《玉溪市司法局2025年预算重点领域财政项目文本公开》“六、资金安排情况”',
    );
    expect(years[1]?.source.sentences.join('')).toContain('红塔区司法局300,000.00元');
    expect(sentence.zh).toBe(
      '2022年和2025年公布的分配逐个名额相同；其间2023年和2024年没有载入；所依据的分配可追溯到2014年（玉司发〔2014〕67号）。',
    );
    expect(differences).toEqual([]);
    expect(counties).toHaveLength(9);
    expect((await history('mediation')).sentence.zh).toContain('只有2025年一个年度的分配，共77.00 万元');
  });

  it('says of each year whether a policy can be tried on it, and what is lacking', async () => {
    const { years } = await history();
    expect(years.map(({ year, hasEvidence, lacking }) => [year, hasEvidence, lacking?.zh])).toEqual([
      [2022, false, '2021年没有归集数据，不能试算2022年的分配。'],
      [2025, true, undefined],
    ]);
    const finalise = (day: string) =>
      server.sql('update evaluation_round set finalised_on = $1 where year = 2024', [day]);
    const [before] = await server.sql<{ day: string }>(
      'select finalised_on::text as day from evaluation_round where year = 2024 and finalised_on is not null',
    );
    await finalise('2025-04-01');
    expect((await history()).years[1]?.lacking?.zh).toMatch(
      /^没有可用于2025年分配的已定案评价结果，只能试算不计绩效的办法。2024年度部门评价于2025年4月1日定案/,
    );
    await finalise(before?.day ?? '');
  });

  it('starts next year’s split from a loaded year that is newer than every text', async () => {
    const source = async (year: number) =>
      (
        await server.request({
          url: `/api/allocation-question?program=assistants&year=${year}`,
          as: 'leader',
        })
      ).json<AllocationQuestion>().lastSplit?.source.zh;
    await loaded([...splitOf(2024), ...splitOf(2025, { 红塔区: 24, 江川区: 16 })]);
    expect(await source(2025)).toBe('现行分配见载入的往年分配表（2024年度）');
    expect(await source(2026)).toBe('现行分配见2025年项目文本“六、资金安排情况”');
  });

  it('takes a loaded year in by the newest table that has it, and never before a published text', async () => {
    await loaded([...splitOf(2019), ...splitOf(2022)]);
    await loaded(splitOf(2019, { 红塔区: 24, 江川区: 16 }));
    const { years, differences, sentence } = await history();
    expect(years.map(({ year, source }) => [year, source.kind])).toEqual([
      [2019, 'table'],
      [2022, 'officialText'],
      [2025, 'officialText'],
    ]);
    expect(years[0]?.counties.slice(0, 2).map(({ posts }) => posts)).toEqual([24, 16]);
    expect(years[0]?.source.text.zh).toMatch(/^往年分配表（历年分配\.xlsx，\d{4}年\d+月\d+日载入）$/);
    expect(years[0]?.source.sentences).toEqual(['玉司发〔2014〕67号']);
    expect(differences).toEqual([]);
    expect(sentence.zh).toContain('2019年到2022年9 个县（市、区）中 2 个有变动，共1个名额');
  });

  it('says by how much a table differs from the text of its year', async () => {
    await loaded(splitOf(2022, { 红塔区: 24, 江川区: 16 }));
    const { differences } = await history();
    const { notes } = (await preview(await splitWorkbook(splitOf(2022)))).json<SplitTablePreview>();
    expect(notes.map(({ cell, message }) => [cell, message.zh])).toEqual([
      [null, '2022年协勤人员经费已有公布的文本，以文本为准；本表只作对照。'],
    ]);
    expect(differences.map(({ zh }) => zh)).toEqual([
      '2022年公布的文本与往年分配表不一致，以前者为准。前者比后者：红塔区多1个名额、多1.20 万元；江川区少1个名额、少1.20 万元。',
    ]);
  });

  it('shows what a table would load, and stores nothing by showing it', async () => {
    const bytes = await splitWorkbook([...splitOf(2019), ...splitOf(2020)]);
    const answer = await preview(bytes);
    expect(answer.status).toBe(200);
    const read = answer.json<SplitTablePreview>();
    expect(read).toMatchObject({
      ...{ sha256: sha256(bytes), fileName: NAME, years: [2019, 2020], replaces: [], alreadyLoaded: false },
      notes: [],
    });
    expect(read.rows).toHaveLength(18);
    expect(read.rows[1]).toEqual({
      ...{ row: 3, year: 2019, program: 'assistants', county: 'jiangchuan', name: '江川区' },
      ...{ fen: 18_000_000, posts: 15, source: '玉司发〔2014〕67号' },
    });
    expect(await stored()).toBe(0);
  });

  it('says what it understood: former names, other units, other sheets', async () => {
    const rows = splitOf(2019).map((row): SplitRow =>
      row[1] === '江川区' ? [row[0], '江川县', row[2], row[3], '18万元', row[5]] : row,
    );
    const bytes = await splitWorkbook(rows, {
      then: (_, workbook) => void workbook.addWorksheet('另一张').addRow(['年度', '县（市、区）']),
    });
    const { notes } = (await preview(bytes)).json<SplitTablePreview>();
    expect(notes.map(({ cell, message }) => [cell, message.zh])).toEqual([
      [null, '只读取了工作表“Sheet1”，另有1个相同表头的工作表没有读取。'],
      ['B3', '“江川县”按“江川区”读取。'],
      ['E3', '“18万元”按万元读取（表头为元）。'],
    ]);
  });

  it('reads amounts in the unit of their heading, and columns in any order below a title', async () => {
    const headings = ['来源', '名额', '金额（万元）', '项目名称', '县区', '年份'];
    const rows = splitOf(2019).map(([year, county, program, posts, amount, source]): SplitRow => [
      ...([source, posts, Number(amount) / 10_000] as const),
      ...([program, county, `${String(year)}年`] as const),
    ]);
    const bytes = await splitWorkbook(rows, { headings, above: ['玉溪市历年分配'] });
    const answer = await preview(bytes);
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    const read = answer.json<SplitTablePreview>();
    expect(read.rows.reduce((sum, { fen }) => sum + fen, 0)).toBe(180_000_000);
  });

  it('says that the same bytes are loaded, before and when they are loaded twice', async () => {
    const bytes = await loaded(splitOf(2019));
    const again = (await preview(bytes)).json<SplitTablePreview>();
    expect(again).toMatchObject({ alreadyLoaded: true, replaces: [2019] });
    expect(again.notes[0]?.message.zh).toMatch(
      /^同一文件已于.*载入（历年分配\.xlsx），没有变化，不再载入。$/,
    );
    const second = await load(bytes);
    expect(second.status).toBe(409);
    expect(second.text).toContain('同一文件已于');
    expect(await stored()).toBe(9);
  });

  it('of the same bytes that are loaded twice at the same moment keeps one', async () => {
    const bytes = await splitWorkbook(splitOf(2019));
    const answers = await Promise.all([load(bytes), load(bytes, sha256(bytes), 'officer-2')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await stored()).toBe(9);
  });

  it('stores the bytes that were looked at and no others', async () => {
    const [seen, sent] = [await splitWorkbook(splitOf(2019)), await splitWorkbook(splitOf(2020))];
    const answer = await load(sent, sha256(seen));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('文件内容与预览时不同');
    expect(await stored()).toBe(0);
  });

  it('loses all of a table whose loading is interrupted', async () => {
    await server.sql(
      `alter table split_table_amount add constraint power_cut check (county_id <> 'yuanjiang') not valid`,
    );
    const answer = await load(await splitWorkbook(splitOf(2019)));
    await server.sql('alter table split_table_amount drop constraint power_cut');
    expect(answer.status).toBe(500);
    const rows = await server.sql<{ n: number }>('select count(*)::int as n from split_table');
    expect([rows[0]?.n, await stored()]).toEqual([0, 0]);
  });

  it.each<[string, Partial<SplitRow>, string]>([
    ['posts that are not the money', { 4: 300_001 } as never, '/Sheet1/E2 工作表“Sheet1”单元格E2：25个名额'],
    ['an unknown county', { 1: '东川区' } as never, '/Sheet1/B2 工作表“Sheet1”单元格B2：“东川区”不是本市县'],
    ['a county twice', { 1: '江川县' } as never, '/Sheet1/B3 工作表“Sheet1”单元格B3：与第2行是同一年度'],
    ['a negative amount', { 4: -300_000 } as never, '/Sheet1/E2 工作表“Sheet1”单元格E2：“-300000”是负数'],
    ['negative posts', { 3: -25 } as never, '/Sheet1/D2 工作表“Sheet1”单元格D2：“-25”是负数'],
    ['no source', { 5: null } as never, '/Sheet1/F2 工作表“Sheet1”单元格F2：没有填来源'],
    ['a formula', { 4: { formula: 'D2*12000', result: 300_000 } } as never, '/Sheet1/E2 单元格 E2 是公式'],
    ['an error', { 3: { error: '#REF!' } } as never, '/Sheet1/D2 单元格 D2 是错误值 #REF!'],
    ['a year to come', { 0: 2027 } as never, '/Sheet1/A2 工作表“Sheet1”单元格A2：2027年还没有到'],
    ['another program', { 2: '法律援助' } as never, '/Sheet1/C2 工作表“Sheet1”单元格C2：“法律援助”不是'],
  ])('refuses %s at its cell and stores nothing', async (_, cells, wanted) => {
    expect((await faults(changed(0, cells))).join('\n')).toContain(wanted);
  });

  it('refuses a year that lacks counties, and names them', async () => {
    const rows = splitOf(2019).slice(0, 7);
    expect((await faults(rows))[0]).toContain(
      '2019年协勤人员经费缺少新平彝族傣族自治县、元江哈尼族彝族傣族自治县，请补全',
    );
  });

  it('refuses an empty table, a table without headings and one without a unit', async () => {
    expect((await faults([]))[0]).toContain('/file 表头以下没有数据');
    expect((await faults([], { headings: ['姓名'] }))[0]).toContain('/file 工作簿中没有找到往年分配表');
    const headings = ['年度', '县（市、区）', '项目', '名额', '金额', '来源'];
    expect((await faults(splitOf(2019), { headings }))[0]).toContain('/Sheet1/E1');
    expect((await faults(splitOf(2019), { headings: headings.slice(0, 4) }))[0]).toContain(
      '表头缺少“金额（元）”',
    );
  });

  it('refuses a table that is too long to be one, and lists a hundred faults of many', async () => {
    const [row] = splitOf(2019) as [SplitRow];
    expect((await faults(Array.from({ length: 4001 }, () => row)))[0]).toContain('表中数据超过4000行');
    const many = await faults(
      Array.from({ length: 300 }, (): SplitRow => [2019, '某县', '协勤', 1, 1, '甲']),
    );
    expect(many).toHaveLength(101);
    expect(many[100]).toContain('/file 另有200处有误');
  });

  it('refuses what is no workbook by its bytes, and one that is too large unread', async () => {
    expect((await preview(Buffer.from('年度,县'))).status).toBe(415);
    expect((await preview(Buffer.alloc(3_000_000, 0x61))).status).toBe(413);
  });

  it('offers a template that is read back as it was filled in', async () => {
    const template = await server.request({ url: `${URL}/template`, as: 'finance' });
    expect(template.status).toBe(200);
    const [sheet] = (await opened(template.bytes)).worksheets;
    expect(sheet?.getRow(3).values).toEqual([
      ...[undefined, '年度', '县（市、区）', '项目', '名额', '金额（元）', '来源'],
    ]);
    expect((await preview(template.bytes)).status).toBe(422);
    const cells = Object.fromEntries(
      splitOf(2019).flatMap((row, place) =>
        row.map((value, column) => [`${'ABCDEF'[column]}${place + 4}`, value]),
      ),
    );
    const answer = await preview(await filledWorkbook(template.bytes, cells));
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    expect(answer.json<SplitTablePreview>().rows.map(({ name }) => name)).toEqual(COUNTIES);
  });

  // Skipped, and said so, where LibreOffice is not installed.
  (LIBRE_OFFICE ? it : it.skip)('reads a table as LibreOffice writes it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'split-table-'));
    writeFileSync(path.join(folder, 'given.xlsx'), await splitWorkbook(splitOf(2019)));
    const convert = [
      '--headless',
      '--convert-to',
      'ods',
      '--outdir',
      folder,
      path.join(folder, 'given.xlsx'),
    ];
    execFileSync(LIBRE_OFFICE ?? '', convert);
    execFileSync(LIBRE_OFFICE ?? '', [
      ...['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', folder],
      path.join(folder, 'given.ods'),
    ]);
    const answer = await preview(readFileSync(path.join(folder, 'given.xlsx')));
    rmSync(folder, { recursive: true });
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    expect(answer.json<SplitTablePreview>().rows).toHaveLength(9);
  });

  it('is the city’s to read and the officer’s to load', async () => {
    const bytes = await splitWorkbook(splitOf(2019));
    expect((await load(bytes, sha256(bytes), 'leader')).status).toBe(403);
    expect((await server.request({ url: `${URL}?program=assistants`, as: 'county-hongta' })).status).toBe(
      403,
    );
  });

  it('is told in the trail with the years and the bytes', async () => {
    const bytes = await loaded(splitOf(2019));
    const [entry] = await server.sql<{ content: string }>(
      'select content from audit_entry order by seq desc limit 1',
    );
    expect(JSON.parse(entry?.content ?? '')).toMatchObject({
      act: 'splitTable.load',
      object: { kind: 'splitTable' },
      after: { fileName: NAME, sha256: sha256(bytes), years: [2019], rows: 9 },
    });
  });
});
