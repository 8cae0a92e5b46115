import { readFileSync } from 'node:fs';
import { openWeb } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { accessibilityFaults, overflows } from './page-checks';

describe('a list saved as a file', () => {
  const web = openWeb();

  it('is what the page shows, under its name, and the page stays', async () => {
    const { page } = await web.open('/funds/ledger?program=assistants&year=2025&county=hongta', {
      as: 'county-hongta',
      size: 'phone',
    });
    const button = page.getByRole('button', { name: '导出 CSV' });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe('2025年度资金登记.csv');
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/^\ufeff2025年度资金登记 · .*演示数据\r\n县/);
    await comesTrue(async () => expect(await button.isEnabled()).toBe(true));
    expect(await overflows(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
