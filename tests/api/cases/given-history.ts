import type { Given } from '../requests';

type Undo = () => Promise<void>;

/** Takes back what a test added to a history, past the trigger that lets nobody do so. */
async function forget({ server }: Given, table: string): Promise<void> {
  await server.sql('begin');
  await server.sql('set local session_replication_role = replica');
  await server.sql(`delete from ${table}`);
  await server.sql('commit');
}

/** Nothing has been changed before the request; what it changes is forgotten after it. */
export const untouched =
  (table: 'duty_rule' | 'holiday_table' | 'closed_year') =>
  async (given: Given): Promise<Undo> =>
  () =>
    forget(given, table);

/** A year of the assistants that somebody closed. */
export async function closedYear(given: Given): Promise<Undo> {
  await given.server.sql(
    `insert into closed_year values ('530400', 'assistants', 2024, 1, 'close', '年度结束', 'officer-2', now())`,
  );
  return () => forget(given, 'closed_year');
}

/** The year after the last is not there any more once the request is over. */
export const unopened =
  (year: number) =>
  async ({ server }: Given): Promise<Undo> =>
  async () =>
    void (await server.sql('delete from program_post where year = $1', [year]));
