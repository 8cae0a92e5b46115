import { PlacesService } from '@yuheng/backend/regions/places.service';
import { comesTrue } from '../support/comes-true';
import { openWeb, settled } from '../support/web';
import { overflows } from './page-checks';

const YEAR = 'program=assistants&year=';
/** As long as the database takes one: the longest county of the country with its prefecture and then some. */
const LONG =
  '演示自治州演示蒙古族哈萨克族柯尔克孜族锡伯族塔吉克族乌孜别克族俄罗斯族达斡尔族塔塔尔族满族联合自治县（高新技术产业开发区）';

describe('a page whose code does not come', () => {
  const web = openWeb();

  it('says so, leaves the page that is open as it is, and opens when it is tried again', async () => {
    const { page, expect: expectComplaint } = await web.open(`/overview?${YEAR}2025`, { as: 'leader' });
    const before = await page.locator('.headline').textContent();
    await page.route('**/*.js', (route) => route.abort('failed'));
    await page.locator('nav a:text-is("资金")').click();
    const notice = page.locator('yh-opening [role=alert]');
    await notice.waitFor();
    expect(await notice.textContent()).toContain('页面没有载入，可能是网络中断，或系统刚刚更新。');
    expect(await page.locator('.headline').textContent()).toBe(before);
    expect(await overflows(page)).toEqual([]);
    await page.unroute('**/*.js');
    await notice.getByRole('button', { name: '重试' }).click();
    await page.waitForURL('**/funds?**');
    await settled(page);
    expect(await page.locator('h1').textContent()).toBe('资金');
    for (const complaint of ['lost: ', 'console: ']) expectComplaint(complaint);
  });
});

describe('a network that is slow', () => {
  const web = openWeb();

  it('shows the place of what is coming, says after some seconds that it still comes, and moves nothing above it then', async () => {
    const { page } = await web.open(`/funds?${YEAR}2025`, { as: 'leader' });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/overview?*', async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('nav a:text-is("总览")').click();
    const skeleton = page.locator('yh-loading .skeleton');
    await skeleton.waitFor();
    const height = (await skeleton.boundingBox())?.height ?? 0;
    expect(height).toBeGreaterThan(400);
    expect(await skeleton.textContent()).not.toContain('网络较慢');
    const top = (await page.locator('h1').boundingBox())?.y;
    await comesTrue(async () => expect(await skeleton.textContent()).toContain('网络较慢'));
    expect((await skeleton.boundingBox())?.height).toBe(height);
    release();
    await settled(page);
    expect((await page.locator('h1').boundingBox())?.y).toBe(top);
  });
});

describe('names as long as they may be', () => {
  const web = openWeb();

  beforeAll(async () => {
    await web.server.sql(`update place_name set name = '${LONG}' where place_id = 'hongta'`);
    // Names are read once, when the server starts.
    await web.server.app.get(PlacesService).onModuleInit();
  });

  it.each([
    ['the overview', `/overview?${YEAR}2025`],
    ['the table of counties', `/counties?${YEAR}2025`],
    ['the county', `/counties/hongta?${YEAR}2025`],
    ['two side by side', `/counties/compare?${YEAR}2025&left=hongta&right=tonghai`],
    ['the indicators', `/indicators?${YEAR}2025`],
    ['the funds', `/funds?${YEAR}2025`],
    ['the findings', `/findings?${YEAR}2025`],
    ['the wall', `/screen?${YEAR}2025`],
  ])('fit %s', async (_, place) => {
    const page = (await web.turn(place, { as: 'leader' })).page;
    await comesTrue(async () => expect(await page.locator('main').textContent()).toContain(LONG));
    for (const size of [
      { width: 390, height: 844 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(size);
      await settled(page);
      expect({ size, cutOff: await overflows(page) }).toEqual({ size, cutOff: [] });
    }
  });
});

describe('a year in which nothing is on file', () => {
  const web = openWeb();

  it.each([
    ['the overview', `/overview?${YEAR}2019`],
    ['the table of counties', `/counties?${YEAR}2019`],
    ['a county', `/counties/hongta?${YEAR}2019`],
    ['two side by side', `/counties/compare?${YEAR}2019&left=hongta&right=tonghai`],
    ['the indicators', `/indicators?${YEAR}2019`],
    ['the funds', `/funds?${YEAR}2019`],
    ['the findings', `/findings?${YEAR}2019`],
    ['the wall', `/screen?${YEAR}2019`],
  ])('opens %s, which says what is not there', async (_, place) => {
    const page = (await web.turn(place, { as: 'leader' })).page;
    await comesTrue(async () => {
      const words = (await page.locator('main').textContent()) ?? '';
      expect(words).not.toMatch(/NaN|undefined|null|Infinity/);
      expect(words).toMatch(/没有|尚未|尚无|暂无|未到期/);
    });
    expect(await overflows(page)).toEqual([]);
  });
});
