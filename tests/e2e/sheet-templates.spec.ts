import type { Page } from 'playwright-core';
import { openWeb } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const PLACE = '/administration/templates?program=assistants&kind=workload';

async function sound(page: Page): Promise<void> {
  expect(await overflows(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
}

describe('the templates of sheets', () => {
  const web = openWeb();

  it('a new version is made from the last one, says what is wrong at its place, and is published', async () => {
    const tab = await web.open(PLACE, { as: 'officer-1', size: 'phone' });
    const { page } = tab;
    await page.getByText('第1版的内容').waitFor();
    await page.getByRole('button', { name: '以最新版编制新版本' }).click();
    await page.getByText('12. 从事社区矫正工作人员').waitFor();
    await sound(page);
    // The focus goes with the item that is moved, so that one key moves it on.
    await page.getByRole('button', { name: '上移：从事社区矫正工作人员' }).click();
    await page.getByText('11. 从事社区矫正工作人员').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('10. 从事社区矫正工作人员').waitFor();
    await page.getByRole('button', { name: '个数', exact: true }).click();
    // Named by its number: the last one of a moment before is the item above it, closed.
    await page.locator('#item-13nameZh').fill('社会志愿者');
    await page.locator('#item-13nameEn').fill('Volunteers');
    await page.getByLabel('编号（小写字母开头的字母、数字）').fill('resettled');
    await page.getByRole('button', { name: '发布新版本' }).click();
    await page.getByText('编号“resettled”重复').first().waitFor();
    await page.getByText('请按“年-月”填写').waitFor();
    await sound(page);
    await page.getByLabel('编号（小写字母开头的字母、数字）').fill('volunteers');
    await page.getByLabel('使用起始月份').fill('2026-01');
    await page.locator('#template-reason').fill('增加志愿者人数。');
    tab.expect('answered: 422 PUT /api/sheet-templates/workload');
    await page.getByRole('button', { name: '发布新版本' }).click();
    await page.getByText('以前月份的表已经开放').first().waitFor();
    await page.getByLabel('使用起始月份').fill('2026-04');
    await page.getByRole('button', { name: '发布新版本' }).click();
    await page.getByText('第2版已发布。').waitFor();
    await page.getByRole('link', { name: '第2版' }).waitFor();
    await sound(page);
    const published = await web.server.sql<{ ids: readonly string[] }>(
      `select jsonb_path_query_array(items, '$[9 to last].id') as ids
       from sheet_template where kind = 'workload' and version = 2`,
    );
    expect(published).toEqual([{ ids: ['staffOnPost', 'assessments', 'justiceOffices', 'volunteers'] }]);
  });

  it('a rule is written in a form of its kind, with the sentence that the county will read, and published', async () => {
    const { page } = await web.open('/administration/templates?program=assistants&kind=spending', {
      as: 'officer-1',
    });
    await page.getByRole('button', { name: '以最新版编制新版本' }).click();
    await page.getByText('核对规则（12条）').first().waitFor();
    await page.getByRole('button', { name: '不超过', exact: true }).click();
    const rule = page.locator('yh-template-rule').nth(12);
    await rule.getByText('选定各项后，这里显示提示的原文。').waitFor();
    await page.getByRole('button', { name: '发布新版本' }).click();
    await rule.getByText('规则还没有选定项目，请选择。').first().waitFor();
    await sound(page);
    await rule.getByLabel('第1项', { exact: true }).first().selectOption('item:personsInsured');
    await rule.getByLabel('第1项', { exact: true }).last().selectOption('sheet:workload:staffOnPost');
    await rule
      .getByText('参保人数12人大于工作量表的从事社区矫正工作人员10人，多2人。请核对后改正。')
      .waitFor();
    await rule.getByLabel('第1项', { exact: true }).last().selectOption('lastMonth:personsOnPost');
    await rule.getByText('参保人数12人大于上月在岗人数10人，多2人。请核对后改正。').waitFor();
    await rule.getByLabel('不符时').selectOption('warning');
    await rule.getByLabel('怎样处理（中文）').fill('请核对参保名单。');
    await rule.getByText('参保人数12人大于上月在岗人数10人，多2人。请核对参保名单。').waitFor();
    await page.locator('yh-template-rule').nth(11).locator('summary').click();
    await page.getByRole('button', { name: '删去规则 第12条' }).click();
    await page.getByLabel('使用起始月份').fill('2026-04');
    await page.locator('#template-reason').fill('增加一条核对规则。');
    await page.getByRole('button', { name: '发布新版本' }).click();
    await page.getByText('第2版已发布。').waitFor();
    const published = await web.server.sql(
      `select jsonb_array_length(rules) as count, rules -> -1 as last
       from sheet_template where kind = 'spending' and version = 2`,
    );
    expect(published).toEqual([
      {
        count: 12,
        last: {
          id: 'rule13',
          kind: 'atMost',
          left: [{ item: 'personsInsured' }],
          right: [{ lastMonth: 'personsOnPost' }],
          severity: 'warning',
          advice: { zh: '请核对参保名单。', en: 'Check and correct it.' },
        },
      },
    ]);
  });
});
