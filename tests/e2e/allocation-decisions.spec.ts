import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { verify } from '../golden/given-certificate';
import { comesTrue } from '../support/comes-true';
import { openWeb } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const YEAR = 'program=assistants&year=2026';
const SCENARIOS = `/allocations/scenarios?${YEAR}`;
const OVERVIEW = '/overview?program=assistants&year=2025';
const NOTICE = `/allocations/notices?${YEAR}`;
const SCAN = { name: '会签单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
const DRAFT = '测算稿，不作为分配依据';

describe('a scenario on its way to the counties', () => {
  const web = openWeb();

  const isSound = async (page: Page): Promise<void> => {
    expect(await overflows(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  };
  const act = async (
    page: Page,
    name: string,
    fill?: (dialog: ReturnType<Page['locator']>) => Promise<void>,
  ): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    await fill?.(dialog);
    await isSound(page);
    await dialog.getByRole('button', { name: /^(确定|报送)$/ }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  /** As somebody without a mouse would. */
  const returnedByKeyboard = async (page: Page, reason: string): Promise<void> => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    for (let stops = 0; stops < 120 && (await focused()) !== '退回'; stops += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await focused()).toBe('退回');
    await page.keyboard.press('Enter');
    const field = page.getByLabel('退回原因');
    await field.waitFor();
    for (
      let stops = 0;
      stops < 10 && !(await field.evaluate((one) => one === document.activeElement));
      stops += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.type(reason);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('确定');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  };
  /** As who is told of it under 需要您办, by the link that stands there. */
  const called = async (as: string, words: string | RegExp): Promise<Page> => {
    const { page } = await web.open(OVERVIEW, { as });
    await page.getByRole('link', { name: words }).click();
    await page.getByRole('heading', { name: '办理步骤' }).waitFor();
    return page;
  };
  const saysStep = (page: Page, words: string | RegExp) =>
    page.locator('.headline', { hasText: words }).first().waitFor();

  it('is compared and printed on one page before anybody decides', async () => {
    const { page } = await web.open(SCENARIOS, { as: 'officer-1' });
    await page.getByRole('checkbox').first().check();
    await page.getByRole('link', { name: '比较所选方案（1）' }).click();
    await page.getByRole('columnheader', { name: '维持现行分配' }).first().waitFor();
    await isSound(page);
    await page.goBack();
    await page.getByRole('rowheader').getByRole('link').first().click();
    await page.getByRole('link', { name: '打印一页纸（供集体研究）' }).click();
    await page.getByText('不具备调整依据，建议维持现行分配。').waitFor();
    const pages = (await page.pdf({ preferCSSPageSize: true }))
      .toString('latin1')
      .match(/\/Type\s*\/Page[^s]/g);
    expect(pages).toHaveLength(1);
  });

  it('is returned once, submitted again, decided, countersigned on paper, promulgated, checked and acknowledged', async () => {
    const { page: county } = await web.open(NOTICE, { as: 'county-hongta', size: 'phone' });
    await county.getByText('2026年的资金分配尚未印发').waitFor();
    await isSound(county);

    const { page: officer } = await web.open(SCENARIOS, { as: 'officer-1' });
    await officer.getByRole('rowheader').getByRole('link').first().click();
    await act(officer, '报送集体研究', async (dialog) => {
      expect(await dialog.getByLabel('所修订的文件').inputValue()).toBe('玉司发〔2014〕67号');
    });
    await saysStep(officer, '待党组会（局长办公会）集体研究');
    await officer.getByText(DRAFT).first().waitFor();
    await isSound(officer);

    const leader = await called('leader', /待党组会（局长办公会）集体研究/);
    await returnedByKeyboard(leader, '请补充说明各县理由。');
    await saysStep(leader, '请补充说明各县理由。');
    await leader.getByText('这一步不由您办理。').waitFor();

    const again = await called('officer-2', /被退回，待重新报送/);
    await again.getByText('全部记录（2 条）').click();
    await isSound(again);
    await act(again, '重新报送');
    await saysStep(again, '待党组会（局长办公会）集体研究');

    await leader.reload();
    await act(leader, '同意', (dialog) =>
      dialog.getByLabel('会议纪要编号（可不填）').fill('演示纪要〔2026〕3号'),
    );
    await saysStep(leader, '待财政会签');

    const finance = await called('finance', /待会签/);
    await act(finance, '登记线下签批', async (dialog) => {
      await dialog.getByLabel('编号（文号、会议纪要或签批单号）').fill('演示财函〔2026〕9号');
      await dialog.getByRole('button', { name: '确定' }).click();
      await dialog.getByText('请选择文件').waitFor();
      await dialog.getByLabel('扫描件').setInputFiles(SCAN);
    });
    await finance.getByText('待核对').first().waitFor();
    const checker = await called('officer-2', /待您核对/);
    await act(checker, '核对登记', async (dialog) => {
      await dialog.getByText('演示财函〔2026〕9号').waitFor();
      await dialog.getByRole('link', { name: /看扫描件/ }).waitFor();
    });
    await saysStep(checker, '待印发');

    const promulgating = await called('officer-1', /已会签，待印发/);
    await act(promulgating, '登记印发', (dialog) =>
      dialog.getByLabel('文号', { exact: true }).fill('演示司发〔2026〕12号'),
    );
    await promulgating.getByText(DRAFT).first().waitFor();
    await checker.reload();
    await act(checker, '核对登记');
    await checker.getByText('名额和金额已锁定。').waitFor();
    expect(await checker.getByText(DRAFT).count()).toBe(0);
    await checker.getByText('9 个县（市、区）中 0 个已签收。').waitFor();
    await isSound(checker);
    const [download] = await Promise.all([
      checker.waitForEvent('download'),
      checker.getByRole('link', { name: '下载核验凭证' }).click(),
    ]);
    expect(verify(JSON.parse(readFileSync(await download.path(), 'utf8')))).toMatchObject({
      ok: true,
      value: { valid: true },
    });

    await county.reload();
    await county.getByText('演示司发〔2026〕12号').first().waitFor();
    await isSound(county);
    await county.getByRole('button', { name: '签收' }).click();
    await county.getByText('2026年3月20日 签收').waitFor();
    expect(await county.getByText('江川区').count()).toBe(0);
    await checker.reload();
    await checker.getByText('9 个县（市、区）中 1 个已签收。').waitFor();
    await checker.getByRole('link', { name: '看通知 红塔区' }).click();
    await checker.getByRole('heading', { name: '红塔区 · 资金分配通知' }).waitFor();
    await comesTrue(async () => expect(await checker.getByRole('button', { name: '签收' }).count()).toBe(0));
    await isSound(checker);
  });
});
