import { DataSource } from 'typeorm';
import { entities } from './entities';
import { First1790000000000 } from './migrations/1790000000000-first';
import { Accounts1790100000000 } from './migrations/1790100000000-accounts';
import { Gathering1790200000000 } from './migrations/1790200000000-gathering';
import { Evaluation1790300000000 } from './migrations/1790300000000-evaluation';
import { Allocation1790400000000 } from './migrations/1790400000000-allocation';
import { Dashboard1790500000000 } from './migrations/1790500000000-dashboard';
import { SnakeCaseColumns } from './naming-strategy';

export const migrations = [
  First1790000000000,
  Accounts1790100000000,
  Gathering1790200000000,
  Evaluation1790300000000,
  Allocation1790400000000,
  Dashboard1790500000000,
];

/** So many connections are opened before the first request and kept open when nobody asks for anything. */
const KEPT_OPEN = 4;

/** A data source on one PostgreSQL; `synchronize` is off everywhere, the schema comes from migrations alone. */
export function createDataSource(url: string, poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities,
    migrations,
    namingStrategy: new SnakeCaseColumns(),
    synchronize: false,
    migrationsTransactionMode: 'each',
    // A dead peer must not hold a request for ever; a statement that runs this long is a defect.
    connectTimeoutMS: 5000,
    extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000, min: KEPT_OPEN },
  });
}

/** Opens the connections that are then kept, so that the first burst of requests waits for no handshake. */
export async function openConnections(source: DataSource): Promise<void> {
  const { poolSize = 1 } = source.options;
  const runners = Array.from({ length: Math.min(KEPT_OPEN, poolSize) }, () => source.createQueryRunner());
  try {
    await Promise.all(runners.map((runner) => runner.connect()));
  } finally {
    for (const runner of runners) await runner.release();
  }
}
