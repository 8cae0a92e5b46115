import { comesTrue } from '../support/comes-true';
import { openWeb } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';
import type { Page } from 'playwright-core';

const PLACE = '/methods?program=assistants&year=2025';

describe('the evaluation methods', () => {
  const web = openWeb();

  const isSound = async (page: Page): Promise<void> => {
    expect(await overflows(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  };

  it('an officer revises the version in force by keyboard, is refused for 101 marks, mends them, looks at the changes and the simulation, and publishes', async () => {
    const tab = await web.open(PLACE, { as: 'officer-1' });
    const { page } = tab;
    await page.getByRole('button', { name: '由第1版修订' }).click();
    await page.getByRole('heading', { name: '草稿', exact: true }).waitFor();

    const row = (id: string) => page.locator(`[data-row="${id}"]`);
    // From the first row down to 满意度, its marks typed over by a digit.
    await row('process').focus();
    for (let down = 0; down < 13; down += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('6');
    await page.keyboard.press('Enter');
    await page.getByText('合计101分，比总分100分多1分').waitFor();
    await page.getByText('各指标分值合计101分，应为100分，多1分，请调整分值。').waitFor();
    await page.getByText('已保存', { exact: true }).waitFor();
    await isSound(page);

    tab.expect('answered: 422 POST /api/methods/drafts/');
    await page.getByRole('button', { name: '发布……' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('文号').fill('演示司发〔2026〕3号');
    await dialog.getByLabel('发布日期').fill('2026-03-20');
    await dialog.getByRole('button', { name: '确认发布' }).click();
    await dialog.getByText('各指标分值合计101分，应为100分').waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();

    await row('implementationBenefit').focus();
    await page.keyboard.press('4');
    await page.getByText('合计100分，与总分100分一致').waitFor();
    // What is moved, and taken back.
    await row('earmarkedUse').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await comesTrue(async () => expect(await row('earmarkedUse').getByText('1.1').count()).toBe(1));
    await page.keyboard.press('Control+z');
    await comesTrue(async () => expect(await row('earmarkedUse').getByText('1.2').count()).toBe(1));
    await row('onPostRate').focus();
    await page.getByText('实际值86.2 → 得13.61分（满分15分）').waitFor();
    await page.keyboard.press('Enter');
    await comesTrue(async () =>
      expect(await page.locator('#indicator-name').evaluate((one) => one === document.activeElement)).toBe(
        true,
      ),
    );

    await page.getByRole('button', { name: '修订对照' }).click();
    await page.getByText('指标“满意度”的分值由5分改为6分。').waitFor();
    await page.getByRole('button', { name: '试算', exact: true }).click();
    await page.locator('yh-method-simulation').getByRole('button', { name: '试算', exact: true }).click();
    await page.getByText('“满意度”的打分按分值折算（原满分5分，现6分）。').waitFor();
    await comesTrue(async () => expect(await page.locator('yh-method-simulation tbody tr').count()).toBe(9));
    await isSound(page);

    await page.getByText('已保存', { exact: true }).waitFor();
    await page.getByRole('button', { name: '发布……' }).click();
    await dialog.getByLabel('文号').fill('演示司发〔2026〕3号');
    await dialog.getByLabel('发布日期').fill('2026-03-20');
    await dialog.getByRole('button', { name: '确认发布' }).click();
    await page.getByRole('heading', { name: '第2版 · 现行' }).waitFor();
    await isSound(page);

    const { page: county } = await web.open('/methods/2?program=assistants', {
      as: 'county-hongta',
      size: 'phone',
    });
    await county.getByText('已发布的版本不再修改').waitFor();
    await isSound(county);
  });
});
