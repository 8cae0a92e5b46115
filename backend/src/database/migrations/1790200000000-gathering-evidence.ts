import { dropTables, neverChanged, ofCounties } from './1790200000000-gathering-part';
import type { GatheringPart } from './1790200000000-gathering-part';

/** What names evidence; each is checked when it is written, whoever writes it. */
const NAMING = ['sheet_value', 'finding_event', 'doubt_event'];

/** Evidence (佐证材料): the stored documents of a county. */
export const EVIDENCE: GatheringPart = {
  up: [
    `create table evidence_file (
      city_id text not null,
      county_id text not null,
      file_id uuid not null,
      file_name text not null,
      media_type text not null,
      size integer not null,
      sha256 text not null,
      content bytea not null,
      uploaded_by text not null,
      uploaded_at timestamptz not null,
      constraint pk_evidence_file primary key (city_id, county_id, file_id),
      constraint uq_evidence_file__content unique (city_id, county_id, sha256, file_name),
      constraint ck_evidence_file__sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
      constraint ck_evidence_file__size check (size = octet_length(content) and size > 0)
    )`,
    ...ofCounties('evidence_file'),
    ...neverChanged('evidence_file'),
    `create function refuse_unknown_evidence() returns trigger language plpgsql as $$
    begin
      if exists (
        select 1 from jsonb_array_elements(new.evidence) one
        where one ? 'file' and not exists (
          select 1 from evidence_file f where f.city_id = new.city_id and f.county_id = new.county_id
            and f.file_id = (one ->> 'file')::uuid)) then
        raise exception 'the evidence is not stored' using errcode = 'foreign_key_violation', constraint = 'fk_evidence__file';
      end if;
      return new;
    end $$`,
    ...NAMING.map(
      (table) => `create trigger tr_${table}__evidence before insert on ${table} for each row
        when (new.evidence <> '[]') execute function refuse_unknown_evidence()`,
    ),
  ],
  down: [
    ...NAMING.map((table) => `drop trigger tr_${table}__evidence on ${table}`),
    ...dropTables('evidence_file'),
    'drop function refuse_unknown_evidence()',
  ],
};
