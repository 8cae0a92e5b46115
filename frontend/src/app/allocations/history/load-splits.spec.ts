import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { SplitTablePreview } from '@yuheng/shared/contract/allocation-history';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { givenServer, openPage, said, type Answers } from '../../testing';
import { useTexts } from '../../ui/texts';
import { HISTORY_TEXTS } from './history-texts';
import { LoadSplits, sumsOf } from './load-splits';

const SHA = 'b04732'.padEnd(64, '0');
const row = (year: number, county: string, posts: number | null): SplitTablePreview['rows'][number] => ({
  row: 4,
  year,
  program: 'assistants',
  county,
  name: county,
  fen: (posts ?? 1) * 1_200_000,
  posts,
  source: '玉司发〔2014〕67号',
});
const PREVIEW: SplitTablePreview = {
  sha256: SHA,
  fileName: '历年分配.xlsx',
  rows: [row(2019, '红塔区', 25), row(2019, '江川区', 15), row(2020, '红塔区', null)],
  notes: [{ cell: 'B5', message: bilingual('“江川县”按“江川区”读取。', 'read as') }],
  years: [2019, 2020],
  replaces: [2019],
  alreadyLoaded: false,
};

@Component({ selector: 'yh-host', imports: [LoadSplits], template: '<yh-load-splits />' })
class Host {
  constructor() {
    useTexts('history', HISTORY_TEXTS);
  }
}

const settled = async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
};
async function choose(answers: Answers) {
  const { sent } = givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    ...answers,
  });
  const page = await openPage(Host, '/allocations/history?program=assistants&year=2026');
  const field = page.querySelector<HTMLInputElement>('input[type=file]');
  Object.defineProperty(field, 'files', { value: [new File(['x'], '历年分配.xlsx')] });
  field?.dispatchEvent(new Event('change'));
  await settled();
  return { page, loads: () => sent.filter(({ address }) => address.includes('sha256')) };
}
const button = (page: HTMLElement, words: string) =>
  [...page.querySelectorAll('button')].find((one) => said(one) === words);

describe('loading a table of past splits', () => {
  it('shows years, what they replace, what was understood and the sums, and stores nothing yet', async () => {
    const { page, loads } = await choose({ 'POST /api/allocation-history/preview': { body: PREVIEW } });
    const text = said(page);
    expect(text).toContain('将载入 2019年、2020年，共 3 行。');
    expect(text).toContain('2019年已有往年分配表，确认后以本表为准');
    expect(text).toMatch(/单元格 B5 ?： ?“江川县”按“江川区”读取。/);
    expect(said(page.querySelector('tbody tr'))).toMatch(/2019.*40\s*48\.00/);
    expect(loads()).toEqual([]);
  });

  it('stores exactly the bytes that were shown, once it is confirmed', async () => {
    const { page, loads } = await choose({
      'POST /api/allocation-history/preview': { body: PREVIEW },
      'POST /api/allocation-history': { status: 201, body: { loadedAt: '', years: [2019, 2020] } },
    });
    button(page, '确认载入')?.click();
    await settled();
    expect(loads().map(({ address }) => address)).toEqual([`/api/allocation-history?sha256=${SHA}`]);
    expect(said(page)).toContain('已载入 2019年、2020年。');
  });

  it('offers nothing to confirm where the same file is loaded, and says so', async () => {
    const notes = [{ cell: null, message: bilingual('同一文件已于2026年3月20日载入', 'loaded') }];
    const { page } = await choose({
      'POST /api/allocation-history/preview': { body: { ...PREVIEW, notes, alreadyLoaded: true } },
    });
    expect(said(page)).toContain('同一文件已于2026年3月20日载入');
    expect(button(page, '确认载入')).toBeUndefined();
  });

  it('lists every refusal with its cell', async () => {
    const detail = '工作表“Sheet1”单元格E2：25个名额按每个12,000元应为30.00 万元';
    const { page } = await choose({
      'POST /api/allocation-history/preview': {
        status: 422,
        body: {
          ...{ type: '/problems/refused', title: '不符合规则', status: 422 },
          errors: [{ pointer: '/Sheet1/E2', detail }],
        },
      },
    });
    expect(said(page)).toContain('表格未通过检查，没有载入。');
    expect(said(page)).toContain(detail);
    expect(button(page, '确认载入')).toBeUndefined();
  });

  it('adds up by year and program, without posts where one row does not state them', () => {
    expect(sumsOf(PREVIEW.rows).map(({ year, posts, fen }) => [year, posts, fen])).toEqual([
      [2019, 40, 48_000_000],
      [2020, null, 1_200_000],
    ]);
  });
});
