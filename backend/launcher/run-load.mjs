import { createRequire } from 'node:module';
import path from 'node:path';
import { build, buildSteps } from './build-steps.mjs';
import { openDataArea } from './data-area.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { installPackages } from './install-packages.mjs';
import { LaunchError } from './launch-error.mjs';
import { readLoadWanted } from './load-wanted.mjs';
import { lockServer } from './server-lock.mjs';
import { readSettings } from './settings.mjs';
import { createStepLog } from './step-log.mjs';

/**
 * Everything `npm run load` does, from a bare checkout to the large data set in a database of its own.
 *
 * @param {{ checkout: string, environment: Record<string, string | undefined>, parameters: string[] }} options
 */
export async function runLoad({ checkout, environment, parameters }) {
  const wanted = readLoadWanted(parameters);
  const settings = readSettings(environment, checkout);
  refuseUnasked(settings, wanted);
  const log = createStepLog();
  await installPackages({ checkout, environment, step: log.step });
  const steps = buildSteps(checkout).filter(({ name }) => name !== 'frontend');
  for (const step of steps) await build(step, { say: log.say, environment });
  const require = createRequire(path.join(checkout, 'backend', 'package.json'));
  const { load } = require(path.join(checkout, 'backend', 'dist', 'load.js'));
  const fill = ({ appUrl, ownerUrl, adminUrl }) =>
    load({ appUrl, ownerUrl, adminUrl, ...wanted, say: log.say });
  if (wanted.configured) {
    await fill({ appUrl: settings.databaseUrl, ownerUrl: settings.databaseOwnerUrl, adminUrl: null });
    return;
  }
  const folder = path.join(settings.dataFolder, 'load');
  await onEmbedded(folder, log, fill);
  log.say(`查看这批数据 · to look at it: YUHENG_DATA=${folder} npm start`);
}

function refuseUnasked({ databaseUrl, databaseOwnerUrl }, { configured }) {
  if (databaseUrl && !configured) {
    throw new LaunchError({
      zh: '已设置 DATABASE_URL。装载大批演示数据不会动用该数据库:请取消 DATABASE_URL 后再运行,或确认它是空库并加上 --configured。',
      en: 'DATABASE_URL is set. The large demonstration data do not go there unasked: unset it, or make sure that it is an empty database and add --configured.',
    });
  }
  if (configured && !(databaseUrl && databaseOwnerUrl)) {
    throw new LaunchError({
      zh: '--configured 需要同时设置 DATABASE_URL(应用角色)和 DATABASE_OWNER_URL(属主角色)。',
      en: '--configured needs both DATABASE_URL (application role) and DATABASE_OWNER_URL (owner role).',
    });
  }
}

/** The embedded PostgreSQL of the load's own folder, which stops again afterwards. */
async function onEmbedded(folder, log, work) {
  const area = openDataArea(folder);
  const lock = lockServer(area);
  try {
    const server = await startEmbeddedPostgres({ dataFolder: area, log: log.say });
    // Cut off, the work fails because its database is gone, and everything is put away as after any failure.
    const stop = () => void server.stop();
    for (const name of ['SIGINT', 'SIGTERM']) process.once(name, stop);
    try {
      const { superuser, owner, app } = server.credentials;
      const url = ({ user, password }, database) =>
        `postgres://${user}:${password}@${server.host}:${server.port}/${database}`;
      await work({
        adminUrl: url(superuser, 'postgres'),
        ownerUrl: url(owner, 'yuheng'),
        appUrl: url(app, 'yuheng'),
      });
    } finally {
      await server.stop();
    }
  } finally {
    lock.release();
  }
}
