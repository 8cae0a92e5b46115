import { chownSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LaunchError } from './launch-error.mjs';
import { runAs } from './postgres-account.mjs';

const STAGING = 'postgres.new-';

/**
 * Makes an empty database cluster in `folder`: UTF-8, sorted by code point (pinyin order is asked for by
 * COLLATE "zh-x-icu"), passwords by SCRAM even on this machine.
 *
 * It is made beside its place and moved there when it is whole, so that a start cut off half-way leaves nothing that
 * looks like a database.
 */
export async function createCluster({ home, folder, account, initdb, password, fast }) {
  for (const left of readdirSync(home).filter((name) => name.startsWith(STAGING))) {
    rmSync(path.join(home, left), { recursive: true, force: true });
  }
  const staging = mkdtempSync(path.join(home, STAGING));
  try {
    const secret = path.join(staging, 'password');
    writeFileSync(secret, `${password}\n`, { mode: 0o600 });
    if (account) [secret, staging].forEach((file) => chownSync(file, account.uid, account.gid));
    const made = path.join(staging, 'cluster');
    const common = ['-D', made, '-U', 'postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '-E', 'UTF8'];
    if (fast) common.push('--no-sync');
    let answer = await runAs(account, initdb, [...common, '--locale=C.UTF-8']);
    if (!answer.ok && /invalid locale/.test(answer.output)) {
      // Some systems have no C.UTF-8; PostgreSQL's own sorts and folds case in the same way.
      rmSync(made, { recursive: true, force: true });
      const own = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
      answer = await runAs(account, initdb, [...common, ...own]);
    }
    if (!answer.ok) throw refused(folder, answer.output);
    renameSync(made, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Gives the superuser a new password while the database is stopped; the passwords of the other roles follow later. */
export async function setSuperuserPassword({ folder, account, postgres, password }) {
  const answer = await runAs(account, postgres, ['--single', '-D', folder, 'postgres'], {
    input: `ALTER ROLE postgres PASSWORD '${password}'\n`,
  });
  if (!answer.ok) throw refused(folder, answer.output);
}

function refused(folder, output) {
  return new LaunchError({
    zh: `无法在 ${folder} 建立或修复数据库,原因见下。请检查磁盘空间和文件夹权限,或用 YUHENG_DATA 指定另一个文件夹。`,
    en: `The database in ${folder} could not be made or repaired, for the reason below. Check disk space and folder modes, or set YUHENG_DATA to another folder.`,
    details: output.trim().split('\n').slice(-15).join('\n'),
  });
}
