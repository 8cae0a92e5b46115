import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withFolder } from './folders.mjs';
import { load } from './load.mjs';
import { processorMilliseconds, residentMegabytes, said, startNode, stop } from './processes.mjs';

const PATH = '/api/overview?program=assistants&year=2025';
const ROUNDS = 7;
const here = (name) => new URL(name, import.meta.url).pathname;

/** The overview of nine counties against a bare server that sends the same statements, and the server's memory. */
export async function benchOverview({ checkout, database, table }) {
  const server = (flags = []) =>
    startNode([...flags, path.join(checkout, 'backend/dist/server.js')], {
      environment: { ...database, HOST: '127.0.0.1', PORT: '0' },
    });
  const statements = await recordStatements(server(['--import', here('record-statements.mjs')]));
  await withFolder(async (folder) => {
    const file = path.join(folder, 'statements.json');
    writeFileSync(file, JSON.stringify(statements));
    const ours = server();
    const bare = startNode([here('bare-server.mjs'), file], { environment: database });
    const target = await signIn(ours);
    await memoryAtRest({ ours, target, table });
    const port = Number((await said(bare, /bare: (\d+)/))[1]);
    const yardstick = { ...target, port, pid: bare.child.pid };
    table.title(
      `Overview, nine counties: the server against node:http + pg sending the same ${statements.length} statements`,
    );
    await compare({ ours: target, bare: yardstick, table });
    await repeated(target, table);
    await Promise.all([stop(ours), stop(bare)]);
  });
}

async function recordStatements(server) {
  const target = await signIn(server);
  await load(target, { count: 20, connections: 1 });
  server.child.send('record');
  await load(target, { count: 1, connections: 1 });
  const answer = new Promise((resolve) => server.child.once('message', resolve));
  server.child.send('stop');
  const { statements } = await answer;
  await stop(server);
  return statements;
}

async function signIn(server) {
  const [, port] = await said(server, /玉衡 Yuheng: http:\/\/127\.0\.0\.1:(\d+)/);
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'leader', password: 'Yuheng-demo-2025' }),
  });
  if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}.`);
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  return { port: Number(port), path: PATH, headers: { cookie }, pid: server.child.pid };
}

async function memoryAtRest({ ours, target, table }) {
  table.title('Memory of the server process');
  await sleep(5000);
  table.add({
    name: 'resident, at rest (5 s after the start)',
    rounds: [residentMegabytes(ours.child.pid)],
    unit: 'MB',
    goal: 200,
  });
  await load(target, { count: 1000, connections: 4, withinMs: 120_000 });
  await sleep(5000);
  table.add({
    name: 'resident, 5 s after 1,000 overviews',
    rounds: [residentMegabytes(ours.child.pid)],
    unit: 'MB',
    goal: 200,
  });
}

async function compare({ ours, bare, table }) {
  const compressed = { ...ours, headers: { ...ours.headers, 'accept-encoding': 'br, gzip' } };
  for (const target of [ours, bare]) await load(target, { count: 400, connections: 4 });
  for (const [label, connections, count] of [
    ['one connection', 1, 300],
    ['16 connections', 16, 1200],
  ]) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Turn and turn about, so that whatever else the machine does falls on both.
      rounds.push({
        bare: await measured(bare, { count, connections }),
        ours: await measured(ours, { count, connections }),
        compressed: await measured(compressed, { count, connections }),
      });
    }
    report({ label, rounds, table });
  }
}

/** Whoever has the view already is told that nothing changed: any other answer ends the measurement. */
async function repeated(target, table) {
  const answer = await fetch(`http://127.0.0.1:${target.port}${target.path}`, { headers: target.headers });
  const bytes = (await answer.arrayBuffer()).byteLength;
  const known = { 'if-none-match': answer.headers.get('etag') ?? '' };
  const again = { ...target, headers: { ...target.headers, ...known }, status: 304 };
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push((await load(again, { count: 200, connections: 1 })).p50);
  table.add({ name: `seen before: 304 instead of ${(bytes / 1000).toFixed(1)} kB, p50`, rounds, unit: 'ms' });
}

async function measured(target, options) {
  const before = processorMilliseconds(target.pid);
  const figures = await load(target, options);
  return { ...figures, processor: (processorMilliseconds(target.pid) - before) / figures.count };
}

function report({ label, rounds, table }) {
  const of = (who, what) => rounds.map((round) => round[who][what]);
  table.add({ name: `${label}: bare p50`, rounds: of('bare', 'p50'), unit: 'ms' });
  table.add({ name: `${label}: overview p50`, rounds: of('ours', 'p50'), unit: 'ms' });
  table.add({
    name: `${label}: overview p50 ÷ bare p50, round by round`,
    rounds: rounds.map((round) => round.ours.p50 / round.bare.p50),
    unit: '×',
    goal: 1.5,
  });
  // The goal is for one reader at a time: with more connections than cores the rest is waiting in line.
  const goal = label === 'one connection' ? { goal: 20 } : {};
  table.add({ name: `${label}: overview p95`, rounds: of('ours', 'p95'), unit: 'ms', ...goal });
  table.add({ name: `${label}: bare p95`, rounds: of('bare', 'p95'), unit: 'ms' });
  table.add({ name: `${label}: overview requests a second`, rounds: of('ours', 'perSecond'), unit: '/s' });
  table.add({ name: `${label}: bare requests a second`, rounds: of('bare', 'perSecond'), unit: '/s' });
  table.add({
    name: `${label}: processor time of the server an overview`,
    rounds: of('ours', 'processor'),
    unit: 'ms',
  });
  table.add({
    name: `${label}: processor time of the bare server`,
    rounds: of('bare', 'processor'),
    unit: 'ms',
  });
  table.add({ name: `${label}: overview compressed (br), p50`, rounds: of('compressed', 'p50'), unit: 'ms' });
}
