import type { Funds } from '@yuheng/shared/contract/funds';
import type { Overview } from '@yuheng/shared/contract/overview';
import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from 'playwright-core';
import { openWeb } from '../support/web';

const OVERVIEW = '/overview?program=assistants&year=2025';
const FUNDS = '/funds?program=assistants&year=2025';

/** '1,800,000.00' → 180000000, in hundredths of the unit that is printed; no float in between. */
const hundredths = (printed: string): bigint => BigInt(printed.replace(/[,.\s]/g, '').replace('−', '-'));

describe('figures, whichever way they are read', () => {
  const web = openWeb();

  const read = async <Body>(url: string): Promise<Body> =>
    (await web.server.request({ url, as: 'leader' })).json<Body>();
  const panel = (page: Page, heading: string): Locator =>
    page.locator('yh-chart-panel').filter({ has: page.getByRole('heading', { name: heading }) });
  const cellsOf = async (table: Locator): Promise<string[][]> => {
    const rows = table.locator('tbody tr');
    await rows.first().waitFor();
    return rows.evaluateAll((all) =>
      all.map((row) => Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent?.trim() ?? '')),
    );
  };

  it.each([
    ['元', 1n],
    ['万元', 10_000n],
  ] as const)('amounts in %s add up exactly to what was published', async (unit, factor) => {
    const { page } = await web.open(FUNDS, { as: 'leader', unit: unit === '元' ? '万元' : '元' });
    await page.getByRole('button', { name: unit, exact: true }).click();
    await page.getByText(`金额单位：${unit}`).waitFor();
    const { counties } = await read<Funds>(`/api${FUNDS}`);
    const columns: readonly [string, readonly number[]][] = [
      ['预算', counties.map(({ budgetFen }) => budgetFen ?? 0)],
      ['下达', counties.map(({ issued }) => issued.fen)],
      ['支出', counties.map(({ spentFen }) => spentFen)],
    ];
    for (const [label, fen] of columns) {
      const cell = `td[data-label="${label}"]`;
      // The amount stands in the cell's first line, its day and document below.
      const cells = await page.locator(`yh-funds-table tbody ${cell}`).allInnerTexts();
      const printed = cells.map((one) => one.trim().split('\n')[0] ?? '');
      expect(printed.map((one) => hundredths(one) * factor)).toEqual(fen.map(BigInt));
      const sum = printed.reduce((total, one) => total + hundredths(one), 0n);
      expect(hundredths((await page.locator(`yh-funds-table tfoot ${cell}`).textContent()) ?? '')).toBe(sum);
    }
    // 1,800,000.00 元, the total that the text of 2025 states.
    const budget = await page.locator('yh-funds-table tfoot td[data-label="预算"]').textContent();
    expect(budget?.trim()).toBe(unit === '元' ? '1,800,000.00' : '180.00');
  });

  it('a chart read as a table says the numbers of the server', async () => {
    const { page } = await web.open(OVERVIEW, { as: 'leader', unit: '元' });
    const { trend, execution } = await read<Overview>(`/api${OVERVIEW}`);
    const monthly = panel(page, '月度趋势');
    await monthly.getByRole('button', { name: '看数据表' }).click();
    expect(await cellsOf(monthly.locator('table'))).toEqual(
      trend.map((one) => [
        `2025年${Number(one.month.slice(5))}月`,
        `${one.onPostRate}%`,
        `${one.wageTimeliness}%`,
        `${one.inspectionPassRate}%`,
        '已审核',
      ]),
    );
    const spending = panel(page, '资金执行');
    await spending.getByRole('button', { name: '看数据表' }).click();
    const rows = await cellsOf(spending.locator('table'));
    expect(
      rows.map(([name, received, spent]) => [name, hundredths(received ?? ''), hundredths(spent ?? '')]),
    ).toEqual(
      execution.map(({ name, receivedFen, spentFen }) => [name, BigInt(receivedFen), BigInt(spentFen)]),
    );
    await spending.getByRole('button', { name: '看图' }).click();
    await spending.locator('canvas').waitFor();
  });

  it('a chart is read with the arrow keys, item by item', async () => {
    const { page } = await web.open(OVERVIEW, { as: 'leader' });
    const { trend } = await read<Overview>(`/api${OVERVIEW}`);
    const monthly = panel(page, '月度趋势');
    await monthly.getByRole('group').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await monthly.getByText(`月份 2025年2月，在岗率 ${trend[1]?.onPostRate}%`).waitFor();
    await page.keyboard.press('End');
    await monthly.getByText('月份 2025年12月').waitFor();
  });

  it('the data of a chart go out as CSV with 演示数据 and the day in the file', async () => {
    const { page } = await web.open(OVERVIEW, { as: 'leader' });
    const download = await saved(page, panel(page, '资金执行').getByRole('button', { name: '下载数据' }));
    expect(download.suggestedFilename()).toBe('资金执行-2026-03-20-演示数据.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      '\ufeff资金执行,数据截至 2026年3月20日,内部,演示数据',
      '县（市、区）,到位 (万元),支出 (万元),序时应支出 (万元),县级垫付待归垫 (万元),执行率',
      '红塔区,30.00,28.40,28.40,0.00,94.67%',
    ]);
  });

  it('a picture of a chart has 演示数据 burnt in, at twice the size of the screen', async () => {
    const { page } = await web.open(OVERVIEW, { as: 'leader' });
    const chart = panel(page, '月度趋势');
    const drawn = (await chart.locator('canvas').first().boundingBox())?.width ?? 0;
    const download = await saved(page, chart.getByRole('button', { name: '下载图片' }));
    expect(download.suggestedFilename()).toBe('月度趋势-2026-03-20-演示数据.png');
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(Math.round(drawn) * 2 + 64);
    expect(await watermarkShare(page, bytes)).toBeGreaterThan(0.01);
  });

  it.each(['2024', '2025', '2026'])('the overview of %s prints on one A4', async (year) => {
    const { page } = await web.open(`/overview?program=assistants&year=${year}`, { as: 'leader' });
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  });

  async function saved(page: Page, button: Locator): Promise<Download> {
    const waiting = page.waitForEvent('download');
    await button.click();
    return waiting;
  }

  /** Share of the pixels that have the colour of the watermark: the ink at 9 % on white. */
  function watermarkShare(page: Page, png: Buffer): Promise<number> {
    return page.evaluate(
      async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const pen = canvas.getContext('2d');
        pen?.drawImage(image, 0, 0);
        const pixels = pen?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        const close = (at: number, value: number) => Math.abs((pixels[at] ?? 0) - value) <= 2;
        let marked = 0;
        for (let at = 0; at < pixels.length; at += 4) {
          if (close(at, 235) && close(at + 1, 236) && close(at + 2, 237)) marked += 1;
        }
        return (marked * 4) / pixels.length;
      },
      `data:image/png;base64,${png.toString('base64')}`,
    );
  }
});
