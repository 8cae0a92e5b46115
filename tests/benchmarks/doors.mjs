import { once } from 'node:events';
import path from 'node:path';
import { median } from './figures.mjs';
import { load } from './load.mjs';
import { said, startNode, stop } from './processes.mjs';

const ROUNDS = 7;
const TURNS = 20;
const BATCH = 15;
const USERNAME = 'leader';
const PASSWORD = 'Yuheng-demo-2025';

/**
 * What session, permission and scope cost a request: the overview as it is, against the same one in the same process
 * with the account remembered and the scope left standing on the connection (without-doors.mjs).
 */
export async function benchDoors({ checkout, database, table }) {
  table.title('Doors: an overview with its session check, permission and scope, and without');
  const preload = new URL('without-doors.mjs', import.meta.url).pathname;
  const server = startNode(['--import', preload, path.join(checkout, 'backend/dist/server.js')], {
    environment: { ...database, HOST: '127.0.0.1', PORT: '0' },
  });
  const [, port] = await said(server, /玉衡 Yuheng: http:\/\/127\.0\.0\.1:(\d+)/);
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: USERNAME, password: PASSWORD }),
  });
  if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}.`);
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  const target = {
    port: Number(port),
    path: '/api/overview?program=assistants&year=2025',
    headers: { cookie },
  };
  const batch = async (which) => {
    const heard = once(server.child, 'message');
    server.child.send(which);
    await heard;
    return (await load(target, { count: BATCH, connections: 1 })).p50;
  };
  const rounds = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const times = { with: [], without: [] };
    // Turn and turn about in small batches, so that whatever else the machine does falls on both.
    for (let turn = 0; turn < TURNS; turn += 1)
      for (const which of turn % 2 === 0 ? ['with', 'without'] : ['without', 'with'])
        times[which].push(await batch(which));
    // The first round warms both up.
    if (round >= 0) rounds.push({ with: median(times.with), without: median(times.without) });
  }
  await stop(server);
  table.add({ name: 'overview p50, as it is', rounds: rounds.map((one) => one.with), unit: 'ms' });
  table.add({ name: 'overview p50, without', rounds: rounds.map((one) => one.without), unit: 'ms' });
  table.add({
    name: 'what session, permission and scope add',
    rounds: rounds.map((one) => one.with - one.without),
    unit: 'ms',
    goal: 1,
  });
}
