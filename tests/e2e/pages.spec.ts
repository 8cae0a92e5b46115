import { openWeb, settled, SIZES, type Size } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { NEVER_SAID, openCase, PAGES, verdictsIn } from './page-cases';
import { accessibilityFaults, everythingSaid, overflows, untranslatedKeys } from './page-checks';

describe('every page in Chinese', () => {
  const web = openWeb();

  it.each(PAGES)(
    '%s fits a phone, a desk and a wall, accessible on each, and says what it is',
    async (_, one) => {
      const page = await openCase(web, one, { size: 'phone' });
      for (const size of Object.keys(SIZES) as Size[]) {
        await page.setViewportSize(SIZES[size]);
        await settled(page);
        expect({ size, cutOff: await overflows(page) }).toEqual({ size, cutOff: [] });
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
    },
  );

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
