import type { StoredText } from '@yuheng/shared/contract/publications';
import type { Page } from 'playwright-core';
import { textOfYear } from '../api/requests';
import { openWeb, type Tab } from '../support/web';
import { comesTrue } from '../support/comes-true';

const PAGE = '/publications?program=assistants&year=2025';
const PREVIEW = '/api/publications/preview';

/** Replaces what stands in the text exactly once. */
function edited(text: string, from: string, to: string): string {
  expect(text.split(from)).toHaveLength(2);
  return text.replace(from, to);
}

describe('the program officer loads an official text', () => {
  const web = openWeb();

  const choose = (page: Page, name: string, content: string | Buffer): Promise<void> =>
    page.locator('yh-load-text input[type="file"]').setInputFiles({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(content),
    });
  const years = async (): Promise<number[]> => {
    const { publications } = (await web.server.request({ url: '/api/publications', as: 'officer-1' })).json<{
      publications: { year: number }[];
    }>();
    return publications.map(({ year }) => year);
  };
  const refused = async (content: string | Buffer): Promise<{ tab: Tab; words: string }> => {
    const tab = await web.open(PAGE, { as: 'officer-1' });
    tab.expect(`answered: 422 POST ${PREVIEW}`);
    await choose(tab.page, '2028.txt', content);
    await tab.page.getByText('文本未通过检查，没有入库').waitFor();
    return { tab, words: (await tab.page.locator('yh-load-text [role="alert"]').textContent()) ?? '' };
  };

  it('sees what was read and what changed before anything is stored, confirms, and finds it in the list', async () => {
    const one = edited(textOfYear(2027), '红塔区司法局300,000.00元', '红塔区司法局312,000.00元');
    const text = edited(one, '通海县司法局228,000.00元', '通海县司法局216,000.00元');
    const before = await years();
    const { page } = await web.open(PAGE, { as: 'officer-1' });
    await choose(page, '2027.txt', text);
    const load = page.locator('yh-load-text');
    await load.getByText('年度 2027，2 个项目，共 18 项县（市、区）金额。尚未入库。').waitFor();
    await load.getByText('合计 1,800,000.00 元').first().waitFor();
    const differences = load.locator('table', { hasText: '与2025年已录入文本的差异' }).locator('tbody tr');
    await differences.first().waitFor();
    expect((await differences.allInnerTexts()).map((row) => row.split(/\s+/).filter(Boolean))).toEqual([
      ['红塔区', expect.stringContaining('协勤'), '300,000.00', '312,000.00'],
      ['通海县', expect.stringContaining('协勤'), '228,000.00', '216,000.00'],
    ]);
    await comesTrue(async () =>
      expect(await load.locator('yh-published-programs tbody tr').count()).toBe(18),
    );
    expect(await years()).toEqual(before);

    await load.getByRole('button', { name: '确认入库' }).click();
    await load.getByText('已入库。').waitFor();
    expect(await years()).toEqual([2027, ...before]);
    await page
      .getByRole('navigation', { name: '已录入的文本' })
      .getByText('2027年', { exact: true })
      .waitFor();
    await load.getByRole('link', { name: '查看该文本' }).click();
    await page.getByText('由 officer-1 录入').or(page.getByText('演示·业务科经办一 录入')).first().waitFor();
    const stored = (
      await web.server.request({ url: '/api/publications/2027', as: 'leader' })
    ).json<StoredText>();
    expect(stored.programs[0]?.amounts.slice(0, 2).map(({ fen }) => fen)).toEqual([31_200_000, 21_600_000]);
    expect(stored.programs[0]?.totalFen).toBe(180_000_000);
  });

  it('is told the line and both figures of a sum that is off by one 元, and nothing is stored', async () => {
    const before = await years();
    const { tab, words } = await refused(
      edited(textOfYear(2028), '红塔区司法局300,000.00元', '红塔区司法局299,999.00元'),
    );
    expect(words).toContain('第33行');
    expect(words).toContain('合计1,799,999.00元');
    expect(words).toContain('写明总额1,800,000.00元，合计少1.00元');
    expect(await tab.page.getByRole('button', { name: '确认入库' }).count()).toBe(0);
    expect(await years()).toEqual(before);
  });

  it('is told that a file in GBK has to be saved as UTF-8', async () => {
    // 玉溪市司法局 as Windows saves it.
    const gbk = Buffer.from('d3f1cfaacad0cbbeb7a8bed6', 'hex');
    const { words } = await refused(gbk);
    expect(words).toContain('文件看起来是GBK/GB18030编码');
    expect(words).toContain('请另存为UTF-8编码后重新提交');
  });

  it('may choose a corrected file after a refusal', async () => {
    const { tab } = await refused('今天天气很好。');
    await choose(tab.page, '2028.txt', textOfYear(2028));
    await tab.page.getByText('年度 2028，2 个项目').waitFor();
    expect(await tab.page.getByText('文本未通过检查').count()).toBe(0);
    await tab.page.getByRole('button', { name: '放弃' }).click();
    await tab.page.getByText('年度 2028，2 个项目').waitFor({ state: 'detached' });
    expect(await years()).not.toContain(2028);
  });

  it('is told that a year is loaded already, and cannot store it again', async () => {
    const { page } = await web.open(PAGE, { as: 'officer-1' });
    await choose(page, '2025.txt', textOfYear(2025));
    await page.getByText('2025年的文本已经录入').waitFor();
    await page.getByText('与2025年已录入文本逐项相同').waitFor();
    expect(await page.getByRole('button', { name: '确认入库' }).count()).toBe(0);
  });

  it('shows the line of the text from which an amount comes', async () => {
    const { page } = await web.open(PAGE, { as: 'officer-1' });
    await page.getByRole('button', { name: '在文本中查看第 33 行' }).first().click();
    const marked = page.locator('yh-official-text li[aria-current="true"]');
    await marked.waitFor();
    await comesTrue(async () => expect(await marked.textContent()).toContain('红塔区司法局300,000.00元'));
    expect(page.url()).toContain('line=33');
  });
});
