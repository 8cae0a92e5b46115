import { dropTables, neverChanged } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';

const OWN = `account_id = (select nullif(current_setting('yuheng.account', true), '')::uuid)`;

const own = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_own on ${table} for select using (${OWN})`,
  `create policy ${table}_insert on ${table} for insert with check (${OWN})`,
];

/**
 * Who has packs of a round that were not brought back since they were made, until when, and when somebody last brought one
 * back: for the city and who leads the round, and never what is in them. Packs are read by their own evaluator alone, the
 * owner of the tables included: the function asks for one member of the team after the other.
 */
const ROUND_PACKS = `
  create function round_packs(of_city text, of_round uuid)
    returns table (account_id uuid, packs_out integer, valid_until date, taken_back_at timestamptz)
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    acting text := coalesce(current_setting('yuheng.account', true), '');
    member uuid;
  begin
    if coalesce(current_setting('yuheng.city', true), '') <> of_city
      and coalesce(round_rank(of_city, of_round), '') not in ('lead', 'reviewer') then return; end if;
    for member in select m.account_id from round_member m where m.city_id = of_city and m.round_id = of_round order by 1 loop
      perform set_config('yuheng.account', member::text, true);
      return query select member, (count(*) filter (where k.issued_at > coalesce(b.last, '-infinity')))::int,
          max(k.valid_until) filter (where k.issued_at > coalesce(b.last, '-infinity')), b.last
        from score_pack k cross join (
          select max(r.applied_at) as last from score_pack_return r
          join score_pack o on o.city_id = r.city_id and o.pack_id = r.pack_id
          where o.city_id = of_city and o.round_id = of_round and o.account_id = member) b
        where k.city_id = of_city and k.round_id = of_round and k.account_id = member
        group by b.last having count(*) > 0;
    end loop;
    perform set_config('yuheng.account', acting, true);
  end $$`;

/** Packs for work off line, and what came back of them: working papers, each evaluator's own. */
export const PACKS: GatheringPart = {
  up: [
    `create table score_pack (
      city_id text not null,
      round_id uuid not null,
      pack_id uuid not null,
      account_id uuid not null,
      issued_at timestamptz not null,
      valid_until date not null,
      method_version integer not null,
      manifest jsonb not null,
      sha256 text not null,
      constraint pk_score_pack primary key (city_id, pack_id),
      constraint fk_score_pack__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id),
      constraint fk_score_pack__account foreign key (account_id) references account (account_id),
      constraint ck_score_pack__sha256 check (sha256 ~ '^[0-9a-f]{64}$')
    )`,
    'create index ix_score_pack__account on score_pack (account_id, round_id)',
    `create table score_pack_return (
      city_id text not null,
      pack_id uuid not null,
      return_id uuid not null,
      account_id uuid not null,
      file_name text not null,
      sha256 text not null,
      content jsonb not null,
      result bytea not null,
      read_at timestamptz not null,
      applied_at timestamptz,
      constraint pk_score_pack_return primary key (city_id, return_id),
      constraint fk_score_pack_return__pack foreign key (city_id, pack_id) references score_pack (city_id, pack_id),
      constraint ck_score_pack_return__sha256 check (sha256 ~ '^[0-9a-f]{64}$')
    )`,
    // The same file is taken over once, however many ask for it at the same moment.
    `create unique index uq_score_pack_return__applied on score_pack_return (city_id, pack_id, sha256)
      where applied_at is not null`,
    'create index ix_score_pack_return__account on score_pack_return (account_id, pack_id)',
    ...own('score_pack'),
    ...neverChanged('score_pack'),
    ...own('score_pack_return'),
    `create policy score_pack_return_update on score_pack_return for update using (${OWN})`,
    // What was read of a file stays; it is taken over once.
    `create trigger tr_score_pack_return__applied_once before update on score_pack_return for each row
      when (old.applied_at is not null) execute function refuse_change()`,
    `create trigger tr_score_pack_return__kept before delete or update of city_id, pack_id, return_id, account_id, file_name,
      sha256, content, result, read_at on score_pack_return for each row execute function refuse_change()`,
    ROUND_PACKS,
    'revoke all on function round_packs(text, uuid) from public',
  ],
  down: ['drop function round_packs(text, uuid)', ...dropTables('score_pack_return', 'score_pack')],
};
