import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { Client } from 'pg';
import { countOf, under } from '../../support/row-security';
import { startServer, type TestServer } from '../../support/server';
import { REMARK, ROUND, type ScoreRequests, scoreRequests } from './score-requests';

const AS = 'evaluator-3';
const OWN = accountIdOf(AS);
const CITY = '530400';

describe('submitting the sheet of a county', () => {
  let server: TestServer;
  let app: Client;
  let ask: ScoreRequests;

  beforeAll(async () => {
    server = await startServer();
    ask = scoreRequests(server);
    app = new Client({ connectionString: server.database.appUrl });
    await app.connect();
  });

  afterAll(async () => {
    await app?.end();
    await server?.close();
  });

  const marks = (county: string): Promise<{ indicator: string; kind: string; marks: string }[]> =>
    server.sql(
      `select indicator_id as indicator, kind, marks::text as marks, reason from evaluator_mark
       where account_id = $1 and county_id = $2 and round_id = $3 order by 1`,
      [OWN, county, ROUND],
    );
  const sheetUrl = (county: string): string => `/api/evaluations/${ROUND}/score-sheets/${county}/${OWN}`;
  const find = async (as: string, county: string): Promise<number> =>
    (await server.request({ url: sheetUrl(county), as })).status;
  const reopen = (version: number, as = 'lead-evaluator') =>
    server.request({
      method: 'POST',
      url: `${sheetUrl('hongta')}/reopening`,
      as,
      headers: { 'if-match': `"${version}"` },
      body: { reason: '扣分依据需要补充。' },
    });

  it('with gaps is refused, and each gap is named with its indicator', async () => {
    await ask.enter({ as: AS, county: 'hongta', indicator: 'satisfaction' }, { marks: '4' });
    const answer = await ask.submit(AS, 'hongta');
    const { detail, errors } = answer.json<{
      detail: string;
      errors: { pointer: string; detail: string }[];
    }>();
    expect([answer.status, detail]).toEqual([422, expect.stringContaining('未予提交')]);
    expect(errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([
        '/satisfaction/remarks',
        '/implementationBenefit/value',
        '/onPostRate/confirmed',
      ]),
    );
    expect(await marks('hongta')).toEqual([]);
  });

  it('nobody else reads an entry before it is submitted, by the program or by the database', async () => {
    for (const as of ['evaluator-1', 'lead-evaluator', 'leader', 'officer-1', 'finance'])
      expect([as, await find(as, 'hongta')]).toEqual([as, 404]);
    const scopes = [
      { counties: ['hongta'], account: accountIdOf('evaluator-1') },
      { counties: ['hongta'], account: accountIdOf('lead-evaluator') },
      { counties: ['hongta'], city: CITY, account: accountIdOf('officer-1') },
      { counties: ['hongta'], account: accountIdOf('county-hongta') },
    ];
    for (const scope of scopes)
      for (const table of ['score_entry', 'score_entry_version'])
        expect(await under(app, scope, `select 1 from ${table} where account_id = '${OWN}'`)).toEqual([]);
    expect(await countOf(app, 'score_entry', { account: OWN })).toBe(1);
  });

  it('signed with the wrong password nothing is submitted', async () => {
    await ask.complete(AS, 'hongta');
    const answer = await ask.submit(AS, 'hongta', { password: 'not the password' });
    expect([answer.status, answer.json()['type']]).toEqual([401, '/problems/wrong-credentials']);
    expect(await marks('hongta')).toEqual([]);
  });

  it('sent twice is done once: marks, confirmations and the signature', async () => {
    const exception = { finalScore: '9' };
    const desk = await ask.desk(AS);
    const before = desk.counties[0]?.entries.find(({ indicator }) => indicator === 'earmarkedUse');
    await ask.enter(
      { as: AS, county: 'hongta', indicator: 'earmarkedUse', version: before?.version ?? 0 },
      exception,
      { remarks: [REMARK] },
    );
    const [first, second] = await Promise.all(
      [1, 2].map(() => ask.submit(AS, 'hongta', { version: 1, key: 'submission-of-hongta-1' })),
    );
    expect([first?.status, second?.status].sort()).toEqual([200, 200]);
    expect(second?.text).toBe(first?.text);
    const submitted = await marks('hongta');
    expect(submitted).toHaveLength(desk.leaves.length);
    expect(submitted.find(({ indicator }) => indicator === 'earmarkedUse')).toEqual({
      indicator: 'earmarkedUse',
      kind: 'exception',
      marks: '9.00',
      reason: '台账不完整；3月缺记录；评分标准（第3页）',
    });
    expect(submitted.filter(({ kind }) => kind === 'mark').map(({ indicator }) => indicator)).toEqual([
      'implementationBenefit',
      'satisfaction',
    ]);
    const [sheet] = await server.sql(
      `select state, signed_name, sha256 ~ '^[0-9a-f]{64}$' as hashed, statement like '本人确认%' as stated from score_sheet
       where account_id = $1 and county_id = 'hongta'`,
      [OWN],
    );
    expect(sheet).toEqual({ state: 'submitted', signed_name: '演示·评价人员三', hashed: true, stated: true });
  });

  it('locks every entry, for the program and for the database', async () => {
    const answer = await ask.enter(
      { as: AS, county: 'hongta', indicator: 'satisfaction', version: 2 },
      { marks: '3' },
    );
    expect([answer.status, answer.json()['detail']]).toEqual([409, expect.stringContaining('已提交并锁定')]);
    await expect(
      under(app, { account: OWN }, `update score_entry set version = version + 1 where county_id = 'hongta'`),
    ).rejects.toThrow(/locked/);
  });

  it('shows what was submitted to who leads the round and to the bureaus, and to no other evaluator', async () => {
    for (const as of ['lead-evaluator', 'leader', 'officer-1'])
      expect([as, await find(as, 'hongta')]).toEqual([as, 200]);
    for (const as of ['evaluator-1', 'evaluator-2'])
      expect([as, await find(as, 'hongta')]).toEqual([as, 404]);
  });

  it('who leads the round and marks the county too sees nothing of it before the own sheet is submitted', async () => {
    const lead = accountIdOf('lead-evaluator');
    await server.sql(
      `insert into evaluation_assignment (city_id, round_id, county_id, section, account_id, turn)
       values ($1, $2, 'hongta', 'benefit', $3, 'second')`,
      [CITY, ROUND, lead],
    );
    expect(await find('lead-evaluator', 'hongta')).toBe(404);
    expect(
      await under(
        app,
        { counties: ['hongta'], account: lead },
        `select 1 from evaluator_mark where account_id = '${OWN}' and round_id = '${ROUND}'`,
      ),
    ).toEqual([]);
    await server.sql('delete from evaluation_assignment where account_id = $1', [lead]);
  });

  it('is given back by who leads the round, with the reason: its marks count no more, its papers stay', async () => {
    expect((await reopen(1)).status).toBe(409);
    const answer = await reopen(2);
    expect(answer.json()).toMatchObject({
      sheet: { state: 'reopened', version: 3, reopenReason: '扣分依据需要补充。' },
    });
    expect(await marks('hongta')).toEqual([]);
    expect(await find('leader', 'hongta')).toBe(404);
    expect((await reopen(3)).status).toBe(409);
    const again = await ask.submit(AS, 'hongta');
    expect(again.json()).toMatchObject({ sheet: { state: 'submitted', version: 4 } });
    expect(await marks('hongta')).not.toEqual([]);
  });

  it('bureau staff write no mark, whatever the statement', async () => {
    const scope = { counties: ['hongta'], city: CITY, account: accountIdOf('officer-1') };
    const copy = `insert into evaluator_mark select (jsonb_populate_record(m, '{"indicator_id":"onPostRate2"}')).* from evaluator_mark m limit 1`;
    await expect(under(app, scope, copy)).rejects.toThrow(/row-level security/);
    await expect(under(app, scope, 'update evaluator_mark set marks = 5')).rejects.toThrow(
      /permission denied/,
    );
    expect(
      await under(app, scope, 'with gone as (delete from evaluator_mark returning 1) select * from gone'),
    ).toEqual([]);
  });
});
