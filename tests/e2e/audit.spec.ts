import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { openWeb, settled } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { accessibilityFaults } from './page-checks';

const AUDITOR = 'audit-admin';
const YUHENG = path.join(__dirname, '..', '..', 'backend', 'yuheng.mjs');

describe('the audit trail', () => {
  const web = openWeb();
  const refusedSignIn = (username: string) =>
    web.server.request({ method: 'POST', url: '/api/session', body: { username, password: 'not it' } });

  it('says what somebody did, how it ended, and leads to all that the same person did', async () => {
    await web.server.request({ url: '/api/overview?program=assistants&year=2025', as: 'officer-2' });
    await refusedSignIn('officer-1');
    const { page } = await web.open('/audit', { as: AUDITOR });
    const row = page.locator('tbody tr', { hasText: 'officer-2（项目科室经办）登录' });
    await comesTrue(async () => expect(await row.innerText()).toContain('已完成'));
    await row.getByRole('link').click();
    await page.locator('dialog[open]').getByRole('link', { name: '此人的全部记录' }).click();
    await page.waitForURL(`${web.address}/audit?actor=officer-2`);
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await settled(page);
    const said = await page.locator('tbody td.wide a').allInnerTexts();
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((one) => !one.startsWith('officer-2（'))).toEqual([]);

    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByLabel(/^结果/).selectOption({ label: '被拒绝' });
    await page.getByText('用户名或密码不正确').first().waitFor();
    expect(page.url()).toBe(`${web.address}/audit?outcome=refused`);
  });

  it('an entry is opened and closed by the keyboard, and its address opens it for somebody else', async () => {
    const { page } = await web.open('/audit', { as: AUDITOR });
    const first = page.locator('tbody td.wide a').last();
    await first.focus();
    await page.keyboard.press('Enter');
    const drawer = page.locator('dialog[open]');
    await drawer.getByRole('heading', { name: '第 1 条记录' }).waitFor();
    expect(page.url()).toBe(`${web.address}/audit?entry=1`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await comesTrue(async () =>
      expect(await first.evaluate((link) => link === document.activeElement)).toBe(true),
    );
    const { page: shared } = await web.open('/audit?actor=nobody&entry=1', { as: AUDITOR });
    await shared.locator('dialog[open]').getByText('系统自动完成初始设置').first().waitFor();
  });

  it('leads to earlier entries and back to the latest', async () => {
    await web.server.sql(
      `select append_audit(city_id, algorithm, content) from audit_entry, generate_series(1, 101) where seq = 1`,
    );
    const { page } = await web.open('/audit', { as: AUDITOR });
    const numbers = async () => (await page.locator('tbody th').allInnerTexts()).map(Number);
    const latest = await numbers();
    expect(latest).toHaveLength(100);
    await page.getByRole('link', { name: '更早的记录' }).click();
    await page.getByRole('link', { name: '回到最新' }).waitFor();
    await settled(page);
    await page.waitForFunction(
      (last) => Number(document.querySelector('tbody th')?.textContent) === last - 1,
      latest.at(-1) ?? 0,
    );
    expect((await numbers()).at(-1)).toBe(1);
  });

  it('is exported as a file that the command line proves on its own, with the seal that the page shows', async () => {
    await web.server.sql(
      `insert into audit_seal select city_id, '2026-01-01', seq, hash, now() from audit_entry order by seq desc limit 1`,
    );
    const { page } = await web.open('/audit/seals', { as: AUDITOR });
    const [sealed] = await web.server.sql<{ hash: string }>('select hash from audit_seal');
    await page.getByText(sealed?.hash.slice(0, 6) ?? '', { exact: true }).click();
    await page.getByText(sealed?.hash ?? '', { exact: true }).waitFor();
    const [seals] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载全部校验值（JSON）' }).click(),
    ]);
    expect(JSON.parse(await readFile(await seals.path(), 'utf8'))).toMatchObject({
      seals: [{ hash: sealed?.hash }],
    });

    await page.getByRole('link', { name: '导出与核验' }).click();
    const command = (await page.locator('ol code').textContent()) ?? '';
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出文件' }).click(),
    ]);
    await page.getByText('已开始下载').waitFor();
    const file = await download.path();
    // As it stands on the page, behind `npm run -s yuheng --`.
    const words = command.trim().split(' ').slice(5);
    expect(words).toEqual([
      'verify-audit',
      'audit.txt',
      '--head',
      expect.stringContaining(sealed?.hash ?? '-'),
    ]);
    const given = words.map((word) => (word === 'audit.txt' ? file : word));
    const { stdout } = await promisify(execFile)(process.execPath, [YUHENG, ...given]);
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, first: 1, problems: [], tail: 'proved' });
  });

  it('says that there is nothing to export on days without an entry', async () => {
    const { page } = await web.open('/audit/export', { as: AUDITOR });
    await page.getByLabel('截止日期').fill('2020-01-01');
    await page.getByRole('button', { name: '导出文件' }).click();
    await page.getByText('所选日期内没有审计日志').waitFor();
  });
});
