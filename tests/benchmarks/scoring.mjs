import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { median, quantile } from './figures.mjs';
import { said, startNode, stop } from './processes.mjs';

const EVALUATORS = 50;
const ROUNDS = 5;
/** How long everybody types in one round; a pause of the typing is what the page waits before it saves. */
const ROUND_MS = 6_000;
const PAUSE_MS = 800;
const LEAVES = ['implementationBenefit', 'satisfaction'];
const COUNTIES = 'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');

/** What saving one mark takes while fifty evaluators type at once, and what opening the workspace takes. */
export async function benchScoring({ checkout, database, table }) {
  table.title(`Scoring: ${EVALUATORS} evaluators who type at once, one mark each ${PAUSE_MS} ms`);
  const server = startNode([path.join(checkout, 'backend/dist/server.js')], {
    environment: { ...database, HOST: '127.0.0.1', PORT: '0', YUHENG_TODAY: '2026-03-20' },
  });
  const [, port] = await said(server, /玉衡 Yuheng: http:\/\/127\.0\.0\.1:(\d+)/);
  const { round, people } = await makeEvaluators(checkout, database);
  const target = { port: Number(port), agent: new Agent({ keepAlive: true }), round };
  const rounds = [];
  for (let number = -1; number < ROUNDS; number += 1) {
    const times = (await Promise.all(people.map((one, place) => type(target, one, place)))).flat();
    // The first round warms up.
    if (number >= 0) rounds.push(times);
  }
  const opened = [];
  for (let number = -1; number < 20; number += 1) {
    const { ms } = await ask(target, people[0], { path: `/api/evaluations/${round}/score` });
    if (number >= 0) opened.push(ms);
  }
  const p = (times, share) => quantile(times, share);
  table.add({ name: 'saving one mark, p50', rounds: rounds.map(median), unit: 'ms' });
  table.add({
    name: 'saving one mark, p95',
    rounds: rounds.map((times) => p(times, 0.95)),
    unit: 'ms',
    goal: 20,
  });
  table.add({
    name: 'marks kept a second',
    rounds: rounds.map(({ length }) => (length * 1000) / ROUND_MS),
    unit: '/s',
  });
  table.add({
    name: 'the workspace of nine counties, as the server answers it',
    rounds: opened,
    unit: 'ms',
    goal: 300,
  });
  target.agent.destroy();
  await stop(server);
}

/** Accounts like evaluator-3’s in the team of the round that is being scored, each with a session of its own. */
async function makeEvaluators(checkout, { DATABASE_OWNER_URL, ADMIN_URL }) {
  const { Client } = createRequire(path.join(checkout, 'backend', 'package.json'))('pg');
  const admin = new URL(ADMIN_URL);
  admin.pathname = new URL(DATABASE_OWNER_URL).pathname;
  const client = new Client({ connectionString: admin.href });
  await client.connect();
  const { rows } = await client.query(
    `select e.round_id as round, a.account_id as account from evaluation_round e, account a
     where e.kind = 'financeEvaluation' and e.year = 2025 and a.username = 'evaluator-3'`,
  );
  const [{ round, account }] = rows;
  const people = [];
  await client.query('set session_replication_role = replica');
  for (let number = 0; number < EVALUATORS; number += 1) {
    const token = `bench-evaluator-${number}`.padEnd(43, 'x');
    const own = { account_id: randomUUID(), username: `bench-evaluator-${number}` };
    for (const table of [
      'account',
      'account_role',
      'credential',
      'round_member',
      'interest_declaration',
      'evaluation_assignment',
    ])
      await client.query(
        `insert into ${table} select (jsonb_populate_record(x, $1)).* from ${table} x where account_id = $2
         ${['round_member', 'interest_declaration', 'evaluation_assignment'].includes(table) ? `and round_id = '${round}'` : ''}`,
        [JSON.stringify(own), account],
      );
    await client.query(
      `insert into session (token_sha256, session_id, account_id, created_at, last_used_at, expires_at, address, user_agent,
         method, authenticated_at)
       values ($1, gen_random_uuid(), $2, now(), now(), now() + interval '1 day', '', '', 'password', now())`,
      [createHash('sha256').update(token).digest('hex'), own.account_id],
    );
    people.push({ cookie: `yuheng_session=${token}`, versions: new Map() });
  }
  await client.end();
  return { round, people };
}

/** One evaluator at work for a round: a mark, its answer, a pause. @returns how long each took, in ms */
async function type(target, person, place) {
  const times = [];
  const until = performance.now() + ROUND_MS;
  // Nobody begins at the same moment as everybody else.
  await new Promise((resolve) => setTimeout(resolve, (place * PAUSE_MS) / EVALUATORS));
  for (let number = 0; performance.now() < until; number += 1) {
    const box = `${COUNTIES[number % 9]}/${LEAVES[Math.trunc(number / 9) % 2]}`;
    const version = person.versions.get(box) ?? 0;
    const body = { methodVersion: 1, value: { marks: String((number % 10) / 2) }, remarks: [] };
    const { ms, answer } = await ask(target, person, {
      path: `/api/evaluations/${target.round}/score/${box}`,
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
      body: JSON.stringify(body),
    });
    person.versions.set(box, answer.entry.version);
    times.push(ms);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return times;
}

function ask({ port, agent }, { cookie }, { path: where, method = 'GET', headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const call = request(
      { host: '127.0.0.1', port, path: where, method, headers: { ...headers, cookie }, agent },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        answer.once('end', () =>
          answer.statusCode === 200
            ? resolve({ ms: performance.now() - began, answer: JSON.parse(text) })
            : reject(new Error(`${where}: ${text}`)),
        );
      },
    );
    call.once('error', reject).end(body);
  });
}
