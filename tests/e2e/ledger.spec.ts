import type { Page } from 'playwright-core';
import { openWeb } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { accessibilityFaults, overflows } from './page-checks';

const PLACE = '/funds/ledger?program=assistants&year=2026';

describe('the ledger', () => {
  const web = openWeb();

  const fill = async (page: Page, yuan: string): Promise<void> => {
    await page.getByLabel('金额（元）').fill(yuan);
    await page.getByLabel('日期', { exact: true }).fill('2026-03-18');
    await page.getByLabel('文号（凭证号）').fill('演示财行〔2026〕9号');
    await page.getByLabel('会计科目').fill('演示科目');
    await page.getByRole('button', { name: '登记', exact: true }).click();
  };

  it('takes an issue from the city’s finance and its receipt from the county’s, and no more than was issued', async () => {
    const city = await web.open(PLACE, { as: 'finance' });
    await city.page.getByLabel('县（市、区）').last().selectOption('hongta');
    await fill(city.page, '1000.00');
    await city.page.getByText('已登记 1 条记录。').waitFor();

    const county = await web.open(PLACE, { as: 'county-hongta-finance', size: 'phone' });
    county.expect('answered: 422 POST /api/ledger');
    await fill(county.page, '1000.01');
    await county.page.getByText('超过已下达而未到位的金额1,000.00元').first().waitFor();
    await fill(county.page, '1000');
    await county.page.getByText('已登记 1 条记录。').waitFor();
    await county.page.getByText('市级补助已到位1,000.00元').waitFor();
  });

  it('a filing that was registered wrongly is taken back by the program officer, and registered anew by the county', async () => {
    const place = `${PLACE}&county=hongta`;
    const { page: county } = await web.open(place, { as: 'county-hongta' });
    const section = (page: Page) => page.locator('yh-filings');
    const register = async (day: string): Promise<void> => {
      await section(county).getByRole('button', { name: '登记备案' }).first().click();
      await section(county).getByLabel('报送日期').fill(day);
      await section(county).getByLabel('文号').fill('演示司发〔2026〕2号');
      await section(county).locator('form').getByRole('button', { name: '登记', exact: true }).click();
    };
    await register('2026-03-17');
    await comesTrue(async () => expect(await section(county).locator('form').count()).toBe(0));

    const { page: officer } = await web.open(place, { as: 'officer-1' });
    await section(officer).getByRole('button', { name: '撤销登记' }).first().click();
    const form = section(officer).locator('form');
    await form.getByRole('button', { name: '撤销登记' }).click();
    await form.getByText('请填写撤销原因').waitFor();
    await form.getByLabel('撤销原因').fill('日期登记有误');
    expect(await accessibilityFaults(officer)).toEqual([]);
    await form.getByRole('button', { name: '撤销登记' }).click();
    await comesTrue(async () =>
      expect(await section(officer).getByText('演示司发〔2026〕2号').count()).toBe(0),
    );

    await county.reload();
    await register('2026-03-18');
    await comesTrue(async () => expect(await section(county).locator('form').count()).toBe(0));
    expect(await overflows(county)).toEqual([]);
  });

  it('says what is missing before anything is sent', async () => {
    const { page } = await web.open(PLACE, { as: 'county-yimen-finance' });
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('请填写大于 0 的金额').waitFor();
    await page.getByText('请填写文号或凭证号').waitFor();
  });

  it('takes an entry back in red, with its reason', async () => {
    const { page } = await web.open(PLACE, { as: 'finance' });
    await page.getByLabel('县（市、区）').last().selectOption('eshan');
    await fill(page, '500');
    const row = page
      .locator('yh-ledger-entries tbody tr', { hasText: '演示财行〔2026〕9号' })
      .filter({ hasText: '峨山' });
    await row.getByRole('button', { name: '红字冲销' }).click();
    await page.getByLabel('冲销原因').fill('金额有误');
    await page.getByRole('button', { name: '冲销', exact: true }).click();
    const red = page.locator('yh-ledger-entries tbody tr', { hasText: '金额有误' });
    await red.waitFor();
    await comesTrue(async () => expect(await red.textContent()).toContain('−500.00'));
  });
});
