import type { Overview } from '@yuheng/shared/contract/overview';
import { startServer, type TestServer } from '../../support/server';

const SPLIT_TASKS =
  /^(decideSplit|countersignSplit|promulgateSplit|checkSplitEntry|submitSplitAgain|attachStaffingOpinion|acknowledgeSplitNotice)$/;
const SCENARIO = '5c000000-0000-4000-8000-000000000001';
const DECISION = '5d000000-0000-4000-8000-000000000001';
const LINK = `/allocations/decisions/${DECISION}?program=assistants&year=2026`;

/** Rows as the services write them: whoever reads the overview is told of them, whatever wrote them. */
const SUBMITTED = [
  `insert into allocation_scenario (city_id, scenario_id, program_id, year, name, settings, settings_sha256, evidence_sha256,
     run_id, created_by, created_at)
   select city_id, '${SCENARIO}', 'mediation', 2026, '待办', '{}', repeat('0', 64), repeat('0', 64), run_id, 'officer-1', now()
   from allocation_run where program_id = 'assistants' limit 1`,
  `insert into allocation_decision (city_id, decision_id, program_id, year, scenario_id, run_id, amends, version, submitted_by,
     submitted_at)
   select city_id, '${DECISION}', 'assistants', 2026, scenario_id, run_id, '玉司发〔2014〕67号', 1, 'officer-1', now()
   from allocation_scenario where scenario_id = '${SCENARIO}'`,
];

describe('submitted splits under 需要您办', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
    for (const statement of SUBMITTED) await server.sql(statement);
    await entry(1, 'submission', 'officer-1');
  });
  afterAll(() => server?.close());

  const entry = (number: number, step: string, by: string, outcome = 'taken') =>
    server.sql(
      `insert into allocation_decision_entry (city_id, decision_id, number, step, outcome, way, taken_on, reason, document_number,
         entered_by, entered_at)
       select city_id, decision_id, $2, $3, $5, 'program', '2026-03-20', $6, $7, $4, now()
       from allocation_decision where decision_id = $1`,
      [
        ...[DECISION, number, step, by, outcome, outcome === 'returned' ? '再议' : null],
        step === 'promulgation' ? '演示司发〔2026〕12号' : null,
      ],
    );
  const tasks = async (as: string): Promise<(string | number | null)[][]> => {
    const answer = await server.request({ url: '/api/overview?program=assistants&year=2025', as });
    expect(answer.status).toBe(200);
    return answer
      .json<Overview>()
      .needsYou.filter(({ kind }) => SPLIT_TASKS.test(kind))
      .map(({ kind, count, link }) => [kind, count, link]);
  };
  const all = async () =>
    Object.fromEntries(
      await Promise.all(
        ['leader', 'finance', 'officer-1', 'officer-2', 'inspector', 'county-hongta'].map(
          async (as) => [as, (await tasks(as)).map(([kind]) => kind)] as const,
        ),
      ),
    );
  const NOBODY = {
    leader: [],
    finance: [],
    'officer-1': [],
    'officer-2': [],
    inspector: [],
    'county-hongta': [],
  };

  it('wait for whoever takes the next step, and lead there whatever year is shown', async () => {
    expect(await tasks('leader')).toEqual([['decideSplit', 1, LINK]]);
    expect(await all()).toEqual({ ...NOBODY, leader: ['decideSplit'] });
  });

  it('that were returned wait for the officers; decided ones for finance, countersigned ones for the officers', async () => {
    await entry(2, 'collectiveDecision', 'leader', 'returned');
    const again = ['submitSplitAgain'];
    expect(await all()).toEqual({ ...NOBODY, 'officer-1': again, 'officer-2': again });
    await entry(3, 'submission', 'officer-1');
    await entry(4, 'collectiveDecision', 'leader');
    expect(await all()).toEqual({ ...NOBODY, finance: ['countersignSplit'] });
    await entry(5, 'countersignature', 'finance');
    const issue = ['promulgateSplit'];
    expect(await all()).toEqual({ ...NOBODY, 'officer-1': issue, 'officer-2': issue });
  });

  it('that were entered wait for the check of another person', async () => {
    await entry(6, 'promulgation', 'officer-1');
    const check = ['checkSplitEntry'];
    expect(await all()).toEqual({ ...NOBODY, finance: check, 'officer-2': check });
  });

  it('once decided wait for nobody, and each county is asked to acknowledge its own notice', async () => {
    await server.sql(
      `update allocation_decision set document_number = '演示司发〔2026〕12号', decided_on = '2026-03-20', snapshot = '{}',
         snapshot_sha256 = repeat('0', 64) where decision_id = $1`,
      [DECISION],
    );
    await server.sql(
      `insert into allocation_notice (city_id, decision_id, county_id, program_id, year, content)
       select city_id, decision_id, 'hongta', program_id, year, '{}' from allocation_decision where decision_id = $1`,
      [DECISION],
    );
    expect(await all()).toEqual({ ...NOBODY, 'county-hongta': ['acknowledgeSplitNotice'] });
    expect(await tasks('county-hongta-approver')).toEqual([
      ['acknowledgeSplitNotice', 1, '/allocations/notices?program=assistants&year=2026'],
    ]);
    expect(await tasks('county-yimen')).toEqual([]);
    await server.sql(
      `update allocation_notice set read_on = '2026-03-20', read_by = 'county-hongta', read_at = now() where decision_id = $1`,
      [DECISION],
    );
    expect(await all()).toEqual(NOBODY);
  });
});
