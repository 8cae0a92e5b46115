import { RUN_POLICIES as FORMER_RUN_POLICIES } from './1790000000000-first-security';
import { CITY_IN_SCOPE, COUNTY_IN_SCOPE, dropTables, neverChanged } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';
import { ANY_BUSINESS_SCOPE, IN_ROUND, LEADS_ROUND } from './1790300000000-evaluation-rounds';

const ACCOUNT = `(select nullif(current_setting('yuheng.account', true), '')::uuid)`;
const CITY_SEEN = `(select nullif(current_setting('yuheng.city', true), ''))`;
/** By the program itself, which loads the demonstration: nobody is signed in. */
const LOADED = `(${CITY_IN_SCOPE} and ${ACCOUNT} is null)`;
/** The county's own people: neither the city nor the team of the round. */
const BY_COUNTY = `(${COUNTY_IN_SCOPE} and ${CITY_SEEN} is null and not ${IN_ROUND})`;
const BY_LEAD = `(${COUNTY_IN_SCOPE} and ${LEADS_ROUND})`;

const ROUND_KEY = `city_id text not null,
      round_id uuid not null`;
const COUNTY_KEY = `${ROUND_KEY},
      county_id text not null`;
const ofRound = (table: string): string =>
  `constraint fk_${table}__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id)`;
const SHEET = 'city_id, round_id, county_id, draft_number';

const secured = (...tables: readonly string[]): string[] =>
  tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
  ]);

/** A run that a round names: the draft that its counties were shown, or a finalised result. */
const named = (table: string): string =>
  ['draft_result', 'round_finalisation']
    .map(
      (by) =>
        `exists (select 1 from ${by} n where n.city_id = ${table}.city_id and n.run_id = ${table}.run_id)`,
    )
    .join(' or ');

/** The policies of the first migration under which runs are read, by their names. */
const formerPolicy = (name: string): string =>
  FORMER_RUN_POLICIES.split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`create policy ${name} `)) ?? '';

const RESTS_ON_ONE = 'ck_finding__rests_on_one';

/** From the score sheets to the result: 合议, the draft and the counties' opinions on it, rulings, 定案, and findings of it. */
export const RESULTS: GatheringPart = {
  up: [
    `create table deliberation (${COUNTY_KEY},
      indicator_id text not null,
      number integer not null,
      held_on date not null,
      members jsonb not null,
      minutes_number text not null,
      text text not null,
      final_score numeric,
      value jsonb,
      reason text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      constraint pk_deliberation primary key (city_id, round_id, county_id, indicator_id, number),
      ${ofRound('deliberation')},
      constraint ck_deliberation__members check (jsonb_array_length(members) >= 2),
      constraint ck_deliberation__one check (final_score is null or value is null),
      constraint ck_deliberation__number check (number >= 1)
    )`,
    `create table draft_result (${ROUND_KEY},
      number integer not null,
      run_id uuid not null,
      opened_on date not null,
      reply_by date not null,
      document_number text,
      opened_by text not null,
      opened_at timestamptz not null,
      constraint pk_draft_result primary key (city_id, round_id, number),
      ${ofRound('draft_result')},
      constraint fk_draft_result__run foreign key (city_id, run_id) references scoring_run (city_id, run_id),
      constraint ck_draft_result__number check (number >= 1),
      constraint ck_draft_result__dates check (reply_by >= opened_on)
    )`,
    `create table reply_sheet (${COUNTY_KEY},
      draft_number integer not null,
      version integer not null,
      state text not null,
      submitted_by text,
      submitted_at timestamptz,
      constraint pk_reply_sheet primary key (${SHEET}),
      constraint fk_reply_sheet__draft foreign key (city_id, round_id, draft_number) references draft_result (city_id, round_id, number),
      constraint ck_reply_sheet__state check (state in ('open', 'submitted')),
      constraint ck_reply_sheet__submitted check ((state = 'submitted') = (submitted_by is not null)
        and (submitted_by is null) = (submitted_at is null))
    )`,
    `create table county_reply (${COUNTY_KEY},
      draft_number integer not null,
      indicator_id text not null,
      text text not null,
      asked_score numeric,
      evidence jsonb not null,
      written_by text not null,
      written_at timestamptz not null,
      constraint pk_county_reply primary key (${SHEET}, indicator_id),
      constraint fk_county_reply__sheet foreign key (${SHEET}) references reply_sheet (${SHEET}),
      constraint ck_county_reply__text check (text <> '')
    )`,
    `create table reply_ruling (${COUNTY_KEY},
      draft_number integer not null,
      indicator_id text not null,
      version integer not null,
      ruling text not null,
      final_score numeric,
      reason text not null,
      ruled_by text not null,
      ruled_at timestamptz not null,
      constraint pk_reply_ruling primary key (${SHEET}, indicator_id, version),
      constraint fk_reply_ruling__reply foreign key (${SHEET}, indicator_id) references county_reply (${SHEET}, indicator_id),
      constraint ck_reply_ruling__ruling check (ruling in ('accepted', 'partlyAccepted', 'notAccepted')),
      constraint ck_reply_ruling__score check ((ruling = 'notAccepted') = (final_score is null)),
      constraint ck_reply_ruling__version check (version >= 1)
    )`,
    `create table round_finalisation (${ROUND_KEY},
      number integer not null,
      run_id uuid not null,
      finalised_on date not null,
      document_number text not null,
      marking_error numeric,
      finalised_by text not null,
      finalised_at timestamptz not null,
      constraint pk_round_finalisation primary key (city_id, round_id, number),
      ${ofRound('round_finalisation')},
      constraint fk_round_finalisation__run foreign key (city_id, run_id) references scoring_run (city_id, run_id),
      constraint ck_round_finalisation__number check (number >= 1),
      constraint ck_round_finalisation__marking_error check (marking_error >= 0)
    )`,
    ...['reply_sheet', 'county_reply', 'reply_ruling', 'deliberation'].map(
      (table) => `create index ix_${table}__county on ${table} (county_id, round_id)`,
    ),
    'create index ix_draft_result__run on draft_result (run_id)',
    'create index ix_round_finalisation__run on round_finalisation (run_id)',
    // What was finalised before has its record as number 1.
    'alter table evaluation_round no force row level security',
    `insert into round_finalisation (city_id, round_id, number, run_id, finalised_on, document_number, finalised_by, finalised_at)
      select r.city_id, r.round_id, 1, r.finalised_run_id, r.finalised_on, coalesce(r.document_number, '（迁移前未登记文号）'),
        coalesce(s.created_by, 'installation'), s.created_at
      from evaluation_round r, scoring_run s where s.city_id = r.city_id and s.run_id = r.finalised_run_id`,
    'alter table evaluation_round force row level security',
    ...secured(
      'deliberation',
      'draft_result',
      'reply_sheet',
      'county_reply',
      'reply_ruling',
      'round_finalisation',
    ),
    ...neverChanged('deliberation', 'draft_result', 'reply_ruling', 'round_finalisation'),
    `create trigger tr_county_reply__evidence before insert or update on county_reply for each row
      when (new.evidence <> '[]') execute function refuse_unknown_evidence()`,
    // What the team says among itself is not the county's to read; its conclusion stands in the explanation.
    `create policy deliberation_read on deliberation for select using (
      ${COUNTY_IN_SCOPE} and (${CITY_IN_SCOPE} or ${LEADS_ROUND}))`,
    `create policy deliberation_insert on deliberation for insert with check (${BY_LEAD} or ${LOADED})`,
    ...['draft_result', 'round_finalisation'].flatMap((table) => [
      `create policy ${table}_read on ${table} for select using (${ANY_BUSINESS_SCOPE} or ${IN_ROUND})`,
      `create policy ${table}_insert on ${table} for insert with check (${CITY_IN_SCOPE})`,
    ]),
    `create policy reply_sheet_read on reply_sheet for select using (${COUNTY_IN_SCOPE})`,
    `create policy reply_sheet_insert on reply_sheet for insert with check (${BY_COUNTY} or ${LOADED})`,
    `create policy reply_sheet_update on reply_sheet for update using (${BY_COUNTY})`,
    // Until its county has handed it in an opinion is nobody else's.
    `create policy county_reply_read on county_reply for select using (${BY_COUNTY} or (${COUNTY_IN_SCOPE} and exists (
      select 1 from reply_sheet s where s.city_id = county_reply.city_id and s.round_id = county_reply.round_id
        and s.county_id = county_reply.county_id and s.draft_number = county_reply.draft_number and s.state = 'submitted')))`,
    `create policy county_reply_insert on county_reply for insert with check (${BY_COUNTY} or ${LOADED})`,
    `create policy county_reply_update on county_reply for update using (${BY_COUNTY})`,
    `create policy county_reply_delete on county_reply for delete using (${BY_COUNTY})`,
    `create policy reply_ruling_read on reply_ruling for select using (${COUNTY_IN_SCOPE})`,
    `create policy reply_ruling_insert on reply_ruling for insert with check (${BY_LEAD} or ${LOADED})`,
    // The lead evaluator asks a third one to mark what two are apart on.
    `create policy evaluation_assignment_third on evaluation_assignment for insert with check (turn = 'third' and ${BY_LEAD})`,
    // A county reads of a round what it was shown and what is final, and goes on reading what a later result left behind.
    'drop policy scoring_run_read on scoring_run',
    'drop policy scoring_result_read on scoring_result',
    `create policy scoring_run_read on scoring_run for select using (${CITY_IN_SCOPE} or ${named('scoring_run')})`,
    `create policy scoring_result_read on scoring_result for select using (
      ${COUNTY_IN_SCOPE} and (${CITY_IN_SCOPE} or ${named('scoring_result')}))`,
    `alter table finding
      add column round_id uuid,
      add column indicator_id text,
      add column clause text,
      drop constraint ${RESTS_ON_ONE},
      add constraint fk_finding__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id),
      add constraint ${RESTS_ON_ONE} check (
        (result_item_id is not null)::integer + (doubt_id is not null)::integer + (round_id is not null)::integer = 1
        and item_id = coalesce(result_item_id, doubt_id, item_id) and (round_id is null or item_id like 'evaluation-%')),
      add constraint ck_finding__of_evaluation check (
        (round_id is null) = (indicator_id is null) and (round_id is null) = (clause is null))`,
  ],
  down: [
    'drop policy evaluation_assignment_third on evaluation_assignment',
    'alter table finding no force row level security',
    'alter table finding_event no force row level security',
    'alter table finding_event disable trigger user',
    `delete from finding_event e using finding f where f.round_id is not null and f.city_id = e.city_id
      and f.county_id = e.county_id and f.program_id = e.program_id and f.month = e.month and f.item_id = e.item_id`,
    'alter table finding_event enable trigger user',
    'delete from finding where round_id is not null',
    'alter table finding_event force row level security',
    'alter table finding force row level security',
    `alter table finding drop constraint ck_finding__of_evaluation, drop constraint ${RESTS_ON_ONE},
      drop constraint fk_finding__round, drop column round_id, drop column indicator_id, drop column clause,
      add constraint ${RESTS_ON_ONE} check (item_id = coalesce(result_item_id, doubt_id)
        and (result_item_id is null) <> (doubt_id is null))`,
    'drop policy scoring_run_read on scoring_run',
    'drop policy scoring_result_read on scoring_result',
    formerPolicy('scoring_run_read'),
    formerPolicy('scoring_result_read'),
    ...dropTables(
      'round_finalisation',
      'reply_ruling',
      'county_reply',
      'reply_sheet',
      'draft_result',
      'deliberation',
    ),
  ],
};
