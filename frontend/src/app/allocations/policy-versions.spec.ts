import { TestBed } from '@angular/core/testing';
import type { AllocationPolicies } from '@yuheng/shared/contract/allocation-policies';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { givenServer, said } from '../testing';
import { useTexts } from '../ui/texts';
import { ALLOCATIONS_TEXTS } from './allocations-texts';
import { PolicyVersions } from './policy-versions';

const version = (number: number, more: Partial<AllocationPolicies['versions'][number]> = {}) => ({
  version: number,
  name: `分配办法第${number}稿`,
  basis: '局长办公会',
  documentNumber: `玉司发〔2026〕${number}号`,
  publishedOn: '2026-03-02',
  publishedBy: null,
  settings: CAREFUL_SETTINGS as AllocationPolicies['versions'][number]['settings'],
  inWords: [bilingual('保底：不设', 'Floor: none')],
  changes: [],
  ...more,
});
const policies = (versions: AllocationPolicies['versions']): AllocationPolicies => ({
  ...{ program: 'assistants', demonstration: true, presets: [], versions },
  inForce: versions[0]?.version ?? null,
});

async function open(body: AllocationPolicies) {
  const { sent } = givenServer({ 'GET /api/allocation-policies': { body } });
  TestBed.runInInjectionContext(() => useTexts('allocations', ALLOCATIONS_TEXTS));
  const fixture = TestBed.createComponent(PolicyVersions);
  fixture.componentRef.setInput('program', 'assistants');
  fixture.componentRef.setInput('counties', [{ id: 'hongta', name: '红塔区' }]);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const before = sent.length;
  const details = page.querySelector('details');
  if (details) details.open = true;
  details?.dispatchEvent(new Event('toggle'));
  await fixture.whenStable();
  return { page, before, after: sent.length };
}

describe('the versions of the policy', () => {
  it('are read when somebody opens them, each with document, day, basis and what it changed', async () => {
    const changes = [
      {
        setting: 'floor',
        before: bilingual('已审核月份的平均', 'average'),
        after: bilingual('不设', 'none'),
      },
      {
        setting: 'bounds/hongta',
        before: bilingual('没有', 'none'),
        after: bilingual('封顶 25', 'at most 25'),
      },
    ];
    const { page, before, after } = await open(policies([version(2, { changes }), version(1)]));
    expect([before, after]).toEqual([0, 1]);
    const [newest, oldest] = [...page.querySelectorAll('section')].map((one) => said(one));
    expect(newest).toContain('第2版 分配办法第2稿现行');
    expect(newest).toContain('玉司发〔2026〕2号 · 2026年3月2日 · 依据：局长办公会');
    expect(newest).toContain('保底：由“已审核月份的平均”改为“不设”');
    expect(newest).toContain('红塔区 单独规定的保底、封顶：由“没有”改为“封顶 25”');
    expect(oldest).not.toContain('现行');
    expect(oldest).toContain('全文保底：不设');
  });

  it('say so where none is published', async () => {
    expect(said((await open(policies([]))).page)).toContain('还没有发布过办法；未发布时按谨慎缺省办法测算。');
  });
});
