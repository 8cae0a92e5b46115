import { dropTables, type GatheringPart, ofCounties } from './1790200000000-gathering-part';

const TABLES = [
  `create table assistant (
    city_id text not null,
    county_id text not null,
    assistant_id uuid not null,
    name text,
    identity_cipher text,
    identity_hash text,
    card_cipher text,
    employment text not null,
    office_id text,
    contract_from date,
    contract_until date,
    insured_since date,
    demonstration boolean not null,
    version integer not null,
    entered_by text,
    entered_at timestamptz not null,
    erased_at timestamptz,
    constraint pk_assistant primary key (city_id, county_id, assistant_id),
    constraint uq_assistant__id unique (assistant_id),
    constraint uq_assistant__identity unique (city_id, county_id, identity_hash),
    constraint ck_assistant__employment check (employment in ('laborContract', 'laborDispatch', 'publicWelfarePost', 'other')),
    constraint ck_assistant__contract check (contract_until is null or contract_until >= contract_from),
    constraint ck_assistant__erased check (erased_at is null or (name is null and identity_cipher is null and identity_hash is null and card_cipher is null))
  )`,
  'create index ix_assistant__identity on assistant (identity_hash)',
  `create table assistant_post (
    city_id text not null,
    county_id text not null,
    assistant_id uuid not null,
    from_day date not null,
    until_day date,
    reason text,
    constraint pk_assistant_post primary key (city_id, county_id, assistant_id, from_day),
    constraint fk_assistant_post__assistant foreign key (city_id, county_id, assistant_id)
      references assistant (city_id, county_id, assistant_id),
    constraint ck_assistant_post__days check (until_day is null or until_day >= from_day)
  )`,
];

/**
 * Both act as the owner, whom the policies bind too: they widen the scope to all counties for their own statements and
 * put it back, so that nothing of another county leaves them but a yes or a count.
 */
const ALL_COUNTIES = `perform set_config('yuheng.scope', (select string_agg(place_id, ',') from place where kind = 'county'), true);`;
const FORMER_SCOPE = `perform set_config('yuheng.scope', former, true);`;

const FUNCTIONS = [
  // The same person entered by two counties at one moment waits here until the first has committed.
  `create function on_post_elsewhere(county text, hashes text[], from_days date[], until_days date[]) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    former text := coalesce(current_setting('yuheng.scope', true), '');
    elsewhere boolean;
  begin
    perform pg_advisory_xact_lock(hashtextextended(h, 0)) from (select unnest(hashes) as h order by 1) locks;
    ${ALL_COUNTIES}
    select exists (
      select 1 from assistant a join assistant_post p using (city_id, county_id, assistant_id)
      join unnest(from_days, until_days) as wanted (from_day, until_day)
        on daterange(p.from_day, p.until_day, '[]') && daterange(wanted.from_day, wanted.until_day, '[]')
      where a.identity_hash = any(hashes) and a.county_id <> county) into elsewhere;
    ${FORMER_SCOPE}
    return elsewhere;
  end $$`,
  // Names and numbers of whoever has been off post for as long as the setting says; the periods stay, for they are counts.
  `create function erase_assistants() returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    former text := coalesce(current_setting('yuheng.scope', true), '');
    erased integer;
  begin
    ${ALL_COUNTIES}
    update assistant a set name = null, identity_cipher = null, identity_hash = null, card_cipher = null,
      erased_at = now(), version = version + 1
    where a.erased_at is null and not a.demonstration and (
      select bool_and(coalesce(p.until_day < current_date - make_interval(months => (g.content ->> 'retentionMonths')::int), false))
      from assistant_post p join security_setting g on g.city_id = p.city_id
      where p.city_id = a.city_id and p.county_id = a.county_id and p.assistant_id = a.assistant_id);
    get diagnostics erased = row_count;
    ${FORMER_SCOPE}
    return erased;
  end $$`,
];

const SIGNATURES = ['on_post_elsewhere(text, text[], date[], date[])', 'erase_assistants()'];

/** The roster (花名册): people with their numbers encrypted, and the days on which they were on post. */
export const ROSTER: GatheringPart = {
  up: [
    ...TABLES,
    ...ofCounties('assistant', 'assistant_post'),
    ...FUNCTIONS,
    ...SIGNATURES.map((signature) => `revoke all on function ${signature} from public`),
  ],
  down: [
    ...SIGNATURES.map((signature) => `drop function ${signature}`),
    ...dropTables('assistant_post', 'assistant'),
  ],
};
