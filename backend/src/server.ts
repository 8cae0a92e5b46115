import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from './config/environment';
import { StartRefused } from './config/start-refused';
import { serve, type Served } from './main';

/**
 * The server of production (`node backend/dist/server.js`): no install, no build, no embedded PostgreSQL. It reads the
 * environment, serves, and on SIGTERM or SIGINT finishes the requests under way.
 */

/** Docker kills ten seconds after SIGTERM; before that we give up ourselves, and say so. */
const STOP_WITHIN_MS = 7000;

const say = (line: string): void => console.log(line);

async function start(): Promise<Served> {
  const environment = readEnvironment();
  const { databaseUrl, databaseOwnerUrl, host, port } = environment;
  if (!databaseUrl) {
    throw new StartRefused(
      '未设置 DATABASE_URL：请填写应用角色的 PostgreSQL 地址（试用请改用 npm start） / DATABASE_URL is not set: give the PostgreSQL address of the application role (to try the program out, use npm start).',
    );
  }
  const webFolder = join(__dirname, '..', '..', 'frontend', 'dist', 'browser');
  return serve({
    adminUrl: null,
    ownerUrl: databaseOwnerUrl,
    appUrl: databaseUrl,
    host,
    port,
    dataFolder: environment.dataFolder,
    webFolder: existsSync(join(webFolder, 'index.html')) ? webFolder : null,
    log: say,
    environment,
  });
}

function main(): void {
  let served: Served | null = null;
  let stopping = false;

  const stop = async (name: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say(`正在停止 · stopping: ${name}`);
    setTimeout(() => {
      console.error('仍有请求未结束，强制退出 · a request did not end: exiting without it');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    // A start under way is cut off: it fills the database in one transaction, which is then as if never begun.
    await served?.close();
    say('已停止 · stopped');
    process.exit(0);
  };

  // Process 1 of a container has no default handlers, so these come before anything that takes time.
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => void stop(name));

  start().then(
    (running) => (served = running),
    (error: Error) => {
      if (stopping) return;
      console.error(error instanceof StartRefused ? error.message : error.stack);
      process.exit(1);
    },
  );
}

main();
