import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from '../support/browser.mjs';
import { median, quantile } from './figures.mjs';
import { said, startNode, stop } from './processes.mjs';

const PLACE = '/allocations?program=assistants&year=2026';
const ROUNDS = 5;
const PRESETS = ['绩效10%', '绩效20%', '绩效30%'];
const FIELD = '#setting-performance-from-coefficient';
/** A base a round, to which two digits are typed: no two moves are to the same coefficient. */
const BASES = ['0.5', '0.6', '0.7', '0.8', '0.9'];
/** Until the next move: longer than the page rests before it writes the address and begins to simulate. */
const PAUSE_MS = 400;
/** What changes so long after a move belongs to it; what comes of the rest that begins then does not. */
const WINDOW_MS = 150;

/**
 * What an officer waits for at a control of 资金分配测算 in the browser: from the event of the control until the figures
 * it leads to are painted, at the machine's speed and at a quarter of it; and until it says how sure the split is.
 */
export async function benchAllocationPage({ checkout, database, table }) {
  const server = startNode([path.join(checkout, 'backend/dist/server.js')], {
    environment: { ...database, HOST: '127.0.0.1', PORT: '0', YUHENG_TODAY: '2026-03-20' },
  });
  const [, address] = await said(server, /玉衡 Yuheng: (http:\S+)/);
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  const browser = await chromium.launch(await findBrowser());
  try {
    table.title(`Next year's split of nine counties in Chromium ${browser.version()}, at 1280 × 800`);
    const page = await openPage(browser, address);
    const full = await addMoves({ page, table, speed: '', goal: 50 });
    const sure = [];
    for (let round = 0; round < ROUNDS; round += 1) sure.push(await untilSure(page, `0.40${round}1`));
    table.add({ name: 'from a digit until it says how sure the split is', rounds: sure, unit: 'ms' });
    await throttle(page, 4);
    const slow = await addMoves({ page, table, speed: ', at a quarter of the speed', goal: 100 });
    table.add({
      name: 'a quarter of the speed ÷ full speed, the digits’ p50, round by round',
      rounds: slow.map((times, round) => median(times) / median(full[round])),
      unit: '×',
    });
  } finally {
    await browser.close();
    await stop(server);
  }
}

/** The page signed in, with its first simulation behind it. */
async function openPage(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const data = { username: 'officer-1', password: 'Yuheng-demo-2025' };
  const answer = await context.request.post(`${address}/api/session`, { data });
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
  const page = await context.newPage();
  await page.goto(address + PLACE, { waitUntil: 'networkidle' });
  await page.locator('yh-how-sure').waitFor();
  await page.evaluate(watchMoves, WINDOW_MS);
  return page;
}

async function throttle(page, rate) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

async function addMoves({ page, table, speed, goal }) {
  const presets = await rounds(page, pressPresets);
  const digits = await rounds(page, typeDigits);
  for (const [what, times] of [
    ['a preset button', presets],
    ['a digit of a coefficient', digits],
  ]) {
    const name = `from ${what} to its figures on the screen${speed}`;
    const of = (share) => times.map((round) => quantile(round, share));
    table.add({ name: `${name}, p50`, rounds: of(0.5), unit: 'ms' });
    table.add({ name: `${name}, p95`, rounds: of(0.95), unit: 'ms', goal });
  }
  return digits;
}

/** @returns the times of the moves of each round, in ms; the round before them warms up */
async function rounds(page, moveThrough) {
  const times = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    await page.evaluate(() => void (globalThis.moves = []));
    const count = await moveThrough(page, (round + ROUNDS) % ROUNDS);
    // The last move of a slow page is noted late.
    await page.waitForTimeout(2 * PAUSE_MS);
    const moves = await page.evaluate(() => globalThis.moves);
    if (moves.length !== count) throw new Error(`Of ${count} moves ${moves.length} changed the page.`);
    if (round >= 0) times.push(moves);
  }
  return times;
}

/** The buttons in turn, three times. */
async function pressPresets(page) {
  for (let press = 0; press < 3 * PRESETS.length; press += 1) {
    await page.getByRole('button', { name: PRESETS[press % PRESETS.length] }).click();
    await page.waitForTimeout(PAUSE_MS);
  }
  return 3 * PRESETS.length;
}

/** Digits at the end of the coefficient at 60 points. */
async function typeDigits(page, round) {
  const field = page.locator(FIELD);
  for (let digit = 1; digit <= 9; digit += 2) {
    await page.evaluate(() => void (globalThis.isWatching = false));
    await field.fill(BASES[round]);
    await page.waitForTimeout(PAUSE_MS);
    await page.evaluate(() => void (globalThis.isWatching = true));
    for (let place = 0; place < 2; place += 1) {
      await page.keyboard.type(String(digit));
      await page.waitForTimeout(PAUSE_MS);
    }
  }
  return 2 * 5;
}

/** To settings that were never asked for: rest, simulation of 10,000 runs in the worker, painting. In ms. */
async function untilSure(page, coefficient) {
  await page.evaluate(() => void (globalThis.isWatching = false));
  const [head, last] = [coefficient.slice(0, -1), coefficient.slice(-1)];
  await page.locator(FIELD).fill(head);
  await page.waitForTimeout(3 * PAUSE_MS);
  // Watched before the digit comes: nothing keeps two messages to the browser in their order.
  await page.evaluate(watchCertainty);
  await page.keyboard.type(last);
  const ms = await page.evaluate(() => globalThis.certainty);
  await page.evaluate(() => void (globalThis.isWatching = true));
  return ms;
}

/**
 * Runs in the page: notes for each event of a control how long it took from the event until what changed with it was
 * painted. The last change within the window counts, because a split that is known by then says more than the first.
 */
function watchMoves(windowMs) {
  globalThis.moves = [];
  globalThis.isWatching = true;
  let began = null;
  let painted = null;
  const end = () => {
    if (began !== null && painted !== null) globalThis.moves.push(painted - began);
    began = painted = null;
  };
  const begin = ({ timeStamp }) => {
    end();
    if (!globalThis.isWatching) return;
    began = timeStamp;
    setTimeout(() => began === timeStamp && painted !== null && end(), 2 * windowMs);
  };
  globalThis.addEventListener('input', begin, true);
  globalThis.addEventListener('click', begin, true);
  new globalThis.MutationObserver(() => {
    const from = began;
    // A first change that comes late is late, and counts as such.
    if (from === null || (painted !== null && performance.now() - from > windowMs)) return;
    globalThis.requestAnimationFrame(() =>
      setTimeout(() => {
        if (began !== from) return;
        painted = performance.now();
        if (painted - from > 2 * windowMs) end();
      }),
    );
  }).observe(document.querySelector('yh-allocations'), {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}

/** Runs in the page: promises how long it takes from the next input until the certainty stands there again, in ms. */
function watchCertainty() {
  globalThis.certainty = new Promise((resolve) => {
    let began = null;
    let isGone = false;
    globalThis.addEventListener('input', ({ timeStamp }) => (began ??= timeStamp), {
      capture: true,
      once: true,
    });
    const observer = new globalThis.MutationObserver(() => {
      if (began === null) return;
      const isThere = document.querySelector('yh-how-sure tbody tr') !== null;
      isGone ||= !isThere;
      if (!isGone || !isThere) return;
      observer.disconnect();
      globalThis.requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
    });
    observer.observe(document.querySelector('yh-allocations'), { subtree: true, childList: true });
  });
}
