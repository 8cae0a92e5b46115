import type { Page } from 'playwright-core';
import { enrol, codeOf, makePerson, PASSWORD } from '../integration/identity/own-people';
import { openWeb, signInByForm, type Tab } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { accessibilityFaults } from './page-checks';

const FUNDS = '/funds?program=assistants&year=2025';
const SIGN_IN = `/sign-in?return=${encodeURIComponent(FUNDS)}`;

describe('a session that ends while a page is open', () => {
  const web = openWeb();
  const placeOf = (page: Page): string => page.url().slice(web.address.length);
  const endSessions = () => web.server.sql(`update session set expires_at = now() - interval '1 second'`);
  const dialog = (page: Page) => page.locator('dialog[open]');

  async function openFunds(username: string, password?: string): Promise<Tab> {
    const tab = await web.open(SIGN_IN);
    await signInByForm(tab.page, username, password);
    await tab.page.locator('yh-funds-table').waitFor();
    return tab;
  }

  it('is opened again in place, and what was asked for comes', async () => {
    const tab = await openFunds('finance');
    const { page } = tab;
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    await endSessions();
    tab.expect('answered: 401 GET /api/funds');
    tab.expect('answered: 401 GET /api/duties/count');
    await page.getByLabel('年度').selectOption('2026');
    await dialog(page).getByText('请输入账户“finance”的密码').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    tab.expect('answered: 401 POST /api/session');
    await page.locator('#again-password').fill('not it');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('alert').getByText('用户名或密码不正确').waitFor();
    await page.locator('#again-password').fill('Yuheng-demo-2025');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByText('2026 年').first().waitFor();
    expect(placeOf(page)).toBe('/funds?program=assistants&year=2026');
    await comesTrue(async () => expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true));
  });

  it('loses nothing that was typed, and sends it when the person has signed in', async () => {
    const tab = await web.open('/sign-in?return=/account');
    const { page } = tab;
    const person = await makePerson(web.server);
    await signInByForm(page, person.username, PASSWORD);
    await page.getByRole('button', { name: '登记或更换' }).click();
    await page.getByRole('button', { name: '建立令牌' }).click();
    await page.locator('#token-name').fill('指挥中心大屏');
    await page.locator('#phone').fill('13812345678');
    await endSessions();
    tab.expect('answered: 401 PUT /api/account/phone');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('#again-password').fill(PASSWORD);
    await page.getByRole('button', { name: '登录并继续' }).click();
    await page.getByText('已登记：138****5678').waitFor();
    await comesTrue(async () => expect(await page.locator('#token-name').inputValue()).toBe('指挥中心大屏'));
  });

  it('asks once, however many calls find it over', async () => {
    const tab = await openFunds('inspector');
    const { page } = tab;
    await endSessions();
    // The page of the account reads three things at once, and beside its name stand the duties that are open.
    for (const address of [
      '/api/duties/count',
      '/api/account',
      '/api/account/sessions',
      '/api/account/tokens',
      '/api/audit/seals',
    ]) {
      tab.expect(`answered: 401 GET ${address}`);
    }
    await page.getByRole('link', { name: /我的账户/ }).click();
    await dialog(page).waitFor();
    await page.locator('#again-password').fill('Yuheng-demo-2025');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '登录中的设备' }).waitFor();
    await page.getByText('本机').waitFor();
    expect(await dialog(page).count()).toBe(0);
  });

  it('asks for the second factor as well, on the same page', async () => {
    const person = await makePerson(web.server);
    const tab = await openFunds(person.username, PASSWORD);
    const { page } = tab;
    const { secret } = await enrol(web.server, person);
    await endSessions();
    tab.expect('answered: 401 GET /api/funds');
    tab.expect('answered: 401 POST /api/session');
    await page.getByLabel('年度').selectOption('2026');
    await page.locator('#again-password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await dialog(page).getByText('密码正确，还需输入验证码').waitFor();
    await page.locator('#again-code').fill(codeOf(secret));
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    expect(placeOf(page)).toBe('/funds?program=assistants&year=2026');
  });

  it('keeps the keyboard inside what is asked, begins in its field, and does not close by Escape', async () => {
    const tab = await openFunds('leader');
    const { page } = tab;
    await endSessions();
    tab.expect('answered: 401 GET /api/funds');
    await page.getByLabel('年度').selectOption('2026');
    await dialog(page).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'again-password');
    for (const _ of [1, 2, 3]) await page.keyboard.press('Escape');
    expect(await dialog(page).count()).toBe(1);
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      );
      expect(inside).toBe(true);
    }
  });

  it('leads another person to the sign-in page, and from there back to the very same address', async () => {
    const tab = await openFunds('leader');
    const { page } = tab;
    await endSessions();
    tab.expect('answered: 401 GET /api/funds');
    await page.getByLabel('年度').selectOption('2026');
    await page.getByRole('button', { name: '换用其他账户' }).click();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    expect(placeOf(page)).toBe(
      `/sign-in?return=${encodeURIComponent('/funds?program=assistants&year=2026')}`,
    );
    await signInByForm(page, 'finance');
    await page.locator('yh-funds-table').waitFor();
    expect(placeOf(page)).toBe('/funds?program=assistants&year=2026');
  });

  it('is said on the next page that is opened, without a figure in between', async () => {
    const { page } = await web.open('/overview?program=assistants&year=2025');
    await signInByForm(page, 'leader');
    await page.locator('.headline').waitFor();
    await endSessions();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    expect(await page.locator('.headline').count()).toBe(0);
  });
});

describe('the end of a session', () => {
  const web = openWeb();
  const dialog = (page: Page) => page.locator('dialog[open]');

  async function openAt(username: string): Promise<Page> {
    const { page } = await web.open(SIGN_IN);
    await page.clock.install();
    await signInByForm(page, username);
    await page.locator('yh-funds-table').waitFor();
    return page;
  }

  it('is announced five minutes before, and one act keeps it alive', async () => {
    const page = await openAt('leader');
    await page.clock.fastForward('53:00');
    expect(await dialog(page).count()).toBe(0);
    await page.clock.fastForward('01:30');
    await dialog(page).getByText('登录即将超时').waitFor();
    await dialog(page)
      .getByText(/系统将在 4 分( \d+ 秒|钟)后要求重新验证/)
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const asked = page.waitForResponse((response) => response.url().endsWith('/api/account'));
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === '继续使用');
    await page.keyboard.press('Enter');
    expect((await asked).status()).toBe(200);
    await dialog(page).waitFor({ state: 'detached' });
    await page.clock.fastForward('53:00');
    expect(await dialog(page).count()).toBe(0);
  });

  it('covers the page when it has come, and asks for the password', async () => {
    const page = await openAt('leader');
    await page.clock.fastForward('01:00:00');
    await dialog(page).getByText('请重新登录').waitFor();
    await page.locator('#again-password').fill('Yuheng-demo-2025');
    await page.getByRole('button', { name: '登录并继续' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.locator('yh-funds-table').waitFor();
  });

  it('by its longest time is said once, and can be met at once', async () => {
    const person = await makePerson(web.server);
    const { page } = await web.open(SIGN_IN);
    await signInByForm(page, person.username, PASSWORD);
    await page.locator('yh-funds-table').waitFor();
    await page.clock.install();
    await web.server.sql(
      `update session set expires_at = now() + interval '4 minutes' where account_id = $1`,
      [person.accountId],
    );
    await page.getByRole('link', { name: /我的账户/ }).click();
    await dialog(page).getByText('本次登录即将到期').waitFor();
    await page.getByRole('button', { name: '稍后再说' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '资金', exact: true }).click();
    await page.locator('yh-funds-table').waitFor();
    expect(await dialog(page).count()).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: '现在重新验证' }).click();
    await page.locator('#again-password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    const [{ lasts } = { lasts: 0 }] = await web.server.sql<{ lasts: number }>(
      `select extract(epoch from max(expires_at) - now())::int as lasts from session where account_id = $1`,
      [person.accountId],
    );
    expect(lasts).toBeGreaterThan(11 * 3600);
  });

  it('can be brought about from the warning', async () => {
    const page = await openAt('leader');
    await page.clock.fastForward('55:00');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
  });
});

describe('two tabs of one browser', () => {
  const web = openWeb();

  async function twoTabs(username: string): Promise<{ tab: Tab; page: Page; other: Page }> {
    const tab = await web.open(SIGN_IN);
    const { page } = tab;
    await signInByForm(page, username);
    await page.locator('yh-funds-table').waitFor();
    const other = await page.context().newPage();
    await other.goto(web.address + FUNDS);
    await other.locator('yh-funds-table').waitFor();
    return { tab, page, other };
  }

  it('both show nothing any more when the person signs out in one', async () => {
    const { page, other } = await twoTabs('leader');
    await page.getByRole('button', { name: '退出', exact: true }).click();
    await other.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    expect(await other.locator('yh-funds-table').count()).toBe(0);
  });

  it('do not show one person’s page under another person’s session', async () => {
    const { page, other } = await twoTabs('leader');
    await page.context().clearCookies();
    await page.goto(`${web.address}/sign-in`);
    await signInByForm(page, 'county-hongta');
    await page.locator('.headline').waitFor();
    await other
      .getByRole('link', { name: /我的账户/ })
      .getByText('县（市、区）司法局经办')
      .waitFor();
    await comesTrue(async () => expect(await other.locator('yh-county-rows tbody tr').count()).toBe(1));
  });

  it('both go on when the person signs in again in one', async () => {
    const { tab, page, other } = await twoTabs('inspector');
    await web.server.sql(`update session set expires_at = now() - interval '1 second'`);
    tab.expect('answered: 401 GET /api/funds');
    tab.expect('answered: 401 GET /api/duties/count');
    for (const one of [page, other]) await one.getByLabel('年度').selectOption('2026');
    for (const one of [page, other]) await one.locator('dialog[open]').waitFor();
    await page.locator('#again-password').fill('Yuheng-demo-2025');
    await page.keyboard.press('Enter');
    for (const one of [page, other]) await one.locator('dialog[open]').waitFor({ state: 'detached' });
    for (const one of [page, other]) await one.getByText('2026 年').first().waitFor();
  });
});
