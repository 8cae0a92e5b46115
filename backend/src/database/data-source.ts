import { DataSource } from 'typeorm';
import { entities } from './entities';
import { First1790000000000 } from './migrations/1790000000000-first';
import { Accounts1790100000000 } from './migrations/1790100000000-accounts';
import { SnakeCaseColumns } from './naming-strategy';

export const migrations = [First1790000000000, Accounts1790100000000];

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
    extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000 },
  });
}
