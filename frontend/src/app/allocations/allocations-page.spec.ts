import { TestBed } from '@angular/core/testing';
import { ViewState } from '../api/view-state';
import { said } from '../testing';
import { GIVEN_QUESTION, MEDIATION } from './given-question';
import { button, cellsOf, openAllocations, rested, settled, sums, type } from './given-page';

const LABEL = '测算稿，不作为分配依据';

describe('the allocation page', () => {
  it('sets the split in force beside the proposal for every county in official order, with sums that add up', async () => {
    const { page } = await openAllocations();
    const names = [...page.querySelectorAll('yh-proposed-split tbody th')].map((one) => said(one));
    expect(names).toEqual(GIVEN_QUESTION.counties.map(({ name }) => name));
    expect(sums(page).slice(0, 3)).toEqual(['150 / 180.00', '150 / 180.00', '0 / 0.00']);
  });

  it('states the people affected before the proposal, and the draft label with all of it', async () => {
    const { page } = await openAllocations();
    const text = said(page);
    const places = ['人员影响', '维持现行分配始终是可选方案', '测算结论', '逐县'].map((words) =>
      text.indexOf(words),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(said(page.querySelector('.draft'))).toBe(LABEL);
    expect(said(page.querySelector('yh-proposed-split caption'))).toContain(LABEL);
    expect(said(page.querySelector('yh-chart-panel .summary'))).toContain(LABEL);
  });

  it('leads from the split in force to where it comes from, whatever that is: a text, a decision or a loaded table', async () => {
    const { page } = await openAllocations();
    const source = [...page.querySelectorAll('a')].find((one) => said(one) === '历年分配中的出处');
    expect(source?.getAttribute('href')).toBe('/allocations/history?program=assistants&year=2026');
  });

  it('shows the split at once and how sure it is when the simulation has spoken', async () => {
    const { page, workers } = await openAllocations();
    expect(cellsOf(page, '红塔区')[3]).toBe('计算中……');
    expect(said(page)).toContain('还没有经过“有把握才调整”的检验');
    await rested();
    expect(workers.waiting().map(({ asked }) => asked?.depth)).toEqual(['whole']);
    workers.answerAll();
    await settled();
    expect(cellsOf(page, '红塔区')[3]).toMatch(
      /^((稳定|较稳定|不稳定) \d+(\.\d+)?%|测算 [+−]\d：\d+(\.\d+)?%，未调整（.+）)$/,
    );
    const bars = [...page.querySelectorAll('yh-how-sure tbody tr')].map((row) => said(row));
    expect(bars.filter((row) => !row.includes('维持现行') || !row.includes('测算值'))).toEqual([]);
    expect(said(page.querySelector('yh-how-sure'))).toContain('最敏感的一处打分');
    expect(said(page)).not.toContain('还没有经过“有把握才调整”的检验');
  });

  it('never shows a late answer to older settings', async () => {
    const { page, workers } = await openAllocations();
    await rested();
    const [late] = workers.waiting();
    await type(page, 'setting-maximumChange-parts', '0');
    await rested();
    expect(late?.isEnded).toBe(true);
    const [newer] = workers.waiting().filter(({ asked }) => asked?.depth === 'whole');
    expect(newer?.asked?.settings.maximumChange).toEqual({ parts: 0 });
    // The older one speaks all the same.
    late?.answer();
    await settled();
    expect(cellsOf(page, '红塔区')[3]).toBe('计算中……');
  });

  it('says that a simulation failed, keeps the split, and tries again when asked', async () => {
    const { page, workers } = await openAllocations();
    await rested();
    workers.waiting()[0]?.fail('out of memory');
    await settled();
    expect(said(page)).toContain('把握程度没有算出来');
    expect(sums(page)[1]).toBe('150 / 180.00');
    button(page, '重试').click();
    await rested();
    workers.answerAll();
    await settled();
    expect(said(page)).not.toContain('把握程度没有算出来');
    expect(cellsOf(page, '红塔区')[3]).toMatch(/%$/);
  });

  it('means the year to come where the address names none', async () => {
    await openAllocations(GIVEN_QUESTION, { address: '/allocations?program=assistants' });
    expect(TestBed.inject(ViewState).year()).toBe(new Date().getFullYear() + 1);
  });
});

describe('the allocation of mediation', () => {
  it('is kept as it is: every control is off, and the reason stands there', async () => {
    const { page } = await openAllocations(MEDIATION, {
      address: '/allocations?program=mediation&year=2026',
    });
    expect(page.querySelector<HTMLFieldSetElement>('yh-split-controls fieldset')?.disabled).toBe(true);
    expect(said(page.querySelector('yh-split-controls .obstacle'))).toContain('维持现行分配');
    // Its own state, and nothing of what is in force for the posts of the assistants.
    const pressed = page.querySelectorAll('.presets button[aria-pressed="true"]');
    expect([...pressed].map((one) => said(one))).toEqual(['维持现行分配']);
    expect(page.querySelector('yh-split-controls input, yh-split-controls select')).toBeNull();
    expect(said(page.querySelector('yh-split-controls'))).not.toContain('系数为');
    expect(sums(page).slice(0, 3)).toEqual(['45.00', '—', '—']);
    const heads = [...page.querySelectorAll('yh-proposed-split thead th')].map((one) => said(one)).join();
    expect(heads).toMatch(/现行金额（\d{4}年）[^,]*,测算金额/);
    expect(heads).not.toContain('名额');
    expect(page.querySelector('yh-chart-panel')).toBeNull();
    expect([...page.querySelectorAll('button')].map((one) => said(one))).not.toContain('保存为测算方案……');
  });
});
