import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import type { ImportPreview } from '@yuheng/shared/contract/imports';
import type { Problem } from '@yuheng/shared/contract/problem';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { afterEachEveryRuleHolds } from '../../support/rules-of-money';
import { formOf, startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import { filledWorkbook, opened, tamperedWorkbook } from './filled-workbook';

/** The month of March 2026 is over on this day, and its wages are due. */
const TODAY = '2026-04-14';
const urlOf = (path: string): string => `/api/sheets/${path}?program=assistants`;

/** The cells of a whole month of 24 persons, as a clerk types them. */
const WAGES = {
  F4: '24',
  F5: '２４人',
  F6: 24,
  F7: '24',
  F9: '2.4万元',
  F10: 24000,
  F11: '48,000.00',
  F13: ' 20000 ',
  F14: '2026年4月10日',
};

describe('sheets by Excel', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_TODAY: TODAY } });
    await server.app.get(SheetOpeningService).open();
  });

  afterAll(() => server?.close());
  afterEachEveryRuleHolds(() => server);

  const sheetOf = async (path: string, as = 'officer-1'): Promise<Sheet> =>
    (await server.request({ url: urlOf(path), as })).json<Sheet>();
  const download = async (path: string, as: string): Promise<Buffer> =>
    (await server.request({ url: urlOf(`${path}/workbook`), as })).bytes;
  const upload = (path: string, as: string, bytes: Buffer): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      url: urlOf(`${path}/workbook`),
      as,
      ...formOf(bytes, { name: '支出表.xlsx' }),
    });
  const apply = (path: string, as: string, id: string, key?: string): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      url: urlOf(`${path}/workbook/${id}/application`),
      as,
      headers: key ? { 'idempotency-key': key } : {},
    });
  const previewed = async (path: string, as: string, bytes: Buffer): Promise<ImportPreview> => {
    const answer = await upload(path, as, bytes);
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    return answer.json<ImportPreview>();
  };
  const changeOf = ({ items }: ImportPreview, item: string) => items.find((one) => one.item === item)?.change;
  const valueOf = ({ items }: Sheet, item: string) => items.find(({ id }) => id === item)?.current?.value;

  it('a county fills its wages in Excel, sees each cell before anything is written, and takes them over once', async () => {
    const [path, as] = ['spending/hongta/2026-03', 'county-hongta'];
    const preview = await previewed(path, as, await filledWorkbook(await download(path, as), WAGES));
    expect(preview).toMatchObject({ errors: 0, changes: 11, appliedAt: null, fileName: '支出表.xlsx' });
    expect(preview.items.find(({ item }) => item === 'cityPartPaid')).toMatchObject({
      change: 'new',
      before: '',
      after: '24,000.00元',
    });
    // What follows from the rest is never asked: 24 × 1,000 yuan, and the sum of both parts.
    expect(
      ['cityPartDue', 'grossWage'].map((id) => preview.items.find(({ item }) => item === id)?.after),
    ).toEqual(['24,000.00元', '72,000.00元']);
    expect((await sheetOf(path)).filled).toBe(0);

    const answers = [
      await apply(path, as, preview.id, 'import-key-1'),
      await apply(path, as, preview.id, 'import-key-1'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.json()).toEqual(answers[0]?.json());
    expect((await apply(path, as, preview.id)).status).toBe(409);
    const sheet = await sheetOf(path);
    expect(valueOf(sheet, 'cityPartPaid')).toBe('2400000');
    expect(valueOf(sheet, 'paidOn')).toBe('2026-04-10');
    expect(sheet.items.map(({ current }) => current?.version).filter(Boolean)).toEqual(Array(11).fill(1));
    const trail = await trailOf(server, 'sheetImport.apply', 'assistants/spending/hongta/2026-03');
    expect(trail.filter(({ outcome }) => outcome === 'done')).toEqual([
      expect.objectContaining({ digest: preview.sha256 }),
    ]);

    const again = await previewed(path, as, await download(path, as));
    expect([again.changes, again.errors]).toEqual([0, 0]);
  });

  it('three mistakes are marked in the workbook itself, nothing is taken, and the mended one is', async () => {
    const [path, as] = ['spending/chengjiang/2026-03', 'county-chengjiang'];
    const clean = await download(path, as);
    const wrong = await filledWorkbook(clean, {
      ...WAGES,
      F4: '十',
      F9: { formula: 'SUM(F5:F6)', result: 48 },
      F14: '4月10日',
    });
    const preview = await previewed(path, as, wrong);
    expect(preview.errors).toBe(3);
    const refused = await apply(path, as, preview.id);
    expect([refused.status, refused.json<Problem>().detail]).toEqual([
      422,
      expect.stringContaining('未填入任何数据'),
    ]);
    expect((await sheetOf(path)).filled).toBe(0);

    const result = await server.request({ url: urlOf(`${path}/workbook/${preview.id}/result`), as });
    expect(result.headers['content-disposition']).toContain('filename*=UTF-8');
    const [table] = (await opened(result.bytes)).worksheets;
    const comments = ['F4', 'F9', 'F14', 'F5'].map((cell) => JSON.stringify(table?.getCell(cell).note ?? ''));
    expect(comments.map((one) => /中文数字|是公式|日期/.exec(one)?.[0])).toEqual([
      '中文数字',
      '是公式',
      '日期',
      undefined,
    ]);

    const mended = await filledWorkbook(result.bytes, {
      F4: 11,
      F5: 11,
      F6: 11,
      F7: 11,
      F9: 11000,
      F10: 11000,
      F14: '20260410',
    });
    const second = await previewed(path, as, mended);
    expect([second.errors, second.items.flatMap(({ errors }) => errors)]).toEqual([0, []]);
    expect((await apply(path, as, second.id)).status).toBe(200);
    expect(valueOf(await sheetOf(path), 'personsOnPost')).toBe('11');
  });

  it('a total that contradicts its parts is an error at its cell, with both figures', async () => {
    const [path, as] = ['spending/tonghai/2026-03', 'county-tonghai'];
    const preview = await previewed(
      path,
      as,
      await filledWorkbook(await download(path, as), {
        ...WAGES,
        F4: 15,
        F5: 15,
        F6: 15,
        F7: 15,
        F12: 99999,
      }),
    );
    expect(
      preview.items.filter(({ change }) => change === 'error').map(({ item, errors }) => [item, errors]),
    ).toEqual([
      [
        'grossWage',
        [
          {
            cell: 'F12',
            text: expect.objectContaining({ zh: expect.stringMatching(/99,999\.00元.*72,000\.00元/) }),
          },
        ],
      ],
    ]);
    expect((await sheetOf(path)).filled).toBe(0);
  });

  it('what somebody changed on the page after the download is never overwritten, and what nobody touched stays', async () => {
    const [path, as] = ['spending/huaning/2026-03', 'county-huaning'];
    const put = (item: string, version: number, value: string): Promise<TestAnswer> =>
      server.request({
        method: 'PUT',
        url: urlOf(`${path}/items/${item}`),
        as,
        headers: { 'if-match': `"${version}"` },
        body: { state: 'reported', value },
      });
    await put('personsOnPost', 0, '10');
    await put('personsPaid', 0, '9');
    const workbook = await download(path, as);
    await put('personsOnPost', 1, '11');
    await put('personsPaid', 1, '10');
    const preview = await previewed(path, as, await filledWorkbook(workbook, { F4: 12, F7: 9 }));
    expect(['personsOnPost', 'personsPaid', 'personsInsured'].map((item) => changeOf(preview, item))).toEqual(
      ['error', 'same', 'new'],
    );
    expect(preview.items[0]?.errors[0]?.text.zh).toContain('已被他人改为“11人”');

    const fresh = await previewed(path, as, await filledWorkbook(await download(path, as), { F4: 12 }));
    expect(fresh.errors).toBe(0);
    await put('personsOnPost', 2, '13');
    expect((await apply(path, as, fresh.id)).status).toBe(409);
    expect(valueOf(await sheetOf(path), 'personsOnPost')).toBe('13');

    const emptied = await previewed(path, as, await filledWorkbook(await download(path, as), { F4: null }));
    expect(emptied.items[0]?.errors[0]?.text.zh).toContain('不能清空');
  });

  it.each<[string, (own: Buffer, other: Buffer) => Promise<Buffer> | Buffer, string]>([
    ['of another county', (_, other) => other, '其他县（市、区）'],
    [
      'whose hidden sheet says another month',
      (own) => tamperedWorkbook(own, 'B5', '2026-02'),
      '校验页被改动过',
    ],
    ['of another version of the template', (own) => tamperedWorkbook(own, 'B6', '9'), '校验页被改动过'],
    ['whose rows were moved', (own) => filledWorkbook(own, { B6: '别的项目' }), '增删或移动过'],
    [
      'that is none of ours',
      async () => Buffer.from(await (await opened(await plain())).xlsx.writeBuffer()),
      '不是从本系统下载',
    ],
  ])('a workbook %s is refused whole, and told what to do', async (_, make, words) => {
    const own = await download('spending/yimen/2026-03', 'county-yimen');
    const other = await download('spending/eshan/2026-03', 'county-eshan');
    const answer = await upload('spending/yimen/2026-03', 'county-yimen', await make(own, other));
    expect([answer.status, answer.json<Problem>().errors?.[0]?.pointer]).toEqual([422, '/file']);
    expect(answer.text).toContain(words);
  });

  it('another kind and another month are told apart by name', async () => {
    const as = 'county-yimen';
    const workload = await download('workload/yimen/2026-03', as);
    const answer = await upload('spending/yimen/2026-03', as, workload);
    expect(answer.text).toContain('工作簿是2026年3月的工作量表');
  });

  it('over 20 MB is refused unread, and what is no workbook by its bytes too', async () => {
    const [path, as] = ['spending/yimen/2026-03', 'county-yimen'];
    expect((await upload(path, as, Buffer.alloc(21 * 1024 * 1024))).status).toBe(413);
    expect((await upload(path, as, Buffer.from('年,月'))).status).toBe(415);
  });

  it('a locked sheet takes no workbook, an approver uploads none, and no county sees another’s', async () => {
    const path = 'spending/xinping/2026-03';
    const workbook = await filledWorkbook(await download(path, 'county-xinping'), { F4: 20 });
    const preview = await previewed(path, 'county-xinping', workbook);
    expect((await upload(path, 'county-xinping-approver', workbook)).status).toBe(403);
    for (const url of [`${path}/workbook`, `${path}/workbook/${preview.id}/result`]) {
      expect((await server.request({ url: urlOf(url), as: 'county-hongta' })).status).toBe(404);
    }
    expect((await apply(path, 'county-hongta', preview.id)).status).toBe(404);
    expect((await apply('spending/xinping/2026-02', 'county-xinping', preview.id)).status).toBe(404);
    const old = 'spending/xinping/2025-03';
    const locked = await filledWorkbook(await download(old, 'county-xinping'), { F4: 20 });
    expect((await upload(old, 'county-xinping', locked)).status).toBe(409);
  });

  it('an uploaded workbook is kept as it was: no one changes or removes it, and it is taken over once', async () => {
    for (const statement of [
      `update sheet_import set sha256 = repeat('0', 64)`,
      'delete from sheet_import',
      'update sheet_import set applied_at = now() where applied_at is not null',
      `update sheet_import set applied_at = now(), applied_by = 'x' where errors > 0`,
    ]) {
      await expect(server.sql(statement)).rejects.toThrow();
    }
  });

  it('an inspection is filled by Excel too: conclusions from lists, carried ones shown', async () => {
    const [path, as] = ['inspection/hongta/2026-03', 'inspector'];
    const bytes = await download(path, as);
    const [table] = (await opened(bytes)).worksheets;
    expect(table?.getCell('G4').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"合格,不合格,不适用"'],
    });
    expect(table?.getCell('A1').text).toContain('2026年3月督查表');
    const sheet = await sheetOf(path, as);
    const index = sheet.items.findIndex(({ answer, unit }) => answer === 'conclusion' && unit === undefined);
    const preview = await previewed(path, as, await filledWorkbook(bytes, { [`G${index + 4}`]: '√' }));
    expect(preview.items[index]).toMatchObject({ change: 'new', after: '合格' });
  });
});

async function plain(): Promise<Buffer> {
  const { Workbook } = await import('@protobi/exceljs');
  const workbook = new Workbook();
  workbook.addWorksheet('表').addRow(['红塔区', 1]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
