import type { NoticeContent } from '@yuheng/backend/allocations/decisions/notices.queries';
import { DECISION_STEPS, type DecisionStep } from '@yuheng/shared/domain/allocation/deciding/decision';

/** A decided split, for tests that need rows of it: given as statements, over the scenario that is there. */
export const GIVEN_DECISION: readonly string[] = [
  `insert into allocation_decision (city_id, decision_id, program_id, year, scenario_id, run_id, amends, version, submitted_by,
     submitted_at)
   select city_id, gen_random_uuid(), program_id, year, scenario_id, run_id, '玉司发〔2014〕67号', 1, 'officer-1', now()
   from allocation_scenario limit 1`,
  `insert into allocation_decision_file
   select city_id, decision_id, gen_random_uuid(), 'scan', '签批件.pdf', 'application/pdf', 8, repeat('0', 64), '%PDF-1.7',
     'officer-1', now() from allocation_decision`,
  `insert into allocation_decision_entry (city_id, decision_id, number, step, outcome, way, taken_on, entered_by, entered_at)
   select city_id, decision_id, 1, 'submission', 'taken', 'program', '2026-03-20', 'officer-1', now() from allocation_decision`,
  `insert into allocation_notice (city_id, decision_id, county_id, program_id, year, content)
   select city_id, decision_id, county, program_id, year, '{}' from allocation_decision, unnest(array['hongta', 'yimen']) county`,
  `insert into issue_plan
   select city_id, program_id, year, 1, county, 'final', 1200000, decision_id, '演示司发〔2026〕12号', '2026-04-02'
   from allocation_decision, unnest(array['hongta', 'yimen']) county`,
];

type Sql = (text: string, values?: readonly unknown[]) => Promise<unknown>;

/** A decision of the demonstration's scenario in some standing, and one of another year that is decided. */
export const OPEN_DECISION = 'd0000000-0000-4000-8000-000000000001';
export const DECIDED_DECISION = 'd0000000-0000-4000-8000-000000000002';
export const DECISION_FILE = 'd0000000-0000-4000-8000-000000000003';

const TAKES = ['officer-2', 'leader', 'finance', 'officer-2'];
/** Without triggers and foreign keys, as the superuser may, and only these rows. */
const removing = (sql: Sql, id: string) => async (): Promise<void> => {
  await sql('set session_replication_role = replica');
  for (const table of TABLES) await sql(`delete from ${table} where decision_id = $1`, [id]);
  await sql('set session_replication_role = origin');
};
const TABLES = [
  'issue_plan',
  'allocation_notice',
  'allocation_decision_entry',
  'allocation_decision_file',
  'allocation_decision',
];

const decisionRow = `
  insert into allocation_decision (city_id, decision_id, program_id, year, scenario_id, run_id, amends, version, submitted_by,
    submitted_at, document_number, decided_on, snapshot, snapshot_sha256)
  select city_id, $1, program_id, $2, scenario_id, run_id, '演示司发〔2014〕67号', 1, 'officer-2', now(),
    $3::text, case when $3::text is null then null else date '2026-03-20' end,
    case when $3::text is null then null else '{}'::jsonb end, case when $3::text is null then null else repeat('0', 64) end
  from allocation_scenario where name = '按谨慎缺省办法测算' and withdrawn_at is null limit 1`;

/** The demonstration's scenario, submitted and taken until a step; a promulgation waits for its check. */
export async function openDecision(sql: Sql, until: DecisionStep): Promise<() => Promise<void>> {
  const remove = removing(sql, OPEN_DECISION);
  await remove();
  await sql(decisionRow, [OPEN_DECISION, 2026, null]);
  await sql(
    `insert into allocation_decision_file values ('530400', $1, $2, 'scan', '签批件.pdf', 'application/pdf', 8, repeat('0', 64),
       '%PDF-1.7', 'officer-2', now())`,
    [OPEN_DECISION, DECISION_FILE],
  );
  for (const [place, step] of DECISION_STEPS.slice(0, DECISION_STEPS.indexOf(until) + 1).entries()) {
    await sql(
      `insert into allocation_decision_entry (city_id, decision_id, number, step, outcome, way, taken_on, document_number,
         entered_by, entered_at)
       values ('530400', $1, $2, $3, 'taken', 'program', '2026-03-20', '演示司发〔2026〕12号', $4, now())`,
      [OPEN_DECISION, place + 1, step, TAKES[place]],
    );
  }
  return remove;
}

const text = (zh: string, en: string) => ({ zh, en });
const NOTICE: NoticeContent = {
  ...{
    documentNumber: '演示司发〔2025〕12号',
    decidedOn: '2026-03-20',
    amends: '演示司发〔2014〕67号',
    corrects: null,
  },
  ...{ lastPart: 15, lastFen: 18_000_000, part: 15, fen: 18_000_000, advanceFen: 0, finalFen: 18_000_000 },
  cutTakesEffectOn: null,
  sentence: text('核定 15 个名额。', '15 posts.'),
  reason: text('与上年度相同。', 'As many as before.'),
  steps: [{ label: text('名额', 'Posts'), expression: '15', result: '15' }],
  policy: [text('按现行名额。', 'By the posts in force.')],
};

/** A split of 2025 that was decided, with the notice of every county; put there once, and left there. */
export async function decidedDecision(sql: Sql): Promise<void> {
  await sql(`${decisionRow} on conflict do nothing`, [DECIDED_DECISION, 2025, '演示司发〔2025〕12号']);
  await sql(
    `insert into allocation_decision_entry (city_id, decision_id, number, step, outcome, way, taken_on, entered_by, entered_at)
     values ('530400', $1, 1, 'submission', 'taken', 'program', '2026-03-20', 'officer-2', now()) on conflict do nothing`,
    [DECIDED_DECISION],
  );
  await sql(
    `insert into allocation_notice (city_id, decision_id, county_id, program_id, year, content)
     select '530400', $1, place_id, 'assistants', 2025, $2 from place where kind = 'county' on conflict do nothing`,
    [DECIDED_DECISION, JSON.stringify(NOTICE)],
  );
}
