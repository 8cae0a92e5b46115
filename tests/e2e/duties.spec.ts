import { comesTrue } from '../support/comes-true';
import { openWeb } from '../support/web';

const PROGRAM = 'program=assistants&year=2026';

describe('the rules of duties', () => {
  const web = openWeb();

  it('are changed by the program office with their basis and reason; without one the duty reminds and is not overdue', async () => {
    const { page } = await web.open(`/administration/duty-rules?${PROGRAM}`, { as: 'officer-1' });
    await page.getByRole('button', { name: '修改 月度跟踪监控（督查）' }).click();
    await page.getByRole('button', { name: '保存新版本' }).click();
    await page.getByText('请填写完整。').waitFor();
    await page.getByRole('spinbutton', { name: '最后有效年度（空白表示一直有效）' }).fill('2025');
    await page.getByLabel('原因').fill('2026年起按新办法执行');
    await page.getByRole('button', { name: '保存新版本' }).click();
    await page.getByText('“月度跟踪监控（督查）”的规则已更新。').waitFor();
    const rule = page.locator('.rules > li', { hasText: '月度跟踪监控（督查）' });
    await comesTrue(async () => expect(await rule.textContent()).toContain('仅作提醒，不计逾期'));
    await comesTrue(async () => expect(await rule.textContent()).toContain('2026年起按新办法执行'));
    // The mark beside the duties follows with the next page: what was overdue for want of an inspection reminds now.
    const duties = (await web.open(`/duties?${PROGRAM}`, { as: 'inspector' })).page;
    await duties.locator('.headline').waitFor();
    await comesTrue(async () => expect(await duties.locator('yh-duty-count').textContent()).toBe(''));
  });

  it('take a pasted table of holidays, seen before it is loaded', async () => {
    const { page } = await web.open('/administration/holidays?program=assistants&year=2025', {
      as: 'officer-1',
      size: 'phone',
    });
    await page.getByLabel('放假和调休上班日期').fill('2025年1月1日放假\n二月放假');
    await page.getByLabel('原因').fill('通知更正');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByText('第 2 行未能识别，请写明完整日期。').waitFor();
    await page.getByLabel('放假和调休上班日期').fill('2025年1月1日放假\n2025年1月26日上班');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByText('放假 1 段，调休上班 1 天').waitFor();
    await page.getByRole('button', { name: '载入', exact: true }).click();
    await page.getByText('2025年节假日安排已载入').waitFor();
    await page.getByText('演示·业务科经办一载入，第 1 版。').waitFor();
  });
});
