import type { EntityManager } from 'typeorm';

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

interface Index {
  readonly name: string;
  readonly definition: string;
}

/**
 * Fills tables without what looks at each row by itself: row security does not bind the owner, triggers rest, and keys and
 * indexes are made when all rows are there, in one go. Afterwards everything stands as before.
 */
export async function withoutChecksOfRows(
  tx: EntityManager,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const constraints: Constraint[] = await tx.query(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype in ('p', 'u', 'f') and conrelid = any($1::regclass[])
     order by array_position('{p,u,f}', contype::text), 1, 2`,
    [tables],
  );
  const indexes: Index[] = await tx.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any($1::regclass[])
       and not exists (select 1 from pg_constraint c where c.conindid = indexrelid) order by 1`,
    [tables],
  );
  const alter = async (...changes: string[]): Promise<void> => {
    for (const table of tables) await tx.query(`alter table ${table} ${changes.join(', ')}`);
  };
  await tx.query(`set local statement_timeout = 0`);
  await tx.query(`set local work_mem = '128MB'`);
  await tx.query(`set local maintenance_work_mem = '512MB'`);
  for (const { table, name } of [...constraints].reverse())
    await tx.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await tx.query(`drop index ${name}`);
  await alter('no force row level security', 'disable trigger user');
  await work();
  for (const { definition } of indexes) await tx.query(definition);
  // The planner checks the references by what it knows of the rows.
  await tx.query('analyze');
  for (const { table, name, definition } of constraints)
    await tx.query(`alter table ${table} add constraint ${name} ${definition}`);
  await alter('enable trigger user', 'force row level security');
}
