/** What is removed when its time is over: run by 1790100000000-accounts.ts and never edited once released. */

/** Days for which what has ended is still kept, so that a question about last month can be answered. */
const ENDED = `interval '30 days'`;

/**
 * Removes what nobody needs any more, of all accounts, and answers how many rows of each kind. It decides what is due
 * by itself, from the settings of the city: whoever calls it can remove nothing before its time, and never the trail.
 */
export const RETENTION_FUNCTIONS = `
  create function erase_expired() returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    due uuid[];
    telephones integer; second_factors integer; recovery_codes integer; sessions integer; tokens integer; links integer;
    failures integer;
  begin
    select array_agg(a.account_id) into due
    from account a cross join installation i join security_setting g on g.city_id = i.city_id
    where a.disabled_at < now() - make_interval(months => (g.content ->> 'retentionMonths')::int);

    delete from account_contact c where c.account_id = any(due);
    get diagnostics telephones = row_count;
    delete from recovery_code c where c.account_id = any(due);
    get diagnostics recovery_codes = row_count;
    delete from second_factor f where f.account_id = any(due);
    get diagnostics second_factors = row_count;
    delete from former_password p where p.account_id = any(due);
    delete from session s where s.expires_at < now() - ${ENDED};
    get diagnostics sessions = row_count;
    delete from access_token t where least(t.expires_at, t.revoked_at) < now() - ${ENDED};
    get diagnostics tokens = row_count;
    delete from one_time_link l where least(l.expires_at, l.used_at) < now() - ${ENDED};
    get diagnostics links = row_count;
    delete from sign_in_failure f where f.last_at < now() - interval '1 day'
      and (f.locked_until is null or f.locked_until < now());
    get diagnostics failures = row_count;
    delete from daily_work w where w.day < current_date - 400;
    return jsonb_build_object('telephones', telephones, 'secondFactors', second_factors, 'recoveryCodes', recovery_codes,
      'sessions', sessions, 'accessTokens', tokens, 'oneTimeLinks', links, 'signInFailures', failures);
  end $$;`;

export const RETENTION_SIGNATURES = ['erase_expired()'];
