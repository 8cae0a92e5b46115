import { readFileSync } from 'node:fs';
import { Workbook } from '@protobi/exceljs';
import type { Page } from 'playwright-core';
import { splitOf, splitWorkbook, type SplitRow } from '../integration/allocations/split-workbook';
import { openWeb, type Size } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const PLACE = '/allocations/history?program=assistants&year=2026';
/** Below title, note and headings. */
const FIRST_ROW = 4;
const SIZES: readonly { readonly size: Size; readonly year: number }[] = [
  { size: 'desk', year: 2019 },
  { size: 'phone', year: 2020 },
];

describe('the splits of former years, as an officer and a leader use them', () => {
  const web = openWeb();

  async function sound(page: Page): Promise<void> {
    expect(await overflows(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  }
  const choose = async (page: Page, rows: readonly SplitRow[]): Promise<void> => {
    const buffer = await splitWorkbook(rows);
    await page.locator('yh-load-splits input[type=file]').setInputFiles({
      ...{ name: '历年分配.xlsx', buffer },
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
  };

  it.each(SIZES)(
    'an officer loads a year without a text: shown first, refused at its cell, then stored ($size)',
    async ({ size, year }) => {
      const tab = await web.open(PLACE, { as: 'officer-1', size });
      const { page } = tab;
      const load = page.locator('yh-load-splits');
      tab.expect('answered: 422 POST /api/allocation-history/preview');
      const wrong = splitOf(year).map((row, place): SplitRow =>
        place === 0 ? [row[0], row[1], row[2], row[3], 1, row[5]] : row,
      );
      await choose(page, wrong);
      await load.getByText('单元格E2：25个名额按每个12,000元应为30.00 万元').waitFor();
      await sound(page);
      await choose(page, splitOf(year, { 红塔区: 24, 江川区: 16 }));
      await load.getByText(`将载入 ${year}年，共 9 行。`).waitFor();
      await sound(page);
      await load.getByRole('button', { name: '确认载入' }).click();
      await load.getByText(`已载入 ${year}年。`).waitFor();
      await page.locator('.sources strong').getByText(`${year}年`, { exact: true }).waitFor();
      await page.locator('.sources').getByText('往年分配表', { exact: true }).first().waitFor();
    },
  );

  it('an officer fills the template: every wrong cell is named, the year stands in table and chart, and a policy is tried on it', async () => {
    const tab = await web.open(PLACE, { as: 'officer-1', size: 'desk' });
    const { page } = tab;
    const load = page.locator('yh-load-splits');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      load.getByRole('link', { name: '下载模板' }).click(),
    ]);
    const template = readFileSync(await download.path());
    const filled = async (rows: readonly SplitRow[]): Promise<void> => {
      const workbook = new Workbook();
      await workbook.xlsx.load(Uint8Array.from(template).buffer);
      const sheet = workbook.worksheets[0];
      rows.forEach((row, place) => {
        row.forEach((value, column) => {
          const cell = sheet?.getCell(FIRST_ROW + place, column + 1);
          if (cell) cell.value = value as string | number;
        });
      });
      await load.locator('input[type=file]').setInputFiles({
        ...{ name: '历年分配.xlsx', buffer: Buffer.from(await workbook.xlsx.writeBuffer()) },
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      });
    };
    tab.expect('answered: 422 POST /api/allocation-history/preview');
    await filled(
      splitOf(2018).map(([year, county, program, posts, amount, source], place): SplitRow =>
        place === 1
          ? [year, '昆明市', program, posts, amount, source]
          : place === 2
            ? [year, county, program, '很多', amount, source]
            : [year, county, program, posts, amount, source],
      ),
    );
    await load.getByText(/单元格B5/).waitFor();
    await load.getByText(/单元格D6/).waitFor();
    await sound(page);

    await filled(splitOf(2018, { 红塔区: 26, 江川区: 14 }));
    await load.getByText('将载入 2018年，共 9 行。').waitFor();
    await load.getByRole('button', { name: '确认载入' }).click();
    await load.getByText('已载入 2018年。').waitFor();
    const table = page.locator('yh-table').filter({ hasText: '红塔区' }).first();
    await table.getByRole('columnheader', { name: '2018' }).waitFor();
    const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '红塔区' }) });
    await row.getByRole('cell', { name: /^26\s*31\.20$/ }).waitFor();
    await page.locator('yh-chart-panel').getByRole('button', { name: '看数据表' }).click();
    await page.locator('yh-chart-panel').getByText('2018', { exact: false }).first().waitFor();
    await page.getByLabel('办法', { exact: true }).selectOption('preset-performance20');
    const tried = page.locator('.tried-year').filter({ has: page.getByRole('heading', { name: '2018年' }) });
    await tried.getByText(/2017年没有归集数据，不能试算2018年的分配/).waitFor();
    await sound(page);
  });

  it('a leader tries a policy by keyboard on the years with evidence, and the address keeps it', async () => {
    const { page } = await web.open(PLACE, { as: 'leader', size: 'desk' });
    // 现行办法, then 维持, 仅按工作量, 绩效10 % and 20 %.
    await page.getByLabel('办法', { exact: true }).focus();
    for (const key of ['Home', ...Array.from({ length: 5 }, () => 'ArrowDown')])
      await page.keyboard.press(key);
    const tried = page.locator('.tried-year');
    await tried.first().getByText('以此前的分配为起点').waitFor();
    expect(await tried.locator('h3').allTextContents()).toContain('2025年');
    expect(page.url()).toContain('trial=preset-performance20');
    await tried.getByText('2021年没有归集数据，不能试算2022年的分配。').waitFor();
    await sound(page);
  });
});
