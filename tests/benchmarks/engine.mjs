import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './figures.mjs';

const SIZES = [284, 2844];
const PROCESSES = 5;

/** Scores and allocates the counties of the whole country, each time in a process of its own on one core. */
export async function benchEngine({ checkout, table }) {
  table.title(
    'Engine: score by 12 indicators, then allocate (2,844 counties: about as many as the country has)',
  );
  const [small, large] = SIZES.map((size) =>
    Array.from({ length: PROCESSES }, () => measure(checkout, size)),
  );
  const of = (runs, what) => runs.map((run) => run[what]);
  table.add({ name: '2,844 counties, warm', rounds: of(large, 'warm'), unit: 'ms', goal: 150 });
  table.add({
    name: '2,844 counties, the first time in a new process',
    rounds: of(large, 'cold'),
    unit: 'ms',
  });
  table.add({ name: '  its processor time', rounds: of(large, 'coldProcessor'), unit: 'ms' });
  table.add({ name: '2,844 counties, scoring alone (warm)', rounds: of(large, 'scoring'), unit: 'ms' });
  table.add({ name: '2,844 counties, allocating alone (warm)', rounds: of(large, 'allocating'), unit: 'ms' });
  table.add({ name: '2,844 counties, processor time (warm)', rounds: of(large, 'processor'), unit: 'ms' });
  table.add({
    name: 'largest memory of the process, one run',
    rounds: of(large, 'megabytesOfOne'),
    unit: 'MB',
    goal: 150,
  });
  table.add({ name: '  after some fifteen runs in a row', rounds: of(large, 'megabytes'), unit: 'MB' });
  table.add({ name: '284 counties, warm', rounds: of(small, 'warm'), unit: 'ms' });
  const growth = median(of(large, 'warm')) / median(of(small, 'warm'));
  table.note(`ten times as many counties take ${growth.toFixed(1)} times as long`);
}

function measure(checkout, size) {
  const script = fileURLToPath(new URL('engine-process.mjs', import.meta.url));
  return JSON.parse(execFileSync(...onOneCore([script, checkout, String(size)]), { encoding: 'utf8' }));
}

/** Where the system can, Node's own helper threads are kept on the same core. */
function onOneCore(parameters) {
  const command = [process.execPath, parameters];
  if (process.platform !== 'linux') return command;
  try {
    execFileSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' });
    return ['taskset', ['-c', '0', process.execPath, ...parameters]];
  } catch {
    return command;
  }
}
