import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { LaunchError } from './launch-error.mjs';
import { readAreaFile, writeAreaFile } from './data-area.mjs';
import { canEnter, postgresAccount } from './postgres-account.mjs';
import { handOver, lastingTempFolder, makePrivateFolder } from './private-folder.mjs';

const POINTER = 'postgres-folder.txt';

/**
 * Where the database of a data area lies, and which account PostgreSQL runs under.
 *
 * It lies in the area itself if the account can enter it. If not (root's closed home), in the system's lasting temp
 * folder under a name made from the area's real path, so that two checkouts never share one; a pointer file in the
 * area says where.
 *
 * @param {{ area: string, tempFolder?: string, log: (line: string) => void }} options area: a real path
 * @returns {Promise<{ home: string, folder: string, account: object|null, exists: boolean }>} `folder` is the
 *   database itself, `home` the folder it stands in
 */
export async function clusterFolder({ area, tempFolder, log }) {
  const inPlace = path.join(area, 'postgres');
  const account = postgresAccount(inPlace);
  if (existsSync(inPlace)) {
    if (!(await canEnter(account, area))) throw closed(inPlace, account);
    return opened(area, account);
  }
  const pointer = readAreaFile(area, POINTER)?.trim() ?? null;
  if (pointer === null && (await canEnter(account, area))) return opened(area, account);
  const name = `yuheng-data-${createHash('sha256').update(area).digest('hex').slice(0, 16)}`;
  const home = path.join(tempFolder ?? lastingTempFolder(), name);
  if (pointer !== null && pointer !== home) {
    log(
      `数据文件夹已移动或复制,原数据库在 · the data folder was moved or copied; its former database: ${pointer}`,
    );
  }
  const temporaryAccount = postgresAccount(home);
  makePrivateFolder(home, temporaryAccount);
  if (pointer !== home) writeAreaFile(area, POINTER, `${home}\n`);
  log(`数据库位于 · the database lies in ${home}`);
  return opened(home, temporaryAccount);
}

function opened(home, account) {
  const folder = path.join(home, 'postgres');
  const exists = existsSync(folder);
  // Root copied a checkout without keeping its owners: the copy is root's to give.
  if (exists && account && statSync(folder).uid === 0) handOver(folder, account);
  if (exists) refuseForeign(folder, account);
  return { home, folder, account, exists };
}

/** PostgreSQL itself refuses a folder of another account or another major version, in words few can act on. */
function refuseForeign(folder, account) {
  const owner = statSync(folder).uid;
  if (process.getuid && owner !== (account?.uid ?? process.getuid())) {
    throw new LaunchError({
      zh: `数据库文件夹 ${folder} 属于另一个账户(编号 ${owner})。请用该账户启动,或用 YUHENG_DATA 指定另一个文件夹。`,
      en: `The database folder ${folder} belongs to another account (id ${owner}). Start as that account, or set YUHENG_DATA to another folder.`,
    });
  }
}

/** Refuses a database made by another major version of PostgreSQL than the one installed. */
export function refuseOtherVersion(folder, version) {
  const made = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  if (made === version) return;
  throw new LaunchError({
    zh: `数据库文件夹 ${folder} 由 PostgreSQL ${made} 建立,当前安装的是 ${version}。请用原版本导出后再导入,或用 YUHENG_DATA 指定新的文件夹。`,
    en: `The database folder ${folder} was made by PostgreSQL ${made}, and ${version} is installed. Export it with the former version and import it again, or set YUHENG_DATA to a new folder.`,
  });
}

function closed(folder, account) {
  return new LaunchError({
    zh: `账户 ${account.name} 无法进入数据库文件夹 ${folder}。请允许其他账户进入其上级文件夹(chmod o+x),或用 YUHENG_DATA 指定另一个文件夹。`,
    en: `The account ${account.name} cannot enter the database folder ${folder}. Let others pass through the folders above it (chmod o+x), or set YUHENG_DATA to another folder.`,
  });
}
