import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { filledWorkbook } from '../integration/imports/filled-workbook';
import { identityNumbers, wageListWorkbook } from '../integration/imports/wage-list-workbook';
import { openWeb } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const panel = (page: Page) => page.locator('yh-wage-list');

async function sound(page: Page): Promise<void> {
  expect(await overflows(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
}

const upload = (page: Page, buffer: Buffer): Promise<void> =>
  panel(page)
    .locator('input[type=file]')
    .setInputFiles({ name: '二月工资.xlsx', mimeType: 'application/octet-stream', buffer });

async function markedList(page: Page): Promise<Buffer> {
  const link = panel(page).getByRole('link', { name: '下载标注后的名册' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFileSync(await download.path());
}

describe('spending from the county’s own wage list', () => {
  const web = openWeb();
  const people = identityNumbers(3);
  const wages = (heading: string): Promise<Buffer> =>
    wageListWorkbook({
      above: ['演示县2026年2月协勤人员工资表'],
      headings: ['姓名', '身份证号', heading, '县级配套', '发放日期'],
      rows: people.map((id, index) => [`演示${index}`, id, 1000, 800, '2026-03-10']),
    });

  /** The county whose wages of February are still to be reported on the day of the demonstration. */
  const openSheet = async (): Promise<{ county: string; address: string }> => {
    const [row] = await web.server.sql<{ county: string; month: string }>(
      `select county_id as county, month from sheet where kind = 'spending' and stage = 'open' order by month desc, county_id`,
    );
    const year = row?.month.slice(0, 4);
    return {
      county: row?.county ?? '',
      address: `/funds/spending/${row?.county}/${row?.month}?program=assistants&year=${year}`,
    };
  };

  it('has its three mistakes marked in the list itself, and mended it fills the sheet, on a phone', async () => {
    const { county, address } = await openSheet();
    const { page } = await web.open(address, { as: `county-${county}`, size: 'phone' });
    const [, , third = ''] = people;
    const wrong = await filledWorkbook(await wages('市级补助'), {
      C3: '一千',
      D4: { formula: '400+400', result: 800 },
      B5: `${third.slice(0, 17)}${third.endsWith('1') ? '2' : '1'}`,
    });
    await upload(page, wrong);
    await panel(page).getByText('有误3处').waitFor();
    expect(await panel(page).getByRole('button', { name: '填入本表' }).count()).toBe(0);
    await sound(page);

    await upload(page, await filledWorkbook(await markedList(page), { C3: 1000, D4: 800, B5: third }));
    await panel(page).getByRole('button', { name: '填入本表' }).click();
    await panel(page).getByText('已填入').waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#item-personsPaid .figure input')?.value === '3',
    );
    await sound(page);
  });

  it('is asked what an unknown column means, and knows it from then on, on a desk', async () => {
    const { county, address } = await openSheet();
    const { page } = await web.open(address, { as: `county-${county}` });
    await upload(page, await wages('上面给的'));
    await panel(page).getByText('有1列看不懂').waitFor();
    await sound(page);
    await panel(page).getByLabel('含义：上面给的').selectOption('cityPart');
    await panel(page).getByRole('button', { name: '记住并重新核对' }).click();
    await panel(page).getByText('读取时的说明').waitFor();
    await panel(page).getByRole('button', { name: '修改列的含义' }).click();
    await panel(page).getByText(`county-${county}于`).waitFor();
    await sound(page);
  });
});
