/**
 * `npm run soak`: the tests that count, at full length (tests/support/counts.ts): every property twenty times as often, a
 * million cases for each command of the second engine, a hundred rounds of kill -9, twelve thousand acts of several
 * people at once, every page read aloud on a wall as well. It takes over an hour on two cores,
 * so that it is really run before a release. What is given goes to Jest:
 *
 *   npm run soak                                         everything that counts
 *   npm run soak -- --selectProjects unit -t 'weight'    a part
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildSteps } from '../backend/launcher/build-steps.mjs';
import { installPackages } from '../backend/launcher/install-packages.mjs';
import { refuseOtherNode } from '../backend/launcher/node-version.mjs';
import { createStepLog } from '../backend/launcher/step-log.mjs';

/** Projects with properties or counted rounds, and how long one test may take at the most. */
const PROJECTS = ['unit', 'golden', 'launcher', 'integration', 'security', 'e2e'];
const LIMIT_MS = 4 * 3600 * 1000;

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

try {
  refuseOtherNode();
  const log = createStepLog();
  await installPackages({ checkout, step: log.step });
  for (const step of buildSteps(checkout)) await build(step, { say: log.say });
  process.exitCode = await runJest(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.name === 'LaunchError' ? error.message : error.stack}\n`);
  process.exitCode = 1;
}

function runJest(given) {
  const projects = given.includes('--selectProjects') ? [] : ['--selectProjects', ...PROJECTS];
  const parameters = [
    path.join(checkout, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--config',
    path.join(checkout, 'tests', 'support', 'soak.config.js'),
    '--maxWorkers=2',
    `--testTimeout=${LIMIT_MS}`,
    ...given,
    ...projects,
  ];
  const child = spawn(process.execPath, parameters, {
    cwd: checkout,
    env: { ...process.env, YUHENG_SOAK: '1' },
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to Jest as well; here it only must not end us before Jest has tidied up.
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => child.kill(name));
  return new Promise((resolve, reject) =>
    child.once('error', reject).once('close', (code) => resolve(code ?? 1)),
  );
}
