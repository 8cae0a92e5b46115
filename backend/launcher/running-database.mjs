import { LaunchError } from './launch-error.mjs';
import { clusterFolder } from './cluster-folder.mjs';
import { openCredentials } from './postgres-credentials.mjs';
import { findPostmaster } from './postmaster.mjs';

/**
 * The two addresses of the embedded PostgreSQL that a running `npm start` works with, for a command beside it.
 *
 * @param {string} area real path of the data folder
 * @returns {Promise<{ DATABASE_URL: string, DATABASE_OWNER_URL: string }>}
 */
export async function runningDatabase(area) {
  const { credentials, drawn } = openCredentials(area);
  const running = drawn ? null : await findRunning(area);
  if (running?.state !== 'ready') {
    throw new LaunchError({
      zh: `数据文件夹 ${area} 的数据库没有运行。请先运行 npm start,并保持其运行。`,
      en: `The database of the data folder ${area} is not running. Run npm start first, and leave it running.`,
    });
  }
  const url = ({ user, password }) => `postgres://${user}:${password}@127.0.0.1:${running.port}/yuheng`;
  return { DATABASE_URL: url(credentials.app), DATABASE_OWNER_URL: url(credentials.owner) };
}

async function findRunning(area) {
  const { folder } = await clusterFolder({ area, log: () => undefined });
  return findPostmaster(folder);
}
