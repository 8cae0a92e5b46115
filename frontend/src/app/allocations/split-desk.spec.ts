import { TestBed } from '@angular/core/testing';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { ViewState } from '../api/view-state';
import { said } from '../testing';
import { GIVEN_QUESTION } from './given-question';
import { ADDRESS, button, cellsOf, field, openAllocations, rested, settled, sums, type } from './given-page';
import { printSettingsLink, readSettingsLink } from './settings-link';

describe('the settings of an allocation', () => {
  it('stand in the address once they differ from the policy in force, and are read from it', async () => {
    const { page } = await openAllocations();
    button(page, '绩效30%（系数0.85—1.15）').click();
    await settled();
    await rested();
    const link = readSettingsLink(TestBed.inject(ViewState).query().get('settings'));
    expect(link).toMatchObject({ base: 0, changes: { performance: { to: { coefficient: '1.15' } } } });
  });

  it('of a shared link show the same split to whoever opens it', async () => {
    const text = printSettingsLink(0, CAREFUL_SETTINGS, { ...CAREFUL_SETTINGS, maximumChange: { parts: 0 } });
    const { page } = await openAllocations(GIVEN_QUESTION, { address: `${ADDRESS}&settings=${text}` });
    expect(field(page, 'setting-maximumChange-parts').value).toBe('0');
    expect(cellsOf(page, '红塔区')[2]).toBe('0 0.00 （0%）');
    expect(said(page.querySelector('yh-split-controls .state'))).toBe(
      '有 1 项与缺省办法（尚未发布办法）不同。',
    );
  });

  it('of a link that nobody can read are those in force, and it is said', async () => {
    const { page } = await openAllocations(GIVEN_QUESTION, { address: `${ADDRESS}&settings=0.zzzz` });
    expect(said(page)).toContain('链接中的设置无法识别');
    expect(said(page.querySelector('yh-split-controls .state'))).toBe('与缺省办法（尚未发布办法）一致。');
  });

  it('of a link made under an earlier version are told against that version', async () => {
    const old = { ...CAREFUL_SETTINGS, contractYearStart: 7 };
    const versions = [{ version: 2 }, { version: 1, settings: old }];
    const { page } = await openAllocations(
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
    const { page } = await openAllocations();
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
    const { page, workers } = await openAllocations();
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

  it('say that an effect could not be computed while the certainty of the split is there, and try it again', async () => {
    const { page, workers } = await openAllocations();
    await type(page, 'setting-maximumChange-parts', '0');
    await rested();
    workers.answerAll();
    await settled();
    await rested();
    workers.waiting()[0]?.fail('out of memory');
    await settled();
    expect(cellsOf(page, '红塔区')[3]).toMatch(/%/);
    const failed = () =>
      [...page.querySelectorAll('yh-setting-effect')].filter((one) => said(one).startsWith('影响未能计算'));
    expect(failed()).toHaveLength(1);
    button(failed()[0] ?? page, '重试').click();
    await rested();
    workers.answerAll();
    await settled();
    expect(failed()).toEqual([]);
    expect(said(page)).not.toContain('影响计算中');
  });

  it('that rest on another result than the default say what they are computed from, and which is the default', async () => {
    const [usual] = GIVEN_QUESTION.results;
    if (!usual) throw new Error('There is a result.');
    const other = { ...usual, run: '44444444-4444-4444-8444-444444444444', isDefault: true };
    const results = [
      { ...usual, isDefault: false },
      { ...other, kind: 'financeEvaluation' as const },
    ];
    const { page } = await openAllocations({ ...GIVEN_QUESTION, results });
    expect(said(page.querySelector('yh-split-controls'))).toMatch(
      /证据窗口都取自2025年部门评价（.+定案）。缺省采用的是2025年财政评价/,
    );
    TestBed.resetTestingModule();
    const { page: standard } = await openAllocations();
    expect(said(standard.querySelector('yh-split-controls'))).not.toContain('缺省采用的是');
  });

  it('name the preset that they are, and no other', async () => {
    const { page } = await openAllocations();
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
    const { page } = await openAllocations();
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
    const { page } = await openAllocations();
    await type(page, 'setting-movablePosts', '四十');
    expect(field(page, 'setting-movablePosts').value).toBe('四十');
    expect(said(page.querySelector('#setting-movablePosts-note'))).toContain('应为 0 至 1,000,000 的整数');
    await type(page, 'setting-movablePosts', '４０');
    expect(field(page, 'setting-movablePosts').value).toBe('４０');
    expect(said(page.querySelector('#setting-movablePosts-note'))).toContain('空白为全部参加');
    expect(sums(page)[1]).toBe('150 / 180.00');
  });

  it('leave the address at the last settings that did', async () => {
    const { page } = await openAllocations();
    await type(page, 'setting-movablePosts', '40');
    await rested();
    const before = TestBed.inject(ViewState).query().get('settings');
    await type(page, 'setting-movablePosts', 'x');
    await rested();
    expect(TestBed.inject(ViewState).query().get('settings')).toBe(before);
  });

  it('because floors cannot all be met, say the smallest way out', async () => {
    const { page } = await openAllocations();
    await type(page, 'setting-bounds-floor-hongta', '200');
    expect(said(page.querySelector('yh-split-notices'))).toMatch(/保底/);
    expect(sums(page)[1]).toBe('—');
  });
});
