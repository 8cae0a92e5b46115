import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import { jpegWithPlace, PICTURE_DATA, PLACE } from '@yuheng/backend/fieldwork/given-pictures';
import type {
  CountyFieldwork,
  FieldPhoto,
  FieldRecordEntry,
  FieldSample,
} from '@yuheng/shared/contract/fieldwork-papers';
import { drawSample } from '@yuheng/shared/domain/evaluating/draw-sample';
import { createHash } from 'node:crypto';
import { formOf, startServer, type TestAnswer, type TestServer } from '../../support/server';

const RECHECK = nameBasedUuid('round/assistants/2025/financeEvaluation');
const BOARD = `/api/evaluations/${RECHECK}/fieldwork`;
const VISIT = {
  ...{ kind: 'visit', on: '2026-03-18', place: '会议室', evaluators: ['evaluator-1', 'evaluator-2'] },
  ...{ met: ['社区矫正科负责人'], notes: '查阅了工资发放表原件。' },
};
const SLIP = {
  ...{ kind: 'slip', on: '2026-03-18', place: '会议室', evaluators: ['evaluator-1', 'evaluator-2'] },
  ...{ provider: '华宁县司法局', subject: '工资发放时间', facts: '6月工资于7月9日发放。', attachments: [] },
};

interface Sent {
  readonly as?: string;
  readonly method?: 'POST' | 'PUT';
  readonly version?: number;
}

describe('fieldwork', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const read = (path: string, as: string): Promise<TestAnswer> =>
    server.request({ url: `${BOARD}/${path}`, as });
  const of = async (county: string, as: string): Promise<CountyFieldwork> => (await read(county, as)).json();
  const send = (
    path: string,
    body: unknown,
    { as = 'evaluator-1', method = 'POST', version = 1 }: Sent = {},
  ): Promise<TestAnswer> =>
    server.request({ method, url: `${BOARD}/${path}`, as, body, headers: { 'if-match': `"${version}"` } });
  const upload = (path: string, bytes: Buffer, as = 'evaluator-1'): Promise<TestAnswer> =>
    server.request({ method: 'POST', url: `${BOARD}/${path}`, as, ...formOf(bytes, { name: '现场.jpg' }) });
  const sign = (county: string, record: string, as: string, version = 1): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      ...{ url: `${BOARD}/${county}/records/${record}/signature`, as },
      headers: { 'if-match': `"${version}"` },
    });
  const PHOTO = 'photos?indicator=satisfaction&note=x&noSupervisedPerson=true';

  it('a photograph keeps its original to the byte, and leaves without the place where it was taken', async () => {
    const original = jpegWithPlace();
    const stored = (await upload(`hongta/${PHOTO}`, original)).json<FieldPhoto>();
    expect(stored.sha256).toBe(createHash('sha256').update(original).digest('hex'));
    const url = `hongta/photos/${stored.id}`;
    const copies = await Promise.all(['evaluator-2', 'officer-1', 'leader'].map((as) => read(url, as)));
    for (const { bytes, headers } of copies) {
      expect([bytes.includes(PLACE), bytes.includes('Exif'), bytes.includes(PICTURE_DATA)]).toEqual([
        false,
        false,
        true,
      ]);
      expect(headers['cache-control']).toBe('no-store');
    }
    const kept = await read(`${url}/original`, 'officer-1');
    expect(kept.bytes.equals(original)).toBe(true);
    const closed = await Promise.all(
      [
        [url, 'county-hongta'],
        [`${url}/original`, 'leader'],
      ].map(([path = '', as = '']) => read(path, as)),
    );
    expect(closed.map(({ status }) => status)).toEqual([403, 403]);
    await expect(server.sql(`update field_file set note = 'y'`)).rejects.toThrow(/append-only/);
  });

  it('a photograph that is taken away is gone for good, and its hash and the reason stay', async () => {
    const { id, sha256 } = (await upload(`hongta/${PHOTO}`, jpegWithPlace())).json<FieldPhoto>();
    await send(`hongta/photos/${id}/withdrawal`, { reason: '拍到无关人员' });
    const [row] = await server.sql(
      'select content, sha256, withdrawn_reason as reason from field_file where file_id = $1',
      [id],
    );
    expect(row).toEqual({ content: null, sha256, reason: '拍到无关人员' });
    expect((await read(`hongta/photos/${id}`, 'evaluator-1')).status).toBe(404);
  });

  it('a record is locked by the last of its signatures, which a change before that takes away', async () => {
    const { id } = (await send('tonghai/records', VISIT)).json<FieldRecordEntry>();
    await sign('tonghai', id, 'evaluator-1');
    const changed = await send(
      `tonghai/records/${id}`,
      { ...VISIT, notes: '补充查阅银行回单。' },
      { method: 'PUT' },
    );
    expect(changed.json<FieldRecordEntry>()).toMatchObject({ version: 2, lockedOn: null, signatures: [] });
    await sign('tonghai', id, 'evaluator-1', 2);
    const locked = (await sign('tonghai', id, 'evaluator-2', 2)).json<FieldRecordEntry>();
    expect(locked).toMatchObject({ version: 2, lockedOn: '2026-03-20', acts: [] });
    expect((await send(`tonghai/records/${id}`, VISIT, { method: 'PUT', version: 2 })).status).toBe(422);
    await expect(
      server.sql(`update field_record set content = '{}' where record_id = $1`, [id]),
    ).rejects.toThrow(/append-only/);
    const versions = await server.sql(
      'select content from field_record_version where record_id = $1 order by version',
      [id],
    );
    expect(versions).toMatchObject([{ content: VISIT }, { content: { notes: '补充查阅银行回单。' } }]);
  });

  it('the county sees what it was asked for and the slips that are signed, and nothing else of the fieldwork', async () => {
    await send('huaning/documents', {
      documents: [{ indicator: null, title: '制度文件' }],
      dueOn: '2026-03-27',
    });
    await send('huaning/records', VISIT);
    await upload(`huaning/${PHOTO}`, jpegWithPlace());
    await send('huaning/samples', { population: 'posts', size: 2 });
    const { id } = (await send('huaning/records', SLIP)).json<FieldRecordEntry>();
    expect((await of('huaning', 'county-huaning')).records).toEqual([]);
    await sign('huaning', id, 'evaluator-1');
    await sign('huaning', id, 'evaluator-2');
    await upload(`huaning/records/${id}/scan`, Buffer.from('%PDF-1.7'));
    const seen = await of('huaning', 'county-huaning');
    expect(seen).toMatchObject({
      reads: 'documentsAndSlips',
      acts: ['receive'],
      photos: [],
      samples: [],
      surveys: [],
    });
    expect(seen.documents.map(({ title }) => title)).toEqual(['制度文件']);
    expect(seen.records.map(({ content }) => content.kind)).toEqual(['slip']);
    const [scan] = seen.records[0]?.scans ?? [];
    expect((await read(`huaning/scans/${scan?.id}`, 'county-huaning')).text).toBe('%PDF-1.7');
    const foreign = ['huaning', `huaning/scans/${scan?.id}`].map((path) => read(path, 'county-hongta'));
    expect((await Promise.all(foreign)).map(({ status }) => status)).toEqual([404, 404]);
    const settle = (as: string) =>
      send(
        `huaning/documents/${seen.documents[0]?.id}`,
        { state: 'received', note: '已寄出' },
        { as, method: 'PUT' },
      );
    expect([(await settle('county-hongta')).status, (await settle('county-huaning')).status]).toEqual([
      404, 200,
    ]);
  });

  it('a scan uploaded by mistake is withdrawn with the reason: the team keeps it struck through, the county sees it no more', async () => {
    const record = (await send('eshan/records', SLIP)).json<FieldRecordEntry>();
    for (const as of ['evaluator-1', 'evaluator-2']) await sign('eshan', record.id, as);
    const scanned = (
      await upload(`eshan/records/${record.id}/scan`, Buffer.from('%PDF-1.7'))
    ).json<FieldRecordEntry>();
    const [scan] = scanned.scans;
    expect([scan?.withdrawn, scanned.acts]).toEqual([null, ['scan', 'withdrawScan']]);
    const path = `eshan/scans/${scan?.id}`;
    expect((await send(`${path}/withdrawal`, { reason: '' })).status).toBe(400);
    const gone = (
      await send(`${path}/withdrawal`, { reason: '误传了别县的扫描件' })
    ).json<FieldRecordEntry>();
    expect(gone.scans[0]?.withdrawn).toMatchObject({ on: '2026-03-20', reason: '误传了别县的扫描件' });
    expect(gone.acts).toEqual(['scan']);
    expect((await send(`${path}/withdrawal`, { reason: '再撤一次' })).status).toBe(422);
    expect((await read(path, 'evaluator-2')).text).toBe('%PDF-1.7');
    expect((await read(path, 'county-eshan')).status).toBe(404);
    const seen = (await of('eshan', 'county-eshan')).records.find(({ id }) => id === record.id);
    expect(seen?.scans).toEqual([]);
    await expect(
      server.sql(
        `update field_file set withdrawn_on = null, withdrawn_by = null, withdrawn_reason = null where file_id = $1`,
        [scan?.id],
      ),
    ).rejects.toThrow(/append-only/);
  });

  it('an evaluator with a conflict finds the county no more, and writes nothing there', async () => {
    expect((await of('yimen', 'evaluator-3')).evaluators.map(({ username }) => username)).toContain(
      'evaluator-3',
    );
    const declarations = [{ county: 'yimen', conflict: true, reason: '曾在该县任职' }];
    const url = `/api/evaluations/${RECHECK}/declarations`;
    const declared = await server.request({ method: 'POST', url, as: 'evaluator-3', body: { declarations } });
    expect(declared.status).toBe(200);
    expect((await read('yimen', 'evaluator-3')).status).toBe(404);
    expect((await send('yimen/records', VISIT, { as: 'evaluator-3' })).status).toBe(404);
    const { counties } = (await server.request({ url: BOARD, as: 'evaluator-3' })).json<{
      counties: { id: string }[];
    }>();
    expect(counties.map(({ id }) => id)).not.toContain('yimen');
    const named = await send('yimen/records', { ...VISIT, evaluators: ['evaluator-1', 'evaluator-3'] });
    expect(named.json<{ errors: { pointer: string }[] }>().errors[0]?.pointer).toBe('/evaluators/1');
  });

  it('anybody can compute a draw again from its members and its seed', async () => {
    const { members, drawn, seed } = (
      await send('eshan/samples', { population: 'posts', size: 4 })
    ).json<FieldSample>();
    expect(members.length).toBeGreaterThan(4);
    expect(drawSample({ members: members.map(({ id }) => id), size: 4, seed })).toEqual({
      ok: true,
      value: drawn,
    });
    expect(members.every(({ label }) => /^.\*.? · /.test(label))).toBe(true);
    const offices = (
      await send('eshan/samples', { population: 'justiceOffices', size: 2 })
    ).json<FieldSample>();
    expect([offices.number, offices.drawn.length]).toEqual([2, 2]);
    await expect(server.sql('update field_sample set seed = 1')).rejects.toThrow(/append-only/);
  });

  describe('a survey on line', () => {
    const links = async (county: string, count: number): Promise<{ survey: string; tokens: string[] }> => {
      const body = {
        kind: 'online',
        indicator: 'satisfaction',
        title: '问卷',
        audience: '司法所',
        questions: ['工资发放'],
        closesOn: '2026-03-25',
      };
      const survey = (await send(`${county}/surveys`, body)).json<{ id: string }>().id;
      const made = await send(`${county}/surveys/${survey}/links?count=${count}`, undefined);
      const { links } = made.json<{ links: { path: string; qrCode: string }[] }>();
      expect(links.every(({ qrCode }) => qrCode.startsWith('<svg'))).toBe(true);
      return { survey, tokens: links.map(({ path }) => path.split('/')[2] ?? '') };
    };
    const answer = (token: string): Promise<TestAnswer> =>
      server.request({
        method: 'POST',
        url: `/api/survey/${token}`,
        body: { choices: { overall: 4, q1: 2 } },
      });

    it('takes one answer a link, also where it is sent twice at once', async () => {
      const { survey, tokens } = await links('xinping', 1);
      const [token = ''] = tokens;
      const answers = await Promise.all([answer(token), answer(token)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
      expect((await server.request({ url: `/api/survey/${token}` })).status).toBe(404);
      expect(await server.sql('select 1 from survey_answer where survey_id = $1', [survey])).toHaveLength(1);
    });

    it('keeps of an answer what was chosen and the day; no row, and no entry of the trail, says by which link or when', async () => {
      const { survey, tokens } = await links('xinping', 2);
      const [before] = await server.sql<{ last: number }>('select max(seq)::int as last from audit_entry');
      await answer(tokens[0] ?? '');
      const rows = await server.sql<{ xmin: string; row: object }>(
        'select xmin::text, to_jsonb(a) as row from survey_answer a where survey_id = $1',
        [survey],
      );
      expect(rows.map(({ row }) => Object.keys(row).sort())).toEqual([
        ['answer_id', 'answered_on', 'choices', 'city_id', 'county_id', 'round_id', 'survey_id'],
      ]);
      expect(rows[0]?.row).toMatchObject({ answered_on: '2026-03-20', choices: { overall: 4, q1: 2 } });
      // Nor has any other row been written in the same transaction; the used link is gone.
      const tables = await server.sql<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public'`,
      );
      let touched = 0;
      for (const { name } of tables) {
        touched += (await server.sql(`select 1 from ${name} where xmin::text = $1`, [rows[0]?.xmin])).length;
      }
      expect(touched).toBe(1);
      expect(await server.sql('select 1 from survey_token where survey_id = $1', [survey])).toHaveLength(1);
      expect(
        (await server.sql<{ last: number }>('select max(seq)::int as last from audit_entry'))[0],
      ).toEqual(before);
    });

    it('shows how many answered while it is open, and after its last day no rate for 29 answers and one for 30', async () => {
      const results = [];
      for (const [county, count] of [
        ['yuanjiang', 29],
        ['chengjiang', 30],
      ] as const) {
        const { survey } = await links(county, 40);
        await server.sql(
          `insert into survey_answer select city_id, round_id, county_id, survey_id, gen_random_uuid(), '2026-03-20',
             jsonb_build_object('overall', case when n <= 27 then 5 else 3 end, 'q1', 4)
           from survey, generate_series(1, $2::int) n where survey_id = $1`,
          [survey, count],
        );
        const open = (await of(county, 'evaluator-1')).surveys.find(({ id }) => id === survey);
        expect(open).toMatchObject({ isClosed: false, valid: count, rate: null, choices: [] });
        await server.sql('alter table survey disable trigger tr_survey__kept');
        await server.sql(`update survey set closes_on = '2026-03-19' where survey_id = $1`, [survey]);
        await server.sql('alter table survey enable trigger tr_survey__kept');
        const closed = (await of(county, 'officer-1')).surveys.find(({ id }) => id === survey);
        results.push([closed?.rate, closed?.choices.length, closed?.sentence.zh]);
      }
      expect(results).toEqual([
        [null, 0, '发放40份、回收29份、有效29份，不足30份，样本不足，不计算满意度。'],
        ['90.00', 2, '发放40份、回收30份、有效30份，其中满意27份，满意度90.00%。'],
      ]);
    });

    it('is closed to answers after its last day', async () => {
      const { survey, tokens } = await links('jiangchuan', 1);
      await server.sql('alter table survey disable trigger tr_survey__kept');
      await server.sql(`update survey set closes_on = '2026-03-19' where survey_id = $1`, [survey]);
      await server.sql('alter table survey enable trigger tr_survey__kept');
      expect((await answer(tokens[0] ?? '')).status).toBe(404);
    });
  });
});
