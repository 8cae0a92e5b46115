import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTool } from './running-tools.mjs';

const STAMP = 'node_modules/.yuheng-install.json';

/**
 * Installs the packages of package-lock.json unless they are there already: either this launcher installed them from
 * the same lock file, or somebody ran `npm ci` and npm's own record agrees with it.
 *
 * @param {{ checkout: string, environment?: object, step: (label: string, work: () => Promise<void>) => Promise<void>,
 *   signal?: AbortSignal }} options
 * @returns {Promise<boolean>} whether it installed
 */
export async function installPackages({ checkout, environment = process.env, step, signal }) {
  if (isInstalled(checkout)) return false;
  await step('安装依赖包 · installing packages (npm ci)', () =>
    runTool({
      label: { zh: '安装依赖包(npm ci)', en: 'Installing the packages (npm ci)' },
      // Development packages compile the program, optional ones hold PostgreSQL: both whatever NODE_ENV says.
      command: [
        ...npmCommand(environment),
        'ci',
        '--no-audit',
        '--no-fund',
        '--include=dev',
        '--include=optional',
      ],
      cwd: checkout,
      environment,
      signal,
    }),
  );
  writeStamp(checkout);
  return true;
}

/** The npm that runs us, or else the one beside or before us on PATH. */
function npmCommand(environment) {
  const runner = environment.npm_execpath ?? '';
  if (path.basename(runner) === 'npm-cli.js' && existsSync(runner)) return [process.execPath, runner];
  const beside = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const above = path.join(
    path.dirname(process.execPath),
    '..',
    'lib',
    'node_modules',
    'npm',
    'bin',
    'npm-cli.js',
  );
  const found = [beside, above].find((file) => existsSync(file));
  return found ? [process.execPath, found] : ['npm'];
}

function isInstalled(checkout) {
  const record = readJson(path.join(checkout, 'node_modules', '.package-lock.json'));
  if (record === null) return false;
  const stamp = readJson(path.join(checkout, STAMP));
  if (stamp?.lock === lockHash(checkout) && stamp.machine === machine()) return true;
  if (stamp !== null && stamp.machine !== machine()) return false;
  if (!agrees(readJson(path.join(checkout, 'package-lock.json')), record)) return false;
  writeStamp(checkout);
  return true;
}

/** Whether every package the lock file asks for is recorded as installed in that version. */
function agrees(wanted, record) {
  if (wanted === null) return false;
  return Object.entries(wanted.packages).every(([where, entry]) => {
    if (!where.includes('node_modules/') || entry.optional || entry.devOptional || entry.peer) return true;
    const found = record.packages?.[where];
    return (
      found !== undefined && found.version === entry.version && Boolean(found.link) === Boolean(entry.link)
    );
  });
}

function writeStamp(checkout) {
  try {
    writeFileSync(
      path.join(checkout, STAMP),
      JSON.stringify({ lock: lockHash(checkout), machine: machine() }),
    );
  } catch {
    // A read-only checkout is compared anew at every start.
  }
}

/** Native packages differ by system and processor: a folder copied from another machine is installed anew. */
function machine() {
  return `${process.platform}-${process.arch}`;
}

function lockHash(checkout) {
  return createHash('sha256')
    .update(readFileSync(path.join(checkout, 'package-lock.json')))
    .digest('hex');
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
