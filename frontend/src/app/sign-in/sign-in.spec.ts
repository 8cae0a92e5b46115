import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { givenServer, openPage, said, type Answers } from '../testing';
import { splitAccounts } from './demonstration-accounts';
import { safeReturn, SignIn } from './sign-in';

const demonstration = {
  accounts: [
    { username: 'leader', role: 'leader', place: '玉溪市司法局' },
    { username: 'county-hongta', role: 'countyOfficer', place: '红塔区' },
    { username: 'county-hongta-approver', role: 'countyApprover', place: '红塔区' },
    { username: 'county-yimen', role: 'countyOfficer', place: '易门县' },
    { username: 'audit-admin', role: 'auditAdministrator', place: '玉溪市' },
  ] as const,
  password: 'for-the-demonstration',
};
const account = {
  username: 'leader',
  name: '局领导',
  roles: ['leader'],
  place: { id: 'yuxi', kind: 'city', name: '玉溪市' },
};
const answers = (more: Answers = {}): Answers => ({
  'GET /api/session': { body: { account: null, demonstration } },
  'POST /api/session': { body: { account, demonstration } },
  ...more,
});

describe('returning after signing in', () => {
  it.each([
    ['/overview?year=2025', '/overview?year=2025'],
    [undefined, '/'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example/', '/'],
    ['/sign-in?return=/sign-in', '/'],
  ])('to %p leads to %p, never out of the program', (asked, safe) => {
    expect(safeReturn(asked)).toBe(safe);
  });
});

describe('the sign-in page', () => {
  const fields = (page: HTMLElement) =>
    [...page.querySelectorAll<HTMLInputElement>('input')].map((one) => one.value);
  const submit = async (page: HTMLElement) => {
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await new Promise((done) => setTimeout(done, 20));
  };

  it('lists the demonstration accounts with their role in words, and fills one in at a click', async () => {
    givenServer(answers());
    const page = await openPage(SignIn, '/sign-in');
    const button = page.querySelector<HTMLButtonElement>('.account');
    expect(said(button)).toContain('局领导');
    button?.click();
    expect(fields(page).slice(0, 2)).toEqual(['leader', 'for-the-demonstration']);
  });

  it('folds away what is the same again for the other counties', () => {
    const { open, folded } = splitAccounts(demonstration.accounts);
    expect(open.map((one) => one.username)).toEqual([
      'leader',
      'county-hongta',
      'county-hongta-approver',
      'audit-admin',
    ]);
    expect(folded.map((one) => one.username)).toEqual(['county-yimen']);
  });

  it('goes back to the page that was asked for', async () => {
    const { sent } = givenServer(answers());
    const page = await openPage(SignIn, '/sign-in?return=%2Ffunds%3Fyear%3D2025');
    page.querySelector<HTMLButtonElement>('.account')?.click();
    await submit(page);
    expect(sent.at(-1)?.body).toEqual({ username: 'leader', password: 'for-the-demonstration' });
    expect(TestBed.inject(Router).url).toBe('/funds?year=2025');
  });

  it('says which field is empty, and asks the server nothing', async () => {
    const { sent } = givenServer(answers());
    const page = await openPage(SignIn, '/sign-in');
    await submit(page);
    expect(said(page)).toContain('请填写用户名');
    expect(sent.filter((one) => one.method === 'POST')).toEqual([]);
  });

  it('says why a password was refused, and keeps what was typed', async () => {
    const refused = {
      type: '/problems/wrong-credentials',
      detail: '请核对大小写。 / Check upper and lower case.',
    };
    givenServer(answers({ 'POST /api/session': { status: 401, body: refused } }));
    const page = await openPage(SignIn, '/sign-in');
    page.querySelector<HTMLButtonElement>('.account')?.click();
    await submit(page);
    expect(said(page.querySelector('[role=alert]'))).toBe('用户名或密码不正确请核对大小写。');
    expect(fields(page)[0]).toBe('leader');
  });

  it('without demonstration data offers no accounts', async () => {
    givenServer({ 'GET /api/session': { body: { account: null, demonstration: null } } });
    const page = await openPage(SignIn, '/sign-in');
    expect(page.querySelectorAll('.account')).toHaveLength(0);
    expect(said(page)).not.toContain('演示');
  });

  it('says that the server cannot be reached, with a way to try again', async () => {
    givenServer({});
    const page = await openPage(SignIn, '/sign-in');
    expect(said(page.querySelector('[role=alert]'))).toContain('连接不到服务器');
    expect(said(page.querySelector('[role=alert] button'))).toBe('重试');
  });
});
