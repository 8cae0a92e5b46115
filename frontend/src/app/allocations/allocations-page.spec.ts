import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import type { Role } from '@yuheng/shared/contract/roles';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { givenServer, said } from '../testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { AllocationsPage } from './allocations-page';
import { GIVEN_QUESTION, GivenWorkers, MEDIATION, signedIn } from './given-question';
import { START_PROPOSING } from './proposing';
import { printSettingsLink, readSettingsLink } from './settings-link';

const LABEL = '测算稿，不作为分配依据';
const ADDRESS = '/allocations?program=assistants&year=2026';

interface Opened {
  readonly page: HTMLElement;
  readonly workers: GivenWorkers;
  readonly sent: ReturnType<typeof givenServer>['sent'];
}

async function open(
  question: AllocationQuestion = GIVEN_QUESTION,
  { address = ADDRESS, role = 'programOfficer' as Role, answers = {} } = {},
): Promise<Opened> {
  const { sent } = givenServer({
    ...signedIn(role),
    'GET /api/allocation-question': { body: question },
    'GET /api/allocation-decisions': {
      body: { program: 'assistants', year: 2026, asOf: '2026-03-20', demonstration: true, decisions: [] },
    },
    ...answers,
  });
  const workers = new GivenWorkers();
  TestBed.overrideProvider(START_PROPOSING, { useValue: workers.start });
  await TestBed.inject(Session).load();
  TestBed.inject(Router).resetConfig([
    { path: 'allocations', component: AllocationsPage },
    { path: '**', children: [] },
  ]);
  // A page whose simulation is under way is not stable, and is looked at all the same.
  const harness = await RouterTestingHarness.create(address);
  await settled();
  await settled();
  return { page: harness.fixture.nativeElement as HTMLElement, workers, sent };
}

/** Until the address is written and the simulation has begun. */
const rested = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done, 400));
  TestBed.tick();
};
const settled = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done, 20));
  TestBed.tick();
};
const button = (page: Element, words: string): HTMLButtonElement => {
  const found = [...page.querySelectorAll('button')].find((one) => said(one) === words);
  if (!found) throw new Error(`There is no button ${words}.`);
  return found;
};
const field = (page: Element, id: string): HTMLInputElement => {
  const found = page.querySelector<HTMLInputElement>(`#${id}`);
  if (!found) throw new Error(`There is no field ${id}.`);
  return found;
};
async function type(page: Element, id: string, text: string): Promise<void> {
  const input = field(page, id);
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await settled();
}
const sums = (page: Element): string[] =>
  [...page.querySelectorAll('yh-proposed-split tfoot td')].map((cell) => said(cell));
const cellsOf = (page: Element, county: string): string[] => {
  const row = [...page.querySelectorAll('yh-proposed-split tbody tr')].find((one) =>
    said(one.querySelector('th')).startsWith(county),
  );
  return [...(row?.querySelectorAll('td') ?? [])].map((cell) => said(cell));
};

describe('the allocation page', () => {
  it('sets the split in force beside the proposal for every county in official order, with sums that add up', async () => {
    const { page } = await open();
    const names = [...page.querySelectorAll('yh-proposed-split tbody th')].map((one) => said(one));
    expect(names).toEqual(GIVEN_QUESTION.counties.map(({ name }) => name));
    expect(sums(page).slice(0, 3)).toEqual(['150 / 180.00', '150 / 180.00', '0 / 0.00']);
  });

  it('states the people affected before the proposal, and the draft label with all of it', async () => {
    const { page } = await open();
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
    const { page } = await open();
    const source = [...page.querySelectorAll('a')].find((one) => said(one) === '历年分配中的出处');
    expect(source?.getAttribute('href')).toBe('/allocations/history?program=assistants&year=2026');
  });

  it('shows the split at once and how sure it is when the simulation has spoken', async () => {
    const { page, workers } = await open();
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
    const { page, workers } = await open();
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
    const { page, workers } = await open();
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
    await open(GIVEN_QUESTION, { address: '/allocations?program=assistants' });
    expect(TestBed.inject(ViewState).year()).toBe(new Date().getFullYear() + 1);
  });
});

describe('the settings of an allocation', () => {
  it('stand in the address once they differ from the policy in force, and are read from it', async () => {
    const { page } = await open();
    button(page, '绩效30%（系数0.85—1.15）').click();
    await settled();
    await rested();
    const link = readSettingsLink(TestBed.inject(ViewState).query().get('settings'));
    expect(link).toMatchObject({ base: 0, changes: { performance: { to: { coefficient: '1.15' } } } });
  });

  it('of a shared link show the same split to whoever opens it', async () => {
    const text = printSettingsLink(0, CAREFUL_SETTINGS, { ...CAREFUL_SETTINGS, maximumChange: { parts: 0 } });
    const { page } = await open(GIVEN_QUESTION, { address: `${ADDRESS}&settings=${text}` });
    expect(field(page, 'setting-maximumChange-parts').value).toBe('0');
    expect(cellsOf(page, '红塔区')[2]).toBe('0 0.00 （0%）');
    expect(said(page.querySelector('yh-split-controls .state'))).toBe(
      '有 1 项与缺省办法（尚未发布办法）不同。',
    );
  });

  it('of a link that nobody can read are those in force, and it is said', async () => {
    const { page } = await open(GIVEN_QUESTION, { address: `${ADDRESS}&settings=0.zzzz` });
    expect(said(page)).toContain('链接中的设置无法识别');
    expect(said(page.querySelector('yh-split-controls .state'))).toBe('与缺省办法（尚未发布办法）一致。');
  });

  it('of a link made under an earlier version are told against that version', async () => {
    const old = { ...CAREFUL_SETTINGS, contractYearStart: 7 };
    const versions = [{ version: 2 }, { version: 1, settings: old }];
    const { page } = await open(
      { ...GIVEN_QUESTION, policy: { ...GIVEN_QUESTION.policy, version: 2, name: '第二版' } },
      {
        address: `${ADDRESS}&settings=${printSettingsLink(1, old, { ...old, movablePosts: 40 })}`,
        answers: { 'GET /api/allocation-policies': { body: { versions } } },
      },
    );
    await settled();
    expect(field(page, 'setting-movablePosts').value).toBe('40');
    expect(page.querySelector<HTMLSelectElement>('#setting-contract')?.value).toBe('7');
  });

  it('are undone, redone, and put back to the policy in force', async () => {
    const { page } = await open();
    expect(button(page, '撤销').disabled).toBe(true);
    expect(button(page, '恢复缺省办法（尚未发布办法）').disabled).toBe(true);
    await type(page, 'setting-movablePosts', '4');
    await type(page, 'setting-movablePosts', '40');
    button(page, '绩效30%（系数0.85—1.15）').click();
    await settled();
    expect(field(page, 'setting-movablePosts').value).toBe('');
    button(page, '撤销').click();
    await settled();
    expect(field(page, 'setting-movablePosts').value).toBe('40');
    button(page, '撤销').click();
    await settled();
    expect(field(page, 'setting-movablePosts').value).toBe('');
    button(page, '重做').click();
    await settled();
    expect(field(page, 'setting-movablePosts').value).toBe('40');
    button(page, '恢复缺省办法（尚未发布办法）').click();
    await settled();
    expect(said(page.querySelector('yh-split-controls .state'))).toBe('与缺省办法（尚未发布办法）一致。');
  });

  it('say of each part what it does by itself against the policy in force', async () => {
    const { page, workers } = await open();
    await type(page, 'setting-maximumChange-parts', '0');
    const depths = new Set<string | undefined>();
    for (let round = 0; round < 4; round += 1) {
      await rested();
      for (const { asked } of workers.waiting()) depths.add(asked?.depth);
      workers.answerAll();
      await settled();
    }
    // With the gate on, an effect before the gate would say that posts move which the table keeps.
    expect([...depths]).toEqual(['whole']);
    const effects = [...page.querySelectorAll('yh-setting-effect')].map((one) => said(one));
    expect(
      effects.filter((one) => one.startsWith('与缺省办法（尚未发布办法）相比（只看这一项）：')),
    ).toHaveLength(1);
    expect(effects.filter((one) => one === '与缺省办法（尚未发布办法）相同').length).toBeGreaterThan(8);
  });

  it('name the preset that they are, and no other', async () => {
    const { page } = await open();
    const pressed = () =>
      [...page.querySelectorAll('.presets button[aria-pressed="true"]')].map((one) => said(one));
    expect(pressed()).toEqual(['绩效20%（系数0.90—1.10）']);
    button(page, '维持现行分配').click();
    await settled();
    expect(pressed()).toEqual(['维持现行分配']);
    await type(page, 'setting-movablePosts', '3');
    expect(pressed()).toEqual([]);
  });
});

describe('settings that allow no split', () => {
  it('are refused at their field in the words of the domain, keep what was typed, and show no proposal', async () => {
    const { page } = await open();
    await type(page, 'setting-firmness-threshold', '1.5');
    const input = field(page, 'setting-firmness-threshold');
    expect(input.value).toBe('1.5');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(said(page.querySelector('#setting-firmness-threshold-note'))).toContain('应大于 0 且不超过 1');
    expect(sums(page)[1]).toBe('—');
    expect(sums(page)[0]).toBe('150 / 180.00');
    expect(button(page, '保存为测算方案……').disabled).toBe(true);
  });

  it('are refused where a number is none, and mended by typing on', async () => {
    const { page } = await open();
    await type(page, 'setting-movablePosts', '四十');
    expect(field(page, 'setting-movablePosts').value).toBe('四十');
    expect(said(page.querySelector('#setting-movablePosts-note'))).toContain('应为 0 至 1,000,000 的整数');
    await type(page, 'setting-movablePosts', '４０');
    expect(field(page, 'setting-movablePosts').value).toBe('４０');
    expect(said(page.querySelector('#setting-movablePosts-note'))).toContain('空白为全部参加');
    expect(sums(page)[1]).toBe('150 / 180.00');
  });

  it('leave the address at the last settings that did', async () => {
    const { page } = await open();
    await type(page, 'setting-movablePosts', '40');
    await rested();
    const before = TestBed.inject(ViewState).query().get('settings');
    await type(page, 'setting-movablePosts', 'x');
    await rested();
    expect(TestBed.inject(ViewState).query().get('settings')).toBe(before);
  });

  it('because floors cannot all be met, say the smallest way out', async () => {
    const { page } = await open();
    await type(page, 'setting-bounds-floor-hongta', '200');
    expect(said(page.querySelector('yh-split-notices'))).toMatch(/保底/);
    expect(sums(page)[1]).toBe('—');
  });
});

describe('the allocation of mediation', () => {
  it('is kept as it is: every control is off, and the reason stands there', async () => {
    const { page } = await open(MEDIATION, { address: '/allocations?program=mediation&year=2026' });
    expect(page.querySelector<HTMLFieldSetElement>('yh-split-controls fieldset')?.disabled).toBe(true);
    expect(said(page.querySelector('yh-split-controls .obstacle'))).toContain('维持现行分配');
    // Its own state, and nothing of what is in force for the posts of the assistants.
    const pressed = page.querySelectorAll('.presets button[aria-pressed="true"]');
    expect([...pressed].map((one) => said(one))).toEqual(['维持现行分配']);
    expect(page.querySelector('yh-split-controls input, yh-split-controls select')).toBeNull();
    expect(said(page.querySelector('yh-split-controls'))).not.toContain('系数为');
    expect(sums(page).slice(0, 3)).toEqual(['45.00', '—', '—']);
    expect(page.querySelector('yh-chart-panel')).toBeNull();
    expect([...page.querySelectorAll('button')].map((one) => said(one))).not.toContain('保存为测算方案……');
  });
});

describe('what is done with settings', () => {
  const scenario = { id: '33333333-3333-4333-8333-333333333333', name: '绩效三成' };

  it('is for the program office: others play and read', async () => {
    for (const role of ['leader', 'finance', 'inspector'] as const) {
      const { page } = await open(GIVEN_QUESTION, { role });
      expect(page.querySelector('yh-split-acts button')).toBeNull();
      expect(page.querySelector<HTMLFieldSetElement>('yh-split-controls fieldset')?.disabled).toBe(false);
      TestBed.resetTestingModule();
    }
  });

  it('sends the settings and no amount, and says where a scenario is there already', async () => {
    const { page, sent } = await open(GIVEN_QUESTION, {
      answers: { 'POST /api/allocation-scenarios': { status: 201, body: { scenario, existing: true } } },
    });
    button(page, '绩效30%（系数0.85—1.15）').click();
    await settled();
    button(page, '保存为测算方案……').click();
    await settled();
    await type(page, 'scenario-name', '我的方案');
    button(page, '保存').click();
    await settled();
    const post = sent.findLast(({ method }) => method === 'POST');
    expect(Object.keys(post?.body as object).sort()).toEqual(['name', 'scoringRun', 'settings']);
    expect(post?.body).toMatchObject({
      name: '我的方案',
      scoringRun: GIVEN_QUESTION.evidence?.scoring?.run,
      settings: { performance: { to: { coefficient: '1.15' } } },
    });
    expect(said(page.querySelector('yh-split-acts .done'))).toContain('已有同一方案：“绩效三成”');
    const link = page.querySelector<HTMLAnchorElement>('yh-split-acts .done a');
    expect(link?.getAttribute('href')).toContain(`/allocations/scenarios/${scenario.id}`);
  });

  it('asks for the name before it sends anything', async () => {
    const { page, sent } = await open();
    button(page, '保存为测算方案……').click();
    await settled();
    button(page, '保存').click();
    await settled();
    expect(said(page)).toContain('请填写方案名称');
    expect(
      sent.filter(({ method }) => method === 'POST').map(({ body }) => Object.keys(body as object)),
    ).toEqual([
      // What the server comes to, and nothing of a name.
      ['settings', 'scoringRun'],
    ]);
  });

  it('shows beside the name what the server comes to, that the data are newer, and that it was saved before', async () => {
    const headline = { zh: '服务器的结论。', en: 'What the server says.' };
    for (const evidenceSha256 of [GIVEN_QUESTION.evidenceSha256 ?? '', 'f'.repeat(64)]) {
      const body = { headline, evidenceSha256, existing: { id: scenario.id, name: scenario.name } };
      const { page } = await open(GIVEN_QUESTION, {
        answers: { 'POST /api/allocation-scenarios/preview': { status: 200, body } },
      });
      button(page, '保存为测算方案……').click();
      await settled();
      await settled();
      const text = said(page.querySelector('yh-save-scenario'));
      expect(text).toContain('服务器复算结果：服务器的结论。');
      expect(text).toContain('同样的方案已保存过，名称为“绩效三成”');
      expect(text.includes('页面打开后数据有更新')).toBe(evidenceSha256 !== GIVEN_QUESTION.evidenceSha256);
      TestBed.resetTestingModule();
    }
  });

  it('can be saved where the server cannot say beforehand what it comes to', async () => {
    const { page } = await open(GIVEN_QUESTION, {
      answers: {
        'POST /api/allocation-scenarios/preview': { status: 503, body: {} },
        'POST /api/allocation-scenarios': { status: 201, body: { scenario, existing: false } },
      },
    });
    button(page, '保存为测算方案……').click();
    await settled();
    await type(page, 'scenario-name', '我的方案');
    button(page, '保存').click();
    await settled();
    expect(said(page.querySelector('yh-split-acts .done'))).toContain('已保存为测算方案“绩效三成”');
  });

  it('publishes by document, day and basis, over the version that was seen', async () => {
    const { page, sent } = await open(GIVEN_QUESTION, {
      answers: { 'POST /api/allocation-policies': { status: 201, body: { inForce: 1, versions: [] } } },
    });
    expect(button(page, '发布为办法……').disabled).toBe(true);
    button(page, '绩效10%（系数0.95—1.05）').click();
    await settled();
    button(page, '发布为办法……').click();
    await settled();
    await type(page, 'policy-name', '分配办法');
    await type(page, 'policy-basis', '演示文件第三条');
    await type(page, 'policy-documentNumber', '演示司发〔2026〕9号');
    button(page, '确认发布').click();
    await settled();
    expect(said(page)).toContain('请选择发布日期');
    await type(page, 'policy-publishedOn', '2026-03-20');
    button(page, '确认发布').click();
    await settled();
    const post = sent.find(({ method }) => method === 'POST');
    expect(post?.body).toMatchObject({ supersedes: null, documentNumber: '演示司发〔2026〕9号' });
    expect(said(page.querySelector('yh-split-acts .done'))).toContain('已发布为第1版办法');
  });

  it('opens why a county comes to its posts with the same settings', async () => {
    const { page } = await open();
    await type(page, 'setting-movablePosts', '40');
    const link = page.querySelector<HTMLAnchorElement>('yh-proposed-split tbody td a');
    const tree = TestBed.inject(Router).parseUrl(link?.getAttribute('href') ?? '');
    expect(link?.getAttribute('href')).toContain('/allocations/why/hongta?');
    expect(readSettingsLink(tree.queryParams['settings'])?.changes).toEqual({ movablePosts: 40 });
  });
});
