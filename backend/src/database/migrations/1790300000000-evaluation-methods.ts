import { CITY_IN_SCOPE, dropTables, neverChanged, type GatheringPart } from './1790200000000-gathering-part';

/** Methods: what a published version rests on, frozen for ever, and the drafts that the next ones come from. */
export const METHODS: GatheringPart = {
  up: [
    `alter table evaluation_method
      add column document_number text,
      add column published_by text,
      add column based_on integer,
      add column basis text not null default '',
      add constraint ck_evaluation_method__based_on check (based_on < version)`,
    ...neverChanged('evaluation_method'),
    `create table method_draft (
      city_id text not null,
      draft_id uuid not null,
      program_id text not null,
      name jsonb not null,
      basis text not null,
      based_on integer,
      definition jsonb not null,
      lock integer not null,
      created_by text not null,
      created_at timestamptz not null,
      changed_by text not null,
      changed_at timestamptz not null,
      constraint pk_method_draft primary key (city_id, draft_id),
      constraint fk_method_draft__based_on foreign key (city_id, program_id, based_on)
        references evaluation_method (city_id, program_id, version)
    )`,
    'alter table method_draft enable row level security',
    'alter table method_draft force row level security',
    `create policy method_draft_in_scope on method_draft using (${CITY_IN_SCOPE})`,
  ],
  down: [
    ...dropTables('method_draft'),
    'drop trigger tr_evaluation_method__append_only on evaluation_method',
    'drop trigger tr_evaluation_method__never_emptied on evaluation_method',
    `alter table evaluation_method
      drop constraint ck_evaluation_method__based_on,
      drop column document_number,
      drop column published_by,
      drop column based_on,
      drop column basis`,
  ],
};
