import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { spawnOptions } from './postgres-account.mjs';
import { commandLineOf, isAlive, runsDeletedFile, waitUntil } from './processes.mjs';

/**
 * The command line of PostgreSQL's main process. Whoever finds a process with exactly this line has found the server
 * of this folder, from these programs, with these settings.
 *
 * @param {{ postgres: string, folder: string, port: number, fast: boolean }} wanted
 */
export function postmasterArguments({ folder, port, fast }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: fast ? '200' : '100',
    timezone: 'UTC',
    // The log must not gather what people entered: no statements, and no details, which quote values.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    // A database of a test run is thrown away: it need not outlive a power cut.
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', folder, '-p', String(port), ...pairs];
}

/**
 * What postmaster.pid says: line 1 the process, line 4 the port, line 8 the state. Null without the file; fields
 * that PostgreSQL has not written yet are NaN and ''.
 */
export function readPostmasterFile(folder) {
  try {
    const lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3] || NaN), state: (lines[7] ?? '').trim() };
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The main process that serves a folder although nobody of ours started it (node was killed and PostgreSQL was not),
 * or null. A process that merely got the same id later is told apart by its command line.
 *
 * @returns {{ pid: number, port: number, state: string, commandLine: string } | null}
 */
export function findPostmaster(folder) {
  const found = readPostmasterFile(folder);
  if (!found || !isAlive(found.pid)) return null;
  const commandLine = commandLineOf(found.pid);
  // Where a command line cannot be read (Windows), the file and the living process have to be enough.
  const known = process.platform === 'win32' || commandLine.includes(`-D ${folder} `);
  return known ? { ...found, commandLine } : null;
}

/** Whether the process found is the one we would start ourselves, so that it can be taken over as it is. */
export function isOurs(found, { postgres, folder, fast }) {
  if (process.platform === 'win32') return true;
  const wanted = [postgres, ...postmasterArguments({ folder, port: found.port, fast })].join(' ');
  return found.commandLine === wanted && !runsDeletedFile(found.pid);
}

/**
 * Removes a postmaster.pid whose process is gone or is another program by now. PostgreSQL would refuse to start if
 * any process of the account has that id. Its second guard, the shared memory of the folder, stays in force.
 */
export function dropStalePostmasterFile(folder) {
  if (readPostmasterFile(folder) && !findPostmaster(folder)) rmSync(path.join(folder, 'postmaster.pid'));
}

/**
 * Stops PostgreSQL: at once for new connections, open transactions are rolled back, everything is written. If that
 * takes too long it is cut off, which the next start repairs from the write-ahead log.
 *
 * @returns {Promise<boolean>} whether it is gone
 */
export async function stopPostmaster({ pid, folder, account, pgCtl, withinMs }) {
  const gone = () => !isAlive(pid);
  const still = () => !gone() && readPostmasterFile(folder)?.pid === pid;
  if (!still()) return waitUntil(gone, withinMs);
  if (process.platform === 'win32') {
    execFile(pgCtl, ['stop', '-D', folder, '-m', 'fast'], spawnOptions(account), () => undefined);
    return waitUntil(gone, withinMs);
  }
  signal(pid, 'SIGINT');
  if (await waitUntil(gone, withinMs * 0.75)) return true;
  signal(pid, 'SIGQUIT');
  return waitUntil(gone, withinMs * 0.25);
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
