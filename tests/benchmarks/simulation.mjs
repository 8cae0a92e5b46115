import { build } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from '../support/browser.mjs';

const ROUNDS = 7;
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
import { readFirmness } from ${JSON.stringify(path.join(source, 'allocation/settings/read-settings.ts'))};
import { CAREFUL_SETTINGS } from ${JSON.stringify(path.join(source, 'allocation/settings/settings-presets.ts'))};
import { allocateWhereFirm } from ${JSON.stringify(path.join(source, 'simulation/allocate-where-firm.ts'))};
import { givenAllocation } from ${JSON.stringify(path.join(source, 'simulation/given-allocation.ts'))};
import { nearestScoreEdges } from ${JSON.stringify(path.join(source, 'simulation/nearest-edge.ts'))};
const given = givenAllocation(${JSON.stringify(UNITS)});
const input = { ...given, units: given.units.map((unit) => ({ ...unit, floor: unit.lastPart - 2n })) };
self.onmessage = () => {
  const began = performance.now();
  const firm = allocateWhereFirm(input, { ...readFirmness(CAREFUL_SETTINGS), runs: ${RUNS} });
  const simulated = performance.now();
  const edges = nearestScoreEdges(input);
  if (!firm.ok || !edges.ok) throw new Error('refused');
  self.postMessage({ simulating: simulated - began, searching: performance.now() - simulated });
};
`;

/**
 * 10,000 simulations and the search for the nearest edges, in a worker of a page, while the page itself looks every few
 * milliseconds whether it was kept waiting.
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
