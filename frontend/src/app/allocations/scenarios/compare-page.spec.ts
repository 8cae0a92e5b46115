import { TestBed } from '@angular/core/testing';
import { givenServer, openPage, said } from '../../testing';
import { ComparePage } from './compare-page';
import { DRAFT, givenCounty, givenScenario } from './given-scenario';

const first = givenScenario();
const second = givenScenario({
  id: '44444444-4444-4444-8444-444444444444',
  name: '仅按工作量',
  proposal: { ...first.proposal, counties: [givenCounty('hongta', 25, 25), givenCounty('yimen', 15, 15)] },
});
const foreign = givenScenario({ id: '66666666-6666-4666-8666-666666666666', year: 2025 });

const open = (...ids: readonly string[]) => {
  const known = Object.fromEntries(
    [first, second, foreign].map((one) => [`GET /api/allocation-scenarios/${one.id}`, { body: one }]),
  );
  const missing = { status: 404, body: { type: 'https://yuheng/problems/not-found' } };
  const { sent } = givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    ...Object.fromEntries(ids.map((id) => [`GET /api/allocation-scenarios/${id}`, missing])),
    ...known,
  });
  return openPage(
    ComparePage,
    `/allocations/compare?program=assistants&year=2026&scenarios=${ids.join(',')}`,
  ).then((page) => ({ page, sent }));
};
const heads = (page: Element) =>
  [...(page.querySelector('table.figures thead')?.querySelectorAll('th') ?? [])].map((one) => said(one));

describe('scenarios compared', () => {
  it('has 维持现行分配 as the first column, whatever is chosen', async () => {
    expect(heads((await open(first.id)).page)).toEqual(['县（市、区）', '维持现行分配', '绩效20%']);
    TestBed.resetTestingModule();
    expect(heads((await open(second.id, first.id)).page)).toEqual([
      '县（市、区）',
      '维持现行分配',
      '仅按工作量',
      '绩效20%',
    ]);
  });

  it('marks the cells that differ from the split in force, also for who hears them', async () => {
    const { page } = await open(first.id, second.id);
    const [row] = [...page.querySelectorAll('table.figures tbody tr')];
    const cells = [...(row?.querySelectorAll('td.one') ?? [])];
    expect(cells.map((one) => one.classList.contains('differs'))).toEqual([true, false]);
    expect(said(cells[0])).toContain('（+1（与现行不同））');
    expect(said(page)).toContain(DRAFT);
  });

  it('shows people affected and how sure of each', async () => {
    const text = said((await open(first.id, second.id)).page);
    expect(text).toContain('在岗人员减少 0 人');
    expect(text).toContain('按 10,000 次模拟，稳定 2 个；调整的方向在至少 96.05% 的模拟中成立。');
    expect(text).toContain('按 10,000 次模拟，稳定 2 个；没有增减。');
  });

  it('on a phone shows the one that the switch names', async () => {
    const { page } = await open(first.id, second.id);
    const shown = () =>
      [...page.querySelectorAll('table.figures tbody tr:first-child td.one')].map((one) =>
        one.classList.contains('shown'),
      );
    expect(shown()).toEqual([true, false]);
    const select = page.querySelector<HTMLSelectElement>('.switch select');
    if (!select) throw new Error('No switch.');
    select.value = '1';
    select.dispatchEvent(new Event('change'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(shown()).toEqual([false, true]);
  });

  it('says that one is gone and shows the others; one of another year does not stand beside them', async () => {
    const { page } = await open(first.id, 'gone', foreign.id);
    expect(said(page)).toContain('有 1 个方案没有找到');
    expect(said(page)).toContain('有 1 个方案属于其他年度或项目');
    expect(heads(page)).toEqual(['县（市、区）', '维持现行分配', '绩效20%']);
  });

  it('reads four at most', async () => {
    const { page, sent } = await open(first.id, 'b', 'c', 'd', 'e');
    expect(said(page)).toContain('一次最多比较 4 个方案');
    expect(sent.filter(({ address }) => address.includes('allocation-scenarios'))).toHaveLength(4);
  });

  it('leads to the list where none is chosen', async () => {
    expect(said((await open()).page)).toContain('还没有选择方案');
  });
});
