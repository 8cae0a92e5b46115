import { dropTables, ofCounties, type GatheringPart } from './1790200000000-gathering-part';

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
  ],
  down: dropTables('self_evaluation'),
};
