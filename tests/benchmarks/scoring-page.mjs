import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from '../support/browser.mjs';
import { quantile } from './figures.mjs';
import { said, startNode, stop } from './processes.mjs';

const OPENINGS = 7;
const ROUNDS = 5;
const COUNTIES = 9;
const AS = 'evaluator-3';
const FIRST_BOX = '[id="box-hongta/implementationBenefit"]';

/** What an evaluator waits for in the browser: the workspace after the click on it, and the next box after Enter. */
export async function benchScoringPage({ checkout, database, table }) {
  const server = startNode([path.join(checkout, 'backend/dist/server.js')], {
    environment: { ...database, HOST: '127.0.0.1', PORT: '0', YUHENG_TODAY: '2026-03-20' },
  });
  const [, address] = await said(server, /玉衡 Yuheng: (http:\S+)/);
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  const browser = await chromium.launch(await findBrowser());
  try {
    table.title(`The workspace of nine counties in Chromium ${browser.version()}, at 1280 × 800`);
    const first = [];
    for (let number = 0; number < OPENINGS; number += 1) first.push(await opened(browser, address));
    table.add({
      name: 'opened after the click, nothing of it loaded yet',
      rounds: first,
      unit: 'ms',
      goal: 300,
    });
    const { again, moves } = await worked(browser, address);
    table.add({ name: 'opened after the click, once more', rounds: again, unit: 'ms', goal: 300 });
    const p = (share) => moves.map((times) => quantile(times, share));
    table.add({ name: 'the next box after Enter, with saving, p50', rounds: p(0.5), unit: 'ms' });
    table.add({ name: 'the next box after Enter, with saving, p95', rounds: p(0.95), unit: 'ms', goal: 50 });
  } finally {
    await browser.close();
    await stop(server);
  }
}

/** The page of the round that is being scored, signed in. */
async function roundPage(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const data = { username: AS, password: 'Yuheng-demo-2025' };
  const answer = await context.request.post(`${address}/api/session`, { data });
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
  const { rounds } = await (await context.request.get(`${address}/api/evaluations`)).json();
  const { id } = rounds.find(({ kind, year }) => kind === 'financeEvaluation' && year === 2025);
  const page = await context.newPage();
  await page.goto(`${address}/evaluations/${id}`, { waitUntil: 'networkidle' });
  return page;
}

async function opened(browser, address) {
  const page = await roundPage(browser, address);
  const ms = await page.evaluate(openWorkspace, FIRST_BOX);
  await page.context().close();
  return ms;
}

async function worked(browser, address) {
  const page = await roundPage(browser, address);
  const again = [];
  for (let number = -1; number < OPENINGS; number += 1) {
    const ms = await page.evaluate(openWorkspace, FIRST_BOX);
    if (number >= 0) again.push(ms);
    if (number < OPENINGS - 1) {
      await page.goBack();
      await page.locator('a[href*="/score"]').first().waitFor();
    }
  }
  await page.evaluate(watchMoves);
  const moves = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    await page.locator(FIRST_BOX).focus();
    await page.evaluate(() => void (globalThis.moves = []));
    // Enter in the last box leads to another table: that is no move to the next box.
    for (let county = 0; county < COUNTIES - 1; county += 1) {
      await page.keyboard.type(String((round + 2) % 5));
      await page.keyboard.press('Enter');
      // Nobody types faster than ten keys a second for long.
      await page.waitForTimeout(100);
    }
    if (round >= 0) moves.push(await page.evaluate(() => globalThis.moves));
  }
  await page.context().close();
  return { again, moves };
}

/** Runs in the page: from the click until the first box is painted; in ms. */
async function openWorkspace(box) {
  const painted = () => new Promise((resolve) => globalThis.requestAnimationFrame(() => setTimeout(resolve)));
  const began = performance.now();
  document.querySelector('a[href*="/score"]').click();
  while (!document.querySelector(box)) await painted();
  await painted();
  return performance.now() - began;
}

/** Runs in the page: notes from each Enter until the focus has moved and what shows it is painted; in ms. */
function watchMoves() {
  let pressed = null;
  globalThis.moves = [];
  globalThis.addEventListener(
    'keydown',
    ({ key }) => (pressed = key === 'Enter' ? performance.now() : null),
    true,
  );
  globalThis.addEventListener('focusin', () => {
    if (pressed === null) return;
    const from = pressed;
    pressed = null;
    globalThis.requestAnimationFrame(() => setTimeout(() => globalThis.moves.push(performance.now() - from)));
  });
}
