import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { filledWorkbook } from '../integration/imports/filled-workbook';
import { openWeb } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const panel = (page: Page) => page.locator('yh-sheet-workbook');

async function sound(page: Page): Promise<void> {
  expect(await overflows(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const link = panel(page).getByRole('link', { name, exact: true });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFileSync(await download.path());
}

const upload = (page: Page, buffer: Buffer): Promise<void> =>
  panel(page)
    .locator('input[type=file]')
    .setInputFiles({ name: '支出表.xlsx', mimeType: 'application/octet-stream', buffer });

describe('a month filled in Excel', () => {
  const web = openWeb();

  /** A county whose wages of February are still to be reported on the day of the demonstration. */
  const openSheet = async (): Promise<{ county: string; address: string }> => {
    const [row] = await web.server.sql<{ county: string; month: string }>(
      `select county_id as county, month from sheet where kind = 'spending' and stage = 'open' order by month desc, county_id`,
    );
    return {
      county: row?.county ?? '',
      address: `/funds/spending/${row?.county}/${row?.month}?program=assistants&year=${row?.month.slice(0, 4)}`,
    };
  };

  it.each(['phone', 'desk'] as const)(
    'has its three mistakes marked in the workbook itself, on a %s',
    async (size) => {
      const { county, address } = await openSheet();
      const { page } = await web.open(address, { as: `county-${county}`, size });
      const wrong = { F4: '十', F5: { formula: '6+4', result: 10 }, F14: '3月10日' };
      await upload(page, await filledWorkbook(await downloaded(page, '下载工作簿'), wrong));
      await panel(page).getByText('有误3处').waitFor();
      await panel(page).getByText('单元格F5').waitFor();
      expect(await panel(page).getByRole('button', { name: '填入本表' }).count()).toBe(0);
      await sound(page);

      const marked = await downloaded(page, '下载核对结果');
      await upload(page, await filledWorkbook(marked, { F4: 10, F5: 10, F14: '2026-03-10' }));
      await panel(page).getByText('有误0处').waitFor();
    },
  );

  it('is taken over when it is confirmed, and stands on the page', async () => {
    const { county, address } = await openSheet();
    const { page } = await web.open(address, { as: `county-${county}` });
    await upload(page, await filledWorkbook(await downloaded(page, '下载工作簿'), { F4: 10, F5: '１０人' }));
    await panel(page).getByRole('button', { name: '填入本表' }).click();
    await panel(page).getByText('已填入3项').waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#item-personsPaid .figure input')?.value === '10',
    );
    await sound(page);
  });
});
