import type { GatheringPart } from './1790200000000-gathering-part';

/** What was done under which Idempotency-Key. Not forced, because the function that forgets acts as the owner. */
export const REPETITIONS: GatheringPart = {
  up: [
    `create table idempotency_key (
      account_id uuid not null,
      key text not null,
      act text not null,
      request_sha256 text not null,
      result jsonb,
      created_at timestamptz not null,
      constraint pk_idempotency_key primary key (account_id, key),
      constraint fk_idempotency_key__account foreign key (account_id) references account (account_id)
    )`,
    'alter table idempotency_key enable row level security',
    `create policy idempotency_key_own on idempotency_key
      using (account_id = (select nullif(current_setting('yuheng.account', true), '')::uuid))`,
    `create function forget_idempotency_keys() returns void language sql security definer set search_path = public, pg_temp
      as $$ delete from idempotency_key where created_at < now() - interval '2 days' $$`,
    'revoke all on function forget_idempotency_keys() from public',
  ],
  down: ['drop function forget_idempotency_keys()', 'drop table idempotency_key cascade'],
};
