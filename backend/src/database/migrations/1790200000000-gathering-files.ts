import { dropTables, ofCounties } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';

/**
 * Uploaded workbooks: what each said, and the file with its comments; of a wage list no file, because people are named in it.
 * Kept as uploaded; only that it was taken is added. And what each county says that the headings of its wage lists mean.
 */
export const FILES: GatheringPart = {
  up: [
    `create table sheet_import (
      city_id text not null,
      county_id text not null,
      import_id uuid not null,
      program_id text not null,
      kind text not null,
      month text not null,
      file_name text not null,
      sha256 text not null,
      items jsonb not null,
      changes jsonb not null,
      errors integer not null,
      result bytea,
      uploaded_by text not null,
      uploaded_at timestamptz not null,
      applied_by text,
      applied_at timestamptz,
      constraint pk_sheet_import primary key (city_id, county_id, import_id),
      constraint uq_sheet_import__id unique (import_id),
      constraint ck_sheet_import__kind check (kind in ('inspection', 'spending', 'workload')),
      constraint ck_sheet_import__month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      constraint ck_sheet_import__sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
      constraint ck_sheet_import__applied check ((applied_at is null) = (applied_by is null)),
      constraint ck_sheet_import__whole check (applied_at is null or errors = 0)
    )`,
    `create table wage_list_heading (
      city_id text not null,
      county_id text not null,
      heading text not null,
      field text not null,
      said_by text not null,
      said_at timestamptz not null,
      constraint pk_wage_list_heading primary key (city_id, county_id, heading),
      constraint ck_wage_list_heading__heading check (heading <> ''),
      constraint ck_wage_list_heading__field check (field in ('name', 'identityNumber', 'county', 'month', 'paidOn', 'cityPart',
        'countyAdvance', 'countyPart', 'gross', 'socialInsurance', 'amount', 'source', 'ignored'))
    )`,
    ...ofCounties('sheet_import', 'wage_list_heading'),
    `create trigger tr_sheet_import__kept before delete or update of city_id, import_id, program_id, kind,
       month, file_name, sha256, items, changes, errors, result, uploaded_by, uploaded_at
       on sheet_import for each row execute function refuse_change()`,
    `create trigger tr_sheet_import__applied_once before update on sheet_import for each row
       when (old.applied_at is not null) execute function refuse_change()`,
    `create trigger tr_sheet_import__never_emptied before truncate on sheet_import
       for each statement execute function refuse_change()`,
  ],
  down: dropTables('wage_list_heading', 'sheet_import'),
};
