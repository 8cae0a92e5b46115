import type { Page } from 'playwright-core';
import { givenManyFindings, YEAR_OF_MANY } from '../support/many-findings';
import { openWeb, settled } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { accessibilityFaults, overflows } from './page-checks';

const PLACE = '/findings?program=assistants&year=2025';
const COUNTY = 'county-hongta';

describe('findings and doubts', () => {
  const web = openWeb();
  const drawer = (page: Page) => page.locator('dialog.drawer[open]');

  /** As the inspector's own form raises it. */
  async function asked(text: string): Promise<void> {
    const answer = await web.server.request({
      method: 'POST',
      url: '/api/doubts',
      as: 'inspector',
      body: { program: 'assistants', county: 'hongta', month: '2025-12', item: 'staffOnPost', text },
    });
    expect(answer.status).toBe(201);
  }

  async function explain(page: Page, question: string, answer: string): Promise<void> {
    await page.getByRole('link', { name: question }).click();
    await drawer(page).getByLabel('说明', { exact: true }).fill(answer);
    await drawer(page).getByLabel('佐证材料（文件名称、凭证号或链接）').fill('花名册');
    await drawer(page).getByRole('button', { name: '提交说明' }).click();
    await drawer(page).getByText(answer).waitFor();
  }

  it('a county explains on its phone; of two doubts one is accepted and one becomes a finding that goes to its closure', async () => {
    await asked('请说明12月在岗人数。');
    await asked('请说明12月考勤记录。');

    const { page: phone } = await web.open(PLACE, { as: COUNTY, size: 'phone' });
    await explain(phone, '请说明12月在岗人数。', '人数与花名册一致。');
    expect(await overflows(phone)).toEqual([]);
    expect(await accessibilityFaults(phone)).toEqual([]);
    await phone.keyboard.press('Escape');
    await explain(phone, '请说明12月考勤记录。', '缺一页，已在补。');

    const { page: desk } = await web.open(PLACE, { as: 'inspector' });
    await desk.getByRole('link', { name: '请说明12月在岗人数。' }).click();
    await drawer(desk).getByRole('button', { name: '采纳说明' }).click();
    await drawer(desk).getByText('已说明', { exact: true }).waitFor();
    await desk.keyboard.press('Escape');
    await desk.getByRole('link', { name: '请说明12月考勤记录。' }).click();
    await drawer(desk).getByLabel('问题', { exact: true }).fill('12月考勤记录缺一页');
    await drawer(desk).getByRole('button', { name: '转为问题' }).click();
    await drawer(desk).getByText('待整改', { exact: true }).waitFor();
    expect(desk.url()).toContain('finding=assistants.hongta.2025-12.doubt-');
    expect(await accessibilityFaults(desk)).toEqual([]);

    await phone.goto(`${web.address}${new URL(desk.url()).pathname}${new URL(desk.url()).search}`);
    await drawer(phone).getByLabel('整改情况').fill('已补齐缺页。');
    await drawer(phone).getByRole('button', { name: '提交整改' }).click();
    await drawer(phone).getByText('待复核', { exact: true }).waitFor();

    const { page: second } = await web.open(`${new URL(desk.url()).pathname}${new URL(desk.url()).search}`, {
      as: 'inspector-2',
    });
    await drawer(second).getByRole('button', { name: '通过，销号' }).click();
    await drawer(second).getByText('请填写内容后再提交。').waitFor();
    await drawer(second).getByLabel('复核意见').fill('已核对原件。');
    await drawer(second).getByRole('button', { name: '通过，销号' }).click();
    await drawer(second).getByText('已销号', { exact: true }).waitFor();
    await settled(second);
  });

  it('an inspector raises a doubt by the form, and the leader’s page says nothing of doubts', async () => {
    const { page } = await web.open(PLACE, { as: 'inspector' });
    await page.getByRole('button', { name: '提出疑点' }).first().click();
    const dialog = page.locator('dialog[role="alertdialog"][open]');
    await dialog.getByLabel('县（市、区）', { exact: true }).selectOption({ label: '易门县' });
    await dialog.getByLabel('项目', { exact: true }).selectOption({ label: '劳动合同' });
    await dialog.getByLabel('督查月份').selectOption('2026-02');
    await dialog.getByLabel('需要县（市、区）说明的内容').fill('请说明合同到期续签情况。');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '提出疑点' }).click();
    await page.getByRole('link', { name: '请说明合同到期续签情况。' }).waitFor();

    const { page: leader } = await web.open(PLACE, { as: 'leader', size: 'phone' });
    await leader.getByRole('heading', { name: '问题看板' }).waitFor();
    await comesTrue(async () => expect(await leader.getByText('疑点').allTextContents()).toEqual([]));
    expect(await overflows(leader)).toEqual([]);
    expect(await accessibilityFaults(leader)).toEqual([]);
  });

  it('the board counts rates, ages and repeats, says how long each is overdue, and shows its later pages when asked', async () => {
    const total = await givenManyFindings(web.server);
    for (const size of ['desk', 'phone'] as const) {
      const { page } = await web.open(`/findings?program=assistants&year=${YEAR_OF_MANY}`, {
        as: 'leader',
        size,
      });
      await page.getByText(/按期整改率 \d+\.\d\d%/).waitFor();
      await page.getByText('未销号问题最长已 14 个工作日').waitFor();
      await page.getByText('11–20 天 205 个').waitFor();
      await page.getByRole('heading', { name: '待整改（205）' }).waitFor();
      await comesTrue(async () => expect(await page.getByText('逾期 4 天').count()).toBe(200));
      expect(await page.locator('.tile').getByText('重复发生').count()).toBeGreaterThan(0);
      await page.getByRole('button', { name: '继续显示问题' }).click();
      await comesTrue(async () => expect(await page.locator('.board .tile').count()).toBe(total));
      expect(await page.getByRole('button', { name: '继续显示问题' }).count()).toBe(0);
      expect(await overflows(page)).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
  });

  it('what is filtered stands in the address, and an empty state says what to do next', async () => {
    const { page } = await web.open(`${PLACE}&state=returned`, { as: 'leader' });
    await page.getByText('2025年度没有符合条件的问题。').waitFor();
    await page.getByLabel('显示').selectOption({ label: '已销号' });
    await page.waitForURL(/state=closed/);
    await page.getByRole('heading', { name: /已销号/ }).waitFor();
  });
});
