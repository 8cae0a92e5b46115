import { dropTables, neverChanged, ofCounties, type GatheringPart } from './1790200000000-gathering-part';

const KEY = 'city_id, county_id, program_id, year';
const KEY_COLUMNS = `city_id text not null,
      county_id text not null,
      program_id text not null,
      year integer not null`;

/** 绩效目标表 in versions, what happened to them, and the mid-year form. */
export const GOALS: GatheringPart = {
  up: [
    `create table performance_goal (
      ${KEY_COLUMNS},
      version integer not null,
      stage text not null,
      content jsonb not null,
      lock integer not null,
      submitted_by text,
      reviewed_by text,
      return_reason text,
      document_number text,
      issued_on date,
      constraint pk_performance_goal primary key (${KEY}, version),
      constraint ck_performance_goal__stage
        check (stage in ('open', 'submitted', 'returned', 'reviewed', 'agreed', 'issued')),
      constraint ck_performance_goal__issued
        check ((stage = 'issued') = (document_number is not null and issued_on is not null)),
      constraint ck_performance_goal__reviewer check (reviewed_by is null or reviewed_by <> submitted_by)
    )`,
    // One version is worked on at a time.
    `create unique index uq_performance_goal__one_open on performance_goal (${KEY}) where stage <> 'issued'`,
    `create function refuse_issued_goal() returns trigger language plpgsql as $$
      begin
        raise exception 'an issued table of goals is never changed' using errcode = 'restrict_violation';
      end $$`,
    `create trigger tr_performance_goal__issued after update or delete on performance_goal
      for each row when (old.stage = 'issued') execute function refuse_issued_goal()`,
    `create table goal_event (
      ${KEY_COLUMNS},
      event_id uuid not null,
      version integer not null,
      act text not null,
      by_username text not null,
      at timestamptz not null,
      reason text,
      constraint pk_goal_event primary key (${KEY}, event_id),
      constraint ck_goal_event__act
        check (act in ('save', 'submit', 'return', 'review', 'agree', 'issue', 'adjust'))
    )`,
    `create table mid_year_form (
      ${KEY_COLUMNS},
      stage text not null,
      answers jsonb not null,
      figures jsonb,
      lock integer not null,
      return_reason text,
      submitted_on date,
      submitted_by text,
      approved_on date,
      approved_by text,
      constraint pk_mid_year_form primary key (${KEY}),
      constraint ck_mid_year_form__stage check (stage in ('open', 'submitted', 'returned', 'approved')),
      constraint ck_mid_year_form__submitted
        check (stage in ('open', 'returned') or (figures is not null and submitted_on is not null)),
      constraint ck_mid_year_form__approver check (approved_by is null or approved_by <> submitted_by)
    )`,
    ...ofCounties('performance_goal', 'goal_event', 'mid_year_form'),
    ...neverChanged('goal_event'),
  ],
  down: [
    ...dropTables('mid_year_form', 'goal_event', 'performance_goal'),
    'drop function refuse_issued_goal()',
  ],
};
