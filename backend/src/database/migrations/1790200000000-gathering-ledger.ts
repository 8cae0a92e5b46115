import { closedTo } from './1790200000000-gathering-duties';
import { LEDGER_OF_MOVEMENTS, LEDGER_OF_WAGES } from './1790200000000-gathering-ledger-history';
import {
  CITY_IN_SCOPE,
  dropTables,
  neverChanged,
  ofCounties,
  type GatheringPart,
} from './1790200000000-gathering-part';

const LEDGER_ENTRY = `
  create table ledger_entry (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    year integer not null,
    entry_id uuid not null,
    number integer not null,
    group_id uuid not null,
    link text not null,
    source text not null,
    kind text not null,
    fen bigint not null,
    dated_on date not null,
    document_number text,
    subject text,
    month_worked text,
    reverses uuid,
    settles uuid,
    source_document text,
    entered_by text,
    entered_at timestamptz not null,
    reason text,
    constraint pk_ledger_entry primary key (city_id, county_id, program_id, year, entry_id),
    constraint uq_ledger_entry__number unique (city_id, county_id, program_id, year, number),
    constraint uq_ledger_entry__reverses unique (city_id, county_id, program_id, year, reverses),
    constraint fk_ledger_entry__reverses foreign key (city_id, county_id, program_id, year, reverses)
      references ledger_entry (city_id, county_id, program_id, year, entry_id),
    constraint fk_ledger_entry__settles foreign key (city_id, county_id, program_id, year, settles)
      references ledger_entry (city_id, county_id, program_id, year, entry_id),
    constraint ck_ledger_entry__link check (link in ('issue', 'receipt', 'passOn', 'payment')),
    constraint ck_ledger_entry__source check (source in ('cityGrant', 'countyPart', 'countyAdvance', 'other')),
    constraint ck_ledger_entry__kind check (kind in ('ordinary', 'reversal', 'settlement', 'carryOver', 'return')),
    constraint ck_ledger_entry__fen check (fen <> 0 and (kind <> 'ordinary' or fen > 0) and (kind <> 'return' or fen < 0)),
    constraint ck_ledger_entry__chain check (link = 'payment' or source = 'cityGrant'),
    constraint ck_ledger_entry__reverses check ((kind = 'reversal') = (reverses is not null)),
    constraint ck_ledger_entry__settles check (
      (kind <> 'settlement' or settles is not null) and (settles is null or kind in ('settlement', 'reversal'))
      and (settles is null or (link = 'payment' and source in ('cityGrant', 'countyAdvance')))),
    constraint ck_ledger_entry__year_end check (kind not in ('carryOver', 'return') or link <> 'payment'),
    constraint ck_ledger_entry__month_worked check (month_worked ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    constraint ck_ledger_entry__document check (entered_by is null or source_document is not null or kind = 'reversal'
      or (document_number is not null and subject is not null)),
    constraint ck_ledger_entry__wages check (source_document is null or (link = 'payment' and month_worked is not null))
  )`;

/**
 * What each ledger comes to, one row a county, program and year: its checks are the rules of money, and its row is the lock under
 * which entries of one county follow each other. Written by the trigger of ledger_entry alone.
 */
const LEDGER_BALANCE = `
  create table ledger_balance (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    year integer not null,
    entries integer not null,
    issued_fen bigint not null,
    received_fen bigint not null,
    passed_on_fen bigint not null,
    granted_fen bigint not null,
    advanced_fen bigint not null,
    county_fen bigint not null,
    other_fen bigint not null,
    returned_fen bigint not null,
    constraint pk_ledger_balance primary key (city_id, county_id, program_id, year),
    constraint ck_ledger_balance__received check (received_fen + returned_fen <= issued_fen),
    constraint ck_ledger_balance__passed_on check (passed_on_fen <= received_fen),
    constraint ck_ledger_balance__granted check (granted_fen <= received_fen),
    constraint ck_ledger_balance__sign check (least(passed_on_fen, granted_fen, advanced_fen, county_fen, other_fen, returned_fen) >= 0)
  )`;

const CLOSED_MONTH = `
  create table closed_month (
    city_id text not null,
    program_id text not null,
    month text not null,
    closed_by text not null,
    closed_at timestamptz not null,
    reopened_by text,
    reopened_at timestamptz,
    reopen_reason text,
    constraint pk_closed_month primary key (city_id, program_id, month),
    constraint ck_closed_month__month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    constraint ck_closed_month__reopened
      check ((reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reopen_reason is null))
  )`;

const EXPLANATION = `
  create table reconciliation_explanation (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    month text not null,
    version integer not null,
    text text not null,
    explained_by text not null,
    explained_at timestamptz not null,
    constraint pk_reconciliation_explanation primary key (city_id, county_id, program_id, month, version),
    constraint ck_reconciliation_explanation__month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
  )`;

/** Closing waits for the entries of the program that are on their way, and they for it. */
const CLOSING_LOCK = `7264160, hashtext(new.city_id || '/' || new.program_id)`;
const SAME_LEDGER =
  'e.city_id = new.city_id and e.county_id = new.county_id and e.program_id = new.program_id and e.year = new.year';
const LEDGER_KEY =
  'city_id = new.city_id and county_id = new.county_id and program_id = new.program_id and year = new.year';
const amountOf = (condition: string): string => `case when ${condition} then new.fen else 0 end`;

/**
 * Every rule of an entry that rests on other rows: nothing in a closed month or year, a reversal is exact, a settlement is of
 * an advance and no more than is unsettled of it; and the sums, which the checks of ledger_balance hold. It acts with the
 * rights of its owner, so that nobody else can write the balance.
 */
const POST_ENTRY = `
  create function post_ledger_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    of_reversed ledger_entry%rowtype;
    unsettled bigint;
  begin
    perform pg_advisory_xact_lock_shared(${CLOSING_LOCK});
    select * into of_reversed from ledger_entry e where ${SAME_LEDGER} and e.entry_id = new.reverses;
    insert into ledger_balance values (new.city_id, new.county_id, new.program_id, new.year, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      on conflict do nothing;
    update ledger_balance set entries = entries + 1,
      issued_fen = issued_fen + ${amountOf(`new.link = 'issue'`)},
      received_fen = received_fen + ${amountOf(`new.link = 'receipt'`)},
      passed_on_fen = passed_on_fen + ${amountOf(`new.link = 'passOn'`)},
      granted_fen = granted_fen + ${amountOf(`new.link = 'payment' and new.source = 'cityGrant'`)},
      advanced_fen = advanced_fen + ${amountOf(`new.source = 'countyAdvance'`)},
      county_fen = county_fen + ${amountOf(`new.source = 'countyPart'`)},
      other_fen = other_fen + ${amountOf(`new.source = 'other'`)},
      returned_fen = returned_fen - ${amountOf(`new.link = 'receipt' and 'return' in (new.kind, of_reversed.kind)`)}
    where ${LEDGER_KEY} returning entries into new.number;
    if year_is_closed(new.city_id, new.program_id, new.year) or exists (select 1 from closed_month c where c.city_id = new.city_id and c.program_id = new.program_id
               and c.reopened_at is null and c.month in (to_char(new.dated_on, 'YYYY-MM'), new.year || '-12')) then
      raise exception 'the month or the year of the entry is closed'
        using errcode = 'check_violation', constraint = 'ck_ledger_entry__open_month';
    end if;
    if new.kind = 'reversal' and (of_reversed.entry_id is null or of_reversed.kind = 'reversal'
        or (of_reversed.fen, of_reversed.link, of_reversed.source) is distinct from (-new.fen, new.link, new.source)
        or of_reversed.settles is distinct from new.settles) then
      raise exception 'a reversal takes back one whole entry'
        using errcode = 'check_violation', constraint = 'ck_ledger_entry__reversal';
    end if;
    if new.settles is not null and not exists (select 1 from ledger_entry e where ${SAME_LEDGER}
        and e.entry_id = new.settles and e.source = 'countyAdvance' and e.kind = 'ordinary') then
      raise exception 'a settlement is of an advance' using errcode = 'check_violation', constraint = 'ck_ledger_entry__advance';
    end if;
    if new.source = 'countyAdvance' and new.kind <> 'ordinary' then
      select new.fen + coalesce(sum(e.fen), 0) into unsettled from ledger_entry e where ${SAME_LEDGER}
        and e.source = 'countyAdvance' and coalesce(e.settles, e.reverses, e.entry_id) = coalesce(new.settles, new.reverses);
      if unsettled < 0 then
        raise exception 'more is settled than was advanced'
          using errcode = 'check_violation', constraint = 'ck_ledger_entry__unsettled';
      end if;
    end if;
    return new;
  end $$`;

/** Entries of one act stand and fall together; asked at the end of the transaction, when all of them are there. */
const CHECK_GROUP = `
  create function check_ledger_group() returns trigger language plpgsql as $$
  begin
    if new.settles is not null and
       (select sum(e.fen) from ledger_entry e where ${SAME_LEDGER} and e.settles = new.settles) <> 0 then
      raise exception 'a settlement takes from the grant what it gives back to the county'
        using errcode = 'check_violation', constraint = 'ck_ledger_entry__both_sides';
    end if;
    if new.kind = 'carryOver' and exists (
        select 1 from ledger_entry e where e.city_id = new.city_id and e.county_id = new.county_id and e.program_id = new.program_id
          and e.group_id = new.group_id group by e.link having sum(e.fen) <> 0) then
      raise exception 'what one year carries over the next one takes over'
        using errcode = 'check_violation', constraint = 'ck_ledger_entry__both_sides';
    end if;
    if new.kind = 'reversal' and exists (
        select 1 from ledger_entry r join ledger_entry e on e.city_id = r.city_id and e.county_id = r.county_id
          and e.program_id = r.program_id and e.group_id = r.group_id
        where r.city_id = new.city_id and r.county_id = new.county_id and r.program_id = new.program_id and r.year = new.year
          and r.entry_id = new.reverses and not exists (
            select 1 from ledger_entry x where x.city_id = e.city_id and x.county_id = e.county_id
              and x.program_id = e.program_id and x.year = e.year and x.reverses = e.entry_id)) then
      raise exception 'the entries of one act are reversed together'
        using errcode = 'check_violation', constraint = 'ck_ledger_entry__whole_act';
    end if;
    return null;
  end $$`;

const FUND_MOVEMENT = `
  create table fund_movement (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    year integer not null,
    movement_id uuid not null,
    stage text not null,
    moved_on date not null,
    fen bigint not null,
    document_number text,
    constraint pk_fund_movement primary key (city_id, county_id, program_id, year, movement_id),
    constraint ck_fund_movement__stage check (stage in ('issue', 'receipt', 'passOn')),
    constraint ck_fund_movement__fen check (fen <> 0)
  )`;

/** Row security holds for a migration too: it moves the rows of every county in the scope of all of them. */
const WHOLE_CITY = `
  select set_config('yuheng.scope', coalesce((select string_agg(place_id, ',') from place where kind = 'county'), ''), true),
         set_config('yuheng.city', coalesce((select city_id from installation), ''), true)`;

/** The ledger, which takes the place of the table of movements; months that are closed; what a county says of its vacancies. */
export const LEDGER: GatheringPart = {
  up: [
    LEDGER_ENTRY,
    `create index ix_ledger_entry__group on ledger_entry (city_id, county_id, program_id, group_id)`,
    LEDGER_BALANCE,
    CLOSED_MONTH,
    EXPLANATION,
    ...ofCounties('ledger_entry', 'ledger_balance', 'reconciliation_explanation'),
    'alter table closed_month enable row level security',
    'alter table closed_month force row level security',
    `create policy closed_month_read on closed_month for select
      using ((select nullif(current_setting('yuheng.scope', true), '')) is not null)`,
    `create policy closed_month_insert on closed_month for insert with check (${CITY_IN_SCOPE})`,
    `create policy closed_month_update on closed_month for update using (${CITY_IN_SCOPE})`,
    POST_ENTRY,
    'revoke all on function post_ledger_entry() from public',
    `create trigger tr_ledger_entry__post before insert on ledger_entry for each row execute function post_ledger_entry()`,
    CHECK_GROUP,
    `create constraint trigger ck_ledger_entry__whole after insert on ledger_entry deferrable initially deferred
      for each row when (new.kind <> 'ordinary') execute function check_ledger_group()`,
    `create function wait_for_ledger_entries() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(${CLOSING_LOCK}); return new; end $$`,
    `create trigger tr_closed_month__wait before insert or update on closed_month
      for each row execute function wait_for_ledger_entries()`,
    ...neverChanged('ledger_entry', 'reconciliation_explanation'),
    ...closedTo(['reconciliation_explanation'], 'refuse_closed_month'),
    `alter table filing add column document_number text`,
    `alter table filing add column filed_by text`,
    WHOLE_CITY,
    LEDGER_OF_MOVEMENTS,
    LEDGER_OF_WAGES,
    ...dropTables('fund_movement'),
  ],
  down: [
    FUND_MOVEMENT,
    WHOLE_CITY,
    `insert into fund_movement
      select city_id, county_id, program_id, year, entry_id, link, dated_on, fen, document_number from ledger_entry
      where link <> 'payment' and kind in ('ordinary', 'reversal')`,
    'alter table fund_movement enable row level security',
    'alter table fund_movement force row level security',
    `create policy fund_movement_in_scope on fund_movement
      using (county_id = any((select string_to_array(nullif(current_setting('yuheng.scope', true), ''), ','))::text[]))`,
    'alter table filing drop column filed_by',
    'alter table filing drop column document_number',
    ...dropTables('reconciliation_explanation', 'ledger_balance', 'ledger_entry', 'closed_month'),
    'drop function wait_for_ledger_entries()',
    'drop function check_ledger_group()',
    'drop function post_ledger_entry()',
  ],
};
