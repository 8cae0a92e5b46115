import { chmodSync, chownSync, existsSync, lchownSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LaunchError } from './launch-error.mjs';

/** The folder for temporary files that outlast a restart of the machine. */
export function lastingTempFolder() {
  return process.platform !== 'win32' && existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
}

/**
 * Makes a folder that only `account` can enter, inside a folder everybody may write to. The name is predictable, so
 * whatever already stands there is distrusted: a link, or a folder of another account, is refused.
 *
 * @param {string} folder its parent must exist
 * @param {{ uid: number, gid: number } | null} account null: the account that runs this process
 */
export function makePrivateFolder(folder, account) {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (process.platform === 'win32') return;
  const found = lstatSync(folder);
  const own = account?.uid ?? process.getuid();
  // A folder of root's can only be our own, left between its making and its handing over.
  const trusted = found.uid === own || (found.uid === 0 && process.getuid() === 0);
  if (!found.isDirectory() || !trusted) {
    throw new LaunchError({
      zh: `文件夹 ${folder} 是链接或属于其他账户,为安全起见不予使用。请核实来源后将其删除,再重新启动。`,
      en: `The folder ${folder} is a link or belongs to another account and is not trusted. Check where it comes from, delete it, and start again.`,
    });
  }
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
}

/** Gives a folder and all it holds to an account; links themselves, never what they point to. */
export function handOver(folder, { uid, gid }) {
  for (const entry of readdirSync(folder, { recursive: true }))
    lchownSync(path.join(folder, entry), uid, gid);
  lchownSync(folder, uid, gid);
}
