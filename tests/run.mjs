/**
 * `npm test`: from a bare checkout to one plain last line, `N passed, N failed`. Plain JavaScript, because it runs
 * before the install. Each gate (format, lint, compilation) counts as one test.
 *
 *   npm test                            everything
 *   npm test -- --only lint,unit        the gates (format lint types build-shared build-backend build-frontend)
 *                                       and Jest projects named
 *   npm test -- tests/golden -t weight  what is not ours goes to Jest as it is
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildSteps } from '../backend/launcher/build-steps.mjs';
import { refuseOtherNode } from '../backend/launcher/node-version.mjs';
import { runJest } from './support/run-jest.mjs';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const abort = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => (abort.signal.aborted ? process.exit(130) : abort.abort()));
}

try {
  refuseOtherNode();
  const totals = await runAll(process.argv.slice(2));
  for (const failure of totals.failures) process.stdout.write(`FAILED ${failure}\n`);
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${error.name === 'LaunchError' ? error.message : error.stack}\n`);
  if (!abort.signal.aborted) process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = abort.signal.aborted ? 130 : 1;
}

async function runAll(parameters) {
  const { installPackages } = await import('../backend/launcher/install-packages.mjs');
  const { createStepLog } = await import('../backend/launcher/step-log.mjs');
  const log = createStepLog();
  const { only, passed } = readParameters(parameters);
  await installPackages({ checkout, step: log.step, signal: abort.signal });
  const totals = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const { checks, builds } = listGates();
  const gates = [...checks, ...builds];
  // Two cores: what only reads the sources runs beside the builds, which have to come one after another.
  await Promise.all(
    [checks, builds].map(async (lane) => {
      for (const gate of lane.filter(({ name }) => only === null || only.includes(name))) {
        await runGate({ gate, log, totals });
      }
    }),
  );
  const projects = only?.filter((name) => !gates.some((gate) => gate.name === name)) ?? null;
  if (projects === null || projects.length > 0) {
    await runJest({ checkout, projects, parameters: passed, totals, signal: abort.signal });
  }
  return totals;
}

/** Takes `--only a,b` (or `--only=a,b`, or several) out of the parameters. */
function readParameters(parameters) {
  const passed = [];
  const only = [];
  for (let i = 0; i < parameters.length; i += 1) {
    if (parameters[i] === '--only') only.push(...(parameters[(i += 1)] ?? '').split(','));
    else if (parameters[i].startsWith('--only=')) only.push(...parameters[i].slice(7).split(','));
    else passed.push(parameters[i]);
  }
  return { only: only.length > 0 ? only.filter(Boolean) : null, passed };
}

function listGates() {
  const tool = (name, label, parts, ...runs) => ({
    name,
    label,
    run: async () => {
      const { runTool } = await import('../backend/launcher/running-tools.mjs');
      for (const parameters of runs) {
        const command = [process.execPath, path.join(checkout, 'node_modules', ...parts), ...parameters];
        await runTool({ label: { zh: label, en: label }, command, cwd: checkout, signal: abort.signal });
      }
    },
  });
  const builds = buildSteps(checkout).map((step) => ({
    name: `build-${step.name}`,
    label: step.label,
    run: () => build(step, { say: () => undefined, signal: abort.signal }),
  }));
  // The pages themselves are checked where they are built; their specs are not, and Jest only takes the types away.
  const ofWeb = 'frontend/tsconfig.spec.json';
  const types = ['tsconfig.json', ...(existsSync(path.join(checkout, ofWeb)) ? [ofWeb] : [])];
  const checks = [
    tool('format', '检查格式 · prettier', ['prettier', 'bin', 'prettier.cjs'], ['--check', '.']),
    ...(existsSync(path.join(checkout, 'eslint.config.mjs'))
      ? [tool('lint', '检查规范 · eslint', ['eslint', 'bin', 'eslint.js'], ['.', '--max-warnings', '0'])]
      : []),
    tool(
      'types',
      '检查类型 · tsc',
      ['typescript', 'bin', 'tsc'],
      ...types.map((file) => ['--noEmit', '-p', file]),
    ),
  ];
  return { checks, builds };
}

async function runGate({ gate, log, totals }) {
  abort.signal.throwIfAborted();
  try {
    await log.step(gate.label, gate.run);
    totals.passed += 1;
  } catch (error) {
    if (abort.signal.aborted) throw error;
    totals.failed += 1;
    totals.failures.push(`gate ${gate.name}`);
    process.stderr.write(`FAILED ${gate.name}\n${error.message}\n`);
  }
}
