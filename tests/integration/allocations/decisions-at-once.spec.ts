import { startServer, type TestServer } from '../../support/server';
import { CUT, DecisionDesk, refusalsOf, type Refused } from '../../support/deciding';

describe('decisions on splits that meet or follow each other', () => {
  let server: TestServer;
  let desk: DecisionDesk;

  beforeAll(async () => {
    server = await startServer();
    desk = new DecisionDesk(server);
  });

  afterEach(() => desk.forget());
  afterAll(() => server?.close());

  const counted = async (table: string): Promise<number> =>
    (await server.sql<{ rows: number }>(`select count(*)::int as rows from ${table}`))[0]?.rows ?? -1;

  describe('at the same moment', () => {
    it('of two approvals one is entered and the other is told to read anew', async () => {
      const submitted = await desk.submitted();
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => desk.tryStep(submitted, { step: 'collectiveDecision' })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
      expect((await desk.read(submitted.id)).entries).toHaveLength(2);
    });

    it('of two submissions of one scenario one is made', async () => {
      const { id } = await desk.scenario();
      const answers = await Promise.all([
        desk.trySubmit(id),
        desk.trySubmit(id, {}, 'officer-2'),
        desk.trySubmit(id),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect(await counted('allocation_decision')).toBe(1);
    });

    it('of two splits of one year whose promulgations are confirmed one is decided', async () => {
      const [one, other] = [
        await desk.promulgated('演示司发〔2026〕12号'),
        await desk.promulgated('演示司发〔2026〕13号'),
      ];
      const answers = await Promise.all([desk.tryCheck(one), desk.tryCheck(other)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
      expect(await counted('allocation_notice')).toBe(9);
      expect(await counted('issue_plan')).toBe(18);
      const refused = answers.find(({ status }) => status === 422)?.json<Refused>();
      expect(refused?.errors?.[0]?.detail).toMatch(/本项目本年度的分配已以演示司发〔2026〕1[23]号定案/);
    });

    it('a confirmation that is sent twice with one key decides once', async () => {
      const entered = await desk.promulgated();
      const headers = { 'idempotency-key': 'a-check-sent-twice' };
      const [first, second] = [
        await desk.tryCheck(entered, {}, { headers }),
        await desk.tryCheck(entered, {}, { headers }),
      ];
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(second.text).toBe(first.text);
      expect(await counted('allocation_notice')).toBe(9);
    });
  });

  it('leaves nothing of a promulgation that is interrupted, which can then be confirmed', async () => {
    const entered = await desk.promulgated();
    // The very last table that a decision fills.
    await server.sql('alter table allocation_notice add constraint power_cut check (false)');
    const interrupted = await desk.tryCheck(entered);
    await server.sql('alter table allocation_notice drop constraint power_cut');
    expect(interrupted.status).toBe(500);
    expect(await desk.read(entered.id)).toMatchObject({
      ...{ stage: 'countersigned', documentNumber: null, snapshotSha256: null, version: entered.version },
    });
    expect([await counted('issue_plan'), await counted('allocation_notice')]).toEqual([0, 0]);
    expect((await desk.checked(entered)).stage).toBe('decided');
  });

  describe('is corrected', () => {
    it('by a later one that names it: plan, notices and the split in force follow, and the old one says so', async () => {
      const first = await desk.decided('演示司发〔2026〕12号', { changes: CUT });
      const without = await desk.trySubmit((await desk.scenario()).id);
      expect(refusalsOf(without)).toEqual([
        422,
        [expect.stringMatching(/^\/scenario 本项目本年度的分配已以演示司发〔2026〕12号定案/)],
      ]);
      const second = await desk.decided('演示司发〔2026〕20号', { more: { corrects: first.id } });
      expect(await desk.read(first.id)).toMatchObject({ correctedBy: second.id, stage: 'decided' });
      expect(second).toMatchObject({ corrects: first.id, correctedBy: null });
      const old = await server.request({
        url: `/api/allocation-scenarios/${first.scenario}`,
        as: 'leader',
      });
      expect(old.json<{ document: { zh: string } }>().document.zh).toBe(
        '演示司发〔2026〕12号（2026年3月20日印发），已由演示司发〔2026〕20号更正',
      );
      const notices = await desk.notices('county-hongta');
      expect(
        notices.map(({ documentNumber, corrects, corrected }) => [documentNumber, corrects, corrected?.zh]),
      ).toEqual([
        ['演示司发〔2026〕20号', '演示司发〔2026〕12号', undefined],
        [
          '演示司发〔2026〕12号',
          null,
          '本通知已由演示司发〔2026〕20号（2026年3月20日印发）更正，以更正后的通知为准。',
        ],
      ]);
      const funds = await server.request({ url: '/api/funds?program=assistants&year=2026', as: 'finance' });
      const { plan } = funds.json<{
        plan: { number: number; documentNumber: string; counties: { id: string; plannedFen: number }[] };
      }>();
      expect(plan).toMatchObject({ number: 2, documentNumber: '演示司发〔2026〕20号' });
      const hongta = second.proposal.counties.find(({ county }) => county === 'hongta');
      expect(plan.counties.find(({ id }) => id === 'hongta')?.plannedFen).toBe(hongta?.fen);
    });

    it('only where it is the decided split in force of that program and year', async () => {
      const open = await desk.submitted();
      const wrong = await desk.trySubmit((await desk.scenario()).id, { corrects: open.id });
      expect(refusalsOf(wrong)).toEqual([
        422,
        ['/corrects 要更正的不是本项目本年度现行的分配决定，请核对。'],
      ]);
      await desk.forget();
      const first = await desk.decided('演示司发〔2026〕12号');
      await desk.decided('演示司发〔2026〕20号', { more: { corrects: first.id } });
      const twice = await desk.trySubmit((await desk.scenario()).id, { corrects: first.id });
      expect(refusalsOf(twice)[1].map((one) => one.split(' ')[0])).toEqual(['/corrects', '/scenario']);
    });
  });
});
