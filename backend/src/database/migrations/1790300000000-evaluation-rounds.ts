import { CITY_IN_SCOPE, COUNTY_IN_SCOPE, dropTables, neverChanged } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';

/** Read in any business scope: what is published or common to the whole city. */
export const ANY_BUSINESS_SCOPE = `(select nullif(current_setting('yuheng.scope', true), '')) is not null`;
/** The acting account is in the team of the row's round, and has not been withdrawn. */
export const IN_ROUND = `round_rank(city_id, round_id) is not null`;
/** The acting account leads the row's round (主评人) or reviews it for its firm (机构复核). */
export const LEADS_ROUND = `round_rank(city_id, round_id) in ('lead', 'reviewer')`;

const secured = (...tables: readonly string[]): string[] =>
  tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
  ]);

const STEPS = `'commissioned', 'plan', 'notice', 'documentList', 'fieldwork', 'scoring', 'deliberation', 'replies',
  'rulings', 'finalised', 'feedback', 'rectification', 'closure', 'published', 'archived'`;

/** Rounds (评价批次): window and dates, who works in them, and their steps with date, document number and scan. */
export const ROUNDS: GatheringPart = {
  up: [
    `alter table evaluation_round
      add column window_from text,
      add column window_to text,
      add column score_by date,
      add column reply_by date,
      add column gap_marks numeric(6,2) not null default 3,
      add column markers integer not null default 1,
      add column second_share integer not null default 0,
      add column rotate boolean not null default true,
      add column seed integer not null default 1,
      add column version integer not null default 1,
      add column created_by text,
      add column created_at timestamptz,
      add column method_sha256 text`,
    // Row security is forced on the owner, too.
    'alter table evaluation_round no force row level security',
    `update evaluation_round set window_from = year || '-01', window_to = year || '-12'`,
    'alter table evaluation_round force row level security',
    `alter table evaluation_round
      alter column window_from set not null,
      alter column window_to set not null,
      add constraint ck_evaluation_round__window check (window_from ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'
        and window_to ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and window_from <= window_to
        and left(window_from, 4) = year::text and left(window_to, 4) = year::text),
      add constraint ck_evaluation_round__dates check (score_by <= reply_by),
      add constraint ck_evaluation_round__gap_marks check (gap_marks > 0),
      add constraint ck_evaluation_round__markers check (markers between 1 and 5),
      add constraint ck_evaluation_round__second_share check (second_share between 0 and 100),
      add constraint ck_evaluation_round__method_sha256 check (method_sha256 ~ '^[0-9a-f]{64}$')`,
    `create table evaluation_firm (
      city_id text not null,
      firm_id uuid not null,
      name text not null,
      code text not null,
      version integer not null,
      closed_on date,
      constraint pk_evaluation_firm primary key (city_id, firm_id),
      constraint uq_evaluation_firm__code unique (city_id, code),
      constraint ck_evaluation_firm__name check (name <> '' and code <> '')
    )`,
    `create table round_member (
      city_id text not null,
      round_id uuid not null,
      account_id uuid not null,
      firm_id uuid not null,
      rank text not null,
      joined_on date not null,
      withdrawn_on date,
      withdrawn_reason text,
      constraint pk_round_member primary key (city_id, round_id, account_id),
      constraint fk_round_member__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id),
      constraint fk_round_member__firm foreign key (city_id, firm_id) references evaluation_firm (city_id, firm_id),
      constraint fk_round_member__account foreign key (account_id) references account (account_id),
      constraint ck_round_member__rank check (rank in ('member', 'lead', 'reviewer')),
      constraint ck_round_member__withdrawn check ((withdrawn_on is null) = (withdrawn_reason is null))
    )`,
    'create index ix_round_member__account on round_member (account_id)',
    // Its rows are what the policies of the others rest on: the function below reads them with the rights of the owner,
    // on whom row security is therefore not forced here.
    'alter table round_member enable row level security',
    `create function round_rank(of_city text, of_round uuid) returns text
      language sql stable security definer set search_path = public, pg_temp as $$
      select m.rank from round_member m
      where m.city_id = of_city and m.round_id = of_round and m.withdrawn_on is null
        and m.account_id = nullif(current_setting('yuheng.account', true), '')::uuid $$`,
    'revoke all on function round_rank(text, uuid) from public',
    `create table round_file (
      city_id text not null,
      round_id uuid not null,
      file_id uuid not null,
      county_id text,
      name text not null,
      media_type text not null,
      size integer not null,
      sha256 text not null,
      content bytea not null,
      uploaded_by text not null,
      uploaded_at timestamptz not null,
      constraint pk_round_file primary key (city_id, round_id, file_id),
      constraint fk_round_file__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id),
      constraint ck_round_file__sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
      constraint ck_round_file__size check (size = octet_length(content) and size > 0)
    )`,
    `create table round_step (
      city_id text not null,
      round_id uuid not null,
      number integer not null,
      step text not null,
      taken_on date not null,
      document_number text,
      note text,
      file_id uuid,
      passed_over boolean not null,
      by text not null,
      at timestamptz not null,
      constraint pk_round_step primary key (city_id, round_id, number),
      constraint fk_round_step__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id),
      constraint fk_round_step__file foreign key (city_id, round_id, file_id) references round_file (city_id, round_id, file_id),
      constraint ck_round_step__step check (step in (${STEPS})),
      constraint ck_round_step__passed_over check (not passed_over or note is not null)
    )`,
    `create table round_comment (
      city_id text not null,
      round_id uuid not null,
      county_id text not null,
      indicator_id text not null,
      number integer not null,
      kind text not null,
      comment text not null,
      by text not null,
      at timestamptz not null,
      answer text,
      answered_by text,
      answered_at timestamptz,
      outcome text,
      constraint pk_round_comment primary key (city_id, round_id, county_id, indicator_id, number),
      constraint fk_round_comment__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id),
      constraint ck_round_comment__kind check (kind in ('comment', 'changeRequest')),
      constraint ck_round_comment__answer check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)
        and (kind = 'changeRequest' and answer is not null) = (outcome is not null)),
      constraint ck_round_comment__outcome check (outcome in ('changed', 'kept'))
    )`,
    ...secured('evaluation_firm', 'round_file', 'round_step', 'round_comment'),
    ...neverChanged('round_file', 'round_step'),
    `create trigger tr_round_comment__answered_once before update on round_comment for each row
      when (old.answer is not null) execute function refuse_change()`,
    `create trigger tr_round_comment__kept before delete or update of city_id, round_id, county_id, indicator_id, number, kind,
      comment, by, at on round_comment for each row execute function refuse_change()`,
    `create policy round_member_read on round_member for select using (
      account_id = (select nullif(current_setting('yuheng.account', true), '')::uuid) or ${CITY_IN_SCOPE} or ${LEADS_ROUND})`,
    `create policy round_member_insert on round_member for insert with check (${CITY_IN_SCOPE})`,
    `create policy round_member_update on round_member for update using (${CITY_IN_SCOPE})`,
    // The firms that an account reads of are its own and those of the teams that it leads.
    `create policy evaluation_firm_read on evaluation_firm for select using (${CITY_IN_SCOPE} or exists (
      select 1 from round_member m where m.city_id = evaluation_firm.city_id and m.firm_id = evaluation_firm.firm_id
        and (m.account_id = (select nullif(current_setting('yuheng.account', true), '')::uuid)
          or round_rank(m.city_id, m.round_id) in ('lead', 'reviewer'))))`,
    `create policy evaluation_firm_insert on evaluation_firm for insert with check (${CITY_IN_SCOPE})`,
    `create policy evaluation_firm_update on evaluation_firm for update using (${CITY_IN_SCOPE})`,
    // A scan of a county is read like the county's other rows; one of the round by the city and the team.
    `create policy round_file_read on round_file for select using (
      ${CITY_IN_SCOPE} or (county_id is null and ${IN_ROUND}) or ${COUNTY_IN_SCOPE})`,
    `create policy round_file_insert on round_file for insert with check (${CITY_IN_SCOPE} or ${COUNTY_IN_SCOPE})`,
    `create policy round_step_read on round_step for select using (${ANY_BUSINESS_SCOPE} or ${IN_ROUND})`,
    `create policy round_step_insert on round_step for insert with check (${CITY_IN_SCOPE})`,
    // Never the county's own people: what is said of marks in work is not theirs to read.
    `create policy round_comment_read on round_comment for select using (
      ${CITY_IN_SCOPE} or (${COUNTY_IN_SCOPE} and ${IN_ROUND}))`,
    `create policy round_comment_insert on round_comment for insert with check (${CITY_IN_SCOPE})`,
    `create policy round_comment_answer on round_comment for update using (${COUNTY_IN_SCOPE} and ${IN_ROUND})`,
    'drop policy evaluation_round_assigned on evaluation_round',
    `create policy evaluation_round_of_member on evaluation_round for select using (${IN_ROUND})`,
    `create policy evaluation_method_of_member on evaluation_method for select using (exists (
      select 1 from evaluation_round r where r.city_id = evaluation_method.city_id
        and r.program_id = evaluation_method.program_id and r.method_version = evaluation_method.version
        and round_rank(r.city_id, r.round_id) is not null))`,
  ],
  down: [
    'drop policy evaluation_method_of_member on evaluation_method',
    'drop policy evaluation_round_of_member on evaluation_round',
    `create policy evaluation_round_assigned on evaluation_round for select using (exists (
      select 1 from evaluation_assignment a where a.city_id = evaluation_round.city_id
        and a.round_id = evaluation_round.round_id
        and a.account_id = (select nullif(current_setting('yuheng.account', true), '')::uuid)))`,
    ...dropTables('round_comment', 'round_step', 'round_file', 'round_member', 'evaluation_firm'),
    'drop function round_rank(text, uuid)',
    `alter table evaluation_round
      drop constraint ck_evaluation_round__window,
      drop constraint ck_evaluation_round__dates,
      drop constraint ck_evaluation_round__gap_marks,
      drop constraint ck_evaluation_round__markers,
      drop constraint ck_evaluation_round__second_share,
      drop constraint ck_evaluation_round__method_sha256,
      ${'window_from window_to score_by reply_by gap_marks markers second_share rotate seed version created_by created_at method_sha256'
        .split(' ')
        .map((column) => `drop column ${column}`)
        .join(', ')}`,
  ],
};
