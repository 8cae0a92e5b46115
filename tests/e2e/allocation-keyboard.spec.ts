import type { Page } from 'playwright-core';
import { comesTrue } from '../support/comes-true';
import { openWeb } from '../support/web';

const PLACE = '/allocations?program=assistants&year=2026';
/** More stops than any page of the allocation has. */
const MOST_STOPS = 260;

/** The name by which a reader of the screen would hear what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement | null;
    if (!one) return '';
    const labels = (one as HTMLInputElement).labels;
    const named =
      one.getAttribute('aria-label') ??
      Array.from(labels ?? [])
        .map((label) => label.textContent)
        .join(' ');
    return (named || (one.textContent ?? '')).replace(/\s+/g, ' ').trim();
  });

/** Tabs on until what is named has the focus. */
async function reach(page: Page, name: string | RegExp): Promise<void> {
  const isIt = (said: string): boolean => (typeof name === 'string' ? said === name : name.test(said));
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (isIt(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(name)} is not reached by the keyboard.`);
}
async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await reach(page, name);
  await page.keyboard.press(key);
}

describe('an officer without a mouse', () => {
  const web = openWeb();
  const isSure = (page: Page) =>
    comesTrue(async () => expect(await page.locator('yh-how-sure tbody tr').count()).toBe(9));

  it('raises performance from 20 to 30 %, reads the effect and the why of 澄江, saves, compares and submits', async () => {
    const { page } = await web.open(PLACE, { as: 'officer-1' });
    await isSure(page);
    await press(page, /^绩效20%/);
    await comesTrue(async () =>
      expect(await page.getByRole('button', { name: '绩效20%' }).getAttribute('aria-pressed')).toBe('true'),
    );
    await press(page, /^绩效30%/);
    await comesTrue(async () =>
      expect(await page.getByRole('button', { name: '绩效30%' }).getAttribute('aria-pressed')).toBe('true'),
    );
    await page
      .getByText(/与.*办法.*相比（只看这一项）/)
      .first()
      .waitFor();
    await comesTrue(() => Promise.resolve(expect(page.url()).toContain('settings=0.')));
    await isSure(page);

    await press(page, /^为什么.*澄江市/);
    await page.getByRole('heading', { name: '澄江市', level: 1 }).waitFor();
    await comesTrue(async () => expect(await page.locator('.steps li').count()).toBeGreaterThan(5));
    await press(page, '返回资金分配测算');
    await isSure(page);

    await press(page, '保存为测算方案……');
    await page.locator('dialog[open]').getByLabel('方案名称').waitFor();
    await reach(page, '方案名称');
    await page.keyboard.type('绩效三成');
    await page.keyboard.press('Enter');
    await page.getByText('已保存为测算方案“绩效三成”').waitFor();

    await press(page, '测算方案');
    await page.getByRole('heading', { name: '已保存的方案' }).waitFor();
    await press(page, /^比较.*绩效三成$/, 'Space');
    await press(page, '比较所选方案（1）');
    await page.getByRole('columnheader', { name: '维持现行分配' }).first().waitFor();
    await page.getByText('绩效三成').first().waitFor();
    await press(page, '绩效三成');
    await press(page, '报送集体研究');
    await page.locator('dialog[open]').getByLabel('所修订的文件').waitFor();
    await press(page, '报送');
    await page.locator('.headline', { hasText: '待党组会（局长办公会）集体研究' }).first().waitFor();
    await page.getByText('测算稿，不作为分配依据').first().waitFor();
  });
});
