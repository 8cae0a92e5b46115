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
