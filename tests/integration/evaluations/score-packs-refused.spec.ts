import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import type { Problem } from '@yuheng/shared/contract/problem';
import { freely } from '../../api/cases/score-sendings';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { bringBack, makePack, opened, PASSWORD, workbookOf } from './pack-requests';
import { ROUND } from './score-requests';

const AS = 'evaluator-3';
const OWN = `account_id = '${accountIdOf(AS)}'`;
const OF_ROUND = `round_id = '${ROUND}'`;

const said = (answer: TestAnswer): [number, string | undefined, string | undefined] => {
  const { errors } = answer.json<Problem>();
  return [answer.status, errors?.[0]?.pointer, errors?.[0]?.detail];
};

describe('a pack that is not taken back', () => {
  let server: TestServer;
  let pack: Buffer;
  let workbook: Buffer;

  beforeAll(async () => {
    server = await startServer();
    pack = (await makePack(server, AS)).bytes;
    workbook = await workbookOf(pack);
  });

  afterAll(() => server?.close());

  const edited = async (change: (workbook: Awaited<ReturnType<typeof opened>>) => void): Promise<Buffer> => {
    const book = await opened(workbook);
    change(book);
    return Buffer.from(await book.xlsx.writeBuffer());
  };

  it.each<[string, string, string, string, RegExp]>([
    [
      'after its own last day',
      `update score_pack set valid_until = '2026-03-19', manifest = jsonb_set(manifest, '{validUntil}', '"2026-03-19"')`,
      `update score_pack set valid_until = '2026-04-03', manifest = jsonb_set(manifest, '{validUntil}', '"2026-04-03"')`,
      '/file',
      /最迟应于2026年3月19日带回/,
    ],
    [
      'after the last day of the round',
      `update evaluation_round set score_by = '2026-03-19' where ${OF_ROUND}`,
      `update evaluation_round set score_by = '2026-03-31' where ${OF_ROUND}`,
      '/round',
      /打分截止日期为2026年3月19日/,
    ],
    [
      'once the round uses another method',
      `update score_pack set manifest = jsonb_set(manifest, '{methodVersion}', '2')`,
      `update score_pack set manifest = jsonb_set(manifest, '{methodVersion}', '1')`,
      '/file',
      /第2版生成，本批次现用第1版/,
    ],
    [
      'by who has left the team',
      `update round_member set withdrawn_on = '2026-03-19', withdrawn_reason = '工作变动' where ${OWN}`,
      `update round_member set withdrawn_on = null, withdrawn_reason = null where ${OWN}`,
      '/round',
      /已退出本评价批次/,
    ],
    [
      'where every county is in conflict',
      `update interest_declaration set conflict = true, reason = '亲属' where ${OWN}`,
      `update interest_declaration set conflict = false, reason = null where ${OWN}`,
      '/file',
      /都已不由您评价/,
    ],
    [
      'where no such pack is known',
      `delete from score_pack where ${OWN}`,
      'select 1',
      '/file',
      /没有这个打分包的记录/,
    ],
  ])('%s, with what to do', async (_, before, after, pointer, sentence) => {
    const kept = await server.sql<Record<string, unknown>>('select * from score_pack');
    await freely(server, before);
    const answer = said(await bringBack(server, AS, workbook));
    await freely(server, after);
    const rows = await server.sql('select 1 from score_pack');
    if (rows.length === 0) {
      await server.sql(
        'insert into score_pack select * from jsonb_populate_recordset(null::score_pack, $1)',
        [JSON.stringify(kept)],
      );
    }
    expect(answer).toEqual([expect.any(Number), pointer, expect.stringMatching(sentence)]);
    expect([409, 422]).toContain(answer[0]);
  });

  it('by another evaluator', async () => {
    expect(said(await bringBack(server, 'evaluator-2', workbook))).toEqual([
      422,
      '/file',
      expect.stringContaining('其他评价人员的打分包'),
    ]);
  });

  it('in another round', async () => {
    const url = '/api/evaluations/00000000-0000-4000-8000-000000000000/packs/previews';
    expect(said(await bringBack(server, AS, workbook, { url }))).toEqual([
      422,
      '/file',
      expect.stringContaining('其他评价批次的打分包'),
    ]);
  });

  it('whose hidden sheet was edited by hand, also with a hash to match', async () => {
    const plain = await edited((book) => {
      const cell = book.getWorksheet('玉衡校验')?.getCell(3, 1);
      if (cell) cell.value = String(cell.value).replace('"version":0', '"version":1');
    });
    expect(said(await bringBack(server, AS, plain))[2]).toMatch(/手工改动/);
    const { createHash } = await import('node:crypto');
    const hashed = await edited((book) => {
      const sheet = book.getWorksheet('玉衡校验');
      const text = String(sheet?.getCell(3, 1).value).replace('"version":0', '"version":1');
      if (!sheet) return;
      sheet.getCell(3, 1).value = text;
      sheet.getCell(2, 1).value = createHash('sha256').update(text).digest('hex');
    });
    expect(said(await bringBack(server, AS, hashed))[2]).toMatch(/手工改动/);
  });

  it('whose rows were moved, or whose hidden sheet is gone', async () => {
    const moved = await edited((book) => void book.getWorksheet('打分')?.spliceRows(5, 1));
    expect(said(await bringBack(server, AS, moved))[2]).toMatch(/增删、移动或者排序过/);
    const without = await edited((book) => book.removeWorksheet('玉衡校验'));
    expect(said(await bringBack(server, AS, without))[2]).toMatch(/不是打分包里的工作簿/);
  });

  it('that is damaged, or no pack at all', async () => {
    const broken = Buffer.from(pack);
    broken.writeUInt8(broken.readUInt8(400) ^ 1, 400);
    expect(said(await bringBack(server, AS, broken, { password: PASSWORD })).slice(0, 2)).toEqual([
      422,
      '/file',
    ]);
    expect((await bringBack(server, AS, Buffer.from('县,分数'))).status).toBe(415);
  });

  it('and none is made once scoring is over, or where every county is closed', async () => {
    await freely(server, `update evaluation_round set score_by = '2026-03-19' where ${OF_ROUND}`);
    expect((await makePack(server, AS)).status).toBe(409);
    await freely(
      server,
      `update evaluation_round set score_by = '2026-03-31' where ${OF_ROUND}`,
      `update interest_declaration set conflict = true, reason = '亲属' where ${OWN}`,
    );
    expect(said(await makePack(server, AS)).slice(0, 2)).toEqual([422, '/round']);
    await freely(server, `update interest_declaration set conflict = false, reason = null where ${OWN}`);
    expect((await makePack(server, AS, '短密码')).status).toBe(400);
  });
});
