import { FUNCTIONS as FORMER_FUNCTIONS } from './1790100000000-accounts-security';
import { CITY_IN_SCOPE, dropTables } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';
import { IN_ROUND, LEADS_ROUND } from './1790300000000-evaluation-rounds';

const ACCOUNT = `(select nullif(current_setting('yuheng.account', true), '')::uuid)`;
const OWN = `account_id = ${ACCOUNT}`;
const NOT_AN_ADMINISTRATOR = `if not coalesce('accounts' = any((select string_to_array(nullif(current_setting('yuheng.duties', true), ''), ','))::text[]), false)
      then raise exception 'not an administrator of accounts' using errcode = 'insufficient_privilege'; end if;`;
const WHOLE_CITY = `perform set_config('yuheng.scope', (select string_agg(p.place_id, ',') from place p where p.kind = 'county'), true),
            set_config('yuheng.city', (select i.city_id from installation i), true);`;
const FORMER_SCOPE = `perform set_config('yuheng.scope', coalesce(counties, ''), true), set_config('yuheng.city', coalesce(city, ''), true);`;

/** The same for a city whenever it is asked, and shaped like any other id (RFC 9562, version 4). */
const FIRM_BEFORE = `overlay(overlay(md5('firm/' || a.city_id) placing '4' from 13) placing '8' from 17)::uuid`;

/** As the second migration made it. */
const formerFunction = (name: string): string =>
  new RegExp(`create function ${name}\\([\\s\\S]*?end \\$\\$`).exec(FORMER_FUNCTIONS)?.[0] ?? '';

/** As in the second migration, with one item a county however many of its sections are assigned. */
const PENDING_OF = `
  create function pending_of(account uuid) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    counties text := current_setting('yuheng.scope', true);
    city text := current_setting('yuheng.city', true);
    items jsonb;
  begin
    ${NOT_AN_ADMINISTRATOR}
    ${WHOLE_CITY}
    select coalesce(jsonb_agg(item order by item ->> 'kind', item ->> 'county', item ->> 'month', item ->> 'item'), '[]'::jsonb)
    into items from (
      select jsonb_build_object('kind', 'inspection', 'program', s.program_id, 'county', s.county_id, 'month', s.month) as item
      from inspection s join account a on a.account_id = account
      where s.stage in ('open', 'submitted', 'returned', 'reopened')
        and (s.inspector = a.username or s.county_id = a.place_id)
      union all
      select jsonb_build_object('kind', 'finding', 'program', f.program_id, 'county', f.county_id, 'month', f.month, 'item', f.item_id)
      from finding f join account a on a.account_id = account and f.county_id = a.place_id
      where f.closed_on is null
      union all
      select distinct jsonb_build_object('kind', 'assignment', 'county', e.county_id, 'round', e.round_id)
      from evaluation_assignment e join evaluation_round r on r.city_id = e.city_id and r.round_id = e.round_id
      where e.account_id = account and r.finalised_on is null
    ) found;
    ${FORMER_SCOPE}
    return items;
  end $$`;

/** Who comes takes the place in the teams too, and declares interests anew: nobody declares for another. */
const MOVE_ASSIGNMENTS = `
  create function move_assignments(leaving uuid, coming uuid) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    counties text := current_setting('yuheng.scope', true);
    city text := current_setting('yuheng.city', true);
    moved integer;
  begin
    ${NOT_AN_ADMINISTRATOR}
    ${WHOLE_CITY}
    insert into round_member (city_id, round_id, account_id, firm_id, rank, joined_on)
      select m.city_id, m.round_id, coming, m.firm_id, m.rank, current_date from round_member m
      join evaluation_round r on r.city_id = m.city_id and r.round_id = m.round_id
      where m.account_id = leaving and m.withdrawn_on is null and r.finalised_on is null on conflict do nothing;
    insert into evaluation_assignment (city_id, round_id, county_id, section, account_id, turn)
      select e.city_id, e.round_id, e.county_id, e.section, coming, e.turn from evaluation_assignment e
      join evaluation_round r on r.city_id = e.city_id and r.round_id = e.round_id
      where e.account_id = leaving and r.finalised_on is null on conflict do nothing;
    get diagnostics moved = row_count;
    delete from evaluation_assignment e using evaluation_round r
      where r.city_id = e.city_id and r.round_id = e.round_id and e.account_id = leaving and r.finalised_on is null;
    update round_member m set withdrawn_on = current_date, withdrawn_reason = '换人交接' from evaluation_round r
      where r.city_id = m.city_id and r.round_id = m.round_id and m.account_id = leaving and m.withdrawn_on is null
        and r.finalised_on is null;
    ${FORMER_SCOPE}
    return moved;
  end $$`;

/** Names for those who make up teams, and for a team among itself: other accounts are not readable to them. */
const EVALUATOR_ACCOUNTS = `
  create function evaluator_accounts()
    returns table (account_id uuid, username text, name text, leads boolean, active boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.account_id, a.username, a.name,
      exists (select 1 from account_role r where r.account_id = a.account_id and r.role = 'leadEvaluator'),
      a.disabled_at is null and a.approved_at is not null
        and exists (select 1 from account_role r where r.account_id = a.account_id and r.role in ('evaluator', 'leadEvaluator'))
    from account a
    where (exists (select 1 from account_role r where r.account_id = a.account_id and r.role in ('evaluator', 'leadEvaluator'))
        or exists (select 1 from round_member m where m.account_id = a.account_id))
      and (exists (select 1 from installation where ${CITY_IN_SCOPE})
        or a.account_id = ${ACCOUNT}
        or exists (select 1 from round_member m join round_member t on t.city_id = m.city_id and t.round_id = m.round_id
             where m.account_id = ${ACCOUNT} and m.withdrawn_on is null and m.rank in ('lead', 'reviewer')
               and t.account_id = a.account_id)) $$`;

/** Teams: who is assigned what, and what each declared of each county. */
export const TEAMS: GatheringPart = {
  up: [
    `alter table evaluation_assignment
      add column section text,
      add column turn text not null default 'first'`,
    // A county that was assigned whole is assigned by sections, and its evaluators are the round's team.
    'alter table evaluation_assignment no force row level security',
    'alter table evaluation_round no force row level security',
    'alter table evaluation_method no force row level security',
    'alter table evaluation_firm no force row level security',
    `insert into evaluation_firm (city_id, firm_id, name, code, version)
      select distinct a.city_id, ${FIRM_BEFORE}, '（迁移前的评价人员，请补充机构）', '待补充', 1 from evaluation_assignment a`,
    `insert into round_member (city_id, round_id, account_id, firm_id, rank, joined_on)
      select distinct a.city_id, a.round_id, a.account_id, ${FIRM_BEFORE},
        case when exists (select 1 from account_role r where r.account_id = a.account_id and r.role = 'leadEvaluator')
          then 'lead' else 'member' end, current_date
      from evaluation_assignment a`,
    'alter table evaluation_assignment drop constraint pk_evaluation_assignment',
    `insert into evaluation_assignment (city_id, round_id, county_id, account_id, section)
      select a.city_id, a.round_id, a.county_id, a.account_id, i ->> 'id' from evaluation_assignment a
      join evaluation_round r on r.city_id = a.city_id and r.round_id = a.round_id
      join evaluation_method m on m.city_id = r.city_id and m.program_id = r.program_id and m.version = r.method_version
      cross join jsonb_array_elements(m.definition -> 'indicators') i where not i ? 'parent'`,
    'delete from evaluation_assignment where section is null',
    'alter table evaluation_assignment force row level security',
    'alter table evaluation_round force row level security',
    'alter table evaluation_method force row level security',
    'alter table evaluation_firm force row level security',
    `alter table evaluation_assignment
      add constraint pk_evaluation_assignment primary key (city_id, round_id, county_id, section, account_id),
      add constraint fk_evaluation_assignment__member foreign key (city_id, round_id, account_id)
        references round_member (city_id, round_id, account_id),
      add constraint ck_evaluation_assignment__turn check (turn in ('first', 'second', 'third'))`,
    `create table interest_declaration (
      city_id text not null,
      round_id uuid not null,
      county_id text not null,
      account_id uuid not null,
      conflict boolean not null,
      reason text,
      declared_at timestamptz not null,
      constraint pk_interest_declaration primary key (city_id, round_id, county_id, account_id),
      constraint fk_interest_declaration__member foreign key (city_id, round_id, account_id)
        references round_member (city_id, round_id, account_id),
      constraint ck_interest_declaration__reason check (not conflict or reason is not null)
    )`,
    'create index ix_interest_declaration__account on interest_declaration (account_id)',
    'alter table interest_declaration enable row level security',
    'alter table interest_declaration force row level security',
    // One's own word: from no conflict to a conflict, never back.
    `create trigger tr_interest_declaration__stands before update on interest_declaration for each row
      when (old.conflict or not new.conflict) execute function refuse_change()`,
    `create trigger tr_interest_declaration__kept before delete or update of city_id, round_id, county_id, account_id
      on interest_declaration for each row execute function refuse_change()`,
    `create policy interest_declaration_read on interest_declaration for select using (${OWN} or ${CITY_IN_SCOPE} or ${LEADS_ROUND})`,
    `create policy interest_declaration_insert on interest_declaration for insert with check (${OWN} and ${IN_ROUND})`,
    `create policy interest_declaration_update on interest_declaration for update using (${OWN} and ${IN_ROUND})`,
    `create policy evaluation_assignment_lead on evaluation_assignment for select using (${LEADS_ROUND})`,
    'drop function pending_of(uuid)',
    'drop function move_assignments(uuid, uuid)',
    PENDING_OF,
    MOVE_ASSIGNMENTS,
    EVALUATOR_ACCOUNTS,
    ...['pending_of(uuid)', 'move_assignments(uuid, uuid)', 'evaluator_accounts()'].map(
      (signature) => `revoke all on function ${signature} from public`,
    ),
  ],
  down: [
    'drop function evaluator_accounts()',
    'drop function move_assignments(uuid, uuid)',
    'drop function pending_of(uuid)',
    formerFunction('pending_of'),
    formerFunction('move_assignments'),
    'revoke all on function pending_of(uuid) from public',
    'revoke all on function move_assignments(uuid, uuid) from public',
    'drop policy evaluation_assignment_lead on evaluation_assignment',
    ...dropTables('interest_declaration'),
    'alter table evaluation_assignment no force row level security',
    `alter table evaluation_assignment drop constraint pk_evaluation_assignment,
      drop constraint fk_evaluation_assignment__member, drop constraint ck_evaluation_assignment__turn`,
    `delete from evaluation_assignment a using evaluation_assignment other
      where other.city_id = a.city_id and other.round_id = a.round_id and other.county_id = a.county_id
        and other.account_id = a.account_id and other.section < a.section`,
    'alter table evaluation_assignment force row level security',
    `alter table evaluation_assignment drop column section, drop column turn,
      add constraint pk_evaluation_assignment primary key (city_id, round_id, county_id, account_id)`,
  ],
};
