import { createDataSource } from '../database/data-source';
import {
  GATHERED,
  insertBalances,
  insertGathered,
  insertPlaces,
  OF_CITY,
  planLarge,
  tablesAreThere,
  type LargeData,
} from './large-data.queries';
import { withoutChecksOfRows } from './without-checks-of-rows.repository';

const TABLES = [...Object.keys(GATHERED), 'ledger_balance', ...OF_CITY];

/**
 * Adds the large data set (演示数据) to a database that holds the demonstration and nothing else: the same numbers always
 * make the same rows. Each invented county has the facts of a county of the demonstration, so that its score is that one's.
 * In one transaction: cut off, it leaves nothing.
 */
export async function loadLarge(ownerUrl: string, cityId: string, wanted: LargeData): Promise<void> {
  const source = await createDataSource(ownerUrl, 1).initialize();
  try {
    await source.transaction((tx) =>
      withoutChecksOfRows(tx, TABLES, async () => {
        await planLarge(tx, cityId, wanted);
        await insertPlaces(tx, cityId);
        await insertGathered(tx, cityId, wanted);
        await insertBalances(tx);
      }),
    );
  } finally {
    await source.destroy();
  }
}

/** Whether a database has a table of any kind. */
export async function holdsAnything(ownerUrl: string): Promise<boolean> {
  const source = await createDataSource(ownerUrl, 1).initialize();
  try {
    return await source.transaction(tablesAreThere);
  } finally {
    await source.destroy();
  }
}
