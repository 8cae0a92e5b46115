import { dropTables, neverChanged, ofCounties, type GatheringPart } from './1790200000000-gathering-part';

const KEY = 'city_id text not null, county_id text not null, program_id text not null, month text not null';
const OF_KEY = 'city_id, county_id, program_id, month';

const unforced = (...tables: readonly string[]): string[] =>
  tables.map((table) => `alter table ${table} no force row level security`);
const forced = (...tables: readonly string[]): string[] =>
  tables.map((table) => `alter table ${table} force row level security`);

/** An act of the history of a finding or of a doubt. */
const historyOf = (table: string, id: string, acts: string): string => `create table ${table}_event (
      ${KEY},
      ${id} text not null,
      number integer not null,
      act text not null,
      acted_by text,
      acted_at timestamptz not null,
      text text,
      evidence jsonb not null,
      constraint pk_${table}_event primary key (${OF_KEY}, ${id}, number),
      constraint fk_${table}_event__${table} foreign key (${OF_KEY}, ${id}) references ${table} (${OF_KEY}, ${id}),
      constraint ck_${table}_event__act check (act in (${acts})),
      constraint ck_${table}_event__number check (number >= 1)
    )`;

/** What is known of the findings that had no history yet: raised by the inspector, rectified, closed by the inspector. */
export const HISTORY_OF_FINDINGS = `
  insert into finding_event (${OF_KEY}, item_id, number, act, acted_by, acted_at, text, evidence)
  select f.city_id, f.county_id, f.program_id, f.month, f.item_id, e.number, e.act, e.acted_by,
    (e.on_day + time '08:00') at time zone 'Asia/Shanghai', e.text, '[]'
  from finding f
  join inspection i on i.city_id = f.city_id and i.county_id = f.county_id and i.program_id = f.program_id and i.month = f.month
  cross join lateral (values
    (1, 'raise', i.inspector, f.found_on, f.summary),
    (2, 'rectify', null, f.rectified_on, null),
    (3, 'pass', i.inspector, f.closed_on, null)) e (number, act, acted_by, on_day, text)
  where e.on_day is not null
    and not exists (select 1 from finding_event x where x.city_id = f.city_id and x.county_id = f.county_id
      and x.program_id = f.program_id and x.month = f.month and x.item_id = f.item_id)`;

/**
 * Doubts, and the ways of findings. A finding rests on an item that failed or on a doubt, and `item_id` is the id of
 * whichever it is; ids of doubts begin with `doubt-`, so that they are never an item's.
 */
export const FINDINGS: GatheringPart = {
  up: [
    `create table doubt (
      ${KEY},
      doubt_id text not null,
      item_id text,
      sentence jsonb not null,
      records jsonb not null,
      raised_by text,
      raised_on date not null,
      explain_by date not null,
      explained_by text,
      explained_on date,
      decided_by text,
      decided_on date,
      decision text,
      version integer not null,
      constraint pk_doubt primary key (${OF_KEY}, doubt_id),
      constraint ck_doubt__id check (doubt_id like 'doubt-%'),
      constraint ck_doubt__month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      constraint ck_doubt__decision check (decision in ('explained', 'converted')
        and (decision is null) = (decided_on is null) and (decision is null) = (decided_by is null)
        and (explained_on is null) = (explained_by is null)),
      constraint ck_doubt__decided_by_another check (decided_by <> explained_by)
    )`,
    historyOf('doubt', 'doubt_id', `'raise', 'explain', 'accept', 'convert'`),
    `alter table finding
      add column result_item_id text,
      add column doubt_id text,
      add column responsible text,
      add column returned_on date,
      add column rectified_by text,
      add column closed_by text,
      add column version integer not null default 1`,
    // Forced, row security would let the owner see none of the rows that are already there.
    ...unforced('finding'),
    'update finding set result_item_id = item_id',
    ...forced('finding'),
    'alter table finding drop constraint fk_finding__result',
    `alter table finding
      add constraint fk_finding__result foreign key (${OF_KEY}, result_item_id) references inspection_result (${OF_KEY}, item_id),
      add constraint fk_finding__doubt foreign key (${OF_KEY}, doubt_id) references doubt (${OF_KEY}, doubt_id),
      add constraint ck_finding__rests_on_one check (item_id = coalesce(result_item_id, doubt_id)
        and (result_item_id is null) <> (doubt_id is null)),
      add constraint ck_finding__rechecked_by_another check (closed_by <> rectified_by)`,
    historyOf('finding', 'item_id', `'raise', 'rectify', 'pass', 'return'`),
    ...unforced('finding', 'inspection'),
    HISTORY_OF_FINDINGS,
    ...forced('finding', 'inspection'),
    ...ofCounties('doubt', 'doubt_event', 'finding_event'),
    ...neverChanged('doubt_event', 'finding_event'),
  ],
  down: [
    ...dropTables('finding_event'),
    `alter table finding drop constraint ck_finding__rechecked_by_another, drop constraint ck_finding__rests_on_one,
      drop constraint fk_finding__doubt, drop constraint fk_finding__result`,
    ...unforced('finding'),
    'delete from finding where doubt_id is not null',
    ...forced('finding'),
    `alter table finding
      add constraint fk_finding__result foreign key (${OF_KEY}, item_id) references inspection_result (${OF_KEY}, item_id)`,
    `alter table finding drop column result_item_id, drop column doubt_id, drop column responsible, drop column returned_on,
      drop column rectified_by, drop column closed_by, drop column version`,
    ...dropTables('doubt_event', 'doubt'),
  ],
};
