import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from '../support/browser.mjs';
import { load } from './load.mjs';
import { said, startNode, stop } from './processes.mjs';

const COUNTIES = 2844;
/** A year of months: the page is of one year, and making more takes minutes. */
const MONTHS = 14;
const ROUNDS = 7;
const OVERVIEW = '/api/overview?program=assistants&year=2025';
const AS_OF = `${OVERVIEW}&asOf=2025-06`;

/**
 * What a country's counties cost: a city leader's overview beside that of a database of nine, and the table of all of them in
 * the browser of who reads the nation.
 */
export async function benchNation({ checkout, database, table }) {
  const nine = await serve(checkout, database);
  const large = await enlarged({ checkout, database });
  const many = await serve(checkout, large);
  await cityOverviews({ nine, many, table });
  await countyTable({ checkout, large, address: many.address, table });
  await Promise.all([stop(nine.server), stop(many.server)]);
}

async function serve(checkout, database) {
  const server = startNode([path.join(checkout, 'backend/dist/server.js')], {
    environment: { ...database, HOST: '127.0.0.1', PORT: '0' },
  });
  const [, address, port] = await said(server, /玉衡 Yuheng: (http:\/\/127\.0\.0\.1:(\d+))/);
  return { server, address, port: Number(port) };
}

async function cityOverviews({ nine, many, table }) {
  table.title(`A city leader’s overview, ${COUNTIES} invented counties of other cities beside the nine`);
  const few = await leaderOf(nine);
  const all = await leaderOf(many);
  for (const target of [few, all]) await load(target, { count: 300, connections: 1 });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      few: (await load(few, { count: 200, connections: 1 })).p50,
      all: (await load(all, { count: 200, connections: 1 })).p50,
      asOf: (await load({ ...all, path: AS_OF }, { count: 60, connections: 1 })).p50,
    });
  }
  table.add({ name: 'nine counties, p50', rounds: rounds.map(({ few: ms }) => ms), unit: 'ms' });
  table.add({ name: `${COUNTIES} more there, p50`, rounds: rounds.map(({ all: ms }) => ms), unit: 'ms' });
  table.add({
    name: 'with them ÷ without, round by round',
    rounds: rounds.map((one) => one.all / one.few),
    unit: '×',
    goal: 1.3,
  });
  table.add({
    name: 'the same as of an earlier month-end, p50',
    rounds: rounds.map(({ asOf }) => asOf),
    unit: 'ms',
  });
}

async function leaderOf({ address, port }) {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'leader', password: 'Yuheng-demo-2025' }),
  });
  if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}.`);
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  return { port, path: OVERVIEW, headers: { cookie } };
}

/** From the click on the link to the rows, with the page's code there and not there. */
async function countyTable({ checkout, large, address, table }) {
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  const token = await nationsReader(checkout, large);
  const browser = await chromium.launch(await findBrowser());
  try {
    table.title(`The nation’s table of ${COUNTIES} counties, Chromium ${browser.version()}`);
    const opened = [];
    for (let round = 0; round < ROUNDS; round += 1) opened.push(await openTable(browser, address, token));
    const kinds = [
      ['first', 'opened after the click, nothing of it loaded yet'],
      ['again', 'opened again'],
      ['scrolled', 'a jump to its end, until the rows stand there'],
      ['filtered', 'a name typed, until only its rows are there'],
    ];
    for (const [kind, name] of kinds)
      table.add({ name, rounds: opened.map((one) => one[kind]), unit: 'ms', goal: 300 });
  } finally {
    await browser.close();
  }
}

async function openTable(browser, address, token) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    await context.addCookies([{ name: 'yuheng_session', value: token, url: address }]);
    const tab = await context.newPage();
    await tab.goto(`${address}/publications`, { waitUntil: 'networkidle' });
    const open = async () => {
      await tab.locator('yh-county-picker > button').click();
      await tab.locator('yh-county-picker li a').first().waitFor();
      return timed(tab, 'the rows of the table', {
        act: () => document.querySelector('yh-county-picker li a').click(),
        done: () => document.querySelectorAll('yh-long-table tr[data-place]').length >= 10,
      });
    };
    const first = await open();
    await tab.goBack();
    await tab.locator('yh-long-table').waitFor({ state: 'detached' });
    const again = await open();
    const scrolled = await timed(tab, 'the last row', {
      act: () => {
        const frame = document.querySelector('yh-long-table .frame');
        frame.scrollTop = frame.scrollHeight;
      },
      done: () => {
        const count = document.querySelector('yh-long-table table').getAttribute('aria-rowcount');
        return document.querySelector(`yh-long-table tr[aria-rowindex="${count}"]`) !== null;
      },
    });
    const filtered = await timed(tab, 'the row that was asked for', {
      act: () => {
        const field = document.querySelector('.filters input');
        field.value = '演示县 0042';
        field.dispatchEvent(new globalThis.Event('input'));
      },
      done: () => document.querySelectorAll('yh-long-table tr[data-place]').length === 1,
    });
    return { first, again, scrolled, filtered };
  } finally {
    await context.close();
  }
}

/** Acts and waits in the page itself, so that nothing of the driver is measured; what does not come is said. */
const timed = (tab, what, { act, done }) =>
  tab.evaluate(
    `(async () => {
      const began = performance.now();
      (${act})();
      while (!(${done})()) {
        if (performance.now() - began > 15000) throw new Error(${JSON.stringify(`${what} did not come within 15 s`)});
        await new Promise(requestAnimationFrame);
      }
      return performance.now() - began;
    })()`,
  );

/** A copy of the database with the invented counties. */
async function enlarged({ checkout, database }) {
  const require = createRequire(path.join(checkout, 'backend', 'package.json'));
  const { Client } = require('pg');
  const [from, to] = [new URL(database.DATABASE_URL).pathname.slice(1), 'bench_nation'];
  const admin = new Client({ connectionString: database.ADMIN_URL });
  await admin.connect();
  // A database is copied while nobody is connected to it; the server opens its connections anew.
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [from]);
  await admin.query(
    `create database ${to} template ${from} owner ${new URL(database.DATABASE_OWNER_URL).username}`,
  );
  await admin.query(`grant connect on database ${to} to ${new URL(database.DATABASE_URL).username}`);
  await admin.end();
  const other = (url) => url.replace(/[^/]+$/, to);
  const large = {
    ...database,
    DATABASE_URL: other(database.DATABASE_URL),
    DATABASE_OWNER_URL: other(database.DATABASE_OWNER_URL),
  };
  const { loadLarge } = require('./dist/large-data/load-large.js');
  await loadLarge(large.DATABASE_OWNER_URL, '530400', { counties: COUNTIES, months: MONTHS });
  return large;
}

/** An account like the leader’s that stands at the nation, with a session. */
async function nationsReader(checkout, { DATABASE_OWNER_URL, ADMIN_URL }) {
  const { Client } = createRequire(path.join(checkout, 'backend', 'package.json'))('pg');
  const admin = new URL(ADMIN_URL);
  admin.pathname = new URL(DATABASE_OWNER_URL).pathname;
  const client = new Client({ connectionString: admin.href });
  await client.connect();
  await client.query('analyze');
  await client.query('set session_replication_role = replica');
  const own = { account_id: randomUUID(), username: 'bench-nation' };
  const {
    rows: [{ nation }],
  } = await client.query(`select place_id as nation from place where kind = 'nation'`);
  for (const name of ['account', 'account_role', 'credential']) {
    const row = JSON.stringify(name === 'account' ? { ...own, place_id: nation } : own);
    await client.query(
      `insert into ${name} select (jsonb_populate_record(x, $1)).* from ${name} x
       where account_id = (select account_id from account where username = 'leader')`,
      [row],
    );
  }
  const token = 'bench-nation'.padEnd(43, 'x');
  await client.query(
    `insert into session (token_sha256, session_id, account_id, created_at, last_used_at, expires_at, address, user_agent,
       method, authenticated_at)
     values ($1, gen_random_uuid(), $2, now(), now(), now() + interval '1 day', '', '', 'password', now())`,
    [createHash('sha256').update(token).digest('hex'), own.account_id],
  );
  await client.end();
  return token;
}
