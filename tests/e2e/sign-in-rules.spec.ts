import type { Page } from 'playwright-core';
import {
  browserOf,
  codeOf,
  enrol,
  forgetSteps,
  makePerson,
  PASSWORD,
  waitForLock,
  wrongCodeOf,
} from '../integration/identity/own-people';
import { openWeb, settled, signInByForm } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { accessibilityFaults } from './page-checks';

const FUNDS = '/funds?program=assistants&year=2025';
const NEW_PASSWORD = 'Rainbow-over-8-hills';

describe('the rules of signing in, as a person meets them', () => {
  const web = openWeb();
  const placeOf = (page: Page): string => page.url().slice(web.address.length);
  const signInPage = (wanted: string) => `/sign-in?return=${encodeURIComponent(wanted)}`;
  const submit = (page: Page) => page.locator('form button[type=submit]').click();
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

  it('a second factor is asked for on the same page, a wrong code is said, a right one leads on', async () => {
    const person = await makePerson(web.server);
    const { secret } = await enrol(web.server, person);
    const tab = await web.open(signInPage(FUNDS));
    const { page } = tab;
    tab.expect('answered: 401 POST /api/session');
    await signInByForm(page, person.username, PASSWORD);
    await page.getByText(`账户“${person.username}”启用了第二重验证`).waitFor();
    await comesTrue(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe('code'));
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    tab.expect('answered: 401 POST /api/session');
    await page.locator('#code').fill(wrongCodeOf(secret));
    await submit(page);
    await page.getByRole('alert').getByText('需要第二重验证').waitFor();
    await page.locator('#code').fill(codeOf(secret));
    await submit(page);
    await page.locator('yh-funds-table').waitFor();
    expect(placeOf(page)).toBe(FUNDS);
  });

  it('a recovery code signs in instead, and only once', async () => {
    const person = await makePerson(web.server);
    const { recoveryCodes } = await enrol(web.server, person);
    for (const worksStill of [true, false]) {
      const tab = await web.open(signInPage(FUNDS));
      tab.expect('answered: 401 POST /api/session');
      await signInByForm(tab.page, person.username, PASSWORD);
      await tab.page.getByRole('button', { name: '改用恢复码' }).click();
      if (!worksStill) tab.expect('answered: 401 POST /api/session');
      await tab.page.locator('#code').fill(recoveryCodes[0] ?? '');
      await submit(tab.page);
      if (worksStill) await tab.page.locator('yh-funds-table').waitFor();
      else await tab.page.getByRole('alert').waitFor();
    }
  });

  it('too many wrong passwords say how long to wait, whatever the password then is', async () => {
    const { username } = await makePerson(web.server);
    const tab = await web.open('/sign-in');
    const { page } = tab;
    for (let failure = 1; failure <= 5; failure += 1) {
      tab.expect('answered: 401 POST /api/session');
      await signInByForm(page, username, `not it ${failure}`);
      await page.getByRole('alert').getByText('用户名或密码不正确').waitFor();
      await page.locator('#submit:enabled').waitFor();
    }
    tab.expect('answered: 429 POST /api/session');
    await signInByForm(page, username, PASSWORD);
    await page.getByText(/请在 (1 分钟|\d+ 秒)后重试/).waitFor();
    await comesTrue(async () => expect(await page.locator('#submit').isDisabled()).toBe(true));
    await waitForLock(web.server);
    await page.reload();
    await signInByForm(page, username, PASSWORD);
    await page.locator('.headline').waitFor();
  });

  it('a first password is changed and a second factor enrolled before anything else, and then comes what was wanted', async () => {
    const person = await makePerson(web.server, { roles: ['auditAdministrator'], mustChange: true });
    const { page } = await web.open(signInPage('/account'));
    await signInByForm(page, person.username, PASSWORD);
    await heading(page, '修改密码');
    await page.getByText('您使用的是初始密码，或密码已到期').waitFor();
    expect(placeOf(page)).toBe('/account/password?return=%2Faccount');
    // No other page is reached, by whatever address.
    await page.goto(`${web.address}/account`);
    await heading(page, '修改密码');
    await page.locator('#current-password').fill(PASSWORD);
    await page.locator('#password').fill('person');
    await page.getByText('密码至少应有 12 个字符，现在只有 6 个').waitFor();
    await page.locator('#password').fill(NEW_PASSWORD);
    await page.getByText('符合要求', { exact: false }).first().waitFor();
    await page.locator('#again').fill(NEW_PASSWORD);
    await submit(page);

    await heading(page, '启用第二重验证');
    await page.getByText('您的角色须使用第二重验证').waitFor();
    await page.locator('#factor-password').fill(NEW_PASSWORD);
    await submit(page);
    await page.locator('#first-code').waitFor();
    const picture = page.getByRole('img', { name: '二维码' });
    await comesTrue(async () =>
      expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0),
    );
    const secret = ((await page.locator('dd.code').textContent()) ?? '').replace(/\s/g, '');
    await page.locator('#first-code').fill(codeOf(secret));
    await submit(page);
    await page.locator('.recovery-sheet li').first().waitFor();
    await comesTrue(async () => expect(await page.locator('.recovery-sheet li').count()).toBe(10));
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByText('请先保存恢复码，再勾选确认').waitFor();
    await page.getByRole('checkbox', { name: '我已妥善保存恢复码' }).check();
    await page.getByRole('button', { name: '完成' }).click();
    await heading(page, '我的账户');
    expect(placeOf(page)).toBe('/account');

    // With the new password and the new factor, from another browser.
    await forgetSteps(web.server, person);
    const tab = await web.open(signInPage('/account'));
    tab.expect('answered: 401 POST /api/session');
    await signInByForm(tab.page, person.username, NEW_PASSWORD);
    await tab.page.locator('#code').fill(codeOf(secret));
    await submit(tab.page);
    await heading(tab.page, '我的账户');
  });

  it('a password that has grown too old is changed before anything else', async () => {
    const { username } = await makePerson(web.server, { passwordAge: 91 });
    const { page } = await web.open(signInPage(FUNDS));
    await signInByForm(page, username, PASSWORD);
    await heading(page, '修改密码');
    await page.locator('#current-password').fill(PASSWORD);
    await page.locator('#password').fill(NEW_PASSWORD);
    await page.locator('#again').fill(NEW_PASSWORD);
    await submit(page);
    await page.locator('yh-funds-table').waitFor();
    expect(placeOf(page)).toBe(FUNDS);
  });

  it('what becomes due while a page is open is asked for at the next call, and the page is found again', async () => {
    const { accountId, username } = await makePerson(web.server);
    const tab = await web.open(signInPage(FUNDS));
    const { page } = tab;
    await signInByForm(page, username, PASSWORD);
    await page.locator('yh-funds-table').waitFor();
    await web.server.sql('update credential set must_change = true where account_id = $1', [accountId]);
    tab.expect('answered: 403 GET /api/funds');
    await page.getByLabel('年度').selectOption('2026');
    await heading(page, '修改密码');
    await page.locator('#current-password').fill('not the password');
    await page.locator('#password').fill(NEW_PASSWORD);
    await page.locator('#again').fill(NEW_PASSWORD);
    tab.expect('answered: 401 PUT /api/account/password');
    await submit(page);
    await page.getByRole('alert').waitFor();
    await page.locator('#current-password').fill(PASSWORD);
    await submit(page);
    await page.locator('yh-funds-table').waitFor();
    expect(placeOf(page)).toBe('/funds?program=assistants&year=2026');
  });

  it('the pages of what is due can be left by signing out', async () => {
    const { username } = await makePerson(web.server, { mustChange: true });
    const { page } = await web.open('/sign-in');
    await signInByForm(page, username, PASSWORD);
    await heading(page, '修改密码');
    await page.getByRole('button', { name: '退出' }).click();
    await heading(page, '登录');
  });

  it.each([
    ['openid-unknown', '没有与该身份对应的账户'],
    ['openid-whatever', '认证被取消或已超时'],
  ])('who comes back from the single sign-on with %s is told what to do', async (problem, words) => {
    const { page } = await web.open(`/sign-in?problem=${problem}`);
    await page.getByRole('alert').getByText(words).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('a session opened without the second factor is asked for it in place, and without it leads nowhere', async () => {
    const person = await makePerson(web.server);
    const { secret } = await enrol(web.server, person);
    const { cookie } = await browserOf(web.server, person.username, { code: codeOf(secret) });
    // As the single sign-on opens it, whose provider asked for a password alone.
    await web.server.sql(
      `update session set method = 'openId', second_factor_at = null where account_id = $1`,
      [person.accountId],
    );
    await forgetSteps(web.server, person);
    const tab = await web.open('/sign-in');
    const { page } = tab;
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url: web.address }]);
    tab.expect('answered: 401 GET /api/funds');
    await page.goto(web.address + FUNDS);
    await page.locator('dialog[open]').getByText('这一步需要第二重验证').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open] #again-code').fill(codeOf(secret));
    await page.getByRole('button', { name: '验证并继续' }).click();
    await page.locator('yh-funds-table').waitFor();
    await settled(page);
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });
});
