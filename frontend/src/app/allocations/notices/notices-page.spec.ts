import { TestBed } from '@angular/core/testing';
import type { AllocationNotice } from '@yuheng/shared/contract/allocation-decisions';
import { Session } from '../../api/session';
import { givenServer, openPage, said, type Answers } from '../../testing';
import { both } from '../scenarios/given-scenario';
import { NoticesPage } from './notices-page';

const notice = (more: Partial<AllocationNotice> = {}): AllocationNotice => ({
  program: 'assistants',
  year: 2026,
  asOf: '2026-03-20',
  demonstration: true,
  decision: 'd1',
  county: { id: 'yimen', name: '易门县' },
  documentNumber: '玉司发〔2026〕12号',
  decidedOn: '2026-03-20',
  amends: '玉司发〔2014〕67号',
  corrects: null,
  corrected: null,
  lastPart: 15,
  lastFen: 18_000_000,
  part: 14,
  fen: 16_800_000,
  advanceFen: 18_000_000,
  finalFen: -1_200_000,
  cutTakesEffectOn: '2027-01-01',
  sentence: both('2026年度核定14个名额，比上年度减少1个'),
  reason: both('绩效得分较低'),
  steps: [{ label: both('按名额份额'), expression: '15 ÷ 40', result: '37.5%' }],
  policy: [both('每县每年最多调整1个名额')],
  readOn: null,
  readBy: null,
  ...more,
});
const READING = 'POST /api/allocation-decisions/d1/notices/yimen/reading';

async function open(notices: readonly AllocationNotice[], role = 'countyOfficer', answers: Answers = {}) {
  const { sent } = givenServer({
    'GET /api/session': {
      body: { account: { username: 'x', name: '某人', roles: [role] }, demonstration: null },
    },
    'GET /api/allocation-notices': {
      body: { program: 'assistants', year: 2026, asOf: '2026-03-20', demonstration: true, notices },
    },
    ...answers,
  });
  await TestBed.inject(Session).load();
  const page = await openPage(NoticesPage, '/allocations/notices?program=assistants&year=2026');
  return { page, sent };
}

describe('the notice of a county', () => {
  it('before the decision says when it comes, and no figure', async () => {
    const { page } = await open([]);
    expect(said(page)).toContain('2026年的资金分配尚未印发');
    expect(page.querySelector('table')).toBeNull();
    expect(said(page.querySelector('yh-empty')).replace('2026', '').replace('2025', '')).not.toMatch(/\d/);
  });

  it('says the figures against last year and both moments, with money that is taken back', async () => {
    const { page } = await open([notice()]);
    const rows = [...page.querySelectorAll('table.data tbody tr')].map((row) => said(row));
    expect(rows).toEqual([
      '名额（个） 15 14 −1',
      '资金（万元） 18.00 16.80 −1.20',
      expect.stringMatching(/提前下达.*18\.00/),
      expect.stringMatching(/正式下达（多退）.*−1\.20/),
    ]);
    expect(said(page)).toContain('自 2027年1月1日（合同年度开始）起执行');
    expect(said(page.querySelector('details'))).toContain('计算过程（1 步）');
    expect(said(page.querySelector('details'))).toContain('15 ÷ 40 = 37.5%');
  });

  it('is acknowledged once, by the county’s officer or approver', async () => {
    const { page, sent } = await open([notice()], 'countyApprover', {
      [READING]: { body: notice({ readOn: '2026-03-20', readBy: '演示·易门审核' }) },
    });
    const button = [...page.querySelectorAll('button')].find((one) => said(one) === '签收');
    button?.click();
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(said(page)).toMatch(/2026年3月20日 签收，签收人\s*演示·易门审核/);
    expect([...page.querySelectorAll('button')].map((one) => said(one))).not.toContain('签收');
  });

  it.each(['countyFinance', 'leader', 'programOfficer'])('is only read by %s', async (role) => {
    const { page } = await open([notice()], role);
    expect([...page.querySelectorAll('button')].map((one) => said(one))).not.toContain('签收');
  });

  it('is printed as a paper with document, figures in yuan, reason and a place to acknowledge', async () => {
    const { page } = await open([notice()]);
    const paper = said(page.querySelector('yh-notice-paper')).replace(/\s/g, '');
    for (const words of [
      '演示数据',
      '关于2026年协勤经费分配的通知',
      '玉司发〔2026〕12号',
      '易门县司法局、财政局：',
      '资金（元）180,000.00168,000.00−12,000.00',
      '理由：绩效得分较低',
      '修订玉司发〔2014〕67号',
      '签收人：',
    ])
      expect(paper).toContain(words);
  });

  it('of a year with a correction offers both, and shows the newer', async () => {
    const later = notice({
      decision: 'd2',
      documentNumber: '玉司发〔2026〕20号',
      corrects: '玉司发〔2026〕12号',
    });
    const { page } = await open([later, notice()]);
    const options = [...page.querySelectorAll('option')];
    expect(options).toHaveLength(2);
    expect(options.map(({ selected }) => selected)).toEqual([true, false]);
    expect(said(page.querySelector('yh-notice-paper'))).toContain('本通知更正玉司发〔2026〕12号');
  });
});
