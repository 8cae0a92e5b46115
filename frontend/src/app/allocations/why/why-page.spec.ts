import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { givenServer, said } from '../../testing';
import { GIVEN_QUESTION, GivenWorkers, MEDIATION, signedIn } from '../given-question';
import { START_PROPOSING } from '../proposing';
import { printSettingsLink } from '../settings-link';
import { WhyPage } from './why-page';

const settled = async (milliseconds = 20): Promise<void> => {
  await new Promise((done) => setTimeout(done, milliseconds));
  TestBed.tick();
};

async function open(address: string, question: AllocationQuestion = GIVEN_QUESTION) {
  givenServer({ ...signedIn('leader'), 'GET /api/allocation-question': { body: question } });
  const workers = new GivenWorkers();
  TestBed.overrideProvider(START_PROPOSING, { useValue: workers.start });
  TestBed.inject(Router).resetConfig([
    { path: 'allocations/why/:county', component: WhyPage },
    { path: '**', children: [] },
  ]);
  const harness = await RouterTestingHarness.create(address);
  await settled();
  await settled();
  return { page: harness.fixture.nativeElement as HTMLElement, workers };
}

const QUERY = 'program=assistants&year=2026';

describe('why a county comes to its posts', () => {
  it('goes from the sentence over the steps to the amount, by the settings of the address', async () => {
    const text = printSettingsLink(0, CAREFUL_SETTINGS, { ...CAREFUL_SETTINGS, maximumChange: { parts: 0 } });
    const { page } = await open(`/allocations/why/hongta?${QUERY}&settings=${text}`);
    expect(said(page.querySelector('h1'))).toBe('红塔区');
    expect(said(page.querySelector('.draft'))).toBe('测算稿，不作为分配依据');
    const figures = [...page.querySelectorAll('.figures-table tbody tr')].map((one) => said(one));
    expect(figures).toEqual([
      expect.stringMatching(/^现行 ?25 ?30\.00$/),
      expect.stringMatching(/^测算 ?25 ?30\.00$/),
      expect.stringMatching(/^增减 ?0 ?0\.00（0%）$/),
    ]);
    expect(page.querySelectorAll('.steps li').length).toBeGreaterThan(4);
    expect(said(page.querySelector('.steps'))).toContain('年度最大调整');
  });

  it('tells how sure it is, and how far the next post, once the simulation has spoken', async () => {
    const { page, workers } = await open(`/allocations/why/hongta?${QUERY}`);
    expect(said(page)).toContain('把握程度计算中');
    await settled(400);
    workers.answerAll();
    await settled();
    expect(said(page)).not.toContain('把握程度计算中');
    expect(said(page)).toMatch(/次模拟|模拟中/);
  });

  it('opens the months behind it down to their sheets, and marks what nobody approved', async () => {
    const { page } = await open(`/allocations/why/yuanjiang?${QUERY}`);
    const rows = [...page.querySelectorAll('yh-why-months tbody tr')];
    expect(rows).toHaveLength(12);
    expect(said(rows[11]?.querySelector('td:last-child'))).toBe('待审核');
    expect(said(rows[10]?.querySelector('td:last-child'))).toBe('已审核');
    const links = [...(rows[11]?.querySelectorAll('a') ?? [])].map((one) => one.getAttribute('href'));
    expect(links[0]).toBe('/counties/yuanjiang?program=assistants&year=2025#month-2025-12');
    expect(links[1]).toBe('/funds/spending/yuanjiang/2025-12?program=assistants&year=2025');
    expect(links[2]).toBe('/workload/yuanjiang/2025-12?program=assistants&year=2025');
  });

  it('opens the marks behind the score, and says which of them count', async () => {
    const { page } = await open(`/allocations/why/tonghai?${QUERY}`);
    const rows = [...page.querySelectorAll('yh-why-score tbody tr')].map((one) => said(one));
    // A veto has no marks to earn, and is no line.
    expect(rows).toHaveLength(5);
    expect(rows.filter((one) => /(^|[^不])计入$/.test(one))).toHaveLength(3);
    expect(rows.filter((one) => one.endsWith('不计入'))).toHaveLength(2);
    const [score] = [...page.querySelectorAll<HTMLAnchorElement>('yh-why-score tbody a')];
    expect(decodeURIComponent(score?.getAttribute('href') ?? '')).toContain('explain=score:');
  });

  it('sets three counties in like conditions beside it, in official order', async () => {
    const { page } = await open(`/allocations/why/chengjiang?${QUERY}`);
    const names = [...page.querySelectorAll('yh-alike-table tbody th')].map((one) => said(one));
    expect(names).toHaveLength(4);
    expect(names).toContain('澄江市');
    const order = GIVEN_QUESTION.counties.map(({ name }) => name).filter((name) => names.includes(name));
    expect(names).toEqual(order);
  });

  it('says so where there is no such county, and where nothing is worked out', async () => {
    const { page } = await open(`/allocations/why/nowhere?${QUERY}`);
    expect(said(page.querySelector('yh-empty'))).toContain('没有这个县（市、区）的数据');
    TestBed.resetTestingModule();
    const { page: kept } = await open('/allocations/why/hongta?program=mediation&year=2026', MEDIATION);
    expect(said(kept.querySelector('yh-empty'))).toContain('维持现行分配');
    expect(kept.querySelector('.steps')).toBeNull();
  });
});
