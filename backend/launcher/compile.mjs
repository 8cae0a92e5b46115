/**
 * Compiles what a launcher needs, once: quick when nothing changed, safe when several processes start at the same
 * moment on an unbuilt tree, repeated after a failure. Plain JavaScript, because it runs before anything is built.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { withLock } from './lock.mjs';

/**
 * Runs `command` if a source changed since it last succeeded, or an output is missing.
 *
 * @param {object} step
 * @param {string} step.name       names the stamp and the lock; steps that write the same outputs share a name
 * @param {string[]} step.sources  folders and files whose change asks for a new compile (absent ones are allowed)
 * @param {RegExp} [step.ignore]   paths within the folders that do not count, such as specs
 * @param {string[]} step.command  program and arguments
 * @param {string[]} step.outputs  files or folders that must exist afterwards
 * @param {string} step.cwd        root of the checkout; relative paths start here
 * @param {boolean} [step.quiet]   true: the command's output is shown only when it fails
 * @param {NodeJS.ProcessEnv} [step.environment]  of the command; default: that of this process
 * @param {(line: string) => void} [step.log]
 * @param {AbortSignal} [step.signal]  ends the command, as a failure, when the program is asked to stop
 * @returns {Promise<boolean>} true when it compiled, false when nothing had changed
 * @throws {CompileError} when the command fails; the next call tries again
 */
export async function compileIfChanged(step) {
  const stampFile = join(step.cwd, '.cache', 'compile', `${step.name}.stamp`);
  if (upToDate(step, stampFile)) return false;
  mkdirSync(dirname(stampFile), { recursive: true });
  return withLock(join(step.cwd, '.cache', 'compile', `${step.name}.lock`), async (holdFor) => {
    // Whoever had to wait finds the work done.
    if (upToDate(step, stampFile)) return false;
    // Taken before the compile: a source that changes meanwhile is compiled again next time.
    const fingerprint = fingerprintOf(step);
    rmSync(stampFile, { force: true });
    step.log?.(`compiling ${step.name} …`);
    await run(step, holdFor);
    const missing = step.outputs.filter((output) => !existsSync(resolve(step.cwd, output)));
    if (missing.length > 0) throw new CompileError(step.name, `It did not write ${missing.join(', ')}.`);
    writeFileSync(`${stampFile}.new`, fingerprint);
    renameSync(`${stampFile}.new`, stampFile);
    return true;
  });
}

export class CompileError extends Error {
  constructor(name, output) {
    super(`Compiling ${name} failed.\n${output.trim()}`);
    this.name = 'CompileError';
  }
}

function upToDate(step, stampFile) {
  if (step.outputs.some((output) => !existsSync(resolve(step.cwd, output)))) return false;
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprintOf(step);
}

/** Path, size and time of each source, and the command: reading thousands of files would cost the second we have. */
function fingerprintOf({ sources, ignore, command, cwd }) {
  const hash = createHash('sha256').update(JSON.stringify([process.version, command]));
  const visit = (path) => {
    if (ignore?.test(path)) return;
    const found = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (!found) hash.update(`${path} absent\n`);
    else if (!found.isDirectory()) hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
    else for (const entry of readdirSync(resolve(cwd, path)).sort()) visit(`${path}/${entry}`);
  };
  for (const source of sources) visit(source);
  return hash.digest('hex');
}

function run({ name, command, cwd, quiet, environment, signal }, holdFor) {
  return new Promise((fulfil, reject) => {
    const [program, ...args] = command;
    // A quiet compile leaves stdout to the answer of the program that asked for it.
    const child = spawn(program, args, {
      cwd,
      env: environment ?? process.env,
      signal,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    if (child.pid !== undefined) holdFor(child.pid);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(new CompileError(name, error.message)));
    child.on('close', (code, signal) => {
      if (code === 0) fulfil();
      else reject(new CompileError(name, output || `It ended with ${signal ?? `code ${code}`}.`));
    });
  });
}
