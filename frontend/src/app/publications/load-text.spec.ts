import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ReadText } from '@yuheng/shared/contract/publications';
import { givenServer, openPage, said, type Answers } from '../testing';
import { useTexts } from '../ui/texts';
import { LoadText } from './load-text';
import { PUBLICATIONS_TEXTS } from './publications-texts';

const SHA = 'b04732'.padEnd(64, '0');
const text = (year: number, fen: number): ReadText => ({
  year,
  title: `${year}年文本`,
  fileName: `${year}.txt`,
  sha256: SHA,
  notes: [],
  programs: [
    {
      ordinal: 1,
      name: '协勤经费',
      program: 'assistants',
      totalFen: fen,
      statedTotal: null,
      policyBases: [],
      implementingUnits: '',
      plan: '',
      results: '',
      amounts: [
        {
          county: 'hongta',
          name: '红塔区',
          nameAsPrinted: '红塔区司法局',
          fen,
          numeralAsPrinted: '1',
          unit: '元',
          sentence: '',
          line: 3,
          posts: null,
        },
      ],
    },
  ],
});

@Component({
  selector: 'yh-host',
  imports: [LoadText],
  template: '<yh-load-text [latestYear]="2025" />',
})
class Host {
  constructor() {
    useTexts('publications', PUBLICATIONS_TEXTS);
  }
}

async function choose(answers: Answers) {
  const { sent } = givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    'GET /api/publications/2025': { body: text(2025, 30_000_000) },
    ...answers,
  });
  const page = await openPage(Host, '/publications?program=assistants&year=2026');
  const field = page.querySelector<HTMLInputElement>('input[type=file]');
  Object.defineProperty(field, 'files', { value: [new File(['x'], '2026.txt')] });
  field?.dispatchEvent(new Event('change'));
  await settled();
  return {
    page,
    stored: () => sent.filter((one) => one.method === 'POST' && one.address.includes('sha256')),
  };
}
/** A preview and its comparison are two answers, one after the other. */
const settled = async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
};
const button = (page: HTMLElement, words: string) =>
  [...page.querySelectorAll('button')].find((one) => said(one) === words);

describe('loading an official text', () => {
  const preview = { ...text(2026, 31_200_000), alreadyLoaded: false };

  it('shows what was read and what differs from the stored text, and stores nothing yet', async () => {
    const { page, stored } = await choose({ 'POST /api/publications/preview': { body: preview } });
    expect(said(page)).toContain('预览：2026年文本');
    expect(said(page)).toContain('与2025年已录入文本的差异');
    expect(said(page.querySelector('tbody tr'))).toMatch(/红塔区.*300,000\.00.*312,000\.00/);
    expect(stored()).toEqual([]);
  });

  it('stores exactly the bytes that were previewed, once it is confirmed', async () => {
    const { page, stored } = await choose({
      'POST /api/publications/preview': { body: preview },
      'POST /api/publications': { status: 201, body: text(2026, 31_200_000) },
    });
    button(page, '确认入库')?.click();
    await settled();
    expect(stored().map((one) => one.address)).toEqual([`/api/publications?sha256=${SHA}`]);
    expect(said(page)).toContain('2026年文本已入库');
  });

  it('says that the year is loaded already, and offers no second store', async () => {
    const { page } = await choose({
      'POST /api/publications/preview': { body: { ...text(2025, 30_000_000), alreadyLoaded: true } },
    });
    expect(said(page)).toContain('2025年的文本已经录入');
    expect(said(page)).toContain('逐项相同');
    expect(button(page, '确认入库')).toBeUndefined();
  });

  it('lists every refusal with its line, and offers nothing to store', async () => {
    const { page } = await choose({
      'POST /api/publications/preview': {
        status: 422,
        body: {
          type: '/problems/refused',
          title: '不符合规则',
          status: 422,
          detail: '合计不符 / The total does not agree',
          errors: [
            { pointer: '/lines/45', detail: '第45行：合计180万元，相加179万元 / Line 45: they differ' },
          ],
        },
      },
    });
    expect(said(page)).toContain('文本未通过检查，没有入库');
    expect(said(page)).toContain('第45行：合计180万元，相加179万元');
    expect(button(page, '确认入库')).toBeUndefined();
  });
});
