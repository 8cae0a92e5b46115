import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import { Session } from '../../api/session';
import { givenServer, said, type Answers } from '../../testing';
import { both, DRAFT, givenScenario } from './given-scenario';
import { ScenarioPage } from './scenario-page';

const account = (...roles: readonly string[]) => ({
  body: { account: { username: 'somebody', name: '演示·李明', roles }, demonstration: null },
});
const { id } = givenScenario();
const OFFICER = account('programOfficer');

async function open(scenario: AllocationScenario, as = OFFICER, answers: Answers = {}) {
  const { sent } = givenServer({
    'GET /api/session': as,
    [`GET /api/allocation-scenarios/${id}`]: { body: scenario },
    'GET /api/allocation-decisions': { body: { decisions: [] } },
    ...answers,
  });
  await TestBed.inject(Session).load();
  TestBed.inject(Router).resetConfig([
    { path: 'allocations/scenarios/:scenario', component: ScenarioPage },
    { path: '**', children: [] },
  ]);
  const harness = await RouterTestingHarness.create(
    `/allocations/scenarios/${id}?program=assistants&year=2026`,
  );
  await harness.fixture.whenStable();
  const page = harness.fixture.nativeElement as HTMLElement;
  const press = async (name: string): Promise<void> => {
    const button = [...page.querySelectorAll('button')].find((one) => said(one) === name);
    if (!button) throw new Error(`No button ${name}.`);
    button.click();
    await harness.fixture.whenStable();
  };
  return { page, sent, press, settle: () => harness.fixture.whenStable() };
}
const write = (page: Element, field: string, value: string): void => {
  const input = page.querySelector<HTMLInputElement>(`#${field}`);
  if (!input) throw new Error(`No field ${field}.`);
  input.value = value;
  input.dispatchEvent(new Event('input'));
};

// The dialogue of jsdom cannot be opened.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function (): void {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (): void {
    this.open = false;
  };
});

describe('one scenario', () => {
  it('says first that it is a draft, then whom it concerns, then what is computed, then the table', async () => {
    const { page } = await open(givenScenario());
    const text = said(page.querySelector('yh-page'));
    const places = [DRAFT, '人员影响', '测算结论', '逐县（市、区）对照'].map((word) => text.indexOf(word));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  it('prints the difference in posts, money and percent, and sums that add up', async () => {
    const { page } = await open(givenScenario());
    const row = [...page.querySelectorAll('yh-split-table tbody tr')].map((one) => said(one));
    expect(row[0]).toMatch(/红塔区 25 30\.00 26 31\.20 \+1 \+1\.20 \+4% 稳定 96\.05%/);
    expect(said(page.querySelector('yh-split-table tfoot'))).toMatch(
      /合计\s*40\s*48\.00\s*40\s*48\.00\s*0\s*0\.00/,
    );
  });

  it('names the county whose bound is changed', async () => {
    const changes = [{ setting: 'bounds/yimen', before: both('未单独规定'), after: both('保底14个') }];
    const { page } = await open(givenScenario({ changes }));
    expect(said(page.querySelector('yh-setting-changes'))).toMatch(
      /单独规定的保底、封顶\s*易门县\s*未单独规定/,
    );
  });

  it('is submitted with the document that it amends, which is written there already', async () => {
    const { page, press, sent, settle } = await open(givenScenario(), OFFICER, {
      'POST /api/allocation-decisions': { status: 201, body: { id: 'd1' } },
    });
    await press('报送集体研究');
    expect(page.querySelector<HTMLInputElement>('#scenario-amends')?.value).toBe('玉司发〔2014〕67号');
    await press('报送');
    await settle();
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      scenario: id,
      amends: '玉司发〔2014〕67号',
      corrects: null,
    });
    expect(TestBed.inject(Router).url).toContain('/allocations/decisions/d1');
  });

  it('is a correction of what the year has decided already', async () => {
    const decided = { id: 'old', stage: 'decided', correctedBy: null, documentNumber: '玉司发〔2026〕12号' };
    const { press, sent, settle } = await open(givenScenario(), OFFICER, {
      'GET /api/allocation-decisions': { body: { decisions: [decided] } },
      'POST /api/allocation-decisions': { status: 201, body: { id: 'd1' } },
    });
    await press('报送集体研究');
    await press('报送');
    await settle();
    expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject({ corrects: 'old' });
  });

  it('sends nothing without the document, and keeps what was typed with what is refused', async () => {
    const { page, press, sent } = await open(givenScenario(), OFFICER, {
      'POST /api/allocation-decisions': {
        status: 422,
        body: {
          type: 'https://yuheng/problems/refused',
          detail: '测算方案已过期 / stale',
        },
      },
    });
    await press('报送集体研究');
    write(page, 'scenario-amends', '  ');
    await press('报送');
    expect(sent.some(({ method }) => method === 'POST')).toBe(false);
    expect(said(page)).toContain('请写明文件字号');
    write(page, 'scenario-amends', '玉司发〔2015〕1号');
    await press('报送');
    expect(said(page.querySelector('yh-problem'))).toContain('测算方案已过期');
    expect(page.querySelector<HTMLInputElement>('#scenario-amends')?.value).toBe('玉司发〔2015〕1号');
  });

  it('is renamed, and shows the new name at once', async () => {
    const { page, press, sent } = await open(givenScenario(), OFFICER, {
      [`PUT /api/allocation-scenarios/${id}/name`]: { body: givenScenario({ name: '新名' }) },
    });
    await press('改名');
    write(page, 'scenario-name', ' 新名 ');
    const [, confirm] = [...page.querySelectorAll('button')].filter((one) => said(one) === '改名');
    confirm?.click();
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({ name: '新名' });
  });

  it('is neither submitted again nor taken off the list once it was submitted; a stale one is not submitted', async () => {
    const { page } = await open(givenScenario({ decision: 'd1' }));
    expect(said(page)).not.toContain('报送集体研究');
    expect(said(page)).not.toContain('撤下方案');
    expect(said(page)).toContain('查看办理情况');
  });

  it('says why a stale one cannot be submitted', async () => {
    const { page } = await open(givenScenario({ stale: both('评价结果已更新') }));
    expect(said(page)).toContain('已过时 评价结果已更新');
    expect(said(page)).not.toContain('报送集体研究');
  });

  it('is only read and commented by the leadership', async () => {
    const { page, sent, press } = await open(givenScenario(), account('leader'), {
      [`POST /api/allocation-scenarios/${id}/comments`]: {
        status: 201,
        body: givenScenario({
          comments: [{ id: 'c1', text: '请说明澄江', by: '演示·王局', at: '2026-03-19T02:00:00Z' }],
        }),
      },
    });
    for (const act of ['报送集体研究', '改名', '撤下方案']) expect(said(page)).not.toContain(act);
    await press('提交批注');
    expect(sent.some(({ method }) => method === 'POST')).toBe(false);
    write(page, 'scenario-comment', '请说明澄江');
    await press('提交批注');
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ text: '请说明澄江' });
    expect(said(page.querySelector('yh-scenario-comments'))).toContain('请说明澄江演示·王局');
    expect(page.querySelector<HTMLTextAreaElement>('#scenario-comment')?.value).toBe('');
  });

  it('has a link that opens the same page', async () => {
    const { page } = await open(givenScenario());
    expect(page.querySelector<HTMLInputElement>('.share input')?.value).toMatch(
      new RegExp(`/allocations/scenarios/${id}\\?program=assistants&year=2026$`),
    );
  });
});
