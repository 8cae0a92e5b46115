import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const LAUNCHER = join(__dirname, '../../backend/yuheng.mjs');

export interface YuhengRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a user does, with `input` on standard input where an argument is "-". */
export function runYuheng(args: readonly string[], input: unknown = '', folder?: string): YuhengRun {
  const text = typeof input === 'string' || input instanceof Uint8Array ? input : JSON.stringify(input);
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], {
    input: text,
    encoding: 'utf8',
    ...(folder ? { cwd: folder } : {}),
  });
  return { status, stdout, stderr };
}

interface PrintedProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

/** The one problem on standard error; standard output must be empty and the exit code 2. */
export function problemOf(run: YuhengRun): PrintedProblem {
  expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 2, stdout: '' });
  return JSON.parse(run.stderr) as PrintedProblem;
}
