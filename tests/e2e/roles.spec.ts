import type { Page } from 'playwright-core';
import { given } from '../api/requests';
import { openWeb, settled } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { wordsOf } from './page-checks';

const YEAR = 'program=assistants&year=2025';
const OTHERS = /江川|澄江|通海|华宁|易门|峨山|新平|元江/;

describe('what a role sees', () => {
  const web = openWeb();
  const rowsOf = (page: Page, table: string): Promise<string[]> =>
    page
      .locator(`${table} tbody th :is(a, .pick)`)
      .evaluateAll((names) => names.map((one) => (one.textContent ?? '').trim()));
  /** What is offered, without the number of duties that stands under its name. */
  const navigation = async (page: Page): Promise<string[]> =>
    (await page.locator('.top nav > a, .top nav yh-county-picker > *').allInnerTexts()).map(
      (one) => one.trim().split('\n')[0] ?? '',
    );

  it('a county sees its own row everywhere, and no other county’s name', async () => {
    const { page: overview } = await web.open(`/overview?${YEAR}`, { as: 'county-hongta' });
    expect(await rowsOf(overview, 'yh-county-rows')).toEqual(['红塔区']);
    const { page: funds } = await web.open(`/funds?${YEAR}`, { as: 'county-hongta' });
    expect(await rowsOf(funds, 'yh-funds-table')).toEqual(['红塔区']);
    // The list of counties leads to the only one there is.
    const { page: own } = await web.open(`/counties?${YEAR}`, { as: 'county-hongta' });
    await own.getByRole('heading', { level: 1, name: '红塔区' }).waitFor();
    await settled(own);
    expect(own.url()).toBe(`${web.address}/counties/hongta?${YEAR}`);
    for (const page of [overview, funds, own]) expect(await wordsOf(page)).not.toMatch(OTHERS);
    expect(await navigation(own)).toEqual([
      ...['总览', '本县（市、区）', '指标', '资金', '督查', '问题整改', '工作量', '花名册'],
      ...['绩效目标', '评价办法', '绩效评价', '资金分配通知', '时限与待办', '官方文本'],
    ]);
  });

  it('a county is told that the allocation is not for its role, and nothing of it is asked for', async () => {
    const { page } = await web.open('/allocations?program=assistants&year=2026', { as: 'county-hongta' });
    await comesTrue(async () => expect(await page.locator('h1').textContent()).toBe('无权查看'));
    await page.getByText('您的角色无权查看').waitFor();
    expect(await page.locator('table').count()).toBe(0);
  });

  it('the address of another county says that there is none to be read', async () => {
    const tab = await web.open('/overview', { as: 'county-hongta' });
    tab.expect('answered: 404 GET /api/counties/jiangchuan');
    await tab.page.goto(`${web.address}/counties/jiangchuan?${YEAR}`);
    await tab.page.getByText('没有这个县（市、区），或者您的账户无权查看').waitFor();
    expect(await wordsOf(tab.page)).not.toMatch(OTHERS);
    await tab.page.getByRole('link', { name: '查看可以看的县（市、区）' }).click();
    await tab.page.getByRole('heading', { level: 1, name: '红塔区' }).waitFor();
  });

  it('the address of another county’s score or sheet explains nothing', async () => {
    const { finalisedRun } = await given(web.server);
    for (const [explain, answer] of [
      [`score:${finalisedRun}:jiangchuan`, `/api/scoring-runs/${finalisedRun}/counties/jiangchuan`],
      ['inspection:jiangchuan:2025-02', '/api/inspections/jiangchuan/2025-02'],
    ]) {
      const tab = await web.open(`/overview?${YEAR}`, { as: 'county-hongta' });
      tab.expect(`answered: 404 GET ${answer}`);
      await tab.page.goto(`${web.address}/overview?${YEAR}&explain=${explain}`);
      await tab.page.locator('dialog[open]').getByText('没有这份记录，或者您的账户无权查看').waitFor();
      expect(await wordsOf(tab.page)).not.toMatch(OTHERS);
    }
  });

  it.each([
    ['finance', 0],
    ['inspector', 0],
    ['officer-1', 1],
    ['leader', 0],
  ])('%s reads the whole city; only the program office may load a text', async (as, loads) => {
    const { page: overview } = await web.turn(`/overview?${YEAR}`, { as });
    expect(await rowsOf(overview, 'yh-county-rows')).toHaveLength(9);
    const { page: allocation } = await web.turn('/allocations?program=assistants&year=2026', { as });
    expect(await rowsOf(allocation, 'yh-proposed-split')).toHaveLength(9);
    const { page: texts } = await web.turn(`/publications?${YEAR}`, { as });
    await comesTrue(async () => expect(await texts.getByText('选择文件').count()).toBe(loads));
  });

  it.each([
    ['system-admin', '/administration/accounts', ['账户管理', '安全设置']],
    ['security-admin', '/administration/security', ['账户管理', '安全设置']],
    ['audit-admin', '/audit', ['审计日志', '安全设置']],
    ['evaluator-1', '/evaluations', ['绩效评价', '评价办法']],
    ['lead-evaluator', '/evaluations', ['绩效评价', '评价办法']],
  ])(
    '%s begins at %s, whatever page of figures it asks for, and is offered its own',
    async (as, start, own) => {
      for (const place of ['/', `/overview?${YEAR}`, `/counties/hongta?${YEAR}`, `/publications?${YEAR}`]) {
        const { page } = await web.turn(place, { as });
        await page.waitForURL(`${web.address}${start}`);
        await settled(page);
        expect(await navigation(page)).toEqual(own);
      }
    },
  );

  it('a justice office is told honestly that there is no page for it yet, at whatever address', async () => {
    for (const place of ['/', `/overview?${YEAR}`, `/counties/hongta?${YEAR}`, `/publications?${YEAR}`]) {
      const { page } = await web.turn(place, { as: 'office-hongta-1' });
      await page.getByText('您的角色（司法所）在本版本中还没有业务页面').waitFor();
      await comesTrue(async () =>
        expect(await page.getByText('司法所初审等页面将在后续版本提供').isVisible()).toBe(true),
      );
      expect(await page.locator('table').count()).toBe(0);
      expect(await navigation(page)).toEqual([]);
    }
  });

  it.each([
    ['leader', '/audit', '审计日志由审计管理员查看'],
    ['system-admin', '/methods', '评价办法供业务人员和评价人员查阅'],
    ['system-admin', '/audit', '审计日志由审计管理员查看'],
    ['system-admin', '/audit/seals', '审计日志由审计管理员查看'],
    ['officer-1', '/administration/accounts', '由负责账户和安全的管理员使用'],
    ['audit-admin', '/administration/accounts/new', '由负责账户和安全的管理员使用'],
    ['security-admin', '/administration/accounts/new', '由负责账户和安全的管理员使用'],
    ['evaluator-1', '/administration/security', '由负责账户和安全的管理员使用'],
    ['audit-admin', '/evaluations', '评价批次由评价的组织单位'],
  ])('%s is told at %s whose page it is, and nothing of it is asked for', async (as, place, whose) => {
    const { page } = await web.turn(place, { as });
    await page.getByText(whose).waitFor();
    await comesTrue(async () => expect(await page.locator('h1').textContent()).toBe('无权查看'));
    expect(await page.locator('table, form').count()).toBe(0);
  });
});
