/** Policies and functions of the second migration: run by 1790100000000-accounts.ts and never edited once released. */

const ACCOUNT = `(select nullif(current_setting('yuheng.account', true), '')::uuid)`;
const OWN = `account_id = ${ACCOUNT}`;
const DUTIES = `((select string_to_array(nullif(current_setting('yuheng.duties', true), ''), ','))::text[])`;
const ADMINISTERS = `'accounts' = any(${DUTIES})`;
const ANY_ADMINISTRATION = `${DUTIES} && array['accounts', 'security']`;
const CITY_IN_SCOPE = `city_id = (select nullif(current_setting('yuheng.city', true), ''))`;

/** Row security of what the application role reaches directly; it is not forced, because the functions below act as the owner. */
export const GUARDED = [
  'account',
  'account_role',
  'account_contact',
  'credential',
  'former_password',
  'second_factor',
  'recovery_code',
  'access_token',
  'session',
  'hand_over',
  'security_setting',
];

/** Its rows belong to somebody's scope in the business of the city, like the other business tables. */
export const FORCED = ['evaluation_assignment'];

export const POLICIES = `
  create policy account_read on account for select using (${OWN} or ${ANY_ADMINISTRATION});
  create policy account_insert on account for insert with check (${ADMINISTERS});
  create policy account_update on account for update using (${ANY_ADMINISTRATION});
  create policy account_role_read on account_role for select using (${OWN} or ${ANY_ADMINISTRATION});
  create policy account_role_insert on account_role for insert with check (${ADMINISTERS});
  create policy account_role_delete on account_role for delete using (${ADMINISTERS});
  create policy account_contact_all on account_contact using (${OWN} or ${ADMINISTERS});
  create policy credential_own on credential using (${OWN});
  create policy former_password_own on former_password using (${OWN});
  create policy second_factor_own on second_factor using (${OWN});
  create policy recovery_code_own on recovery_code using (${OWN});
  create policy access_token_own on access_token using (${OWN});
  create policy session_own on session using (${OWN});
  create policy hand_over_read on hand_over for select using (to_account_id = ${ACCOUNT} or ${ADMINISTERS});
  create policy hand_over_insert on hand_over for insert with check (${ADMINISTERS});
  create policy security_setting_read on security_setting for select using (true);
  create policy security_setting_write on security_setting for update using (${ANY_ADMINISTRATION});

  create policy evaluation_assignment_read on evaluation_assignment for select using (${OWN} or ${CITY_IN_SCOPE});
  create policy evaluation_assignment_write on evaluation_assignment for insert with check (${CITY_IN_SCOPE});
  create policy evaluation_assignment_delete on evaluation_assignment for delete using (${CITY_IN_SCOPE});
  create policy evaluation_round_assigned on evaluation_round for select using (exists (
    select 1 from evaluation_assignment a where a.city_id = evaluation_round.city_id
      and a.round_id = evaluation_round.round_id and a.account_id = ${ACCOUNT}));
  create policy evaluator_mark_assigned on evaluator_mark for select using (
    evaluator = (select a.username from account a where a.account_id = ${ACCOUNT})
    and exists (select 1 from evaluation_assignment a where a.city_id = evaluator_mark.city_id
      and a.round_id = evaluator_mark.round_id and a.county_id = evaluator_mark.county_id and a.account_id = ${ACCOUNT}));`;

/** Sealed days and entries are never changed, also not by the owner's own mistake. */
export const APPEND_ONLY = ['audit_entry', 'audit_seal']
  .map(
    (
      table,
    ) => `create trigger tr_${table}__append_only before update or delete on ${table} for each row execute function refuse_change();
  create trigger tr_${table}__never_emptied before truncate on ${table} for each statement execute function refuse_change();`,
  )
  .join('\n');

/** What a session or a token says of its account: one row, so that a request asks the database once. */
const SIGNED_IN = `account_id uuid, username text, name text, roles text[], demonstration boolean, place_id text, place_kind text,
    city_id text, counties text[], must_change boolean, password_changed_at timestamptz, second_factor_enrolled boolean, settings jsonb`;
const SIGNED_IN_COLUMNS = `a.account_id, a.username, a.name,
           array(select r.role from account_role r where r.account_id = a.account_id order by r.role),
           a.demonstration, p.place_id, p.kind, i.city_id,
           case when p.kind = 'county' then array[p.place_id]
                when p.kind in ('city', 'province', 'nation')
                  then array(select c.place_id from place c where c.parent_id = i.city_id and c.kind = 'county' order by c.sort_order)
                else array[]::text[] end,
           k.must_change, k.changed_at,
           exists (select 1 from second_factor f where f.account_id = a.account_id and f.confirmed_at is not null),
           g.content`;
const SIGNED_IN_TABLES = `join account a on a.account_id = x.account_id and a.disabled_at is null and a.approved_at is not null
    join credential k on k.account_id = a.account_id
    join place p on p.place_id = a.place_id
    cross join installation i
    join security_setting g on g.city_id = i.city_id`;

/** What must happen before a scope exists, or across it: each with a fixed search_path and a test. */
export const FUNCTIONS = `
  create function account_for_sign_in(wanted text)
    returns table (account_id uuid, username text, password_hash text, demonstration boolean,
                   second_factor_cipher text, settings jsonb)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.account_id, a.username, k.password_hash, a.demonstration, f.secret_cipher, g.content
    from account a join credential k on k.account_id = a.account_id
    cross join installation i join security_setting g on g.city_id = i.city_id
    left join second_factor f on f.account_id = a.account_id and f.confirmed_at is not null
    where a.username = wanted and a.disabled_at is null and a.approved_at is not null $$;

  create function account_of_open_id(subject text) returns table (account_id uuid, username text, demonstration boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.account_id, a.username, a.demonstration from account a
    where a.open_id_subject = subject and a.disabled_at is null and a.approved_at is not null $$;

  -- In plpgsql, which keeps its plan on the connection: as an SQL function the look-up of every request is planned anew,
  -- which takes some six times as long as the look-up itself.
  create function account_of_session(token text)
    returns table (${SIGNED_IN}, session_id uuid, authenticated_at timestamptz, second_factor_at timestamptz,
                   expires_at timestamptz, method text, stale boolean)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    return query
    select ${SIGNED_IN_COLUMNS}, x.session_id, x.authenticated_at, x.second_factor_at, x.expires_at, x.method,
           x.last_used_at < now() - interval '1 minute'
    from session x ${SIGNED_IN_TABLES}
    where x.token_sha256 = token and x.expires_at > now()
      and x.last_used_at > now() - make_interval(mins => (g.content ->> 'idleMinutes')::int);
  end $$;

  create function account_of_access_token(token text)
    returns table (${SIGNED_IN}, token_id uuid, scopes text[], stale boolean)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    return query
    select ${SIGNED_IN_COLUMNS}, x.token_id, x.scopes, coalesce(x.last_used_at < now() - interval '1 minute', true)
    from access_token x ${SIGNED_IN_TABLES}
    where x.token_sha256 = token and x.revoked_at is null and x.expires_at > now();
  end $$;

  create function touch_session(token text) returns void
    language sql security definer set search_path = public, pg_temp as $$
    update session set last_used_at = now() where token_sha256 = token $$;

  create function touch_access_token(token text) returns void
    language sql security definer set search_path = public, pg_temp as $$
    update access_token set last_used_at = now() where token_sha256 = token $$;

  create function end_session(token text) returns void
    language sql security definer set search_path = public, pg_temp as $$
    delete from session where token_sha256 = token $$;

  create function sign_in_lock(name_sha256 text) returns integer
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(max(ceil(extract(epoch from f.locked_until - now())))::int, 0)
    from sign_in_failure f where f.username_sha256 = name_sha256 and f.locked_until > now() $$;

  -- What came of an attempt, one at a time for each name. Null: right so far, and nothing to count or to forget. Answers
  -- for how many seconds the name is locked by the attempts before this one, which then reveals nothing.
  create function note_sign_in(name_sha256 text, succeeded boolean, lock_after integer, first_minutes integer, most_minutes integer)
    returns integer language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    row_now sign_in_failure;
    most interval;
  begin
    -- The password of a demonstration account is published: its lock keeps nobody from guessing it, but would let one
    -- visitor shut all the others out. It lasts 15 seconds at most, whatever the settings say.
    select interval '15 seconds' into most from account a
      where a.demonstration and encode(sha256(convert_to(a.username, 'UTF8')), 'hex') = name_sha256;
    insert into sign_in_failure (username_sha256, failures, last_at) values (name_sha256, 0, now())
      on conflict (username_sha256) do nothing;
    select * into row_now from sign_in_failure f where f.username_sha256 = name_sha256 for update;
    if row_now.locked_until > clock_timestamp() then
      return ceil(extract(epoch from row_now.locked_until - clock_timestamp()))::int;
    end if;
    if succeeded is null then return 0; end if;
    if succeeded then
      delete from sign_in_failure f where f.username_sha256 = name_sha256;
      return 0;
    end if;
    update sign_in_failure f set failures = row_now.failures + 1, last_at = clock_timestamp(),
      locked_until = case when row_now.failures + 1 >= lock_after
        then clock_timestamp() + least(most, make_interval(mins => least(most_minutes::numeric,
               first_minutes * power(2::numeric, least(row_now.failures + 1 - lock_after, 20)))::int)) end
      where f.username_sha256 = name_sha256;
    return 0;
  end $$;

  create function locked_until(name_sha256 text) returns timestamptz
    language sql stable security definer set search_path = public, pg_temp as $$
    select f.locked_until from sign_in_failure f
    where f.username_sha256 = name_sha256 and f.locked_until > now() and ${ANY_ADMINISTRATION} $$;

  create function unlock_sign_in(name_sha256 text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not coalesce(${ADMINISTERS}, false) then raise exception 'not an administrator of accounts' using errcode = 'insufficient_privilege'; end if;
    delete from sign_in_failure f where f.username_sha256 = name_sha256;
    return found;
  end $$;

  create function set_credential(account uuid, hash text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not coalesce(${ADMINISTERS}, false) then raise exception 'not an administrator of accounts' using errcode = 'insufficient_privilege'; end if;
    -- The password that is replaced counts among the former ones: a reset is no way round the history.
    insert into former_password (account_id, changed_at, password_hash)
      select k.account_id, k.changed_at, k.password_hash from credential k where k.account_id = account
      on conflict do nothing;
    insert into credential (account_id, password_hash, changed_at, must_change) values (account, hash, now(), true)
      on conflict (account_id) do update set password_hash = excluded.password_hash, changed_at = now(), must_change = true;
  end $$;

  create function remove_second_factor(account uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not coalesce(${ADMINISTERS}, false) then raise exception 'not an administrator of accounts' using errcode = 'insufficient_privilege'; end if;
    delete from recovery_code c where c.account_id = account;
    delete from second_factor f where f.account_id = account;
  end $$;

  create function has_second_factor(account uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from second_factor f where f.account_id = account and f.confirmed_at is not null)
      and ${ANY_ADMINISTRATION} $$;

  create function must_change_password(account uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from credential k where k.account_id = account and k.must_change) and ${ANY_ADMINISTRATION} $$;

  create function end_sessions_of(account uuid) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    ended integer;
  begin
    if not coalesce(${ADMINISTERS}, false) then raise exception 'not an administrator of accounts' using errcode = 'insufficient_privilege'; end if;
    update access_token t set revoked_at = now() where t.account_id = account and t.revoked_at is null;
    delete from session s where s.account_id = account;
    get diagnostics ended = row_count;
    return ended;
  end $$;

  -- The tables of the business are closed to their owner too: the function opens the whole city for its one question.
  create function pending_of(account uuid) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    counties text := current_setting('yuheng.scope', true);
    city text := current_setting('yuheng.city', true);
    items jsonb;
  begin
    if not coalesce(${ADMINISTERS}, false) then raise exception 'not an administrator of accounts' using errcode = 'insufficient_privilege'; end if;
    perform set_config('yuheng.scope', (select string_agg(p.place_id, ',') from place p where p.kind = 'county'), true),
            set_config('yuheng.city', (select i.city_id from installation i), true);
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
      select jsonb_build_object('kind', 'assignment', 'county', e.county_id, 'round', e.round_id)
      from evaluation_assignment e join evaluation_round r on r.city_id = e.city_id and r.round_id = e.round_id
      where e.account_id = account and r.finalised_on is null
    ) found;
    perform set_config('yuheng.scope', coalesce(counties, ''), true), set_config('yuheng.city', coalesce(city, ''), true);
    return items;
  end $$;

  -- The assignments of who leaves go to who comes, in the same act.
  create function move_assignments(leaving uuid, coming uuid) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    counties text := current_setting('yuheng.scope', true);
    city text := current_setting('yuheng.city', true);
    moved integer;
  begin
    if not coalesce(${ADMINISTERS}, false) then raise exception 'not an administrator of accounts' using errcode = 'insufficient_privilege'; end if;
    perform set_config('yuheng.scope', (select string_agg(p.place_id, ',') from place p where p.kind = 'county'), true),
            set_config('yuheng.city', (select i.city_id from installation i), true);
    insert into evaluation_assignment (city_id, round_id, county_id, account_id)
      select e.city_id, e.round_id, e.county_id, coming from evaluation_assignment e
      join evaluation_round r on r.city_id = e.city_id and r.round_id = e.round_id
      where e.account_id = leaving and r.finalised_on is null on conflict do nothing;
    get diagnostics moved = row_count;
    delete from evaluation_assignment e using evaluation_round r
      where r.city_id = e.city_id and r.round_id = e.round_id and e.account_id = leaving and r.finalised_on is null;
    perform set_config('yuheng.scope', coalesce(counties, ''), true), set_config('yuheng.city', coalesce(city, ''), true);
    return moved;
  end $$;

  -- What was handed over to the account itself, with the names of those who left, whose accounts it does not read.
  create function own_hand_overs() returns table (handed_by text, at timestamptz, reason text, pending jsonb)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.name, h.at, h.reason, h.pending from hand_over h join account a on a.account_id = h.from_account_id
    where h.to_account_id = ${ACCOUNT} order by h.at desc $$;

  create function demonstration_accounts() returns table (username text, role text, place_id text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.username, r.role, a.place_id from account a join account_role r on r.account_id = a.account_id
    join place p on p.place_id = a.place_id
    where a.demonstration and a.disabled_at is null order by p.sort_order, a.username $$;

  create function first_administrator_link_works(token text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from one_time_link l
      where l.token_sha256 = token and l.purpose = 'firstAdministrator' and l.used_at is null and l.expires_at > now()) $$;

  create function make_first_administrator(token text, account uuid, wanted text, full_name text, hash text)
    returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update one_time_link set used_at = now()
    where token_sha256 = token and purpose = 'firstAdministrator' and used_at is null and expires_at > now();
    if not found then return false; end if;
    insert into account (account_id, username, name, place_id, demonstration, approved_at)
    select account, wanted, full_name, i.city_id, false, now() from installation i;
    insert into credential (account_id, password_hash, changed_at, must_change) values (account, hash, now(), false);
    insert into account_role (account_id, role) values (account, 'systemAdministrator');
    return true;
  end $$;

  create function once_a_day(wanted text, on_day date) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into daily_work (task, day, done_at) values (wanted, on_day, now()) on conflict do nothing;
    return found;
  end $$;

  create function account_names(wanted text[]) returns table (username text, name text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.username, a.name from account a
    where a.username = any(wanted) and nullif(current_setting('yuheng.scope', true), '') is not null $$;`;

export const FUNCTION_SIGNATURES = [
  'account_for_sign_in(text)',
  'account_of_open_id(text)',
  'account_of_session(text)',
  'account_of_access_token(text)',
  'touch_session(text)',
  'touch_access_token(text)',
  'end_session(text)',
  'sign_in_lock(text)',
  'note_sign_in(text, boolean, integer, integer, integer)',
  'locked_until(text)',
  'unlock_sign_in(text)',
  'set_credential(uuid, text)',
  'remove_second_factor(uuid)',
  'has_second_factor(uuid)',
  'must_change_password(uuid)',
  'end_sessions_of(uuid)',
  'pending_of(uuid)',
  'own_hand_overs()',
  'demonstration_accounts()',
  'first_administrator_link_works(text)',
  'make_first_administrator(text, uuid, text, text, text)',
  'move_assignments(uuid, uuid)',
  'once_a_day(text, date)',
  'account_names(text[])',
];
