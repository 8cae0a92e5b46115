import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openWeb, settled, SIZES, type Size } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { isSoak } from '../support/counts';
import { openCase } from './open-case';
import { PAGES } from './page-cases';
import { NEVER_SAID, verdictsIn } from './words-of-pages';
import { accessibilityFaults, everythingSaid, overflows, untranslatedKeys, wordsOf } from './page-checks';

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

/** The tables of the charts too; a drawer lies over the page, and what is behind it is another case. */
async function showTables(page: Page): Promise<void> {
  if ((await page.locator('dialog[open]').count()) > 0) return;
  await page
    .getByRole('button', { name: '看数据表' })
    .evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLButtonElement).click()));
  await page.getByRole('button', { name: '看数据表' }).waitFor({ state: 'detached' });
}

// The names that are invented are longer than the real ones, with which pages-in-english.spec.ts opens the same pages.
describe('every page in Chinese, with YUHENG_DEMO_NAMES=anonymous', () => {
  const web = openWeb({ YUHENG_DEMO_NAMES: 'anonymous' });

  it.each(PAGES)(
    '%s fits a phone, a desk and a wall, accessible on each, says what it is, and names no real county',
    async (_, one) => {
      const page = await openCase(web, one, { size: 'phone' });
      for (const size of Object.keys(SIZES) as Size[]) {
        await page.setViewportSize(SIZES[size]);
        await settled(page);
        expect({ size, cutOff: await overflows(page) }).toEqual({ size, cutOff: [] });
        // A wall shows what a desk shows, wider: what is read aloud there is looked at in the long run only.
        if (size === 'wall' && !isSoak) continue;
        expect({ size, faults: await accessibilityFaults(page) }).toEqual({ size, faults: [] });
      }
      await comesTrue(async () => expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN'));
      expect(await page.title()).toMatch(/^.+ · 玉衡$/);
      await comesTrue(async () => expect(await page.locator('h1').count()).toBe(1));
      await comesTrue(async () =>
        expect(await page.locator('h1 + .question').textContent()).toMatch(/？$|账户登录$/),
      );
      await comesTrue(async () =>
        expect(await page.getByText('演示数据', { exact: true }).first().isVisible()).toBe(!one.real),
      );
      // What an official text says is its own affair.
      const said = (await everythingSaid(page)).filter(({ official }) => !official).map(({ text }) => text);
      const words = said.join('\n');
      expect(words.includes('数据截至 2026年3月20日')).toBe(one.figures === true);
      expect(words).not.toMatch(NEVER_SAID);
      expect(untranslatedKeys(words)).toEqual([]);
      if (one.noVerdict) expect(verdictsIn(said)).toEqual([]);
      await showTables(page);
      const everything = await wordsOf(page);
      expect([...REAL, ...CODES].filter((name) => everything.includes(name))).toEqual([]);
    },
  );

  it('the overview calls the counties 演示甲县 … 演示壬县, also for who looks at a picture of it', async () => {
    const { page } = await web.open('/overview?program=assistants&year=2025', { as: 'leader' });
    await comesTrue(async () =>
      expect(
        (await page.locator('yh-county-rows tbody th .pick').allTextContents()).map((name) => name.trim()),
      ).toEqual([...'甲乙丙丁戊己庚辛壬'].map((stem) => `演示${stem}县`)),
    );
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'yuheng-picture-')), 'overview.png');
    const picture = await page.screenshot({ path: file, fullPage: true });
    expect(picture.readUInt32BE(16)).toBe(1280);
    if (process.env['E2E_SHOW_PICTURES']) process.stderr.write(`${file}\n`);
  });

  it('is under the production content security policy: no script but the program’s own runs', async () => {
    const answer = await web.server.request({ url: '/overview' });
    expect(answer.headers['content-security-policy']).toMatch(
      /^default-src 'none';script-src 'self';style-src 'self' 'unsafe-inline';/,
    );
    const { page, expect: expectComplaint } = await web.open('/sign-in');
    expectComplaint(
      'console: Executing inline script violates the following Content Security Policy directive',
    );
    const slipped = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.slipped = true';
      document.head.append(script);
      return 'slipped' in globalThis;
    });
    expect(slipped).toBe(false);
  });
});
