import { AssistantNumbersReader } from '@yuheng/backend/roster/assistant-numbers';
import type { Roster } from '@yuheng/shared/contract/roster';
import type { RosterPreview } from '@yuheng/shared/contract/roster-imports';
import { Client } from 'pg';
import { inventedCard, inventedIdentityNumber } from '../../support/invented-numbers';
import { formOf, startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import { filledWorkbook, opened, tamperedWorkbook } from './filled-workbook';

type Cells = Readonly<Record<string, string | number | object | null>>;
const FIRST = 4;
const URL = '/api/roster/workbook';

describe('the roster of a county by Excel', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const rosterOf = async (county: string): Promise<Roster> =>
    (await server.request({ url: `/api/roster?county=${county}`, as: `county-${county}` })).json<Roster>();
  const downloaded = async (county: string): Promise<Buffer> =>
    (await server.request({ url: `${URL}?county=${county}`, as: `county-${county}` })).bytes;
  const filled = async (county: string, cells: Cells): Promise<Buffer> =>
    filledWorkbook(await downloaded(county), cells);
  const upload = (county: string, bytes: Buffer): Promise<TestAnswer> =>
    server.request({
      ...{ method: 'POST', url: `${URL}?county=${county}`, as: `county-${county}` },
      ...formOf(bytes, { name: '花名册.xlsx' }),
    });
  const previewed = async (county: string, bytes: Buffer): Promise<RosterPreview> => {
    const answer = await upload(county, bytes);
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return answer.json<RosterPreview>();
  };
  const take = (
    county: string,
    bytes: Buffer,
    digest: string,
    headers: Record<string, string> = {},
  ): Promise<TestAnswer> => {
    const form = formOf(bytes, { name: '花名册.xlsx' });
    return server.request({
      method: 'POST',
      url: `${URL}/application?county=${county}&digest=${digest}`,
      as: `county-${county}`,
      body: form.body,
      headers: { ...form.headers, ...headers },
    });
  };
  const cellsOf = ({ people }: RosterPreview) =>
    people.flatMap(({ cells }) =>
      cells.map(({ cell, change, before, after }) => [cell, change, before, after]),
    );
  const errorsOf = ({ people }: RosterPreview): Record<string, string> =>
    Object.fromEntries(
      people.flatMap(({ cells }) => cells.map(({ cell, error }) => [cell, error?.zh ?? ''])),
    );
  /** Somebody new in a row, with what else is wanted. */
  const person = (row: number, more: Cells = {}): Cells =>
    Object.fromEntries(
      Object.entries({
        ...{ B: `演示${row}`, C: inventedIdentityNumber(), D: inventedCard(), E: '劳务派遣', F: '局机关' },
        ...{ G: '2026/1/5', J: '２０２６年１月５日' },
        ...more,
      }).map(([letter, value]) => [`${letter}${row}`, value]),
    );

  it('is downloaded with who is recorded, numbers masked, choices as lists and the headings locked', async () => {
    const { people } = await rosterOf('eshan');
    const [table, hidden] = (await opened(await downloaded('eshan'))).worksheets;
    expect(table?.getCell('A1').text).toContain('峨山彝族自治县协勤人员花名册（演示数据）');
    const rows = people.map((_, at) => table?.getRow(FIRST + at));
    expect(rows.map((row) => row?.getCell(2).text).sort()).toEqual(people.map(({ name }) => name).sort());
    expect(rows.every((row) => /^(?:\d{6}\*{8}\d{3}[\dX])?$/.test(row?.getCell(3).text ?? ''))).toBe(true);
    expect([table?.getCell('B3').protection?.locked, table?.getCell('B4').protection?.locked]).toEqual([
      undefined,
      false,
    ]);
    const ranges = (
      table as unknown as { dataValidations: { model: Record<string, { formulae: string[] }> } }
    ).dataValidations.model;
    expect(JSON.stringify(ranges['E4'] ?? Object.values(ranges)[0])).toContain('劳动合同,劳务派遣');
    expect(hidden?.state).toBe('hidden');
  });

  it('untouched changes nothing', async () => {
    const bytes = await downloaded('eshan');
    const { people } = await rosterOf('eshan');
    expect(await previewed('eshan', bytes)).toMatchObject({
      ...{ entered: 0, changed: 0, same: people.length, errors: 0, people: [], marked: null },
    });
  });

  it('enters who is new and changes who is there, all at once, and the same file again changes nothing', async () => {
    const before = await rosterOf('yimen');
    const row = FIRST + before.people.length;
    const id = inventedIdentityNumber();
    const card = inventedCard();
    const bytes = await filled('yimen', {
      ...person(row, { C: id, D: card, I: 46027 }),
      B4: '改名人员',
      E4: '其他',
    });
    const preview = await previewed('yimen', bytes);
    expect(preview).toMatchObject({ entered: 1, changed: 1, same: before.people.length - 1, errors: 0 });
    expect(cellsOf(preview)).toEqual([
      ['B4', 'changed', expect.any(String), '改名人员'],
      ['E4', 'changed', expect.any(String), '其他'],
      [`B${row}`, 'new', '', `演示${row}`],
      [`C${row}`, 'new', '', `${id.slice(0, 6)}********${id.slice(14)}`],
      [`D${row}`, 'new', '', expect.stringMatching(/^\d{6}\*+\d{4}$/)],
      [`E${row}`, 'new', '', '劳务派遣'],
      [`F${row}`, 'new', '', '局机关'],
      [`G${row}`, 'new', '', '2026-01-05'],
      [`I${row}`, 'new', '', '2026-01-05'],
      [`J${row}`, 'new', '', '2026-01-05'],
    ]);
    expect((await rosterOf('yimen')).people).toHaveLength(before.people.length);

    const headers = { 'idempotency-key': 'roster-import-1' };
    const [done, repeated] = [
      await take('yimen', bytes, preview.digest, headers),
      await take('yimen', bytes, preview.digest, headers),
    ];
    expect([done.status, done.json()]).toEqual([
      200,
      { entered: 1, changed: 1, same: before.people.length - 1 },
    ]);
    expect([repeated.status, repeated.json()]).toEqual([200, done.json()]);
    const after = await rosterOf('yimen');
    expect(after.people).toHaveLength(before.people.length + 1);
    expect(after.people.filter(({ name }) => name === '改名人员')).toHaveLength(1);
    expect(after.people.find(({ name }) => name === `演示${row}`)).toMatchObject({
      ...{
        employment: 'laborDispatch',
        office: null,
        contractFrom: '2026-01-05',
        insuredSince: '2026-01-05',
      },
      periods: [{ from: '2026-01-05', until: null, reason: null }],
    });

    const again = await previewed('yimen', bytes);
    expect(again).toMatchObject({ entered: 0, changed: 0, same: after.people.length, errors: 0, people: [] });
    expect((await take('yimen', bytes, again.digest)).json()).toMatchObject({ entered: 0, changed: 0 });
    expect((await take('yimen', bytes, preview.digest)).status).toBe(409);

    // Of the person the trail keeps the record's id, and neither name nor number; nothing of the file stays anywhere.
    const trail = JSON.stringify(await trailOf(server, 'roster.import', 'yimen'));
    expect(trail).toContain('"changed":["name","employment"]');
    expect(trail).not.toMatch(new RegExp(`${id}|${card}|演示|改名`));
    const [kept] = await server.sql<{ row: string }>(
      `select row_to_json(a)::text as row from assistant a where name = $1`,
      [`演示${row}`],
    );
    expect(kept?.row).not.toMatch(new RegExp(`${id}|${card}`));
  });

  it('with wrong cells says each with what to do, never repeats a number, hands the file back marked and takes nothing', async () => {
    const before = await rosterOf('tonghai');
    const [one, two, three] = [0, 1, 2].map((at) => FIRST + before.people.length + at) as [
      number,
      number,
      number,
    ];
    const id = inventedIdentityNumber();
    const wrongId = id.replace(/.$/, (last) => (last === '1' ? '2' : '1'));
    const bytes = await filled('tonghai', {
      ...person(one, {
        C: wrongId,
        D: Number('6228480402564890018'),
        E: '合同工',
        F: '城关司法所',
        G: wrongId,
      }),
      ...person(two, { C: id, H: '2025-12-31', K: '2026-02-28' }),
      ...person(three, { C: id, J: { formula: 'J5', result: '2026-01-05' } }),
      C4: '530402********0000',
      J5: '2031-01-01',
    });
    const preview = await previewed('tonghai', bytes);
    const errors = errorsOf(preview);
    expect(errors).toEqual({
      C4: expect.stringContaining('被“*”遮蔽'),
      J5: expect.stringContaining('尚未到来'),
      [`D${one}`]: expect.stringContaining('末几位已经丢失'),
      [`L${two}`]: expect.stringContaining('同时填写离岗原因'),
      [`J${three}`]: expect.stringContaining('公式'),
    });
    expect(JSON.stringify(preview.people)).not.toContain(wrongId);
    const mended = await previewed(
      'tonghai',
      await filledWorkbook(Buffer.from(preview.marked ?? '', 'base64'), {
        ...{ [`D${one}`]: '', [`L${two}`]: '辞职', [`J${three}`]: '2026-01-05' },
        ...{ C4: (await opened(await downloaded('tonghai'))).worksheets[0]?.getCell('C4').text ?? '' },
      }),
    );
    expect(errorsOf(mended)).toEqual({
      J5: expect.stringContaining('尚未到来'),
      [`C${one}`]: expect.stringContaining('校验位不符'),
      [`E${one}`]: expect.stringContaining('从列表中选择'),
      [`F${one}`]: expect.stringContaining('没有这个司法所'),
      [`G${one}`]: expect.stringContaining('不是可读的日期'),
      [`H${two}`]: expect.stringContaining('早于起始日期'),
      [`C${three}`]: expect.stringContaining(`与第${two}行是同一人`),
    });
    const [table] = (await opened(Buffer.from(mended.marked ?? '', 'base64'))).worksheets;
    expect(JSON.stringify(table?.getCell(`C${one}`).note)).toContain('校验位不符');
    expect(JSON.stringify(mended.people)).not.toContain(wrongId);
    const refused = await take('tonghai', bytes, preview.digest);
    expect(refused.status).toBe(422);
    expect(await rosterOf('tonghai')).toEqual(before);
  });

  it('takes one identity number for one person, also where recorded people are corrected to it', async () => {
    const row = FIRST + (await rosterOf('xinping')).people.length;
    const id = inventedIdentityNumber();
    const bytes = await filled('xinping', { C4: id, C5: id, ...person(row, { C: id }) });
    expect(errorsOf(await previewed('xinping', bytes))).toEqual({
      C4: '',
      C5: expect.stringContaining('与第4行是同一人'),
      [`C${row}`]: expect.stringContaining('与第4行是同一人'),
    });
  });

  it('waits for whoever changes one of its people by the form, and holds no identity number meanwhile', async () => {
    const id = inventedIdentityNumber();
    const bytes = await filled('yuanjiang', { C4: id });
    const { digest } = await previewed('yuanjiang', bytes);
    const form = new Client({ connectionString: server.database.adminUrl });
    await form.connect();
    await form.query('begin');
    await form.query(`select 1 from assistant where county_id = 'yuanjiang' for update`);
    const taken = take('yuanjiang', bytes, digest);
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await server.sql(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const hashes = server.app.get(AssistantNumbersReader).hashes(id);
    await form.query(`select on_post_elsewhere('yuanjiang', $1, '{}', '{}')`, [hashes]);
    await form.query('commit');
    await form.end();
    expect((await taken).json()).toMatchObject({ entered: 0, changed: 1 });
  });

  it('of somebody who comes back is another period, said beforehand; an end needs its reason', async () => {
    const { people } = await rosterOf('huaning');
    const left = await filled('huaning', { K4: '2026-02-28', L4: '合同期满' });
    const leaving = await previewed('huaning', left);
    expect(cellsOf(leaving)).toEqual([
      ['K4', 'new', '', '2026-02-28'],
      ['L4', 'new', '', '合同期满'],
    ]);
    expect((await take('huaning', left, leaving.digest)).status).toBe(200);
    const back = await filled('huaning', { J4: '2026-03-10', K4: null, L4: null });
    const coming = await previewed('huaning', back);
    expect(cellsOf(coming)).toEqual([['J4', 'new', '', '2026-03-10']]);
    expect(coming.remarks.map(({ zh }) => zh)).toEqual([expect.stringContaining('第4行')]);
    expect((await take('huaning', back, coming.digest)).status).toBe(200);
    const now = await rosterOf('huaning');
    expect(now.people).toHaveLength(people.length);
    expect(now.people.filter(({ periods }) => periods.at(-1)?.from === '2026-03-10')).toMatchObject([
      {
        periods: [
          { until: '2026-02-28', reason: '合同期满' },
          { from: '2026-03-10', until: null },
        ],
      },
    ]);
  });

  it('says where one bank card stands for two, with both names masked, and takes it', async () => {
    const card = inventedCard();
    const row = FIRST + (await rosterOf('chengjiang')).people.length;
    const bytes = await filled('chengjiang', {
      ...person(row, { B: '王甲乙', D: card }),
      ...person(row + 1, { B: '李丙', D: card }),
    });
    const preview = await previewed('chengjiang', bytes);
    const said = expect.stringMatching(/^李\*、王\*\*登记的是同一银行卡号（\d{6}\*+\d{4}）/);
    expect(preview.remarks.map(({ zh }) => zh)).toEqual([said]);
    expect((await take('chengjiang', bytes, preview.digest)).status).toBe(200);
    expect((await rosterOf('chengjiang')).remarks.map(({ zh }) => zh)).toEqual([said]);
  });

  it('overwrites nobody’s change: neither one after the download nor one after the preview', async () => {
    const bytes = await filled('jiangchuan', { B4: '甲某' });
    const preview = await previewed('jiangchuan', bytes);
    await server.sql(
      `update assistant set version = version + 1 where county_id = 'jiangchuan' and erased_at is null`,
    );
    const late = await take('jiangchuan', bytes, preview.digest);
    expect(late.status).toBe(422);
    expect(errorsOf(await previewed('jiangchuan', bytes))).toEqual({
      A4: expect.stringContaining('下载之后'),
    });
    const row = FIRST + (await rosterOf('jiangchuan')).people.length;
    const added = await filled('jiangchuan', person(row));
    const { digest } = await previewed('jiangchuan', added);
    const other = await filled('jiangchuan', person(row));
    expect((await take('jiangchuan', other, digest)).status).toBe(409);
    const [first, second] = await Promise.all([
      take('jiangchuan', added, digest),
      take('jiangchuan', added, digest),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
  });

  it('knows nobody who is on post in another county, and says neither where nor who', async () => {
    const id = inventedIdentityNumber();
    for (const county of ['hongta', 'xinping']) {
      const row = FIRST + (await rosterOf(county)).people.length;
      const bytes = await filled(county, person(row, { C: id }));
      const preview = await previewed(county, bytes);
      if (county === 'hongta') expect((await take(county, bytes, preview.digest)).status).toBe(200);
      else expect(Object.keys(errorsOf(preview))).toEqual([`C${row}`]);
      expect(JSON.stringify(preview.people)).not.toMatch(/红塔/);
    }
  });

  it.each<readonly [string, () => Promise<Buffer>, RegExp]>([
    ['another county’s', () => downloaded('hongta'), /其他县/],
    [
      'one whose hidden sheet was changed',
      async () => tamperedWorkbook(await downloaded('eshan'), 'B2', 'hongta'),
      /校验页被改动/,
    ],
    ['one whose columns were moved', () => filled('eshan', { C3: '身份证' }), /表头对不上/],
    [
      'a sheet’s',
      async () =>
        (
          await server.request({
            url: '/api/sheets/workload/eshan/2026-02/workbook?program=assistants',
            as: 'county-eshan',
          })
        ).bytes,
      /不是从本系统下载的花名册/,
    ],
  ])('is refused where the file is %s', async (_, made, said) => {
    const answer = await upload('eshan', await made());
    expect([answer.status, answer.text]).toEqual([422, expect.stringMatching(said)]);
  });

  it('with a cell far below is read as quickly as without', async () => {
    const preview = await previewed('eshan', await filled('eshan', { B1000000: '远处' }));
    expect(Object.keys(errorsOf(preview))).toContain('C1000000');
  });
});
