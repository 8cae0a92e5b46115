import { TestBed } from '@angular/core/testing';
import type { AllocationRun } from '@yuheng/shared/contract/allocation-runs';
import { ViewState } from '../api/view-state';
import { givenServer, openPage, said } from '../testing';
import { AllocationsPage } from './allocations-page';

const both = (zh: string) => ({ zh, en: 'English' });
const LABEL = '测算稿，不作为分配依据';
const part = (county: string, lastPart: number, now: number): AllocationRun['counties'][number] => ({
  county,
  name: county,
  lastPart,
  lastFen: lastPart * 1_200_000,
  part: now,
  fen: now * 1_200_000,
  change: now - lastPart,
  proposedPart: now,
  certainty: {
    steadiness: 'stable',
    word: both('稳定'),
    heldRuns: 9605,
    runs: 10_000,
    heldPercent: '96.05',
    text: both('在 10000 次模拟中有 96.05% 是这个方向'),
  },
  score: '91.20',
  floor: now,
  reason: both('与上年相同'),
  steps: [],
});
const run: AllocationRun = {
  id: '22222222-2222-4222-8222-222222222222',
  program: 'assistants',
  year: 2026,
  createdAt: '2026-03-18T02:00:00Z',
  engineVersion: '1.0.0',
  inputsSha256: 'c41e77'.padEnd(64, '0'),
  scoringRun: '11111111-1111-4111-8111-111111111111',
  demonstration: true,
  label: both(LABEL),
  headline: both('一增一减'),
  lastYear: { year: 2025, publication: 2025, text: both('2025年公布的分配') },
  pool: { posts: 40, fenPerPost: 1_200_000, totalFen: 48_000_000 },
  policy: [both('每县每年最多调整1个名额')],
  peopleEffect: { personsReduced: 0, text: both('人员影响：在岗人员减少0人') },
  warnings: [],
  counties: [part('红塔区', 25, 26), part('易门县', 15, 14)],
};
const { id, program, year, createdAt, engineVersion, inputsSha256, scoringRun, demonstration } = run;
const head = { id, program, year, createdAt, engineVersion, inputsSha256, scoringRun, demonstration };
const SIGNED_IN = { 'GET /api/session': { body: { account: null, demonstration: null } } };

const open = (runs: readonly object[], address = '/allocations?program=assistants&year=2026') => {
  givenServer({
    ...SIGNED_IN,
    'GET /api/allocation-runs': { body: { allocationRuns: runs } },
    [`GET /api/allocation-runs/${run.id}`]: { body: run },
  });
  return openPage(AllocationsPage, address);
};

describe('the allocation page', () => {
  it('states the people affected before any other figure, and the split in force before the computed one', async () => {
    const text = said(await open([head]));
    const [people, keep, computed, table] = ['人员影响', '维持现行分配', '一增一减', '逐县'].map((word) =>
      text.indexOf(word),
    );
    expect(people).toBeGreaterThan(0);
    expect([people, keep, computed, table]).toEqual(
      [people, keep, computed, table].sort((a = 0, b = 0) => a - b),
    );
  });

  it('prints the draft label with the conclusion, the chart and the table', async () => {
    const page = await open([head]);
    expect(said(page).split(LABEL).length - 1).toBeGreaterThanOrEqual(4);
    expect(said(page.querySelector('yh-chart-panel'))).toContain(LABEL);
    expect(said(page.querySelector('yh-table'))).toContain(LABEL);
  });

  it('says of each county how sure the direction of its change is, in a word and in percent', async () => {
    const cells = [...(await open([head])).querySelectorAll('tbody td')].map((cell) => said(cell));
    expect(cells.filter((cell) => cell === '稳定 96.05%')).toHaveLength(2);
  });

  it('closes with sums that add up on paper', async () => {
    const cells = [...(await open([head])).querySelectorAll('tfoot td')].map((cell) => said(cell));
    expect(cells.slice(0, 5)).toEqual(['40', '48.00', '40', '48.00', '0']);
  });

  it('leads from a score and from a reason to their arithmetic', async () => {
    const page = await open([head]);
    const links = [...page.querySelectorAll('yh-table a')].map((link) => link.getAttribute('href') ?? '');
    expect(
      links.some((link) => decodeURIComponent(link).includes(`explain=score:${run.scoringRun}:红塔区`)),
    ).toBe(true);
    expect(links.some((link) => decodeURIComponent(link).includes(`explain=part:${run.id}:红塔区`))).toBe(
      true,
    );
  });

  it('says what to do where nothing was computed, and invents no figure', async () => {
    const page = await open([]);
    expect(said(page)).toContain('2026年还没有资金分配测算');
    expect(page.querySelector('table')).toBeNull();
  });

  it('means the year to come where the address names none', async () => {
    await open([], '/allocations?program=assistants');
    expect(TestBed.inject(ViewState).year()).toBe(new Date().getFullYear() + 1);
  });
});
