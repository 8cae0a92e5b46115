import { existsSync } from 'node:fs';
import path from 'node:path';
import { DEMONSTRATION_PASSWORD } from '@yuheng/backend/identity/sessions.service';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { launchOptions } from './launch-options';
import { startServer, type TestServer } from './server';

/** A page is drawn, read by axe and looked at in several widths while two cores are shared. */
jest.setTimeout(120_000);

/** The sizes that every page is made for: a phone, a desk, a wall. */
export const SIZES = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 800 },
  wall: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof SIZES;

export interface TabOptions {
  /** A demonstration account, signed in before the page opens; absent: signed out, in a context of its own. */
  readonly as?: string;
  readonly size?: Size;
  readonly language?: 'zh-CN' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly unit?: '元' | '万元';
  /** As who has never been here, and is offered the guide of a first visit. */
  readonly firstVisit?: true;
  /** For a picture: in the letters that come with the packages, and nothing blinks or moves. */
  readonly still?: true;
}

/** One tab of the browser, and what went wrong in it. */
export interface Tab {
  readonly page: Page;
  /**
   * Names what the test brings about on purpose by its beginning, such as `answered: 401 POST /api/session`. It must
   * really come, once for each call, or the test fails.
   */
  expect(complaint: string): void;
}

export interface Web {
  readonly server: TestServer;
  readonly browser: Browser;
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  open(place: string, options?: TabOptions): Promise<Tab>;
  /**
   * As `open`, in the tab that was opened so before and stays from test to test: the page is loaded anew, but without
   * the half second that a new tab takes. For tests that look at a page and leave no trace in it.
   */
  turn(place: string, options?: TabOptions): Promise<Tab>;
}

/** The folder that `npm test` builds; while a page is being written, E2E_WEB_FOLDER names another build of it. */
function webFolder(): string {
  const folder =
    process.env['E2E_WEB_FOLDER'] ?? path.join(__dirname, '..', '..', 'frontend', 'dist', 'browser');
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(
      `网页还没有编译：${folder} 中没有 index.html。请先运行 npm test -- --only build-frontend。\n` +
        `The web pages are not built: run npm test -- --only build-frontend first.`,
    );
  }
  return folder;
}

/**
 * The real application with its real pages in a real Chromium, for one spec file: one server, one browser, one context
 * an account. Fails the test in which a tab said an error or a warning, broke the content security policy, threw,
 * lost a request, asked another host, or was answered 400 and more, without having expected it.
 */
export function openWeb(variables: Readonly<Record<string, string>> = {}): Web {
  let server: TestServer;
  let browser: Browser;
  let address = '';
  const contexts = new Map<string, Promise<BrowserContext>>();
  const tabs: WatchedTab[] = [];
  const turned = new Map<string, WatchedTab>();

  beforeAll(async () => {
    server = await startServer({ webFolder: webFolder(), variables });
    await server.app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(server.app.getHttpServer().address() as { port: number }).port}`;
    browser = await chromium.launch(launchOptions());
  });

  afterEach(async () => {
    const open = tabs.splice(0);
    const complaints = [...open, ...turned.values()].flatMap((tab) => tab.complaints());
    for (const { page } of open) await page.close();
    expect(complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const contextOf = (as: string | undefined): Promise<BrowserContext> => {
    if (as === undefined) return browser.newContext(CONTEXT);
    const context = contexts.get(as) ?? signedInContext(browser, { address, cookie: server.cookieOf(as) });
    contexts.set(as, context);
    return context;
  };

  const openTab = async (place: string, options: TabOptions): Promise<WatchedTab> => {
    const page = await (await contextOf(options.as)).newPage();
    // What takes longer than this does not come any more.
    page.setDefaultTimeout(15_000);
    const tab = watch(page, address);
    tabs.push(tab);
    await page.setViewportSize(SIZES[options.size ?? 'desk']);
    await page.addInitScript(rememberChoices, choicesOf(options));
    if (!options.firstVisit) await page.addInitScript(beenHere);
    if (options.still) await page.addInitScript(standStill);
    await page.goto(address + place);
    await settled(page);
    return tab;
  };

  const turnTab = async (place: string, options: TabOptions): Promise<WatchedTab> => {
    // A tab that nobody is signed in to is a context of its own.
    if (options.as === undefined) return openTab(place, options);
    const key = JSON.stringify(options);
    const tab = turned.get(key);
    if (!tab) {
      const first = await openTab(place, options);
      tabs.splice(tabs.indexOf(first), 1);
      turned.set(key, first);
      return first;
    }
    await tab.page.setViewportSize(SIZES[options.size ?? 'desk']);
    // Tabs of one account share their choices: another one may have chosen since.
    await tab.page.evaluate(choose, choicesOf(options));
    await tab.page.goto(address + place);
    await settled(tab.page);
    return tab;
  };

  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    get address() {
      return address;
    },
    open: (place, options = {}) => openTab(place, options),
    turn: (place, options = {}) => turnTab(place, options),
  };
}

const CONTEXT: BrowserContextOptions = { reducedMotion: 'reduce', locale: 'zh-CN', acceptDownloads: true };

async function signedInContext(
  browser: Browser,
  { address, cookie }: { address: string; cookie: Promise<string> },
): Promise<BrowserContext> {
  const context = await browser.newContext(CONTEXT);
  const [name = '', value = ''] = (await cookie).split('=');
  await context.addCookies([{ name, value, url: address }]);
  return context;
}

const choicesOf = ({
  language = 'zh-CN',
  theme = 'light',
  unit = '万元',
}: TabOptions): Record<string, string> => ({
  language,
  theme,
  unit,
});

function choose(choices: Record<string, string>): void {
  for (const [key, value] of Object.entries(choices)) localStorage.setItem(`yuheng.${key}`, value);
}

/** As if the reader had chosen so before: only for the first page of a tab, so that what a test chooses stays. */
function rememberChoices(choices: Record<string, string>): void {
  if (sessionStorage.getItem('chosen')) return;
  sessionStorage.setItem('chosen', 'yes');
  for (const [key, value] of Object.entries(choices)) localStorage.setItem(`yuheng.${key}`, value);
}

/** As if every account had been here before, also those that a test makes: the guide of a first visit lies over nothing. */
function beenHere(): void {
  const read = Storage.prototype.getItem;
  Storage.prototype.getItem = function (key) {
    return key.startsWith('yuheng.visited.') ? 'yes' : read.call(this, key);
  };
}

/** Each machine has other fonts: whatever font a page or a chart asks for, it gets the one of the packages. */
function standStill(): void {
  const families = ['PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', 'Noto Sans CJK SC'];
  const faces = families.map((name) => `@font-face { font-family: '${name}'; src: local('Noto Sans SC'); }`);
  const style = document.createElement('style');
  style.textContent = `${faces.join('\n')}
    *, *::before, *::after { caret-color: transparent !important; animation: none !important; transition: none !important; }
    ::highlight(term) { text-decoration: none; }`;
  const add = () => document.documentElement?.append(style);
  if (document.documentElement) add();
  else document.addEventListener('readystatechange', add, { once: true });
}

interface WatchedTab extends Tab {
  /** What went wrong, or did not come, since the last time that it was asked. */
  complaints(): string[];
}

function watch(page: Page, address: string): WatchedTab {
  const complaints: string[] = [];
  const expected: string[] = [];
  page.on('console', (message) => {
    // What the browser says of an answer is told by the answer itself, with its address.
    if (message.text().startsWith('Failed to load resource')) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`) && !/^(data|blob):/.test(request.url())) {
      complaints.push(`asked another host: ${request.url()}`);
    }
  });
  page.on('requestfailed', (request) => {
    // A page that is left gives up what it had asked for.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`lost: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() < 400) return;
    const { pathname } = new URL(response.url());
    complaints.push(`answered: ${response.status()} ${response.request().method()} ${pathname}`);
  });
  return {
    page,
    expect: (complaint) => void expected.push(complaint),
    complaints: () => {
      // The longest first: `/api/account` is also how `/api/account/tokens` begins, and answers come in any order.
      const longestFirst = expected.splice(0).sort((one, other) => other.length - one.length);
      const missing = longestFirst.filter((beginning) => {
        const index = complaints.findIndex((complaint) => complaint.startsWith(beginning));
        return index < 0 || complaints.splice(index, 1).length === 0;
      });
      return [...complaints.splice(0), ...missing.map((beginning) => `did not come: ${beginning}`)];
    },
  };
}

/** Waits until nothing is being read any more, every chart is drawn and the letters are there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => {
    const charts = document.querySelectorAll('yh-chart-panel .stage').length;
    const drawn = document.querySelectorAll(
      'yh-chart-panel .stage canvas, yh-chart-panel .stage svg.scene',
    ).length;
    return !document.querySelector('.skeleton') && charts === drawn && document.fonts.status === 'loaded';
  });
}

/** Signs in as a person does, by the form that is open. */
export async function signInByForm(
  page: Page,
  username: string,
  password = DEMONSTRATION_PASSWORD,
): Promise<void> {
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.locator('#submit').click();
}
