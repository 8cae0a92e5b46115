import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { waitUntil } from '../../backend/launcher/processes.mjs';
import { GROUPS_FOLDER, writeGroups } from './tests-together.mjs';

const FRONTEND = 'frontend';

/**
 * Runs Jest over the projects of the checkout, then over the web pages' own, and adds up what it counted.
 *
 * @param {{ checkout: string, projects: string[] | null, parameters: string[], signal: AbortSignal,
 *   totals: { passed: number, failed: number, skipped: number, failures: string[] } }} options `projects` null: all
 */
export async function runJest({ checkout, projects, parameters, totals, signal }) {
  const onNode = projects?.filter((name) => name !== FRONTEND) ?? null;
  const before = totals.passed + totals.failed;
  // Whoever names files or tests wants them where they stand.
  const together = parameters.length === 0;
  if (onNode === null || onNode.length > 0) {
    const selected = onNode === null ? [] : ['--selectProjects', ...onNode];
    if (together) writeGroups(checkout);
    const run = { checkout, folder: checkout, parameters: [...parameters, ...selected], together };
    await runOnce({ ...run, totals, signal });
  }
  const wantsWeb = projects === null || projects.includes(FRONTEND);
  if (wantsWeb && hasOwnConfiguration(checkout)) {
    const folder = path.join(checkout, FRONTEND);
    if (together) writeGroups(folder, { webPages: true });
    await runOnce({ checkout, folder, parameters, together, totals, signal });
  }
  if (totals.passed + totals.failed === before) {
    process.stderr.write('没有运行任何测试 · Jest ran no test\n');
    totals.failed += 1;
  }
}

function hasOwnConfiguration(checkout) {
  return ['js', 'cjs', 'mjs'].some((ending) =>
    existsSync(path.join(checkout, FRONTEND, `jest.config.${ending}`)),
  );
}

async function runOnce({ checkout, folder, parameters, together, totals, signal }) {
  signal.throwIfAborted();
  const answers = mkdtempSync(path.join(tmpdir(), 'yuheng-jest-'));
  const file = path.join(answers, 'result.json');
  // With a filter of the caller's, one of the two runs may rightly find nothing.
  const own = ['--ci', '--maxWorkers=2', '--json', `--outputFile=${file}`, '--passWithNoTests'];
  const jest = path.join(checkout, 'node_modules', 'jest', 'bin', 'jest.js');
  try {
    const code = await spawnJest([jest, ...own, ...parameters], { cwd: folder, together, signal });
    signal.throwIfAborted();
    const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
    count(result, code, totals);
    totals.failures.push(...listFailures(result, checkout));
  } finally {
    rmSync(answers, { recursive: true, force: true });
  }
}

/** A file that could not even be loaded holds no failed test, yet it has failed. */
function count(result, code, totals) {
  const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
  totals.passed += result?.numPassedTests ?? 0;
  totals.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0);
  totals.failed += failed === 0 && code !== 0 ? 1 : failed;
}

/**
 * One line for each test that failed: `file › title`, and the first line of what it said. Whoever keeps only the end of
 * a long run still learns what to run again.
 *
 * @returns {string[]}
 */
export function listFailures(result, checkout) {
  return (result?.testResults ?? []).flatMap((suite) => {
    const file = path.relative(checkout, suite.name);
    const failed = suite.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && suite.status === 'failed') return [`${file}: ${firstLine(suite.message)}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${file} › ${fullName}: ${firstLine(failureMessages[0])}`,
    );
  });
}

function firstLine(text = '') {
  const plain =
    stripVTControlCharacters(text)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '';
  return plain.trim().slice(0, 300);
}

function spawnJest(command, { cwd, together, signal }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd,
      env: { ...process.env, YUHENG_TESTS_TOGETHER: together ? GROUPS_FOLDER : '' },
      // The JSON goes to the file; Jest's own report, for people, goes to standard error.
      stdio: ['ignore', 'ignore', 'inherit'],
      // A group of its own, so that an interrupted run takes its workers and the servers they started along.
      detached: process.platform !== 'win32',
    });
    let closed = false;
    const kill = (name) => {
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
      } catch {
        // Already gone.
      }
    };
    const stop = async () => {
      kill('SIGINT');
      if (!(await waitUntil(() => closed, 10_000))) kill('SIGKILL');
    };
    signal.addEventListener('abort', stop, { once: true });
    child.once('error', reject);
    child.once('close', (code) => {
      closed = true;
      signal.removeEventListener('abort', stop);
      resolve(code ?? 1);
    });
  });
}
