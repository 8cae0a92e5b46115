import { createHash } from 'node:crypto';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { formOf, startServer, type TestAnswer, type TestServer } from '../support/server';

const PDF = Buffer.from('%PDF-1.7\n% bank voucher of February');
const ITEM = '/api/sheets/inspection/huaning/2026-02/items/staffOnPost';

interface Stored {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
}

describe('evidence', () => {
  let server: TestServer;
  let file: Stored;

  beforeAll(async () => {
    server = await startServer();
    file = (await store('huaning', 'inspector')).json<Stored>();
  });

  afterAll(() => server?.close());

  const store = (county: string, as: string, bytes = PDF, name = '凭证.pdf'): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      url: `/api/counties/${county}/evidence`,
      as,
      ...formOf(bytes, { name }),
    });
  const save = (evidence: object[], version: number, as = 'inspector'): Promise<TestAnswer> =>
    server.request({
      method: 'PUT',
      url: `${ITEM}?program=assistants`,
      as,
      headers: { 'if-match': `"${version}"` },
      body: { state: 'reported', conclusion: 'pass', value: '13', evidence },
    });
  const pointersOf = (answer: TestAnswer): string[] =>
    answer.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer);

  it('a document is stored with its checksum, and the same one again is the same one', async () => {
    expect(file).toMatchObject({
      name: '凭证.pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
      sha256: createHash('sha256').update(PDF).digest('hex'),
    });
    const again = await Promise.all([store('huaning', 'inspector'), store('huaning', 'county-huaning')]);
    expect(again.map((one) => one.json<Stored>().id)).toEqual([file.id, file.id]);
    expect(await server.sql(`select 1 from evidence_file where county_id = 'huaning'`)).toHaveLength(1);
  });

  it('is saved byte for byte, never shown as a page of ours, and only by who reads its county', async () => {
    const url = `/api/counties/huaning/evidence/${file.id}`;
    const answer = await server.request({ url, as: 'county-huaning-approver' });
    expect(answer.bytes.equals(PDF)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringContaining('attachment; filename='),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const answers = await Promise.all(
      ['county-hongta', 'system-admin', 'evaluator-1'].map((as) => server.request({ url, as })),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 403, 403]);
    const elsewhere = await server.request({
      url: `/api/counties/hongta/evidence/${file.id}`,
      as: 'leader',
    });
    expect(elsewhere.status).toBe(404);
  });

  it('nobody stores a document in a county that is not theirs', async () => {
    expect((await store('hongta', 'county-huaning')).status).toBe(404);
  });

  it('a value names a stored file, and its history keeps it', async () => {
    const evidence = [{ source: '银行凭证', page: '3', file: file.id }];
    expect((await save(evidence, 0)).status).toBe(200);
    const sheet = (
      await server.request({
        url: '/api/sheets/inspection/huaning/2026-02?program=assistants',
        as: 'county-huaning',
      })
    ).json<Sheet>();
    expect(sheet.items.find(({ id }) => id === 'staffOnPost')?.current?.evidence).toEqual(evidence);
    const history = await server.request({ url: `${ITEM}/history?program=assistants`, as: 'inspector' });
    expect(history.json()).toMatchObject({ versions: [{ version: 1, evidence }] });
  });

  it('the same value with its evidence, sent again after its answer was lost, stands once', async () => {
    const again = await save([{ source: '银行凭证', page: '3', file: file.id }], 0);
    expect([again.status, again.json<{ current: { version: number } }>().current.version]).toEqual([200, 1]);
  });

  it('a value names no file of another county, and none that nobody stored', async () => {
    const foreign = (await store('hongta', 'inspector')).json<Stored>();
    const unknown = '00000000-0000-4000-8000-000000000009';
    for (const id of [foreign.id, unknown]) {
      const answer = await save([{ source: '银行凭证', file: id }], 1);
      expect([answer.status, pointersOf(answer)]).toEqual([422, ['/evidence']]);
    }
  });

  it('a link is followed only by https', async () => {
    const unsafe = await save([{ source: 'http://files.example.gov.cn/12.pdf' }], 1);
    expect([unsafe.status, pointersOf(unsafe)]).toEqual([400, ['/evidence/0/source']]);
    expect((await save([{ source: 'https://files.example.gov.cn/12.pdf' }], 1)).status).toBe(200);
  });

  it('what was put right of a finding names a stored file of its county and no other', async () => {
    const insert = (county: string): Promise<unknown> =>
      server.sql(
        `insert into finding_event (city_id, county_id, program_id, month, item_id, number, act, acted_by, acted_at, text, evidence)
         select city_id, county_id, program_id, month, item_id, 99, 'rectify', 'county-' || county_id, now(), '已补发。',
           jsonb_build_array(jsonb_build_object('source', '凭证', 'file', $2::text))
         from finding where county_id = $1 limit 1 returning 1`,
        [county, file.id],
      );
    const [{ county } = { county: '' }] = await server.sql<{ county: string }>(
      `select county_id as county from finding where county_id <> 'huaning' limit 1`,
    );
    await expect(insert(county)).rejects.toThrow('the evidence is not stored');
  });

  it('a stored document is never changed nor removed', async () => {
    for (const statement of [
      `update evidence_file set file_name = 'x'`,
      'delete from evidence_file',
      'truncate evidence_file',
    ])
      await expect(server.sql(statement)).rejects.toThrow('append-only');
  });
});
