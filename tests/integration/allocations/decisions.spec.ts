import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import { certificateInput } from '@yuheng/shared/contract/engine/certificate';
import { verifyCertificate } from '@yuheng/shared/domain/certificates/verify-certificate';
import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { createHash } from 'node:crypto';
import { startServer, type TestServer } from '../../support/server';
import { AMENDS, CUT, DecisionDesk, DECISIONS, refusalsOf, SCAN } from '../../support/deciding';

const PROMULGATION = { step: 'promulgation', documentNumber: '演示司发〔2026〕12号' } as const;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a decision on a split', () => {
  let server: TestServer;
  let desk: DecisionDesk;

  beforeAll(async () => {
    server = await startServer();
    desk = new DecisionDesk(server);
  });

  const scenarioOf = async (id: string): Promise<AllocationScenario> =>
    (await server.request({ url: `/api/allocation-scenarios/${id}`, as: 'leader' })).json();

  afterEach(() => desk.forget());
  afterAll(() => server?.close());

  it('goes from submission to promulgation, says each step, and is 测算稿 until its end', async () => {
    const submitted = await desk.submitted();
    expect(submitted).toMatchObject({
      ...{
        stage: 'submitted',
        next: 'collectiveDecision',
        amends: AMENDS,
        documentNumber: null,
        notices: [],
      },
      label: { zh: '测算稿，不作为分配依据' },
      sentence: { zh: '2026年3月20日报送；已报送，待党组会（局长办公会）集体研究。' },
    });
    expect((await desk.read(submitted.id)).acts.map(({ act }) => act)).toEqual(['take', 'return']);
    expect((await desk.read(submitted.id, 'inspector')).acts).toEqual([]);
    const submittedScenario = await scenarioOf(submitted.scenario);
    const collective = await desk.step(submitted, {
      step: 'collectiveDecision',
      documentNumber: '会议纪要3号',
    });
    const countersigned = await desk.step(collective, { step: 'countersignature' });
    const entered = await desk.step(countersigned, PROMULGATION);
    expect(entered).toMatchObject({
      stage: 'countersigned',
      awaitingCheck: { number: 4 },
      documentNumber: null,
    });
    expect(await desk.notices('county-hongta')).toEqual([]);
    const decided = await desk.checked(entered);
    expect(decided).toMatchObject({
      ...{ stage: 'decided', next: null, acts: [], obstacles: [], decidedOn: '2026-03-20' },
      label: { zh: '演示司发〔2026〕12号（2026年3月20日印发）' },
      sentence: {
        zh: '2026年3月20日报送，2026年3月20日党组会（局长办公会）集体研究通过（会议纪要3号），2026年3月20日市财政局会签，2026年3月20日印发（演示司发〔2026〕12号）。',
      },
    });
    expect(decided.snapshotSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(decided.notices).toHaveLength(9);
    const list = await server.request({
      url: `${DECISIONS}?program=assistants&year=2026`,
      as: 'finance',
    });
    expect(list.json<{ decisions: object[] }>().decisions).toMatchObject([
      { id: decided.id, stage: 'decided', awaitingCheck: false },
    ]);
    const moments = [decided.submittedAt, ...decided.entries.map(({ enteredAt }) => enteredAt)];
    const checked = decided.entries.at(-1)?.checkedAt ?? '';
    for (const moment of [...moments, checked])
      expect(new Date(Date.parse(moment) + 8 * 3_600_000).toISOString()).toMatch(/^2026-03-20T/);
    expect(submittedScenario.document).toBeNull();
    expect((await scenarioOf(decided.scenario)).document?.zh).toBe(
      '演示司发〔2026〕12号（2026年3月20日印发）',
    );
  });

  it('locks what was decided: the snapshot holds run, settings, proposal, document and steps, and its hash is of them', async () => {
    const decided = await desk.decided();
    const [row] = await server.sql<{ snapshot: Record<string, unknown>; hash: string }>(
      'select snapshot, snapshot_sha256 as hash from allocation_decision',
    );
    const hash = sha256(canonicalJson(row?.snapshot as CanonicalValue));
    expect([row?.hash, decided.snapshotSha256]).toEqual([hash, hash]);
    expect(row?.snapshot).toMatchObject({
      document: {
        documentNumber: '演示司发〔2026〕12号',
        decidedOn: '2026-03-20',
        amends: AMENDS,
        corrects: null,
      },
      run: { id: decided.run, inputsSha256: decided.inputsSha256 },
      proposal: { pool: { posts: 150 } },
      stepsInForce: [1, 2, 3, 4],
    });
    expect((row?.snapshot['steps'] as object[])[3]).toMatchObject({
      enteredBy: 'officer-1',
      checkedBy: 'officer-2',
    });
    expect(row?.snapshot['settings']).toEqual(decided.settings);
    // Nobody changes it any more, the superuser included.
    for (const change of [
      `update allocation_decision set document_number = '另一文号'`,
      `update allocation_decision set run_id = gen_random_uuid()`,
      'delete from allocation_decision_entry',
      `update allocation_decision_entry set checked_by = 'leader' where number = 4`,
      `update allocation_decision_entry set taken_on = '2026-01-01'`,
      `update allocation_notice set content = '{}'`,
      'delete from issue_plan',
    ]) {
      await expect(server.sql(change)).rejects.toThrow(/append-only/);
    }
  });

  it('makes the run’s certificate name the document, and it still verifies', async () => {
    const certificate = async (run: string) =>
      (await server.request({ url: `/api/allocation-runs/${run}/certificate`, as: 'leader' })).json<{
        about: { marks: string[] };
      }>();
    const entered = await desk.promulgated();
    expect((await certificate(entered.run)).about.marks.at(-1)).toMatch(/^测算稿，不作为分配依据 /);
    const decided = await desk.checked(entered);
    const told = await certificate(decided.run);
    expect(told.about.marks.at(-1)).toMatch(/^演示司发〔2026〕12号（2026年3月20日印发） /);
    expect(verifyCertificate(certificateInput.parse(told), sha256)).toMatchObject({
      ok: true,
      value: { valid: true },
    });
    const shown = await server.request({ url: `/api/allocation-runs/${decided.run}`, as: 'leader' });
    expect(shown.json()).toMatchObject({ label: { zh: '演示司发〔2026〕12号（2026年3月20日印发）' } });
  });

  it('lays down the plan of issues, which the page of the money shows beside what was issued', async () => {
    const { proposal } = await desk.decided(undefined, { changes: { advancePercent: '40' } });
    const funds = await server.request({ url: '/api/funds?program=assistants&year=2026', as: 'finance' });
    const { plan } = funds.json<{
      plan: { sentence: { zh: string }; counties: Record<string, unknown>[] };
    }>();
    expect(plan.sentence.zh).toBe(
      '按演示司发〔2026〕12号（2026年3月20日印发），2026 年计划下达 180.00 万元，已下达 0.00 万元，尚有 180.00 万元待下达。',
    );
    expect(plan.counties).toHaveLength(9);
    for (const { county, fen, advanceFen, finalFen } of proposal.counties) {
      expect(plan.counties.find(({ id }) => id === county)).toMatchObject({
        ...{ advanceFen, finalFen, plannedFen: fen, issuedFen: 0, leftFen: fen },
      });
      expect(advanceFen).toBeGreaterThan(0);
    }
    const own = await server.request({ url: '/api/funds?program=assistants&year=2026', as: 'county-hongta' });
    expect(own.json<{ plan: { counties: { id: string }[] } }>().plan.counties.map(({ id }) => id)).toEqual([
      'hongta',
    ]);
  });

  it('is the split from which the next year starts, and part of the history', async () => {
    const { id, proposal } = await desk.decided(undefined, { changes: CUT });
    const question = await server.request({
      url: '/api/allocation-question?program=assistants&year=2027',
      as: 'officer-1',
    });
    const { lastSplit } = question.json<{
      lastSplit: { source: { zh: string }; counties: { county: string; posts: number }[] };
    }>();
    expect(lastSplit.source.zh).toBe('现行分配见演示司发〔2026〕12号（2026年3月20日印发）');
    expect(lastSplit.counties.find(({ county }) => county === 'hongta')?.posts).toBe(20);
    expect(lastSplit.counties.map(({ county, posts }) => [county, posts])).toEqual(
      proposal.counties.map(({ county, part }) => [county, part]),
    );
    const history = await server.request({ url: '/api/allocation-history?program=assistants', as: 'leader' });
    expect(history.json<{ years: object[] }>().years.at(-1)).toMatchObject({
      year: 2026,
      posts: 150,
      source: { kind: 'decision', decision: id },
    });
  });

  describe('is refused', () => {
    const no = (pointer: string, ...said: string[]) => [422, said.map((one) => `${pointer} ${one}`)];

    it('to the wrong role, and to the author whatever roles the account holds', async () => {
      const submitted = await desk.submitted();
      expect(
        refusalsOf(await desk.tryStep(submitted, { step: 'collectiveDecision' }, { as: 'finance' })),
      ).toEqual(no('/step', '“党组会（局长办公会）集体研究”由局领导办理，您的账号没有这一角色。'));
      await server.sql(
        `insert into account_role select account_id, 'leader' from account where username = 'officer-1'`,
      );
      const own = await desk.tryStep(submitted, { step: 'collectiveDecision' }, { as: 'officer-1' });
      await server.sql(
        `delete from account_role where role = 'leader' and account_id in
           (select account_id from account where username = 'officer-1')`,
      );
      expect(refusalsOf(own)).toEqual(
        no('/step', '本方案由您保存或报送，不能由您本人批准；请由另一人办理。'),
      );
      expect((await desk.read(submitted.id)).entries).toHaveLength(1);
    });

    it('out of order, on a day to come, and where number, scan or reason is missing', async () => {
      const submitted = await desk.submitted();
      expect(refusalsOf(await desk.tryStep(submitted, { step: 'countersignature' }))).toEqual(
        no('/step', '现在不能登记“财政会签”：下一步是“党组会（局长办公会）集体研究”。'),
      );
      const step = 'collectiveDecision';
      const tried = [
        await desk.tryStep(submitted, { step, on: '2026-03-21' }),
        await desk.tryStep(submitted, { step, on: '2026-03-19' }),
        await desk.tryStep(submitted, { step, outcome: 'returned' }),
        await desk.tryStep(submitted, { step, way: 'paper' }, { as: 'officer-1' }),
        await desk.tryStep(submitted, { step, file: '00000000-0000-4000-8000-000000000000' }),
      ];
      expect(tried.map((one) => refusalsOf(one)[1].map((said) => said.split(' ')[0]))).toEqual([
        ['/on'],
        ['/on'],
        ['/reason'],
        ['/documentNumber', '/file'],
        ['/file'],
      ]);
      expect(new Set(tried.map(({ status }) => status))).toEqual(new Set([422]));
    });

    it('without 人员安置意见 where persons on post would be fewer; the officer attaches it', async () => {
      const submitted = await desk.submitted(CUT);
      const { personsReduced } = submitted.proposal.peopleEffect;
      expect(personsReduced).toBeGreaterThan(0);
      const said = `本方案使在岗人员减少 ${personsReduced} 人，须先上传人员安置意见。`;
      expect(submitted.obstacles.map(({ zh }) => zh)).toEqual([said]);
      expect(refusalsOf(await desk.tryStep(submitted, { step: 'collectiveDecision' }))).toEqual(
        no('/step', said),
      );
      expect((await desk.tryUpload(submitted.id, { kind: 'staffingOpinion', as: 'leader' })).status).toBe(
        403,
      );
      const file = await desk.upload(submitted.id, { kind: 'staffingOpinion' });
      const attached = await desk.read(submitted.id);
      expect(attached).toMatchObject({ obstacles: [], staffingOpinion: { id: file, name: '签批件.pdf' } });
      expect((await desk.step(attached, { step: 'collectiveDecision' })).stage).toBe('collectivelyDecided');
    });

    it('once the scenario is stale, with the reason; a return is not', async () => {
      const saved = await desk.scenario();
      const submitted = await desk.submitted();
      await server.sql(
        `update workload_month set resettled = resettled + 1 where county_id = 'hongta' and month = '2025-11'`,
      );
      try {
        const stale = await desk.tryStep(submitted, { step: 'collectiveDecision' });
        expect(refusalsOf(stale)).toEqual([422, [expect.stringMatching(/^\/step 测算方案已过期/)]]);
        expect(refusalsOf(await desk.trySubmit(submitted.scenario))[0]).toBe(409);
        expect(refusalsOf(await desk.trySubmit(saved.id))).toEqual([
          422,
          [expect.stringMatching(/^\/scenario 测算方案已过期/)],
        ]);
        const returned = await desk.step(submitted, {
          ...{ step: 'collectiveDecision', outcome: 'returned', reason: '数据有更改' },
        });
        expect(refusalsOf(await desk.tryStep(returned, { step: 'submission' }))).toEqual([
          422,
          [expect.stringMatching(/^\/step 测算方案已过期/)],
        ]);
      } finally {
        await server.sql(
          `update workload_month set resettled = resettled - 1 where county_id = 'hongta' and month = '2025-11'`,
        );
      }
    });

    it('of a scenario that is before the bureau already, that is withdrawn or that there is not', async () => {
      const { id } = await desk.scenario();
      expect((await desk.trySubmit(id)).status).toBe(201);
      expect(refusalsOf(await desk.trySubmit(id))[0]).toBe(409);
      const other = await desk.scenario();
      await server.request({
        method: 'DELETE',
        url: `/api/allocation-scenarios/${other.id}`,
        as: 'officer-1',
      });
      expect((await desk.trySubmit(other.id)).status).toBe(404);
      expect((await desk.trySubmit('00000000-0000-4000-8000-000000000000')).status).toBe(404);
      const kept = await server.request({
        method: 'DELETE',
        url: `/api/allocation-scenarios/${id}`,
        as: 'officer-1',
      });
      expect(kept.status).toBe(422);
    });
  });

  it('is returned with its reason, submitted again by the officer, and goes the whole way anew', async () => {
    const submitted = await desk.submitted();
    const collective = await desk.step(submitted, { step: 'collectiveDecision' });
    const returned = await desk.step(collective, {
      ...{ step: 'countersignature', outcome: 'returned', reason: '请核对元江县在岗人数' },
    });
    expect(returned).toMatchObject({ stage: 'returned', next: 'submission' });
    expect(returned.sentence.zh).toContain('在“财政会签”一步退回：请核对元江县在岗人数');
    const again = await desk.step(returned, { step: 'submission' }, 'officer-2');
    expect(again).toMatchObject({ stage: 'submitted', next: 'collectiveDecision' });
    expect(again.entries).toHaveLength(4);
    expect((await desk.step(again, { step: 'collectiveDecision' })).stage).toBe('collectivelyDecided');
  });

  it('takes a step from paper once another person has compared it with the scan', async () => {
    const submitted = await desk.submitted();
    const file = await desk.upload(submitted.id, { as: 'finance' });
    const paper = { way: 'paper', documentNumber: '会议纪要〔2026〕3号', file } as const;
    const entered = await desk.step(submitted, { step: 'collectiveDecision', ...paper }, 'finance');
    expect(entered).toMatchObject({
      stage: 'submitted',
      awaitingCheck: { file: { id: file }, enteredBy: '演示·市财政经办人' },
    });
    expect(refusalsOf(await desk.tryStep(entered, { step: 'countersignature' }))[0]).toBe(422);
    expect(refusalsOf(await desk.tryCheck(entered, {}, { as: 'finance' }))).toEqual([
      422,
      ['/number 本条由您登记，须由另一人核对。'],
    ]);
    expect(refusalsOf(await desk.tryCheck(entered, { outcome: 'rejected' }))).toEqual([
      422,
      ['/reason 核对不符须写明哪里不符。'],
    ]);
    const rejected = await desk.tryCheck(entered, { outcome: 'rejected', reason: '纪要编号应为4号' });
    expect(rejected.json()).toMatchObject({
      ...{ stage: 'submitted', next: 'collectiveDecision', awaitingCheck: null },
      entries: [{}, { rejected: true, checkReason: '纪要编号应为4号' }],
    });
    const again = await desk.step(
      rejected.json(),
      { step: 'collectiveDecision', ...paper, documentNumber: '会议纪要〔2026〕4号' },
      'finance',
    );
    expect(await desk.checked(again)).toMatchObject({
      stage: 'collectivelyDecided',
      next: 'countersignature',
    });
    const scan = await server.request({ url: `${DECISIONS}/${submitted.id}/files/${file}`, as: 'leader' });
    expect([scan.status, scan.text, scan.headers['content-type']]).toEqual([200, SCAN, 'application/pdf']);
    const foreign = await server.request({
      url: `${DECISIONS}/${submitted.id}/files/${file}`,
      as: 'county-hongta',
    });
    expect(foreign.status).toBe(403);
  });

  it('takes no file that is none of the kinds, and none once it is promulgated', async () => {
    const submitted = await desk.submitted();
    expect((await desk.tryUpload(submitted.id, { bytes: 'MZ an executable' })).status).toBe(415);
    await desk.forget();
    const decided = await desk.decided();
    expect((await desk.tryUpload(decided.id)).status).toBe(422);
  });
});
