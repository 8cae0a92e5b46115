import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { Page } from 'playwright-core';
import { openWeb } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { accessibilityFaults, overflows } from './page-checks';

const ROUND = nameBasedUuid('round/assistants/2025/financeEvaluation');
const COUNTIES = 'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');
/** What the program computes, as the rows stand. */
const COMPUTED = [
  'executionRateOfReceipts',
  'earmarkedUse',
  'filingTimeliness',
  'socialInsuranceCoverage',
  'onPostRate',
  'wageTimeliness',
  'cityPartPassedOn',
  'inspectionAverage',
  'rectificationTimeliness',
];
const saved = (page: Page) => page.locator('yh-score .about').getByText('已保存').waitFor();
const dialog = (page: Page) => page.locator('dialog[open]');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const at = (page: Page, id: string) => comesTrue(async () => expect(await focused(page)).toBe(id));

async function sound(page: Page): Promise<void> {
  expect(await overflows(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
}

describe('the workspace of an evaluator', () => {
  const web = openWeb();
  const rows = (query: string, values: unknown[] = []) =>
    web.server.sql<Record<string, unknown>>(query, values);

  it('takes three indicators across nine counties and then one county down to the signature, by keyboard alone', async () => {
    const { page } = await web.open(`/evaluations/${ROUND}/score`, { as: 'evaluator-3' });
    await page.getByText('需人工打分 18 项，已完成 0；系统计算 81 项，待确认 81。').waitFor();
    await sound(page);

    // Across: two indicators that people mark. Full-width digits are understood, and Enter goes on by itself.
    await page.locator('#box-hongta\\/implementationBenefit').focus();
    for (const county of COUNTIES) {
      await at(page, `box-${county}/implementationBenefit`);
      await page.keyboard.type(county === 'hongta' ? '４．５' : '5');
      await page.keyboard.press('Enter');
    }
    for (const county of COUNTIES) {
      await at(page, `box-${county}/satisfaction`);
      await page.keyboard.type('5');
      await page.keyboard.press('ArrowDown');
    }
    await saved(page);
    await page.getByText('需人工打分 18 项，已完成 17；').waitFor();

    // The third is computed: each is confirmed as it is seen.
    await page.goto(`${new URL(page.url()).origin}/evaluations/${ROUND}/score?indicator=onPostRate`);
    await page.locator('#box-hongta\\/onPostRate').focus();
    for (const county of COUNTIES) {
      await at(page, `box-${county}/onPostRate`);
      await page.keyboard.press('Control+Enter');
    }
    await page.getByText('待确认 72。').waitFor();

    // Behind the last county stands the next indicator; one key leads back to the one before it.
    await at(page, 'box-hongta/wageTimeliness');
    await page.keyboard.press('Alt+ArrowUp');
    await at(page, 'box-hongta/onPostRate');

    // One county: what is lacking is named before anything is signed.
    await page.keyboard.press('Alt+t');
    await page.getByRole('radio', { name: '逐县纵向打分' }).and(page.locator(':checked')).waitFor();
    await at(page, 'box-hongta/onPostRate');
    await page.keyboard.press('Alt+s');
    await page.getByRole('alert').getByText('还有9处未完成，补充后才能提交：').waitFor();
    await page.locator('#box-hongta\\/executionRateOfReceipts').focus();
    for (const leaf of COMPUTED) {
      await at(page, `box-hongta/${leaf}`);
      await page.keyboard.press('Control+Enter');
    }
    await comesTrue(async () => expect(await page.locator('[data-state="confirm"]').count()).toBe(0));
    await page.locator('#box-hongta\\/implementationBenefit').focus();
    await page.keyboard.press('Alt+r');
    await at(page, 'remark-0-point');
    for (const words of ['台账不完整', '三月缺一次走访记录', '评分标准第二项', '第3页']) {
      await page.keyboard.type(words);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await at(page, 'box-hongta/implementationBenefit');
    await saved(page);
    await sound(page);
    await page.keyboard.press('Alt+s');
    await dialog(page).getByText('本人确认：以上评分依据评价办法和佐证材料独立作出').waitFor();
    await sound(page);
    await page.keyboard.type('Yuheng-demo-2025');
    await page.keyboard.press('Enter');
    await page.getByText(/红塔区评分表已提交并锁定，校验码 [0-9a-f]{6}。/).waitFor();
    await page.getByText('已于').first().waitFor();
    expect(await page.locator('#box-hongta\\/satisfaction').getAttribute('readonly')).not.toBeNull();
    await sound(page);
    const submitted = await rows(
      `select kind, count(*)::int as count from evaluator_mark
       where account_id = $1 and round_id = $2 group by kind order by kind`,
      [accountIdOf('evaluator-3'), ROUND],
    );
    expect(submitted).toEqual([
      { kind: 'confirmation', count: 9 },
      { kind: 'mark', count: 2 },
    ]);
  });
});
