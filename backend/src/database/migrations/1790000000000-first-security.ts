/** Policies, functions and triggers of the first migration: run by 1790000000000-first.ts and never edited once released. */

/** County-scoped: the scope of the transaction becomes an index condition (architecture.md section 6). */
export const COUNTY_IN_SCOPE = `county_id = any((select string_to_array(nullif(current_setting('yuheng.scope', true), ''), ','))::text[])`;
/** City-wide rows: only readers of the whole city carry the city in their scope. */
export const CITY_IN_SCOPE = `city_id = (select nullif(current_setting('yuheng.city', true), ''))`;
/** Published or common to the business of the city: any business scope reads it, administrators do not. */
const ANY_BUSINESS_SCOPE = `(select nullif(current_setting('yuheng.scope', true), '')) is not null`;

export const COUNTY_TABLES = [
  'inspection',
  'inspection_result',
  'finding',
  'fund_movement',
  'wage_month',
  'filing',
  'workload_month',
  'program_post',
];
export const CITY_TABLES = ['evaluator_mark', 'allocation_run', 'allocation_part'];
export const BUSINESS_TABLES = [
  'inspection_template',
  'evaluation_method',
  'evaluation_round',
  'publication',
  'publication_program',
  'publication_amount',
];

/** Runs are kept for ever and never changed, also not by the owner's own mistake. */
export const APPEND_ONLY = `
  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $$;
  ${['scoring_run', 'scoring_result', 'allocation_run', 'allocation_part']
    .map(
      (table) =>
        `create trigger tr_${table}__append_only before update or delete on ${table} for each row execute function refuse_change();
  create trigger tr_${table}__never_emptied before truncate on ${table} for each statement execute function refuse_change();`,
    )
    .join('\n')}`;

/**
 * A county reads the scores of its own that are finalised; a reader of the city reads all of them.
 * The subqueries name tables with policies of their own, which hold inside a policy too.
 */
export const RUN_POLICIES = `
  create policy scoring_run_read on scoring_run for select using (
    ${CITY_IN_SCOPE} or exists (
      select 1 from evaluation_round r where r.city_id = scoring_run.city_id and r.finalised_run_id = scoring_run.run_id));
  create policy scoring_run_write on scoring_run for insert with check (${CITY_IN_SCOPE});
  create policy scoring_result_read on scoring_result for select using (
    ${COUNTY_IN_SCOPE} and (${CITY_IN_SCOPE} or exists (
      select 1 from evaluation_round r where r.city_id = scoring_result.city_id and r.finalised_run_id = scoring_result.run_id)));
  create policy scoring_result_write on scoring_result for insert with check (${CITY_IN_SCOPE});`;

export const policies = (tables: readonly string[], condition: string): string =>
  tables.map((table) => `create policy ${table}_in_scope on ${table} using (${condition});`).join('\n');

/** Read in any business scope, written only by those who carry the whole city. */
export const publishedPolicies = (tables: readonly string[]): string =>
  tables
    .map(
      (table) => `create policy ${table}_read on ${table} for select using (${ANY_BUSINESS_SCOPE});
  create policy ${table}_insert on ${table} for insert with check (${CITY_IN_SCOPE});
  create policy ${table}_update on ${table} for update using (${CITY_IN_SCOPE});
  create policy ${table}_delete on ${table} for delete using (${CITY_IN_SCOPE});`,
    )
    .join('\n');

export const SCOPED = [...COUNTY_TABLES, ...CITY_TABLES, ...BUSINESS_TABLES, 'scoring_run', 'scoring_result'];

/**
 * What must happen before a scope exists, or across it: SECURITY DEFINER functions with a fixed search_path, all of
 * them here, each with a test (architecture.md section 6).
 */
export const FUNCTIONS = `
  create function account_for_sign_in(wanted text)
    returns table (account_id uuid, username text, name text, password_hash text, roles text[], place_id text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.account_id, a.username, a.name, a.password_hash,
           array(select r.role from account_role r where r.account_id = a.account_id order by r.role), a.place_id
    from account a where a.username = wanted and a.disabled_at is null $$;

  create function account_of_session(token text, idle interval)
    returns table (account_id uuid, username text, name text, roles text[], place_id text, place_kind text,
                   city_id text, counties text[], stale boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.account_id, a.username, a.name,
           array(select r.role from account_role r where r.account_id = a.account_id order by r.role),
           p.place_id, p.kind, i.city_id,
           case when p.kind = 'county' then array[p.place_id]
                when p.kind = 'city' then array(select c.place_id from place c
                                                where c.parent_id = p.place_id and c.kind = 'county' order by c.sort_order)
                else array[]::text[] end,
           s.last_used_at < now() - interval '1 minute'
    from session s
    join account a on a.account_id = s.account_id and a.disabled_at is null
    join place p on p.place_id = a.place_id
    cross join installation i
    where s.token_sha256 = token and s.expires_at > now() and s.last_used_at > now() - idle $$;

  create function touch_session(token text) returns void
    language sql security definer set search_path = public, pg_temp as $$
    update session set last_used_at = now() where token_sha256 = token $$;

  create function open_session(account uuid, token text, lifetime interval) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    delete from session where expires_at < now();
    insert into session (token_sha256, account_id, created_at, last_used_at, expires_at)
    values (token, account, now(), now(), now() + lifetime);
  end $$;

  create function end_session(token text) returns void
    language sql security definer set search_path = public, pg_temp as $$
    delete from session where token_sha256 = token $$;

  create function demonstration_accounts() returns table (username text, role text, place_id text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.username, r.role, a.place_id from account a join account_role r on r.account_id = a.account_id
    join place p on p.place_id = a.place_id
    where a.demonstration and a.disabled_at is null order by p.sort_order, a.username $$;

  create function account_names(wanted text[]) returns table (username text, name text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.username, a.name from account a
    where a.username = any(wanted) and nullif(current_setting('yuheng.scope', true), '') is not null $$;

  create function make_first_administrator(token text, account uuid, wanted text, full_name text, hash text)
    returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update one_time_link set used_at = now()
    where token_sha256 = token and purpose = 'firstAdministrator' and used_at is null and expires_at > now();
    if not found then return false; end if;
    insert into account (account_id, username, name, password_hash, place_id, demonstration)
    select account, wanted, full_name, hash, i.city_id, false from installation i;
    insert into account_role (account_id, role) values (account, 'systemAdministrator');
    return true;
  end $$;`;

export const FUNCTION_SIGNATURES = [
  'account_for_sign_in(text)',
  'account_of_session(text, interval)',
  'touch_session(text)',
  'open_session(uuid, text, interval)',
  'end_session(text)',
  'demonstration_accounts()',
  'account_names(text[])',
  'make_first_administrator(text, uuid, text, text, text)',
];
