import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * The account PostgreSQL runs under: null for "as we are". PostgreSQL refuses to run as root, so root hands it to
 * the owner of an existing database folder, else to `postgres`, else to `nobody`. No account is ever created.
 *
 * @param {string} clusterFolder where the database lies, if it exists already
 * @returns {{ uid: number, gid: number, name: string } | null}
 */
export function postgresAccount(clusterFolder) {
  if (process.getuid?.() !== 0) return null;
  const accounts = readAccounts();
  if (existsSync(clusterFolder)) {
    const { uid, gid } = statSync(clusterFolder);
    const owner = accounts.find((account) => account.uid === uid);
    if (uid !== 0) return { uid, gid, name: owner?.name ?? String(uid) };
  }
  const named = (name) => accounts.find((account) => account.name === name);
  return named('postgres') ?? named('nobody') ?? { uid: 65534, gid: 65534, name: 'nobody' };
}

function readAccounts() {
  let text = '';
  try {
    text = readFileSync('/etc/passwd', 'utf8');
  } catch {
    // A system without the file still has the numbers.
  }
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    // macOS writes nobody as -2; the call that changes the account wants the unsigned number.
    return gid === undefined ? [] : [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }];
  });
}

/**
 * How a program of PostgreSQL is started: under the account, from a folder every account may enter, and with an
 * environment that holds nothing of ours (PG* variables would redirect it; messages must be English to be read).
 */
export function spawnOptions(account) {
  const kept = process.platform === 'win32' ? process.env : { PATH: process.env.PATH };
  return {
    cwd: process.platform === 'win32' ? undefined : '/',
    env: { ...kept, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' },
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  };
}

/**
 * Runs a program to its end under the account.
 * @returns {Promise<{ ok: boolean, output: string }>} output holds what it printed on both streams
 */
export async function runAs(account, file, parameters, options = {}) {
  try {
    const running = execute(file, parameters, { ...spawnOptions(account), ...options, windowsHide: true });
    running.child.stdin?.on('error', () => undefined);
    running.child.stdin?.end(options.input ?? '');
    const { stdout, stderr } = await running;
    return { ok: true, output: stdout + stderr };
  } catch (error) {
    return { ok: false, output: `${error.stdout ?? ''}${error.stderr ?? ''}` || error.message };
  }
}

/** Whether the account can enter a folder (a home of mode 0700 above it shuts everybody else out). */
export async function canEnter(account, folder) {
  if (!account) return true;
  return (await runAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])).ok;
}
