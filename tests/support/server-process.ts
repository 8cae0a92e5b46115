import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TEST_KEYS, type TestRequest, type TestServer } from './server';

const checkout = path.resolve(__dirname, '..', '..');

/** At which COMMIT a server is killed: that of the transaction in which the text stands, before or after it. */
export interface Kill {
  readonly moment: 'before' | 'after';
  readonly mark: string;
}

/** A server of production in a process of its own, on the database of a test's server. */
export interface ServerProcess {
  /** The status of the answer; null: the connection ended without one. */
  send(request: TestRequest): Promise<number | null>;
  /** Waits until it has ended. @returns the signal that ended it */
  ended(): Promise<NodeJS.Signals | null>;
  /** Ends it if it still runs, and waits. */
  end(): Promise<void>;
}

/** Starts a server that shares the database and its sessions with `beside`, and waits until it serves or was killed. */
export async function startServerProcess(
  beside: TestServer,
  { today, kill }: { readonly today: string; readonly kill?: Kill },
): Promise<ServerProcess> {
  const { PATH = '' } = process.env;
  const killing = kill
    ? { parameters: ['--import', KILLED_AT_COMMIT], variables: { YUHENG_TEST_KILL: JSON.stringify(kill) } }
    : { parameters: [], variables: {} };
  const child = spawn(
    process.execPath,
    [...killing.parameters, path.join(checkout, 'backend/dist/server.js')],
    {
      cwd: '/',
      env: {
        PATH,
        DATABASE_URL: beside.database.appUrl,
        DATABASE_OWNER_URL: beside.database.ownerUrl,
        HOST: '127.0.0.1',
        PORT: '0',
        YUHENG_KEYS: TEST_KEYS,
        YUHENG_TODAY: today,
        ...killing.variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const gone = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let output = '';
  const serves = new Promise<string | null>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const address = /玉衡 Yuheng: (http:\S+)/.exec(output)?.[1];
        if (address) resolve(address);
      });
    }
    void gone.then(() => resolve(null));
  });
  const address = await serves;
  if (address === null && child.signalCode !== 'SIGKILL') throw new Error(`A server ended: ${output}`);
  return {
    send: async ({ method = 'GET', url, as, headers = {}, body }) => {
      const answer = await fetch(`${address}${url}`, {
        method,
        headers: {
          ...(as ? { cookie: await beside.cookieOf(as) } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch(() => null);
      return answer?.status ?? null;
    },
    ended: async () => (await gone)[1],
    end: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await gone;
    },
  };
}

const KILLED_AT_COMMIT = pathToFileURL(path.join(__dirname, 'killed-at-commit.mjs')).href;
