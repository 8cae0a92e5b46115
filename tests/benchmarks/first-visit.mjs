import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from '../support/browser.mjs';
import { said, startNode, stop } from './processes.mjs';

const PLACE = '/overview?program=assistants&year=2025';
const VISITS = 7;
const SLOW_VISITS = 3;
const PICKS = 9;
/** A weak office line: 1.6 Mbit/s in bytes a second, no delay added. */
const SLOW_LINE = 1_600_000 / 8;
const PICK = 'yh-county-rows tbody th .pick';

/**
 * A leader's first visit to the overview with nothing cached, at the machine's own speed and on a weak computer behind
 * a weak line; then how soon the page answers to the hand.
 */
export async function benchFirstVisit({ checkout, database, table }) {
  const server = startNode([path.join(checkout, 'backend/dist/server.js')], {
    environment: { ...database, HOST: '127.0.0.1', PORT: '0', YUHENG_TODAY: '2026-03-20' },
  });
  const [, address] = await said(server, /玉衡 Yuheng: (http:\S+)/);
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  const browser = await chromium.launch(await findBrowser());
  try {
    table.title(`A leader’s first visit to the overview, Chromium ${browser.version()}, nothing cached`);
    const quick = await visits({ browser, address, count: VISITS });
    addVisits({ table, seen: quick, how: '', goal: 1 });
    const slow = await visits({ browser, address, count: SLOW_VISITS, isSlow: true });
    addVisits({ table, seen: slow, how: ', a quarter of the speed, 1.6 Mbit/s', goal: 2.5 });
    table.title('The overview under the hand');
    await addHand({ browser, address, table });
  } finally {
    await browser.close();
    await stop(server);
  }
}

async function visits({ browser, address, count, isSlow = false }) {
  const seen = [];
  for (let visit = 0; visit < count; visit += 1) {
    const { tab, session } = await openTab(browser, address);
    if (isSlow) await slowDown(session);
    seen.push(await visited(tab, session, address));
    await tab.context().close();
  }
  return seen;
}

function addVisits({ table, seen, how, goal }) {
  const of = (what) => seen.map((one) => one[what]);
  table.add({ name: `largest contentful paint${how}`, rounds: of('largest'), unit: 's', goal });
  table.add({ name: `the headline sentence stands there${how}`, rounds: of('headline'), unit: 's' });
  table.add({ name: `layout shifts, summed${how}`, rounds: of('shift'), unit: '', goal: 0.02 });
  table.add({ name: `transferred in all${how}`, rounds: of('kilobytes'), unit: 'kB', goal: 550 });
  const [{ element, asked }] = seen;
  table.note(
    seen.every((one) => one.isHeadline)
      ? 'the largest piece is the headline sentence'
      : `goal missed: the largest piece is not the headline sentence but ${element}`,
  );
  table.note(`asked of the server: ${asked.join(', ')}`);
}

/** A tab of the leader in a browser that has seen nothing yet. */
async function openTab(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const data = { username: 'leader', password: 'Yuheng-demo-2025' };
  const answer = await context.request.post(`${address}/api/session`, { data });
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Network.enable');
  await tab.addInitScript(watchPaints);
  return { tab, session };
}

async function slowDown(session) {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: SLOW_LINE,
    uploadThroughput: SLOW_LINE,
  });
}

async function visited(tab, session, address) {
  let bytes = 0;
  const asked = [];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  tab.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  await tab.goto(address + PLACE, { waitUntil: 'networkidle' });
  // The last candidate counts; a chart that is drawn late would be one.
  await tab.waitForTimeout(1000);
  const seen = await tab.evaluate(() => globalThis.seen);
  return { ...seen, kilobytes: bytes / 1000, asked };
}

async function addHand({ browser, address, table }) {
  const { tab } = await openTab(browser, address);
  await tab.goto(address + PLACE, { waitUntil: 'networkidle' });
  const picks = [];
  for (let pick = 0; pick < PICKS; pick += 1) {
    picks.push(await tab.evaluate(pickCounty, { row: pick, selector: PICK }));
    await tab.keyboard.press('Escape');
    await tab.waitForTimeout(150);
  }
  table.add({
    name: 'a county picked, until the page of it is painted',
    rounds: picks,
    unit: 'ms',
    goal: 50,
  });
  const rounds = [];
  for (let round = 0; round < 3; round += 1) rounds.push(await worked(tab));
  table.add({ name: 'the slowest answer to a hand at work (INP)', rounds, unit: 'ms', goal: 100 });
  await tab.context().close();
}

/** Picks, the map and back, a menu, another year and back. @returns the longest interaction in ms */
async function worked(tab) {
  await tab.evaluate(() => void (globalThis.seen.slowest = 0));
  const press = async (target) => {
    await target.click();
    await tab.waitForTimeout(200);
  };
  for (let row = 0; row < 3; row += 1) {
    await press(tab.locator(PICK).nth(row));
    await tab.keyboard.press('Escape');
    await tab.waitForTimeout(200);
  }
  const ways = tab.locator('.ways button');
  await press(ways.nth(1));
  await press(ways.nth(0));
  await press(tab.locator('yh-county-picker > button'));
  await tab.keyboard.press('Escape');
  for (const year of ['2024', '2025']) {
    await tab.locator('.choices select').nth(1).selectOption(year);
    await tab.locator('.headline').waitFor();
    await tab.waitForTimeout(400);
  }
  return tab.evaluate(() => globalThis.seen.slowest);
}

/** Runs in the page: from the click until the sentence is the county's and painted, with whatever was drawn by then. */
async function pickCounty({ row, selector }) {
  const painted = () => new Promise((resolve) => globalThis.requestAnimationFrame(() => setTimeout(resolve)));
  const sentence = () => document.querySelector('.headline').textContent;
  const before = sentence();
  const began = performance.now();
  document.querySelectorAll(selector)[row].click();
  while (sentence() === before) await new Promise((resolve) => setTimeout(resolve));
  await painted();
  return performance.now() - began;
}

/** Runs in the page before its scripts: keeps what the browser says about paints, shifts and slow answers. */
function watchPaints() {
  const seen = { largest: 0, headline: 0, isHeadline: false, element: '', shift: 0, slowest: 0 };
  globalThis.seen = seen;
  const watch = (type, note, more = {}) =>
    new globalThis.PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      ...more,
    });
  watch('largest-contentful-paint', ({ startTime, element }) => {
    seen.largest = startTime / 1000;
    seen.isHeadline = Boolean(element?.closest('.headline'));
    seen.element = `${element?.tagName} ${element?.className}: ${element?.textContent.trim().slice(0, 40)}`;
  });
  watch('layout-shift', ({ value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
  watch(
    'event',
    ({ duration, interactionId }) => interactionId && (seen.slowest = Math.max(seen.slowest, duration)),
    { durationThreshold: 16 },
  );
  new globalThis.MutationObserver(() => {
    if (seen.headline === 0 && document.querySelector('.headline')) seen.headline = performance.now() / 1000;
  }).observe(document, { subtree: true, childList: true });
}
