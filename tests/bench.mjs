/**
 * `npm run bench`: the figures of the product's goals, each as the median of several rounds with the smallest and the
 * largest beside it, and ratios taken in one run. It starts what it needs and removes it; a missed goal is printed and
 * ends with 0 all the same, because a figure is no test.
 *
 *   npm run bench                       everything
 *   npm run bench -- --only engine,web  the parts named: engine simulation audit doors overview nation sheets
 *                                       allocation scoring finalising imports web visit start
 *   npm run bench -- --cold             also a start from a bare copy of the checkout (installs packages)
 */
import { randomBytes } from 'node:crypto';
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildSteps } from '../backend/launcher/build-steps.mjs';
import { installPackages } from '../backend/launcher/install-packages.mjs';
import { refuseOtherNode } from '../backend/launcher/node-version.mjs';
import { createStepLog } from '../backend/launcher/step-log.mjs';
import { calibrate, createTable, median } from './benchmarks/figures.mjs';
import { removeFolders } from './benchmarks/folders.mjs';
import { stopAll } from './benchmarks/processes.mjs';
import stopCluster from './support/stop-cluster.mjs';

const WITH_DATABASE = [
  'audit',
  'doors',
  'overview',
  'nation',
  'sheets',
  'allocation',
  'scoring',
  'finalising',
  'imports',
  'web',
  'visit',
];
const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const parameters = process.argv.slice(2);
const only = parameters[parameters.indexOf('--only') + 1]?.split(',');
const wanted = (name) => !parameters.includes('--only') || only.includes(name);
const table = createTable((line) => process.stdout.write(`${line}\n`));

for (const name of ['SIGINT', 'SIGTERM'])
  process.once(name, () => void cleanUp().then(() => process.exit(130)));

try {
  refuseOtherNode();
  await run();
} catch (error) {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

async function cleanUp() {
  await stopAll();
  removeFolders();
  await stopCluster();
}

async function run() {
  const log = createStepLog();
  await installPackages({ checkout, step: log.step });
  const needsPages = ['allocation', 'nation', 'scoring', 'web', 'visit', 'start'].some(wanted);
  const steps = buildSteps(checkout).filter(({ name }) => needsPages || name !== 'frontend');
  for (const step of steps) await build(step, { say: log.say });
  const before = sayNoise('before');
  if (wanted('engine')) await (await import('./benchmarks/engine.mjs')).benchEngine({ checkout, table });
  if (wanted('simulation'))
    await (await import('./benchmarks/simulation.mjs')).benchSimulation({ checkout, table });
  if (wanted('audit'))
    await (await import('./benchmarks/audit-verify.mjs')).benchAuditVerify({ checkout, table });
  if (WITH_DATABASE.some(wanted)) await withDatabase();
  if (wanted('start')) {
    const { benchStart } = await import('./benchmarks/start.mjs');
    await benchStart({ checkout, table, cold: parameters.includes('--cold') });
  }
  const after = sayNoise('after');
  const drift = Math.max(before, after) / Math.min(before, after);
  table.note(`the machine's own speed changed ×${drift.toFixed(2)} during the run`);
  const missed = table.missed();
  table.title(missed === 0 ? 'Every goal met.' : `${missed} goal${missed === 1 ? '' : 's'} missed.`);
}

async function withDatabase() {
  const { openDatabase } = await import('./benchmarks/database.mjs');
  const YUHENG_KEYS = `bench:${randomBytes(32).toString('base64')}`;
  // The benches ask more often than any person may.
  const database = { ...(await openDatabase(checkout)), YUHENG_KEYS, YUHENG_RATE_LIMIT: '1000000' };
  if (wanted('audit'))
    await (await import('./benchmarks/audit.mjs')).benchAudit({ checkout, database, table });
  if (wanted('doors'))
    await (await import('./benchmarks/doors.mjs')).benchDoors({ checkout, database, table });
  if (wanted('overview'))
    await (await import('./benchmarks/overview.mjs')).benchOverview({ checkout, database, table });
  if (wanted('nation'))
    await (await import('./benchmarks/nation.mjs')).benchNation({ checkout, database, table });
  if (wanted('sheets'))
    await (await import('./benchmarks/sheets.mjs')).benchSheets({ checkout, database, table });
  if (wanted('allocation')) {
    await (await import('./benchmarks/scenarios.mjs')).benchScenarios({ checkout, database, table });
    await (
      await import('./benchmarks/allocation-page.mjs')
    ).benchAllocationPage({ checkout, database, table });
  }
  if (wanted('scoring')) {
    await (await import('./benchmarks/scoring-page.mjs')).benchScoringPage({ checkout, database, table });
    await (await import('./benchmarks/scoring.mjs')).benchScoring({ checkout, database, table });
  }
  if (wanted('finalising'))
    await (await import('./benchmarks/finalising.mjs')).benchFinalising({ checkout, database, table });
  if (wanted('imports'))
    await (await import('./benchmarks/imports.mjs')).benchImports({ checkout, database, table });
  if (wanted('web')) await (await import('./benchmarks/web.mjs')).benchWeb({ checkout, database, table });
  if (wanted('visit'))
    await (await import('./benchmarks/first-visit.mjs')).benchFirstVisit({ checkout, database, table });
}

function sayNoise(when) {
  table.title(`Noise ${when}: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
  const rounds = calibrate();
  table.add({ name: 'a fixed piece of arithmetic', rounds, unit: 'ms' });
  return median(rounds);
}
