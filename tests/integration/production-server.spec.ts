import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../support/test-database';

/**
 * What docker-compose.yml runs, without Docker: the init script's SQL on a real PostgreSQL, then migrate.js and
 * server.js as processes of their own, with the two URLs and YUHENG_DEMO=0.
 */
jest.setTimeout(60_000);

const checkout = path.resolve(__dirname, '..', '..');
const PASSWORD = 'letters4and9digits';
const LINK = /http:\/\/127\.0\.0\.1:\d+\/first-administrator#[\w-]{43}/g;

class Command {
  output = '';
  private readonly child: ChildProcess;
  private readonly end: Promise<number | null>;

  constructor(script: string, environment: Record<string, string>, parameters: readonly string[] = []) {
    const { PATH = '' } = process.env;
    this.child = spawn(process.execPath, [path.join(checkout, 'backend', script), ...parameters], {
      cwd: '/',
      env: { PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.end = new Promise((resolve) => this.child.once('close', (code) => resolve(code)));
  }

  ended(): Promise<number | null> {
    return this.end;
  }

  /** The address it prints once it serves. */
  async served(): Promise<string> {
    for (;;) {
      const address = /玉衡 Yuheng: (http:\S+)/.exec(this.output)?.[1];
      if (address) return address;
      if (this.child.exitCode !== null) throw new Error(`it ended: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Sends SIGTERM; fails if it has not ended eight seconds later. */
  async terminate(): Promise<number | null> {
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), 8000);
    const code = await this.end;
    clearTimeout(late);
    return code;
  }

  kill(): void {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
  }
}

describe('the server of production', () => {
  let template: TestDatabase;
  let database: string;
  let environment: Record<string, string>;
  const commands: Command[] = [];

  const run = (script: string, extra: Record<string, string> = {}): Command => {
    const command = new Command(script, { ...environment, ...extra });
    commands.push(command);
    return command;
  };

  const asSuperuser = async (name: string, ...statements: string[]): Promise<void> => {
    const url = new URL(template.adminUrl);
    url.pathname = `/${name}`;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    template = await testDatabase();
    database = `${template.name}_production`;
    await asSuperuser('postgres', `create database ${database}`);
    // Roles belong to the whole cluster, where other tests use the real names.
    await asSuperuser(database, initScript().replaceAll('yuheng_', `${database}_`));
    const { host } = new URL(template.adminUrl);
    environment = {
      DATABASE_URL: `postgres://${database}_app:${PASSWORD}@${host}/${database}`,
      DATABASE_OWNER_URL: `postgres://${database}_owner:${PASSWORD}@${host}/${database}`,
      HOST: '0.0.0.0',
      PORT: '0',
      YUHENG_DEMO: '0',
      YUHENG_KEYS: `first:${randomBytes(32).toString('base64')}`,
    };
  });

  afterAll(async () => {
    for (const command of commands) command.kill();
    await asSuperuser(
      'postgres',
      `drop database if exists ${database} with (force)`,
      `drop role if exists ${database}_owner`,
      `drop role if exists ${database}_app`,
    );
    await template.drop();
  });

  /** The SQL of create-roles.sh, with its variables as psql would fill them in. */
  function initScript(): string {
    const script = readFileSync(path.join(checkout, 'backend/docker/create-roles.sh'), 'utf8');
    const sql = /<<'SQL'\n([\s\S]*)\nSQL\n/.exec(script)?.[1] ?? '';
    return sql
      .replaceAll(':"database"', `"${database}"`)
      .replaceAll(/:'(owner|app)_password'/g, `'${PASSWORD}'`);
  }

  it('is refused without an address of the database, and says which variable to set', async () => {
    const command = run('dist/server.js', { DATABASE_URL: '', DATABASE_OWNER_URL: '' });
    expect(await command.ended()).toBe(1);
    expect(command.output).toMatch(/^未设置 DATABASE_URL.*DATABASE_URL is not set.*\n$/);
  });

  it('is refused without keys for personal data, and says which variable to set', async () => {
    const command = run('dist/server.js', { YUHENG_KEYS: '' });
    expect(await command.ended()).toBe(1);
    expect(command.output).toMatch(/^未设置个人信息加密密钥.*set YUHENG_KEYS.*\n$/);
  });

  it('migrates an empty database once, by a command that ends', async () => {
    const first = run('dist/migrate.js');
    expect(await first.ended()).toBe(0);
    expect(first.output).toContain('migrated: First1790000000000');
    const second = run('dist/migrate.js');
    expect(await second.ended()).toBe(0);
    expect(second.output).not.toContain('migrated: ');
  });

  it('fails to migrate without the owner’s address, and says so', async () => {
    const command = run('dist/migrate.js', { DATABASE_OWNER_URL: '' });
    expect(await command.ended()).toBe(1);
    expect(command.output).toContain('set DATABASE_OWNER_URL (owner role) and DATABASE_URL');
  });

  it('serves without demonstration data and prints a link for the first administrator at each start until there is one', async () => {
    const first = run('dist/server.js');
    const address = await first.served();
    const health = await fetch(`${address}/api/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    const check = new Command('docker/health.mjs', { PORT: new URL(address).port });
    expect(await check.ended()).toBe(0);
    const session = (await (await fetch(`${address}/api/session`)).json()) as unknown;
    expect(session).toEqual({ account: null, demonstration: null });
    expect(await first.terminate()).toBe(0);
    expect(first.output.match(LINK)).toHaveLength(1);
    expect(first.output).not.toContain('DATABASE_URL alone is set');

    const second = run('dist/server.js');
    const again = await second.served();
    expect((await fetch(`${again}/api/health`)).status).toBe(200);
    expect(await second.terminate()).toBe(0);
    expect(second.output.match(LINK)).toHaveLength(1);
    expect(second.output.match(LINK)?.[0]?.split('#')[1]).not.toBe(
      first.output.match(LINK)?.[0]?.split('#')[1],
    );
  });

  it('is unhealthy to the container’s check where nothing answers', async () => {
    const check = new Command('docker/health.mjs', { PORT: '1' });
    expect(await check.ended()).toBe(1);
  });
});
