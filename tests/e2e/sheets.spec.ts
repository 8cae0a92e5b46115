import type { Page } from 'playwright-core';
import { openWeb, settled } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { accessibilityFaults, overflows } from './page-checks';

const YEAR = 'program=assistants&year=2026';
const item = (page: Page, id: string) => page.locator(`#item-${id}`);
const figure = (page: Page, id: string) => item(page, id).locator('.figure input');
const bar = (page: Page) => page.locator('yh-sheet .bar');
const act = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.locator('dialog[open]');
const confirm = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();
const saved = (page: Page) => bar(page).getByRole('status').getByText('已保存').waitFor();

async function sound(page: Page): Promise<void> {
  expect(await overflows(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
}

describe('the sheets of a month', () => {
  const web = openWeb();
  const rows = (query: string) => web.server.sql<Record<string, unknown>>(query);

  it('stand in a grid with their stage and, beside it, late or missing; arrow keys move and Enter opens', async () => {
    const { page } = await web.open(`/inspections?${YEAR}`, { as: 'inspector' });
    await page
      .getByText('2026年应报18份，已报送17份（其中迟报1份、已审核9份），缺报1份，尚未到期0份。')
      .waitFor();
    const cell = (county: string, month: string) =>
      page.locator(`a[href^="/inspections/${county}/2026-${month}"]`);
    await comesTrue(async () => expect(await cell('huaning', '02').innerText()).toMatch(/待填\s+缺报/));
    await comesTrue(async () => expect(await cell('eshan', '02').innerText()).toMatch(/已报送\s+迟报/));
    await cell('huaning', '01').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '华宁县 · 2026年2月督查表' }).waitFor();
  });

  it('are filled by an inspector through a lost connection, wait for what is missing, and are approved by another', async () => {
    const address = `/inspections/huaning/2026-02?${YEAR}`;
    const { page } = await web.open(address, { as: 'inspector' });
    await item(page, 'staffOnPost').getByText('上月：合格，13 人').waitFor();
    await item(page, 'staffOnPost').getByLabel('合格', { exact: true }).check();
    await figure(page, 'staffOnPost').fill('１３');
    await page.keyboard.press('Enter');
    await comesTrue(async () =>
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
        'item-wagesOnTime-conclusion',
      ),
    );
    await saved(page);
    await item(page, 'staffOnPost').getByText('佐证材料（0）').click();
    await item(page, 'staffOnPost')
      .locator('input[type="file"]')
      .setInputFiles({ name: '花名册.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await item(page, 'staffOnPost').getByRole('link', { name: '花名册.pdf' }).waitFor();
    await saved(page);

    await page.context().setOffline(true);
    await item(page, 'wagesOnTime').getByLabel('合格', { exact: true }).check();
    await figure(page, 'wagesOnTime').fill('13');
    await item(page, 'earmarkedUse').getByLabel('不适用').check();
    await item(page, 'earmarkedUse').getByLabel('不适用的原因').fill('本月没有支出');
    await bar(page).getByText('未保存（离线）').waitFor();
    await bar(page).getByText('2项尚未保存').waitFor();
    await sound(page);
    await page.getByRole('link', { name: '返回总表' }).click();
    await dialog(page).getByText('还有2项没有保存').waitFor();
    await confirm(page, '留在本页');
    await page.context().setOffline(false);
    await saved(page);
    expect(
      await rows(
        `select item_id from sheet_value where county_id = 'huaning' and kind = 'inspection' and month = '2026-02'
         and version = 1 order by at, item_id`,
      ),
    ).toHaveLength(3);

    await act(page, '报送').click();
    await page.getByRole('alert').getByText('还有2项必填内容没有填写，补齐后再报送：').waitFor();
    await comesTrue(async () =>
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
        'item-supervisionGaps-conclusion',
      ),
    );
    for (const id of ['supervisionGaps', 'lastFindingsRectified']) {
      await item(page, id).getByLabel('合格', { exact: true }).check();
      await figure(page, id).fill('0');
    }
    await act(page, '报送').click();
    await page.getByText('请选择督查方式后再报送。').waitFor();
    await page.getByLabel('现场督查', { exact: true }).check();
    await sound(page);
    await page.getByLabel('督查计划编号').fill('演示督查计划2026-02');
    await page.keyboard.press('Enter');
    await page.locator('yh-inspection-check').getByText('已保存').waitFor();
    await act(page, '报送').click();
    await confirm(page, '报送');
    await page.getByText('已报送。', { exact: true }).waitFor();
    await sound(page);
    await comesTrue(async () => expect(await item(page, 'staffOnPost').locator('input').count()).toBe(0));

    const { page: officer } = await web.open(address, { as: 'officer-1' });
    await officer.locator('yh-sheet-facts').getByText('迟报').waitFor();
    await officer
      .locator('yh-sheet-facts')
      .getByText('现场督查（督查计划编号：演示督查计划2026-02）')
      .waitFor();
    await act(officer, '审核通过').click();
    await sound(officer);
    await confirm(officer, '审核通过');
    await officer.getByText('已审核，表格已锁定。').waitFor();
    await item(officer, 'staffOnPost')
      .getByRole('button', { name: /修改记录/ })
      .click();
    await dialog(officer).getByText('合格，13 人').first().waitFor();
    const saving = officer.waitForEvent('download');
    await dialog(officer).getByRole('link', { name: '花名册.pdf' }).click();
    expect((await saving).suggestedFilename()).toBe('花名册.pdf');
    await sound(officer);
  });

  it('on a phone a county fills, settles a conflict, submits, gets it back, and submits again', async () => {
    const address = `/workload/huaning/2026-02?${YEAR}`;
    const tab = await web.open(address, { as: 'county-huaning', size: 'phone' });
    const { page } = tab;
    await item(page, 'supervisedAtStart').getByRole('button', { name: '采用系统已有数据：108 人' }).click();
    const figures: Readonly<Record<string, string>> = {
      ...{ supervisedNew: '3', supervisedReleased: '1', supervisedAtEnd: '110', endControl: '0' },
      ...{ endProbation: '100', endParole: '8', endOutsidePrison: '2', resettled: '180', assessments: '2' },
      ...{ staffOnPost: '18' },
    };
    // Said once a year: February carries what January said, and does not ask it.
    await item(page, 'justiceOffices').getByText('2026年1月').waitFor();
    expect(await figure(page, 'justiceOffices').count()).toBe(0);
    for (const [id, text] of Object.entries(figures)) await figure(page, id).fill(text);
    // Saved in the order of typing: when the last one is, all are.
    await item(page, 'staffOnPost').getByText('已保存').waitFor();
    await sound(page);

    // A colleague writes the same item from another browser.
    const { status } = await web.server.request({
      method: 'PUT',
      url: '/api/sheets/workload/huaning/2026-02/items/resettled?program=assistants',
      as: 'county-huaning',
      headers: { 'if-match': '"1"' },
      body: { state: 'reported', value: '181' },
    });
    expect(status).toBe(200);
    tab.expect('answered: 409 PUT /api/sheets/workload/huaning/2026-02/items/resettled');
    await figure(page, 'resettled').fill('182');
    await item(page, 'resettled').getByText('填写期间，这一项已被他人修改').waitFor();
    await comesTrue(async () =>
      expect(await item(page, 'resettled').locator('.mine').innerText()).toBe('182 人'),
    );
    await comesTrue(async () =>
      expect(await item(page, 'resettled').locator('.theirs').innerText()).toBe('181 人'),
    );
    await sound(page);
    await item(page, 'resettled').getByRole('button', { name: '用对方的' }).click();
    await item(page, 'resettled').locator('yh-item-conflict').waitFor({ state: 'detached' });
    await comesTrue(async () => expect(await figure(page, 'resettled').inputValue()).toBe('181'));
    await act(page, '报送').click();
    await confirm(page, '报送');
    await page.getByText('已报送。', { exact: true }).waitFor();

    const approver = { as: 'county-huaning-approver', size: 'phone' } as const;
    const { page: checking } = await web.open(address, approver);
    await act(checking, '退回').click();
    await confirm(checking, '退回');
    await dialog(checking).getByText('请填写原因').waitFor();
    await dialog(checking).locator('textarea').fill('请核对安置帮教人数');
    await sound(checking);
    await confirm(checking, '退回');
    await checking.getByText('已退回。', { exact: true }).waitFor();

    await page.reload();
    await settled(page);
    await page.getByText('已退回，原因：请核对安置帮教人数').waitFor();
    await figure(page, 'resettled').fill('180');
    await saved(page);
    await act(page, '报送').click();
    await confirm(page, '报送');
    await page.getByText('已报送。', { exact: true }).waitFor();
    await checking.reload();
    await settled(checking);
    await act(checking, '审核通过').click();
    await confirm(checking, '审核通过');
    await checking.getByText('已审核，表格已锁定。').waitFor();
  });

  it('are reopened by a named person with a reason and an end, written again, and approved anew', async () => {
    const address = `/inspections/hongta/2026-01?${YEAR}`;
    const { page: officer } = await web.open(address, { as: 'officer-1' });
    await act(officer, '重新开放').click();
    await confirm(officer, '重新开放');
    await dialog(officer).getByText('请填写原因').waitFor();
    await dialog(officer).getByText('请选择截止日期').waitFor();
    await dialog(officer).locator('textarea').fill('更正在岗人数');
    await dialog(officer).getByLabel('截止日期').fill('2026-03-27');
    await sound(officer);
    await confirm(officer, '重新开放');
    await officer.getByText('已重新开放至2026年3月27日，原因：更正在岗人数').waitFor();
    await officer.locator('.events').getByText('重新开放').waitFor();

    const { page } = await web.open(address, { as: 'inspector', size: 'phone' });
    await comesTrue(async () =>
      expect(await page.getByLabel('线上核查', { exact: true }).isChecked()).toBe(true),
    );
    const posts = await figure(page, 'staffOnPost').inputValue();
    await figure(page, 'staffOnPost').fill(String(Number(posts) - 1));
    await item(page, 'staffOnPost').getByText('已保存').waitFor();
    await sound(page);
    await act(page, '报送').click();
    await confirm(page, '报送');
    await page.getByText('已报送。', { exact: true }).waitFor();
    await officer.reload();
    await settled(officer);
    await act(officer, '审核通过').click();
    await confirm(officer, '审核通过');
    await officer.getByText('已审核，表格已锁定。').waitFor();
  });

  it('keep what was typed without a connection for the next time that the sheet is opened', async () => {
    const tab = await web.open(`/funds/spending?${YEAR}`, { as: 'county-yuanjiang', size: 'phone' });
    const { page } = tab;
    await page.locator('a[href^="/funds/spending/yuanjiang/2026-02"]').click();
    await figure(page, 'countyPart').waitFor();
    // No answer comes, though the browser thinks that it is on line.
    await page.route('**/items/countyPart?*', (route) => route.abort());
    tab.expect(`lost: ${web.address}/api/sheets/spending/yuanjiang/2026-02/items/countyPart`);
    await figure(page, 'countyPart').fill('32,000');
    await bar(page).getByText('未保存（离线）').waitFor();
    await page.getByRole('link', { name: '返回总表' }).click();
    await confirm(page, '离开');
    await page.unroute('**/items/countyPart?*');
    await page.locator('a[href^="/funds/spending/yuanjiang/2026-02"]').click();
    await saved(page);
    await comesTrue(async () => expect(await figure(page, 'countyPart').inputValue()).toBe('32,000.00'));
    expect(
      await rows(`select value from sheet_value where county_id = 'yuanjiang' and kind = 'spending'
        and month = '2026-02' and item_id = 'countyPart'`),
    ).toEqual([{ value: '3200000' }]);
  });

  it('are confirmed unchanged in one named act, which says what cannot be said again', async () => {
    const tab = await web.open(`/funds/spending/yuanjiang/2026-02?${YEAR}`, { as: 'county-yuanjiang' });
    const { page } = tab;
    await act(page, '本月无变化，确认').click();
    await dialog(page)
      .getByText(/将以“演示·.+”的名义确认/)
      .waitFor();
    tab.expect('answered: 422 POST /api/sheets/spending/yuanjiang/2026-02/confirmation');
    await confirm(page, '本月无变化，确认');
    await page.getByRole('alert').getByText('还应当填写发放日期').waitFor();
    await page.getByRole('alert').getByRole('button', { name: '发放日期' }).click();
    await comesTrue(async () =>
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
        'item-paidOn-value',
      ),
    );
    await figure(page, 'paidOn').fill('2026-02-12');
    await saved(page);
    await act(page, '本月无变化，确认').click();
    await confirm(page, '本月无变化，确认');
    await page.getByText('已确认本月无变化并报送。').waitFor();
    await page.locator('yh-sheet-facts').getByText('本月无变化').waitFor();
    await page.locator('.events').getByText('确认本月无变化').waitFor();
    await sound(page);
  });
});
