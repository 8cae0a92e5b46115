import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeAreaFile } from './data-area.mjs';
import { LaunchError } from './launch-error.mjs';
import { isAlive, processBirth } from './processes.mjs';

const FILE = 'server.lock';

/**
 * Makes sure that one server at most works on a data folder: a second one is refused and told which process holds
 * it. What a killed server left is taken over, also when another program has got its process id since.
 *
 * @param {string} area real path of the data folder
 * @returns {{ release: () => void }}
 */
export function lockServer(area) {
  const lock = path.join(area, FILE);
  const draftName = `${FILE}.${process.pid}`;
  const draft = path.join(area, draftName);
  const own = JSON.stringify({ pid: process.pid, birth: processBirth(process.pid) });
  writeAreaFile(area, draftName, own);
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (link(draft, lock)) return { release: () => release(lock, own) };
      const found = read(lock);
      if (found !== null && holderOf(found)) throw refused(area, holderOf(found));
      if (found !== null) discard(lock, found);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw refused(area, holderOf(read(lock) ?? '') ?? '?');
}

/** A link is made whole or not at all, and never over another one. */
function link(draft, lock) {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(lock) {
  try {
    return readFileSync(lock, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The process that holds the lock, or null if it is gone. */
function holderOf(text) {
  let holder;
  try {
    holder = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isAlive(holder.pid)) return null;
  return processBirth(holder.pid) === holder.birth ? holder.pid : null;
}

/** Takes a dead server's lock away, unless a third start has put its own there in the meantime. */
function discard(lock, found) {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== found) link(aside, lock);
  rmSync(aside, { force: true });
}

function release(lock, own) {
  if (read(lock) === own) rmSync(lock, { force: true });
}

function refused(area, pid) {
  return new LaunchError({
    zh: `数据文件夹 ${area} 正由另一个玉衡进程使用(进程号 ${pid})。请先停止该进程,或用 YUHENG_DATA 指定另一个文件夹。`,
    en: `The data folder ${area} is in use by another Yuheng (process ${pid}). Stop that process first, or set YUHENG_DATA to another folder.`,
  });
}
