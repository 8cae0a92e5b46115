import type { Overview } from '@yuheng/shared/contract/overview';
import type { Page } from 'playwright-core';
import { comesTrue } from '../support/comes-true';
import { openWeb, settled } from '../support/web';

const YEAR = 'program=assistants&year=2025';

/** Where the reader looks, and what a click leads to; the clicks are counted, and nothing else moves. */
interface Question {
  readonly asked: string;
  /** What is clicked on the way: at most two. */
  readonly clicks: readonly string[];
  /** Where the answer stands then. */
  readonly at: string;
  readonly answer: (overview: Overview) => string | RegExp;
}

const ratesOf = (rows: Overview['counties'], part: 'receipt' | 'wages'): string =>
  rows.map((row) => row[part].text.zh).join('');

const QUESTIONS: readonly Question[] = [
  {
    asked: 'Is anything wrong, in one sentence?',
    clicks: [],
    at: '.headline',
    answer: ({ headline }) => headline.zh,
  },
  {
    asked: 'Did the money arrive, county by county?',
    clicks: [],
    at: 'yh-county-rows td[data-label="到位"] .sentence',
    answer: ({ counties }) => ratesOf(counties, 'receipt'),
  },
  {
    asked: 'Are wages paid, county by county?',
    clicks: [],
    at: 'yh-county-rows td[data-label="工资"] .sentence',
    answer: ({ counties }) => ratesOf(counties, 'wages'),
  },
  {
    asked: 'What needs me?',
    clicks: [],
    at: 'section:has(> h2:text-is("需要您办"))',
    answer: ({ needsYou }) => needsYou[0]?.text.zh ?? '目前没有需要您处理的事项',
  },
  {
    asked: 'How many findings are overdue, and are wages unpaid?',
    clicks: [],
    at: 'section:has(> h2:text-is("风险提示")) li',
    answer: ({ risks }) => risks.map(({ text }) => text.zh).join(''),
  },
  {
    asked: 'Which county is below its target?',
    clicks: [],
    at: 'yh-county-rows tr:has(.mark[data-light="warning"]) th',
    answer: ({ counties }) =>
      counties
        .filter(({ light }) => light === 'warning')
        .map(({ name }) => name)
        .join(''),
  },
  {
    asked: 'Where is the money now?',
    clicks: ['nav a:text-is("资金")'],
    at: 'main',
    answer: () => /指标下达.*到位.*支出/s,
  },
  {
    asked: 'Who has not filed or reported, until when, and by which document?',
    clicks: ['nav a:has-text("时限与待办")'],
    at: 'main',
    answer: () => /目前有\d+项逾期.*办理单位.*依据/s,
  },
  {
    asked: 'What is still open to be put right?',
    clicks: ['nav a:text-is("问题整改")'],
    at: 'main',
    answer: () => /待整改|逾期|没有到期的问题/,
  },
  {
    asked: 'What would next year be?',
    clicks: ['nav a:text-is("资金分配测算")'],
    at: 'main',
    answer: () => /测算稿，不作为分配依据/,
  },
];

const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('ten questions of a leader', () => {
  const web = openWeb();

  it.each(QUESTIONS.map((question) => [question.asked, question] as const))(
    '“%s” is answered on the first screen or within two clicks',
    async (_, { clicks, at, answer }) => {
      const { page } = await web.open(`/overview?${YEAR}`, { as: 'leader' });
      const url = `/api/overview?${YEAR}`;
      const overview = (await web.server.request({ url, as: 'leader' })).json<Overview>();
      expect(clicks.length).toBeLessThanOrEqual(2);
      for (const click of clicks) {
        await page.locator(click).first().click();
        await settled(page);
      }
      const wanted = answer(overview);
      await comesTrue(async () => {
        const found = squeezed((await page.locator(at).allTextContents()).join(''));
        if (typeof wanted === 'string') expect(found).toContain(squeezed(wanted));
        else expect(found).toMatch(wanted);
      });
      // Without scrolling where no click was made; a table of nine counties begins there and reads on.
      if (clicks.length === 0) expect(await beginsOnFirstScreen(page, at)).toBe(true);
    },
  );

  const beginsOnFirstScreen = async (page: Page, at: string): Promise<boolean> => {
    const box = await page.locator(at).first().boundingBox();
    return box !== null && box.y < 800;
  };
});
