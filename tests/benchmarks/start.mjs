import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { withFolder } from './folders.mjs';
import { healthy, startNode, stop } from './processes.mjs';

const STARTS = 5;
const CALLS = 9;

/** How long people wait: for `npm start`, the first and later ones, and for the command line. */
export async function benchStart({ checkout, table, cold }) {
  table.title('From the command to the first 200 of /api/health (npm start with the embedded PostgreSQL)');
  await withFolder(async (folder) => {
    const first = await startOnce({ checkout, dataFolder: folder });
    table.add({ name: 'packages and build there, data folder empty', rounds: [first.seconds], unit: 's' });
    const later = [];
    for (let i = 0; i < STARTS; i += 1)
      later.push((await startOnce({ checkout, dataFolder: folder })).seconds);
    table.add({ name: 'every later start', rounds: later, unit: 's', goal: 5 });
  });
  if (cold) await startCold({ checkout, table });
  else table.note('a start from a bare checkout, packages and all: npm run bench -- --only start --cold');
  table.title('Command line');
  await withFolder((folder) => callCommand({ checkout, folder, table }));
}

async function startOnce({ checkout, dataFolder }) {
  const port = await freePort();
  const began = performance.now();
  const started = startNode([path.join(checkout, 'backend/start.mjs')], {
    cwd: checkout,
    environment: {
      PORT: String(port),
      HOST: '127.0.0.1',
      YUHENG_DATA: dataFolder,
      YUHENG_DEMO: '1',
      DATABASE_URL: '',
      DATABASE_OWNER_URL: '',
    },
  });
  await healthy(port).catch((error) => {
    throw new Error(`${error.message}\n${started.output}`);
  });
  const seconds = (performance.now() - began) / 1000;
  await stop(started);
  return { seconds, output: started.output };
}

/** The tracked and new files of the checkout, copied where nothing is installed or built. */
async function startCold({ checkout, table }) {
  await withFolder(async (folder) => {
    const bare = path.join(folder, 'checkout');
    mkdirSync(bare);
    const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const files = execFileSync('git', list, { cwd: checkout, encoding: 'utf8' }).split('\0').filter(Boolean);
    for (const file of files) cpSync(path.join(checkout, file), path.join(bare, file));
    const { seconds, output } = await startOnce({ checkout: bare, dataFolder: path.join(folder, 'data') });
    table.add({ name: 'from a bare checkout', rounds: [seconds], unit: 's' });
    for (const line of output.split('\n').filter((one) => / s$/.test(one))) table.note(`  ${line}`);
  });
}

function callCommand({ checkout, folder, table }) {
  const file = path.join(folder, 'input.json');
  writeFileSync(
    file,
    JSON.stringify({ total: 150, weights: [25, 15, 11, 19, 13, 14, 15, 21, 17], method: 'hamilton' }),
  );
  const time = (command, parameters) => {
    const began = performance.now();
    const { status, stderr } = spawnSync(command, parameters, { cwd: checkout, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
    return (performance.now() - began) / 1000;
  };
  const direct = () => time(process.execPath, ['backend/yuheng.mjs', 'apportion', file]);
  const byNpm = () => time('npm', ['run', '-s', 'yuheng', '--', 'apportion', file]);
  direct();
  const rounds = Array.from({ length: CALLS }, () => ({ direct: direct(), byNpm: byNpm() }));
  table.add({
    name: 'npm run -s yuheng -- apportion FILE, warm',
    rounds: rounds.map((round) => round.byNpm),
    unit: 's',
    goal: 1,
  });
  table.add({ name: '  without npm', rounds: rounds.map((round) => round.direct), unit: 's' });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
