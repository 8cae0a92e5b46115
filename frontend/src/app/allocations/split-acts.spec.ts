import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { said } from '../testing';
import { GIVEN_QUESTION } from './given-question';
import { button, openAllocations, settled, type } from './given-page';
import { readSettingsLink } from './settings-link';

describe('what is done with settings', () => {
  const scenario = { id: '33333333-3333-4333-8333-333333333333', name: '绩效三成' };

  it('is for the program office: others play and read', async () => {
    for (const role of ['leader', 'finance', 'inspector'] as const) {
      const { page } = await openAllocations(GIVEN_QUESTION, { role });
      expect(page.querySelector('yh-split-acts button')).toBeNull();
      expect(page.querySelector<HTMLFieldSetElement>('yh-split-controls fieldset')?.disabled).toBe(false);
      TestBed.resetTestingModule();
    }
  });

  it('sends the settings and no amount, and says where a scenario is there already', async () => {
    const { page, sent } = await openAllocations(GIVEN_QUESTION, {
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
    const { page, sent } = await openAllocations();
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
      const { page } = await openAllocations(GIVEN_QUESTION, {
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
    const { page } = await openAllocations(GIVEN_QUESTION, {
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
    const { page, sent } = await openAllocations(GIVEN_QUESTION, {
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
    const { page } = await openAllocations();
    await type(page, 'setting-movablePosts', '40');
    const link = page.querySelector<HTMLAnchorElement>('yh-proposed-split tbody td a');
    const tree = TestBed.inject(Router).parseUrl(link?.getAttribute('href') ?? '');
    expect(link?.getAttribute('href')).toContain('/allocations/why/hongta?');
    expect(readSettingsLink(tree.queryParams['settings'])?.changes).toEqual({ movablePosts: 40 });
  });
});
