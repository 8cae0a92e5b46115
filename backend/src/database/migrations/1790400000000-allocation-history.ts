import { CITY_IN_SCOPE, dropTables, neverChanged } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';

const TABLES = ['split_table', 'split_table_amount'] as const;

/** Tables of past splits as they were loaded: a later one of the same year is another table, and none ever changes. */
export const HISTORY: GatheringPart = {
  up: [
    `create table split_table (
      city_id text not null,
      number integer not null,
      file_name text not null,
      sha256 text not null,
      loaded_by text not null,
      loaded_at timestamptz not null,
      constraint pk_split_table primary key (city_id, number),
      constraint uq_split_table__sha256 unique (city_id, sha256),
      constraint ck_split_table__number check (number >= 1),
      constraint ck_split_table__sha256 check (sha256 ~ '^[0-9a-f]{64}$')
    )`,
    `create table split_table_amount (
      city_id text not null,
      number integer not null,
      program_id text not null,
      year integer not null,
      county_id text not null,
      fen bigint not null,
      posts integer,
      source text not null,
      row_number integer not null,
      constraint pk_split_table_amount primary key (city_id, number, program_id, year, county_id),
      constraint fk_split_table_amount__table foreign key (city_id, number) references split_table (city_id, number),
      constraint ck_split_table_amount__fen check (fen >= 0),
      constraint ck_split_table_amount__posts check (posts >= 0),
      constraint ck_split_table_amount__source check (source <> '')
    )`,
    'create index ix_split_table_amount__year on split_table_amount (city_id, program_id, year)',
    ...TABLES.flatMap((table) => [
      `alter table ${table} enable row level security`,
      `alter table ${table} force row level security`,
      `create policy ${table}_in_scope on ${table} using (${CITY_IN_SCOPE})`,
    ]),
    ...neverChanged(...TABLES),
  ],
  down: dropTables('split_table_amount', 'split_table'),
};
