import { createRequire } from 'node:module';
import path from 'node:path';
import startCluster from '../support/start-cluster.mjs';

const NAME = 'bench';

/**
 * A throw-away PostgreSQL with a database of its own, still empty: the first server fills it with the demonstration.
 * `stop-cluster.mjs` ends it.
 */
export async function openDatabase(checkout) {
  await startCluster();
  const cluster = JSON.parse(process.env.YUHENG_TEST_CLUSTER);
  const { host, port, superuser, owner, app } = cluster;
  const url = ({ user, password }, database) => `postgres://${user}:${password}@${host}:${port}/${database}`;
  const require = createRequire(path.join(checkout, 'backend', 'package.json'));
  const { provision } = require('./dist/database/provision.js');
  await provision({
    adminUrl: url(superuser, 'postgres'),
    ownerPassword: owner.password,
    appPassword: app.password,
    database: NAME,
  });
  return {
    DATABASE_URL: url(app, NAME),
    DATABASE_OWNER_URL: url(owner, NAME),
    /** For a bench that makes another database; the server does not know it. */
    ADMIN_URL: url(superuser, 'postgres'),
  };
}
