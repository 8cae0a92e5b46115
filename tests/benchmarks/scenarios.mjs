import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, quantile } from './figures.mjs';
import { said, startNode, stop } from './processes.mjs';

const OF_YEAR = 'program=assistants&year=2026';
const POLICIES = 8;
const ROUNDS = 5;
const SAVES = 40;
const RUNS = 10_000;

/**
 * What saving a scenario takes over HTTP: as the dialog does it, which has the server compute 10,000 simulations in its
 * thread when it opens, and saves when a name is written; and of a policy whose proposal the server still has, new and
 * saved already.
 */
export async function benchScenarios({ checkout, database, table }) {
  table.title(`Saving a scenario of nine counties, ${RUNS.toLocaleString('en')} simulations`);
  const server = startNode([path.join(checkout, 'backend/dist/server.js')], {
    environment: { ...database, HOST: '127.0.0.1', PORT: '0', YUHENG_TODAY: '2026-03-20' },
  });
  const [, address] = await said(server, /玉衡 Yuheng: (http:\S+)/);
  const officer = await signIn(address);
  const client = await connect(checkout, database);
  try {
    const policies = await makePolicies(officer);
    await addFirstSaves({ officer, policies, table });
    await addKnownSaves({ officer, policies, table, client });
  } finally {
    officer.agent.destroy();
    await client.end();
    await stop(server);
  }
}

async function addFirstSaves({ officer, policies, table }) {
  const first = [];
  const saved = [];
  const kept = [];
  const calm = [];
  for (const [number, policy] of policies.entries()) {
    const quiet = await whileAsking(officer, () => sleep(500));
    const busy = await whileAsking(officer, () => preview(officer, policy));
    const { ms, answer } = await save(officer, policy);
    if (answer.existing) throw new Error('What nobody saved is known.');
    // The first starts the thread, and warms up.
    if (number === 0) continue;
    calm.push(quiet.longest);
    kept.push(busy.longest);
    first.push(busy.result.ms);
    saved.push(ms);
  }
  table.add({ name: 'what the dialog asks when it opens: the split, computed', rounds: first, unit: 'ms' });
  table.add({ name: 'the first save of a policy, from the dialog', rounds: saved, unit: 'ms', goal: 50 });
  table.add({ name: 'longest that a health request waited meanwhile', rounds: kept, unit: 'ms' });
  table.add({ name: 'longest that one waited while nobody saved', rounds: calm, unit: 'ms' });
}

async function addKnownSaves({ officer, policies, table, client }) {
  const again = [];
  const anew = [];
  const reading = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const times = { again: [], anew: [], reading: [] };
    for (let number = 0; number < SAVES; number += 1) {
      const policy = policies[number % policies.length];
      // Turn and turn about, so that whatever else the machine does falls on all.
      times.reading.push((await ask(officer, { path: `/api/allocation-question?${OF_YEAR}` })).ms);
      const known = await save(officer, policy);
      if (!known.answer.existing) throw new Error('What was saved before is not known.');
      times.again.push(known.ms);
      await forget(client, known.answer.scenario.run);
      const made = await save(officer, policy);
      if (made.answer.existing) throw new Error('What was forgotten is known.');
      times.anew.push(made.ms);
    }
    // The first round warms up.
    if (round < 0) continue;
    again.push(times.again);
    anew.push(times.anew);
    reading.push(times.reading);
  }
  const add = (name, times, goal) => {
    table.add({ name: `${name}, p50`, rounds: times.map(median), unit: 'ms' });
    const late = times.map((one) => quantile(one, 0.95));
    table.add({ name: `${name}, p95`, rounds: late, unit: 'ms', ...(goal ? { goal } : {}) });
  };
  add('saved already', again, 50);
  add('new, its proposal computed before', anew, 50);
  add('reading what the page computes from', reading);
  table.add({
    name: 'a new save ÷ reading, p50, round by round',
    rounds: anew.map((times, round) => median(times) / median(reading[round])),
    unit: '×',
  });
}

async function signIn(address) {
  const agent = new Agent({ keepAlive: true });
  const port = Number(new URL(address).port);
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'officer-1', password: 'Yuheng-demo-2025' }),
  });
  if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}.`);
  return { agent, port, cookie: answer.headers.get('set-cookie').split(';')[0] };
}

/** The policy in force with other coefficients, each of them once. */
async function makePolicies(officer) {
  const { answer } = await ask(officer, { path: `/api/allocation-question?${OF_YEAR}` });
  const { evidence, policy, obstacle } = answer;
  if (!evidence) throw new Error(`Nothing can be proposed: ${obstacle?.en}`);
  const { firmness } = policy.settings;
  return Array.from({ length: POLICIES }, (_, number) => ({
    name: `性能测试${number + 1}`,
    settings: {
      ...policy.settings,
      performance: {
        mode: 'continuous',
        from: { score: '60', coefficient: `0.8${number}1` },
        to: { score: '100', coefficient: '1.15' },
      },
      firmness: { ...firmness, runs: RUNS },
    },
    scoringRun: evidence.scoring?.run ?? null,
  }));
}

const preview = (officer, { settings, scoringRun }) =>
  ask(officer, {
    path: `/api/allocation-scenarios/preview?${OF_YEAR}`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ settings, scoringRun }),
  });

const save = (officer, policy) =>
  ask(officer, {
    path: `/api/allocation-scenarios?${OF_YEAR}`,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(policy),
  });

/** As the superuser and without triggers: what a save has stored, so that the next one stores it again. */
async function connect(checkout, { DATABASE_OWNER_URL, ADMIN_URL }) {
  const { Client } = createRequire(path.join(checkout, 'backend', 'package.json'))('pg');
  const admin = new URL(ADMIN_URL);
  admin.pathname = new URL(DATABASE_OWNER_URL).pathname;
  const client = new Client({ connectionString: admin.href });
  // A run that is cut short ends the cluster before it; that is no news.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('set session_replication_role = replica');
  return client;
}

async function forget(client, run) {
  for (const table of ['allocation_scenario', 'allocation_part', 'allocation_run'])
    await client.query(`delete from ${table} where run_id = $1`, [run]);
}

/** Asks for the server's health again and again meanwhile. @returns the longest of these answers in ms, and the result */
async function whileAsking(officer, act) {
  let isOver = false;
  let longest = 0;
  const asking = (async () => {
    while (!isOver) {
      const { ms } = await ask(officer, { path: '/api/health' });
      longest = Math.max(longest, ms);
      await sleep(2);
    }
  })();
  const result = await act().finally(() => (isOver = true));
  await asking;
  return { result, longest };
}

function ask({ port, agent, cookie }, { path: where, method = 'GET', headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const call = request(
      { host: '127.0.0.1', port, path: where, method, headers: { ...headers, cookie }, agent },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        answer.once('end', () =>
          answer.statusCode < 300
            ? resolve({ ms: performance.now() - began, answer: JSON.parse(text) })
            : reject(new Error(`${where} answered ${answer.statusCode}: ${text.slice(0, 1000)}`)),
        );
      },
    );
    call.once('error', reject).end(body);
  });
}
