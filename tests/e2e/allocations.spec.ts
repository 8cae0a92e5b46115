import { comesTrue } from '../support/comes-true';
import { openWeb } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';
import type { Page } from 'playwright-core';

const PLACE = '/allocations?program=assistants&year=2026';
const LABEL = '测算稿，不作为分配依据';

describe("next year's split", () => {
  const web = openWeb();

  const isSound = async (page: Page): Promise<void> => {
    expect(await overflows(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  };
  /** The simulation has spoken: every county says how sure its change is. */
  const isSure = (page: Page) =>
    comesTrue(async () => expect(await page.locator('yh-how-sure tbody tr').count()).toBe(9));

  it('an officer raises performance from 20 to 30 % by keyboard, sees who would gain and how sure it is, reads why 澄江 keeps its posts, and saves it', async () => {
    const { page } = await web.open(PLACE, { as: 'officer-1' });
    await isSure(page);
    expect(await page.locator('.draft').textContent()).toContain(LABEL);
    const posts = page.locator('yh-proposed-split tfoot td');
    const [last, proposed, change] = await posts.allTextContents();
    expect(proposed?.trim()).toBe(last?.trim());
    expect(change?.trim()).toBe('0 / 0.00');

    const more = page.getByRole('button', { name: '绩效30%' });
    await more.focus();
    await page.keyboard.press('Enter');
    await comesTrue(async () => expect(await more.getAttribute('aria-pressed')).toBe('true'));
    await page
      .locator('.state')
      .getByText(/有 1 项与.*办法.*不同/)
      .waitFor();
    await comesTrue(() => Promise.resolve(expect(page.url()).toContain('settings=0.')));
    await page
      .getByText(/与.*办法.*相比（只看这一项）/)
      .first()
      .waitFor();
    await isSure(page);
    await isSound(page);

    const county = page.locator('yh-proposed-split tbody tr').filter({ hasText: '澄江' });
    expect(await county.locator('td').nth(2).textContent()).toMatch(/^\s*0\s/);
    await county.getByRole('link', { name: '为什么' }).click();
    await page.getByRole('heading', { name: '澄江市', level: 1 }).waitFor();
    await page.getByRole('heading', { name: '从等额份额到金额，逐步计算' }).waitFor();
    await comesTrue(async () => expect(await page.locator('.steps li').count()).toBeGreaterThan(5));
    expect(await page.locator('yh-why-months tbody tr').count()).toBe(12);
    await isSound(page);
    await page.getByRole('link', { name: '返回资金分配测算' }).click();
    await comesTrue(async () => expect(await more.getAttribute('aria-pressed')).toBe('true'));

    await page.getByRole('button', { name: '保存为测算方案……' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('方案名称').fill('绩效三成试算');
    await page.keyboard.press('Enter');
    await page.getByText('已保存为测算方案“绩效三成试算”').waitFor();
    // The same settings on the same evidence are one scenario.
    await page.getByRole('button', { name: '保存为测算方案……' }).click();
    await dialog.getByLabel('方案名称').fill('又一次');
    await page.keyboard.press('Enter');
    await page.getByText('已有同一方案：“绩效三成试算”').waitFor();
  });

  it('a link shows the same settings to a leader, who may play and saves nothing', async () => {
    const { page: officer } = await web.open(PLACE, { as: 'officer-1' });
    await officer.getByRole('button', { name: '绩效10%' }).click();
    await comesTrue(() => Promise.resolve(expect(officer.url()).toContain('settings=0.')));
    const link = officer.url().slice(web.address.length);
    const { page } = await web.open(link, { as: 'leader' });
    await comesTrue(async () =>
      expect(await page.getByRole('button', { name: '绩效10%' }).getAttribute('aria-pressed')).toBe('true'),
    );
    expect(await page.getByRole('button', { name: '保存为测算方案……' }).count()).toBe(0);
    await page.getByRole('button', { name: '维持现行分配', exact: true }).click();
    await comesTrue(async () =>
      expect((await page.locator('yh-proposed-split tfoot td').nth(2).textContent())?.trim()).toBe(
        '0 / 0.00',
      ),
    );
  });

  it('a wrong figure is refused where it stands and nothing is proposed, until it is undone', async () => {
    const { page } = await web.open(PLACE, { as: 'officer-1' });
    await page.locator('yh-setting-group').filter({ hasText: '年度最大调整' }).locator('summary').click();
    const field = page.getByLabel('最多增减');
    await field.fill('很多');
    await page.getByText('应为 0 至 1,000,000 的整数，请改正').first().waitFor();
    await comesTrue(async () =>
      expect((await page.locator('yh-proposed-split tfoot td').nth(1).textContent())?.trim()).toBe('—'),
    );
    await isSound(page);
    await page.getByRole('button', { name: '撤销' }).click();
    await comesTrue(async () => expect(await field.inputValue()).toBe('1'));
  });

  it('mediation keeps its split: every control is off, and says why', async () => {
    const { page } = await web.open('/allocations?program=mediation&year=2026', {
      as: 'officer-1',
      size: 'phone',
    });
    await page.getByText('调整测算设置').click();
    await page.locator('.obstacle').waitFor();
    expect(await page.getByRole('button', { name: '绩效20%' }).isDisabled()).toBe(true);
    expect(await page.locator('yh-chart-panel').count()).toBe(0);
    await isSound(page);
  });
});
