import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, quantile } from './figures.mjs';
import { said, startNode, stop } from './processes.mjs';

const ROUNDS = 7;
const PAIRS = 200;
const WRITERS = 50;
const IMPORTED = 10_000;
/** Between two saves of one person at work, in ms: 50 of them save some 250 times a second. */
const PAUSE = 200;
const CHAIN = '530400';

/** What the trail costs an act alone, and what a long import costs the saves of others. */
export async function benchAudit({ checkout, database, table }) {
  const bench = await open(checkout, database);
  table.title('Audit: one small act in its transaction, with its entry and without');
  for (const algorithm of ['sha256', 'sm3']) await alone({ bench, table, algorithm });
  table.title(
    `Audit: ${WRITERS} people who save, quiet and while ${IMPORTED.toLocaleString('en')} rows are imported`,
  );
  await duringImport({ bench, table });
  await bench.close();
}

/** The program's own functions on the demonstration, and a table of the bench with a row for each writer. */
async function open(checkout, database) {
  const filling = startNode([path.join(checkout, 'backend/dist/server.js')], {
    environment: { ...database, HOST: '127.0.0.1', PORT: '0' },
  });
  await said(filling, /玉衡 Yuheng: /);
  await stop(filling);
  const require = createRequire(path.join(checkout, 'backend', 'package.json'));
  const { Client } = require('pg');
  const { createDataSource } = require('./dist/database/data-source.js');
  const { ownScope } = require('./dist/database/scope.js');
  const { scoped } = require('./dist/database/scoped-transaction.js');
  const { Act } = require('./dist/audit/act.js');
  const { AuditTrail } = require('./dist/audit/audit-trail.js');
  const owner = new Client({ connectionString: database.DATABASE_OWNER_URL });
  await owner.connect();
  const role = new URL(database.DATABASE_URL).username;
  await owner.query(
    `create table bench_row (batch integer, n integer, value integer, primary key (batch, n))`,
  );
  await owner.query(`insert into bench_row select 0, n, 0 from generate_series(1, ${WRITERS}) n`);
  await owner.query(`grant select, insert, update on bench_row to ${role}`);
  const { rows } = await owner.query(`select account_id from account where username = 'officer-1'`);
  const actor = { accountId: rows[0].account_id, username: 'officer-1', roles: ['programOfficer'] };
  const scope = ownScope(actor.accountId);
  const source = await createDataSource(database.DATABASE_URL).initialize();
  const trailOf = (auditAlgorithm) =>
    new AuditTrail(source, { cityId: CHAIN, environment: { auditAlgorithm } });
  const act = (name, id) => {
    const one = new Act(name, actor, { id: '6f1c1f0e-9b7e-4a55-8f43-0d5a6c1e52a4', address: '10.0.0.8' });
    one.note({ object: { kind: 'workload', id }, before: { cases: 12 }, after: { cases: 13 } });
    return one;
  };
  const save = (n) => (tx) =>
    tx.query('update bench_row set value = value + 1 where batch = 0 and n = $1', [n]);
  return {
    silent: (n) => scoped(source, scope, save(n)),
    written: (n, algorithm = 'sha256') =>
      trailOf(algorithm).record(act('bench.save', `row-${n}`), scope, save(n)),
    imported: (batch) =>
      trailOf('sha256').record(act('bench.import', `batch-${batch}`), scope, async (tx) => {
        for (let n = 1; n <= IMPORTED; n += 1)
          await tx.query('insert into bench_row values ($1, $2, 0)', [batch, n]);
      }),
    close: async () => {
      await source.destroy();
      await owner.query('drop table bench_row');
      await owner.end();
    },
  };
}

const timed = async (work) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

async function alone({ bench, table, algorithm }) {
  const rounds = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const times = { silent: [], written: [] };
    // Turn and turn about, so that whatever else the machine does falls on both.
    for (let pair = 0; pair < PAIRS; pair += 1) {
      times.silent.push(await timed(() => bench.silent(1)));
      times.written.push(await timed(() => bench.written(1, algorithm)));
    }
    // The first round warms both up.
    if (round >= 0) rounds.push({ silent: median(times.silent), written: median(times.written) });
  }
  const add = (name, of, unit, goal) =>
    table.add({ name: `${algorithm}: ${name}`, rounds: rounds.map(of), unit, ...(goal ? { goal } : {}) });
  add('the act without an entry, p50', (one) => one.silent, 'ms');
  add('the act with its entry, p50', (one) => one.written, 'ms');
  // SM3 is computed in plpgsql: no goal is set for it.
  add('what the entry adds', (one) => one.written - one.silent, 'ms', algorithm === 'sha256' ? 1 : undefined);
  add('with ÷ without', (one) => one.written / one.silent, '×');
}

async function duringImport({ bench, table }) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let seconds = 0;
    const busy = await savesDuring(bench, async () => {
      seconds = (await timed(() => bench.imported(round + 1))) / 1000;
    });
    const quiet = await savesDuring(bench, () => sleep(seconds * 1000));
    rounds.push({ busy: quantile(busy, 0.95), quiet: quantile(quiet, 0.95), seconds, count: busy.length });
  }
  const add = (name, of, unit, goal) =>
    table.add({ name, rounds: rounds.map(of), unit, ...(goal ? { goal } : {}) });
  add('a save, quiet, p95', (one) => one.quiet, 'ms');
  add('a save during the import, p95', (one) => one.busy, 'ms');
  add('during ÷ quiet, round by round', (one) => one.busy / one.quiet, '×', 2);
  add('the import', (one) => one.seconds, 's');
  add('saves during an import', (one) => one.count, '');
}

/** The times of all saves from the beginning of something to its end; each writer pauses after a save. */
async function savesDuring(bench, work) {
  const times = [];
  let isOver = false;
  const writer = async (n) => {
    // Not all in the same moment.
    await sleep((n * PAUSE) / WRITERS);
    while (!isOver) {
      times.push(await timed(() => bench.written(n)));
      await sleep(PAUSE);
    }
  };
  const writers = Array.from({ length: WRITERS }, (_, index) => writer(index + 1));
  await work();
  isOver = true;
  await Promise.all(writers);
  return times;
}
