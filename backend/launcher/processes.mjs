import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What /proc says about a process: its state letter and the moment it started, or null when there is no /proc.
 * The command name stands in brackets and may itself hold brackets, so the fields are counted from the last one.
 */
function linuxStatus(pid) {
  if (process.platform !== 'linux') return null;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], started: fields[19] };
  } catch {
    return null;
  }
}

/**
 * Whether a process with this id runs. A zombie counts as dead: where process 1 does not reap orphans (many
 * containers), a killed server would otherwise look alive for ever.
 */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists and belongs to another account.
    if (error.code !== 'EPERM') return false;
  }
  const status = linuxStatus(pid);
  return status === null || (status.state !== 'Z' && status.state !== 'X');
}

/**
 * A text that differs between two processes that got the same id one after the other (after a restart of the
 * machine, or in a container, ids come back), or '' where the system does not say.
 */
export function processBirth(pid) {
  const status = linuxStatus(pid);
  if (status) return `${readBootId()}:${status.started}`;
  if (process.platform === 'win32') return '';
  const answer = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : '';
}

function readBootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/**
 * The command line of a process, arguments joined by one space, or '' if there is none. On Linux this is readable
 * for every account, while /proc/PID/exe is closed even to root in a container without CAP_SYS_PTRACE.
 */
export function commandLineOf(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trimEnd();
    } catch {
      return '';
    }
  }
  if (process.platform === 'win32') return '';
  const answer = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trimEnd() : '';
}

/** Whether the file a process runs was removed or replaced under it (a re-install of the packages does that). */
export function runsDeletedFile(pid) {
  try {
    return readlinkSync(`/proc/${pid}/exe`).endsWith(' (deleted)');
  } catch {
    return false;
  }
}

/** Waits until `condition` holds; answers whether it did before `withinMs` had passed. */
export async function waitUntil(condition, withinMs, everyMs = 20) {
  const deadline = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() >= deadline) return false;
    await sleep(everyMs);
  }
  return true;
}
