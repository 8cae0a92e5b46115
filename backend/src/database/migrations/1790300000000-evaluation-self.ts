import {
  CITY_IN_SCOPE,
  dropTables,
  neverChanged,
  ofCounties,
  type GatheringPart,
} from './1790200000000-gathering-part';

/** 单位自评: one form a county, program and year. */
export const SELF_EVALUATIONS: GatheringPart = {
  up: [
    `create table self_evaluation (
      city_id text not null,
      county_id text not null,
      program_id text not null,
      year integer not null,
      stage text not null,
      answers jsonb not null,
      figures jsonb,
      lock integer not null,
      return_reason text,
      submitted_on date,
      submitted_by text,
      approved_on date,
      approved_by text,
      constraint pk_self_evaluation primary key (city_id, county_id, program_id, year),
      constraint ck_self_evaluation__stage check (stage in ('open', 'submitted', 'returned', 'approved')),
      constraint ck_self_evaluation__submitted
        check (stage in ('open', 'returned') or (figures is not null and submitted_on is not null)),
      constraint ck_self_evaluation__approver check (approved_by is null or approved_by <> submitted_by)
    )`,
    ...ofCounties('self_evaluation'),
    'create index ix_self_evaluation__county on self_evaluation (county_id, program_id, year)',
    // 汇总自评表 as it was finalised: no run of the engine stands behind it, because each county has goals of its own.
    `create table self_summary (
      city_id text not null,
      round_id uuid not null,
      snapshot jsonb not null,
      sha256 text not null,
      finalised_on date not null,
      document_number text not null,
      finalised_by text not null,
      finalised_at timestamptz not null,
      constraint pk_self_summary primary key (city_id, round_id),
      constraint fk_self_summary__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id),
      constraint ck_self_summary__sha256 check (sha256 ~ '^[0-9a-f]{64}$')
    )`,
    'alter table self_summary enable row level security',
    'alter table self_summary force row level security',
    `create policy self_summary_city on self_summary using (${CITY_IN_SCOPE})`,
    ...neverChanged('self_summary'),
    'alter table evaluation_round drop constraint ck_evaluation_round__finalised',
    `alter table evaluation_round add constraint ck_evaluation_round__finalised
      check ((finalised_on is null) = (finalised_run_id is null) or kind = 'selfEvaluation')`,
  ],
  down: [
    'alter table evaluation_round no force row level security',
    `update evaluation_round set finalised_on = null, document_number = null where finalised_run_id is null`,
    'alter table evaluation_round force row level security',
    'alter table evaluation_round drop constraint ck_evaluation_round__finalised',
    `alter table evaluation_round add constraint ck_evaluation_round__finalised
      check ((finalised_on is null) = (finalised_run_id is null))`,
    ...dropTables('self_summary', 'self_evaluation'),
  ],
};
