import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import { Session } from '../../api/session';
import { givenServer, said, type Answers } from '../../testing';
import { both, DRAFT } from '../scenarios/given-scenario';
import { DecisionPage } from './decision-page';
import { DECISION, givenDecision, givenEntry } from './given-decision';

const PATH = `/api/allocation-decisions/${DECISION}`;
const STEPS = `POST ${PATH}/steps`;
const conflict = {
  status: 409,
  body: { type: 'https://yuheng/problems/conflict', detail: '已由他人办理 / done by another' },
};

async function open(first: AllocationDecision, answers: Answers = {}) {
  const { sent } = givenServer({
    'GET /api/session': {
      body: { account: { username: 'x', name: '某人', roles: ['leader'] }, demonstration: null },
    },
    [`GET ${PATH}`]: { body: first },
    ...answers,
  });
  await TestBed.inject(Session).load();
  TestBed.inject(Router).resetConfig([
    { path: 'allocations/decisions/:decision', component: DecisionPage },
    { path: '**', children: [] },
  ]);
  const harness = await RouterTestingHarness.create(
    `/allocations/decisions/${DECISION}?program=assistants&year=2026`,
  );
  await harness.fixture.whenStable();
  const page = harness.fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await harness.fixture.whenStable();
  };
  const press = async (name: string): Promise<void> => {
    const button = [...page.querySelectorAll('button')].find((one) => said(one) === name);
    if (!button) throw new Error(`No button ${name}.`);
    button.click();
    await settle();
  };
  const write = (field: string, value: string): void => {
    const input = page.querySelector<HTMLInputElement>(`#${field}`);
    if (!input) throw new Error(`No field ${field}.`);
    input.value = value;
    input.dispatchEvent(new Event('input'));
  };
  const choose = (file: File): void => {
    const input = page.querySelector<HTMLInputElement>('#decision-file');
    Object.defineProperty(input, 'files', { value: [file] });
    input?.dispatchEvent(new Event('change'));
  };
  const posted = () => sent.filter(({ method }) => method === 'POST');
  return { page, sent, posted, press, write, choose, settle };
}

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function (): void {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (): void {
    this.open = false;
  };
});

const leaderActs: AllocationDecision['acts'] = [
  { act: 'take', step: 'collectiveDecision' },
  { act: 'return', step: 'collectiveDecision' },
];

describe('one decision', () => {
  it('shows the four steps, what waits for the reader, and the split as a draft', async () => {
    const { page } = await open(givenDecision({ acts: leaderActs }));
    const steps = [...page.querySelectorAll('yh-decision-steps .steps > li')].map((one) => said(one));
    expect(steps[0]).toContain('报送2026年3月19日');
    expect(steps[1]).toBe('党组会（局长办公会）集体研究待办理');
    expect(steps[3]).toBe('印发未到');
    expect(said(page)).toContain('需要您办');
    expect(said(page.querySelector('yh-split-table'))).toContain(DRAFT);
  });

  it('says to who has nothing to do that it is not his, and what stands in the way', async () => {
    const { page } = await open(givenDecision({ obstacles: [both('须先上传人员安置意见')] }));
    expect(said(page)).toContain('这一步不由您办理');
    expect(said(page)).toContain('办理下一步之前须先上传人员安置意见');
    expect(said(page)).not.toContain('需要您办');
  });

  it('offers a paper of another person’s step as a possibility, never as what waits for the reader', async () => {
    const { page } = await open(givenDecision({ acts: [{ act: 'enterPaper', step: 'collectiveDecision' }] }));
    expect(said(page)).not.toContain('需要您办');
    expect(said(page)).toMatch(/这一步不由您办理。\s*可代为登记.*登记线下签批/);
    expect(page.querySelector('.acts [data-kind=primary]')).toBeNull();
  });

  it('is agreed to with the day of the meeting, against the version that was read', async () => {
    const after = givenDecision({ stage: 'collectivelyDecided', next: 'countersignature', acts: [] });
    const { page, posted, press, write } = await open(givenDecision({ acts: leaderActs }), {
      [STEPS]: { body: after },
    });
    await press('同意');
    write('decision-day', '2026-03-19');
    write('decision-number', '会议纪要〔2026〕3号');
    await press('确定');
    expect(posted()[0]?.headers.get('If-Match')).toBe('"3"');
    expect(posted()[0]?.body).toEqual({
      step: 'collectiveDecision',
      outcome: 'taken',
      way: 'program',
      on: '2026-03-19',
      documentNumber: '会议纪要〔2026〕3号',
      reason: null,
      file: null,
    });
    expect(said(page)).toContain('这一步不由您办理');
    expect(page.querySelector<HTMLDialogElement>('yh-decision-dialog dialog')?.open).toBe(false);
  });

  it('is returned with a reason, and not without', async () => {
    const { page, posted, press, write } = await open(givenDecision({ acts: leaderActs }), {
      [STEPS]: { body: givenDecision({ stage: 'returned', next: 'submission' }) },
    });
    await press('退回');
    await press('确定');
    expect(posted()).toEqual([]);
    expect(said(page)).toContain('请写明原因');
    write('decision-reason', '请补充人员影响');
    await press('确定');
    expect(posted()[0]?.body).toMatchObject({ outcome: 'returned', reason: '请补充人员影响' });
  });

  it('keeps what was typed when somebody else was faster, reads anew, and sends it against the new version', async () => {
    let calls = 0;
    let version = 3;
    const { page, posted, press, write } = await open(givenDecision({ acts: leaderActs }), {
      [`GET ${PATH}`]: () => ({ body: givenDecision({ acts: leaderActs, version }) }),
      [STEPS]: () =>
        (calls += 1) === 1 ? ((version = 4), conflict) : { body: givenDecision({ version: 5 }) },
    });
    await press('退回');
    write('decision-reason', '请补充人员影响');
    await press('确定');
    expect(said(page)).toContain('已由他人办理');
    expect(said(page)).toContain('您填写的内容仍然保留');
    expect(page.querySelector<HTMLTextAreaElement>('#decision-reason')?.value).toBe('请补充人员影响');
    await press('确定');
    expect(posted().map(({ headers }) => headers.get('If-Match'))).toEqual(['"3"', '"4"']);
  });

  it('says that nothing is left to do where the other one took the very step', async () => {
    let isTaken = false;
    const { page, press } = await open(givenDecision({ acts: leaderActs }), {
      [`GET ${PATH}`]: () => ({ body: givenDecision({ acts: isTaken ? [] : leaderActs }) }),
      [STEPS]: () => ((isTaken = true), conflict),
    });
    await press('同意');
    await press('确定');
    expect(said(page)).toContain('这一步已由他人办理或情况已变化');
    const send = [...page.querySelectorAll('button')].find((one) => said(one) === '确定');
    expect(send?.disabled).toBe(true);
  });

  it('takes a step from paper with its scan, which is stored once even where the step is refused first', async () => {
    let calls = 0;
    const paper: AllocationDecision['acts'] = [{ act: 'enterPaper', step: 'countersignature' }];
    const before = givenDecision({ next: 'countersignature', stage: 'collectivelyDecided', acts: paper });
    const refused = {
      status: 422,
      body: {
        type: 'https://yuheng/problems/refused',
        errors: [{ pointer: '/on', detail: '日期早于上一步 / too early' }],
      },
    };
    const { page, posted, press, write, choose } = await open(before, {
      [`POST ${PATH}/files?kind=scan`]: {
        status: 201,
        body: { file: { id: 'f1', name: '会签单.pdf', sha256: 'a' }, decision: { ...before, version: 4 } },
      },
      [STEPS]: () => ((calls += 1) === 1 ? refused : { body: givenDecision() }),
    });
    await press('登记线下签批');
    await press('确定');
    expect(posted()).toEqual([]);
    expect(said(page)).toContain('请选择文件');
    write('decision-number', '玉财函〔2026〕9号');
    choose(new File(['%PDF'], '会签单.pdf'));
    await press('确定');
    expect(said(page)).toContain('日期早于上一步');
    await press('确定');
    expect(posted().map(({ address }) => address)).toEqual([
      `${PATH}/files?kind=scan`,
      `${PATH}/steps`,
      `${PATH}/steps`,
    ]);
    expect(posted()[1]?.body).toMatchObject({ way: 'paper', file: 'f1', step: 'countersignature' });
    expect(posted()[1]?.headers.get('If-Match')).toBe('"4"');
  });

  it('lets another person check what was entered, beside what was entered, and says what differs', async () => {
    const awaitingCheck = givenEntry(4, 'promulgation', {
      documentNumber: '玉司发〔2026〕12号',
      file: { id: 'f1', name: '文件.pdf', sha256: 'a' },
    });
    const before = givenDecision({
      ...{ awaitingCheck, next: 'promulgation' },
      acts: [{ act: 'check', step: 'promulgation' }],
    });
    const { page, posted, press, write } = await open(before, {
      [`POST ${PATH}/check`]: { body: givenDecision() },
    });
    await press('核对登记');
    const shown = page.querySelector('.entered');
    expect(said(shown)).toContain('玉司发〔2026〕12号');
    expect(shown?.querySelector('a')?.getAttribute('href')).toBe(`${PATH}/files/f1`);
    page.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click();
    await press('确定');
    expect(posted()).toEqual([]);
    write('decision-reason', '文号应为13号');
    await press('确定');
    expect(posted()[0]?.body).toEqual({ number: 4, outcome: 'rejected', reason: '文号应为13号' });
  });

  it('confirms an entry without a reason', async () => {
    const awaitingCheck = givenEntry(2, 'collectiveDecision', { way: 'paper' });
    const { posted, press } = await open(
      givenDecision({ awaitingCheck, acts: [{ act: 'check', step: 'collectiveDecision' }] }),
      { [`POST ${PATH}/check`]: { body: givenDecision() } },
    );
    await press('核对登记');
    await press('确定');
    expect(posted()[0]?.body).toEqual({ number: 2, outcome: 'confirmed', reason: null });
  });

  it('attaches a staffing opinion, which is then there to be read', async () => {
    const { proposal } = givenDecision();
    const reduced = {
      ...proposal,
      peopleEffect: {
        personsReduced: 1,
        text: both('在岗人员减少1人'),
        cutTakesEffectOn: '2027-01-01',
      },
    };
    const file = { id: 'f2', name: '人员安置意见.pdf', sha256: 'b' };
    const before = givenDecision({
      proposal: reduced,
      acts: [{ act: 'attachOpinion', step: 'collectiveDecision' }],
    });
    const { page, posted, press, choose } = await open(before, {
      [`POST ${PATH}/files?kind=staffingOpinion`]: {
        status: 201,
        body: { file, decision: { ...before, staffingOpinion: file, acts: [] } },
      },
    });
    expect(said(page)).toContain('尚未附《人员安置意见》');
    await press('上传人员安置意见');
    choose(new File(['%PDF'], '人员安置意见.pdf'));
    await press('确定');
    expect(posted()).toHaveLength(1);
    expect(page.querySelector(`a[href="${PATH}/files/f2"]`)).not.toBeNull();
    expect(said(page)).not.toContain('尚未附');
  });

  it('once promulgated is no draft: document, snapshot, issue plan, and which county acknowledged', async () => {
    const { page } = await open(
      givenDecision({
        stage: 'decided',
        next: null,
        documentNumber: '玉司发〔2026〕12号',
        decidedOn: '2026-03-20',
        label: both('玉司发〔2026〕12号（2026年3月20日印发）'),
        snapshotSha256: 'ab12cd'.padEnd(64, '0'),
        notices: [
          { county: 'hongta', name: '红塔区', readOn: '2026-03-20', readBy: '演示·红塔经办' },
          { county: 'yimen', name: '易门县', readOn: null, readBy: null },
        ],
      }),
    );
    const text = said(page);
    expect(text).not.toContain(DRAFT);
    expect(text).toContain('玉司发〔2026〕12号，2026年3月20日印发。名额和金额已锁定。');
    expect(text).toContain('快照校验码 ab12cd');
    expect(text).toContain('2 个县（市、区）中 1 个已签收。');
    expect(text).not.toContain('这一步不由您办理');
    expect(page.querySelector('a[href^="/funds?"]')).not.toBeNull();
    const links = [...page.querySelectorAll('yh-decision-notices a')].map((one) => one.getAttribute('href'));
    expect(links[1]).toBe(
      `/allocations/notices?program=assistants&year=2026&decision=${DECISION}&county=yimen`,
    );
  });

  it('tells of a corrected one that the correction counts', async () => {
    const { page } = await open(givenDecision({ stage: 'decided', next: null, correctedBy: 'later' }));
    expect(said(page)).toContain('本分配已被更正，以更正后的为准');
    expect(page.querySelector('a[href*="/allocations/decisions/later"]')).not.toBeNull();
  });

  it('calls the figures calculated until they are promulgated, and from then on the split', async () => {
    const headings = ({ page }: { page: HTMLElement }) => said(page.querySelector('yh-split-table thead'));
    expect(headings(await open(givenDecision()))).toContain('测算名额');
    TestBed.resetTestingModule();
    const decided = headings(await open(givenDecision({ stage: 'decided', next: null })));
    expect(decided).toContain('分配名额');
    expect(decided).not.toContain('测算');
  });
});
