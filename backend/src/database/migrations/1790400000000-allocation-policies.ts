import { CITY_IN_SCOPE, dropTables, neverChanged } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';

/** 分配办法: published versions, which nobody changes any more. */
export const POLICIES: GatheringPart = {
  up: [
    `create table allocation_policy (
      city_id text not null,
      program_id text not null,
      version integer not null,
      name text not null,
      basis text not null,
      document_number text not null,
      published_on date not null,
      published_by text not null,
      published_at timestamptz not null,
      settings jsonb not null,
      settings_sha256 text not null,
      constraint pk_allocation_policy primary key (city_id, program_id, version),
      constraint uq_allocation_policy__document unique (city_id, program_id, document_number, settings_sha256),
      constraint ck_allocation_policy__sha256 check (settings_sha256 ~ '^[0-9a-f]{64}$'),
      constraint ck_allocation_policy__version check (version >= 1)
    )`,
    'alter table allocation_policy enable row level security',
    'alter table allocation_policy force row level security',
    `create policy allocation_policy_in_scope on allocation_policy using (${CITY_IN_SCOPE})`,
    ...neverChanged('allocation_policy'),
  ],
  down: dropTables('allocation_policy'),
};
