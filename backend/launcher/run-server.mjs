import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, buildSteps } from './build-steps.mjs';
import { openDataArea } from './data-area.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { installPackages } from './install-packages.mjs';
import { LaunchError } from './launch-error.mjs';
import { listenProblem, refuseTakenPort } from './listen-port.mjs';
import { isAlive } from './processes.mjs';
import { lockServer } from './server-lock.mjs';
import { readSettings } from './settings.mjs';
import { createShutdown } from './shutdown.mjs';
import { createStepLog } from './step-log.mjs';

/** Everything `npm start` does, from a bare checkout to a server that answers, and back again on Ctrl-C. */
export async function runServer({ checkout, environment }) {
  const log = createStepLog();
  const shutdown = createShutdown({ say: log.say });
  shutdown.listen();
  try {
    await shutdown.follow(start({ checkout, environment, log, shutdown }));
  } catch (error) {
    // What a stop cut off has failed for a known reason, which was said already.
    if (shutdown.signal.aborted) return;
    await shutdown.end(1, error);
  }
}

async function start({ checkout, environment, log, shutdown }) {
  const settings = readSettings(environment, checkout);
  const area = openDataArea(settings.dataFolder);
  await takePlace({ settings, area, shutdown });
  await prepare({ checkout, environment, log, signal: shutdown.signal });
  const database = await openDatabase({ settings, area, log, shutdown });
  const served = await serveOn({ checkout, settings, area, database, log });
  shutdown.add(() => served.close(), 0.5);
  log.say(`玉衡已就绪 · Yuheng is ready: ${served.address}`);
}

/** Takes the data folder and tries the port; somebody who starts twice in one checkout is told of both. */
async function takePlace({ settings, area, shutdown }) {
  const problems = [];
  try {
    const lock = lockServer(area);
    shutdown.add(() => lock.release());
  } catch (error) {
    problems.push(error);
  }
  await refuseTakenPort(settings).catch((error) => problems.push(error));
  const unexpected = problems.find((problem) => !(problem instanceof LaunchError));
  if (unexpected || problems.length === 1) throw unexpected ?? problems[0];
  if (problems.length === 2) throw new LaunchError(joined(problems));
}

function joined(problems) {
  const [zh, en] = [0, 1].map((line) =>
    problems.map((problem) => problem.message.split('\n')[line]).join(' '),
  );
  return { zh, en };
}

async function prepare({ checkout, environment, log, signal }) {
  await installPackages({ checkout, environment, step: log.step, signal });
  for (const step of buildSteps(checkout)) await build(step, { say: log.say, environment, signal });
  signal.throwIfAborted();
}

/** The three addresses of the database: that of DATABASE_URL, or else of the embedded PostgreSQL. */
async function openDatabase({ settings, area, log, shutdown }) {
  if (settings.databaseUrl) {
    return { adminUrl: null, ownerUrl: settings.databaseOwnerUrl, appUrl: settings.databaseUrl };
  }
  const options = { dataFolder: area, log: log.say, signal: shutdown.signal };
  const server = await log.step('启动数据库 · starting PostgreSQL', () => startEmbeddedPostgres(options));
  if (server.adopted)
    log.say(`沿用仍在运行的数据库 · took over the PostgreSQL still running: ${server.processId}`);
  const watch = watchPostgres({ server, options, log, shutdown });
  shutdown.add((withinMs) => watch.stop(withinMs), 0.35);
  shutdown.signal.throwIfAborted();
  const { superuser, owner, app } = server.credentials;
  const url = ({ user, password }, database) =>
    `postgres://${user}:${password}@${server.host}:${server.port}/${database}`;
  return { adminUrl: url(superuser, 'postgres'), ownerUrl: url(owner, 'yuheng'), appUrl: url(app, 'yuheng') };
}

/** Starts PostgreSQL again if it is killed under us; the addresses given out stay true as long as its port is free. */
function watchPostgres({ server, options, log, shutdown }) {
  let current = server;
  let restarting = null;
  const restart = async () => {
    log.say('数据库意外停止,正在重新启动 · PostgreSQL stopped unexpectedly and is started again');
    const next = await startEmbeddedPostgres(options);
    current = next;
    if (next.port !== server.port)
      throw new Error(`PostgreSQL's port ${server.port} was taken by another program`);
  };
  const timer = setInterval(() => {
    if (restarting || shutdown.signal.aborted || isAlive(current.processId)) return;
    restarting = restart()
      .catch((error) => (shutdown.signal.aborted ? undefined : shutdown.end(1, error)))
      .finally(() => (restarting = null));
  }, 1000);
  timer.unref();
  return {
    stop: (withinMs) => {
      clearInterval(timer);
      const stopCurrent = () => current.stop({ withinMs });
      // A restart under way gives up or hands its server over; either way nothing is left running.
      return restarting ? restarting.then(stopCurrent) : stopCurrent();
    },
  };
}

async function serveOn({ checkout, settings, area, database, log }) {
  const require = createRequire(path.join(checkout, 'backend', 'package.json'));
  const webFolder = path.join(checkout, 'frontend', 'dist', 'browser');
  const { host, port } = settings;
  try {
    const { serve } = require(path.join(checkout, 'backend', 'dist', 'main.js'));
    return await serve({
      ...database,
      host,
      port,
      dataFolder: area,
      webFolder: existsSync(path.join(webFolder, 'index.html')) ? webFolder : null,
      log: log.say,
    });
  } catch (error) {
    throw listenProblem(error, { host, port }) ?? error;
  }
}
