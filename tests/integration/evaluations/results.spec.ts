import type { AgreementPage } from '@yuheng/shared/contract/deliberations';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import type { EvaluationResults } from '@yuheng/shared/contract/evaluation-results';
import type { Problem } from '@yuheng/shared/contract/problem';
import type { RepliesPage, ReplyLeaf } from '@yuheng/shared/contract/replies';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import { verify } from '../../golden/given-certificate';
import { givenRound, ROUND, type RoundStage } from '../../support/given-round';
import { startServer, type TestServer } from '../../support/server';

const URL = `/api/evaluations/${ROUND}`;
const COUNTIES = 'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');

describe('from the score sheets to the result', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.close());

  const stage = (one: RoundStage): Promise<unknown> => givenRound(server, one);
  const read = async <Answer>(way: string, as: string): Promise<Answer> =>
    (await server.request({ url: `${URL}${way}`, as })).json<Answer>();
  const send = (way: string, as: string, body: object, version?: number, method: 'POST' | 'PUT' = 'POST') =>
    server.request({
      method,
      url: `${URL}${way}`,
      as,
      body,
      ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
    });
  const leafOf = (page: RepliesPage, county: string, id = 'satisfaction'): ReplyLeaf =>
    page.counties.find((one) => one.county === county)?.leaves.find((one) => one.id === id) as ReplyLeaf;
  /** Every county but 红塔区 says that it has no opinion. */
  const noOpinions = async (): Promise<void> => {
    for (const county of COUNTIES.slice(1)) {
      const answer = await send(
        `/replies/${county}/submission`,
        `county-${county}-approver`,
        { noOpinion: true },
        0,
      );
      expect(answer.status).toBe(200);
    }
  };

  test('a county reads its scores from the day the draft is opened: never before, and never another county’s', async () => {
    await stage('scored');
    expect(await read<RepliesPage>('/replies', 'county-hongta')).toMatchObject({ draft: null, counties: [] });
    expect(await read<EvaluationResults>('/results', 'county-hongta')).toMatchObject({ stage: 'none' });
    const opened = (await send('/draft-results', 'finance', { replyBy: '2026-03-27' })).json<RepliesPage>();
    expect(opened.counties).toHaveLength(9);
    for (const as of ['finance', 'county-hongta', 'evaluator-1'])
      expect(await read('', as)).toMatchObject({ replyBy: '2026-03-27' });
    const own = await read<RepliesPage>('/replies', 'county-hongta');
    expect(own.counties.map(({ county }) => county)).toEqual(['hongta']);
    const run = own.draft?.run ?? '';
    const explain = (county: string, as: string) =>
      server.request({ url: `/api/scoring-runs/${run}/counties/${county}`, as });
    expect((await explain('hongta', 'county-hongta')).status).toBe(200);
    expect((await explain('yimen', 'county-hongta')).status).toBe(404);
    const draft = await read<EvaluationResults>('/results', 'county-hongta');
    expect(draft.counties.map(({ county, grade, rank }) => [county, grade, rank])).toEqual([
      ['hongta', null, null],
    ]);
  });

  test('a run that no county was shown is not read by any', async () => {
    await stage('scored');
    const made = await server.request({
      method: 'POST',
      url: '/api/scoring-runs',
      as: 'officer-1',
      body: { program: 'assistants', year: 2024, kind: 'financeEvaluation' },
    });
    const { id } = made.json<{ id: string }>();
    expect((await server.request({ url: `/api/scoring-runs/${id}`, as: 'county-hongta' })).status).toBe(404);
  });

  test('what a county writes is its own until another person hands it in', async () => {
    await stage('draft');
    await send('/replies/hongta/satisfaction', 'county-hongta', { text: '请核对问卷。' }, 0, 'PUT');
    expect(leafOf(await read<RepliesPage>('/replies', 'county-hongta'), 'hongta').reply?.text).toBe(
      '请核对问卷。',
    );
    for (const as of ['finance', 'lead-evaluator']) {
      expect(leafOf(await read<RepliesPage>('/replies', as), 'hongta').reply).toBeNull();
    }
    const both = await server.sql<{ account_id: string }>(
      `insert into account_role select account_id, 'countyApprover' from account where username = 'county-hongta' returning account_id`,
    );
    const alone = await send('/replies/hongta/submission', 'county-hongta', { noOpinion: false }, 1);
    expect([alone.status, alone.json()['detail']]).toEqual([422, '意见由您本人填写，应由另一位审核人提交。']);
    await server.sql(`delete from account_role where account_id = $1 and role = 'countyApprover'`, [
      both[0]?.account_id,
    ]);
    const handed = await send(
      '/replies/hongta/submission',
      'county-hongta-approver',
      { noOpinion: false },
      1,
    );
    expect(handed.status).toBe(200);
    expect(leafOf(await read<RepliesPage>('/replies', 'lead-evaluator'), 'hongta').reply).not.toBeNull();
  });

  test('a ruling that partly accepts is the score of the result, told beside the rule, and the certificate computes it', async () => {
    await stage('scored');
    await send('/draft-results', 'finance', { replyBy: '2026-03-27' });
    const before = leafOf(await read<RepliesPage>('/replies', 'county-hongta'), 'hongta');
    const [old, asked] = [Number(before.finalScore), 5];
    expect(old).toBeLessThan(asked - 0.2);
    const body = { text: '问卷漏计两份。', askedScore: String(asked) };
    await send('/replies/hongta/satisfaction', 'county-hongta', body, 0, 'PUT');
    await send('/replies/hongta/submission', 'county-hongta-approver', { noOpinion: false }, 1);
    await noOpinions();
    const unruled = await send('/finalisations', 'finance', {
      finalisedOn: '2026-03-20',
      documentNumber: '演示财函〔2026〕9号',
    });
    expect([unruled.status, unruled.json()['detail']]).toEqual([
      422,
      '还有1项未完成：红塔区对“满意度”的意见尚未作出采纳决定，请主评人逐条处理。',
    ]);
    const score = (old + 0.1).toFixed(2);
    const ruled = await send(
      '/replies/hongta/satisfaction/rulings',
      'lead-evaluator',
      { ruling: 'partlyAccepted', finalScore: score, reason: '漏计一份' },
      0,
    );
    expect(ruled.status).toBe(200);
    const early = await send('/finalisations', 'finance', {
      finalisedOn: '2026-03-20',
      documentNumber: '演示财函〔2026〕9号',
    });
    expect(early.json()['detail']).toBe('现在不能登记“定案”：下一步是“意见采纳情况”。');
    await server.sql(
      `insert into round_step values ('530400', $1, 99, 'rulings', '2026-03-20', null, null, null, false, 'finance', now())`,
      [ROUND],
    );
    const final = await send('/finalisations', 'finance', {
      finalisedOn: '2026-03-20',
      documentNumber: '演示财函〔2026〕9号',
    });
    expect(final.status).toBe(201);
    const result = final.json<EvaluationResults>();
    const hongta = result.counties.find(({ county }) => county === 'hongta');
    expect(hongta?.changed).toEqual([
      { indicator: 'satisfaction', name: expect.anything(), before: before.finalScore, after: score },
    ]);
    expect(hongta?.grade).not.toBeNull();
    const explained = await server.request({
      url: `/api/scoring-runs/${result.run}/counties/hongta`,
      as: 'county-hongta',
    });
    expect(explained.text).toContain(`意见部分采纳：得分定为${score}分。理由：漏计一份`);
    const certificate = await server.request({
      url: `/api/scoring-runs/${result.run}/certificate`,
      as: 'finance',
    });
    expect(verify(certificate.json())).toMatchObject({ ok: true, value: { valid: true } });
  });

  test('evaluated again, the new result stands beside the first, which its readers go on reading', async () => {
    await stage('final');
    const first = await read<EvaluationResults>('/results', 'county-hongta');
    expect(first).toMatchObject({ stage: 'finalised', number: 1 });
    expect((await send('/draft-results', 'finance', { replyBy: '2026-03-27' })).status).toBe(201);
    for (const county of COUNTIES) {
      await send(`/replies/${county}/submission`, `county-${county}-approver`, { noOpinion: true }, 0);
    }
    const again = await send('/finalisations', 'finance', {
      finalisedOn: '2026-03-20',
      documentNumber: '演示财函〔2026〕10号',
    });
    expect(again.json<EvaluationResults>()).toMatchObject({
      number: 2,
      documentNumber: '演示财函〔2026〕10号',
    });
    const former = await read<EvaluationResults>('/results?number=1', 'county-hongta');
    expect([former.number, former.run, former.counties[0]?.grade]).toEqual([
      1,
      first.run,
      first.counties[0]?.grade,
    ]);
  });

  test('asked again, the first exchange is read by its number with its opinions, in the words of its own result, and takes nothing more', async () => {
    await stage('again');
    await server.sql(
      `update evaluation_round e set finalised_on = f.finalised_on, document_number = f.document_number, finalised_run_id = f.run_id
       from round_finalisation f where f.round_id = e.round_id and e.round_id = $1`,
      [ROUND],
    );
    await server.sql(
      `insert into reply_sheet values ('530400', $1, 'hongta', 1, 1, 'submitted', 'county-hongta-approver', '2026-03-17')`,
      [ROUND],
    );
    await server.sql(
      `insert into county_reply values ('530400', $1, 'hongta', 1, 'satisfaction', '请再核对问卷。', null, '[]', 'county-hongta', '2026-03-17')`,
      [ROUND],
    );
    for (const as of ['lead-evaluator', 'county-hongta']) {
      const first = await read<RepliesPage>('/replies?number=1', as);
      expect(first.numbers.map(({ number }) => number)).toEqual([2, 1]);
      expect(first.draft).toMatchObject({
        number: 1,
        result: { number: 1, finalisedOn: '2026-03-19', documentNumber: '演示财函〔2026〕2号' },
      });
      expect(leafOf(first, 'hongta').reply?.text).toBe('请再核对问卷。');
      expect(first.counties.flatMap(({ acts }) => acts)).toEqual([]);
    }
    const newest = await read<RepliesPage>('/replies', 'county-hongta');
    expect(newest.draft).toMatchObject({ number: 2, result: null });
    expect(leafOf(newest, 'hongta').reply).toBeNull();
    expect(newest.counties[0]?.acts).toEqual(['write']);
    for (const as of ['finance', 'county-hongta']) {
      expect((await read<EvaluationRoundRecord>('', as)).sentence.zh).toBe(
        '已于2026年3月19日定案（演示财函〔2026〕2号）；2026年3月16日起再次征求意见（重新评价），期限2026年3月25日，再次定案前原结果不变。',
      );
    }
  });

  test('two who are apart go to a third and to 合议, which settles the score before the draft is opened', async () => {
    await stage('apart');
    const apart = await read<AgreementPage>('/agreement', 'lead-evaluator');
    expect(apart.sentence.zh).toBe('两人相差3分以上1项：待第三人复核1项，待合议0项，已合议0项。');
    const third = {
      county: 'hongta',
      indicator: 'satisfaction',
      account: nameBasedUuid('account/evaluator-3'),
    };
    await server.sql(
      `update interest_declaration set conflict = true, reason = '亲属任职' where round_id = $1 and county_id = 'hongta' and account_id = $2`,
      [ROUND, nameBasedUuid('account/evaluator-2')],
    );
    const conflicted = await send('/third-markers', 'lead-evaluator', {
      ...third,
      account: nameBasedUuid('account/evaluator-2'),
    });
    expect([conflicted.status, conflicted.json()['detail']]).toEqual([
      422,
      '演示·评价人员二已申报与该县（市、区）有利害关系，应当回避，请另选一人。',
    ]);
    const asked = (await send('/third-markers', 'lead-evaluator', third)).json<AgreementPage>();
    expect(asked.gaps[0]?.state).toBe('waitsForThird');
    const held = {
      county: 'hongta',
      indicator: 'satisfaction',
      heldOn: '2026-03-19',
      members: ['演示·评价人员一', '演示·主评人'],
      minutesNumber: '演示合议〔2026〕9号',
      text: '核对了问卷。',
      reason: '按复核后的问卷计分',
      finalScore: '3.5',
    };
    const settled = (await send('/deliberations', 'lead-evaluator', held)).json<AgreementPage>();
    expect(settled.gaps[0]).toMatchObject({
      state: 'settled',
      deliberations: [{ number: 1, finalScore: '3.5' }],
    });
    // The third no longer has to hand in what was settled without it.
    await server.sql(`delete from evaluation_assignment where round_id = $1`, [ROUND]);
    await send('/draft-results', 'finance', { replyBy: '2026-03-27' });
    expect(leafOf(await read<RepliesPage>('/replies', 'county-hongta'), 'hongta').finalScore).toBe('3.50');
  });

  test.each<[string, object, object, object, string]>([
    [
      'bands',
      {
        kind: 'bands',
        bands: [
          { label: '达成', from: '0.8', to: '1' },
          { label: '未达成', from: '0', to: '0.8' },
        ],
      },
      { band: '达成', ratio: '0.9' },
      { band: '达成', ratio: '0.5' },
      '/value/ratio',
    ],
    ['yesNo', { kind: 'yesNo' }, { met: true }, { met: ['a'] }, '/value/met'],
    [
      'deduction',
      { kind: 'deduction', perOccurrence: '1' },
      { occurrences: '2' },
      { occurrences: '1.5' },
      '/value/occurrences',
    ],
    [
      'veto',
      { kind: 'veto', capTotal: '59.99' },
      { occurred: true, documentNumber: '审〔2025〕3号' },
      { occurred: true },
      '/value/documentNumber',
    ],
  ])(
    'on a leaf of the rule %s 合议 settles on a value of its kind and on no score',
    async (kind, rule, value, wrong, at) => {
      await stage('apart');
      await server.sql(
        `with version as (select max(version) + 1 as next from evaluation_method where program_id = 'assistants'), made as (
         insert into evaluation_method (city_id, program_id, version, name, definition, published_on)
         select m.city_id, m.program_id, version.next, m.name, (m.definition::jsonb || jsonb_build_object('indicators', (
           select jsonb_agg(case when i ->> 'id' = 'satisfaction'
             then i || jsonb_build_object('rule', $1::jsonb) || case when $2 = 'veto' then '{"marks": 0}' else '{}' end::jsonb
             else i end order by n)
           from jsonb_array_elements(m.definition::jsonb -> 'indicators') with ordinality as x(i, n)))), m.published_on
         from evaluation_method m, version where m.program_id = 'assistants' and m.version = 1 returning version)
       update evaluation_round set method_version = (select version from made) where round_id = $3`,
        [JSON.stringify(rule), kind, ROUND],
      );
      await server.sql(
        `update evaluator_mark set value = case evaluator when 'evaluator-1' then $2::jsonb else '{"occurred": false}' end
       where round_id = $1 and county_id = 'hongta' and indicator_id = 'satisfaction'`,
        [ROUND, JSON.stringify(value)],
      );
      const held = {
        ...{
          county: 'hongta',
          indicator: 'satisfaction',
          heldOn: '2026-03-19',
          text: '核对了材料。',
          reason: '以文件为准',
        },
        ...{ members: ['演示·评价人员一', '演示·主评人'], minutesNumber: '演示合议〔2026〕9号' },
      };
      const gapOf = ({ gaps }: AgreementPage) => gaps.find(({ indicator }) => indicator === 'satisfaction');
      const before = gapOf(await read<AgreementPage>('/agreement', 'lead-evaluator'));
      expect(before).toMatchObject({ takes: 'value', leaf: { id: 'satisfaction', rule, by: 'people' } });
      const scored = await send('/deliberations', 'lead-evaluator', { ...held, finalScore: '3' });
      expect([scored.status, scored.json<Problem>().errors?.[0]?.pointer]).toEqual([422, '/finalScore']);
      const refused = await send('/deliberations', 'lead-evaluator', { ...held, value: wrong });
      expect([refused.status, refused.json<Problem>().errors?.[0]?.pointer]).toEqual([422, at]);
      const settled = gapOf(
        (await send('/deliberations', 'lead-evaluator', { ...held, value })).json<AgreementPage>(),
      );
      expect(settled).toMatchObject({ state: 'settled', deliberations: [{ value, finalScore: null }] });
    },
  );

  test('who leads the round does not reach a county with which a conflict was declared', async () => {
    await stage('submitted');
    await server.sql(
      `update interest_declaration set conflict = true, reason = '曾任职' where round_id = $1 and county_id = 'hongta' and account_id = $2`,
      [ROUND, nameBasedUuid('account/lead-evaluator')],
    );
    const page = await read<RepliesPage>('/replies', 'lead-evaluator');
    expect(page.counties.map(({ county }) => county)).not.toContain('hongta');
    const ruled = await send(
      '/replies/hongta/satisfaction/rulings',
      'lead-evaluator',
      { ruling: 'notAccepted', reason: '维持' },
      0,
    );
    expect(ruled.status).toBe(404);
  });

  test('a problem of the evaluation is rectified and checked again like every finding', async () => {
    await stage('final');
    const raised = await send('/findings', 'finance', {
      county: 'hongta',
      indicator: 'satisfaction',
      summary: '问卷样本不足',
      clause: '评价办法第八条',
      deadline: '2026-04-20',
    });
    const { id, itemName, clause } = raised.json<{ id: string; itemName: { zh: string }; clause: string }>();
    expect([itemName.zh, clause]).toEqual(['满意度', '评价办法第八条']);
    const rectified = await server.request({
      method: 'POST',
      url: `/api/findings/${id}/rectification`,
      as: 'county-hongta',
      headers: { 'if-match': '"1"' },
      body: { text: '已补充问卷。' },
    });
    expect(rectified.json()).toMatchObject({ state: 'rectified' });
    const closed = await server.request({
      method: 'POST',
      url: `/api/findings/${id}/recheck`,
      as: 'inspector',
      headers: { 'if-match': '"2"' },
      body: { passed: true, text: '已核对。' },
    });
    expect(closed.json()).toMatchObject({ state: 'closed' });
  });
});
