import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { median, quantile } from './figures.mjs';
import { load } from './load.mjs';
import { said, startNode, stop } from './processes.mjs';

const ROUNDS = 7;
const TURNS = 4;
const BATCH = 25;
const COUNTIES = 2844;
const MONTHS = 36;
const PASSWORD = 'Yuheng-demo-2025';
/** A sheet of the demonstration that is still to be filled in, and its items. */
const SHEET = '/api/sheets/workload/huaning/2026-02';
const ITEMS = ['supervisedNew', 'supervisedReleased', 'resettled', 'assessments'];
const GRID = '/api/sheets?program=assistants&kind=inspection&from=2023-03&to=2026-02';

/**
 * What saving one field takes with a city's nine counties, and what with 2,844 counties of 36 months beside them; the
 * grid of nine counties and 36 months; and how long it takes to make so much.
 */
export async function benchSheets({ checkout, database, table }) {
  table.title(`Sheets: ${COUNTIES.toLocaleString('en')} counties with ${MONTHS} months, and a city's nine`);
  const large = await makeLarge({ checkout, database, table });
  const city = await open(checkout, database);
  const country = await open(checkout, large);
  await saves({ city, country, table });
  await grids({ city, country, table });
  await Promise.all([city, country].map(({ server }) => stop(server)));
}

async function makeLarge({ checkout, database, table }) {
  const require = createRequire(path.join(checkout, 'backend', 'package.json'));
  const other = (url) => url.replace(/[^/]+$/, 'bench_large');
  const large = {
    ...database,
    DATABASE_URL: other(database.DATABASE_URL),
    DATABASE_OWNER_URL: other(database.DATABASE_OWNER_URL),
  };
  let seconds = 0;
  await require('./dist/load.js').load({
    adminUrl: database.ADMIN_URL,
    appUrl: large.DATABASE_URL,
    ownerUrl: large.DATABASE_OWNER_URL,
    counties: COUNTIES,
    months: MONTHS,
    say: (line) => (seconds = Number(/\(([\d.]+) s\)/.exec(line)?.[1])),
  });
  table.add({ name: 'making them', rounds: [seconds], unit: 's', goal: 60 });
  await placeReader(require('pg'), large);
  return large;
}

/** An account like the leader's in an invented city, whose counties have all 36 months. */
async function placeReader({ Client }, { DATABASE_OWNER_URL, ADMIN_URL }) {
  const admin = new URL(ADMIN_URL);
  admin.pathname = new URL(DATABASE_OWNER_URL).pathname;
  const client = new Client({ connectionString: admin.href });
  await client.connect();
  await client.query(`
    create temporary table reader as select * from account where username = 'leader';
    update reader set account_id = gen_random_uuid(), username = 'bench-reader', place_id = 'load-city-0001';
    insert into account select * from reader;
    insert into account_role select account_id, 'leader' from reader;
    insert into credential select (jsonb_populate_record(c, jsonb_build_object('account_id', reader.account_id))).*
      from reader, credential c join account a using (account_id) where a.username = 'leader'`);
  await client.end();
}

async function open(checkout, database) {
  const server = startNode([path.join(checkout, 'backend/dist/server.js')], {
    environment: { ...database, HOST: '127.0.0.1', PORT: '0' },
  });
  const [, port] = await said(server, /玉衡 Yuheng: http:\/\/127\.0\.0\.1:(\d+)/);
  return { server, port: Number(port), agent: new Agent({ keepAlive: true }), versions: new Map() };
}

async function signIn({ port }, username) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  if (answer.status !== 200) throw new Error(`Signing in as ${username} answered ${answer.status}.`);
  return answer.headers.get('set-cookie').split(';')[0];
}

/** Saves one field over its former version; the answer is how long it took, in ms. */
async function save(place, cookie, turn) {
  const item = ITEMS[turn % ITEMS.length];
  const body = JSON.stringify({ state: 'reported', value: String(10 + (turn % 7)) });
  const headers = {
    cookie,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'if-match': `"${place.versions.get(item) ?? 0}"`,
  };
  const began = performance.now();
  const answer = await put(place, { path: `${SHEET}/items/${item}?program=assistants`, headers, body });
  place.versions.set(item, answer.current.version);
  return performance.now() - began;
}

function put({ port, agent }, { path: where, headers, body }) {
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port, path: where, method: 'PUT', headers, agent },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        answer.once('end', () =>
          answer.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(`${where}: ${text}`)),
        );
      },
    );
    call.once('error', reject).end(body);
  });
}

async function saves({ city, country, table }) {
  const cookies = new Map();
  for (const place of [city, country]) cookies.set(place, await signIn(place, 'county-huaning'));
  let turn = 0;
  const batch = async (place) => {
    const times = [];
    for (let n = 0; n < BATCH; n += 1) times.push(await save(place, cookies.get(place), (turn += 1)));
    return times;
  };
  const rounds = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const times = new Map([city, country].map((place) => [place, []]));
    // Turn and turn about in small batches, so that whatever else the machine does falls on both.
    for (let n = 0; n < TURNS; n += 1)
      for (const place of n % 2 === 0 ? [city, country] : [country, city])
        times.get(place).push(...(await batch(place)));
    const [small, large] = [city, country].map((place) => times.get(place));
    // The first round warms both up.
    if (round >= 0) rounds.push({ small, large });
  }
  const add = (name, of, unit, goal) =>
    table.add({ name, rounds: rounds.map(of), unit, ...(goal ? { goal } : {}) });
  const p95 = (times) => quantile(times, 0.95);
  add('saving one field, a city, p50', ({ small }) => median(small), 'ms');
  add('saving one field, a city, p95', ({ small }) => p95(small), 'ms', 15);
  add(`saving one field, ${COUNTIES} counties, p50`, ({ large }) => median(large), 'ms');
  add(`saving one field, ${COUNTIES} counties, p95`, ({ large }) => p95(large), 'ms');
  add('p50 with ÷ without them, round by round', ({ small, large }) => median(large) / median(small), '×');
  add('p95 with ÷ without them, round by round', ({ small, large }) => p95(large) / p95(small), '×', 1.5);
}

async function grids({ city, country, table }) {
  const readers = [
    ['a city, nine counties', city, 'leader'],
    [`${COUNTIES} counties loaded, nine of them read`, country, 'bench-reader'],
  ];
  for (const [name, place, username] of readers) {
    const target = { port: place.port, path: GRID, headers: { cookie: await signIn(place, username) } };
    await load(target, { count: 50, connections: 1 });
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push((await load(target, { count: 100, connections: 1 })).p95);
    table.add({ name: `grid of 36 months, ${name}, p95`, rounds, unit: 'ms', goal: 10 });
  }
}
