import type { Page } from 'playwright-core';
import { comesTrue } from '../support/comes-true';
import { openWeb } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const PLACE = '/goals/tonghai?program=assistants&year=2026';
const FORM = '/goals/tonghai/mid-year?program=assistants&year=2024';
const COUNTY = 'county-tonghai';

describe('the goals of a year', () => {
  const web = openWeb();

  const act = async (
    page: Page,
    name: string,
    fill?: (dialog: ReturnType<Page['locator']>) => Promise<void>,
  ) => {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.locator('dialog[open]');
    await fill?.(dialog);
    await dialog.getByRole('button', { name: '确定' }).click();
  };
  const stage = (page: Page, words: string) => page.getByRole('heading', { name: words }).waitFor();
  /** Nothing on the page overflows or is hard to read for a machine. */
  const isSound = async (page: Page): Promise<void> => {
    expect(await overflows(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  };

  it('are written by the county on its phone, reviewed, agreed with finance and issued; an adjustment is a new version', async () => {
    const { page: phone } = await web.open(PLACE, { as: COUNTY, size: 'phone' });
    await phone.getByText('以下由核定名额自动生成').waitFor();
    await phone.getByLabel('县级配套').fill('12,000.00');
    await phone.getByLabel('县级配套').press('Tab');
    await comesTrue(async () =>
      expect(await phone.getByLabel('合计', { exact: true }).inputValue()).toBe('240,000.00'),
    );
    await phone.getByRole('button', { name: '保存', exact: true }).click();
    await phone.getByText('已保存。').waitFor();
    await isSound(phone);
    await act(phone, '报送市司法局');
    await stage(phone, '已报送 · 第 1 版');
    await isSound(phone);

    const { page: officer } = await web.open(PLACE, { as: 'officer-1' });
    await act(officer, '审核通过');
    await stage(officer, '已审核 · 第 1 版');
    const { page: finance } = await web.open(PLACE, { as: 'finance' });
    await act(finance, '同意（财政）');
    await stage(finance, '财政已同意 · 第 1 版');

    await officer.reload();
    await act(officer, '下达', async (dialog) => {
      await dialog.getByRole('button', { name: '确定' }).click();
      await dialog.getByText('请填写下达文号。').waitFor();
      await dialog.getByLabel('下达文号').fill('演示财行〔2026〕3号');
      await dialog.getByLabel('下达日期').fill('2026-03-18');
    });
    await stage(officer, '已下达 · 第 1 版');
    const table = officer.locator('table.official');
    await table.getByText('演示财行〔2026〕3号').waitFor();
    await comesTrue(async () =>
      expect(await table.locator('th.group').allInnerTexts()).toEqual([
        '产出指标',
        '成本指标',
        '效益指标',
        '满意度指标',
      ]),
    );
    await isSound(officer);

    await phone.reload();
    await act(phone, '申请调整', (dialog) => dialog.getByLabel('原因').fill('年中调整县级配套'));
    await stage(phone, '待填 · 第 2 版');
    await phone.getByText('生效的是第 1 版').waitFor();
  });

  it('are followed in August: the form has its figures, and asks the county for the reason, the likelihood and the measures', async () => {
    const { page } = await web.open(FORM, { as: COUNTY });
    const lines = page.locator('ol.indicators > li');
    await lines.first().getByText('协勤人员在岗人月数').waitFor();
    // What the program has filled in is not asked again.
    expect(await lines.first().getByLabel('1–7 月实际').count()).toBe(0);
    for (const line of await lines.all()) {
      const actual = line.getByLabel('1–7 月实际');
      if ((await actual.count()) > 0) await actual.fill('无');
      await line.getByLabel('偏差原因').fill('年内有岗位空缺');
      await line.getByLabel('完成可能性').selectOption({ label: '确定能' });
    }
    await lines.first().getByLabel('完成可能性').selectOption({ label: '可能' });
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('不能确保完成，请填写改进措施').waitFor();
    await lines.first().getByLabel('改进措施').fill('公开招录');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await comesTrue(async () => expect(await page.getByText('报送前还须改正').count()).toBe(0));
    await isSound(page);
    await act(page, '报送市司法局');
    await stage(page, '已报送');

    const { page: officer } = await web.open(FORM, { as: 'officer-2', size: 'phone' });
    await act(officer, '退回', (dialog) => dialog.getByLabel('原因').fill('请补充空缺的月份'));
    await officer.getByText('已退回：请补充空缺的月份').waitFor();
    await isSound(officer);
  });
});
