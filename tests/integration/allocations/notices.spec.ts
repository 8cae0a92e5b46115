import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { startServer, type TestServer } from '../../support/server';
import { CUT, DecisionDesk, DECISIONS } from '../../support/deciding';

describe('the notice of a decided split', () => {
  let server: TestServer;
  let desk: DecisionDesk;

  beforeAll(async () => {
    server = await startServer();
    desk = new DecisionDesk(server);
  });

  afterEach(() => desk.forget());
  afterAll(() => server?.close());

  const read = (decision: string, county: string, as: string) =>
    server.request({ url: `${DECISIONS}/${decision}/notices/${county}`, as });
  const acknowledge = (decision: string, county: string, as: string) =>
    server.request({ method: 'POST', url: `${DECISIONS}/${decision}/notices/${county}/reading`, as });

  it('is not there before the decision, for the county and for the city', async () => {
    const entered = await desk.promulgated();
    expect([await desk.notices('county-hongta'), await desk.notices('leader')]).toEqual([[], []]);
    for (const as of ['county-hongta', 'leader'])
      expect((await read(entered.id, 'hongta', as)).status).toBe(404);
    // Nor does anything else of it reach a county.
    expect((await server.request({ url: `${DECISIONS}/${entered.id}`, as: 'county-hongta' })).status).toBe(
      403,
    );
    expect(
      (await server.request({ url: '/api/funds?program=assistants&year=2026', as: 'county-hongta' })).json(),
    ).toMatchObject({
      plan: null,
    });
  });

  it('tells a county its own part after it, with document, figures and steps, and nobody else’s', async () => {
    const { id, proposal } = await desk.decided(undefined, { changes: CUT });
    const own = await desk.notices('county-hongta');
    expect(own.map(({ county }) => county.id)).toEqual(['hongta']);
    const hongta = proposal.counties.find(({ county }) => county === 'hongta');
    expect(own[0]).toMatchObject({
      ...{ decision: id, documentNumber: '演示司发〔2026〕12号', decidedOn: '2026-03-20', corrects: null },
      ...{ lastPart: 25, part: 20, fen: 24_000_000, lastFen: 30_000_000, readOn: null, corrected: null },
      cutTakesEffectOn: proposal.peopleEffect.cutTakesEffectOn,
      reason: hongta?.reason,
    });
    expect(own[0]?.sentence.zh).toContain('2026年度核定 20 个名额，比上年度减少 5 个');
    expect(own[0]?.steps.length).toBeGreaterThan(3);
    expect((await read(id, 'hongta', 'county-hongta')).json()).toEqual(own[0]);
    expect((await read(id, 'yimen', 'county-hongta')).status).toBe(404);
    expect((await read(id, 'nowhere', 'leader')).status).toBe(404);
    expect(await desk.notices('inspector')).toHaveLength(9);
    expect(
      (
        await server.request({
          url: '/api/allocation-notices?program=assistants&year=2026',
          as: 'evaluator-1',
        })
      ).status,
    ).toBe(403);
    // What a county reads names no other county.
    const others = ['易门', '通海', '元江', '新平', '峨山', '华宁', '澄江', '江川'];
    expect(others.filter((name) => JSON.stringify(own).includes(name))).toEqual([]);
  });

  it('is taken note of once, by the county’s own officer or approver; the first reading stays', async () => {
    const { id } = await desk.decided();
    for (const as of ['leader', 'officer-1', 'county-hongta-finance']) {
      expect((await acknowledge(id, 'hongta', as)).status).toBe(403);
    }
    expect((await acknowledge(id, 'yimen', 'county-hongta')).status).toBe(404);
    const first = await acknowledge(id, 'hongta', 'county-hongta');
    expect(first.json()).toMatchObject({ readOn: '2026-03-20' });
    const second = await acknowledge(id, 'hongta', 'county-hongta-approver');
    expect(second.json()).toEqual(first.json());
    const { notices } = await desk.read(id);
    expect(notices.filter(({ readOn }) => readOn !== null)).toEqual([
      {
        county: 'hongta',
        name: '红塔区',
        readOn: '2026-03-20',
        readBy: first.json<{ readBy: string }>().readBy,
      },
    ]);
    const trail = await server.sql(
      `select 1 from audit_entry where content::text like '%allocationNotice.acknowledge%' and content::text like $1`,
      [`%${accountIdOf('county-hongta')}%`],
    );
    expect(trail.length).toBeGreaterThan(0);
  });
});
