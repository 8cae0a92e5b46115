import type { Page } from 'playwright-core';
import { role } from '@yuheng/shared/contract/roles';
import { comesTrue } from '../support/comes-true';
import { openWeb } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const FUNDS = '/funds?program=assistants&year=2025';
const tip = (page: Page) => page.locator('#term-tip');

describe('help', () => {
  const web = openWeb();

  describe('the terms of a page', () => {
    /** What explains is loaded once the page is idle. */
    const ready = (page: Page) => page.locator('#term-tip').waitFor({ state: 'attached' });

    /** Rests the pointer on the first letters of a heading. */
    async function restOn(page: Page, heading: string): Promise<void> {
      const place = await page
        .locator('thead th', { hasText: heading })
        .first()
        .evaluate((cell, word) => {
          cell.scrollIntoView({ block: 'center' });
          const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode;
            const start = node.textContent?.indexOf(word) ?? -1;
            if (start < 0) continue;
            const range = document.createRange();
            range.setStart(node, start);
            range.setEnd(node, start + 1);
            const { left, top, width, height } = range.getBoundingClientRect();
            return { x: left + width / 2, y: top + height / 2 };
          }
          return null;
        }, heading);
      if (!place) throw new Error(`${heading} stands nowhere.`);
      await page.mouse.move(place.x + 2, place.y);
      await page.mouse.move(place.x, place.y);
    }

    it('are explained where the pointer rests, stay while it is on the explanation, and Escape takes it away', async () => {
      const { page } = await web.open(FUNDS, { as: 'leader' });
      await ready(page);
      await restOn(page, '垫付待归垫');
      await tip(page).waitFor({ state: 'visible' });
      expect(await tip(page).textContent()).toMatch(/县级垫付.*正常做法，不是问题/s);
      expect(await accessibilityFaults(page)).toEqual([]);
      await tip(page).hover();
      await page.waitForTimeout(500);
      expect(await tip(page).isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await tip(page).waitFor({ state: 'hidden' });
      expect(await page.locator('thead th', { hasText: '垫付待归垫' }).first().isVisible()).toBe(true);
    });

    it('tell the two execution rates apart', async () => {
      const { page } = await web.open(FUNDS, { as: 'leader' });
      await page.getByRole('button', { name: '本页术语' }).click();
      const drawer = page.getByRole('dialog', { name: '本页术语' });
      await drawer.locator('dt', { hasText: '预算执行率（按到位资金）' }).waitFor();
      expect(await drawer.locator('dt', { hasText: '按调整后预算' }).count()).toBe(0);
      const { page: own } = await web.open('/goals/yuanjiang/self-evaluation?program=assistants&year=2025', {
        as: 'leader',
      });
      await ready(own);
      await own.keyboard.press('Alt+/');
      const list = own.getByRole('dialog', { name: '本页术语' });
      await list.locator('dt', { hasText: '预算执行率（按调整后预算）' }).waitFor();
      expect(await list.locator('dt', { hasText: '按到位资金' }).count()).toBe(0);
    });

    it('are listed by Alt and / for who cannot point, and the focus goes back where it was', async () => {
      const { page } = await web.open(FUNDS, { as: 'leader', size: 'phone' });
      const button = page.getByRole('button', { name: '本页术语' });
      await button.focus();
      await ready(page);
      await page.keyboard.press('Alt+/');
      await page.getByRole('dialog', { name: '本页术语' }).waitFor();
      expect(await page.locator('dialog[open] dt').count()).toBeGreaterThan(5);
      expect(await overflows(page)).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await comesTrue(async () =>
        expect(await button.evaluate((one) => one === document.activeElement)).toBe(true),
      );
    });

    it('are explained in the reader’s language, and add no stop on the way of the keyboard', async () => {
      const { page } = await web.open(FUNDS, { as: 'leader', language: 'en' });
      await page.locator('#term-tip').waitFor({ state: 'attached' });
      expect(await page.locator('thead th [tabindex], h1 [tabindex], h2 [tabindex]').count()).toBe(0);
      await page.keyboard.press('Alt+/');
      const drawer = page.getByRole('dialog', { name: 'Terms on this page' });
      await drawer.locator('dt:text-is("Receipt")').waitFor();
      expect((await drawer.textContent())?.replace(/[“”]/g, '')).not.toMatch(/[\u3400-\u9fff]/);
    });
  });

  describe('the pages of help', () => {
    it.each(['leader', 'county-hongta', 'evaluator-1', 'audit-admin', 'office-hongta-1'])(
      'open from the top bar with the guide of the role of %s, every picture there',
      async (as) => {
        const { page } = await web.open('/help', { as });
        const own = page.getByRole('navigation', { name: '按角色查看' });
        expect(await own.locator('[aria-current=page]').count()).toBe(1);
        expect(await own.getByRole('link').count()).toBe(role.options.length);
        await page.getByRole('link', { name: '帮助', exact: true }).waitFor();
        const pictures = await page.locator('ol img').all();
        for (const picture of pictures) {
          await picture.scrollIntoViewIfNeeded();
          await comesTrue(async () =>
            expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1280),
          );
        }
      },
    );

    it('say of another role what it does, without a link that the reader may not open', async () => {
      const { page } = await web.open('/help', { as: 'leader' });
      expect(await page.getByRole('link', { name: '打开这个页面' }).count()).toBeGreaterThan(0);
      await page.getByRole('link', { name: '审计管理员' }).click();
      await page.getByRole('heading', { level: 1, name: '帮助：审计管理员' }).waitFor();
      expect(await page.getByRole('link', { name: '打开这个页面' }).count()).toBe(0);
    });

    it('have no page of a role that there is not', async () => {
      const { page } = await web.open('/help/emperor', { as: 'leader' });
      await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    });
  });

  describe('a first visit', () => {
    const offer = (page: Page) => page.getByRole('complementary', { name: '首次使用引导' });
    const START = '/overview?program=assistants&year=2025';

    it('is offered four steps at the keyboard, each pointing at the page, and is never offered again', async () => {
      const { page } = await web.open(START, { as: 'county-yimen', firstVisit: true });
      await offer(page).waitFor();
      // Nothing was taken from the reader: the page is free, the focus is where it was.
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
      expect(await accessibilityFaults(page)).toEqual([]);
      await offer(page).getByRole('button', { name: '开始' }).press('Enter');
      for (const title of ['答案在哪里', '状态怎么看', '怎么走到依据', '帮助在哪里']) {
        const heading = offer(page).getByRole('heading', { name: title });
        await comesTrue(async () =>
          expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true),
        );
        expect(await page.locator('[data-pointed]').count()).toBe(1);
        expect(await overflows(page)).toEqual([]);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      }
      await offer(page).waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
      await page.reload();
      await page.locator('h1').waitFor();
      await page.locator('#term-tip').waitFor({ state: 'attached' });
      expect(await offer(page).count()).toBe(0);
    });

    it('can be skipped, for this account only, and seen again from the help', async () => {
      const { page } = await web.open(START, { as: 'finance', firstVisit: true, size: 'phone' });
      await offer(page).waitFor();
      expect(await overflows(page)).toEqual([]);
      await offer(page).getByRole('button', { name: '跳过' }).click();
      await offer(page).waitFor({ state: 'detached' });
      await page.getByRole('link', { name: '帮助', exact: true }).click();
      await page.getByRole('button', { name: '再看一遍首次使用引导' }).click();
      await offer(page).getByRole('heading', { name: '答案在哪里' }).waitFor();
      await page.keyboard.press('Escape');
      await offer(page).waitFor({ state: 'detached' });
      const { page: other } = await web.open(START, { as: 'inspector', firstVisit: true });
      await offer(other).waitFor();
    });

    it('moves nothing on the page when it is offered', async () => {
      const { page } = await web.open(START, { as: 'officer-1', firstVisit: true });
      const place = () => page.locator('h1').boundingBox();
      const before = await place();
      await offer(page).waitFor();
      expect(await place()).toEqual(before);
    });
  });
});
