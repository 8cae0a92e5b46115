import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { findBrowser } from '../support/browser.mjs';
import { said, startNode, stop } from './processes.mjs';

const LOADS = 7;
/** Words that stand in ECharts' own code whatever the minifier does to the names around them. */
const ECHARTS = /\[ECharts\]|zrender/;

/** How much script the first screen waits for, and how soon it shows its largest piece. */
export async function benchWeb({ checkout, database, table }) {
  sizes(path.join(checkout, 'frontend', 'dist', 'browser'), table);
  const server = startNode([path.join(checkout, 'backend/dist/server.js')], {
    environment: { ...database, HOST: '127.0.0.1', PORT: '0' },
  });
  const [, address] = await said(server, /玉衡 Yuheng: (http:\S+)/);
  await paints(address, table);
  await stop(server);
}

/** The scripts index.html names and everything these import statically: what must be there before the first page. */
function sizes(folder, table) {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const text = new Map(scripts.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  const index = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const initial = new Set([...index.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, name]) => name));
  for (const name of initial) {
    for (const [, imported] of (text.get(name) ?? '').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
      initial.add(imported);
    }
  }
  const kilobytes = (names) =>
    [...names].reduce((sum, name) => sum + gzipSync(text.get(name), { level: 9 }).length, 0) / 1000;
  table.title('Scripts of the web pages, as gzip');
  const first = kilobytes(initial);
  table.add({ name: `first screen (${initial.size} files)`, rounds: [first], unit: 'kB', goal: 150 });
  const lazy = scripts.filter((name) => !initial.has(name));
  table.add({ name: `lazy parts (${lazy.length} files)`, rounds: [kilobytes(lazy)], unit: 'kB' });
  const withCharts = scripts.filter((name) => ECHARTS.test(text.get(name)));
  const early = withCharts.filter((name) => initial.has(name));
  table.note(
    early.length === 0 && withCharts.length > 0
      ? `ECharts is in lazy files only: ${withCharts.join(', ')}`
      : `goal missed: ECharts is in ${early.length > 0 ? early.join(', ') : 'no file at all'}`,
  );
}

async function paints(address, table) {
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  const browser = await chromium.launch(await findBrowser());
  try {
    table.title(`Largest contentful paint on loopback, Chromium ${browser.version()}, nothing cached`);
    const rounds = { '/sign-in': [], '/overview': [] };
    const asked = new Set();
    for (let load = 0; load < LOADS; load += 1) {
      rounds['/sign-in'].push(await paint(browser, { address, page: '/sign-in', asked }));
      rounds['/overview'].push(await paint(browser, { address, page: '/overview', account: 'leader' }));
    }
    for (const [page, figures] of Object.entries(rounds)) {
      const who = page === '/overview' ? ' (signed in)' : '';
      table.add({ name: `${page}${who}`, rounds: figures, unit: 's', goal: 1.5 });
    }
    table.note(`/sign-in asked for ${asked.size} scripts`);
  } finally {
    await browser.close();
  }
}

async function paint(browser, { address, page, account, asked }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    if (account) {
      const data = { username: account, password: 'Yuheng-demo-2025' };
      const answer = await context.request.post(`${address}/api/session`, { data });
      if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
    }
    const tab = await context.newPage();
    tab.on('request', (request) => request.resourceType() === 'script' && asked?.add(request.url()));
    await tab.addInitScript(() => {
      globalThis.largestPaint = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.largestPaint = entry.startTime;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    await tab.goto(`${address}${page}`, { waitUntil: 'networkidle' });
    // The last candidate counts; a chart that is drawn late would be one.
    await tab.waitForTimeout(1000);
    return (await tab.evaluate(() => globalThis.largestPaint)) / 1000;
  } finally {
    await context.close();
  }
}
