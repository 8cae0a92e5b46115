import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LaunchError } from './launch-error.mjs';

/**
 * Makes sure that YUHENG_DATA exists and can be written to, and answers its real path.
 *
 * Made by root it may be passed through by others (0711), because PostgreSQL runs under another account inside it;
 * what it holds stays closed by its own modes.
 */
export function openDataArea(dataFolder) {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    const area = realpathSync(dataFolder);
    accessSync(area, constants.R_OK | constants.W_OK | constants.X_OK);
    // access() knows neither full disks nor every read-only mount: only a write proves that writing works.
    writeAreaFile(area, 'writable', '');
    rmSync(path.join(area, 'writable'));
    return area;
  } catch (error) {
    throw new LaunchError({
      zh: `数据文件夹 ${dataFolder} 无法写入(${error.code ?? error.message})。请检查其所有者和权限,或用 YUHENG_DATA 指定另一个文件夹。`,
      en: `The data folder ${dataFolder} cannot be written to (${error.code ?? error.message}). Check its owner and mode, or set YUHENG_DATA to another folder.`,
    });
  }
}

/** Writes a private file of the data area in one step, so that a crash leaves the old one or the new one. */
export function writeAreaFile(area, name, text) {
  const file = path.join(area, name);
  const draft = `${file}.${process.pid}.draft`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true });
    giveToAreaOwner(area, draft);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Root may start the data area of an ordinary account once; that account must be able to start it again. */
export function giveToAreaOwner(area, file) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(area);
  chownSync(file, uid, gid);
}

/** The text of a file of the data area, or null if there is none. */
export function readAreaFile(area, name) {
  const file = path.join(area, name);
  if (!existsSync(file)) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new LaunchError({
      zh: `文件 ${file} 无法读取(${error.code})。它可能由另一个账户(例如 root)启动时建立:请用同一账户启动,或用 YUHENG_DATA 指定另一个文件夹。`,
      en: `The file ${file} cannot be read (${error.code}). Another account, root for example, may have made it: start as that account, or set YUHENG_DATA to another folder.`,
    });
  }
}

/** Takes other accounts' rights to a file away, should a copy or a restore have given them any. */
export function closeAreaFile(area, name) {
  const file = path.join(area, name);
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
}
