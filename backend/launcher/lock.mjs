/**
 * A lock between processes of one machine (or several containers over one folder), held by a file.
 * A holder that died is noticed at once where its process can be seen, and else when it stops touching the file.
 */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const TOUCH_EVERY_MS = 1_000;
const SILENT_FOR_MS = 15_000;
const ASK_EVERY_MS = 50;

/**
 * Runs `work` while no other process holds the lock file; waits as long as its holder lives.
 * `work` receives `holdFor(pid)`, by which a child keeps the lock held even if this process is killed before it.
 */
export async function withLock(file, work) {
  const token = `${process.pid}-${process.hrtime.bigint()}`;
  const content = (pids) => JSON.stringify({ host: hostname(), pids, token });
  while (!take(file, content([process.pid]), token)) {
    if (isStale(file)) takeAway(file);
    else await sleep(ASK_EVERY_MS);
  }
  const touching = setInterval(() => touch(file), TOUCH_EVERY_MS);
  touching.unref();
  try {
    return await work((pid) => writeFileSync(file, content([process.pid, pid])));
  } finally {
    clearInterval(touching);
    if (read(file)?.token === token) rmSync(file, { force: true });
  }
}

/** The lock appears together with its content: a link is made in one step, or not at all. */
function take(file, content, token) {
  const draft = `${file}.${token}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What the lock file says; null when it is gone, or was caught while it is being written. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function isStale(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return false;
  if (Date.now() - found.mtimeMs > SILENT_FOR_MS) return true;
  const holder = read(file);
  return holder !== null && holder.host === hostname() && !holder.pids.some(isAlive);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Removes a stale lock. Only one process at a time may do so, and it looks again before it does: otherwise the slower
 * of two would remove the lock that the quicker one has just taken.
 */
function takeAway(file) {
  const door = `${file}.door`;
  try {
    mkdirSync(door);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const found = statSync(door, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > SILENT_FOR_MS) rmdirSync(door);
    return;
  }
  try {
    if (isStale(file)) rmSync(file, { force: true });
  } finally {
    rmdirSync(door);
  }
}

function touch(file) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The file is gone only when somebody judged this process dead; the compile then runs twice, which is harmless.
  }
}
