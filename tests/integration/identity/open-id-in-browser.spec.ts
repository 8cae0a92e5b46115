import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { launchOptions } from '../../support/launch-options';
import { startServer, type TestServer } from '../../support/server';
import { runProvider, type RunningProvider } from './openid-provider';
import { makePerson } from './own-people';

/** A page as ours are: the same for everybody, and its script then asks the API who is signed in. */
const PAGE =
  '<!doctype html><title>x</title><a href="/api/session/openid?return=/funds">in</a><script src="/ask.js"></script>';
const SCRIPT = `fetch('/api/session').then((answer) => answer.json()).then(({ account }) => {
  document.documentElement.dataset.account = account ? account.username : 'nobody';
});`;

/**
 * What only a browser decides: whether a SameSite=Strict cookie that is set at the end of redirects from another site is
 * kept, and sent with what the page asks. `localhost` and `127.0.0.1` are two sites to it.
 */
describe('sign-in by OpenID Connect in a browser, from a provider on another site', () => {
  let provider: RunningProvider;
  let server: TestServer;
  let browser: Browser;
  let webFolder: string;
  let address: string;

  beforeAll(async () => {
    webFolder = await mkdtemp(path.join(tmpdir(), 'yuheng-openid-'));
    await writeFile(path.join(webFolder, 'index.html'), PAGE);
    await writeFile(path.join(webFolder, 'ask.js'), SCRIPT);
    provider = await runProvider(0, 'localhost');
    server = await startServer({
      webFolder,
      variables: {
        YUHENG_OPENID_ISSUER: provider.issuer,
        YUHENG_OPENID_CLIENT_ID: 'yuheng',
        YUHENG_OPENID_CLIENT_SECRET: 'a-secret-of-the-test',
      },
    });
    await server.app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(server.app.getHttpServer().address() as { port: number }).port}`;
    browser = await chromium.launch(launchOptions());
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await provider?.stop();
    await rm(webFolder, { recursive: true, force: true });
  });

  it('the page that was asked for knows who has signed in', async () => {
    const { username } = await makePerson(server, { openIdSubject: 'in-a-browser' });
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${address}/sign-in`);
    await page.locator('html[data-account="nobody"]').waitFor();
    await page.click('a');
    await page.fill('input[name="login"]', 'in-a-browser');
    await page.fill('input[name="password"]', 'any');
    await page.click('button[type="submit"]');
    // The provider asks whether it may tell us who it is.
    await page.click('button[type="submit"]');
    await page.waitForURL(`${address}/funds`);
    await page.locator(`html[data-account="${username}"]`).waitFor();
    const cookies = await context.cookies(address);
    expect(cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([
      ['yuheng_session', true, 'Strict'],
    ]);
    await context.close();
  });
});
