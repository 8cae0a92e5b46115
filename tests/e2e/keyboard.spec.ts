import type { Page } from 'playwright-core';
import { openWeb, settled } from '../support/web';

/** Where the focus is: what a reader would call it, whether it is seen, and whether it is inside an open drawer. */
interface Focus {
  readonly name: string;
  readonly visible: boolean;
  readonly inDrawer: boolean;
}

const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return {
      name:
        element === document.body
          ? ''
          : (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
      visible: inView && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      inDrawer: element.closest('dialog[open]') !== null,
    };
  });

/** Presses Tab until the focus is on what is wanted, as somebody without a mouse would. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    const { name, visible } = await focusOf(page);
    if (!wanted.test(name)) continue;
    expect({ name, visible }).toEqual({ name, visible: true });
    return;
  }
  throw new Error(`Tab never came to ${wanted}`);
}

describe('without a mouse', () => {
  const web = openWeb();

  it('one signs in, opens a county, has its score explained, and closes it again', async () => {
    const { page } = await web.open('/overview?program=assistants&year=2025');
    await page.locator('#username').waitFor();
    for (const field of ['username', 'password']) {
      for (let step = 0; step < 20; step += 1) {
        if (await page.evaluate((id) => document.activeElement?.id === id, field)) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type(field === 'username' ? 'leader' : 'Yuheng-demo-2025');
    }
    await page.keyboard.press('Enter');
    await page.locator('.headline').waitFor();
    await settled(page);

    await tabTo(page, /^元江哈尼族彝族傣族自治县$/);
    // The first press shows that county alone, the second leads to its records; the focus stays between them.
    await page.keyboard.press('Enter');
    await page.locator('.pick[aria-pressed=true]').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '元江哈尼族彝族傣族自治县' }).waitFor();
    await settled(page);

    await tabTo(page, /年度评价结果/);
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] .total').waitFor();
    expect((await focusOf(page)).inDrawer).toBe(true);
    await tabTo(page, /^在岗率$/);
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').getByRole('heading', { name: '在岗率怎么来的' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect((await focusOf(page)).name).toMatch(/年度评价结果/);
  });

  it('the first Tab offers to skip to the content, and Enter goes there', async () => {
    const { page } = await web.open('/overview?program=assistants&year=2025', { as: 'leader' });
    await page.keyboard.press('Tab');
    expect(await focusOf(page)).toMatchObject({ name: '跳到正文', visible: true });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect((await focusOf(page)).name).toBe('本页术语');
  });

  it.each([
    ['/overview?program=assistants&year=2025'],
    ['/funds?program=assistants&year=2025'],
    ['/publications?program=assistants&year=2025'],
  ])('Tab goes through all of %s, each stop is seen, and comes out at the end', async (place) => {
    const { page } = await web.open(place, { as: 'leader' });
    const stops: Focus[] = [];
    for (let step = 0; step < 200; step += 1) {
      await page.keyboard.press('Tab');
      const focus = await focusOf(page);
      if (focus.name === '' || (stops.length > 0 && focus.name === '跳到正文')) break;
      stops.push(focus);
    }
    expect(stops.length).toBeGreaterThan(20);
    expect(stops.length).toBeLessThan(200);
    expect(stops.filter(({ visible }) => !visible)).toEqual([]);
  });

  it('the focus stays in what is explained until it is closed', async () => {
    const { page } = await web.open('/counties/jiangchuan?program=assistants&year=2025', { as: 'leader' });
    await page.getByRole('link', { name: /年度评价结果/ }).press('Enter');
    await page.locator('dialog[open] .total').waitFor();
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const { name, inDrawer } = await focusOf(page);
      // From the last stop the focus goes to the browser's own bar, and from there back to the first.
      expect({ name, inDrawer }).toEqual({ name, inDrawer: name !== '' });
    }
  });

  it('the list of counties opens with Enter and closes with Escape', async () => {
    const { page } = await web.open('/overview?program=assistants&year=2025', { as: 'leader' });
    await tabTo(page, /^县（市、区） ▾$/);
    await page.keyboard.press('Enter');
    await page.locator('#county-list').getByRole('link', { name: '华宁县' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#county-list').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.locator('#county-list').getByRole('link', { name: '华宁县' }).waitFor();
    await tabTo(page, /^华宁县$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '华宁县' }).waitFor();
  });
});
