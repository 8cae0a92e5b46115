import { dropTables, neverChanged } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';

const OWN = `account_id = (select nullif(current_setting('yuheng.account', true), '')::uuid)`;

const own = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_own on ${table} for select using (${OWN})`,
  `create policy ${table}_insert on ${table} for insert with check (${OWN})`,
];

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
  ],
  down: dropTables('score_pack_return', 'score_pack'),
};
