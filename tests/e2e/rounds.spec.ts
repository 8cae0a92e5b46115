import type { Page } from 'playwright-core';
import { comesTrue } from '../support/comes-true';
import { openWeb } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const YEAR = 'program=assistants&year=2026';

describe('an evaluation round', () => {
  const web = openWeb();

  const isSound = async (page: Page): Promise<void> => {
    expect(await overflows(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  };
  const told = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

  const take = async (page: Page, person: string, rank: string): Promise<void> => {
    const form = page.locator('yh-member-form');
    await form.getByLabel('人员').selectOption({ label: `演示·${person}` });
    await form.getByLabel('第三方机构').selectOption({ index: 1 });
    await form.getByLabel('职责').selectOption({ label: rank });
    await form.getByRole('button', { name: '加入评价组' }).click();
    await page
      .locator('yh-team-panel table')
      .getByText(`演示·${person.split('（')[0]}`)
      .waitFor();
  };
  const register = async (page: Page, step: string, over?: string): Promise<void> => {
    await page.getByRole('button', { name: `登记“${step}”` }).click();
    const form = page.locator('yh-step-list form');
    if (over) {
      await form.getByLabel('略过').check();
      await form.getByLabel('略过的原因').fill(over);
    }
    await form.getByRole('button', { name: `登记“${step}”` }).click();
    await form.waitFor({ state: 'detached' });
  };

  it('is opened by the bureau, given a team that declares its interests, assigned and scored; who has a conflict is not sent there', async () => {
    const { page } = await web.open(`/evaluations?${YEAR}`, { as: 'officer-1' });
    await page.getByRole('button', { name: '建立批次 部门评价' }).click();
    await page.getByLabel('取证止月').fill('2026-02');
    await page.getByLabel('评分截止日').fill('2026-04-10');
    await page.getByLabel('意见反馈截止日').fill('2026-04-24');
    await page.getByRole('button', { name: '建立', exact: true }).click();
    await told(page, '尚未开始，下一步是“委托”。');
    const round = new URL(page.url()).pathname;

    await take(page, '评价人员一（evaluator-1）', '组成员');
    await take(page, '评价人员二（evaluator-2）', '组成员');
    await take(page, '主评人（lead-evaluator）', '主评人');
    for (const step of ['委托', '方案', '通知']) await register(page, step);
    for (const step of ['资料清单', '现场']) await register(page, step, '线上核查');
    await told(page, '还有27项');

    for (const as of ['evaluator-1', 'evaluator-2']) {
      const { page: own } = await web.open(round, { as, size: 'phone' });
      await told(own, '请先逐县（市、区）申报利害关系');
      if (as === 'evaluator-1') {
        await own.locator('yh-declaration-form select').first().selectOption({ label: '有利害关系，回避' });
        await own.getByLabel('红塔区：利害关系的情况').fill('近亲属在该局任职');
        await isSound(own);
      }
      await own.getByRole('button', { name: '其余均无利害关系' }).click();
      await own.getByRole('button', { name: '提交申报（9）' }).click();
      await told(own, '您已申报全部 9 个');
    }

    await page.reload();
    await told(page, '回避：红塔区');
    await page.getByRole('button', { name: '自动分工（试算）' }).click();
    await told(page, '以下为试算结果，尚未保存');
    const ofFirst = page.getByLabel(/^红塔区 .* 第1人$/);
    await comesTrue(async () =>
      expect(
        await ofFirst.evaluateAll((all) =>
          all.map((one) => (one as HTMLSelectElement).selectedOptions[0]?.textContent?.trim()),
        ),
      ).toEqual(Array(3).fill('演示·评价人员二')),
    );
    await page.getByRole('button', { name: '保存分工' }).click();
    await told(page, '分工已保存。');
    await isSound(page);
    await page.getByRole('button', { name: '开始打分' }).click();
    await page.locator('yh-step-list form').getByRole('button', { name: '开始打分' }).click();
    await told(page, '正在打分：应打18项，已提交0项，截止2026年4月10日。');
  });
});
