import { spawn } from 'node:child_process';
import { LaunchError } from './launch-error.mjs';
import { waitUntil } from './processes.mjs';

/** The tools (npm, tsc, ng) that run just now, so that Ctrl-C takes them along. */
const running = new Set();

/**
 * Runs a tool quietly: its output is shown only if it fails.
 *
 * @param {{ label: { zh: string, en: string }, command: string[], cwd: string, environment?: object,
 *   signal?: AbortSignal }} tool
 */
export function runTool({ label, command, cwd, environment = process.env, signal }) {
  const [file, ...parameters] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, parameters, {
      cwd,
      env: environment,
      // A group of its own: what the tool started in its turn is stopped with it.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const output = [];
    running.add(child);
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const stop = () => stopTool(child);
    signal?.addEventListener('abort', stop, { once: true });
    const finish = (reason) => {
      running.delete(child);
      signal?.removeEventListener('abort', stop);
      if (reason === null) return resolve();
      const details = Buffer.concat(output).toString().trim();
      return reject(failed(label, reason, details));
    };
    child.once('error', (error) => finish(error.message));
    child.once('close', (code, by) => finish(code === 0 ? null : (by ?? `exit ${code}`)));
    if (signal?.aborted) stop();
  });
}

async function stopTool(child) {
  const signalGroup = (name) => {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
    } catch {
      // Already gone.
    }
  };
  signalGroup('SIGTERM');
  if (!(await waitUntil(() => !running.has(child), 3000))) signalGroup('SIGKILL');
}

function failed(label, reason, details) {
  return new LaunchError({
    zh: `${label.zh}失败(${reason}),输出见下。请按提示改正后重新运行。`,
    en: `${label.en} failed (${reason}); its output is below. Correct what it names and run the command again.`,
    details,
  });
}
