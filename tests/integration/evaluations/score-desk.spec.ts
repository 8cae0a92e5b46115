import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import type { Problem } from '@yuheng/shared/contract/problem';
import type { ScoreFacts } from '@yuheng/shared/contract/score-sheets';
import { freely } from '../../api/cases/score-sendings';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { REMARK, ROUND, type ScoreRequests, scoreRequests } from './score-requests';

const said = (answer: TestAnswer): [number, string, (string | undefined)?] => {
  const { detail, errors } = answer.json<Problem & Record<string, unknown>>();
  return [answer.status, detail, errors?.[0]?.pointer];
};
const AS = 'evaluator-3';

describe('the workspace of an evaluator', () => {
  let server: TestServer;
  let ask: ScoreRequests;

  beforeAll(async () => {
    server = await startServer();
    ask = scoreRequests(server);
  });

  afterAll(() => server?.close());

  const box = { as: AS, county: 'hongta', indicator: 'satisfaction' };
  const versions = (indicator: string, county = 'hongta'): Promise<{ version: number; value: unknown }[]> =>
    server.sql(
      `select version, value from score_entry_version where account_id = $1 and county_id = $2 and indicator_id = $3 order by version`,
      [accountIdOf(AS), county, indicator],
    );

  it('opens with everything that the boxes need: criteria, what is computed, last year, what was entered', async () => {
    const desk = await ask.desk('evaluator-2');
    expect(desk.counties).toHaveLength(9);
    expect(desk.closed).toBeNull();
    const [hongta] = desk.counties;
    expect(hongta?.asked).toEqual(desk.leaves.map(({ id }) => id));
    expect(hongta?.sheet.state).toBe('submitted');
    expect(hongta?.computed['onPostRate']).toMatchObject({ state: 'scored', score: expect.any(String) });
    expect(desk.lastYear).toBe(2024);
    expect(hongta?.lastYear['satisfaction']?.score).toMatch(/^\d\.\d\d$/);
    const yuanjiang = desk.counties.at(-1);
    expect(yuanjiang?.sheet.state).toBe('open');
    expect(yuanjiang?.entries.map(({ indicator }) => indicator)).toEqual(['implementationBenefit']);
  });

  it('shows the facts of a county beside a box, with the explanation of what is computed', async () => {
    const url = `/api/evaluations/${ROUND}/score/hongta/onPostRate`;
    const facts = (await server.request({ url, as: AS })).json<ScoreFacts>();
    expect(facts.explanation?.result).toBeTruthy();
    expect(facts.inspections.length).toBeGreaterThan(6);
    expect(facts.money.received).toBeGreaterThan(0);
    expect(facts.entry.version).toBe(0);
  });

  it('computes satisfaction from the surveys of the round, and from too few answers nothing', async () => {
    await server.sql(
      `insert into evaluation_method (city_id, program_id, version, name, definition, published_on)
       select city_id, program_id, 7, name, (definition::jsonb || jsonb_build_object('indicators', (
         select jsonb_agg(case when i ->> 'id' = 'satisfaction'
           then i || '{"source": "metric", "rule": {"kind": "proportional", "target": "100", "direction": "atLeast"}}' else i end order by n)
         from jsonb_array_elements(definition::jsonb -> 'indicators') with ordinality as x(i, n)))), published_on
       from evaluation_method where program_id = 'assistants' and version = 1`,
    );
    const use = (version: number): Promise<void> =>
      freely(server, `update evaluation_round set method_version = ${version} where round_id = '${ROUND}'`);
    const factsOf = async (county: string): Promise<ScoreFacts> => {
      const url = `/api/evaluations/${ROUND}/score/${county}/satisfaction`;
      return (await server.request({ url, as: AS })).json<ScoreFacts>();
    };
    await use(7);
    const [enough, tooFew, none] = [
      await factsOf('hongta'),
      await factsOf('jiangchuan'),
      await factsOf('eshan'),
    ];
    await use(1);
    // On paper 33 of 36 were satisfied; of 27 valid answers no rate is computed.
    expect(enough.figures.find(({ id }) => id === 'satisfaction')).toMatchObject({
      actual: '91.67',
      score: '4.58',
    });
    expect(JSON.stringify(enough.explanation)).toContain('33 ÷ 36');
    expect(tooFew.figures.map(({ id }) => id)).not.toContain('satisfaction');
    expect(JSON.stringify(tooFew.explanation)).toMatch(/30/);
    expect(none.figures.map(({ id }) => id)).not.toContain('satisfaction');
  });

  it('keeps each entry as a version; over another one it is refused and both stand', async () => {
    const first = await ask.enter(box, { marks: '4.5' });
    expect(first.json()).toMatchObject({ county: 'hongta', entry: { version: 1, value: { marks: '4.5' } } });
    const second = await ask.enter({ ...box, version: 1 }, { marks: '4' }, { remarks: [REMARK] });
    expect(second.json()).toMatchObject({ entry: { version: 2, remarks: [REMARK] } });
    // The other tab still has the first version before it.
    const other = await ask.enter({ ...box, version: 1 }, { marks: '3' });
    expect(said(other)).toEqual([409, expect.stringContaining('现为第2版'), '/headers/if-match']);
    expect(await versions('satisfaction')).toEqual([
      { version: 1, value: { marks: '4.5' } },
      { version: 2, value: { marks: '4' } },
    ]);
  });

  it('sent again after its answer was lost, an entry is answered and stands once', async () => {
    const where = { ...box, county: 'eshan' };
    await ask.enter(where, { marks: '5' });
    const again = await ask.enter(where, { marks: '5' });
    expect([again.status, again.json<{ entry: { version: number } }>().entry.version]).toEqual([200, 1]);
    expect(await versions('satisfaction', 'eshan')).toHaveLength(1);
  });

  it('of two tabs at once on one box one is kept and the other is told', async () => {
    const where = { ...box, county: 'xinping' };
    const answers = await Promise.all([ask.enter(where, { marks: '4' }), ask.enter(where, { marks: '3' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('refuses a mark above the marks, one too fine, and a score on what another section holds', async () => {
    expect(said(await ask.enter({ ...box, version: 2 }, { marks: '5.5' }))).toEqual([
      422,
      '打分应当在0至5分之间，现为5.5，请改正。',
      '/value/marks',
    ]);
    expect(said(await ask.enter({ ...box, version: 2 }, { marks: '4.555' }))[1]).toBe(
      '打分最多保留2位小数，现为4.555，请改正。',
    );
    await server.sql(
      `delete from evaluation_assignment where account_id = $1 and section = 'process' and county_id = 'yimen'`,
      [accountIdOf(AS)],
    );
    const process = await ask.enter(
      { as: AS, county: 'yimen', indicator: 'earmarkedUse' },
      { finalScore: '9' },
    );
    expect(process.status).toBe(404);
  });

  it('refuses after the last day for marks, and by another version of the method, in words', async () => {
    await server.sql(`update evaluation_round set score_by = '2026-03-19' where round_id = $1`, [ROUND]);
    expect(said(await ask.enter({ ...box, version: 2 }, { marks: '5' }))).toEqual([
      409,
      '打分截止日期为2026年3月19日，现已超过，未予保存；确需补录的，请评价组织单位延长截止日期。',
      '/round',
    ]);
    expect((await ask.desk(AS)).closed?.zh).toContain('现已超过');
    await server.sql(`update evaluation_round set score_by = '2026-03-31' where round_id = $1`, [ROUND]);
    expect(said(await ask.enter({ ...box, version: 2 }, { marks: '5' }, { methodVersion: 2 }))).toEqual([
      409,
      expect.stringContaining('本批次现用评价办法第1版'),
      '/methodVersion',
    ]);
  });

  it('closes a county to a conflict, to who has not declared, and to who has left the team', async () => {
    const own = `account_id = '${accountIdOf(AS)}'`;
    const tonghai = { ...box, county: 'tonghai' };
    expect((await ask.desk(AS)).counties.map(({ id }) => id)).toContain('tonghai');
    const declarations = [{ county: 'tonghai', conflict: true, reason: '亲属任职' }];
    const url = `/api/evaluations/${ROUND}/declarations`;
    const declared = await server.request({ method: 'POST', url, as: AS, body: { declarations } });
    expect([declared.status, declared.text]).toEqual([200, expect.stringContaining('亲属任职')]);
    expect(said(await ask.enter(tonghai, { marks: '5' }))).toEqual([
      422,
      expect.stringContaining('应当回避'),
      '/county',
    ]);
    expect((await ask.desk(AS)).counties.map(({ id }) => id)).not.toContain('tonghai');
    await freely(server, `delete from interest_declaration where ${own} and county_id = 'huaning'`);
    expect(said(await ask.enter({ ...box, county: 'huaning' }, { marks: '5' }))[1]).toContain('申报');
    expect((await ask.desk(AS)).undeclared.map(({ id }) => id)).toEqual(['huaning']);
    await server.sql(
      `update round_member set withdrawn_on = '2026-03-19', withdrawn_reason = '工作变动' where ${own}`,
    );
    expect(said(await ask.enter({ ...box, version: 2 }, { marks: '5' }))).toEqual([
      422,
      expect.stringContaining('您已退出本评价批次'),
      '/round',
    ]);
    await server.sql(`update round_member set withdrawn_on = null, withdrawn_reason = null where ${own}`);
  });

  it('confirms computed scores as they were seen, all in one act or none', async () => {
    const { counties } = await ask.desk(AS);
    const seen = counties.slice(0, 2).map(({ id, computed }) => ({
      county: id,
      indicator: 'onPostRate',
      version: 0,
      score: computed['onPostRate']?.score,
    }));
    const wrong = await ask.confirm(AS, [seen[0] as object, { ...seen[1], score: '0.01' }]);
    expect(said(wrong)).toEqual([422, expect.stringContaining('请刷新页面'), '/entries/1/score']);
    expect(await versions('onPostRate')).toEqual([]);
    expect((await ask.confirm(AS, seen)).status).toBe(200);
    expect(await versions('onPostRate')).toEqual([{ version: 1, value: { computed: seen[0]?.score } }]);
  });

  it('keeps what was entered out of the audit trail: its digest proves it', async () => {
    const [entry] = await server.sql<{ content: string }>(
      `select content::text as content from audit_entry where act = 'score.enter' and outcome = 'done' order by seq desc limit 1`,
    );
    expect(entry?.content).toMatch(/sha256/);
    expect(entry?.content).not.toMatch(/marks|"4"/);
  });
});
