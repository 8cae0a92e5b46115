import { TestBed } from '@angular/core/testing';
import { givenServer, openPage, said, type Answers } from '../testing';
import { SurveyPage } from './survey-page';

const TOKEN = 'A'.repeat(43);
const SURVEY = {
  ...{
    county: '红塔区',
    title: '协勤人员满意度问卷',
    audience: '协勤人员',
    closesOn: '2026-03-31',
    demonstration: false,
  },
  questions: [
    { id: 'overall', text: '总体上，您是否满意？' },
    { id: 'q1', text: '您对工资发放是否满意？' },
  ],
};

async function open(answers: Answers = {}) {
  const { sent } = givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    [`GET /api/survey/${TOKEN}`]: { body: SURVEY },
    ...answers,
  });
  const page = await openPage(SurveyPage, `/survey?token=${TOKEN}`);
  return { page, posted: () => sent.filter((one) => one.method === 'POST') };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
}

function choose(page: HTMLElement, question: string, choice: number): void {
  page.querySelector<HTMLInputElement>(`input[name=${question}][value="${choice}"]`)?.click();
  TestBed.tick();
}

const submit = async (page: HTMLElement): Promise<void> => {
  page.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  await settle();
};

describe('a survey behind its link', () => {
  it('says that it is anonymous, and what is kept', async () => {
    const { page } = await open();
    expect(said(page)).toContain('本问卷不记名');
    expect(said(page)).toContain('不记录姓名、网络地址和具体时间');
  });

  it('is not sent before each question is answered, and says which is not', async () => {
    const { page, posted } = await open();
    choose(page, 'overall', 4);
    await submit(page);
    expect(posted()).toEqual([]);
    const missing = [...page.querySelectorAll('fieldset')].map((one) => said(one).includes('还没有选择'));
    expect(missing).toEqual([false, true]);
  });

  it('is sent once with the choices and nothing else, and thanks', async () => {
    const { page, posted } = await open({ [`POST /api/survey/${TOKEN}`]: { status: 204 } });
    choose(page, 'overall', 4);
    choose(page, 'q1', 2);
    await submit(page);
    expect(posted().map(({ body }) => body)).toEqual([{ choices: { overall: 4, q1: 2 } }]);
    expect(said(page)).toContain('已提交，感谢您的参与');
    expect(page.querySelector('form')).toBeNull();
  });

  it('whose link is used says so instead of questions', async () => {
    const used = {
      status: 404,
      body: {
        type: '/problems/not-found',
        title: '没有找到',
        status: 404,
        detail: '该问卷链接无效、已使用，或者问卷已截止 / used',
      },
    };
    const { page } = await open({ [`GET /api/survey/${TOKEN}`]: used });
    expect(said(page)).toContain('该问卷链接无效、已使用');
    expect(page.querySelector('form')).toBeNull();
  });
});
