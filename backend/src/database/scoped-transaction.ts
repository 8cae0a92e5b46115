import type { PoolClient } from 'pg';
import {
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  type DataSource,
  type EntityManager,
  type QueryRunner,
} from 'typeorm';
import type { Scope } from './scope';

/** The database went away in the middle of a request; nothing was kept. */
export class DatabaseUnavailable extends Error {}

/** Class 57P (operator intervention), class 08 (connection), and what Node says of a dead socket. */
const GONE = /^(57P0[123]|08\w{3}|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)$/;
const GONE_IN_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|was closed/;

/** Whether an error means that the database is not there, inside a transaction or outside of one. */
export const isGone = (error: unknown): boolean =>
  error instanceof Error &&
  (GONE.test(String((error as { code?: unknown }).code ?? '')) || GONE_IN_WORDS.test(error.message));

/**
 * TypeORM gives a connection back by itself the moment that its socket dies: a statement that comes after it finds the
 * runner released. Nobody else releases it while `scoped` is at work.
 */
const wasTakenAway = (error: unknown): boolean =>
  error instanceof QueryRunnerAlreadyReleasedError ||
  error instanceof QueryRunnerProviderAlreadyReleasedError;

/**
 * The one door of a service to the database: one READ COMMITTED transaction whose first statement sets the scope for
 * that transaction only. `tx` is passed on explicitly, so that a forgotten scope does not compile.
 *
 * A refusal thrown inside rolls back. A connection that could not roll back is discarded, so that no later borrower
 * inherits its scope; a killed one becomes DatabaseUnavailable (503); a COMMIT that PostgreSQL turned into a ROLLBACK
 * (an SQL error was swallowed on the way) is an error, never a success.
 */
export async function scoped<Result>(
  source: DataSource,
  scope: Scope,
  work: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(
      `select set_config('yuheng.scope', $1, true), set_config('yuheng.city', $2, true),
              set_config('yuheng.account', $3, true), set_config('yuheng.duties', $4, true)`,
      [scope.counties.join(','), scope.city ?? '', scope.account ?? '', scope.duties.join(',')],
    );
    const result = await work(runner.manager);
    await commit(runner);
    await runner.release();
    return result;
  } catch (error) {
    await rollBack(runner);
    if (isGone(error) || wasTakenAway(error)) {
      throw new DatabaseUnavailable('The database connection was lost; nothing was kept.');
    }
    throw error;
  }
}

/** Asks the driver itself, because PostgreSQL answers ROLLBACK, without an error, to the COMMIT of a failed transaction. */
async function commit(runner: QueryRunner): Promise<void> {
  const client = (await runner.connect()) as PoolClient;
  const { command } = await client.query('commit');
  // TypeORM did not see this COMMIT: without the note its release would think a transaction still open.
  (runner as { isTransactionActive: boolean }).isTransactionActive = false;
  if (command !== 'COMMIT') {
    throw new Error(
      'An SQL error was swallowed inside a transaction: it was rolled back and nothing was kept.',
    );
  }
}

async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  } catch (error) {
    // The connection may still carry the scope: it is destroyed instead of going back to the pool.
    await (runner as unknown as Discardable).releasePostgresConnection(error as Error);
  }
}

/** TypeORM's own way to give a connection back as broken; `release()` would put it into the pool again. */
interface Discardable {
  releasePostgresConnection(reason: Error): Promise<void>;
}
