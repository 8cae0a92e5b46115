import {
  CITY_IN_SCOPE,
  COUNTY_IN_SCOPE,
  dropTables,
  neverChanged,
  ofCounties,
} from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';
import { LEADS_ROUND } from './1790300000000-evaluation-rounds';

const ACCOUNT = `(select nullif(current_setting('yuheng.account', true), '')::uuid)`;
const OWN = `account_id = ${ACCOUNT}`;
/** By the program itself, which loads the demonstration: nobody is signed in. */
const LOADED = `(${CITY_IN_SCOPE} and ${ACCOUNT} is null)`;

/** The rows of another table of the same county of a round. */
const same = (one: string, other: string): string =>
  ['city_id', 'round_id', 'county_id'].map((column) => `${one}.${column} = ${other}.${column}`).join(' and ');
/** Who leads the round of a row, or reviews it for the firm, and has declared no conflict with its county. */
const LEADS = `(${COUNTY_IN_SCOPE} and ${LEADS_ROUND})`;
/** Who marks a county too sees nobody else's marks of it before the own are submitted. */
const notBlind = (table: string): string => `not exists (
    select 1 from evaluation_assignment a where ${same('a', table)} and a.account_id = ${ACCOUNT} and not exists (
      select 1 from score_sheet o where ${same('o', 'a')} and o.account_id = a.account_id and o.state = 'submitted'))`;
const submitted = (table: string): string => `exists (
    select 1 from score_sheet s where ${same('s', table)} and s.account_id = ${table}.account_id and s.state = 'submitted')`;

const SHEET_KEY = `
  city_id text not null,
  round_id uuid not null,
  county_id text not null`;
const ROUND = (table: string): string =>
  `constraint fk_${table}__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id)`;
const ENTRY_CONTENT = `
  version integer not null,
  value jsonb,
  remarks jsonb not null,
  confirmed boolean not null`;

/** Working papers: one account's own, and once submitted also of those who lead the round and of the city. */
const papers = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_own on ${table} for select using (${OWN})`,
  `create policy ${table}_submitted on ${table} for select using (
    (${CITY_IN_SCOPE} or (${LEADS} and ${notBlind(table)})) and ${submitted(table)})`,
  `create policy ${table}_insert on ${table} for insert with check (${OWN} or ${LOADED})`,
];

/** Entering scores: working papers with their history, the sheet that locks them, phrases, requests, and what was submitted. */
export const ENTRIES: GatheringPart = {
  up: [
    `create table score_sheet (${SHEET_KEY},
      account_id uuid not null,
      version integer not null,
      state text not null,
      submitted_at timestamptz,
      signed_name text,
      statement text,
      sha256 text,
      reopened_by text,
      reopened_at timestamptz,
      reopen_reason text,
      constraint pk_score_sheet primary key (city_id, round_id, county_id, account_id),
      ${ROUND('score_sheet')},
      constraint fk_score_sheet__account foreign key (account_id) references account (account_id),
      constraint ck_score_sheet__version check (version >= 1),
      constraint ck_score_sheet__state check (state in ('open', 'submitted', 'reopened')),
      constraint ck_score_sheet__signed check (state = 'open' or (submitted_at is not null and signed_name is not null
        and statement is not null and sha256 ~ '^[0-9a-f]{64}$')),
      constraint ck_score_sheet__reopened check (state <> 'reopened' or (reopened_by is not null and reopened_at is not null
        and reopen_reason is not null))
    )`,
    `create table score_entry (${SHEET_KEY},
      indicator_id text not null,
      account_id uuid not null,${ENTRY_CONTENT},
      updated_at timestamptz not null,
      constraint pk_score_entry primary key (city_id, round_id, county_id, indicator_id, account_id),
      ${ROUND('score_entry')},
      constraint fk_score_entry__account foreign key (account_id) references account (account_id),
      constraint ck_score_entry__version check (version >= 1)
    )`,
    'create index ix_score_entry__account on score_entry (account_id, round_id, county_id)',
    `create table score_entry_version (${SHEET_KEY},
      indicator_id text not null,
      account_id uuid not null,${ENTRY_CONTENT},
      at timestamptz not null,
      constraint pk_score_entry_version primary key (city_id, round_id, county_id, indicator_id, account_id, version)
    )`,
    `create table score_phrase (
      city_id text not null,
      phrase_id uuid not null,
      account_id uuid not null,
      firm_id uuid,
      indicator_id text,
      point text not null,
      fact text not null,
      basis text not null,
      made_at timestamptz not null,
      constraint pk_score_phrase primary key (city_id, phrase_id),
      constraint fk_score_phrase__account foreign key (account_id) references account (account_id)
    )`,
    'create index ix_score_phrase__account on score_phrase (account_id)',
    `create table evidence_request (${SHEET_KEY},
      request_id uuid not null,
      indicator_id text not null,
      account_id uuid not null,
      text text not null,
      due_on date not null,
      asked_at timestamptz not null,
      version integer not null,
      answer text,
      evidence jsonb not null,
      answered_by text,
      answered_at timestamptz,
      constraint pk_evidence_request primary key (city_id, round_id, county_id, request_id),
      ${ROUND('evidence_request')},
      constraint fk_evidence_request__account foreign key (account_id) references account (account_id),
      constraint ck_evidence_request__answered check ((answer is null) = (answered_by is null)
        and (answer is null) = (answered_at is null))
    )`,
    'create index ix_evidence_request__county on evidence_request (county_id, round_id)',
    // What was submitted is its score in marks, with the value that another rule asks for, whether it was marked, confirmed
    // or set against the computed score, and the remarks.
    `alter table evaluator_mark
      alter column marks type numeric,
      add column account_id uuid,
      add column kind text not null default 'mark',
      add column value jsonb,
      add column final_score numeric,
      add column reason text,
      add column remarks jsonb not null default '[]',
      add constraint ck_evaluator_mark__kind check (kind in ('mark', 'confirmation', 'exception')),
      add constraint ck_evaluator_mark__exception check ((kind = 'exception') = (final_score is not null)
        and (kind = 'exception') = (reason is not null))`,
    // The owner, too, is bound to a scope: what was there before is named by its account without one.
    'alter table evaluator_mark no force row level security',
    'update evaluator_mark m set account_id = a.account_id from account a where a.username = m.evaluator',
    'alter table evaluator_mark force row level security',
    `alter table score_sheet enable row level security`,
    `alter table score_sheet force row level security`,
    `create policy score_sheet_read on score_sheet for select using (${OWN} or ${CITY_IN_SCOPE} or ${LEADS})`,
    `create policy score_sheet_insert on score_sheet for insert with check (${OWN} or ${LOADED})`,
    `create policy score_sheet_update on score_sheet for update using (${OWN} or ${LEADS})`,
    ...papers('score_entry'),
    `create policy score_entry_update on score_entry for update using (${OWN})`,
    ...papers('score_entry_version'),
    ...neverChanged('score_entry_version'),
    `alter table score_phrase enable row level security`,
    `alter table score_phrase force row level security`,
    `create policy score_phrase_read on score_phrase for select using (${OWN} or exists (
      select 1 from round_member m where m.city_id = score_phrase.city_id and m.firm_id = score_phrase.firm_id
        and m.account_id = ${ACCOUNT} and m.withdrawn_on is null))`,
    `create policy score_phrase_insert on score_phrase for insert with check (${OWN})`,
    `create policy score_phrase_delete on score_phrase for delete using (${OWN})`,
    ...ofCounties('evidence_request'),
    `create trigger tr_evidence_request__evidence before insert or update on evidence_request for each row
      when (new.evidence <> '[]') execute function refuse_unknown_evidence()`,
    // Bureau staff read what was submitted and write none of it.
    'drop policy evaluator_mark_in_scope on evaluator_mark',
    // One policy, so that what costs little is asked first: of two PostgreSQL asks the later one first, for each row.
    `create policy evaluator_mark_read on evaluator_mark for select using (
      ${CITY_IN_SCOPE} or (${LEADS} and ${notBlind('evaluator_mark')}))`,
    `create policy evaluator_mark_insert on evaluator_mark for insert with check (${LOADED}
      or (${OWN} and evaluator = (select a.username from account a where a.account_id = ${ACCOUNT})))`,
    `create policy evaluator_mark_delete on evaluator_mark for delete using (${OWN})`,
    // Every state of an entry is kept, whoever writes it.
    `create function keep_entry_version() returns trigger language plpgsql as $$
    begin
      insert into score_entry_version (city_id, round_id, county_id, indicator_id, account_id, version, value, remarks, confirmed, at)
      values (new.city_id, new.round_id, new.county_id, new.indicator_id, new.account_id, new.version, new.value, new.remarks,
        new.confirmed, new.updated_at);
      return null;
    end $$`,
    `create trigger tr_score_entry__version after insert or update on score_entry
      for each row execute function keep_entry_version()`,
    // Held against a submission that comes at the same moment: an entry is there before it, or is refused after it.
    `create function refuse_entry_of_locked_sheet() returns trigger language plpgsql as $$
    declare standing text;
    begin
      select s.state into standing from score_sheet s where ${same('s', 'new')} and s.account_id = new.account_id for share;
      if standing = 'submitted' then
        raise exception 'the score sheet is locked' using errcode = 'restrict_violation', constraint = 'tr_score_entry__unlocked';
      end if;
      return new;
    end $$`,
    `create trigger tr_score_entry__unlocked before insert or update on score_entry
      for each row execute function refuse_entry_of_locked_sheet()`,
    // Reopened by who leads the round, who writes no mark: what was submitted goes back to being a working paper.
    `create function withdraw_reopened_marks() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      city text := current_setting('yuheng.city', true);
      account text := current_setting('yuheng.account', true);
    begin
      perform set_config('yuheng.city', new.city_id, true), set_config('yuheng.account', new.account_id::text, true);
      delete from evaluator_mark m where ${same('m', 'new')} and m.account_id = new.account_id;
      perform set_config('yuheng.city', coalesce(city, ''), true), set_config('yuheng.account', coalesce(account, ''), true);
      return null;
    end $$`,
    'revoke all on function withdraw_reopened_marks() from public',
    `create trigger tr_score_sheet__reopened after update on score_sheet for each row
      when (old.state = 'submitted' and new.state = 'reopened') execute function withdraw_reopened_marks()`,
  ],
  down: [
    'drop policy evaluator_mark_read on evaluator_mark',
    'drop policy evaluator_mark_insert on evaluator_mark',
    'drop policy evaluator_mark_delete on evaluator_mark',
    `create policy evaluator_mark_in_scope on evaluator_mark using (${CITY_IN_SCOPE})`,
    `alter table evaluator_mark
      drop constraint ck_evaluator_mark__kind, drop constraint ck_evaluator_mark__exception`,
    // What was not known before cannot stay.
    'alter table evaluator_mark no force row level security',
    "delete from evaluator_mark where kind <> 'mark' or value is not null",
    'alter table evaluator_mark force row level security',
    `alter table evaluator_mark
      alter column marks type numeric(6,2),
      drop column account_id, drop column kind, drop column value, drop column final_score, drop column reason, drop column remarks`,
    ...dropTables('evidence_request', 'score_phrase', 'score_entry_version', 'score_entry', 'score_sheet'),
    'drop function withdraw_reopened_marks()',
    'drop function refuse_entry_of_locked_sheet()',
    'drop function keep_entry_version()',
  ],
};
