import type { Page } from 'playwright-core';
import { codeOf, enrol, forgetSteps, makePerson, PASSWORD } from '../integration/identity/own-people';
import { openWeb, settled, signInByForm } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { withSettings } from '../support/with-settings';
import { accessibilityFaults, overflows } from './page-checks';

const ACCOUNTS = '/administration/accounts';
const SYSTEM = 'system-admin';

describe('administration', () => {
  const web = openWeb();
  const dialog = (page: Page) => page.locator('dialog[open]');
  const heading = (page: Page, name: string | RegExp) =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const status = async (username: string): Promise<number> =>
    (
      await web.server.request({
        method: 'POST',
        url: '/api/session',
        body: { username, password: PASSWORD },
      })
    ).status;
  /** As the administration itself makes an account, without its form. */
  async function given(username: string, body: object = {}): Promise<string> {
    const made = await web.server.request({
      method: 'POST',
      url: `/api${ACCOUNTS}`,
      as: SYSTEM,
      body: { username, name: '王敏', roles: ['inspector'], place: '530400', ...body },
    });
    return made.json<{ account: { id: string } }>().account.id;
  }

  it('makes an account whose person signs in with the first password, which is shown once, and changes it', async () => {
    const { page } = await web.open(ACCOUNTS, { as: SYSTEM });
    await page.getByRole('link', { name: '新建账户' }).click();
    await heading(page, '新建账户');
    await page.locator('#username').fill('zhang-wei');
    await page.locator('#name').fill('张伟');
    await page.locator('#phone').fill('138 8771 2345');
    await page.getByRole('checkbox', { name: '县（市、区）司法局经办' }).check();
    await page.locator('#place').selectOption({ label: '易门县' });
    await page.getByRole('button', { name: '建立账户' }).click();
    await dialog(page).getByText('首次密码（只显示这一次）').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const password = (await page.locator('#first-password').textContent()) ?? '';
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.locator('#first-password').textContent()).toBe(password);
    await page.getByRole('button', { name: '已记下，关闭' }).click();
    await heading(page, 'zhang-wei');
    await page.getByText('138****2345').waitFor();
    expect(await page.content()).not.toContain(password);

    const { page: own } = await web.open('/sign-in');
    await signInByForm(own, 'zhang-wei', password);
    await heading(own, '修改密码');
  });

  it('finds accounts by what the address says, and a telephone number is in no address', async () => {
    await given('liu-yang', { name: '刘洋', phone: '13987700001' });
    const { page } = await web.open(`${ACCOUNTS}?role=inspector`, { as: SYSTEM });
    const names = () => page.locator('tbody th').allInnerTexts();
    expect(await names()).toEqual(expect.arrayContaining(['inspector', 'inspector-2', 'liu-yang']));
    await page.getByLabel('用户名、姓名或完整电话号码').fill('13987700001');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('共 1 个账户符合条件').waitFor();
    expect(await names()).toEqual(['liu-yang']);
    expect(page.url()).toBe(`${web.address}${ACCOUNTS}?role=inspector`);
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByLabel('用户名、姓名或完整电话号码').fill('刘');
    await page.keyboard.press('Enter');
    await page.getByText('共 1 个账户符合条件').waitFor();
    await page.reload();
    await page.getByText('共 1 个账户符合条件').waitFor();
  });

  it('a change that another administrator made is shown beside what was typed, and nothing is lost', async () => {
    const id = await given('chen-jing');
    const tab = await web.open(`${ACCOUNTS}/${id}/change`, { as: SYSTEM });
    const { page } = tab;
    await page.locator('#name').fill('陈静');
    await page.locator('#reason').fill('更正姓名');
    await web.server.request({
      method: 'PUT',
      url: `/api${ACCOUNTS}/${id}`,
      as: SYSTEM,
      body: {
        ...{ version: 1, name: '王敏', roles: ['programOfficer'], place: '530400' },
        ...{ openIdSubject: null, reason: '岗位调整' },
      },
    });
    tab.expect(`answered: 409 PUT /api${ACCOUNTS}/${id}`);
    await page.getByRole('button', { name: '保存修改' }).click();
    const row = page.locator('yh-version-conflict tbody tr');
    await row.waitFor();
    await comesTrue(async () =>
      expect(await row.locator('th, td').allInnerTexts()).toEqual([
        '角色',
        '督查人员',
        '项目科室经办',
        '督查人员',
      ]),
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflows(page)).toEqual([]);
    await comesTrue(async () => expect(await page.locator('#name').inputValue()).toBe('陈静'));
    await page.getByRole('button', { name: '保留我的填写，按最新内容继续' }).click();
    await page.getByRole('button', { name: '保存修改' }).click();
    await page.getByText('修改已保存').waitFor();
    await comesTrue(async () =>
      expect(await page.locator('dl').innerText()).toMatch(/陈静[\s\S]*项目科室经办/),
    );
  });

  it('hands a clerk’s work over in one act: the old account is closed, the new one has the list', async () => {
    const person = await makePerson(web.server, { roles: ['inspector'] });
    const { page } = await web.open(`${ACCOUNTS}/${person.accountId}`, { as: SYSTEM });
    await page.getByRole('link', { name: '换人交接' }).click();
    await heading(page, '换人交接');
    await page.getByRole('heading', { name: '将一并交接的待办事项' }).waitFor();
    await page.locator('#username').fill('zhao-min');
    await page.locator('#name').fill('赵敏');
    await page.locator('#reason').fill('岗位轮换');
    await page.getByRole('button', { name: '办理交接' }).click();
    await dialog(page).getByText('将停用且不能恢复').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await status(person.username)).toBe(200);
    await page.getByRole('button', { name: '确认交接' }).click();
    const password = (await page.locator('#first-password').textContent()) ?? '';
    await page.getByRole('button', { name: '已记下，关闭' }).click();
    await heading(page, 'zhao-min');
    expect(await status(person.username)).toBe(401);
    const { page: own } = await web.open('/sign-in');
    await signInByForm(own, 'zhao-min', password);
    await heading(own, '修改密码');
  });

  it('closes an account and resets a password after a question with a reason; the keyboard is enough', async () => {
    const person = await makePerson(web.server, { roles: ['inspector'] });
    const { page } = await web.open(`${ACCOUNTS}/${person.accountId}`, { as: SYSTEM });
    const reset = page.getByRole('button', { name: '重置密码' });
    await reset.focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByText('原密码立即作废').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await comesTrue(async () =>
      expect(await reset.evaluate((button) => button === document.activeElement)).toBe(true),
    );
    expect(await status(person.username)).toBe(200);

    await page.getByRole('button', { name: '停用账户' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#act-reason').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('请填写原因').waitFor();
    await comesTrue(async () =>
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('act-reason'),
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.type('离职');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('账户已停用。').waitFor();
    await page.getByText('已停用', { exact: true }).waitFor();
    expect(await status(person.username)).toBe(401);
  });

  it('shows a whole telephone number for a reason alone, and the trail says who saw it', async () => {
    const id = await given('sun-li', { phone: '13987700002' });
    const { page } = await web.open(`${ACCOUNTS}/${id}`, { as: SYSTEM });
    await page.getByRole('button', { name: '查看完整电话' }).click();
    await page.locator('#act-reason').fill('通知参加培训');
    await page.getByRole('button', { name: '查看', exact: true }).click();
    await dialog(page).getByText('13987700002').waitFor();
    const { page: trail } = await web.open('/audit?personalData=true', { as: 'audit-admin' });
    await trail.getByRole('link', { name: /^system-admin（系统管理员）查看完整电话/ }).click();
    await dialog(trail).getByText('通知参加培训').waitFor();
    expect(await trail.content()).not.toContain('13987700002');
  });

  it('an account that waits is approved by another person, who is asked for the second factor', async () => {
    const back = await withSettings(web.server, { separateSecurity: true });
    try {
      const id = await given('wu-gang');
      const approver = await makePerson(web.server, { roles: ['securityAdministrator'] });
      const { secret } = await enrol(web.server, approver);
      const tab = await web.open('/sign-in');
      const { page } = tab;
      tab.expect('answered: 401 POST /api/session');
      await signInByForm(page, approver.username, PASSWORD);
      await page.locator('#code').fill(codeOf(secret));
      await page.locator('form button[type=submit]').click();
      await heading(page, '安全设置');
      // Longer ago than a second factor stands for the person at the screen.
      await web.server.sql(
        `update session set second_factor_at = now() - interval '1 hour' where account_id = $1`,
        [approver.accountId],
      );
      await forgetSteps(web.server, approver);
      await page.goto(`${web.address}${ACCOUNTS}?state=pending`);
      await page.getByRole('link', { name: 'wu-gang' }).click();
      await page.getByText('等待安全管理员审批').waitFor();
      await page.getByRole('button', { name: '审批通过' }).click();
      tab.expect(`answered: 401 POST /api${ACCOUNTS}/${id}/approval`);
      await page.getByRole('button', { name: '批准', exact: true }).click();
      await page.getByText('这一步需要第二重验证').waitFor();
      await page.getByLabel('验证码').fill(codeOf(secret));
      await page.getByRole('button', { name: '验证并继续' }).click();
      await page.getByText('账户已批准，可以登录。').waitFor();
      await page.getByText('在用', { exact: true }).waitFor();
    } finally {
      await back();
    }
  });

  it('security settings say what will change, are kept within their bounds, and hold at once', async () => {
    const { page: shared } = await web.open('/administration/security', { as: SYSTEM });
    await shared.getByText('演示账户由所有访问者共用，不能修改安全设置').waitFor();
    await comesTrue(async () => expect(await shared.locator('#idleMinutes').isDisabled()).toBe(true));
    const person = await makePerson(web.server, { roles: ['systemAdministrator'] });
    const { secret } = await enrol(web.server, person);
    const tab = await web.open('/sign-in?return=/administration/security');
    const { page } = tab;
    tab.expect('answered: 401 POST /api/session');
    await signInByForm(page, person.username, PASSWORD);
    await page.locator('#code').fill(codeOf(secret));
    await page.locator('form button[type=submit]').click();
    await heading(page, '安全设置');
    await page.locator('#idleMinutes').fill('1');
    await page.getByText('请填写 5 至 480 之间的整数').waitFor();
    await page.locator('#idleMinutes').fill('45');
    await page.getByText('无操作多久后须重新登录：由 60 分钟 改为 45 分钟').waitFor();
    await page.locator('#reason').fill('按检查要求');
    await page.getByRole('button', { name: '保存设置' }).click();
    await page.getByText('设置已保存，立即生效。').waitFor();
    await page.reload();
    await settled(page);
    await comesTrue(async () => expect(await page.locator('#idleMinutes').inputValue()).toBe('45'));
    const { page: read } = await web.open('/administration/security', { as: 'audit-admin' });
    await read.getByText('您可以查看，不能修改。').waitFor();
    await comesTrue(async () => expect(await read.locator('#idleMinutes').isDisabled()).toBe(true));
  });
});
