import { closedTo } from './1790200000000-gathering-duties';
import { CITY_IN_SCOPE, dropTables, neverChanged, ofCounties } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';

const MONTH = `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`;
const KIND = `kind in ('inspection', 'spending', 'workload')`;
const KEY = 'city_id, county_id, program_id, kind, month';
const KEY_COLUMNS = `
  city_id text not null,
  county_id text not null,
  program_id text not null,
  kind text not null,
  month text not null`;
/** The sheet of a row that a trigger looks at. */
const OF_NEW = (alias: string): string =>
  KEY.split(', ')
    .map((column) => `${alias}.${column} = new.${column}`)
    .join(' and ');
const BUSINESS = `(select nullif(current_setting('yuheng.scope', true), '')) is not null`;

/** Sheets (表): templates, the sheet of a county's month, the history of every value and of every act. */
export const SHEETS: GatheringPart = {
  up: [
    `create table sheet_template (
      city_id text not null,
      program_id text not null,
      kind text not null,
      version integer not null,
      valid_from text not null,
      items jsonb not null,
      rules jsonb not null,
      reason text not null,
      created_by text,
      created_at timestamptz not null,
      constraint pk_sheet_template primary key (city_id, program_id, kind, version),
      constraint ck_sheet_template__kind check (${KIND}),
      constraint ck_sheet_template__valid_from check (valid_from ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
    )`,
    `create table sheet (${KEY_COLUMNS},
      template_version integer not null,
      stage text not null,
      due_on date not null,
      opened_at timestamptz not null,
      submitted_on date,
      submitted_by text,
      approved_on date,
      approved_by text,
      approved_at timestamptz,
      return_reason text,
      reopened_reason text,
      reopened_until date,
      unchanged boolean not null,
      asked integer not null,
      filled integer not null,
      passed integer not null,
      failed integer not null,
      not_applicable integer not null,
      version integer not null,
      constraint pk_sheet primary key (${KEY}),
      constraint fk_sheet__template foreign key (city_id, program_id, kind, template_version)
        references sheet_template (city_id, program_id, kind, version),
      constraint ck_sheet__kind check (${KIND}),
      constraint ck_sheet__month check (${MONTH}),
      constraint ck_sheet__stage check (stage in ('open', 'submitted', 'returned', 'approved', 'reopened')),
      constraint ck_sheet__submitted check ((submitted_on is null) = (submitted_by is null)),
      constraint ck_sheet__approver check (approved_by is null or approved_by <> submitted_by),
      constraint ck_sheet__approved check (stage <> 'approved' or (approved_by is not null and approved_at is not null)),
      constraint ck_sheet__reopened check (stage <> 'reopened' or (reopened_reason is not null and reopened_until is not null)),
      constraint ck_sheet__returned check (stage <> 'returned' or return_reason is not null),
      constraint ck_sheet__filled check (filled between 0 and asked)
    )`,
    `create table sheet_value (${KEY_COLUMNS},
      item_id text not null,
      version integer not null,
      state text not null,
      value text,
      conclusion text,
      reason text,
      evidence jsonb not null,
      author text not null,
      at timestamptz not null,
      constraint pk_sheet_value primary key (${KEY}, item_id, version),
      constraint fk_sheet_value__sheet foreign key (${KEY}) references sheet (${KEY}),
      constraint ck_sheet_value__version check (version >= 1),
      constraint ck_sheet_value__state check (state in ('reported', 'notApplicable')),
      constraint ck_sheet_value__conclusion check (conclusion in ('pass', 'fail')),
      constraint ck_sheet_value__content check (state = 'reported' or (value is null and conclusion is null and reason is not null))
    )`,
    `create table sheet_event (${KEY_COLUMNS},
      number integer not null,
      act text not null,
      by text,
      at timestamptz not null,
      reason text,
      check_mode text,
      visit_plan text,
      constraint pk_sheet_event primary key (${KEY}, number),
      constraint fk_sheet_event__sheet foreign key (${KEY}) references sheet (${KEY}),
      constraint ck_sheet_event__act check (act in ('open', 'check', 'submit', 'return', 'approve', 'reopen', 'confirmUnchanged')),
      constraint ck_sheet_event__check check ((act = 'check') = (check_mode is not null) and (act <> 'check' or kind = 'inspection')),
      constraint ck_sheet_event__check_mode check (check_mode in ('online', 'visit')),
      constraint ck_sheet_event__visit_plan check ((coalesce(check_mode, '') = 'visit') = (visit_plan is not null))
    )`,
    ...ofCounties('sheet', 'sheet_value', 'sheet_event'),
    'alter table sheet_template enable row level security',
    'alter table sheet_template force row level security',
    `create policy sheet_template_read on sheet_template for select using (${BUSINESS})`,
    `create policy sheet_template_insert on sheet_template for insert with check (${CITY_IN_SCOPE})`,
    ...neverChanged('sheet_template', 'sheet_value', 'sheet_event'),
    // Held against a change of stage that comes at the same moment: a value is there before it, or is refused after it.
    `create function refuse_value_of_locked_sheet() returns trigger language plpgsql as $$
    declare standing text;
    begin
      select s.stage into standing from sheet s where ${OF_NEW('s')} for share;
      if standing not in ('open', 'returned', 'reopened') then
        raise exception 'the sheet is locked' using errcode = 'restrict_violation', constraint = 'tr_sheet_value__unlocked';
      end if;
      return new;
    end $$`,
    `create trigger tr_sheet_value__unlocked before insert on sheet_value
      for each row execute function refuse_value_of_locked_sheet()`,
    `create function refuse_approval_by_writer() returns trigger language plpgsql as $$
    begin
      if exists (
        with last as (
          select coalesce(max(e.at), '-infinity') as at from sheet_event e where ${OF_NEW('e')} and e.act = 'approve')
        select 1 from sheet_value v cross join last
        where ${OF_NEW('v')} and v.author = new.approved_by and v.at > last.at
        union all
        select 1 from sheet_event c cross join last
        where ${OF_NEW('c')} and c.act = 'check' and c.by = new.approved_by and c.at > last.at) then
        raise exception 'nobody approves what they entered' using errcode = 'restrict_violation', constraint = 'tr_sheet__approver';
      end if;
      return new;
    end $$`,
    ...closedTo(['sheet', 'sheet_value'], 'refuse_closed_month'),
    `create trigger tr_sheet__approver before update on sheet for each row
      when (new.stage = 'approved' and old.stage <> 'approved' and old.approved_at is distinct from new.approved_at)
      execute function refuse_approval_by_writer()`,
  ],
  down: [
    ...dropTables('sheet_event', 'sheet_value', 'sheet', 'sheet_template'),
    'drop function refuse_approval_by_writer()',
    'drop function refuse_value_of_locked_sheet()',
  ],
};
