import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { openPage, said } from '../../testing';
import { AccountsPage } from './accounts-page';
import { account, givenAdministration, press, settle } from '../given-administration';

const LIST = 'GET /api/administration/accounts';
const LATER = new Date(Date.now() + 600_000).toISOString();

async function open(answers: Parameters<typeof givenAdministration>[0], query = '', role?: string) {
  const server = await givenAdministration(answers, role);
  const page = await openPage(AccountsPage, `/accounts${query}`);
  await settle();
  return {
    page,
    asked: () => server.sent.map(({ address }) => address).filter((one) => /\/accounts(\?|$)/.test(one)),
  };
}
async function search(page: HTMLElement, words: string) {
  const field = page.querySelector<HTMLInputElement>('input[formControlName=search]');
  if (!field) throw new Error('There is no field.');
  field.value = words;
  field.dispatchEvent(new Event('input'));
  await press(page, '查找');
}

describe('the list of accounts', () => {
  const accounts = [
    account(),
    account({ id: 'b', username: 'li-na', state: 'pending', phone: null }),
    account({ id: 'c', username: 'zhao', lockedUntil: LATER }),
    account({ id: 'd', username: 'qian', state: 'disabled', lockedUntil: LATER }),
  ];
  const answers = { [LIST]: { body: { accounts, total: 120, pageSize: 50 } } };

  it('says of each its state by word and mark, and its number masked', async () => {
    const { page } = await open(answers);
    const marks = [...page.querySelectorAll('tbody .mark')];
    expect(marks.map((one) => said(one))).toEqual(['在用', '待审批', '暂锁定', '已停用']);
    expect(new Set(marks.map((one) => one.querySelector('svg')?.innerHTML)).size).toBe(4);
    expect(said(page.querySelector('tbody'))).toContain('138****2345');
  });

  it('asks for what the address says, and leads from page to page', async () => {
    const { page, asked } = await open(answers, '?role=inspector&state=active&place=530400&page=2&state2=x');
    expect(asked()).toEqual(['/api/administration/accounts?role=inspector&place=530400&state=active&page=2']);
    const links = [...page.querySelectorAll('.pages a')].map((one) => one.getAttribute('href'));
    expect(links.map((one) => new URLSearchParams(one?.split('?')[1]).get('page'))).toEqual([null, '3']);
  });

  it('asks for nothing that an address cannot mean', async () => {
    const { asked } = await open(answers, '?role=king&state=gone&page=-1');
    expect(asked()).toEqual(['/api/administration/accounts']);
  });

  it('writes a name that was looked for into the address, but never a telephone number', async () => {
    const { page, asked } = await open(answers);
    await search(page, '王');
    expect(TestBed.inject(Router).url).toBe('/accounts?search=%E7%8E%8B');
    await search(page, '138 8771 2345');
    expect(TestBed.inject(Router).url).toBe('/accounts');
    expect(asked().at(-1)).toBe('/api/administration/accounts?search=138+8771+2345');
  });

  it('says when nothing is found, and how to find more', async () => {
    const { page } = await open({ [LIST]: { body: { accounts: [], total: 0, pageSize: 50 } } }, '?search=x');
    expect(said(page.querySelector('yh-empty'))).toContain('没有符合条件的账户');
    expect(said(page)).toContain('清除条件');
  });

  it('offers a new account to the system administrator alone', async () => {
    expect(said((await open(answers)).page)).toContain('新建账户');
  });

  it('offers no new account to the security administrator', async () => {
    expect(said((await open(answers, '', 'securityAdministrator')).page)).not.toContain('新建账户');
  });
});
