import { build } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from '../support/browser.mjs';

const ROUNDS = 7;
/** About as many counties as the country has. */
const COUNTRY = 2844;
const MOVES = 15;
const RUNS = 10_000;

/** The nine counties' posts in force, with scores that lie as a careful city's do: some changes firm, some not. */
const UNITS = [
  ['hongta', 25, '95.10'],
  ['jiangchuan', 15, '91.20'],
  ['chengjiang', 11, '75.00'],
  ['tonghai', 19, '88.40'],
  ['huaning', 13, '93.00'],
  ['yimen', 14, '84.50'],
  ['eshan', 15, '79.90'],
  ['xinping', 21, '97.00'],
  ['yuanjiang', 17, '90.10'],
];

const worker = (source) => `
import { GIVEN_EVIDENCE } from ${JSON.stringify(path.join(source, 'allocation/evidence/given-evidence.ts'))};
import { proposeSplit } from ${JSON.stringify(path.join(source, 'allocation/proposing/propose-split.ts'))};
import { readFirmness } from ${JSON.stringify(path.join(source, 'allocation/settings/read-settings.ts'))};
import { CAREFUL_SETTINGS } from ${JSON.stringify(path.join(source, 'allocation/settings/settings-presets.ts'))};
import { allocateWhereFirm } from ${JSON.stringify(path.join(source, 'simulation/allocate-where-firm.ts'))};
import { givenAllocation } from ${JSON.stringify(path.join(source, 'simulation/given-allocation.ts'))};
import { nearestScoreEdges } from ${JSON.stringify(path.join(source, 'simulation/nearest-edge.ts'))};
const given = givenAllocation(${JSON.stringify(UNITS)});
const input = { ...given, units: given.units.map((unit) => ({ ...unit, floor: unit.lastPart - 2n })) };
const nine = GIVEN_EVIDENCE.counties;
const country = {
  ...GIVEN_EVIDENCE,
  counties: Array.from({ length: ${COUNTRY} }, (_, place) => ({
    ...nine[place % nine.length],
    county: 'county-' + String(place).padStart(4, '0'),
  })),
};
/** A control is moved again and again: how long each time until the result is there, the middle one of them. */
function moved(evidence) {
  const times = Array.from({ length: ${MOVES} }, (_, move) => {
    const settings = { ...CAREFUL_SETTINGS, maximumChange: { parts: 1 + (move % 3) } };
    const began = performance.now();
    if (!proposeSplit(evidence, settings, 'quick').ok) throw new Error('refused');
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[${MOVES} >> 1];
}
self.onmessage = () => {
  const began = performance.now();
  const firm = allocateWhereFirm(input, { ...readFirmness(CAREFUL_SETTINGS), runs: ${RUNS} });
  const simulated = performance.now();
  const edges = nearestScoreEdges(input);
  if (!firm.ok || !edges.ok) throw new Error('refused');
  const searched = performance.now();
  if (!proposeSplit(GIVEN_EVIDENCE, CAREFUL_SETTINGS, 'whole').ok) throw new Error('refused');
  self.postMessage({
    simulating: simulated - began,
    searching: searched - simulated,
    whole: performance.now() - searched,
    nine: moved(GIVEN_EVIDENCE),
    country: moved(country),
  });
};
`;

/**
 * 10,000 simulations and the search for the nearest edges, then a whole proposal and the quick ones that follow each
 * move of a control, in a worker of a page, while the page itself looks every few milliseconds whether it was kept waiting.
 */
export async function benchSimulation({ checkout, table }) {
  const source = path.join(checkout, 'shared', 'src', 'domain');
  const bundled = await build({
    stdin: { contents: worker(source), resolveDir: checkout, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
  });
  const script = bundled.outputFiles[0].text;
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  const browser = await chromium.launch(await findBrowser());
  try {
    table.title(
      `Stability of nine counties in a worker, Chromium ${browser.version()}, a new worker each time`,
    );
    const page = await browser.newPage();
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await page.evaluate(inWorker, script));
    const add = (name, what, unit, goal) =>
      table.add({ name, rounds: rounds.map((one) => one[what]), unit, ...(goal ? { goal } : {}) });
    add('10,000 simulations', 'simulating', 'ms', 1000);
    add('nearest edges of nine scores, by search', 'searching', 'ms');
    add('whole proposal of nine counties: simulated and explained', 'whole', 'ms');
    add('control to result, nine counties', 'nine', 'ms', 16);
    add('control to result, 2,844 counties', 'country', 'ms', 200);
    add('longest the page itself was kept waiting meanwhile', 'longestWait', 'ms', 50);
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function inWorker(text) {
  const address = URL.createObjectURL(new globalThis.Blob([text], { type: 'text/javascript' }));
  const worker = new globalThis.Worker(address);
  let longestWait = 0;
  let before = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    longestWait = Math.max(longestWait, now - before);
    before = now;
  }, 4);
  const answer = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(null);
  });
  clearInterval(watch);
  worker.terminate();
  URL.revokeObjectURL(address);
  return { ...answer, longestWait };
}
