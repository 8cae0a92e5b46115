import { readEnvironment } from './config/environment';
import { StartRefused } from './config/start-refused';
import { migrate } from './database/migrate';
import { dropDatabase, provision } from './database/provision';
import { install } from './installation/install';
import type { LargeData } from './large-data/large-data.queries';
import { holdsAnything, loadLarge } from './large-data/load-large';

export interface Load extends LargeData {
  /** A superuser's URL of the load's own cluster, in which a former load gives way; null: somebody else's empty database. */
  readonly adminUrl: string | null;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly say: (line: string) => void;
}

/**
 * Makes the demonstration and the large data set in a database of their own, and says how long it took.
 * @throws StartRefused when somebody else's database holds anything.
 */
export async function load({ adminUrl, ownerUrl, appUrl, say, ...wanted }: Load): Promise<void> {
  const began = performance.now();
  const [owner, app] = [new URL(ownerUrl), new URL(appUrl)];
  if (adminUrl) {
    const database = owner.pathname.slice(1);
    await dropDatabase(adminUrl, database);
    await provision({
      adminUrl,
      database,
      ownerPassword: decodeURIComponent(owner.password),
      appPassword: decodeURIComponent(app.password),
    });
  } else if (await holdsAnything(ownerUrl)) {
    throw new StartRefused(
      '该数据库不是空库，不装载大批演示数据，库中内容没有改动；请改用空数据库。\n' +
        'This database is not empty: the large demonstration data are not loaded and nothing was changed. Use an empty database.',
    );
  }
  await migrate(ownerUrl, decodeURIComponent(app.username));
  const { cityId } = await install(ownerUrl, { ...readEnvironment({}), demonstration: true });
  await loadLarge(ownerUrl, cityId, wanted);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(
    `已装载演示数据：${wanted.counties} 个演示县，各 ${wanted.months} 个月 · demonstration data loaded: ${wanted.counties} invented counties with ${wanted.months} months each (${seconds} s)`,
  );
}
