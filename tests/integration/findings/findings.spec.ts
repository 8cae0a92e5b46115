import { DailyDoubtsService } from '@yuheng/backend/findings/daily-doubts.service';
import { DoubtsService } from '@yuheng/backend/findings/doubts.service';
import { FindingsService } from '@yuheng/backend/findings/findings.service';
import { scoped } from '@yuheng/backend/database/scoped-transaction';
import type { Doubt, DoubtList, FindingBoard, FindingDetail } from '@yuheng/shared/contract/findings';
import { givenManyFindings, YEAR_OF_MANY } from '../../support/many-findings';
import { afterEachEveryRuleHolds } from '../../support/rules-of-money';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';

const COUNTY = 'county-hongta';
const ASKED = {
  program: 'assistants',
  county: 'hongta',
  month: '2026-02',
  item: 'staffOnPost',
  text: '请说明2月在岗人数核对情况。',
};
const BOARD_OF_MANY = `findings?program=assistants&year=${YEAR_OF_MANY}`;
const CONVERSION = { summary: '花名册未更新', deadline: '2026-04-20', responsible: '县司法局' };

describe('doubts and findings', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());
  afterEachEveryRuleHolds(() => server);

  interface Sent {
    readonly as: string;
    readonly version?: number;
    readonly key?: string;
  }

  const post = (url: string, body: object, { as, version, key }: Sent): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      url: `/api/${url}`,
      as,
      body,
      headers: {
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(key ? { 'idempotency-key': key } : {}),
      },
    });
  const get = async <Body>(url: string, as: string): Promise<Body> =>
    (await server.request({ url: `/api/${url}`, as })).json<Body>();
  const detailOf = (answer: TestAnswer): string => answer.json<{ detail: string }>().detail;
  const raised = async (more: object = {}): Promise<Doubt> =>
    (await post('doubts', { ...ASKED, ...more }, { as: 'inspector' })).json<Doubt>();
  const explain = (doubt: Doubt, sent: Partial<Sent> = {}) =>
    post(
      `doubts/${doubt.id}/explanation`,
      { text: '2月有1人调整司法所，人数没有变化。', evidence: [{ source: '花名册', page: '2' }] },
      { as: COUNTY, version: doubt.version, ...sent },
    );
  const explained = async (more: object = {}): Promise<Doubt> =>
    (await explain(await raised(more))).json<Doubt>();
  const convert = (doubt: Doubt, sent: Partial<Sent> = {}) =>
    post(`doubts/${doubt.id}/conversion`, CONVERSION, {
      as: 'inspector',
      version: doubt.version,
      ...sent,
    });
  const found = async (): Promise<FindingDetail> => (await convert(await explained())).json<FindingDetail>();
  const rectify = (finding: FindingDetail, sent: Partial<Sent> = {}) =>
    post(
      `findings/${finding.id}/rectification`,
      { text: '花名册已更新。' },
      { as: COUNTY, version: finding.version, ...sent },
    );
  const recheck = (finding: FindingDetail, passed: boolean, sent: Partial<Sent> = {}) =>
    post(
      `findings/${finding.id}/recheck`,
      { passed, text: passed ? '已核对。' : '请补充更新日期。' },
      { as: 'inspector-2', version: finding.version, ...sent },
    );

  it('a doubt gives its county five working days, which the holiday tables count', async () => {
    const doubt = await raised();
    expect(doubt).toMatchObject({ raisedOn: '2026-03-20', explainBy: '2026-03-27', state: 'waiting' });
    expect(doubt.events.map(({ act }) => act)).toEqual(['raise']);
  });

  it('a doubt goes from the county’s word to the inspector’s acceptance, and says who did what', async () => {
    const answered = await explained();
    expect(answered).toMatchObject({ state: 'answered', version: 2 });
    const answer = await post(`doubts/${answered.id}/acceptance`, {}, { as: 'inspector', version: 2 });
    expect(answer.json<Doubt>()).toMatchObject({ state: 'explained', decidedOn: '2026-03-20', acts: [] });
    expect(answer.json<Doubt>().events.map(({ act }) => act)).toEqual(['raise', 'explain', 'accept']);
  });

  it('a doubt is refused to the leader, to finance, to the program office and to county finance', async () => {
    for (const as of ['leader', 'finance', 'officer-1', 'county-hongta-finance', 'evaluator-1']) {
      const answer = await server.request({ url: '/api/doubts?program=assistants', as });
      expect([as, answer.status]).toEqual([as, 403]);
    }
  });

  it('another county sees nothing of it and cannot explain it', async () => {
    const doubt = await raised();
    const { doubts, open } = await get<DoubtList>('doubts?program=assistants', 'county-jiangchuan');
    expect([doubts.filter(({ county }) => county !== 'jiangchuan'), open]).toEqual([[], 0]);
    expect((await explain(doubt, { as: 'county-jiangchuan' })).status).toBe(404);
  });

  it('silent within its days a doubt cannot become a finding; once they are over it can', async () => {
    const doubt = await raised();
    const early = await convert(doubt);
    expect([early.status, detailOf(early)]).toEqual([422, expect.stringContaining('说明期限至 2026-03-27')]);
    await server.sql(`update doubt set explain_by = '2026-03-19' where doubt_id = $1`, [
      doubt.id.split('.')[3],
    ]);
    expect((await convert(doubt)).status).toBe(200);
  });

  it('a finding of a doubt is rectified, sent back, rectified again and closed, each with its entry', async () => {
    const first = await found();
    expect(first).toMatchObject({ state: 'open', deadline: '2026-04-20', responsible: '县司法局', age: 0 });
    const rectified = (await rectify(first)).json<FindingDetail>();
    expect(rectified).toMatchObject({ state: 'rectified', rectifiedOn: '2026-03-20' });
    const returned = (await recheck(rectified, false)).json<FindingDetail>();
    expect(returned).toMatchObject({ state: 'returned', rectifiedOn: null, returnedOn: '2026-03-20' });
    const again = (await rectify(returned)).json<FindingDetail>();
    const closed = (await recheck(again, true)).json<FindingDetail>();
    expect(closed).toMatchObject({ state: 'closed', closedOn: '2026-03-20', version: 5, acts: [] });
    expect(closed.events.map(({ act }) => act)).toEqual(['raise', 'rectify', 'return', 'rectify', 'pass']);
    const late = await rectify(closed);
    expect([late.status, detailOf(late)]).toEqual([422, expect.stringContaining('已销号')]);
  });

  it('a version that somebody has changed is 409 and nothing is done', async () => {
    const finding = await found();
    await rectify(finding);
    const second = await rectify(finding);
    expect([second.status, detailOf(second)]).toEqual([409, expect.stringContaining('现为第 2 版')]);
    const { events } = await get<FindingDetail>(`findings/${finding.id}`, COUNTY);
    expect(events.map(({ act }) => act)).toEqual(['raise', 'rectify']);
  });

  it('of two inspectors who decide at once one does and the other is told', async () => {
    const finding = (await rectify(await found())).json<FindingDetail>();
    const both = await Promise.all([recheck(finding, true), recheck(finding, false, { as: 'inspector' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { events } = await get<FindingDetail>(`findings/${finding.id}`, COUNTY);
    expect(events).toHaveLength(3);
  });

  it('a double click with one key is done once and answered twice alike', async () => {
    const finding = await found();
    const key = 'findings-double-click';
    const first = await rectify(finding, { key });
    const second = await rectify(finding, { key });
    expect([first.status, second.status, second.text]).toEqual([200, 200, first.text]);
    const { events } = await get<FindingDetail>(`findings/${finding.id}`, COUNTY);
    expect(events.map(({ act }) => act)).toEqual(['raise', 'rectify']);
  });

  it('nobody decides on what they handed in: the database refuses it too', async () => {
    const { id } = await found();
    const [, , month, item] = id.split('.');
    const where = `county_id = 'hongta' and month = '${month}' and item_id = '${item}'`;
    await expect(
      server.sql(`update finding set rectified_on = '2026-03-20', rectified_by = 'a', closed_on = '2026-03-20', closed_by = 'a'
        where ${where}`),
    ).rejects.toThrow(/ck_finding__rechecked_by_another/);
    await expect(
      server.sql(
        `update doubt set explained_by = 'a', explained_on = now(), decided_by = 'a' where doubt_id = '${item}'`,
      ),
    ).rejects.toThrow(/ck_doubt__decided_by_another/);
  });

  it('a history is neither changed nor removed, not by the owner’s own mistake either', async () => {
    for (const table of ['finding_event', 'doubt_event']) {
      await expect(server.sql(`update ${table} set text = 'x'`)).rejects.toThrow(/append-only/);
      await expect(server.sql(`delete from ${table}`)).rejects.toThrow(/append-only/);
    }
  });

  it('the board counts what it lists, by state, with ages in working days', async () => {
    const { findings, counts } = await get<FindingBoard>('findings?program=assistants&year=2025', 'leader');
    expect(counts.total).toBe(findings.length);
    for (const state of ['open', 'rectified', 'returned', 'closed'] as const) {
      expect(counts.states[state]).toBe(findings.filter((one) => one.state === state).length);
    }
    expect(counts.overdue).toBe(findings.filter(({ overdue }) => overdue).length);
    expect(counts.repeated.part).toBe(findings.filter(({ repeated }) => repeated).length);
    const closed = findings.find(({ state }) => state === 'closed');
    expect(closed?.age).toBeGreaterThan(0);
    const only = await get<FindingBoard>('findings?program=assistants&year=2025&state=closed', 'leader');
    expect(only.findings.map(({ state }) => state)).toEqual(Array(counts.states.closed).fill('closed'));
    expect(only.counts).toEqual(counts);
  });

  it('who reads no doubts learns of a finding, and not of the doubt that it was', async () => {
    const { id } = await found();
    expect((await get<FindingDetail>(`findings/${id}`, 'leader')).doubt).toBeNull();
    expect((await get<FindingDetail>(`findings/${id}`, COUNTY)).doubt).toBe(id);
  });

  it('a finding of a doubt moves no figure of the months before it: it stands among the facts as a finding', async () => {
    const before = await server.sql<{ count: number }>(
      'select count(*)::int as count from inspection_result',
    );
    await found();
    expect(await server.sql('select count(*)::int as count from inspection_result')).toEqual(before);
    const { risks } = await get<{ risks: { kind: string; count: number }[] }>(
      'overview?program=assistants&year=2026',
      'leader',
    );
    expect(risks.map(({ kind }) => kind)).toContain('overdueFindings');
  });

  const everywhere = async <Result>(work: Parameters<typeof scoped<Result>>[2]): Promise<Result> => {
    const counties = await server.sql<{ id: string }>(
      `select place_id as id from place where kind = 'county'`,
    );
    const scope = { counties: counties.map(({ id }) => id), city: '530400', account: null, duties: [] };
    return scoped(server.source, scope, work);
  };

  it('the daily look raises what does not fit, once for good, and the demonstration fits', async () => {
    const daily = server.app.get(DailyDoubtsService);
    const computed = () =>
      server.sql<{ id: string }>(`select doubt_id as id from doubt where raised_by is null order by 1`);
    await daily.look();
    expect(await computed()).toEqual([]);
    await server.sql(
      `update workload_month set supervised_at_start = supervised_at_start + 1, supervised_at_end = supervised_at_end + 1
       where county_id = 'yimen' and month = '2026-02'`,
    );
    await daily.look();
    await daily.look();
    expect(await computed()).toEqual([{ id: 'doubt-workloadContinuity' }]);
    const open = await everywhere((tx) => server.app.get(DoubtsService).countOpen(tx, 'assistants', 2026));
    const told = async (
      as: string,
      year: number,
    ): Promise<{ count: number; text: { zh: string } } | undefined> =>
      (
        await get<{ risks: { kind: string; count: number; text: { zh: string } }[] }>(
          `overview?program=assistants&year=${year}`,
          as,
        )
      ).risks.find(({ kind }) => kind === 'doubts');
    expect(await told('leader', 2026)).toMatchObject({
      count: open,
      text: { zh: `有 ${open} 个疑点待核实。` },
    });
    expect([(await told('county-jiangchuan', 2026))?.count, (await told('leader', 2025))?.count]).toEqual([
      0, 0,
    ]);
    const { doubts } = await get<DoubtList>('doubts?program=assistants', 'inspector');
    expect(open).toBe(doubts.filter(({ state }) => state === 'waiting' || state === 'answered').length);
    const [mine] = (await get<DoubtList>('doubts?program=assistants', 'county-yimen')).doubts;
    expect(mine).toMatchObject({ raisedBy: null, state: 'waiting', acts: ['explain'] });
    expect(mine?.records.map(({ month }) => month)).toEqual(['2026-02', '2026-01']);
  });

  it('items that failed become findings when their sheet is approved, carried ones and known ones do not', async () => {
    await server.sql(
      `update inspection_result set conclusion = 'fail', note = '合同到期一份', carried_from = null
       where county_id = 'tonghai' and month = '2026-02' and item_id = 'laborContracts'`,
    );
    await server.sql(
      `update inspection_result set conclusion = 'fail', carried_from = '2026-01'
       where county_id = 'tonghai' and month = '2026-02' and item_id = 'filing'`,
    );
    const raise = () =>
      everywhere((tx) =>
        server.app.get(FindingsService).raiseFailed(tx, {
          program: 'assistants',
          county: 'tonghai',
          month: '2026-02' as never,
          by: 'officer-1',
        }),
      );
    const first = await raise();
    expect(first).toBeGreaterThanOrEqual(1);
    expect(await raise()).toBe(0);
    const finding = await get<FindingDetail>(
      'findings/assistants.tonghai.2026-02.laborContracts',
      'county-tonghai',
    );
    expect(finding).toMatchObject({ summary: '合同到期一份', deadline: '2026-04-19', acts: ['rectify'] });
    expect(finding.itemName?.zh).toBe('劳动合同');
    const carried = await server.request({
      url: '/api/findings/assistants.tonghai.2026-02.filing',
      as: 'county-tonghai',
    });
    expect(carried.status).toBe(404);
  });

  it('the board counts how long those that wait have waited, and by how many days they are overdue', async () => {
    await givenManyFindings(server);
    const { counts, findings } = await get<FindingBoard>(BOARD_OF_MANY, 'leader');
    // Found on Monday 2 March, 14 working days before Friday the 20th; to be rectified by Monday the 16th.
    expect(findings[0]).toMatchObject({ age: 14, overdue: true, daysOverdue: 4 });
    expect(counts.ages.find(({ from }) => from === 11)).toEqual({ from: 11, to: 20, count: 205 });
    const { total, states, overdue, oldest } = counts;
    expect(counts.ages.reduce((sum, { count }) => sum + count, 0)).toBe(total - states.closed);
    expect([overdue, oldest]).toEqual([205, 14]);
    expect(counts.repeated).toMatchObject({ whole: total, rate: expect.stringMatching(/^\d+\.\d{2}$/) });
    expect(counts.inTime.whole).toBeGreaterThanOrEqual(205);
  });

  it('is read a page at a time, and what somebody closes meanwhile hides none of those that wait', async () => {
    const first = await get<FindingBoard>(BOARD_OF_MANY, 'leader');
    expect([first.findings.length, first.next]).toEqual([200, expect.any(String)]);
    const [, county, month, item] = first.findings[0]?.id.split('.') ?? [];
    await server.sql(
      `update finding set rectified_on = '2026-03-20', rectified_by = 'a', closed_on = '2026-03-20', closed_by = 'b'
       where county_id = $1 and month = $2 and item_id = $3`,
      [county, month, item],
    );
    const second = await get<FindingBoard>(`${BOARD_OF_MANY}&cursor=${first.next}`, 'leader');
    const seen = new Set([...first.findings, ...second.findings].map(({ id }) => id));
    expect([seen.size, second.next]).toEqual([first.counts.total, null]);
    const refused = await server.request({ url: `/api/${BOARD_OF_MANY}&cursor=200`, as: 'leader' });
    expect(refused.status).toBe(400);
  });
});
