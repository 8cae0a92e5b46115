import { sha256Of } from '@yuheng/backend/evaluations/packs/pack-layout';
import { jpegWithPlace } from '@yuheng/backend/fieldwork/given-pictures';
import { zipOf } from '@yuheng/backend/workbooks/zip-of';
import type { PackPhoto } from '@yuheng/shared/contract/pack-photos';
import type { Problem } from '@yuheng/shared/contract/problem';
import type { PackPreview } from '@yuheng/shared/contract/score-packs';
import { conflicted } from '../../api/cases/score-sendings';
import { formOf, startServer, type TestAnswer, type TestServer } from '../../support/server';
import {
  apply,
  bringBack,
  makePack,
  opened,
  PACKS,
  PASSWORD,
  REMARK,
  rowOf,
  typed,
  unpacked,
  workbookOf,
  type Written,
} from './pack-requests';
import { ROUND, type ScoreRequests, scoreRequests } from './score-requests';

const AS = 'evaluator-3';
const HONGTA: Written = { county: '红塔区', indicator: '满意度' };
const BOX = { as: AS, county: 'hongta', indicator: 'satisfaction' };

const said = (answer: TestAnswer): [number, string | undefined, string?] => {
  const { errors } = answer.json<Problem>();
  return [answer.status, errors?.[0]?.pointer, errors?.[0]?.detail];
};
const changesOf = (preview: PackPreview): [string, string, string][] =>
  preview.rows
    .filter(({ change }) => change !== 'same')
    .map(({ county, indicator, change }) => [county, indicator, change]);

describe('a pack for work off line', () => {
  let server: TestServer;
  let ask: ScoreRequests;
  let pack: Buffer;
  let workbook: Buffer;

  beforeAll(async () => {
    server = await startServer();
    ask = scoreRequests(server);
    const evidence = [
      ['00000000-0000-4000-8000-0000000000e1', 'hongta', '实施方案.pdf'],
      ['00000000-0000-4000-8000-0000000000e2', 'hongta', '12月工资发放表.pdf'],
    ];
    for (const [file, county, name] of evidence) {
      await server.sql(
        `insert into evidence_file (city_id, county_id, file_id, file_name, media_type, size, sha256, content, uploaded_by, uploaded_at)
         values ('530400', $2, $1, $3, 'application/pdf', 8, repeat('c', 64), '%PDF-1.7', 'inspector', '2026-01-05')`,
        [file, county, name],
      );
    }
    const answer = await makePack(server, AS);
    expect(answer.status).toBe(201);
    pack = answer.bytes;
    workbook = await workbookOf(pack);
  });

  afterAll(() => server?.close());

  const preview = async (rows: readonly Written[]): Promise<PackPreview> =>
    (await bringBack(server, AS, await typed(workbook, rows))).json<PackPreview>();
  const entryOf = async (county: string, indicator: string) =>
    (await ask.desk(AS)).counties
      .find(({ id }) => id === county)
      ?.entries.find((one) => one.indicator === indicator);

  it('is opened by another program with its password: workbook, manifest, documents by county, folders for photographs', async () => {
    const found = await unpacked(pack);
    expect([...found.keys()]).toEqual(
      expect.arrayContaining([
        '打分工作簿.xlsx',
        'manifest.json',
        '佐证材料/红塔区/001.pdf',
        '照片/红塔区/满意度/',
      ]),
    );
    expect(found.get('佐证材料/红塔区/001.pdf')?.toString()).toBe('%PDF-1.7');
    await expect(unpacked(pack, 'another password')).rejects.toThrow(/password/i);
    const manifest = JSON.parse(found.get('manifest.json')?.toString() ?? '') as Record<string, unknown>;
    expect(manifest).toMatchObject({
      round: ROUND,
      methodVersion: 1,
      evaluator: AS,
      issuedOn: '2026-03-20',
      validUntil: '2026-03-31',
    });
  });

  it('keeps documents that name persons on the server, and says which and why', async () => {
    const found = await unpacked(pack);
    expect([...found.keys()].filter((name) => name.endsWith('.pdf'))).toEqual(['佐证材料/红塔区/001.pdf']);
    const list = (await opened(workbook)).getWorksheet('佐证清单');
    const lines = [4, 5].map((row) => [3, 6].map((column) => list?.getCell(row, column).value));
    expect(lines).toEqual([
      ['实施方案.pdf', '已附'],
      ['—', expect.stringContaining('含人员名册、工资')],
    ]);
  });

  it('has the boxes alone open, marks within their bounds, and one indicator across the counties', async () => {
    const table = (await opened(workbook)).getWorksheet('打分');
    const row = rowOf(await opened(workbook), HONGTA);
    expect(table?.getCell(row, 6).protection?.locked).toBe(false);
    expect(table?.getCell(row, 1).protection?.locked).not.toBe(false);
    expect(table?.getCell(row, 6).dataValidation).toMatchObject({ type: 'decimal', formulae: [0, 5] });
    const counties = [0, 1, 2].map((more) => table?.getCell(row + more, 1).value);
    expect(counties).toEqual(['红塔区', '江川区', '澄江市']);
  });

  it('its password stands nowhere: not in the database, not in the trail', async () => {
    const tables = ['score_pack', 'idempotency_key', 'audit_entry'];
    for (const table of tables) {
      const rows = await server.sql(`select 1 from ${table} t where t::text like '%' || $1 || '%'`, [
        PASSWORD,
      ]);
      expect(rows).toEqual([]);
    }
  });

  it('is found by nobody else', async () => {
    const [own, other] = await Promise.all(
      [AS, 'evaluator-1'].map(async (as) =>
        (await server.request({ url: PACKS, as })).json<{ packs: unknown[] }>(),
      ),
    );
    expect(own?.packs.length).toBeGreaterThan(0);
    expect(other?.packs).toEqual([]);
  });

  it('comes back cell by cell: nothing is entered before it is taken over, and then all of it', async () => {
    const rows: Written[] = [
      { ...HONGTA, value: 4.5, remark: REMARK },
      { ...HONGTA, county: '江川区', value: 5 },
      { sheet: '系统计算', county: '红塔区', indicator: '在岗率', value: '是' },
    ];
    const read = await preview(rows);
    expect(changesOf(read)).toEqual(
      [
        ['hongta', 'satisfaction', 'new'],
        ['jiangchuan', 'satisfaction', 'new'],
        ['hongta', 'onPostRate', 'new'],
      ].sort(),
    );
    expect(await entryOf('hongta', 'satisfaction')).toBeUndefined();
    const answer = await apply(server, AS, read);
    expect(answer.status).toBe(200);
    expect(await entryOf('hongta', 'satisfaction')).toMatchObject({
      version: 1,
      value: { marks: '4.5' },
      remarks: [{ point: '台账不完整', page: '第3页' }],
    });
    expect(await entryOf('hongta', 'onPostRate')).toMatchObject({ confirmed: true });
  });

  it('the same file again is told so and nothing is doubled; another one of the same pack is taken', async () => {
    const rows: Written[] = [{ ...HONGTA, county: '澄江市', value: 5 }];
    const bytes = await typed(workbook, rows);
    const first = (await bringBack(server, AS, bytes)).json<PackPreview>();
    const second = (await bringBack(server, AS, bytes)).json<PackPreview>();
    expect((await apply(server, AS, first)).status).toBe(200);
    expect(said(await apply(server, AS, second)).slice(0, 2)).toEqual([409, '/file']);
    expect(said(await bringBack(server, AS, bytes))).toEqual([409, '/file', expect.stringContaining('已于')]);
    expect(await entryOf('chengjiang', 'satisfaction')).toMatchObject({ version: 1 });
    const more = await preview([...rows, { ...HONGTA, county: '通海县', value: 5 }]);
    expect(changesOf(more)).toEqual([['tonghai', 'satisfaction', 'new']]);
  });

  it('a box that was written on both sides is a conflict, and the person says which stands', async () => {
    const box = { ...BOX, county: 'huaning' };
    await ask.enter(
      box,
      { marks: '3' },
      { remarks: [{ point: '线上', fact: '一', basis: '二', page: '三' }] },
    );
    const read = await preview([{ ...HONGTA, county: '华宁县', value: 4, remark: REMARK }]);
    expect(
      read.rows.find(({ county, change }) => county === 'huaning' && change === 'conflict'),
    ).toMatchObject({
      before: expect.stringMatching(/^3；扣分点：线上/),
      after: expect.stringMatching(/^4；扣分点：台账不完整/),
    });
    expect(said(await apply(server, AS, read)).slice(0, 2)).toEqual([422, '/choices']);
    const choice = { county: 'huaning', indicator: 'satisfaction' };
    expect((await apply(server, AS, read, [{ ...choice, take: 'stored' }])).status).toBe(200);
    expect(await entryOf('huaning', 'satisfaction')).toMatchObject({ version: 1, value: { marks: '3' } });
    const again = await preview([{ ...HONGTA, county: '华宁县', value: 3.5, remark: REMARK }]);
    expect((await apply(server, AS, again, [{ ...choice, take: 'workbook' }])).status).toBe(200);
    expect(await entryOf('huaning', 'satisfaction')).toMatchObject({ version: 2, value: { marks: '3.5' } });
  });

  it('an entry that moved between the check and the application refuses all of it', async () => {
    const yimen = { ...BOX, county: 'yimen' };
    const read = await preview([
      { ...HONGTA, county: '易门县', value: 5 },
      { ...HONGTA, county: '峨山彝族自治县', value: 5 },
    ]);
    await ask.enter(yimen, { marks: '4' });
    expect((await apply(server, AS, read)).status).toBe(409);
    expect(await entryOf('eshan', 'satisfaction')).toBeUndefined();
  });

  it.each<[string, Partial<Written>, RegExp]>([
    ['a mark above the marks', { value: 5.5 }, /0至5分之间/],
    ['three decimals', { value: 4.125, remark: REMARK }, /最多保留2位小数/],
    ['a mark below full without a remark', { value: 4 }, /扣分点、事实、依据和佐证页码/],
    ['a remark that lacks its page', { value: 4, remark: ['一', '二', '三', ''] }, /佐证页码/],
    ['a formula', { value: { formula: '2+3' } }, /公式/],
    ['words instead of a number', { value: '很好' }, /应当是数字/],
  ])('refuses %s in its cell, and says it again in the workbook', async (_, more, sentence) => {
    const read = await preview([{ ...HONGTA, county: '新平彝族傣族自治县', ...more }]);
    const [row] = read.rows.filter(({ change }) => change === 'refused');
    expect(row).toMatchObject({ county: 'xinping', cell: expect.stringMatching(/^F\d+$/) });
    expect(row?.errors[0]?.text.zh).toMatch(sentence);
    const url = `${PACKS}/previews/${read.id}/result`;
    const result = await opened((await server.request({ url, as: AS })).bytes);
    const note = result.getWorksheet('打分')?.getCell(row?.errors[0]?.cell ?? '').note;
    expect(JSON.stringify(note)).toMatch(sentence);
  });

  it('whole, with its password, it is taken as well', async () => {
    expect((await bringBack(server, AS, pack, { password: PASSWORD })).status).toBe(201);
    expect(said(await bringBack(server, AS, pack)).slice(0, 2)).toEqual([422, '/password']);
    expect(said(await bringBack(server, AS, pack, { password: 'not this one' }))).toEqual([
      422,
      '/password',
      expect.stringContaining('密码不对'),
    ]);
  });

  it('photographs in its folders are offered, and one is kept only when somebody asks for it and says what it shows', async () => {
    const files = [...(await unpacked(pack))].flatMap(([name, content]) =>
      content ? [[name, content] as const] : [],
    );
    const [one, other] = [jpegWithPlace({ orientation: 3 }), jpegWithPlace({ orientation: 8 })];
    const zip = zipOf([
      ...files,
      ['照片/红塔区/满意度/公示栏.jpg', one],
      ['照片/红塔区/满意度/公示栏（2）.jpg', one],
      ['照片/红塔区/满意度/窗口.jpg', other],
      ['照片/红塔区/满意度/说明.jpg', Buffer.from('no picture')],
      ['照片/昆明市/满意度/窗口.jpg', other],
    ]);
    const offers = async (): Promise<Record<string, string>> => {
      const answer = await bringBack(server, AS, zip, { url: `${PACKS}/photos/previews` });
      return Object.fromEntries(
        answer.json<{ photos: PackPhoto[] }>().photos.map(({ path, state }) => [path.slice(3), state]),
      );
    };
    const kept = (): Promise<{ note: string; sha256: string; content: Buffer }[]> =>
      server.sql(
        `select note, sha256, content from field_file where kind = 'photo' and uploaded_by = '${AS}'`,
      );
    const take = (photos: readonly object[]): Promise<TestAnswer> =>
      server.request({
        method: 'POST',
        url: `${PACKS}/photos`,
        as: AS,
        ...formOf(zip, { name: '打分包.zip', fields: { photos: JSON.stringify(photos) } }),
      });
    expect(await offers()).toEqual({
      '昆明市/满意度/窗口.jpg': 'unplaced',
      '红塔区/满意度/公示栏.jpg': 'new',
      '红塔区/满意度/公示栏（2）.jpg': 'twice',
      '红塔区/满意度/窗口.jpg': 'new',
      '红塔区/满意度/说明.jpg': 'noPicture',
    });
    expect(await kept()).toEqual([]);
    const path = '照片/红塔区/满意度/公示栏.jpg';
    const chosen = { path, sha256: sha256Of(one), note: '工资公示栏', noSupervisedPerson: true };
    const foreign = { ...chosen, path: '照片/昆明市/满意度/窗口.jpg', sha256: sha256Of(other) };
    expect(said(await take([chosen, foreign])).slice(0, 2)).toEqual([422, '/photos/1']);
    expect(await kept()).toEqual([]);
    const answers = await Promise.all([take([chosen]), take([chosen])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(await kept()).toEqual([{ note: '工资公示栏', sha256: sha256Of(one), content: one }]);
    expect(await offers()).toMatchObject({
      '红塔区/满意度/公示栏.jpg': 'stored',
      '红塔区/满意度/公示栏（2）.jpg': 'stored',
      '红塔区/满意度/窗口.jpg': 'new',
    });
  });

  it('a row of a county in which a conflict was declared meanwhile is refused, the others are not', async () => {
    const undo = await conflicted(server);
    const read = await preview([
      { ...HONGTA, value: 3, remark: REMARK },
      { ...HONGTA, county: '元江哈尼族彝族傣族自治县', value: 5 },
    ]);
    await undo();
    expect(changesOf(read)).toEqual([
      ['hongta', 'satisfaction', 'refused'],
      ['yuanjiang', 'satisfaction', 'new'],
    ]);
  });
});
