import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { replay } from './replay.mjs';
import { said, startNode, stop } from './processes.mjs';

const TODAY = '2026-03-20';
const YEAR = 2025;
const COUNTIES = 2844;
const PASSWORD = 'Yuheng-demo-2025';
/** The rows from which a county is scored and which a round is made of; of the year or, marked, of the round. */
const MULTIPLIED = {
  program_post: `year = ${YEAR}`,
  ledger_entry: `year = ${YEAR}`,
  filing: `year = ${YEAR}`,
  wage_month: `month like '${YEAR}-%'`,
  workload_month: `month like '${YEAR}-%'`,
  inspection: `month like '${YEAR}-%'`,
  inspection_result: `month like '${YEAR}-%'`,
  finding: `month like '${YEAR}-%'`,
  evaluator_mark: 'round_id = $1',
  evaluation_assignment: 'round_id = $1',
  score_sheet: 'round_id = $1',
  deliberation: 'round_id = $1',
  reply_ruling: 'round_id = $1',
  scoring_result: 'true',
};

/** What 定案 takes, of the nine counties of a city and of a round of 2,844 counties. */
export async function benchFinalising({ checkout, database, table }) {
  const city = await openRound({ checkout, database });
  await measure({ round: city, table, counties: 9, rounds: 7, goal: 200 });
  await stop(city.server);
  await city.client.end();
  const large = await multiplied({ checkout, database });
  const country = await openRound({ checkout, database: large });
  await measure({ round: country, table, counties: COUNTIES, rounds: 3, goal: 5000 });
  await stop(country.server);
  await country.client.end();
}

async function measure({ round, table, counties, rounds, goal }) {
  table.title(
    `Finalising a round of ${counties.toLocaleString('en')} counties, against its statements through bare pg`,
  );
  const made = [];
  for (let number = -1; number < rounds; number += 1) {
    const one = await finalise(round);
    if (one.counties !== counties) throw new Error(`The result has ${one.counties} counties.`);
    // The first warms up.
    if (number >= 0) made.push(one);
  }
  const add = (name, of, unit, rest = {}) => table.add({ name, rounds: made.map(of), unit, ...rest });
  add('opening the draft result', ({ draft }) => draft, 'ms');
  add('finalising', ({ ours }) => ours, 'ms', { goal });
  add('its statements through bare pg', ({ bare }) => bare, 'ms');
  add('finalising ÷ bare, round by round', ({ ours, bare }) => ours / bare, '×');
}

async function openRound({ checkout, database }) {
  const server = startNode(
    [
      '--import',
      new URL('record-statements.mjs', import.meta.url).pathname,
      path.join(checkout, 'backend/dist/server.js'),
    ],
    { environment: { ...database, HOST: '127.0.0.1', PORT: '0', YUHENG_TODAY: TODAY } },
  );
  const [, address] = await said(server, /玉衡 Yuheng: (http:\S+)/);
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'officer-1', password: PASSWORD }),
  });
  if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}.`);
  const client = await connect(checkout, database);
  const id = await roundOf(client);
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  return { server, address, cookie, client, id, role: new URL(database.DATABASE_URL).username };
}

async function connect(checkout, { DATABASE_URL, ADMIN_URL }) {
  const { Client } = createRequire(path.join(checkout, 'backend', 'package.json'))('pg');
  const admin = new URL(ADMIN_URL);
  admin.pathname = new URL(DATABASE_URL).pathname;
  const client = new Client({ connectionString: admin.href });
  // A run that is cut short ends the cluster before it; that is no news.
  client.on('error', () => undefined);
  await client.connect();
  // As the superuser and without triggers: what is given here is given, not done.
  await client.query('set session_replication_role = replica');
  return client;
}

async function roundOf(client) {
  const { rows } = await client.query(
    `select round_id as id from evaluation_round
     where program_id = 'assistants' and kind = 'departmentEvaluation' and year = ${YEAR}`,
  );
  return rows[0].id;
}

/** Evaluates the round once more, with a mark changed each time, so that no run of before is found again; in ms. */
async function finalise(round) {
  const { client, id, server } = round;
  const changeMark = () =>
    client.query(
      `update evaluator_mark set marks = case when marks = 3 then 3.5 else 3 end
       where (round_id, county_id, indicator_id, evaluator) = (
         select round_id, county_id, indicator_id, evaluator from evaluator_mark
         where round_id = $1 and kind = 'mark' order by county_id, indicator_id, evaluator limit 1)`,
      [id],
    );
  await changeMark();
  const draft = await act(round, 'draft-results', { replyBy: '2026-03-27' });
  await client.query(
    `update draft_result set opened_on = '2026-03-18', reply_by = '2026-03-19' where round_id = $1`,
    [id],
  );
  await client.query(`update scoring_run set inputs_sha256 = md5(run_id::text) where round_id = $1`, [id]);
  await changeMark();
  server.child.send('record');
  const final = await act(round, 'finalisations', { finalisedOn: TODAY, documentNumber: '演示〔2026〕1号' });
  const answer = new Promise((resolve) => server.child.once('message', resolve));
  server.child.send('stop');
  const { statements } = await answer;
  const bare = await replay(round, { statements, run: final.answer.run });
  return { draft: draft.ms, ours: final.ms, bare, counties: final.answer.counties.length };
}

async function act({ address, id, cookie }, way, body) {
  const began = performance.now();
  const answer = await fetch(`${address}/api/evaluations/${id}/${way}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  const ms = performance.now() - began;
  if (answer.status !== 201) throw new Error(`${way} answered ${answer.status}: ${text.slice(0, 1000)}`);
  return { ms, answer: JSON.parse(text) };
}

/** A copy of the database in which the city has 2,844 counties, each like one of its nine. */
async function multiplied({ checkout, database }) {
  const { Client } = createRequire(path.join(checkout, 'backend', 'package.json'))('pg');
  const [from, to] = [new URL(database.DATABASE_URL).pathname.slice(1), 'bench_round'];
  const admin = new Client({ connectionString: database.ADMIN_URL });
  await admin.connect();
  const role = new URL(database.DATABASE_URL).username;
  await admin.query(
    `create database ${to} template ${from} owner ${new URL(database.DATABASE_OWNER_URL).username}`,
  );
  await admin.query(`grant connect on database ${to} to ${role}`);
  await admin.end();
  const other = (url) => url.replace(/[^/]+$/, to);
  const large = {
    ...database,
    DATABASE_URL: other(database.DATABASE_URL),
    DATABASE_OWNER_URL: other(database.DATABASE_OWNER_URL),
  };
  const client = await connect(checkout, large);
  await multiply(client, await roundOf(client));
  await client.end();
  return large;
}

async function multiply(client, round) {
  await client.query(
    `create temporary table more as
     select 'bench-' || lpad(n::text, 4, '0') as county, n, likeness from generate_series(10, ${COUNTIES}) n
     join (select place_id as likeness, row_number() over (order by sort_order) as turn, count(*) over () as all_of_them
           from place where kind = 'county') d on d.turn = (n - 1) % d.all_of_them + 1`,
  );
  await client.query(
    `insert into place (place_id, kind, parent_id, sort_order)
     select m.county, p.kind, p.parent_id, (select max(sort_order) from place) + m.n from more m join place p on p.place_id = m.likeness`,
  );
  await client.query(
    `insert into place_name (place_id, valid_from, code, name) select county, '1949-10-01', county, '演示县 ' || n from more`,
  );
  for (const [table, which] of Object.entries(MULTIPLIED)) {
    const { rows } = await client.query(
      `select attname as name, format_type(atttypid, null) = 'uuid' and attname not in ('round_id', 'run_id', 'account_id') as own
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [table],
    );
    const values = rows.map(({ name, own }) =>
      name === 'county_id' ? 'm.county' : own ? `md5(m.county || s.${name})::uuid` : `s.${name}`,
    );
    await client.query(
      `insert into ${table} (${rows.map(({ name }) => name).join(', ')})
       select ${values.join(', ')} from more m join ${table} s on s.county_id = m.likeness where s.${which.replace(/^true$/, 'county_id is not null')}`,
      which.includes('$1') ? [round] : [],
    );
  }
  await client.query('analyze');
}
