/** One part of the third migration: plain SQL statements, never edited once released. `down` undoes `up`. */
export interface GatheringPart {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** Rows of one county, seen and written where the transaction's scope has the county. */
export const COUNTY_IN_SCOPE = `county_id = any((select string_to_array(nullif(current_setting('yuheng.scope', true), ''), ','))::text[])`;
/** Rows of the city, seen and written by who sees the city. */
export const CITY_IN_SCOPE = `city_id = (select nullif(current_setting('yuheng.city', true), ''))`;

/** Row security for the tables of a part whose rows belong to a county: enabled and forced, one policy for all acts. */
export const ofCounties = (...tables: readonly string[]): string[] =>
  tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_county on ${table} using (${COUNTY_IN_SCOPE})`,
  ]);

/** A table whose rows are never changed nor removed, not by the owner's own mistake either. */
export const neverChanged = (...tables: readonly string[]): string[] =>
  tables.flatMap((table) => [
    `create trigger tr_${table}__append_only before update or delete on ${table} for each row execute function refuse_change()`,
    `create trigger tr_${table}__never_emptied before truncate on ${table} for each statement execute function refuse_change()`,
  ]);

export const dropTables = (...tables: readonly string[]): string[] =>
  tables.map((table) => `drop table ${table} cascade`);
