import { CITY_IN_SCOPE, dropTables, neverChanged } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';

const inCity = (...tables: readonly string[]): string[] =>
  tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_in_scope on ${table} using (${CITY_IN_SCOPE})`,
  ]);

/** 测算方案: a policy tried on the evidence of a year, and what people say of it. */
export const SCENARIOS: GatheringPart = {
  up: [
    // The whole snapshot that a proposal was worked out from; runs of before have none.
    'alter table allocation_run add column evidence jsonb',
    `create table allocation_scenario (
      city_id text not null,
      scenario_id uuid not null,
      program_id text not null,
      year integer not null,
      name text not null,
      settings jsonb not null,
      settings_sha256 text not null,
      evidence_sha256 text not null,
      run_id uuid not null,
      created_by text not null,
      created_at timestamptz not null,
      withdrawn_by text,
      withdrawn_at timestamptz,
      constraint pk_allocation_scenario primary key (city_id, scenario_id),
      constraint fk_allocation_scenario__run foreign key (city_id, run_id) references allocation_run (city_id, run_id),
      constraint ck_allocation_scenario__name check (name <> ''),
      constraint ck_allocation_scenario__sha256 check (
        settings_sha256 ~ '^[0-9a-f]{64}$' and evidence_sha256 ~ '^[0-9a-f]{64}$'),
      constraint ck_allocation_scenario__withdrawn check ((withdrawn_by is null) = (withdrawn_at is null))
    )`,
    // The same policy on the same evidence is one run, and on the list it stands once.
    `create unique index uq_allocation_scenario__live on allocation_scenario (city_id, program_id, year, run_id)
      where withdrawn_at is null`,
    `create table allocation_comment (
      city_id text not null,
      comment_id uuid not null,
      scenario_id uuid not null,
      text text not null,
      written_by text not null,
      written_at timestamptz not null,
      constraint pk_allocation_comment primary key (city_id, comment_id),
      constraint fk_allocation_comment__scenario foreign key (city_id, scenario_id)
        references allocation_scenario (city_id, scenario_id),
      constraint ck_allocation_comment__text check (text <> '')
    )`,
    'create index ix_allocation_comment__scenario on allocation_comment (scenario_id)',
    ...inCity('allocation_scenario', 'allocation_comment'),
    // What a scenario computes never changes: it gets another name, and is withdrawn once.
    `create trigger tr_allocation_scenario__withdrawn_once before update on allocation_scenario for each row
      when (old.withdrawn_at is not null) execute function refuse_change()`,
    `create trigger tr_allocation_scenario__kept before delete or update of city_id, scenario_id, program_id, year, settings,
      settings_sha256, evidence_sha256, run_id, created_by, created_at on allocation_scenario
      for each row execute function refuse_change()`,
    `create trigger tr_allocation_scenario__never_emptied before truncate on allocation_scenario
      for each statement execute function refuse_change()`,
    ...neverChanged('allocation_comment'),
  ],
  down: [
    ...dropTables('allocation_comment', 'allocation_scenario'),
    'alter table allocation_run drop column evidence',
  ],
};
