import { TestBed } from '@angular/core/testing';
import { ViewState } from '../../api/view-state';
import { givenServer, openPage, said } from '../../testing';
import { both, DRAFT, givenHead } from './given-scenario';
import { ScenariosPage } from './scenarios-page';

const page = { program: 'assistants', year: 2026, asOf: '2026-03-20', demonstration: true };
const heads = [1, 2, 3, 4, 5].map((number) =>
  givenHead({ id: `${number}3333333-3333-4333-8333-333333333333`, name: `方案${number}` }),
);

const open = (scenarios: readonly object[], more = '') => {
  givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    'GET /api/allocation-scenarios': { body: { ...page, scenarios } },
  });
  return openPage(ScenariosPage, `/allocations/scenarios?program=assistants&year=2026${more}`);
};
const boxes = (element: Element): HTMLInputElement[] => [
  ...element.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
];

describe('the list of scenarios', () => {
  it('tells of each what it moves, whom it concerns, and that it is a draft', async () => {
    const text = said(
      await open([givenHead({ name: '绩效30%', postsMoved: 2, personsReduced: 3, policyVersion: 2 })]),
    );
    expect(text).toContain('绩效30%');
    expect(text).toContain('有把握调整 1 个名额');
    expect(text).toMatch(/2\s*3\s*第 2 版办法/);
    expect(text).toContain(DRAFT);
    expect(text).toContain('可报送');
  });

  it('says of a policy that nobody published that it is unpublished', async () => {
    expect(said(await open([givenHead()]))).toContain('尚未发布的办法');
  });

  it('marks a stale one with its reason, and leads from a submitted one to its decision', async () => {
    const element = await open([
      givenHead({ stale: both('评价结果已更新') }),
      givenHead({ id: '55555555-5555-4555-8555-555555555555', decision: 'd1' }),
    ]);
    const rows = [...element.querySelectorAll('tbody tr')].map((row) => said(row));
    expect(rows[0]).toContain('已过时评价结果已更新');
    expect(rows[0]).not.toContain('可报送');
    expect(rows[1]).toContain('已报送查看办理情况');
    expect(element.querySelector('a[href*="/allocations/decisions/d1"]')).not.toBeNull();
  });

  it('ticks up to four for comparison, keeps them in the address, and takes no fifth', async () => {
    const element = await open(
      heads,
      `&scenarios=${heads
        .slice(0, 4)
        .map(({ id }) => id)
        .join(',')}`,
    );
    expect(boxes(element).map(({ checked }) => checked)).toEqual([true, true, true, true, false]);
    expect(boxes(element).map(({ disabled }) => disabled)).toEqual([false, false, false, false, true]);
    expect(said(element)).toContain('比较所选方案（4）');
    expect(said(element)).toContain('最多比较 4 个方案');
    boxes(element)[0]?.click();
    await new Promise((resolve) => setTimeout(resolve));
    expect(TestBed.inject(ViewState).query().get('scenarios')).toBe(
      heads
        .slice(1, 4)
        .map(({ id }) => id)
        .join(','),
    );
  });

  it('forgets what the address names and the list no longer has', async () => {
    const element = await open(heads.slice(0, 1), '&scenarios=gone');
    expect(said(element)).toContain('勾选方案后可比较');
  });

  it('says what to do where none was saved, and invents no figure', async () => {
    const element = await open([]);
    expect(said(element)).toContain('2026年还没有保存的测算方案');
    expect(element.querySelector('table')).toBeNull();
  });
});
