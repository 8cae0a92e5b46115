import { readFileSync } from 'node:fs';
import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import type { Page } from 'playwright-core';
import { makePack, opened, PASSWORD, typed, workbookOf } from '../integration/evaluations/pack-requests';
import { REMARK, ROUND, scoreRequests } from '../integration/evaluations/score-requests';
import { openWeb } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { accessibilityFaults, overflows } from './page-checks';

const SCORE = `/evaluations/${ROUND}/score`;
const COUNTIES = 'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');
/** From the second indicator that people mark, backwards, to the one that is looked at beside it. */
const BACKWARDS = [
  'implementationBenefit',
  'rectificationTimeliness',
  'inspectionAverage',
  'cityPartPassedOn',
  'wageTimeliness',
  'onPostRate',
];
const saved = (page: Page) => page.locator('yh-score .about').getByText('已保存').waitFor();
const dialog = (page: Page) => page.locator('dialog[open]');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const at = (page: Page, id: string) => comesTrue(async () => expect(await focused(page)).toBe(id));

async function sound(page: Page): Promise<void> {
  expect(await overflows(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
}

/** What has the focus as a reader would call it, if the focus is seen. */
const seenFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { bottom, top } = element.getBoundingClientRect();
    const seen = bottom > 0 && top < innerHeight && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    const name = element.getAttribute('aria-label') ?? element.id;
    return seen ? name || (element.textContent ?? '').trim() : '';
  });

/** Presses a key at most so many times until the focus is seen on what is wanted. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', wanted: RegExp, most: number): Promise<void> {
  const passed: string[] = [];
  while (passed.length < most) {
    await page.keyboard.press(key);
    passed.push(await seenFocus(page));
    if (wanted.test(passed.at(-1) ?? '')) return;
  }
  throw new Error(`${key} never came to ${wanted}, only past ${passed.join(', ')}`);
}

describe('the workspace of an evaluator', () => {
  const web = openWeb();

  it('takes three indicators across nine counties and then one county down to the signature, by keyboard alone', async () => {
    await web.server.request({
      method: 'POST',
      url: `/api${SCORE.replace(/score$/, 'phrases')}`,
      as: 'evaluator-3',
      body: {
        indicator: null,
        point: '台账不完整',
        fact: '{county}缺少记录，扣{lost}分',
        basis: '评分标准',
        shared: false,
      },
    });
    const { page } = await web.open(SCORE, { as: 'evaluator-3' });
    const press = (key: string) => page.keyboard.press(key);
    await page.getByText('需人工打分 18 项，已完成 0；系统计算 81 项，待确认 81。').waitFor();
    await sound(page);

    // Past the navigation, and from there to the first box. Full-width digits are understood, and Enter goes on by itself.
    await walk(page, 'Tab', /^跳到正文$/, 1);
    await press('Enter');
    await at(page, 'content');
    await press('Escape');
    for (const county of COUNTIES) {
      await at(page, `box-${county}/implementationBenefit`);
      await page.keyboard.type(county === 'hongta' ? '４．５' : '5');
      await press('Enter');
      await saved(page);
    }
    for (const county of COUNTIES) {
      await at(page, `box-${county}/satisfaction`);
      await page.keyboard.type('5');
      await press('ArrowDown');
      await saved(page);
    }
    await page.getByText('需人工打分 18 项，已完成 17；').waitFor();

    // The third is computed: looked at, and confirmed for all counties in one act, behind which the table comes next.
    for (const leaf of BACKWARDS) {
      await press('Alt+ArrowUp');
      await at(page, `box-hongta/${leaf}`);
    }
    await walk(page, 'Shift+Tab', /^确认本表系统计算得分（9项）$/, 2);
    await press('Enter');
    await page.getByText('待确认 72。').waitFor();
    await comesTrue(async () => expect(await seenFocus(page)).toBe('在岗率：各县（市、区）得分'));
    await walk(page, 'Tab', /在岗率/, 1);
    await at(page, 'box-hongta/onPostRate');

    // One county: what is lacking is named before anything is signed.
    await press('Alt+t');
    await page.getByRole('radio', { name: '逐县纵向打分' }).and(page.locator(':checked')).waitFor();
    await at(page, 'box-hongta/onPostRate');
    await press('Alt+s');
    await page.getByRole('alert').getByText('还有9处未完成，补充后才能提交：').waitFor();
    await sound(page);
    await walk(page, 'Shift+Tab', /^确认本表系统计算得分（8项）$/, 12);
    await press('Enter');
    await page.getByText('已确认8项。').waitFor();
    await walk(page, 'Tab', /预算执行率/, 1);
    for (let row = 0; row < 9; row += 1) await press('ArrowDown');
    await at(page, 'box-hongta/implementationBenefit');

    // What costs the half mark: a phrase with the county’s figures, and the page.
    await press('Alt+r');
    await at(page, 'remark-0-point');
    await walk(page, 'Tab', /^score-phrase$/, 6);
    await press('ArrowDown');
    await walk(page, 'Tab', /^填入$/, 1);
    await press('Enter');
    await at(page, 'remark-0-page');
    expect(await page.locator('#remark-0-fact').inputValue()).toBe('红塔区缺少记录，扣0.50分');
    await page.keyboard.type('第3页');
    await press('Escape');
    await at(page, 'box-hongta/implementationBenefit');
    await saved(page);
    await sound(page);

    await press('Alt+s');
    await dialog(page).getByText('本人确认：以上评分依据评价办法和佐证材料独立作出').waitFor();
    await sound(page);
    await press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await at(page, 'box-hongta/implementationBenefit');
    await press('Alt+s');
    await at(page, 'sign-password');
    await page.keyboard.type('Yuheng-demo-2025');
    await press('Enter');
    await page.getByText(/红塔区评分表已提交并锁定，校验码 [0-9a-f]{6}。/).waitFor();
    await page.getByText('已于').first().waitFor();
    await at(page, 'box-hongta/implementationBenefit');
    expect(await page.locator('#box-hongta\\/satisfaction').getAttribute('readonly')).not.toBeNull();
    await sound(page);
    const submitted = await web.server.sql<Record<string, unknown>>(
      `select kind, count(*)::int as count from evaluator_mark
       where account_id = $1 and round_id = $2 group by kind order by kind`,
      [accountIdOf('evaluator-3'), ROUND],
    );
    expect(submitted).toEqual([
      { kind: 'confirmation', count: 9 },
      { kind: 'mark', count: 2 },
    ]);
  });

  it('is taken along as an encrypted pack, and brought back cell by cell: new, changed, in conflict, refused', async () => {
    const tab = await web.open(SCORE, { as: 'evaluator-2' });
    const { page } = tab;
    const panel = page.locator('yh-score-packs');
    await panel.getByText('离线打分').click();
    await panel.getByRole('button', { name: '生成打分包' }).click();
    await panel.getByLabel('打分包密码').fill(PASSWORD);
    await panel.getByLabel('再输入一次').fill(PASSWORD);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: '生成打分包' }).click(),
    ]);
    await panel.getByText('打分包已生成').waitFor();
    const workbook = await workbookOf(readFileSync(await download.path()));

    // Meanwhile the same evaluator marks one of these boxes on line.
    const online = { as: 'evaluator-2', county: 'xinping', indicator: 'satisfaction' };
    await scoreRequests(web.server).enter(online, { marks: '4' }, { remarks: [REMARK] });

    const bringBack = (buffer: Buffer) =>
      panel
        .locator('yh-pack-return input[type=file]')
        .setInputFiles({ name: '打分工作簿.xlsx', mimeType: 'application/octet-stream', buffer });
    const remark = ['台账不完整', '缺少3个月记录', '评分标准', '第3页'] as const;
    const filled = await typed(workbook, [
      { county: '易门县', indicator: '满意度', value: 4.5, remark },
      { county: '易门县', indicator: '实施效益', value: 3, remark },
      { county: '新平彝族傣族自治县', indicator: '满意度', value: 3.5, remark },
      { county: '元江哈尼族彝族傣族自治县', indicator: '满意度', value: 5.5 },
    ]);
    await bringBack(filled);
    await panel.getByText('新填1项，修改1项，冲突1项，不能带回1项').waitFor();
    const rowOf = (name: string) => panel.getByRole('row', { name });
    for (const [name, said] of [
      ['易门县 · 满意度', '新填'],
      ['易门县 · 实施效益', '修改'],
      ['新平彝族傣族自治县 · 满意度', '冲突'],
      ['元江哈尼族彝族傣族自治县 · 满意度', '0至5分之间'],
    ] as const)
      expect(await rowOf(name).innerText()).toContain(said);
    await sound(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await sound(page);

    await panel.getByRole('button', { name: '填入', exact: true }).click();
    await panel.getByText('还有1项冲突没有选择').waitFor();
    await rowOf('新平彝族傣族自治县 · 满意度').getByLabel('以工作簿为准').check();
    await panel.getByRole('button', { name: '填入', exact: true }).click();
    await panel.getByText('已按选择填入').waitFor();
    await page.locator('#score-indicator').selectOption({ label: '满意度' });
    await comesTrue(async () => {
      const boxes = ['yimen', 'xinping', 'yuanjiang'].map((county) =>
        page.locator(`#box-${county}\\/satisfaction`),
      );
      const marks = await Promise.all(boxes.map((box) => box.inputValue()));
      expect(marks.map((mark) => mark && Number(mark))).toEqual([4.5, 3.5, '']);
    });

    // Brought back twice, edited by hand, of another evaluator: each is said in a sentence.
    const previews = `POST /api${SCORE.replace(/score$/, 'packs/previews')}`;
    tab.expect(`answered: 409 ${previews}`);
    await bringBack(filled);
    await panel
      .getByText(/已于.+带回/)
      .last()
      .waitFor();
    const book = await opened(filled);
    const hidden = book.getWorksheet('玉衡校验')?.getCell(3, 1);
    if (hidden) hidden.value = String(hidden.value).replace('"version":0', '"version":1');
    tab.expect(`answered: 422 ${previews}`);
    await bringBack(Buffer.from(await book.xlsx.writeBuffer()));
    await panel.getByText(/手工改动/).waitFor();
    tab.expect(`answered: 422 ${previews}`);
    await bringBack(await workbookOf((await makePack(web.server, 'evaluator-3')).bytes));
    await panel.getByText(/其他评价人员的打分包/).waitFor();
    await sound(page);
  });
});
