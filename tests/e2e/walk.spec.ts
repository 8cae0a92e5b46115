import type { County } from '@yuheng/shared/contract/counties';
import type { Overview } from '@yuheng/shared/contract/overview';
import type { ExplanationStep, ScoringRun } from '@yuheng/shared/contract/scoring-runs';
import type { Page } from 'playwright-core';
import { openWeb, settled, signInByForm } from '../support/web';
import { comesTrue } from '../support/comes-true';

const OVERVIEW = '/overview?program=assistants&year=2025';
const COUNTY = '/counties/jiangchuan?program=assistants&year=2025';

describe('the leader', () => {
  const web = openWeb();

  const read = async <Body>(url: string): Promise<Body> =>
    (await web.server.request({ url, as: 'leader' })).json<Body>();
  const placeOf = (page: Page): string => page.url().slice(web.address.length);
  const drawer = (page: Page) => page.locator('dialog[open]');

  it('is told why a password is refused, and then comes to the page that was asked for', async () => {
    const tab = await web.open(OVERVIEW);
    const { page } = tab;
    expect(placeOf(page)).toBe(`/sign-in?return=${encodeURIComponent(OVERVIEW)}`);
    tab.expect('answered: 401 POST /api/session');
    await signInByForm(page, 'leader', 'not the password');
    await page.getByRole('alert').getByText('用户名或密码不正确').waitFor();
    await signInByForm(page, 'leader');
    await page.locator('.headline').waitFor();
    expect(placeOf(page)).toBe(OVERVIEW);
  });

  it('is returned to no address outside of the program', async () => {
    const { page } = await web.open('/sign-in?return=//elsewhere.example/overview');
    await signInByForm(page, 'leader');
    await page.locator('.headline').waitFor();
    expect(placeOf(page)).toMatch(/^\/overview/);
  });

  it('reads in one sentence and one table what the interface of the server says', async () => {
    const { page } = await web.open(OVERVIEW, { as: 'leader' });
    const overview = await read<Overview>(`/api${OVERVIEW}`);
    await comesTrue(async () =>
      expect(await page.locator('.headline').textContent()).toBe(overview.headline.zh),
    );
    const rows = page.locator('yh-county-rows tbody tr');
    await comesTrue(async () => expect(await rows.count()).toBe(9));
    const warnings = overview.counties.filter(({ light }) => light === 'warning').length;
    expect(overview.headline.zh).toContain(`${warnings} 个预警`);
    await comesTrue(async () =>
      expect(await rows.locator('td.wide .mark[data-light="warning"]').count()).toBe(warnings),
    );
    const wages = await rows.locator('td[data-label="工资"] .rate').allTextContents();
    expect(wages).toEqual(overview.counties.map((one) => `${one.wages.rate}%`));
    const risks = page.locator('section', { hasText: '风险提示' }).last().locator('li');
    expect((await risks.allTextContents()).map((one) => one.trim())).toEqual(
      overview.risks.map(({ text }) => text.zh),
    );
  });

  it('walks from the overview down to a record and sees what it moved, and back up again', async () => {
    const { page } = await web.open(OVERVIEW, { as: 'leader' });
    const { result } = await read<County>(`/api${COUNTY}`);
    const run = result?.scoringRun ?? '';
    const leaf = await leafWithInspections(run);

    const county = page.getByRole('button', { name: '江川区' });
    await county.click();
    await comesTrue(async () => expect(await page.locator('.headline').textContent()).toContain('江川区：'));
    await county.click();
    await page.getByRole('heading', { level: 1, name: '江川区' }).waitFor();
    await settled(page);
    expect(placeOf(page)).toBe(COUNTY);

    await page.getByRole('link', { name: `${result?.total} 分` }).click();
    await drawer(page).getByRole('heading', { name: '江川区：得分怎么来的' }).waitFor();
    await comesTrue(async () =>
      expect(await drawer(page).locator('.total').textContent()).toContain(result?.total),
    );
    const total = page.url();

    await drawer(page).getByRole('link', { name: leaf.name, exact: true }).first().click();
    await drawer(page)
      .getByRole('heading', { name: `江川区：${leaf.name}怎么来的` })
      .waitFor();
    await drawer(page).getByRole('link', { name: '2025年4月', exact: true }).first().click();
    await drawer(page).getByRole('heading', { name: '江川区 2025年4月督查表' }).waitFor();
    const moved = drawer(page).locator('.moved a');
    await moved.getByText(leaf.name).first().click();
    await drawer(page)
      .getByRole('heading', { name: `江川区：${leaf.name}怎么来的` })
      .waitFor();
    await page.goBack();
    await drawer(page).getByRole('heading', { name: '江川区 2025年4月督查表' }).waitFor();
    await drawer(page).getByRole('navigation').getByRole('link', { name: '总分' }).click();
    await drawer(page).getByRole('heading', { name: '江川区：得分怎么来的' }).waitFor();
    expect(page.url()).toBe(total);
  });

  it('closes what is explained with Escape, and is where it was opened', async () => {
    const { page } = await web.open(COUNTY, { as: 'leader' });
    const link = page.getByRole('link', { name: /年度评价结果/ });
    await link.click();
    await drawer(page).waitFor();
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
    // The dialogue closes at once; the address follows it.
    await page.waitForURL(web.address + COUNTY);
    await comesTrue(async () =>
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true),
    );
  });

  it('shares what is shown by its address: a new tab shows the same drawer on the same page', async () => {
    const { result } = await read<County>(`/api${COUNTY}`);
    const { page } = await web.open(COUNTY, { as: 'leader' });
    await page.getByRole('link', { name: /年度评价结果/ }).click();
    await drawer(page).locator('.total').waitFor();
    const { page: other } = await web.open(placeOf(page), { as: 'leader' });
    await drawer(other).locator('.total').waitFor();
    await comesTrue(async () =>
      expect(await drawer(other).textContent()).toBe(await drawer(page).textContent()),
    );
    await comesTrue(async () => expect(await drawer(other).textContent()).toContain(result?.total));
    await comesTrue(async () => expect(await other.locator('h1').textContent()).toBe('江川区'));
  });

  it('sorts by a column in the address, and finds the official order again', async () => {
    const { page } = await web.open(OVERVIEW, { as: 'leader' });
    const names = page.locator('yh-county-rows tbody th .pick');
    const official = await names.allTextContents();
    await page.getByRole('button', { name: /^工资/ }).click();
    await page.getByText('已按“工资”排序，非官方排序').waitFor();
    expect(placeOf(page)).toBe(`${OVERVIEW}&sort=wages`);
    expect((await names.allTextContents())[0]?.trim()).toBe('江川区');
    await page.getByRole('button', { name: '恢复官方排序' }).click();
    await page.getByText('非官方排序').waitFor({ state: 'detached' });
    await comesTrue(async () => expect(await names.allTextContents()).toEqual(official));
  });

  it('switches the language at once and stays on the page', async () => {
    const { page } = await web.open(OVERVIEW, { as: 'leader' });
    const { headline } = await read<Overview>(`/api${OVERVIEW}`);
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText(headline.en).waitFor();
    expect(placeOf(page)).toBe(OVERVIEW);
    await comesTrue(async () => expect(await page.locator('html').getAttribute('lang')).toBe('en'));
    await comesTrue(async () => expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true));
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByText(headline.zh).waitFor();
  });

  it('signs out for good: the way back shows the sign-in page and no figure', async () => {
    const { page } = await web.open(OVERVIEW);
    await signInByForm(page, 'leader');
    await page.locator('.headline').waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    expect(await page.locator('.headline').count()).toBe(0);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
  });

  /** A leaf of 江川区 whose score rests on inspections. */
  async function leafWithInspections(run: string): Promise<{ name: string }> {
    const { score, leaves } = await read<{
      score: ScoringRun['counties'][number];
      leaves: Record<string, ExplanationStep>;
    }>(`/api/scoring-runs/${run}/counties/jiangchuan`);
    const rests = (step: ExplanationStep): boolean =>
      step.records.some(({ kind }) => kind === 'inspection') || step.children.some(rests);
    const leaf = score.leaves.find(({ id }) => leaves[id] !== undefined && rests(leaves[id]));
    return { name: leaf?.name.zh ?? '' };
  }
});
