import { CITY_IN_SCOPE, COUNTY_IN_SCOPE, dropTables, neverChanged } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';
import { IN_ROUND } from './1790300000000-evaluation-rounds';

/** Working papers: of a county of the scope, for the city and for the round's team; the county itself reads none of them. */
const WORKING_PAPER = `${COUNTY_IN_SCOPE} and (${CITY_IN_SCOPE} or ${IN_ROUND})`;

const KEY = 'city_id text not null, round_id uuid not null, county_id text not null';
const OF_KEY = 'city_id, round_id, county_id';
const ofRound = (table: string): string =>
  `constraint fk_${table}__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id)`;

const SECURED = [
  'document_request',
  'field_record',
  'field_record_version',
  'field_signature',
  'field_file',
  'field_sample',
  'survey',
  'survey_token',
  'survey_answer',
];

const TABLES = [
  `create table document_request (
    ${KEY},
    document_id uuid not null,
    position integer not null,
    indicator_id text,
    title text not null,
    due_on date not null,
    state text not null,
    note text,
    evidence jsonb not null,
    version integer not null,
    settled_by text,
    settled_on date,
    asked_by text not null,
    asked_at timestamptz not null,
    constraint pk_document_request primary key (${OF_KEY}, document_id),
    constraint uq_document_request__title unique (${OF_KEY}, title),
    ${ofRound('document_request')},
    constraint ck_document_request__state check (state in ('asked', 'received', 'waived')
      and (state = 'asked') = (settled_on is null) and (settled_on is null) = (settled_by is null))
  )`,
  `create table field_record (
    ${KEY},
    record_id uuid not null,
    kind text not null,
    number integer not null,
    content jsonb not null,
    version integer not null,
    locked_on date,
    created_by text not null,
    constraint pk_field_record primary key (${OF_KEY}, record_id),
    constraint uq_field_record__number unique (${OF_KEY}, kind, number),
    ${ofRound('field_record')},
    constraint ck_field_record__kind check (kind in ('visit', 'interview', 'slip')),
    constraint ck_field_record__number check (number >= 1 and version >= 1)
  )`,
  `create table field_record_version (
    ${KEY},
    record_id uuid not null,
    version integer not null,
    content jsonb not null,
    by text not null,
    at timestamptz not null,
    constraint pk_field_record_version primary key (${OF_KEY}, record_id, version),
    constraint fk_field_record_version__record foreign key (${OF_KEY}, record_id) references field_record (${OF_KEY}, record_id)
  )`,
  `create table field_signature (
    ${KEY},
    record_id uuid not null,
    version integer not null,
    username text not null,
    signed_at timestamptz not null,
    constraint pk_field_signature primary key (${OF_KEY}, record_id, version, username),
    constraint fk_field_signature__version foreign key (${OF_KEY}, record_id, version)
      references field_record_version (${OF_KEY}, record_id, version)
  )`,
  `create table field_file (
    ${KEY},
    file_id uuid not null,
    kind text not null,
    record_id uuid,
    indicator_id text,
    note text,
    file_name text not null,
    media_type text not null,
    size integer not null,
    sha256 text not null,
    content bytea,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    withdrawn_on date,
    withdrawn_by text,
    withdrawn_reason text,
    constraint pk_field_file primary key (${OF_KEY}, file_id),
    ${ofRound('field_file')},
    constraint fk_field_file__record foreign key (${OF_KEY}, record_id) references field_record (${OF_KEY}, record_id),
    constraint ck_field_file__kind check ((kind = 'photo' and indicator_id is not null and note is not null)
      or (kind = 'scan' and record_id is not null)),
    constraint ck_field_file__sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint ck_field_file__size check (size > 0 and size = coalesce(octet_length(content), size)),
    constraint ck_field_file__withdrawn check ((content is null) = (kind = 'photo' and withdrawn_on is not null)
      and (withdrawn_on is null) = (withdrawn_by is null) and (withdrawn_on is null) = (withdrawn_reason is null))
  )`,
  `create table field_sample (
    ${KEY},
    sample_id uuid not null,
    number integer not null,
    population text not null,
    seed bigint not null,
    members jsonb not null,
    drawn jsonb not null,
    results jsonb not null,
    version integer not null,
    drawn_by text not null,
    drawn_on date not null,
    constraint pk_field_sample primary key (${OF_KEY}, sample_id),
    constraint uq_field_sample__number unique (${OF_KEY}, number),
    ${ofRound('field_sample')},
    constraint ck_field_sample__population check (population in ('posts', 'justiceOffices')),
    constraint ck_field_sample__seed check (seed between 0 and 4294967295)
  )`,
  `create table survey (
    ${KEY},
    survey_id uuid not null,
    kind text not null,
    indicator_id text not null,
    title text not null,
    audience text not null,
    questions jsonb not null,
    closes_on date not null,
    issued integer not null,
    returned integer,
    valid integer,
    satisfied integer,
    evidence jsonb not null,
    created_by text not null,
    constraint pk_survey primary key (${OF_KEY}, survey_id),
    ${ofRound('survey')},
    constraint ck_survey__kind check ((kind = 'online' and returned is null and valid is null and satisfied is null)
      or (kind = 'paper' and satisfied between 0 and valid and valid <= returned and returned <= issued)),
    constraint ck_survey__issued check (issued >= 0)
  )`,
  // A token that was used is gone: no row says which answer came of it, nor even of the same transaction.
  `create table survey_token (
    ${KEY},
    survey_id uuid not null,
    token_sha256 text not null,
    constraint pk_survey_token primary key (token_sha256),
    constraint fk_survey_token__survey foreign key (${OF_KEY}, survey_id) references survey (${OF_KEY}, survey_id)
  )`,
  `create table survey_answer (
    ${KEY},
    survey_id uuid not null,
    answer_id uuid not null,
    answered_on date not null,
    choices jsonb not null,
    constraint pk_survey_answer primary key (${OF_KEY}, survey_id, answer_id),
    constraint fk_survey_answer__survey foreign key (${OF_KEY}, survey_id) references survey (${OF_KEY}, survey_id)
  )`,
];

const BY_COUNTY: Readonly<Record<string, string>> = {
  document_request: 'round_id, position',
  field_record: 'round_id, kind, number',
  field_record_version: 'round_id, record_id',
  field_signature: 'round_id, record_id',
  field_file: 'round_id, kind',
  field_sample: 'round_id, number',
  survey: 'round_id',
  survey_token: 'round_id, survey_id',
  survey_answer: 'round_id, survey_id',
};

const secured = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
];

/** Of a slip (取证单) that everybody signed, the county reads its own. */
const OF_A_READ_SLIP = (table: string): string => `exists (select 1 from field_record r
  where r.city_id = ${table}.city_id and r.round_id = ${table}.round_id and r.county_id = ${table}.county_id
    and r.record_id = ${table}.record_id and r.kind = 'slip' and r.locked_on is not null)`;

const POLICIES = [
  `create policy document_request_county on document_request using (${COUNTY_IN_SCOPE})`,
  ...SECURED.filter((table) => table !== 'document_request').map(
    (table) => `create policy ${table}_working_paper on ${table} using (${WORKING_PAPER})`,
  ),
  `create policy field_record_slip on field_record for select
    using (${COUNTY_IN_SCOPE} and kind = 'slip' and locked_on is not null)`,
  `create policy field_file_scan on field_file for select
    using (${COUNTY_IN_SCOPE} and kind = 'scan' and withdrawn_on is null and ${OF_A_READ_SLIP('field_file')})`,
  `create policy field_signature_slip on field_signature for select
    using (${COUNTY_IN_SCOPE} and ${OF_A_READ_SLIP('field_signature')})`,
];

const WHOLE_CITY = `perform set_config('yuheng.scope', (select string_agg(p.place_id, ',') from place p where p.kind = 'county'), true),
      set_config('yuheng.city', (select i.city_id from installation i), true);`;
const FORMER_SCOPE = `perform set_config('yuheng.scope', coalesce(counties, ''), true), set_config('yuheng.city', coalesce(city, ''), true);`;

/** What a link alone opens: its own survey, and one answer to it; and the names that a record of a county may carry. */
const FUNCTIONS = [
  `create function county_team(of_round uuid, of_county text) returns table (username text, name text)
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    counties text := current_setting('yuheng.scope', true);
    city text := current_setting('yuheng.city', true);
    of_city text := (select i.city_id from installation i);
  begin
    if coalesce(of_county <> all(string_to_array(counties, ',')), true)
      or (coalesce(city, '') <> of_city and round_rank(of_city, of_round) is null) then return; end if;
    ${WHOLE_CITY}
    return query select a.username, a.name from round_member m
      join account a on a.account_id = m.account_id and a.disabled_at is null
      join interest_declaration d on d.city_id = m.city_id and d.round_id = m.round_id and d.account_id = m.account_id
        and d.county_id = of_county and not d.conflict
      where m.city_id = of_city and m.round_id = of_round and m.withdrawn_on is null
        and (m.rank in ('lead', 'reviewer') or exists (
          select 1 from evaluation_assignment e where e.city_id = m.city_id and e.round_id = m.round_id
            and e.account_id = m.account_id and e.county_id = of_county));
    ${FORMER_SCOPE}
  end $$`,
  `create function survey_of_token(token text, today date)
    returns table (county_id text, title text, audience text, questions jsonb, closes_on date)
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    counties text := current_setting('yuheng.scope', true);
    city text := current_setting('yuheng.city', true);
  begin
    ${WHOLE_CITY}
    return query select s.county_id, s.title, s.audience, s.questions, s.closes_on
      from survey_token t join survey s using (city_id, round_id, county_id, survey_id)
      where t.token_sha256 = token and s.closes_on >= today;
    ${FORMER_SCOPE}
  end $$`,
  // The token is removed, not marked: of two requests with one token the second waits, and then finds none.
  `create function answer_survey(token text, answer uuid, today date, chosen jsonb) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    counties text := current_setting('yuheng.scope', true);
    city text := current_setting('yuheng.city', true);
    burnt survey_token;
  begin
    ${WHOLE_CITY}
    delete from survey_token t using survey s
      where t.token_sha256 = token and s.city_id = t.city_id and s.round_id = t.round_id and s.county_id = t.county_id
        and s.survey_id = t.survey_id and s.closes_on >= today
      returning t.* into burnt;
    if burnt.token_sha256 is not null then
      insert into survey_answer (city_id, round_id, county_id, survey_id, answer_id, answered_on, choices)
      values (burnt.city_id, burnt.round_id, burnt.county_id, burnt.survey_id, answer, today, chosen);
    end if;
    ${FORMER_SCOPE}
    return burnt.token_sha256 is not null;
  end $$`,
];
const SIGNATURES = [
  'county_team(uuid, text)',
  'survey_of_token(text, date)',
  'answer_survey(text, uuid, date, jsonb)',
];

/**
 * A stored file stays as it is; it can be taken away once, with the reason: of a photograph the content goes and its hash stays, a
 * scan stays whole for the team and is no longer shown to the county. So does a draw, of which only the findings are written later, and a survey, of which only more links are given out.
 */
const KEPT = [
  `create trigger tr_field_file__kept before delete or update of city_id, round_id, county_id, file_id, kind, record_id,
    indicator_id, note, file_name, media_type, size, sha256, uploaded_by, uploaded_at
    on field_file for each row execute function refuse_change()`,
  `create trigger tr_field_file__withdrawn_once before update on field_file for each row
    when (old.withdrawn_on is not null or new.withdrawn_on is null) execute function refuse_change()`,
  `create trigger tr_field_file__never_emptied before truncate on field_file for each statement execute function refuse_change()`,
  `create trigger tr_field_sample__kept before delete or update of city_id, round_id, county_id, sample_id, number, population,
    seed, members, drawn, drawn_by, drawn_on on field_sample for each row execute function refuse_change()`,
  `create trigger tr_survey__kept before delete or update of city_id, round_id, county_id, survey_id, kind, indicator_id, title,
    audience, questions, closes_on, returned, valid, satisfied, evidence, created_by
    on survey for each row execute function refuse_change()`,
  `create trigger tr_field_record__locked before update on field_record for each row
    when (old.locked_on is not null) execute function refuse_change()`,
];

/** Fieldwork: 资料清单, 现场记录, 访谈, 取证单, photographs, seeded samples and satisfaction surveys. */
export const FIELDWORK: GatheringPart = {
  up: [
    ...TABLES,
    ...SECURED.flatMap(secured),
    ...POLICIES,
    ...neverChanged('field_record_version', 'field_signature', 'survey_answer'),
    ...KEPT,
    `create trigger tr_document_request__evidence before insert or update on document_request for each row
      when (new.evidence <> '[]') execute function refuse_unknown_evidence()`,
    `create trigger tr_survey__evidence before insert on survey for each row
      when (new.evidence <> '[]') execute function refuse_unknown_evidence()`,
    ...FUNCTIONS,
    ...SIGNATURES.map((signature) => `revoke all on function ${signature} from public`),
    ...Object.entries(BY_COUNTY).map(
      ([table, rest]) => `create index ix_${table}__county on ${table} (county_id, ${rest})`,
    ),
  ],
  down: [
    ...SIGNATURES.map((signature) => `drop function ${signature}`),
    ...dropTables(...[...SECURED].reverse()),
  ],
};
