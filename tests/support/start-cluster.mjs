/**
 * Jest's globalSetup for the suites that need PostgreSQL: one throw-away cluster a run, with an empty, migrated
 * database that each test database is copied from. The address goes to the workers as YUHENG_TEST_CLUSTER.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildSteps } from '../../backend/launcher/build-steps.mjs';
import { startEmbeddedPostgres } from '../../backend/launcher/embedded-postgres.mjs';
import stopCluster from './stop-cluster.mjs';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const TEMPLATE = 'migrated';

export default async function startCluster() {
  // Several Jest projects name this file; whoever comes first starts the cluster for all.
  if (process.env.YUHENG_TEST_CLUSTER) return;
  // Everything but the web pages: shared, then the server, whose migrations make the template.
  for (const step of buildSteps(checkout).filter(({ name }) => name !== 'frontend')) {
    await build(step, { say: () => undefined });
  }
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'yuheng-test-'));
  // Started by root, PostgreSQL runs under another account, which has to pass through.
  if (process.getuid?.() === 0) chmodSync(dataFolder, 0o711);
  const server = await startEmbeddedPostgres({ dataFolder, fast: true });
  globalThis.yuhengTestCluster = keep({ dataFolder, server });
  try {
    await provisionTemplate(server);
  } catch (error) {
    await stopCluster();
    throw error;
  }
  const { host, port, credentials } = server;
  process.env.YUHENG_TEST_CLUSTER = JSON.stringify({ host, port, ...credentials, template: TEMPLATE });
}

/**
 * Hands the cluster to a process of its own, which removes it when its standard input closes: at the end of the run,
 * and also when the run is killed and can no longer do it.
 */
function keep({ dataFolder, server }) {
  const script = fileURLToPath(new URL('cluster-keeper.mjs', import.meta.url));
  const keeper = spawn(process.execPath, [script, String(server.processId), server.folder, dataFolder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  keeper.unref();
  keeper.stdin.unref();
  keeper.stderr?.unref();
  return keeper;
}

async function provisionTemplate({ host, port, credentials: { superuser, owner, app } }) {
  const require = createRequire(path.join(checkout, 'backend', 'package.json'));
  const { provision } = require('./dist/database/provision.js');
  const { migrate } = require('./dist/database/migrate.js');
  const adminUrl = `postgres://${superuser.user}:${superuser.password}@${host}:${port}/postgres`;
  const ownerUrl = `postgres://${owner.user}:${owner.password}@${host}:${port}/${TEMPLATE}`;
  await provision({ adminUrl, ownerPassword: owner.password, appPassword: app.password, database: TEMPLATE });
  await migrate(ownerUrl, app.user);
}
