import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { givenServer, openPage, said, type Answers } from '../testing';
import { Language } from '../ui/language';
import { AuditPage } from './audit-page';
import type { AuditEntry } from './audit-words';

const OFFICER = 'd3f0a4f2-7a4c-4f5e-8f3f-0d7f4f0f1a01';
const OTHER = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

const entry = (seq: number, content: Partial<AuditEntry['content']>): AuditEntry => ({
  seq,
  at: '2026-11-22T08:00:01.123Z',
  hash: `${seq}ab12cd`.padEnd(64, '0'),
  content: {
    act: 'publication.load',
    actor: { account: OFFICER, username: 'officer-1' },
    roles: ['programOfficer'],
    object: { kind: 'publication', id: '2026' },
    outcome: 'done',
    requestId: 'request-1',
    address: '10.0.0.7',
    ...content,
  },
});

const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
};

async function open(entries: readonly AuditEntry[], query = '', more = false, answers: Answers = {}) {
  const { sent } = givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    'GET /api/audit': { body: { entries, more } },
    ...answers,
  });
  const page = await openPage(AuditPage, `/audit${query}`);
  await settle();
  return {
    page,
    sentences: () => [...page.querySelectorAll('tbody td.wide a')].map((one) => said(one)),
    drawer: () => page.querySelector<HTMLDialogElement>('dialog[open]'),
    asked: () => sent.map(({ address }) => address).filter((one) => one.startsWith('/api/audit')),
  };
}

describe('the audit trail', () => {
  it('says in plain Chinese who did what to whom', async () => {
    const admin = { actor: { account: OTHER, username: 'admin-1' }, roles: ['systemAdministrator' as const] };
    const { sentences } = await open([
      entry(9, {}),
      entry(8, { ...admin, act: 'account.disable', object: { kind: 'account', id: OFFICER } }),
      entry(7, {
        ...admin,
        act: 'account.create',
        object: { kind: 'account', id: OFFICER },
        after: { username: 'officer-1', name: '王敏' },
      }),
      entry(6, { act: 'password.change', object: { kind: 'account', id: OFFICER } }),
      entry(5, { act: 'audit.export', object: { kind: 'auditEntries', id: '2026-11-01/..' } }),
      entry(4, { act: 'audit.seal', actor: null, roles: [], object: null, requestId: null }),
      entry(3, { act: 'session.open', actor: null, roles: [], object: { kind: 'account', id: OFFICER } }),
      entry(2, { act: 'future.act', object: null }),
    ]);
    expect(sentences()).toEqual([
      'officer-1（项目科室经办）载入公布文本（2026 年）',
      'admin-1（系统管理员）停用账户（账户 d3f0a4f2）',
      'admin-1（系统管理员）建立账户“officer-1”',
      'officer-1（项目科室经办）修改密码',
      'officer-1（项目科室经办）导出审计日志（2026-11-01至最新）',
      '系统自动封存审计日志',
      '未登录的访问者登录（账户 d3f0a4f2）',
      'officer-1（项目科室经办）其他操作',
    ]);
  });

  it('says it in English as well', async () => {
    const { sentences } = await open([entry(9, {})]);
    TestBed.inject(Language).current.set('en');
    await settle();
    expect(sentences()).toEqual(['officer-1 (Program officer): load an official text (2026)']);
  });

  it('says how an act ended, and why it was refused', async () => {
    const { page } = await open([
      entry(3, { outcome: 'refused', problem: 'conflict' }),
      entry(2, { outcome: 'failed', problem: 'internal' }),
      entry(1, {}),
    ]);
    const cells = [...page.querySelectorAll('tbody td[data-label=结果]')].map((one) => said(one));
    expect(cells).toEqual(['被拒绝与现有数据冲突', '出错未完成系统内部错误', '已完成']);
  });

  it('asks for what the address says, and nothing that it cannot mean', async () => {
    const { asked } = await open(
      [],
      '?actor=officer-1&act=account.change&outcome=done&personalData=true&from=x',
    );
    expect(asked()).toEqual(['/api/audit?actor=officer-1&act=account.change&outcome=done&personalData=true']);
  });

  it('leads to the entries before the last one of the page', async () => {
    const { page } = await open([entry(12, {}), entry(7, {})], '?actor=officer-1', true);
    const links = [...page.querySelectorAll('.pages a')].map((one) => [said(one), one.getAttribute('href')]);
    expect(links).toEqual([['更早的记录', '/audit?actor=officer-1&below=7']]);
  });

  it('leads back to the latest, and says when there is nothing earlier', async () => {
    const { page } = await open([entry(7, {})], '?below=8');
    expect([...page.querySelectorAll('.pages a')].map((one) => said(one))).toEqual(['回到最新']);
  });

  it('says when nothing is found', async () => {
    expect(said((await open([], '?actor=nobody')).page)).toContain('没有符合条件的记录');
  });

  it('writes a choice into the address at once, and begins at the latest again', async () => {
    const { page } = await open([entry(7, {})], '?below=8&entry=7');
    const box = page.querySelector<HTMLInputElement>('input[formControlName=personalData]');
    box?.click();
    await settle();
    expect(TestBed.inject(Router).url).toBe('/audit?personalData=true');
  });
});

describe('one entry of the audit trail', () => {
  const change = entry(5, {
    act: 'account.change',
    object: { kind: 'account', id: OTHER },
    before: { roles: ['inspector'], phone: null, name: '甲' },
    after: { roles: ['inspector', 'leader'], phone: '138****1234', name: '甲' },
    reason: '岗位调整',
  });

  it('shows before and after side by side, the reason, the request, the address and the check code', async () => {
    const { drawer } = await open([change], '?entry=5');
    const rows = [...(drawer()?.querySelectorAll('tbody tr') ?? [])].map((row) => [
      row.classList.contains('changed'),
      ...[...row.children].map((cell) => said(cell)),
    ]);
    expect(rows).toEqual([
      [true, '角色', '督查人员', '督查人员、局领导'],
      [true, '电话', '无', '138****1234'],
      [false, '姓名', '甲', '甲'],
    ]);
    for (const words of ['岗位调整', 'request-1', '10.0.0.7', '2026年11月22日 16:00:01.123', '5ab12c']) {
      expect(said(drawer())).toContain(words);
    }
    expect(drawer()?.querySelector('details')?.open).toBe(false);
    expect(said(drawer()?.querySelector('details code'))).toBe(change.hash);
  });

  it('is asked for by its number where a shared address names one that is not listed', async () => {
    const { drawer, asked } = await open([entry(90, {})], '?entry=5', false, {
      'GET /api/audit?below=6': { body: { entries: [change], more: false } },
    });
    expect(asked()).toEqual(['/api/audit', '/api/audit?below=6']);
    expect(said(drawer())).toContain('岗位调整');
  });

  it('that does not exist is not taken for the one before it', async () => {
    const { drawer } = await open([entry(90, {})], '?entry=7', false, {
      'GET /api/audit?below=8': { body: { entries: [change], more: false } },
    });
    expect(said(drawer())).toContain('没有这条记录');
    expect(said(drawer())).not.toContain('岗位调整');
  });

  it('leads to all entries of the same person, object and request, without the conditions of before', async () => {
    const { drawer } = await open([change], '?entry=5&outcome=done');
    const links = [...(drawer()?.querySelectorAll('dd a') ?? [])].map((one) => one.getAttribute('href'));
    expect(links).toEqual([
      '/audit?actor=officer-1',
      `/audit?objectKind=account&objectId=${OTHER}`,
      '/audit?requestId=request-1',
    ]);
  });
});
