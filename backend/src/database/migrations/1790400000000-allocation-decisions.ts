import {
  CITY_IN_SCOPE,
  COUNTY_IN_SCOPE,
  dropTables,
  neverChanged,
  ofCounties,
} from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';

const inCity = (...tables: readonly string[]): string[] =>
  tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_in_scope on ${table} using (${CITY_IN_SCOPE})`,
  ]);

const neverEmptied = (table: string): string =>
  `create trigger tr_${table}__never_emptied before truncate on ${table} for each statement execute function refuse_change()`;
const ofDecision = (table: string): string =>
  `constraint fk_${table}__decision foreign key (city_id, decision_id) references allocation_decision (city_id, decision_id)`;

/** 分配决定: its log and papers, what it locks, the notices to the counties and next year's issue plan. */
export const DECISIONS: GatheringPart = {
  up: [
    `create table allocation_decision (
      city_id text not null,
      decision_id uuid not null,
      program_id text not null,
      year integer not null,
      scenario_id uuid not null,
      run_id uuid not null,
      amends text not null,
      corrects uuid,
      version integer not null,
      submitted_by text not null,
      submitted_at timestamptz not null,
      document_number text,
      decided_on date,
      snapshot jsonb,
      snapshot_sha256 text,
      corrected_by uuid,
      constraint pk_allocation_decision primary key (city_id, decision_id),
      constraint fk_allocation_decision__scenario foreign key (city_id, scenario_id)
        references allocation_scenario (city_id, scenario_id),
      constraint fk_allocation_decision__run foreign key (city_id, run_id) references allocation_run (city_id, run_id),
      constraint fk_allocation_decision__corrects foreign key (city_id, corrects)
        references allocation_decision (city_id, decision_id),
      constraint fk_allocation_decision__corrected_by foreign key (city_id, corrected_by)
        references allocation_decision (city_id, decision_id),
      constraint ck_allocation_decision__amends check (amends <> ''),
      constraint ck_allocation_decision__corrects_another check (corrects <> decision_id and corrected_by <> decision_id),
      constraint ck_allocation_decision__decided check ((document_number is null) = (decided_on is null)
        and (document_number is null) = (snapshot is null) and (document_number is null) = (snapshot_sha256 is null)
        and (corrected_by is null or document_number is not null)),
      constraint ck_allocation_decision__sha256 check (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
      constraint ck_allocation_decision__version check (version >= 1)
    )`,
    // A scenario is before the bureau once; what is decided stays in force until a later decision corrects it.
    `create unique index uq_allocation_decision__open on allocation_decision (city_id, scenario_id)
      where document_number is null`,
    `create unique index uq_allocation_decision__in_force on allocation_decision (city_id, program_id, year)
      where document_number is not null and corrected_by is null`,
    'create index ix_allocation_decision__year on allocation_decision (program_id, year)',
    `create table allocation_decision_file (
      city_id text not null,
      decision_id uuid not null,
      file_id uuid not null,
      kind text not null,
      name text not null,
      media_type text not null,
      size integer not null,
      sha256 text not null,
      content bytea not null,
      uploaded_by text not null,
      uploaded_at timestamptz not null,
      constraint pk_allocation_decision_file primary key (city_id, decision_id, file_id),
      ${ofDecision('allocation_decision_file')},
      constraint ck_allocation_decision_file__kind check (kind in ('scan', 'staffingOpinion')),
      constraint ck_allocation_decision_file__sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
      constraint ck_allocation_decision_file__size check (size = octet_length(content) and size > 0)
    )`,
    `create table allocation_decision_entry (
      city_id text not null,
      decision_id uuid not null,
      number integer not null,
      step text not null,
      outcome text not null,
      way text not null,
      taken_on date not null,
      document_number text,
      reason text,
      file_id uuid,
      entered_by text not null,
      entered_at timestamptz not null,
      checked_by text,
      checked_at timestamptz,
      check_reason text,
      rejected boolean not null default false,
      constraint pk_allocation_decision_entry primary key (city_id, decision_id, number),
      ${ofDecision('allocation_decision_entry')},
      constraint fk_allocation_decision_entry__file foreign key (city_id, decision_id, file_id)
        references allocation_decision_file (city_id, decision_id, file_id),
      constraint ck_allocation_decision_entry__number check (number >= 1),
      constraint ck_allocation_decision_entry__step check (
        step in ('submission', 'collectiveDecision', 'countersignature', 'promulgation')),
      constraint ck_allocation_decision_entry__outcome check (outcome in ('taken', 'returned')
        and (outcome = 'taken' or reason is not null)),
      constraint ck_allocation_decision_entry__paper check (way in ('program', 'paper')
        and (way = 'program' or (document_number is not null and file_id is not null))),
      constraint ck_allocation_decision_entry__checked check ((checked_by is null) = (checked_at is null)
        and checked_by <> entered_by and (not rejected or (checked_by is not null and check_reason is not null)))
    )`,
    `create table allocation_notice (
      city_id text not null,
      decision_id uuid not null,
      county_id text not null,
      program_id text not null,
      year integer not null,
      corrects uuid,
      content jsonb not null,
      read_on date,
      read_by text,
      read_at timestamptz,
      constraint pk_allocation_notice primary key (city_id, decision_id, county_id),
      ${ofDecision('allocation_notice')},
      constraint ck_allocation_notice__read check ((read_on is null) = (read_by is null) and (read_on is null) = (read_at is null))
    )`,
    'create index ix_allocation_notice__county on allocation_notice (county_id, year)',
    `create table issue_plan (
      city_id text not null,
      program_id text not null,
      year integer not null,
      number integer not null,
      county_id text not null,
      moment text not null,
      amount bigint not null,
      decision_id uuid not null,
      document_number text not null,
      decided_on date not null,
      constraint pk_issue_plan primary key (city_id, program_id, year, number, county_id, moment),
      ${ofDecision('issue_plan')},
      constraint ck_issue_plan__moment check (moment in ('advance', 'final')),
      constraint ck_issue_plan__amount check (moment = 'final' or amount >= 0),
      constraint ck_issue_plan__number check (number >= 1)
    )`,
    'create index ix_issue_plan__county on issue_plan (county_id, year)',
    ...inCity('allocation_decision', 'allocation_decision_file', 'allocation_decision_entry'),
    ...ofCounties('issue_plan'),
    'alter table allocation_notice enable row level security',
    'alter table allocation_notice force row level security',
    // A notice is the city's to make and the county's to take note of.
    `create policy allocation_notice_read on allocation_notice for select using (${COUNTY_IN_SCOPE})`,
    `create policy allocation_notice_insert on allocation_notice for insert with check (${CITY_IN_SCOPE} and ${COUNTY_IN_SCOPE})`,
    `create policy allocation_notice_update on allocation_notice for update using (${COUNTY_IN_SCOPE}
      and (select nullif(current_setting('yuheng.city', true), '')) is null)`,
    ...neverChanged('allocation_decision_file', 'issue_plan'),
    // What was submitted never changes; it is decided once, and corrected once.
    `create trigger tr_allocation_decision__kept before delete or update of city_id, decision_id, program_id, year, scenario_id,
      run_id, amends, corrects, submitted_by, submitted_at on allocation_decision
      for each row execute function refuse_change()`,
    `create trigger tr_allocation_decision__decided_once before update of document_number, decided_on, snapshot, snapshot_sha256
      on allocation_decision for each row when (old.document_number is not null) execute function refuse_change()`,
    `create trigger tr_allocation_decision__corrected_once before update of corrected_by on allocation_decision
      for each row when (old.corrected_by is not null) execute function refuse_change()`,
    neverEmptied('allocation_decision'),
    // An entry is checked once, and a notice taken note of once.
    `create trigger tr_allocation_decision_entry__kept before delete or update of city_id, decision_id, number, step, outcome,
      way, taken_on, document_number, reason, file_id, entered_by, entered_at on allocation_decision_entry
      for each row execute function refuse_change()`,
    `create trigger tr_allocation_decision_entry__checked_once before update on allocation_decision_entry
      for each row when (old.checked_by is not null) execute function refuse_change()`,
    neverEmptied('allocation_decision_entry'),
    `create trigger tr_allocation_notice__kept before delete or update of city_id, decision_id, county_id, program_id, year,
      corrects, content on allocation_notice for each row execute function refuse_change()`,
    `create trigger tr_allocation_notice__read_once before update on allocation_notice
      for each row when (old.read_by is not null) execute function refuse_change()`,
    neverEmptied('allocation_notice'),
  ],
  down: dropTables(
    'issue_plan',
    'allocation_notice',
    'allocation_decision_entry',
    'allocation_decision_file',
    'allocation_decision',
  ),
};
