import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const running = new Set();

/** Starts a Node process whose end is seen to, whatever happens to the run. */
export function startNode(parameters, { environment = {}, cwd } = {}) {
  const child = spawn(process.execPath, parameters, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const started = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => (started.output += chunk));
  }
  return started;
}

/** Ends a process in order; one that does not end within ten seconds is killed. */
export async function stop({ child }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
}

export const stopAll = () => Promise.all([...running].map((child) => stop({ child })));

/** Waits for a pattern in what a process prints. */
export async function said(started, pattern, withinMs = 120_000) {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = pattern.exec(started.output);
    if (found) return found;
    if (started.child.exitCode !== null || performance.now() > deadline) {
      throw new Error(`A process never said ${pattern}:\n${started.output}`);
    }
    await sleep(10);
  }
}

/** When `GET /api/health` first answers 200. */
export async function healthy(port, withinMs = 600_000) {
  const deadline = performance.now() + withinMs;
  while ((await status(port)) !== 200) {
    if (performance.now() > deadline) throw new Error(`Nothing answers on port ${port}.`);
    await sleep(20);
  }
}

const status = (port) =>
  new Promise((resolve) => {
    const call = request({ host: '127.0.0.1', port, path: '/api/health', agent: false }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode));
    });
    call.once('error', () => resolve(0)).end();
  });

/** Resident memory of a process in MB, where the system tells it. */
export function residentMegabytes(pid) {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

/** Processor time a process has used so far, in ms (the kernel counts hundredths of a second). */
export function processorMilliseconds(pid) {
  const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
