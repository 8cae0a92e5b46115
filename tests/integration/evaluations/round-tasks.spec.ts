import type { DutyPage } from '@yuheng/shared/contract/duties';
import type { Overview } from '@yuheng/shared/contract/overview';
import { givenRound, ROUND } from '../../support/given-round';
import { startServer, type TestServer } from '../../support/server';

type Task = Overview['needsYou'][number];

/** Kinds that come from rounds and yearly forms; the rest of 需要您办 is of the year's figures. */
const OF_ROUNDS = [
  ...['answerEvidence', 'provideDocuments', 'reply', 'mendSelfEvaluation', 'writeSelfEvaluation'],
  ...['reviewSelfEvaluations', 'finalise', 'declare', 'score', 'scoreThird', 'returnPacks', 'assignThird'],
  ...['deliberate', 'rule', 'reviewMidYear', 'mendMidYear', 'writeMidYear'],
];
const RECHECK = `evaluation_round where kind = 'financeEvaluation' and year = 2025`;

describe('what waits in evaluation rounds', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.close());

  const needs = async (as: string): Promise<Task[]> => {
    const answer = await server.request({ url: '/api/overview?program=assistants&year=2026', as });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.json<Overview>().needsYou.filter(({ kind }) => OF_ROUNDS.includes(kind));
  };
  const listed = async (as: string): Promise<Task[]> => {
    const answer = await server.request({ url: '/api/evaluation-tasks?program=assistants', as });
    return answer.json<{ tasks: Task[] }>().tasks;
  };
  const one = async (as: string, kind: string): Promise<Task | undefined> =>
    (await needs(as)).find((task) => task.kind === kind);
  const inRound = async (as: string, round = ROUND): Promise<[string, number, number][]> =>
    (await listed(as))
      .filter(({ link }) => link?.includes(round))
      .map(({ kind, count, overdue }) => [kind, count, overdue]);
  const duties = async (as: string, rule: string): Promise<DutyPage['duties']> => {
    const query = 'program=assistants&from=2026-01-01&to=2026-12-31';
    const answer = await server.request({ url: `/api/duties?${query}`, as });
    return answer.json<DutyPage>().duties.filter((duty) => duty.rule === rule && duty.own);
  };
  const counted = async (as: string): Promise<number> => {
    const counts = (await server.request({ url: '/api/duties/count?program=assistants', as })).json<
      DutyPage['counts']['own']
    >();
    return counts.overdue + counts.dueSoon + counts.asked;
  };
  const act = async (
    as: string,
    url: string,
    body: object,
    version: number,
    method: 'POST' | 'PUT' = 'POST',
  ) => {
    const headers = { 'if-match': `"${version}"` };
    const answer = await server.request({ method, url, as, headers, body });
    if (answer.status !== 200) throw new Error(answer.text);
  };

  it('an evidence request is the county’s to do from the day it is asked, is marked once overdue, and done when answered', async () => {
    const before = await counted('county-huaning');
    const [asked] = await server.sql<{ id: string }>(
      `insert into evidence_request (city_id, round_id, county_id, request_id, indicator_id, account_id, text, due_on, asked_at, version, evidence)
       select city_id, round_id, 'huaning', gen_random_uuid(), 'satisfaction', (select account_id from account where username = 'evaluator-1'),
         '请补充问卷原件', due::date, now(), 1, '[]' from ${RECHECK.replace(' where', `, unnest(array['2026-03-19', '2026-05-29']) due where`)}
       returning request_id as id`,
    );
    expect(
      (await duties('county-huaning', 'evidenceRequest')).map(({ dueOn, state }) => [dueOn, state]),
    ).toEqual([
      ['2026-03-19', 'overdue'],
      ['2026-05-29', 'asked'],
    ]);
    expect(await counted('county-huaning')).toBe(before + 2);
    expect(await one('county-huaning', 'answerEvidence')).toMatchObject({
      ...{ count: 2, overdue: 1 },
      text: {
        zh: '2025 年度财政评价：评价组要求补充佐证 2 项，待答复（期限2026年3月19日，其中 1 项已逾期）',
      },
    });
    expect(await one('county-huaning-approver', 'answerEvidence')).toBeUndefined();
    expect(await one('county-hongta', 'answerEvidence')).toBeUndefined();
    const body = { text: '已补充上传', evidence: [] };
    await act('county-huaning', `/api/evidence-requests/${asked?.id}/answer`, body, 1);
    expect(await one('county-huaning', 'answerEvidence')).toMatchObject({ count: 1, overdue: 0 });
    // Answered on a real day after the day of the data, it is late by that day, and done.
    expect((await duties('county-huaning', 'evidenceRequest')).map(({ state }) => state)).toEqual([
      'late',
      'asked',
    ]);
    expect(await counted('county-huaning')).toBe(before + 1);
  });

  it('documents asked for before a visit are one duty of their day, until the last is handed in or not needed', async () => {
    const [recheck] = await server.sql<{ id: string }>(`select round_id as id from ${RECHECK}`);
    const url = `/api/evaluations/${recheck?.id}/fieldwork/tonghai/documents`;
    await server.sql(`delete from document_request where county_id = 'tonghai'`);
    const ask = { documents: ['甲', '乙'].map((title) => ({ indicator: null, title })), dueOn: '2026-03-26' };
    const answer = await server.request({ method: 'POST', url, as: 'officer-1', body: ask });
    const ids = answer.json<{ documents: { id: string }[] }>().documents.map(({ id }) => id);
    expect(
      (await duties('county-tonghai', 'documentRequest')).map(({ dueOn, state }) => [dueOn, state]),
    ).toEqual([['2026-03-26', 'dueSoon']]);
    expect(await one('county-tonghai', 'provideDocuments')).toMatchObject({ count: 2, overdue: 0 });
    for (const [index, id] of ids.entries()) {
      expect((await one('county-tonghai', 'provideDocuments'))?.count).toBe(2 - index);
      await act('county-tonghai', `${url}/${id}`, { state: 'received', note: '已寄送' }, 1, 'PUT');
    }
    expect(await one('county-tonghai', 'provideDocuments')).toBeUndefined();
    expect(
      (await duties('county-tonghai', 'documentRequest')).map(({ state, doneOn }) => [state, doneOn]),
    ).toEqual([['done', '2026-03-20']]);
  });

  it('a draft result open for replies is a duty of the county until it has handed in, or its day has passed', async () => {
    const replyOf = async (as: string) =>
      (await duties(as, 'reply')).filter(({ round }) => round === ROUND).map(({ state }) => state);
    let away = await givenRound(server, 'draft');
    expect([await replyOf('county-eshan'), await inRound('county-eshan')]).toEqual([
      ['dueSoon'],
      [['reply', 1, 0]],
    ]);
    // An opinion is written by the officer and handed in by the approver.
    expect(await inRound('county-eshan-approver')).toEqual([['reply', 1, 0]]);
    expect(await inRound('county-eshan-finance')).toEqual([]);
    const url = `/api/evaluations/${ROUND}/replies/eshan/submission`;
    await act('county-eshan-approver', url, { noOpinion: true }, 0);
    expect([await replyOf('county-eshan'), await inRound('county-eshan')]).toEqual([['done'], []]);
    await away();
    away = await givenRound(server, 'lapsed');
    expect([await replyOf('county-eshan'), await inRound('county-eshan')]).toEqual([['reminder'], []]);
    await away();
  });

  it('a self-evaluation is done when submitted, and open again with the reason when it is given back', async () => {
    const url = '/api/goals/assistants/eshan/2025/self-evaluation';
    const of = async () => (await duties('county-eshan', 'selfEvaluation')).find(({ year }) => year === 2025);
    expect(await of()).toMatchObject({ state: 'done', returnReason: null });
    expect(await one('county-eshan', 'writeSelfEvaluation')).toBeUndefined();
    await server.sql(
      `update self_evaluation set stage = 'submitted', approved_on = null, approved_by = null where county_id = 'eshan'`,
    );
    const review = await one('officer-1', 'reviewSelfEvaluations');
    expect(review?.count).toBeGreaterThan(0);
    const [form] = await server.sql<{ lock: number }>(
      `select lock from self_evaluation where county_id = 'eshan'`,
    );
    await act('officer-1', `${url}/return`, { reason: '请核对支出数' }, form?.lock ?? 0);
    expect(await of()).toMatchObject({ state: 'asked', doneOn: null, returnReason: '请核对支出数' });
    expect(await one('county-eshan', 'mendSelfEvaluation')).toMatchObject({ count: 1 });
    expect((await one('officer-1', 'reviewSelfEvaluations'))?.count ?? 0).toBe((review?.count ?? 0) - 1);
    await server.sql(`delete from self_evaluation where county_id = 'eshan'`);
    expect(await of()).toMatchObject({ state: 'notYet', returnReason: null });
    expect(await one('county-eshan', 'writeSelfEvaluation')).toMatchObject({ count: 1 });
  });

  it('a monitoring form is done when it is submitted', async () => {
    const of = async () =>
      (await duties('county-eshan', 'midYearMonitoring')).find(({ year }) => year === 2026)?.state;
    expect(await of()).toBe('notYet');
    await server.sql(
      `insert into mid_year_form (city_id, county_id, program_id, year, stage, answers, figures, lock, submitted_on, submitted_by)
       values ('530400', 'eshan', 'assistants', 2026, 'submitted', '[]', '{}', 1, '2026-03-19', 'county-eshan')`,
    );
    expect(await of()).toBe('done');
    expect(await one('officer-1', 'reviewMidYear')).toMatchObject({ count: 1 });
    expect(await one('leader', 'reviewMidYear')).toBeUndefined();
  });

  it('who organises a round is told when nothing but 定案 is left, and nobody else is', async () => {
    let away = await givenRound(server, 'submitted');
    expect(await inRound('finance')).toEqual([]);
    await away();
    away = await givenRound(server, 'answered');
    expect(await inRound('finance')).toEqual([['finalise', 1, 0]]);
    expect([await inRound('officer-1'), await inRound('leader')]).toEqual([[], []]);
    await away();
    away = await givenRound(server, 'final');
    expect(await inRound('finance')).toEqual([]);
    await away();
  });

  it('who leads a round is told of gaps for a third evaluator and of opinions to rule on, and a member of neither', async () => {
    let away = await givenRound(server, 'apart');
    expect(await inRound('lead-evaluator')).toEqual([['assignThird', 1, 0]]);
    expect(await inRound('evaluator-1')).toEqual([]);
    await away();
    away = await givenRound(server, 'submitted');
    expect(await inRound('lead-evaluator')).toEqual([['rule', 1, 0]]);
    await away();
  });

  it('an evaluator is told of interests to declare, sheets to hand in and packs to bring back', async () => {
    const [recheck] = await server.sql<{ id: string; by: string }>(
      `select round_id as id, score_by::text as by from ${RECHECK}`,
    );
    const id = recheck?.id ?? '';
    const tasks = async () => (await inRound('evaluator-3', id)).map(([kind]) => kind);
    const [open] = await server.sql<{ n: number }>(
      `select count(distinct county_id)::int as n from evaluation_assignment e join account a on a.account_id = e.account_id
       where round_id = $1 and username = 'evaluator-3'`,
      [id],
    );
    expect(await inRound('evaluator-3', id)).toEqual([['score', open?.n, 0]]);
    await server.sql(
      `insert into score_pack (city_id, round_id, pack_id, account_id, issued_at, valid_until, method_version, manifest, sha256)
       select '530400', $1, gen_random_uuid(), account_id, now(), until::date, 1, '{}', repeat('0', 64)
       from account, unnest(array['2026-03-19', '2026-04-02']) until where username = 'evaluator-3'`,
      [id],
    );
    expect((await inRound('evaluator-3', id)).at(-1)).toEqual(['returnPacks', 1, 0]);
    await server.sql(
      `insert into score_pack_return (city_id, pack_id, return_id, account_id, file_name, sha256, content, result, read_at, applied_at)
       select city_id, pack_id, gen_random_uuid(), account_id, 'a.xlsx', sha256, '{}', '', now(), now() from score_pack
       where valid_until = '2026-04-02'`,
    );
    expect(await tasks()).toEqual(['score']);
    await server.sql(`do $$ begin
      perform set_config('session_replication_role', 'replica', true);
      delete from interest_declaration d using account a where a.account_id = d.account_id and username = 'evaluator-3'
        and d.round_id = '${id}';
    end $$`);
    expect(await tasks()).toEqual(['declare']);
  });
});
