import { DailyWorkService } from '@yuheng/backend/maintenance/daily-work.service';
import { MailSenderService } from '@yuheng/backend/reminders/mail-sender.service';
import { comesTrue } from '../support/comes-true';
import { openWeb } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const PLACE = '/administration/mailboxes?program=assistants&year=2026';

describe('the mailboxes for reminders', () => {
  // A mail server that is not there.
  const web = openWeb({ YUHENG_SMTP_URL: 'smtp://127.0.0.1:1', YUHENG_MAIL_FROM: 'yuheng@example.gov.cn' });

  it('are entered at a desk, and the page says which mail waits and why', async () => {
    const { page } = await web.open('/duties?program=assistants', { as: 'officer-1' });
    await page.getByRole('link', { name: '提醒邮箱' }).click();
    await page.getByText('20 个单位中，0 个已登记邮箱。').waitFor();
    await page.getByRole('button', { name: '登记 元江哈尼族彝族傣族自治县司法局' }).click();
    const address = page.getByRole('textbox', { name: '邮箱' });
    await address.fill('元江县司法局');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('请填写一个完整的邮箱地址').waitFor();
    await address.fill('sfj@yuanjiang.example.gov.cn');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('元江哈尼族彝族傣族自治县司法局的邮箱已保存。').waitFor();
    await page.getByText('20 个单位中，1 个已登记邮箱。').waitFor();

    // The work of today was done when the server came up, before there was a mailbox.
    await web.server.sql(`delete from daily_work where task like 'reminders%'`);
    await web.server.app.get(DailyWorkService).look();
    await web.server.app.get(MailSenderService).look();
    await page.reload();
    await page.getByText('有 1 封提醒邮件尚未送出').waitFor();
    const row = page.getByRole('row', { name: /元江哈尼族彝族傣族自治县司法局/ });
    await comesTrue(async () => expect(await row.textContent()).toContain('无法连接邮件服务器'));
  });

  it('are changed and removed on a phone, beside what somebody else changed meanwhile', async () => {
    const tab = await web.open(PLACE, { as: 'officer-1', size: 'phone' });
    const { page } = tab;
    await page.getByRole('button', { name: '修改 元江哈尼族彝族傣族自治县司法局' }).click();
    await page.getByRole('textbox', { name: '邮箱' }).fill('bgs@yuanjiang.example.gov.cn');
    const changed = await web.server.request({
      method: 'PUT',
      url: '/api/mailboxes/countyJustice/yuanjiang',
      as: 'officer-2',
      headers: { 'if-match': '"1"' },
      body: { address: 'zhb@yuanjiang.example.gov.cn' },
    });
    expect(changed.status).toBe(200);
    tab.expect('answered: 409 PUT /api/mailboxes');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('打开后，该内容已被他人修改').waitFor();
    await page.getByRole('cell', { name: 'zhb@yuanjiang.example.gov.cn' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflows(page)).toEqual([]);
    await page.getByRole('button', { name: '保留我的填写，按最新内容继续' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('元江哈尼族彝族傣族自治县司法局的邮箱已保存。').waitFor();
    await page.getByText('bgs@yuanjiang.example.gov.cn').waitFor();
    await page.getByRole('button', { name: '修改 元江哈尼族彝族傣族自治县司法局' }).click();
    await page.getByRole('button', { name: '删除邮箱' }).click();
    await page.getByText('元江哈尼族彝族傣族自治县司法局的邮箱已删除，不再发送提醒邮件。').waitFor();
    await page.getByText('20 个单位中，0 个已登记邮箱。').waitFor();
  });
});
