import { Component, signal } from '@angular/core';
import type { InspectionRecord } from '@yuheng/shared/contract/inspections';
import type { ExplainTarget } from '../api/explain-target';
import { givenServer, openPage, said } from '../testing';
import { useTexts } from '../ui/texts';
import { EXPLAIN_TEXTS } from './explain-texts';
import { emptinessOf, InspectionSheet, stateOfSheet } from './inspection-sheet';

const both = (zh: string) => ({ zh, en: 'English' });
const item = (change: Partial<InspectionRecord['items'][number]>): InspectionRecord['items'][number] => ({
  item: 'wagesOnTime',
  name: both('工资按时发放'),
  criteria: both('按约定日期发放'),
  frequency: 'monthly',
  conclusion: 'pass',
  number: null,
  carriedFrom: null,
  note: null,
  ...change,
});
const record = signal<InspectionRecord>({
  program: 'assistants',
  county: 'yimen',
  countyName: '易门县',
  month: '2025-06',
  asOf: '2026-03-20',
  demonstration: true,
  state: 'reported',
  stage: 'approved',
  dueOn: '2025-06-28',
  inspectedOn: '2025-06-24',
  submittedOn: '2025-06-26',
  approvedOn: '2025-06-28',
  inspector: '甲',
  approver: '乙',
  templateVersion: 1,
  items: [
    item({ conclusion: 'fail', note: '迟2天' }),
    item({ item: 'laborContracts', name: both('劳动合同'), frequency: 'quarterly', carriedFrom: '2025-04' }),
    item({ item: 'filing', name: both('备案'), conclusion: 'notApplicable' }),
  ],
  findings: [],
  moved: [{ scoringRun: 'r', indicator: 'inspectionAverage', name: both('督查合格率') }],
});
const trail: readonly ExplainTarget[] = [{ kind: 'inspection', county: 'yimen', month: '2025-06' }];

@Component({
  selector: 'yh-host',
  imports: [InspectionSheet],
  template: '<yh-inspection-sheet [record]="record()" [trail]="trail" />',
})
class Host {
  protected readonly record = record;
  protected readonly trail = trail;
  constructor() {
    useTexts('explain', EXPLAIN_TEXTS);
  }
}

describe('an inspection sheet', () => {
  const open = () => {
    givenServer({ 'GET /api/session': { body: { account: null, demonstration: null } } });
    return openPage(Host, '/counties/yimen?program=assistants&year=2025');
  };

  it('counts what does not apply apart from what failed', async () => {
    expect(said(await open())).toContain('合格 1 项，不合格 1 项，不适用 1 项');
  });

  it('names inspector and approver, who are two persons', async () => {
    expect(said(await open())).toMatch(/督查人甲审核人乙/);
  });

  it('leads from a carried conclusion to the month it was drawn in', async () => {
    const links = [...(await open()).querySelectorAll('.items a')].map((link) =>
      decodeURIComponent(link.getAttribute('href') ?? ''),
    );
    expect(links).toEqual([expect.stringContaining('explain=inspection:yimen:2025-04')]);
  });

  it('lists the scores that it moved, each leading back up with the way kept', async () => {
    const link = (await open()).querySelector('.moved a')?.getAttribute('href') ?? '';
    expect(decodeURIComponent(link)).toContain(
      'explain=score:r:yimen:inspectionAverage&via=inspection:yimen:2025-06',
    );
  });

  it('is 已审核 only once it is approved', () => {
    expect(
      ['open', 'submitted', 'returned', 'reopened'].map((stage) => stateOfSheet(stage as 'open')),
    ).toEqual(Array.from({ length: 4 }, () => 'provisional'));
    expect(stateOfSheet('approved')).toBe('approved');
  });

  it('says why there is nothing to see, and never counts it as failed', () => {
    const open = [item({ conclusion: null })];
    expect(emptinessOf({ state: 'missing', items: open })).toBe('missing');
    expect(emptinessOf({ state: 'notDue', items: [] })).toBe('notDue');
    expect(emptinessOf({ state: 'reported', items: open })).toBe('open');
    expect(emptinessOf({ state: 'reported', items: [item({})] })).toBeNull();
  });
});
