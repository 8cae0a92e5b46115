import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const checkout = path.resolve(__dirname, '..', '..');
export const isRoot = process.getuid?.() === 0;

/** The account tests use as "an ordinary user" when they are run by root. */
export const nobody = { uid: 65534, gid: 65534 };

/** For what only root can set up; elsewhere it is skipped, and the run says so. */
export const itAsRoot = isRoot ? it : notice('needs root');

/** For what an ordinary account sees: our own, or, run by root, `nobody` if it can read the checkout and run node. */
export const ordinary = isRoot ? nobody : {};
export const itAsOrdinary = !isRoot || canWork() ? it : notice('nobody cannot read the checkout or run node');

function canWork(): boolean {
  const script = path.join(checkout, 'tests', 'launcher', 'postgres-driver.mjs');
  return spawnSync(process.execPath, ['--check', script], { ...nobody, cwd: '/' }).status === 0;
}

function notice(reason: string): typeof it.skip {
  process.stderr.write(`launcher: some tests are skipped (${reason})\n`);
  return it.skip;
}
