/** Functions of the audit trail: run by 1790100000000-accounts.ts and never edited once released. */

const AUDITS = `'audit' = any((select string_to_array(nullif(current_setting('yuheng.duties', true), ''), ','))::text[])`;

const rotate = (word: string, by: string | number): string =>
  `((((${word}) << ${by}) | ((${word}) >> (32 - ${by}))) & 4294967295)`;

/**
 * SM3 (GB/T 32905-2016) in plpgsql: PostgreSQL has no SM3 of its own and no extension is allowed. Words are bigints
 * below 2^32. Where the setting asks for it, an entry costs some milliseconds more.
 */
const SM3 = `
  create function sm3(message bytea) returns text language plpgsql immutable strict set search_path = public, pg_temp as $$
  declare
    v bigint[] := array[1937774191, 1226093241, 388252375, 3666478592, 2842636476, 372324522, 3817729613, 2969243214];
    w bigint[];
    padded bytea;
    a bigint; b bigint; c bigint; d bigint; e bigint; f bigint; g bigint; h bigint;
    ss1 bigint; ss2 bigint; tt1 bigint; tt2 bigint; x bigint; t bigint; a12 bigint;
    block integer;
    answer text := '';
  begin
    padded := message || '\\x80'::bytea || decode(repeat('00', (119 - length(message) % 64) % 64), 'hex')
              || int8send(length(message)::bigint * 8);
    for block in 0 .. length(padded) / 64 - 1 loop
      w := array[]::bigint[];
      for j in 0 .. 15 loop
        w[j] := (get_byte(padded, block * 64 + j * 4)::bigint << 24) | (get_byte(padded, block * 64 + j * 4 + 1) << 16)
              | (get_byte(padded, block * 64 + j * 4 + 2) << 8) | get_byte(padded, block * 64 + j * 4 + 3);
      end loop;
      for j in 16 .. 67 loop
        x := w[j - 16] # w[j - 9] # ${rotate('w[j - 3]', 15)};
        w[j] := x # ${rotate('x', 15)} # ${rotate('x', 23)} # ${rotate('w[j - 13]', 7)} # w[j - 6];
      end loop;
      a := v[1]; b := v[2]; c := v[3]; d := v[4]; e := v[5]; f := v[6]; g := v[7]; h := v[8];
      for j in 0 .. 63 loop
        t := case when j < 16 then 2043430169 else 2055708042 end;
        a12 := ${rotate('a', 12)};
        x := (a12 + e + ${rotate('t', '(j % 32)')}) & 4294967295;
        ss1 := ${rotate('x', 7)};
        ss2 := ss1 # a12;
        if j < 16 then
          tt1 := (a # b # c) + d + ss2 + (w[j] # w[j + 4]);
          tt2 := (e # f # g) + h + ss1 + w[j];
        else
          tt1 := ((a & b) | (a & c) | (b & c)) + d + ss2 + (w[j] # w[j + 4]);
          tt2 := ((e & f) | ((4294967295 - e) & g)) + h + ss1 + w[j];
        end if;
        tt1 := tt1 & 4294967295;
        tt2 := tt2 & 4294967295;
        d := c; c := ${rotate('b', 9)}; b := a; a := tt1;
        h := g; g := ${rotate('f', 19)}; f := e;
        e := tt2 # ${rotate('tt2', 9)} # ${rotate('tt2', 17)};
      end loop;
      v := array[v[1] # a, v[2] # b, v[3] # c, v[4] # d, v[5] # e, v[6] # f, v[7] # g, v[8] # h];
    end loop;
    foreach x in array v loop
      answer := answer || lpad(to_hex(x), 8, '0');
    end loop;
    return answer;
  end $$;`;

export const AUDIT_FUNCTIONS = `
  ${SM3}

  create function audit_record(algorithm text, at timestamptz, chain text, content text, previous text, seq bigint)
    returns text language sql immutable set search_path = public, pg_temp as $$
    select '{"algorithm":"' || algorithm || '","at":"'
      || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","chain":' || to_json(chain)::text
      || ',"content":' || content || ',"previous":"' || previous || '","seq":' || seq || '}' $$;

  -- Called as the last statement before COMMIT: the lock is held for the length of one commit only.
  create function append_audit(chain text, wanted text, body text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    said jsonb := body::jsonb;
    head audit_entry;
    moment timestamptz;
    number bigint;
    before text;
    digest text;
  begin
    if (said #>> '{actor,account}') is distinct from nullif(current_setting('yuheng.account', true), '') then
      raise exception 'an entry names another account than the one that acts' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('yuheng.audit/' || chain, 0));
    select * into head from audit_entry x where x.city_id = chain order by x.seq desc limit 1;
    number := coalesce(head.seq, 0) + 1;
    before := coalesce(head.hash, repeat('0', 64));
    moment := greatest(date_trunc('milliseconds', clock_timestamp()), coalesce(head.at, '-infinity'));
    digest := audit_record(wanted, moment, chain, body, before, number);
    digest := case wanted when 'sm3' then sm3(convert_to(digest, 'UTF8')) else encode(sha256(convert_to(digest, 'UTF8')), 'hex') end;
    insert into audit_entry (city_id, seq, at, algorithm, content, previous, hash, act, actor, outcome, object_kind,
                             object_id, request_id, personal_data)
    values (chain, number, moment, wanted, body, before, digest, said ->> 'act', said #>> '{actor,username}',
            said ->> 'outcome', said #>> '{object,kind}', said #>> '{object,id}', said ->> 'requestId',
            said @> '{"personalData":true}');
    return number;
  end $$;

  -- The head of every day of Beijing time that is over, has entries, and is not sealed yet: also of those on which no
  -- server ran at midnight. The times of a chain never fall, so that a sealed day has all earlier ones sealed before it.
  create function seal_audit(chain text) returns table (day date, seq bigint, hash text)
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    since timestamptz;
    until timestamptz;
  begin
    perform pg_advisory_xact_lock(hashtextextended('yuheng.audit/' || chain, 0));
    select coalesce((max(s.day) + 1)::timestamp at time zone 'Asia/Shanghai', '-infinity') into since
      from audit_seal s where s.city_id = chain;
    until := date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai';
    return query
      insert into audit_seal as sealed (city_id, day, seq, hash, sealed_at)
      select chain, d.day, e.seq, e.hash, now()
      from (select (x.at at time zone 'Asia/Shanghai')::date as day, max(x.seq) as last from audit_entry x
            where x.city_id = chain and x.at >= since and x.at < until group by 1) d
      join audit_entry e on e.city_id = chain and e.seq = d.last
      order by d.day
      returning sealed.day, sealed.seq, sealed.hash;
  end $$;

  create function audit_seals(chain text, most integer) returns table (day date, seq bigint, hash text, sealed_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    select s.day, s.seq, s.hash, s.sealed_at from audit_seal s
    where s.city_id = chain and nullif(current_setting('yuheng.account', true), '') is not null
    order by s.day desc limit most $$;

  -- First and last number of the entries from one moment to another; no row without any. The times of a chain never fall,
  -- so that each end is one step into the index of times.
  create function audit_range(chain text, since timestamptz, until timestamptz) returns table (first bigint, last bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
    select r.first, r.last from (select
      (select e.seq from audit_entry e where e.city_id = chain and e.at >= coalesce(since, '-infinity')
       order by e.at, e.seq limit 1) as first,
      (select e.seq from audit_entry e where e.city_id = chain and e.at < coalesce(until, 'infinity')
       order by e.at desc, e.seq desc limit 1) as last) r
    where ${AUDITS} and r.first <= r.last $$;

  -- The statement holds the given conditions alone, so that the index of an actor, an act or an object can serve it.
  create function find_audit(chain text, conditions jsonb, below bigint, most integer)
    returns table (seq bigint, at timestamptz, content text, hash text)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    days record;
  begin
    if not coalesce(${AUDITS}, false) then return; end if;
    select r.first, r.last into days
      from audit_range(chain, (conditions ->> 'since')::timestamptz, (conditions ->> 'until')::timestamptz) r;
    if not found then return; end if;
    return query execute 'select e.seq, e.at, e.content, e.hash from audit_entry e
        where e.city_id = $1 and e.seq >= $3 and e.seq <= $4'
      || case when conditions ->> 'actor' is null then '' else ' and e.actor = $2 ->> ''actor''' end
      || case when conditions ->> 'act' is null then '' else ' and e.act = $2 ->> ''act''' end
      || case when conditions ->> 'outcome' is null then '' else ' and e.outcome = $2 ->> ''outcome''' end
      || case when conditions ->> 'objectKind' is null then '' else ' and e.object_kind = $2 ->> ''objectKind''' end
      || case when conditions ->> 'objectId' is null then '' else ' and e.object_id = $2 ->> ''objectId''' end
      || case when conditions ->> 'requestId' is null then '' else ' and e.request_id = $2 ->> ''requestId''' end
      || case when conditions ->> 'personalData' is null then '' else ' and e.personal_data' end
      || ' order by e.seq desc limit $5'
      using chain, conditions, days.first, least(days.last, coalesce(below - 1, days.last)), most;
  end $$;

  -- Whole entries as they were hashed, in order: what an export is made of.
  create function audit_records(chain text, after bigint, upto bigint, most integer)
    returns table (seq bigint, record text, hash text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select e.seq, audit_record(e.algorithm, e.at, e.city_id, e.content, e.previous, e.seq), e.hash
    from audit_entry e where ${AUDITS} and e.city_id = chain and e.seq > after and e.seq <= upto
    order by e.seq limit most $$;`;

export const AUDIT_SIGNATURES = [
  'append_audit(text, text, text)',
  'seal_audit(text)',
  'audit_seals(text, integer)',
  'find_audit(text, jsonb, bigint, integer)',
  'audit_records(text, bigint, bigint, integer)',
  'audit_range(text, timestamptz, timestamptz)',
  'audit_record(text, timestamptz, text, text, text, bigint)',
  'sm3(bytea)',
];
