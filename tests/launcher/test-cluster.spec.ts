import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { testDatabase } from '../support/test-database';
import { eventually } from './eventually';
import { cleanUp, testFolder } from './launched-postgres';

jest.setTimeout(300_000);
const outside = process.env.YUHENG_TEST_CLUSTER;
let run: ChildProcess | null = null;
let temporary: string;

beforeEach(() => {
  temporary = testFolder();
});
afterEach(async () => {
  run?.kill('SIGKILL');
  if (outside === undefined) delete process.env.YUHENG_TEST_CLUSTER;
  else process.env.YUHENG_TEST_CLUSTER = outside;
  await cleanUp();
}, 60_000);

/** Starts the set-up of a run, in a temporary folder of its own, and becomes one of its workers. */
async function startRun(): Promise<ChildProcess> {
  const { YUHENG_TEST_CLUSTER: _, ...environment } = process.env;
  const child = spawn(process.execPath, [path.join(__dirname, 'cluster-driver.mjs')], {
    env: { ...environment, TMPDIR: temporary },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  run = child;
  let [out, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  await eventually('the cluster', () => out.includes('\n') || child.exitCode !== null, 240_000);
  if (!out.includes('\n')) throw new Error(errors);
  process.env.YUHENG_TEST_CLUSTER = out.trim();
  return child;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the cluster of a test run', () => {
  it('gives each test an empty, migrated database of its own, and is gone after the run', async () => {
    const child = await startRun();
    const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
    expect(one.name).not.toBe(two.name);
    await ask(one.ownerUrl, 'create table only_here (number int)');
    const tables =
      "select tablename from pg_tables where tablename in ('only_here', 'migrations') order by 1";
    expect(await ask(one.ownerUrl, tables)).toEqual([
      { tablename: 'migrations' },
      { tablename: 'only_here' },
    ]);
    expect(await ask(two.ownerUrl, tables)).toEqual([{ tablename: 'migrations' }]);
    const who = 'select current_user as name, usesuper as super from pg_user where usename = current_user';
    expect(await ask(one.appUrl, who)).toEqual([{ name: 'yuheng_app', super: false }]);
    expect(await ask(one.ownerUrl, who)).toEqual([{ name: 'yuheng_owner', super: false }]);
    expect(await ask(one.adminUrl, who)).toEqual([{ name: 'postgres', super: true }]);
    await one.drop();
    await expect(ask(one.appUrl, 'select 1')).rejects.toThrow(/does not exist/);
    child.stdin?.end();
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
    await expect(ask(two.adminUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('is cleared away also after a run that was killed', async () => {
    const child = await startRun();
    const database = await testDatabase();
    child.kill('SIGKILL');
    await eventually('an empty folder', () => readdirSync(temporary).length === 0);
    await expect(ask(database.adminUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });
});
