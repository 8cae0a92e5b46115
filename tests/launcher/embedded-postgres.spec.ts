import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { isRoot, itAsOrdinary, itAsRoot, nobody, ordinary } from './accounts';
import { eventually, isRunning } from './eventually';
import { cleanUp, launch, refusal, testFolder } from './launched-postgres';

jest.setTimeout(120_000);
afterEach(cleanUp, 60_000);

describe('the embedded PostgreSQL', () => {
  it('asks for the password kept in a file that only its owner can read', async () => {
    const dataFolder = testFolder();
    const server = await launch({ dataFolder });
    const client = await server.client();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    await expect(server.client({ password: 'guess' })).rejects.toThrow(/password authentication failed/);
    const file = path.join(dataFolder, 'credentials.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(server.credentials);
    const passwords = Object.values(server.credentials).map((role) => role.password);
    expect(new Set(passwords).size).toBe(3);
    expect(passwords.every((password) => /^[\w-]{32}$/.test(password))).toBe(true);
    await server.stop();
    expect(isRunning(server.processId)).toBe(false);
  });

  it('listens on 127.0.0.1 and on no other address or socket', async () => {
    const server = await launch({ dataFolder: testFolder() });
    const client = await server.client();
    const { rows } = await client.query(
      `select name, setting from pg_settings where name in ('listen_addresses', 'unix_socket_directories') order by 1`,
    );
    expect(rows.map((row: { setting: string }) => row.setting)).toEqual(['127.0.0.1', '']);
    await client.end();
    const others = Object.values(networkInterfaces())
      .flatMap((entries) => entries ?? [])
      .filter((entry) => entry.family === 'IPv4' && !entry.internal);
    for (const { address } of others) {
      await expect(reach(address, server.port)).rejects.toThrow();
    }
    await server.stop();
  });

  it('stores UTF-8 and sorts by code point, with pinyin order on request', async () => {
    const server = await launch({ dataFolder: testFolder() });
    const client = await server.client();
    const sorted = async (collation: string) => {
      const { rows } = await client.query(
        `select name from unnest(array['玉溪','红塔','澄江']) as name order by name ${collation}`,
      );
      return rows.map((row: { name: string }) => row.name);
    };
    expect(await sorted('')).toEqual(['澄江', '玉溪', '红塔']);
    expect(await sorted('collate "zh-x-icu"')).toEqual(['澄江', '红塔', '玉溪']);
    await client.end();
    await server.stop();
  });

  it('comes back with the same port, passwords and data', async () => {
    const dataFolder = testFolder();
    const first = await launch({ dataFolder });
    const client = await first.client();
    await client.query('create table kept as select 42 as answer');
    await client.end();
    await first.stop();
    const second = await launch({ dataFolder });
    expect(second).toMatchObject({ port: first.port, credentials: first.credentials, adopted: false });
    const again = await second.client();
    expect((await again.query('select answer from kept')).rows).toEqual([{ answer: 42 }]);
    await again.end();
    await second.stop();
  });

  it('takes another port when its own was given away in the meantime', async () => {
    const dataFolder = testFolder();
    const first = await launch({ dataFolder });
    await first.stop();
    const squatter = createServer().listen(first.port, '127.0.0.1');
    const second = await launch({ dataFolder });
    expect(second.port).not.toBe(first.port);
    await second.stop();
    squatter.close();
  });

  it('takes over the server that a killed node left behind, and stops it later', async () => {
    const dataFolder = testFolder();
    const first = await launch({ dataFolder });
    const client = await first.client();
    await client.query('create table kept (answer int)');
    await first.kill();
    expect(isRunning(first.processId)).toBe(true);
    const second = await launch({ dataFolder });
    expect(second).toMatchObject({ adopted: true, processId: first.processId, port: first.port });
    // The connection opened before node was killed still works: nothing was restarted.
    await client.query('insert into kept values (1)');
    await client.end();
    await second.stop();
    expect(isRunning(first.processId)).toBe(false);
  });

  it('restarts an orphan that runs with other settings than wanted instead of taking it over', async () => {
    const dataFolder = testFolder();
    const first = await launch({ dataFolder, fast: true });
    await first.kill();
    const second = await launch({ dataFolder, fast: false });
    expect(second.adopted).toBe(false);
    const client = await second.client();
    expect((await client.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
    await client.end();
    await second.stop();
  });

  it('waits after a crash until the old backends have let go of the folder', async () => {
    const dataFolder = testFolder();
    const first = await launch({ dataFolder });
    const client = await first.client();
    const { rows } = await client.query('select pg_backend_pid() as pid');
    const backend = (rows[0] as { pid: number }).pid;
    // Busy without a wait, so that the backend does not notice at once that its server is gone.
    const busy = client.query('select count(*) from generate_series(1, 15000000)').catch(() => undefined);
    await eventually('the backend at work', async () => {
      const watcher = await first.client();
      const state = await watcher.query('select state from pg_stat_activity where pid = $1', [backend]);
      await watcher.end();
      return (state.rows[0] as { state: string }).state === 'active';
    });
    process.kill(first.processId, 'SIGKILL');
    await eventually('the end of the server', () => !isRunning(first.processId));
    expect(isRunning(backend)).toBe(true);
    const second = await launch({ dataFolder });
    expect(second.adopted).toBe(false);
    expect(readFileSync(path.join(dataFolder, 'postgres.log'), 'utf8')).toMatch(
      /already exists|pre-existing shared memory/,
    );
    await busy;
    await second.stop();
  });
});

describe('what stands in the way of a start', () => {
  it('starts although postmaster.pid names a living process that is no PostgreSQL', async () => {
    const dataFolder = testFolder();
    const first = await launch({ dataFolder });
    await first.stop();
    const account = isRoot ? { uid: statSync(first.folder).uid, gid: statSync(first.folder).gid } : {};
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { cwd: '/', ...account });
    await eventually('the other process', () => other.pid !== undefined && isRunning(other.pid));
    const file = path.join(first.folder, 'postmaster.pid');
    writeFileSync(file, `${other.pid}\n${first.folder}\n1\n${first.port}\n\n127.0.0.1\n\nready   \n`);
    const second = await launch({ dataFolder });
    expect(second.adopted).toBe(false);
    expect(other.pid !== undefined && isRunning(other.pid)).toBe(true);
    await second.stop();
    other.kill('SIGKILL');
  });

  it('clears away what an interrupted first start left half-made', async () => {
    const dataFolder = testFolder();
    mkdirSync(path.join(dataFolder, 'postgres.new-abc', 'cluster'), { recursive: true });
    const server = await launch({ dataFolder });
    expect(readdirSync(dataFolder).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
    await server.stop();
  });

  it('draws new passwords when their file is lost, and keeps the data', async () => {
    const dataFolder = testFolder();
    const first = await launch({ dataFolder });
    const client = await first.client();
    await client.query('create table kept as select 42 as answer');
    await client.end();
    await first.kill();
    rmSync(path.join(dataFolder, 'credentials.json'));
    const second = await launch({ dataFolder });
    expect(second.credentials.superuser.password).not.toBe(first.credentials.superuser.password);
    const again = await second.client();
    expect((await again.query('select answer from kept')).rows).toEqual([{ answer: 42 }]);
    await again.end();
    await second.stop();
  });

  it('refuses a data folder it cannot write to, naming folder and variable in both languages', async () => {
    const file = path.join(testFolder(), 'file');
    writeFileSync(file, '');
    const message = await refusal({ dataFolder: path.join(file, 'data') });
    expect(message).toMatch(/^数据文件夹 .*file\/data 无法写入.*YUHENG_DATA/);
    expect(message).toMatch(/\nThe data folder .*file\/data cannot be written to.*YUHENG_DATA/);
  });

  it('refuses a database of another major version, naming both', async () => {
    const dataFolder = testFolder();
    const first = await launch({ dataFolder });
    await first.stop();
    writeFileSync(path.join(first.folder, 'PG_VERSION'), '16\n');
    expect(await refusal({ dataFolder })).toMatch(/made by PostgreSQL 16, and 17 is installed/);
  });
});

describe('accounts', () => {
  itAsRoot('hands PostgreSQL to another account when root starts it, and says so in one line', async () => {
    const dataFolder = testFolder();
    const server = await launch({ dataFolder });
    expect(server.account).toMatch(/^(postgres|nobody)$/);
    expect(statSync(server.folder).uid).not.toBe(0);
    expect(
      server.log.match(/started by root: the embedded database runs as (postgres|nobody)/g),
    ).toHaveLength(1);
    await server.stop();
  });

  itAsOrdinary('starts under an ordinary account', async () => {
    const server = await launch({ dataFolder: path.join(testFolder(ordinary), 'data') }, ordinary);
    expect(server.account).toBeNull();
    expect(statSync(server.folder).uid).toBe(ordinary === nobody ? nobody.uid : process.getuid?.());
    await server.stop();
  });

  (isRoot ? itAsOrdinary : itAsRoot)(
    'lets root start a data folder of an ordinary account and leaves it usable',
    async () => {
      const dataFolder = path.join(testFolder(nobody), 'data');
      const options = { dataFolder };
      await (await launch(options, nobody)).stop();
      const byRoot = await launch(options);
      expect(byRoot.account).toBe('nobody');
      await byRoot.stop();
      await (await launch(options, nobody)).stop();
    },
  );

  (isRoot ? itAsOrdinary : itAsRoot)('refuses a data folder of root to an ordinary account', async () => {
    const dataFolder = path.join(testFolder(), 'data');
    await (await launch({ dataFolder })).stop();
    expect(existsSync(path.join(dataFolder, 'postgres'))).toBe(true);
    expect(await refusal({ dataFolder }, nobody)).toMatch(/YUHENG_DATA/);
  });
});

function reach(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: 2000 });
    socket.once('error', reject);
    socket.once('timeout', () => reject(new Error('timeout')));
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}
