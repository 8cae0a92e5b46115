import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session } from '../api/session';
import { givenServer, openPage, said } from '../testing';
import { Home } from './home';
import { Shell } from './shell';

const signedIn = (role: string, place = { id: 'yuxi', kind: 'city', name: '玉溪市' }) => ({
  'GET /api/session': {
    body: {
      account: { username: 'x', name: '某人', roles: [role], place },
      demonstration: { accounts: [], password: 'p' },
    },
  },
});
async function open(role: string, place?: { id: string; kind: string; name: string }) {
  givenServer(signedIn(role, place));
  await TestBed.inject(Session).load();
  const page = await openPage(Shell, '/overview?program=assistants&year=2025');
  return {
    page,
    links: [...page.querySelectorAll('nav a')].map((one) => `${said(one)} ${one.getAttribute('href')}`),
  };
}
const QUERY = '?program=assistants&year=2025';

describe('the frame around every page', () => {
  it('offers the city every page, with program and year carried along; allocations are of another year', async () => {
    const { page, links } = await open('leader');
    expect(links).toEqual([
      `总览 /overview${QUERY}`,
      `指标 /indicators${QUERY}`,
      `资金 /funds${QUERY}`,
      `督查 /inspections${QUERY}`,
      `问题整改 /findings${QUERY}`,
      `工作量 /workload${QUERY}`,
      `花名册 /roster${QUERY}`,
      `绩效目标 /goals${QUERY}`,
      `评价办法 /methods${QUERY}`,
      `绩效评价 /evaluations${QUERY}`,
      '资金分配测算 /allocations?program=assistants',
      `时限与待办 /duties${QUERY}`,
      `官方文本 /publications${QUERY}`,
    ]);
    expect(said(page.querySelector('yh-county-picker button'))).toContain('县（市、区）');
  });

  it('says beside the duties how many of one’s own are open, in words too; nothing where there is none', async () => {
    const open = async (counts: object): Promise<string> => {
      TestBed.resetTestingModule();
      givenServer({ ...signedIn('inspector'), 'GET /api/duties/count': { body: counts } });
      await TestBed.inject(Session).load();
      const page = await openPage(Shell, '/overview?program=assistants&year=2025');
      return said(page.querySelector('yh-duty-count'));
    };
    expect(await open({ overdue: 2, dueSoon: 1 })).toBe('3本单位有 3 项逾期或即将到期');
    expect(await open({ overdue: 0, dueSoon: 0 })).toBe('');
  });

  it('asks how many duties are open where the account owes some, and not where it owes none', async () => {
    const asked = async (role: string): Promise<number> => {
      TestBed.resetTestingModule();
      const { sent } = givenServer({
        ...signedIn(role),
        'GET /api/duties/count': { body: { overdue: 1, dueSoon: 0 } },
      });
      await TestBed.inject(Session).load();
      await openPage(Shell, '/overview?program=assistants&year=2025');
      return sent.filter(({ address }) => address.startsWith('/api/duties/count')).length;
    };
    expect([await asked('leader'), await asked('countyOfficer')]).toEqual([0, 1]);
  });

  it('offers a county its own page and, of the allocations, its notice alone', async () => {
    const { links } = await open('countyOfficer', { id: 'yimen', kind: 'county', name: '易门县' });
    expect(links).toEqual([
      `总览 /overview${QUERY}`,
      `本县（市、区） /counties/yimen${QUERY}`,
      `指标 /indicators${QUERY}`,
      `资金 /funds${QUERY}`,
      `督查 /inspections${QUERY}`,
      `问题整改 /findings${QUERY}`,
      `工作量 /workload${QUERY}`,
      `花名册 /roster${QUERY}`,
      `绩效目标 /goals${QUERY}`,
      `评价办法 /methods${QUERY}`,
      `绩效评价 /evaluations${QUERY}`,
      '资金分配通知 /allocations/notices?program=assistants',
      `时限与待办 /duties${QUERY}`,
      `官方文本 /publications${QUERY}`,
    ]);
  });

  it.each([
    ['systemAdministrator', ['账户管理 /administration/accounts', '安全设置 /administration/security']],
    ['securityAdministrator', ['账户管理 /administration/accounts', '安全设置 /administration/security']],
    ['auditAdministrator', ['审计日志 /audit', '安全设置 /administration/security']],
    ['evaluator', ['绩效评价 /evaluations', '评价办法 /methods']],
    ['leadEvaluator', ['绩效评价 /evaluations', '评价办法 /methods']],
    ['justiceOffice', []],
  ])('offers %s its own pages and no page of figures', async (role, pages) => {
    expect((await open(role)).links).toEqual(pages);
  });

  it.each([
    ['systemAdministrator', '/administration/accounts'],
    ['securityAdministrator', '/administration/security'],
    ['auditAdministrator', '/audit'],
    ['evaluator', '/evaluations'],
    ['leader', '/overview'],
  ])('leads %s from the first page to where its work begins', async (role, start) => {
    givenServer(signedIn(role));
    await TestBed.inject(Session).load();
    await openPage(Home, '/');
    expect(TestBed.inject(Router).url).toBe(start);
  });

  it('says honestly to a role without a page that there is none yet', async () => {
    givenServer(signedIn('justiceOffice'));
    await TestBed.inject(Session).load();
    expect(said(await openPage(Home, '/'))).toContain('您的角色（司法所）在本版本中还没有业务页面');
  });

  it('marks demonstration data on every page', async () => {
    const { page } = await open('finance');
    expect(said(page.querySelector('.top .demonstration'))).toBe('演示数据');
  });
});
