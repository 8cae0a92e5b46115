import { neverChanged, type GatheringPart } from './1790200000000-gathering-part';

const HISTORIES = ['holiday_table', 'duty_rule', 'closed_year'] as const;

/** Read in any business scope, written by who carries the whole city; no row is ever changed or removed. */
const ofTheCity = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_read on ${table} for select
     using ((select nullif(current_setting('yuheng.scope', true), '')) is not null)`,
  `create policy ${table}_insert on ${table} for insert
     with check (city_id = (select nullif(current_setting('yuheng.city', true), '')))`,
];

/**
 * What belongs to a month, and what belongs to a year, of a program. The ledger asks for itself; findings are rectified after
 * their year, too.
 */
const BY_MONTH = ['inspection', 'wage_month', 'workload_month'] as const;
const BY_YEAR = ['filing', 'program_post'] as const;

export const closedTo = (tables: readonly string[], told: string): string[] =>
  tables.map(
    (table) => `create trigger tr_${table}__year_open before insert or update or delete on ${table}
      for each row execute function ${told}()`,
  );

const opened = (tables: readonly string[]): string[] =>
  tables.map((table) => `drop trigger tr_${table}__year_open on ${table}`);

/** Held shared by who writes into a year, and alone by who closes it: what is on its way is there before the year is closed. */
const yearLock = (row: string): string => `7264161, hashtext(${row}.city_id || '/' || ${row}.program_id)`;

/** In the name of the constraint the breach becomes a problem that a person can read. */
const refuseClosed = (name: string, year: string): string => `
  create function ${name}() returns trigger language plpgsql as $$
  declare written record := case when tg_op = 'DELETE' then old else new end;
  begin
    perform pg_advisory_xact_lock_shared(${yearLock('written')});
    if year_is_closed(written.city_id, written.program_id, ${year}) then
      raise exception 'the year is closed' using errcode = 'check_violation', constraint = 'ck_year__open';
    end if;
    return written;
  end $$`;

/** Holiday tables, rules of duties and closed years: each a history of versions. */
export const DUTIES: GatheringPart = {
  up: [
    `create table holiday_table (
      city_id text not null,
      year integer not null,
      version integer not null,
      document text not null,
      days_off jsonb not null,
      days_worked jsonb not null,
      reason text not null,
      loaded_by text not null,
      loaded_at timestamptz not null,
      constraint pk_holiday_table primary key (city_id, year, version),
      constraint ck_holiday_table__version check (version >= 1)
    )`,
    `create table duty_rule (
      city_id text not null,
      rule_id text not null,
      version integer not null,
      from_year integer not null,
      content jsonb not null,
      reason text not null,
      changed_by text not null,
      changed_at timestamptz not null,
      constraint pk_duty_rule primary key (city_id, rule_id, version),
      constraint ck_duty_rule__version check (version >= 1)
    )`,
    `create table closed_year (
      city_id text not null,
      program_id text not null,
      year integer not null,
      number integer not null,
      act text not null,
      reason text not null,
      acted_by text not null,
      acted_at timestamptz not null,
      constraint pk_closed_year primary key (city_id, program_id, year, number),
      constraint fk_closed_year__program foreign key (program_id) references program (program_id),
      constraint ck_closed_year__turns check (number >= 1 and act = case when number % 2 = 1 then 'close' else 'reopen' end)
    )`,
    ...HISTORIES.flatMap(ofTheCity),
    ...neverChanged(...HISTORIES),
    `create function year_is_closed(city text, program text, of_year integer) returns boolean language sql stable as $$
      select coalesce((select act = 'close' from closed_year
        where city_id = city and program_id = program and year = of_year order by number desc limit 1), false) $$`,
    refuseClosed('refuse_closed_month', 'left(written.month, 4)::integer'),
    refuseClosed('refuse_closed_year', 'written.year'),
    ...closedTo(BY_MONTH, 'refuse_closed_month'),
    ...closedTo(BY_YEAR, 'refuse_closed_year'),
    `create function wait_for_writers_of_year() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(${yearLock('new')}); return new; end $$`,
    `create trigger tr_closed_year__wait before insert on closed_year
      for each row execute function wait_for_writers_of_year()`,
  ],
  down: [
    ...opened([...BY_MONTH, ...BY_YEAR]),
    'drop function refuse_closed_month()',
    'drop function refuse_closed_year()',
    'drop function year_is_closed(text, text, integer)',
    'drop trigger tr_closed_year__wait on closed_year',
    'drop function wait_for_writers_of_year()',
    ...HISTORIES.map((table) => `drop table ${table} cascade`),
  ],
};
