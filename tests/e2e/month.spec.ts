import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { Page } from 'playwright-core';
import { comesTrue } from '../support/comes-true';
import { openWeb, settled, type Size } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const YEAR = 'program=assistants&year=2026';
/** What each walk works on, so that both can be taken on one server. */
const WALKS: readonly { readonly size: Size; readonly counties: readonly [string, string, string] }[] = [
  { size: 'desk', counties: ['hongta', 'jiangchuan', 'chengjiang'] },
  { size: 'phone', counties: ['tonghai', 'huaning', 'yimen'] },
];

const item = (page: Page, id: string) => page.locator(`#item-${id}`);
const figure = (page: Page, id: string) => item(page, id).locator('.figure input');
const act = (page: Page, name: string) =>
  page.locator('yh-sheet .bar').getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.locator('dialog[open]');
const confirm = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();
const drawer = (page: Page) => page.locator('dialog.drawer[open]');

async function sound(page: Page): Promise<void> {
  expect(await overflows(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
}

describe('a month, as an inspector and as a county live it', () => {
  const web = openWeb({ YUHENG_TODAY: '2026-04-02' });

  beforeAll(async () => {
    await web.server.app.get(SheetOpeningService).open();
  });

  const read = async (sheet: string, as: string): Promise<Sheet> =>
    (await web.server.request({ url: `/api/sheets/${sheet}?program=assistants`, as })).json<Sheet>();

  /** Answers as last month, item by item, what this month asks. */
  async function check(page: Page, county: string): Promise<void> {
    const { items } = await read(`inspection/${county}/2026-03`, 'inspector');
    const asked = items.filter((one) => one.asked);
    for (const { id, unit, lastMonth, carried } of asked) {
      await item(page, id).getByLabel('合格', { exact: true }).check();
      const value = lastMonth?.value ?? carried?.value ?? '0';
      if (unit) await figure(page, id).fill(value);
    }
    await page.locator('yh-sheet .bar').getByText(`已填${asked.length}项`).waitFor();
  }

  async function raiseDoubt(page: Page, county: string, text: string): Promise<void> {
    await page.getByRole('button', { name: '提出疑点' }).first().click();
    const form = page.locator('dialog[role="alertdialog"][open]');
    await form.getByLabel('县（市、区）', { exact: true }).selectOption(county);
    await form.getByLabel('项目', { exact: true }).selectOption('staffOnPost');
    await form.getByLabel('督查月份').selectOption('2026-03');
    await form.getByLabel('需要县（市、区）说明的内容').fill(text);
    await form.getByRole('button', { name: '提出疑点' }).click();
    await page.getByRole('link', { name: text }).waitFor();
  }

  it.each(WALKS)(
    'an inspector opens last month, checks three counties, raises two doubts of which one becomes a finding ($size)',
    async ({ size, counties }) => {
      const { page } = await web.open(`/inspections?${YEAR}`, { as: 'inspector', size });
      for (const county of counties) {
        await page.locator(`a[href^="/inspections/${county}/2026-03"]`).click();
        await page.getByLabel('线上核查', { exact: true }).check();
        await page.locator('yh-inspection-check').getByText('已保存').waitFor();
        await check(page, county);
        await act(page, '报送').click();
        await confirm(page, '报送');
        await page.getByText('已报送。', { exact: true }).waitFor();
        await page.getByRole('link', { name: '返回总表' }).click();
        const cell = page.locator(`a[href^="/inspections/${county}/2026-03"]`);
        await comesTrue(async () => expect(await cell.innerText()).toContain('已报送'));
      }
      await sound(page);

      const [county] = counties;
      const [first, second] = [`请说明3月在岗人数（${size}）。`, `请说明3月到岗日期（${size}）。`];
      await page.goto(`${web.address}/findings?${YEAR}`);
      await settled(page);
      await raiseDoubt(page, county, first);
      await raiseDoubt(page, county, second);
      const { page: clerk } = await web.open(`/findings?${YEAR}`, { as: `county-${county}`, size });
      for (const question of [first, second]) {
        await clerk.getByRole('link', { name: question }).click();
        await drawer(clerk).getByLabel('说明', { exact: true }).fill('3月新到岗1人，合同在附件。');
        await drawer(clerk).getByRole('button', { name: '提交说明' }).click();
        await drawer(clerk).getByText('3月新到岗1人，合同在附件。').waitFor();
        await clerk.keyboard.press('Escape');
      }
      await page.reload();
      await settled(page);
      await page.getByRole('link', { name: first }).click();
      await drawer(page).getByRole('button', { name: '采纳说明' }).click();
      await drawer(page).getByText('已说明', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: second }).click();
      await drawer(page).getByLabel('问题', { exact: true }).fill('3月到岗日期与合同不一致');
      await drawer(page).getByRole('button', { name: '转为问题' }).click();
      await drawer(page).getByText('待整改', { exact: true }).waitFor();
      await sound(page);
    },
  );

  it.each(WALKS)(
    'a county confirms that nothing changed, gets it back, mends it with its evidence, and submits again ($size)',
    async ({ size, counties: [, , county] }) => {
      const address = `/funds/spending/${county}/2026-03?${YEAR}`;
      const { page } = await web.open(address, { as: `county-${county}`, size });
      await figure(page, 'paidOn').fill('2026-03-31');
      await item(page, 'paidOn').getByText('已保存').waitFor();
      await act(page, '本月无变化，确认').click();
      await confirm(page, '本月无变化，确认');
      await page.getByText('已确认本月无变化并报送。').waitFor();

      const { page: approver } = await web.open(address, { as: `county-${county}-approver`, size });
      await act(approver, '退回').click();
      await dialog(approver).locator('textarea').fill('请核对发放日期，并附银行回单');
      await confirm(approver, '退回');
      await approver.getByText('已退回。', { exact: true }).waitFor();

      await page.reload();
      await settled(page);
      await page.getByText('已退回，原因：请核对发放日期，并附银行回单').waitFor();
      await figure(page, 'paidOn').fill('2026-03-30');
      await item(page, 'paidOn').getByText('已保存').waitFor();
      await item(page, 'paidOn').getByText('佐证材料（0）').click();
      await item(page, 'paidOn')
        .locator('input[type="file"]')
        .setInputFiles({
          name: '银行回单.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF-1.7'),
        });
      await item(page, 'paidOn').getByRole('link', { name: '银行回单.pdf' }).waitFor();
      await item(page, 'paidOn').getByText('已保存').waitFor();
      await sound(page);
      await act(page, '报送').click();
      await confirm(page, '报送');
      await page.getByText('已报送。', { exact: true }).waitFor();

      await approver.reload();
      await settled(approver);
      await act(approver, '审核通过').click();
      await confirm(approver, '审核通过');
      await approver.getByText('已审核，表格已锁定。').waitFor();
      await sound(approver);
    },
  );
});
