import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { filledWorkbook, opened } from '../integration/imports/filled-workbook';
import { inventedCard, inventedIdentityNumber } from '../support/invented-numbers';
import { openWeb, type Size, SIZES } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { accessibilityFaults, overflows } from './page-checks';

const YEAR = 'program=assistants&year=2026';
const dialog = (page: Page) => page.locator('dialog[open]');

async function sound(page: Page): Promise<void> {
  expect(await overflows(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
}

describe('the roster', () => {
  const web = openWeb();

  it('takes in several people by Excel, after a wrong number was mended, on a phone', async () => {
    const { page } = await web.open(`/roster?${YEAR}`, { as: 'county-xinping', size: 'phone' });
    const panel = page.locator('yh-roster-workbook');
    const link = panel.getByRole('link', { name: '下载花名册工作簿' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const downloaded = readFileSync(await download.path());
    const table = (await opened(downloaded)).worksheets[0];
    let row = 4;
    while (table?.getCell(`B${row}`).text) row += 1;
    const number = inventedIdentityNumber();
    const person = {
      ...{ [`B${row}`]: '王新来', [`E${row}`]: '劳动合同', [`F${row}`]: '局机关', [`J${row}`]: '2026-03-02' },
    };
    const upload = async (identity: string): Promise<void> =>
      panel.locator('input[type=file]').setInputFiles({
        ...{ name: '花名册.xlsx', mimeType: 'application/octet-stream' },
        buffer: await filledWorkbook(downloaded, { ...person, [`C${row}`]: identity }),
      });
    await upload(`${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`);
    await panel.getByText('公民身份号码的校验位不符').waitFor();
    await panel.getByRole('link', { name: '下载标注后的花名册' }).waitFor();
    await sound(page);
    await upload(number);
    await panel.getByRole('button', { name: '导入花名册' }).click();
    await panel.getByText('已导入：新登记1人，修改0人。').waitFor();
    await page.getByRole('row').filter({ hasText: '王新来' }).waitFor();
    await sound(page);
  });

  it.each(['phone', 'desk'] as const satisfies readonly Size[])(
    'takes in somebody, shows whole numbers for a reason, and lets them leave, on a %s',
    async (size) => {
      const { page } = await web.open(`/roster?${YEAR}`, { as: 'county-eshan', size });
      expect(page.viewportSize()).toEqual(SIZES[size]);
      await page.getByText(/^核定名额 15 个，在岗 \d+ 人/).waitFor();
      await page.getByRole('link', { name: '登记协勤人员' }).click();
      const [name, number, card] = [`王试录${size}`, inventedIdentityNumber(), inventedCard()];
      await page.locator('#name').fill(name);
      await page
        .locator('#identity-number')
        .fill(`${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`);
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('公民身份号码的校验位不符').waitFor();
      await page.locator('#identity-number').fill(number);
      await page.locator('#bank-card').fill(card);
      await page.locator('#on-post-from').fill('2026-03-02');
      await sound(page);
      await page.getByRole('button', { name: '保存' }).click();

      const row = page.getByRole('row').filter({ hasText: name });
      await row.getByText(`530499********${number.slice(14)}`).waitFor();
      await sound(page);
      await row.getByRole('button', { name: /^查看号码/ }).click();
      await dialog(page).getByLabel('原因').fill('核对工资代发名单');
      await sound(page);
      await dialog(page).getByRole('button', { name: '查看', exact: true }).click();
      await dialog(page).getByText(number).waitFor();
      await dialog(page).getByText(card).waitFor();
      await dialog(page).getByRole('button', { name: '关闭' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      expect((await page.content()).includes(number)).toBe(false);

      await row.getByRole('button', { name: /^离岗/ }).click();
      await dialog(page).getByLabel('最后在岗日').fill('2026-03-10');
      await dialog(page).getByLabel('原因').fill('个人原因辞职');
      await dialog(page).getByRole('button', { name: '确认离岗' }).click();
      await row.getByText('不在岗', { exact: true }).waitFor();
      await row.getByText('2026年3月2日 至 2026年3月10日').waitFor();
      await row.getByText('个人原因辞职', { exact: true }).waitFor();
    },
  );

  it('of a change that a colleague made meanwhile shows both, and keeps what was typed', async () => {
    const { page, expect: expectComplaint } = await web.open(`/roster?${YEAR}`, { as: 'county-eshan' });
    const row = page.getByRole('row').filter({ hasText: '演示人员003' });
    await row.getByRole('link', { name: /^修改/ }).click();
    await page.locator('#contract-until').fill('2027-06-30');
    await page.getByLabel('原因', { exact: true }).fill('合同续签');
    const id = /roster\/([0-9a-f-]{36})\/change/.exec(page.url())?.[1] ?? '';
    const left = await web.server.request({
      method: 'POST',
      url: `/api/roster/${id}/off-post`,
      as: 'county-eshan',
      headers: { 'if-match': '"1"' },
      body: { lastDay: '2026-03-10', reason: '调离' },
    });
    expect(left.status).toBe(200);
    expectComplaint(`answered: 409 PUT /api/roster/${id}`);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('cell', { name: /至 2026年3月10日（调离）/ }).waitFor();
    await page.getByRole('button', { name: '已核对，按最新内容继续' }).click();
    await comesTrue(async () =>
      expect(await page.locator('#contract-until').inputValue()).toBe('2027-06-30'),
    );
  });

  it('of the leader is counts of every county, and of finance too', async () => {
    for (const as of ['leader', 'finance']) {
      const { page } = await web.open('/roster?program=assistants&year=2025', { as });
      await page.getByRole('row').filter({ hasText: '红塔区' }).getByText('21/25').first().waitFor();
      expect((await page.content()).includes('演示人员')).toBe(false);
    }
  });
});
