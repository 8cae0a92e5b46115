import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { checkout, isRoot } from './accounts';
import { eventually, isRunning } from './eventually';

interface Role {
  user: string;
  password: string;
}

/** What the driver says once PostgreSQL answers. */
export interface Running {
  host: string;
  port: number;
  folder: string;
  processId: number;
  adopted: boolean;
  account: string | null;
  credentials: Record<'superuser' | 'owner' | 'app', Role>;
}

export interface DriverOptions {
  dataFolder: string;
  fast?: boolean;
  packageFolder?: string;
  tempFolder?: string;
}

export interface Account {
  uid?: number;
  gid?: number;
}

/** A driver process (see postgres-driver.mjs) and the PostgreSQL it started. */
export interface Launched extends Running {
  /** What the launcher said on the way. */
  log: string;
  /** Stops both in order. */
  stop(): Promise<void>;
  /** kill -9 of node: PostgreSQL stays. */
  kill(): Promise<void>;
  client(role?: Partial<Role>): Promise<Client>;
}

const folders: string[] = [];
const processes = new Set<ChildProcess>();
const servers = new Set<Running>();

/** A folder for one test, which PostgreSQL's account can enter unless the test closes it. */
export function testFolder(account: Account = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'yuheng-launcher-'));
  chmodSync(folder, 0o755);
  if (isRoot && account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid);
  folders.push(folder);
  return folder;
}

/** Starts PostgreSQL by a driver process under an account; the tests' own if none is given. */
export async function launch(options: DriverOptions, account: Account = {}): Promise<Launched> {
  const { answer, child, log } = await ask(options, account);
  if (answer.error) throw new Error(answer.error);
  const running = answer as unknown as Running;
  servers.add(running);
  return {
    ...running,
    log: log(),
    stop: async () => {
      child.stdin?.end();
      if (child.exitCode === null) await once(child, 'exit');
      if (child.exitCode !== 0) throw new Error(`the driver ended with ${child.exitCode}: ${log()}`);
    },
    kill: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    client: (role = {}) => connect(running, role),
  };
}

/** The message a start is refused with; fails if it is not refused. */
export async function refusal(options: DriverOptions, account: Account = {}): Promise<string> {
  const { answer, child } = await ask(options, account);
  if (answer.error && answer.name === 'LaunchError') return answer.error;
  child.stdin?.end();
  throw new Error(`expected a refusal and got ${JSON.stringify(answer)}`);
}

interface Answer {
  error?: string;
  name?: string;
}

async function ask(
  options: DriverOptions,
  account: Account,
): Promise<{ answer: Answer; child: ChildProcess; log: () => string }> {
  const launcher = path.join(checkout, 'backend', 'launcher');
  const parameters = JSON.stringify({ fast: true, ...options, launcher });
  const child = spawn(process.execPath, [path.join(__dirname, 'postgres-driver.mjs'), parameters], {
    cwd: '/',
    ...account,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  processes.add(child);
  child.once('exit', () => processes.delete(child));
  let [out, log] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  await eventually('an answer of the driver', () => out.includes('\n') || child.exitCode !== null, 60_000);
  if (!out.includes('\n')) throw new Error(`the driver ended without an answer: ${log}`);
  return { answer: JSON.parse(out) as Answer, child, log: () => log };
}

async function connect(running: Running, role: Partial<Role>): Promise<Client> {
  const { host, port, credentials } = running;
  const client = new Client({ host, port, database: 'postgres', ...credentials.superuser, ...role });
  // A server that is killed on purpose must not end the test run.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** For `afterEach`: ends what a failed test left, and removes the folders. */
export async function cleanUp(): Promise<void> {
  for (const child of processes) child.kill('SIGKILL');
  for (const { folder } of servers) await endServer(folder);
  servers.clear();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

/** Ends the server of a folder, whoever started it, if one is left. */
async function endServer(folder: string): Promise<void> {
  const owner = () => {
    try {
      return Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    } catch {
      return 0;
    }
  };
  const pid = owner();
  if (pid <= 0 || !isRunning(pid)) return;
  process.kill(pid, 'SIGQUIT');
  await eventually(`the end of server ${pid}`, () => owner() !== pid || !isRunning(pid));
}
