import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWeb } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { openCase, PAGES } from './page-cases';
import { wordsOf } from './page-checks';

interface Region {
  shortName: string;
  aliases: string[];
  code: string;
  history: { name: string; code: string }[];
}
const { counties } = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', 'backend', 'data', 'regions.json'), 'utf8'),
) as { counties: Region[] };
const REAL = [
  '玉溪',
  ...counties.flatMap((one) => [one.shortName, ...one.aliases, ...one.history.map(({ name }) => name)]),
];
const CODES = counties.flatMap(({ history }) => history.map(({ code }) => code));

describe('with YUHENG_DEMO_NAMES=anonymous', () => {
  const web = openWeb({ YUHENG_DEMO_NAMES: 'anonymous' });

  it.each(PAGES)(
    '%s names no real county, neither in words nor in the tables of its charts',
    async (_, one) => {
      const page = await openCase(web, one, {});
      // A drawer lies over the page: what is behind it is another case.
      if ((await page.locator('dialog[open]').count()) === 0) {
        await page
          .getByRole('button', { name: '看数据表' })
          .evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLButtonElement).click()));
        await page.getByRole('button', { name: '看数据表' }).waitFor({ state: 'detached' });
      }
      const words = await wordsOf(page);
      expect([...REAL, ...CODES].filter((name) => words.includes(name))).toEqual([]);
    },
  );

  it('the overview calls the counties 演示甲县 … 演示壬县, also for who looks at a picture of it', async () => {
    const { page } = await web.open('/overview?program=assistants&year=2025', { as: 'leader' });
    await comesTrue(async () =>
      expect(await page.locator('yh-county-rows tbody th a').allTextContents()).toEqual(
        [...'甲乙丙丁戊己庚辛壬'].map((stem) => `演示${stem}县`),
      ),
    );
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'yuheng-picture-')), 'overview.png');
    const picture = await page.screenshot({ path: file, fullPage: true });
    expect(picture.readUInt32BE(16)).toBe(1280);
    if (process.env['E2E_SHOW_PICTURES']) process.stderr.write(`${file}\n`);
  });
});
