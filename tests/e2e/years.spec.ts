import type { Page } from 'playwright-core';
import { comesTrue } from '../support/comes-true';
import { openWeb, type Tab } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const YEARS = '/administration/years?program=assistants';

async function sound(page: Page): Promise<void> {
  expect(await overflows(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
}

/** Asks for an act on a year, looks at the question, and confirms it with a reason. */
async function confirm({ page }: Tab, button: string, why: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('原因').fill(why);
  await sound(page);
  await dialog.locator('button[type=submit]').click();
}

describe('the years of a program', () => {
  const web = openWeb();

  it('the next is opened from the last, and stands in the pages with its posts, templates, calendar and duties', async () => {
    const tab = await web.open(YEARS, { as: 'officer-1' });
    const { page } = tab;
    await page.getByText('共 3 个年度，其中 3 个开放、0 个已关闭。').waitFor();
    const next = page.locator('section', { has: page.getByRole('heading', { name: '开启2027年' }) });
    await next.getByText('沿用2026年名额，预算按每个名额每月补助标准计算。').waitFor();
    await next.getByText('督查表使用第 1 版模板。').waitFor();
    await next.getByText('沿用现行 9 项时限规则。').waitFor();
    await next.getByText('2027年节假日安排尚未载入，工作日暂按周末推算。').waitFor();
    await confirm(tab, '开启2027年', '编制下一年度');
    await page.getByText('2027年已开启。').waitFor();
    await page.getByText('共 4 个年度，其中 4 个开放、0 个已关闭。').waitFor();
    await page.getByRole('cell', { name: '沿用2026年名额' }).waitFor();
    await sound(page);
    const funds = (await web.open('/funds?program=assistants&year=2027', { as: 'leader' })).page;
    await funds.getByText('2027 年预算（现行分配，2025年公布）180.00 万元，市级资金尚未下达。').waitFor();
    const duties = (await web.open('/duties?program=assistants&year=2027&month=2027-02', { as: 'inspector' }))
      .page;
    await duties.getByText('督查 9 个县（市、区）').first().waitFor();
  });

  it('an old one is closed: its sheets stand without an act, and what is not over is not offered', async () => {
    const sheet = '/funds/spending/hongta/2024-04?program=assistants&year=2024';
    const before = (await web.open(sheet, { as: 'officer-1' })).page;
    await before.getByRole('button', { name: '重新开放' }).waitFor();
    const tab = await web.open(YEARS, { as: 'officer-1' });
    const { page } = tab;
    await confirm(tab, '关闭 2024', '年度结束，资料已归档');
    await page.getByText('2024年已关闭。').waitFor();
    await page.getByRole('button', { name: '重新开放 2024' }).waitFor();
    expect(await page.getByRole('button', { name: '关闭 2026' }).count()).toBe(0);
    const after = (await web.open(sheet, { as: 'officer-1' })).page;
    await after.locator('#item-personsOnPost').waitFor();
    expect(await after.getByRole('button', { name: '重新开放' }).count()).toBe(0);
  });

  it('on a phone the year after the next is refused with what to do, and a closed one is opened again', async () => {
    const tab = await web.open(YEARS, { as: 'officer-1', size: 'phone' });
    const { page } = tab;
    tab.expect('answered: 422 POST /api/years');
    await confirm(tab, '开启2028年', '再开一年');
    await page.getByText('最早可在2027年开启2028年；目前最多开启到2027年。').first().waitFor();
    await sound(page);
    await page.getByRole('button', { name: '取消' }).click();
    await confirm(tab, '重新开放 2024', '更正归档资料');
    await page.getByText('2024年已重新开放。').waitFor();
    await comesTrue(async () =>
      expect(await page.getByRole('button', { name: '关闭 2024' }).count()).toBe(1),
    );
    await sound(page);
  });
});
