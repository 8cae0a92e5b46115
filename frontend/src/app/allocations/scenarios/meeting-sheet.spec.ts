import { givenServer, said } from '../../testing';
import { both, DRAFT, givenCounty, givenScenario } from './given-scenario';
import { SheetPage } from './sheet-page';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';

async function sheetOf(scenario: AllocationScenario): Promise<Element> {
  givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    [`GET /api/allocation-scenarios/${scenario.id}`]: { body: scenario },
    'GET /api/allocation-decisions/d1': {
      body: { amends: '玉司发〔2014〕67号', sentence: both('2026年3月19日报送，2026年4月2日印发。') },
    },
  });
  TestBed.inject(Router).resetConfig([
    { path: 'allocations/scenarios/:scenario/sheet', component: SheetPage },
    { path: '**', children: [] },
  ]);
  const harness = await RouterTestingHarness.create(
    `/allocations/scenarios/${scenario.id}/sheet?program=assistants&year=2026`,
  );
  await harness.fixture.whenStable();
  const sheet = (harness.fixture.nativeElement as HTMLElement).querySelector('yh-meeting-sheet');
  if (!sheet) throw new Error('No sheet.');
  return sheet;
}

describe('the paper for the meeting', () => {
  it('says what, why, who is affected, how sure, then the table, in this order, marked as draft and demonstration', async () => {
    const text = said(await sheetOf(givenScenario())).replace(/\s/g, '');
    expect(text.startsWith(`${DRAFT}演示数据关于2026年协勤经费分配的测算方案`)).toBe(true);
    const places = [
      '拟分配2026年名额40个，48.00 万元：红塔区 25→26，易门县 15→14。',
      '所修订的文件在报送时写明，通常为玉司发〔2014〕67号。',
      '二、为什么',
      '评价结果：2025年度部门评价，2026年3月2日定案。',
      '有把握调整 1 个名额',
      '红塔区 hongta的理由',
      '人员影响：在岗人员减少0人',
      '调整的方向在至少 96.05% 的模拟中成立',
      '红塔区 25 30.00 26 31.20 +1 稳定 96.05%',
      '合计 40 48.00 40 48.00 0',
      '集体研究意见',
      '市财政局会签意见',
      '采用的办法：每县每年最多调整1个名额',
      '校验码 c41e77',
    ].map((words) => text.indexOf(words.replace(/\s/g, '')));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(text).not.toContain('不具备调整依据');
  });

  it('says that nothing is firm where nothing is', async () => {
    const { proposal } = givenScenario();
    const kept = { ...proposal, counties: [givenCounty('hongta', 25, 25), givenCounty('yimen', 15, 15)] };
    expect(said(await sheetOf(givenScenario({ proposal: kept })))).toContain(
      '不具备调整依据，建议维持现行分配。',
    );
  });

  it('lists the changes that were held back and why, and calls none of their lines stable', async () => {
    const { proposal } = givenScenario();
    const counties = [
      givenCounty('hongta', 25, 25, { proposedPart: 26 }),
      givenCounty('yimen', 15, 15, { proposedPart: 14 }),
    ];
    const sheet = await sheetOf(givenScenario({ proposal: { ...proposal, counties } }));
    expect(said(sheet.querySelector('.held'))).toMatch(
      /^红塔区：测算 \+1：96\.05%，未调整（无对应减少）； ?易门县：测算 −1：96\.05%，未调整（无对应增加）。$/,
    );
    const cells = [...sheet.querySelectorAll('tbody tr')].map((row) => said(row.lastElementChild));
    expect(cells).toEqual(['测算 +1：96.05%', '测算 −1：96.05%']);
  });

  it('names the document that it amends once it was submitted', async () => {
    expect(said(await sheetOf(givenScenario({ decision: 'd1' })))).toContain('拟修订：玉司发〔2014〕67号。');
  });

  it('names its document instead of the draft label once it is decided, with the steps to it, and asks for no signature', async () => {
    const document = both('玉司发〔2026〕12号（2026年4月2日印发）');
    const text = said(await sheetOf(givenScenario({ decision: 'd1', document }))).replace(/\s/g, '');
    expect(text).not.toContain(DRAFT);
    expect(text).not.toMatch(/测算名额|拟分配|拟修订|签名|集体研究意见/);
    expect(text.startsWith('玉司发〔2026〕12号（2026年4月2日印发）演示数据2026年协勤经费分配结果')).toBe(
      true,
    );
    for (const words of [
      '修订：玉司发〔2014〕67号。',
      '分配2026年名额40个',
      '分配名额',
      '六、办理情况2026年3月19日报送，2026年4月2日印发。',
    ])
      expect(text).toContain(words);
  });

  it('advises nothing any more once it is decided', async () => {
    const { proposal } = givenScenario();
    const kept = { ...proposal, counties: [givenCounty('hongta', 25, 25), givenCounty('yimen', 15, 15)] };
    const sheet = await sheetOf(givenScenario({ proposal: kept, document: both('玉司发〔2026〕12号') }));
    expect(said(sheet)).not.toContain('建议维持现行分配');
  });

  it('says of a scenario that went stale that it did, until it is decided', async () => {
    const stale = both('现行分配有变化');
    expect(said(await sheetOf(givenScenario({ stale })))).toContain('已过时：现行分配有变化');
    TestBed.resetTestingModule();
    expect(said(await sheetOf(givenScenario({ stale, document: both('玉司发〔2026〕12号') })))).not.toContain(
      '已过时',
    );
  });

  it('says of which county a warning is', async () => {
    const { proposal } = givenScenario();
    const warnings = [
      { kind: 'gradeCliff' as const, county: 'yimen', text: both('再低 0.4 分落入下一等级') },
    ];
    const text = said(await sheetOf(givenScenario({ proposal: { ...proposal, warnings } })));
    expect(text).toMatch(/易门县\s*：\s*再低 0\.4 分落入下一等级/);
  });

  it('is set smaller where much is to be said', async () => {
    const { proposal } = givenScenario();
    const long = {
      ...proposal,
      warnings: Array.from({ length: 25 }, () => ({
        kind: 'cannotMove' as const,
        text: both('一'.repeat(40)),
      })),
    };
    const sheet = await sheetOf(givenScenario({ proposal: long }));
    expect(sheet.getAttribute('data-letters')).toBe('small');
    TestBed.resetTestingModule();
    expect((await sheetOf(givenScenario())).getAttribute('data-letters')).toBe('large');
  });

  it('has the reasons of five counties, and says of how many more they stand elsewhere', async () => {
    const { proposal } = givenScenario();
    const counties = Array.from({ length: 7 }, (_, place) => givenCounty(`county-${place}`, 10, 11));
    const text = said(await sheetOf(givenScenario({ proposal: { ...proposal, counties } })));
    expect(text.match(/的理由/g)).toHaveLength(6);
    expect(text).toContain('其余 2 个县（市、区）的理由见本方案页面');
  });
});
