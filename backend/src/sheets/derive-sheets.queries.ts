import { ASSISTANTS_TEMPLATE } from '@yuheng/shared/domain/monitoring/assistants-template';
import { DEFAULT_TEMPLATES } from '@yuheng/shared/domain/sheets/templates/default-templates';
import { SHEET_KINDS } from '@yuheng/shared/domain/sheets/sheet';
import type { EntityManager } from 'typeorm';

/** The program with which a city's sheets start; another one has sheets once its templates are published. */
const PROGRAM = 'assistants';
const FIRST_MONTH = '2024-01';

const KEY = 'city_id, county_id, program_id, kind, month';
const COLUMNS = `${KEY}, template_version, stage, due_on, opened_at, submitted_on, submitted_by, approved_on, approved_by,
  approved_at, unchanged, asked, filled, passed, failed, not_applicable, version`;
/** The morning of a day, and the hour of its approvals: in the order in which things happen. */
const MORNING = (day: string): string => `(${day} + time '01:00') at time zone 'UTC'`;
const NOON = (day: string): string => `(${day} + time '04:00') at time zone 'UTC'`;
const OPENED = (row: string): string => MORNING(`((${row}.month || '-01')::date + interval '1 month')::date`);

const countIn = (conclusion: string): string =>
  `(select count(*) from inspection_result r where (r.city_id, r.county_id, r.program_id, r.month) =
      (i.city_id, i.county_id, i.program_id, i.month) and r.conclusion = '${conclusion}')`;

/** What the facts of a county's own sheets do not name is the county's officer and its approver. */
const OFFICER = (row: string): string => `'county-' || ${row}.county_id`;
const APPROVER = (row: string): string => `'county-' || ${row}.county_id || '-approver'`;

/** Sheets are first made open, because a locked one takes no value. */
const SHEETS_OF_FACTS: readonly string[] = [
  `insert into sheet (${COLUMNS})
   select i.city_id, i.county_id, i.program_id, 'inspection', i.month, 1, 'open', i.due_on, ${OPENED('i')}, i.submitted_on,
     case when i.submitted_on is null then null else i.inspector end, i.approved_on, i.approver, ${NOON('i.approved_on')},
     false, 0, 0, ${countIn('pass')}, ${countIn('fail')}, ${countIn('notApplicable')}, 1
   from inspection i`,
  `insert into sheet (${COLUMNS})
   select w.city_id, w.county_id, w.program_id, 'spending', w.month, 1, 'open', w.due_on, ${OPENED('w')}, w.reported_on,
     case when w.reported_on is null then null else ${OFFICER('w')} end,
     case when w.stage = 'approved' then w.reported_on end, case when w.stage = 'approved' then ${APPROVER('w')} end,
     case when w.stage = 'approved' then ${NOON('w.reported_on')} end, false, 0, 0, 0, 0, 0, 1
   from wage_month w`,
  `insert into sheet (${COLUMNS})
   select w.city_id, w.county_id, w.program_id, 'workload', w.month, 1, 'open', w.due_on, ${OPENED('w')}, w.reported_on,
     ${OFFICER('w')}, case when w.stage = 'approved' then w.reported_on end,
     case when w.stage = 'approved' then ${APPROVER('w')} end,
     case when w.stage = 'approved' then ${NOON('w.reported_on')} end, false, 0, 0, 0, 0, 0, 1
   from (select m.*, p.due_on, coalesce(p.reported_on, p.due_on) as reported_on, p.stage
         from workload_month m join wage_month p using (city_id, county_id, program_id, month)) w`,
];

const INSERT_VALUES = `insert into sheet_value (${KEY}, item_id, version, state, value, conclusion, reason, evidence, author, at)`;

/** The four classes of the persons at the end, which the facts do not tell apart: most are on probation, and they add up. */
const CLASSES_OF_END = `('endControl', w.supervised_at_end / 100), ('endParole', w.supervised_at_end / 25),
     ('endOutsidePrison', w.supervised_at_end / 50),
     ('endProbation', w.supervised_at_end - w.supervised_at_end / 100 - w.supervised_at_end / 25 - w.supervised_at_end / 50)`;

/** A county has as many justice offices as stand among the places, and says so with the first month of a year. */
const OFFICES = `(select count(*)::int from place o where o.kind = 'office' and o.parent_id = w.county_id)`;
const FIRST_OF_YEAR = `(select min(x.month) from workload_month x where (x.city_id, x.county_id, x.program_id, left(x.month, 4)) =
  (w.city_id, w.county_id, w.program_id, left(w.month, 4)))`;
/** One of the staff of each office and the assistants on post of the month: counts that the facts do not hold. */
const STAFF = `(select p.persons_on_post from wage_month p where (p.city_id, p.county_id, p.program_id, p.month) =
  (w.city_id, w.county_id, w.program_id, w.month)) + ${OFFICES}`;

const VALUES_OF_FACTS: readonly string[] = [
  `${INSERT_VALUES}
   select r.city_id, r.county_id, r.program_id, 'inspection', r.month, r.item_id, 1,
     case when r.conclusion = 'notApplicable' then 'notApplicable' else 'reported' end,
     case when r.conclusion = 'notApplicable' then null else trim_scale(r.number)::text end,
     nullif(r.conclusion, 'notApplicable'), r.note, '[]', i.inspector, ${MORNING('i.submitted_on')}
   from inspection_result r join inspection i using (city_id, county_id, program_id, month)
   where r.conclusion is not null and r.carried_from is null and i.submitted_on is not null`,
  `${INSERT_VALUES}
   select w.city_id, w.county_id, w.program_id, 'spending', w.month, one.item, 1, 'reported', one.value, null, null, '[]',
     ${OFFICER('w')}, ${MORNING('w.reported_on')}
   from wage_month w cross join lateral (values
     ('personsOnPost', w.persons_on_post::text), ('personsPaid', w.persons_paid::text),
     ('personsPaidOnTime', w.persons_paid_on_time::text), ('personsInsured', w.persons_insured::text),
     ('cityPartDue', w.city_part_due_fen::text), ('cityPartPaid', w.city_part_paid_fen::text),
     ('countyAdvance', w.county_advance_fen::text), ('countyPart', w.county_part_fen::text),
     ('grossWage', w.gross_wage_fen::text), ('socialInsurance', w.social_insurance_fen::text),
     ('paidOn', w.paid_on::text), ('advanceSettledOn', w.advance_settled_on::text)) one(item, value)
   where w.reported_on is not null and one.value is not null`,
  `${INSERT_VALUES}
   select s.city_id, s.county_id, s.program_id, s.kind, s.month, one.item, 1, 'reported', one.value::text, null, null, '[]',
     s.submitted_by, ${MORNING('s.submitted_on')}
   from workload_month w join sheet s using (city_id, county_id, program_id, month) cross join lateral (values
     ('supervisedAtStart', w.supervised_at_start), ('supervisedNew', w.supervised_new),
     ('supervisedReleased', w.supervised_released), ('supervisedAtEnd', w.supervised_at_end),
     ${CLASSES_OF_END},
     ('resettled', w.resettled), ('assessments', w.assessments),
     ('justiceOffices', case when w.month = ${FIRST_OF_YEAR} then ${OFFICES} end), ('staffOnPost', ${STAFF})) one(item, value)
   where s.kind = 'workload' and one.value is not null`,
];

const STAGES_OF_FACTS: readonly string[] = [
  `insert into sheet_event (${KEY}, number, act, by, at, reason)
   select ${KEY}, 1, 'open', null, opened_at, null from sheet
   union all select ${KEY}, case when kind = 'inspection' then 3 else 2 end, 'submit', submitted_by, ${MORNING('submitted_on')}, null
     from sheet where submitted_on is not null
   union all select ${KEY}, case when kind = 'inspection' then 4 else 3 end, 'approve', approved_by, approved_at, null
     from sheet where approved_at is not null`,
  // Checked on line, as is usual; the last month of each half-year by the visit that was planned for it.
  `insert into sheet_event (${KEY}, number, act, by, at, check_mode, visit_plan)
   select ${KEY}, 2, 'check', submitted_by, ${MORNING('submitted_on')},
     case when right(month, 2) in ('06', '12') then 'visit' else 'online' end,
     case when right(month, 2) in ('06', '12') then '演示督查计划' || month end
   from sheet where kind = 'inspection' and submitted_on is not null`,
  `update sheet s set
     stage = case when approved_at is not null then 'approved' when submitted_on is not null then 'submitted' else 'open' end,
     asked = v.count, filled = v.count
   from (select ${KEY}, count(*) from sheet_value group by ${KEY}) v
   where (s.city_id, s.county_id, s.program_id, s.kind, s.month) = (v.city_id, v.county_id, v.program_id, v.kind, v.month)`,
];

/**
 * Gives a city without sheets its first templates, and derives the sheets and values of the facts that are there, by the
 * scope of the caller's transaction. Facts come from the demonstration alone, as long as there are no sheets.
 */
export async function deriveSheets(tx: EntityManager, cityId: string, at: Date): Promise<void> {
  const found: unknown[] = await tx.query('select 1 from sheet_template limit 1');
  if (found.length > 0) return;
  for (const kind of SHEET_KINDS) {
    const { items, rules } = DEFAULT_TEMPLATES[kind];
    await tx.query(
      `insert into sheet_template (city_id, program_id, kind, version, valid_from, items, rules, reason, created_at)
       values ($1, $2, $3, 1, $4, $5, $6, $7, $8)`,
      [cityId, PROGRAM, kind, FIRST_MONTH, JSON.stringify(items), JSON.stringify(rules), '默认模板', at],
    );
  }
  await tx.query(
    `insert into inspection_template (city_id, program_id, version, valid_from, items)
     values ($1, $2, 1, ($3 || '-01')::date, $4) on conflict do nothing`,
    [cityId, PROGRAM, FIRST_MONTH, JSON.stringify(ASSISTANTS_TEMPLATE)],
  );
  for (const statement of [...SHEETS_OF_FACTS, ...VALUES_OF_FACTS, ...STAGES_OF_FACTS])
    await tx.query(statement);
}
