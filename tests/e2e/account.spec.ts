import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import {
  browserOf,
  codeOf,
  enrol,
  forgetSteps,
  makePerson,
  PASSWORD,
  type Person,
} from '../integration/identity/own-people';
import { openWeb, settled, signInByForm, type Tab } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { accessibilityFaults, overflows } from './page-checks';

const NEW_PASSWORD = 'Rainbow-over-8-hills';

describe('one’s own account', () => {
  const web = openWeb();
  const section = (page: Page, name: string) =>
    page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });

  /** Signed in by the form, on the page of the account. */
  async function openAccount({ username }: Person, code?: string): Promise<Tab> {
    const tab = await web.open('/sign-in?return=/account');
    if (code !== undefined) tab.expect('answered: 401 POST /api/session');
    await signInByForm(tab.page, username, PASSWORD);
    if (code !== undefined) {
      await tab.page.locator('#code').fill(code);
      await tab.page.locator('#submit').click();
    }
    await section(tab.page, '审计日志校验码').waitFor();
    await settled(tab.page);
    return tab;
  }
  const looksRight = async (page: Page) => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflows(page)).toEqual([]);
  };

  it('is reached from the frame of every page, and says who one is', async () => {
    const { page } = await web.open('/funds?program=assistants&year=2025', {
      as: 'county-hongta',
      size: 'phone',
    });
    await page.getByRole('link', { name: '我的账户' }).click();
    const who = section(page, '我的身份');
    await who.waitFor();
    expect((await who.locator('dd').allTextContents()).map((one) => one.trim())).toEqual([
      expect.stringContaining('演示'),
      'county-hongta',
      '县（市、区）司法局经办',
      '红塔区',
    ]);
  });

  it('of a demonstration account offers no change of what all share', async () => {
    const { page } = await web.open('/account', { as: 'leader' });
    await page.getByText('演示账户为公用账户').waitFor();
    expect(await page.getByRole('button', { name: /修改密码|启用第二重验证/ }).count()).toBe(0);
    for (const place of ['/account/password', '/account/second-factor']) {
      await page.goto(web.address + place);
      await page.getByText('演示账户为公用账户').waitFor();
      expect(await page.locator('form').count()).toBe(0);
    }
  });

  it('changes the password by the rules, and ends the sign-ins elsewhere', async () => {
    const person = await makePerson(web.server);
    const elsewhere = await browserOf(web.server, person.username);
    const tab = await openAccount(person);
    const { page } = tab;
    const password = section(page, '密码');
    await password.getByRole('button', { name: '修改密码' }).click();
    await password.getByRole('button', { name: '修改密码' }).click();
    await password.getByText('请填写当前密码').waitFor();
    await comesTrue(async () =>
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('current-password'),
    );
    await page.locator('#current-password').fill(PASSWORD);
    await page.locator('#password').fill(`${person.username}-Aa1!-abcdef`);
    await password.getByText('密码中不得包含用户名').waitFor();
    await page.locator('#password').fill(PASSWORD);
    await password.getByText('✓ 符合要求').waitFor();
    await page.locator('#again').fill(NEW_PASSWORD);
    await password.getByRole('button', { name: '修改密码' }).click();
    await password.getByText('两次输入的密码不一致').waitFor();
    // The history is known to the server alone.
    await page.locator('#again').fill(PASSWORD);
    tab.expect('answered: 422 PUT /api/account/password');
    await password.getByRole('button', { name: '修改密码' }).click();
    await password.getByRole('alert').waitFor();
    await looksRight(page);
    await page.locator('#password').fill(NEW_PASSWORD);
    await page.locator('#again').fill(NEW_PASSWORD);
    await password.getByRole('button', { name: '修改密码' }).click();
    await password.getByText('密码已修改，其他设备上的登录已结束').waitFor();
    expect((await elsewhere.send('GET', '/api/account')).status).toBe(401);
  });

  it('enrols a second factor, of which the recovery codes have to be kept', async () => {
    const person = await makePerson(web.server);
    const { page } = await openAccount(person);
    const factor = section(page, '第二重验证');
    await factor.getByRole('button', { name: '启用第二重验证' }).click();
    await page.locator('#factor-password').fill(PASSWORD);
    await factor.getByRole('button', { name: '下一步' }).click();
    await page.locator('#first-code').waitFor();
    await looksRight(page);
    const secret = ((await factor.locator('dd.code').textContent()) ?? '').replace(/\s/g, '');
    await page.locator('#first-code').fill(codeOf(secret));
    await factor.getByRole('button', { name: '确认并启用' }).click();
    const codes = factor.locator('.recovery-sheet li');
    await codes.first().waitFor();
    await looksRight(page);
    const shown = await codes.allTextContents();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      factor.getByRole('button', { name: '下载文本文件' }).click(),
    ]);
    const kept = readFileSync(await download.path(), 'utf8');
    expect(shown.filter((code) => !kept.includes(code))).toEqual([]);
    expect(kept).toContain(`账户：${person.username}`);
    await factor.getByRole('checkbox').check();
    await factor.getByRole('button', { name: '完成' }).click();
    await factor.getByText('已启用，剩余恢复码 10 个').waitFor();
    expect(await codes.count()).toBe(0);
  });

  it('prints the recovery codes, and of the page nothing else', async () => {
    const person = await makePerson(web.server);
    const { secret } = await enrol(web.server, person);
    const { page } = await openAccount(person, codeOf(secret));
    await forgetSteps(web.server, person);
    await takeNewCodes(page, codeOf(secret));
    await page.evaluate(() => {
      globalThis.print = () =>
        void Object.assign(globalThis, { printed: document.documentElement.dataset['print'] });
    });
    await page.getByRole('button', { name: '打印', exact: true }).click();
    await comesTrue(async () =>
      expect(await page.evaluate(() => (globalThis as { printed?: string }).printed)).toBe('recovery-codes'),
    );
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => (document.documentElement.dataset['print'] = 'recovery-codes'));
    await comesTrue(async () =>
      expect(await page.locator('.recovery-sheet li').first().isVisible()).toBe(true),
    );
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
  });

  it('takes new recovery codes and gives the second factor up, each with password and code', async () => {
    const person = await makePerson(web.server);
    const { secret } = await enrol(web.server, person);
    const tab = await openAccount(person, codeOf(secret));
    const { page } = tab;
    const factor = section(page, '第二重验证');
    await factor.getByRole('button', { name: '更换恢复码' }).click();
    await page.locator('#factor-password').fill(PASSWORD);
    await page.locator('#factor-code').fill('not a code');
    tab.expect('answered: 401 POST /api/account/second-factor/recovery-codes');
    await factor.getByRole('button', { name: '更换恢复码' }).click();
    await factor.getByRole('alert').waitFor();
    // What brought its own code is told so, and asked nothing over the page.
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await factor.getByRole('button', { name: '取消' }).click();
    await forgetSteps(web.server, person);
    await takeNewCodes(page, codeOf(secret));
    await factor.getByRole('checkbox').check();
    await factor.getByRole('button', { name: '完成' }).click();
    await factor.getByRole('button', { name: '停用第二重验证' }).click();
    await forgetSteps(web.server, person);
    await page.locator('#factor-password').fill(PASSWORD);
    await page.locator('#factor-code').fill(codeOf(secret));
    await factor.getByRole('button', { name: '确认停用' }).click();
    await factor.getByText('已停用第二重验证').waitFor();
    await factor.getByText('未启用。').waitFor();
  });

  it('lists where one is signed in, in words, and ends one or all others', async () => {
    const person = await makePerson(web.server);
    const browsers = [];
    for (let one = 0; one < 3; one += 1) browsers.push(await browserOf(web.server, person.username));
    const { page } = await openAccount(person);
    const sessions = section(page, '登录中的设备');
    await comesTrue(async () => expect(await sessions.locator('tbody tr').count()).toBe(4));
    const current = sessions.locator('tbody tr', { hasText: '本机' });
    await comesTrue(async () => expect(await current.textContent()).toContain('Chrome 浏览器'));
    expect(await current.getByRole('button').count()).toBe(0);
    await sessions
      .getByRole('button', { name: /^结束登录：/ })
      .first()
      .click();
    await sessions.getByText('已结束 1 个登录').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('yh-sessions-section tbody tr').length === 3);
    await looksRight(page);
    await sessions.getByRole('button', { name: '结束其他所有设备的登录' }).click();
    await sessions.getByText('已结束 2 个登录').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('yh-sessions-section tbody tr').length === 1);
    for (const browser of browsers) expect((await browser.send('GET', '/api/account')).status).toBe(401);
  });

  it('makes an access token that reads until it is revoked, and shows it once', async () => {
    const person = await makePerson(web.server);
    const tab = await openAccount(person);
    const { page } = tab;
    const tokens = section(page, '访问令牌');
    await tokens.getByRole('button', { name: '建立令牌' }).click();
    await page.locator('#token-last-day').fill('2040-01-01');
    await tokens.getByRole('button', { name: '建立', exact: true }).click();
    await tokens.getByText('请填写用途说明').waitFor();
    await tokens.getByText('请选择今天起 180 天内的日期').waitFor();
    await looksRight(page);
    const inAMonth = new Date(Date.now() + 30 * 24 * 60 * 60_000).toISOString().slice(0, 10);
    await page.locator('#token-last-day').fill(inAMonth);
    await page.locator('#token-name').fill('指挥中心大屏');
    await page.locator('#token-password').fill(PASSWORD);
    await tokens.getByRole('button', { name: '建立', exact: true }).click();
    await tokens.getByText('令牌“指挥中心大屏”已建立').waitFor();
    await looksRight(page);
    const token = (await tokens.locator('dd.code').textContent())?.trim() ?? '';
    const read = () =>
      web.server.request({
        url: '/api/overview?program=assistants&year=2025',
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await read()).status).toBe(200);
    await tokens.getByRole('button', { name: '我已保存，关闭' }).click();
    await page.getByText(token).waitFor({ state: 'detached' });
    const [year, month, day] = inAMonth.split('-').map(Number);
    await tokens.getByText(`${year}年${month}月${day}日`, { exact: true }).waitFor();
    await tokens.getByRole('button', { name: '撤销令牌：指挥中心大屏' }).click();
    await tokens.getByRole('button', { name: '确认撤销' }).click();
    await tokens.getByText('没有有效的令牌').waitFor();
    expect((await read()).status).toBe(401);
  });

  it('makes an access token with the second factor of who has one, asked for along with the password', async () => {
    const person = await makePerson(web.server);
    const { secret } = await enrol(web.server, person);
    const tab = await openAccount(person, codeOf(secret));
    const { page } = tab;
    const tokens = section(page, '访问令牌');
    await tokens.getByRole('button', { name: '建立令牌' }).click();
    await page.locator('#token-name').fill('指挥中心大屏');
    await page.locator('#token-password').fill(PASSWORD);
    await tokens.getByRole('button', { name: '建立', exact: true }).click();
    await tokens.getByText('请填写验证码', { exact: true }).waitFor();
    await looksRight(page);
    await page.locator('#token-code').fill('not a code');
    tab.expect('answered: 401 POST /api/account/tokens');
    await tokens.getByRole('button', { name: '建立', exact: true }).click();
    await tokens.getByRole('alert').filter({ hasText: '验证码不正确' }).waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await forgetSteps(web.server, person);
    await page.locator('#token-code').fill(codeOf(secret));
    await tokens.getByRole('button', { name: '建立', exact: true }).click();
    await tokens.getByText('令牌“指挥中心大屏”已建立').waitFor();
  });

  it('makes an access token also where the second factor was enrolled elsewhere meanwhile', async () => {
    const person = await makePerson(web.server);
    const tab = await openAccount(person);
    const { page } = tab;
    const tokens = section(page, '访问令牌');
    await tokens.getByRole('button', { name: '建立令牌' }).click();
    await page.locator('#token-name').fill('指挥中心大屏');
    await page.locator('#token-password').fill(PASSWORD);
    const { secret } = await enrol(web.server, person);
    // The dialogue gives the second factor to the session; the token asks for one of its own, in its form.
    tab.expect('answered: 401 POST /api/account/tokens');
    await tokens.getByRole('button', { name: '建立', exact: true }).click();
    await page.locator('#again-code').fill(codeOf(secret));
    tab.expect('answered: 401 POST /api/account/tokens');
    await page.locator('dialog[open] button[type="submit"]').click();
    await page.locator('#token-code').waitFor();
    await comesTrue(async () => expect(await page.locator('#token-name').inputValue()).toBe('指挥中心大屏'));
    await forgetSteps(web.server, person);
    await page.locator('#token-code').fill(codeOf(secret));
    await tokens.getByRole('button', { name: '建立', exact: true }).click();
    await tokens.getByText('令牌“指挥中心大屏”已建立').waitFor();
  });

  it('offers no token to a role that reads no figures', async () => {
    const { page } = await web.open('/account', { as: 'audit-admin' });
    const tokens = section(page, '访问令牌');
    await tokens.getByText('您的角色没有可供程序读取的数据').waitFor();
    expect(await tokens.getByRole('button').count()).toBe(0);
  });

  it('keeps a telephone number, which it shows only in part', async () => {
    const person = await makePerson(web.server);
    const tab = await openAccount(person);
    const { page } = tab;
    const phone = section(page, '联系电话');
    await phone.getByRole('button', { name: '登记或更换' }).click();
    await page.locator('#phone').fill('12345');
    tab.expect('answered: 422 PUT /api/account/phone');
    await phone.getByRole('button', { name: '保存' }).click();
    await phone.getByRole('alert').waitFor();
    await page.locator('#phone').fill('138 1234 5678');
    await phone.getByRole('button', { name: '保存' }).click();
    await phone.getByText('已登记：138****5678').waitFor();
    expect(await page.content()).not.toContain('13812345678');
    await phone.getByRole('button', { name: '删除电话' }).click();
    await phone.getByText('未登记').waitFor();
  });

  it('shows what a predecessor handed over, each with the way to it', async () => {
    const [before, after] = [await makePerson(web.server), await makePerson(web.server)];
    const pending = [
      { kind: 'inspection', program: 'assistants', county: 'jiangchuan', month: '2026-02' },
      { kind: 'finding', program: 'assistants', county: 'jiangchuan', month: '2026-02', item: '合同' },
      { kind: 'assignment', program: 'assistants', county: 'hongta' },
    ];
    await web.server.sql(
      `insert into hand_over (hand_over_id, from_account_id, to_account_id, by_account_id, at, reason, pending)
       select $1, $2, $3, account_id, '2026-11-20T02:00:00Z', '岗位调整', $4 from account where username = 'system-admin'`,
      [randomUUID(), before.accountId, after.accountId, JSON.stringify(pending)],
    );
    const { page } = await openAccount(after);
    const handOvers = section(page, '换人交接');
    await handOvers.getByText('王建国于2026年11月20日 10:00将工作交接给您').waitFor();
    await handOvers.getByText('原因：岗位调整').waitFor();
    expect((await handOvers.locator('li').allTextContents()).map((one) => one.trim())).toEqual([
      '江川区2026年2月督查表',
      '江川区待整改问题：合同',
      '红塔区评分任务',
    ]);
    await looksRight(page);
    await handOvers.getByRole('link', { name: '江川区2026年2月督查表' }).click();
    await page.locator('dialog[open]').getByRole('heading', { name: '江川区 2026年2月督查表' }).waitFor();
  });

  it('shows the latest seal of the trail by six characters, the rest on demand, and to download', async () => {
    await makePerson(web.server);
    await web.server.sql(
      `insert into audit_seal (city_id, day, seq, hash, sealed_at)
       select city_id, '2026-11-21', seq, hash, now() from audit_entry order by seq desc limit 1`,
    );
    const [sealed] = await web.server.sql<{ seq: string; hash: string }>('select seq, hash from audit_seal');
    const { page } = await web.open('/account', { as: 'leader' });
    const seal = section(page, '审计日志校验码');
    await seal.getByText(sealed?.hash.slice(0, 6) ?? '', { exact: true }).waitFor();
    await seal.getByText(`截至2026年11月21日，共 ${sealed?.seq} 条`).waitFor();
    const whole = seal.getByText(`--head ${sealed?.seq}:${sealed?.hash}`);
    expect(await whole.isVisible()).toBe(false);
    await seal.getByText('完整校验值').click();
    await comesTrue(async () => expect(await whole.isVisible()).toBe(true));
    await looksRight(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      seal.getByRole('button', { name: '下载校验码' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('yuheng-seals-2026-11-21.json');
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({
      seals: [{ day: '2026-11-21', hash: sealed?.hash }],
    });
  });

  async function takeNewCodes(page: Page, code: string): Promise<void> {
    const factor = section(page, '第二重验证');
    await factor.getByRole('button', { name: '更换恢复码' }).click();
    await page.locator('#factor-password').fill(PASSWORD);
    await page.locator('#factor-code').fill(code);
    await factor.getByRole('button', { name: '更换恢复码' }).click();
    await factor.locator('.recovery-sheet li').first().waitFor();
  }
});
