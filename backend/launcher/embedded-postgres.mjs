import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFolder, refuseOtherVersion } from './cluster-folder.mjs';
import { createCluster, setSuperuserPassword } from './create-cluster.mjs';
import { giveToAreaOwner, openDataArea, readAreaFile, writeAreaFile } from './data-area.mjs';
import { LaunchError } from './launch-error.mjs';
import { spawnOptions } from './postgres-account.mjs';
import { findBinaries } from './postgres-binaries.mjs';
import { keepCredentials, openCredentials } from './postgres-credentials.mjs';
import * as postmaster from './postmaster.mjs';
import { isAlive, waitUntil } from './processes.mjs';

const PORT_FILE = 'postgres-port.txt';
const LOG_FILE = 'postgres.log';
const LOG_LIMIT = 5_000_000;
/** How long the remains of a killed server may hold the folder before the start gives up. */
const RESTART_WITHIN_MS = 30_000;
/** Repairing a large database after a power cut takes minutes, not seconds. */
const READY_WITHIN_MS = 600_000;

/**
 * Starts the PostgreSQL that comes with the packages, or takes over one that still runs on the same folder, and
 * answers how to reach and stop it. It listens on 127.0.0.1 only and outlives this process until it is stopped.
 *
 * @param {object} options
 * @param {string} options.dataFolder YUHENG_DATA: holds the database, its passwords, its port and its log
 * @param {(line: string) => void} [options.log]
 * @param {boolean} [options.fast] for tests: does not wait for the disk, may lose data in a power cut
 * @param {AbortSignal} [options.signal] gives up a start that is under way
 * @param {string} [options.packageFolder] the package with the programs, if it is not the installed one
 * @param {string} [options.tempFolder] the folder that stands for the system's lasting temp folder
 * @returns {Promise<{
 *   host: string, port: number, folder: string, processId: number, adopted: boolean, account: string | null,
 *   credentials: Record<'superuser'|'owner'|'app', { user: string, password: string }>,
 *   stop: (options?: { withinMs?: number }) => Promise<boolean>
 * }>}
 */
export async function startEmbeddedPostgres(options) {
  const context = await prepare({ log: () => undefined, fast: false, ...options });
  const { credentials, drawn, folder } = context;
  const orphan = postmaster.findPostmaster(folder);
  if (orphan && !drawn && postmaster.isOurs(orphan, context)) {
    const ready = () => !isAlive(orphan.pid) || postmaster.readPostmasterFile(folder)?.state === 'ready';
    await waitUntil(ready, RESTART_WITHIN_MS);
    if (isAlive(orphan.pid)) return running(context, orphan.pid, orphan.port, true);
  }
  if (orphan) await postmaster.stopPostmaster({ ...context, pid: orphan.pid, withinMs: RESTART_WITHIN_MS });
  if (context.exists) refuseOtherVersion(folder, context.version);
  if (context.exists && drawn) {
    context.log('数据库密码文件缺失,重设密码 · the password file is missing: passwords are drawn anew');
    postmaster.dropStalePostmasterFile(folder);
    await setSuperuserPassword({ ...context, password: credentials.superuser.password });
  }
  if (drawn) keepCredentials(context.area, credentials);
  if (!context.exists) await createCluster({ ...context, password: credentials.superuser.password });
  const { pid, port } = await launch(context);
  return running(context, pid, port, false);
}

async function prepare(options) {
  const area = openDataArea(options.dataFolder);
  const where = await clusterFolder({ ...options, area });
  if (where.account) {
    options.log(
      `以 root 启动:内置数据库以账户 ${where.account.name} 运行,仅供试用 · started by root: the embedded database runs as ${where.account.name}, for trying out; production sets DATABASE_URL`,
    );
  }
  const binaries = await findBinaries({ ...options, account: where.account });
  const { credentials, drawn } = openCredentials(area);
  return { ...options, ...where, ...binaries, area, credentials, drawn };
}

function running(context, pid, port, adopted) {
  const { credentials, folder, account } = context;
  return {
    host: '127.0.0.1',
    port,
    folder,
    processId: pid,
    adopted,
    account: account?.name ?? null,
    credentials,
    stop: ({ withinMs = 5000 } = {}) => postmaster.stopPostmaster({ ...context, pid, withinMs }),
  };
}

/**
 * Starts PostgreSQL until it says that it is ready. Two failures pass by themselves: after a crash the old backends
 * hold the folder for a while, and another program may have taken the remembered port.
 */
async function launch(context) {
  const deadline = Date.now() + RESTART_WITHIN_MS;
  let port = await freePort(Number(readAreaFile(context.area, PORT_FILE) ?? 0));
  for (;;) {
    postmaster.dropStalePostmasterFile(context.folder);
    const attempt = await launchOnce(context, port);
    if (attempt.ready) {
      writeAreaFile(context.area, PORT_FILE, `${port}\n`);
      return { pid: attempt.pid, port };
    }
    const held = /lock file .* already exists|pre-existing shared memory block/.test(attempt.output);
    const portTaken = /could not bind|could not create any TCP\/IP sockets/.test(attempt.output);
    if ((!held && !portTaken) || Date.now() > deadline || context.signal?.aborted)
      throw failed(context, attempt);
    if (portTaken) port = await freePort(0);
    await sleep(500);
  }
}

async function launchOnce(context, port) {
  const { folder, postgres, account, signal } = context;
  const log = openLog(context.area);
  const child = spawn(postgres, postmaster.postmasterArguments({ ...context, port }), {
    ...spawnOptions(account),
    // A group of its own, so that Ctrl-C in the terminal reaches only node, which first answers what is under way.
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
    windowsHide: true,
  });
  closeSync(log.descriptor);
  let exited = false;
  child.once('error', () => (exited = true));
  child.once('exit', () => (exited = true));
  const ready = () => {
    const file = postmaster.readPostmasterFile(folder);
    return file?.pid === child.pid && file.state === 'ready';
  };
  await waitUntil(() => exited || signal?.aborted || ready(), READY_WITHIN_MS);
  child.unref();
  if (!exited && ready() && !signal?.aborted) return { ready: true, pid: child.pid };
  if (!exited) await postmaster.stopPostmaster({ ...context, pid: child.pid, withinMs: 5000 });
  return { ready: false, output: readFileSync(log.file).subarray(log.size).toString() };
}

/** Opens PostgreSQL's log for appending; what grew too long is kept once under another name. */
function openLog(area) {
  const file = path.join(area, LOG_FILE);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.1`);
  const descriptor = openSync(file, 'a', 0o600);
  giveToAreaOwner(area, file);
  return { file, descriptor, size: statSync(file).size };
}

function failed(context, attempt) {
  const log = path.join(context.area, LOG_FILE);
  return new LaunchError({
    zh: `内置 PostgreSQL 未能启动(数据库文件夹 ${context.folder})。原因见下,完整日志在 ${log}。`,
    en: `The embedded PostgreSQL did not start (database folder ${context.folder}). The reason is below, the whole log in ${log}.`,
    details: attempt.output.trim().split('\n').slice(-15).join('\n'),
  });
}

/** The wanted port if it is free on 127.0.0.1, else one that the system picks. */
function freePort(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => (wanted === 0 ? reject(new Error('no free port')) : resolve(freePort(0))));
    const valid = Number.isInteger(wanted) && wanted > 0 && wanted < 65536;
    probe.listen(valid ? wanted : 0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
