import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The counties of a city, a tenth of the country's, and about as many as the country has. */
const SIZES = [9, 284, 2844];
const PROCESSES = 5;
const LARGEST_GROWTH = 12;

/** Scores and allocates the counties of the whole country, each time in a process of its own on one core. */
export async function benchEngine({ checkout, table }) {
  table.title(
    'Engine: score by 40 indicators of every kind, then allocate (2,844 counties: about as many as the country has)',
  );
  const [city, tenth, country] = SIZES.map((size) =>
    Array.from({ length: PROCESSES }, () => measure(checkout, size)),
  );
  const add = (name, runs, what, unit, goal) =>
    table.add({ name, rounds: runs.map((run) => run[what]), unit, ...(goal ? { goal } : {}) });
  add('2,844 counties, warm', country, 'warm', 'ms', 300);
  add('2,844 counties, the first time in a new process', country, 'cold', 'ms', 300);
  add('  its processor time, reading the split from JSON included', country, 'coldProcessor', 'ms');
  add('2,844 counties, scoring alone (warm)', country, 'scoring', 'ms');
  add('2,844 counties, allocating alone (warm)', country, 'allocating', 'ms', 20);
  add('2,844 counties, allocating alone, the first time', country, 'coldAllocating', 'ms');
  add('2,844 counties, reading the split from JSON (warm)', country, 'reading', 'ms');
  add('2,844 counties, processor time of all three (warm)', country, 'processor', 'ms');
  add('largest memory of the process, one run', country, 'megabytesOfOne', 'MB', 150);
  add('  after some fifty runs in a row', country, 'megabytes', 'MB');
  add('284 counties, warm', tenth, 'warm', 'ms');
  add('nine counties, allocating alone (warm)', city, 'allocating', 'ms', 2);
  add('nine counties, allocating alone, the first time', city, 'coldAllocating', 'ms');
  table.add({
    name: 'growth from 284 to 2,844 counties, process by process',
    rounds: country.map((run, place) => run.warm / tenth[place].warm),
    unit: '×',
    goal: LARGEST_GROWTH,
  });
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
