import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { givenServer, openPage, said, type Answers, type Sent } from '../testing';
import { splitAccounts } from './demonstration-accounts';
import { SignIn } from './sign-in';

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

describe('the sign-in page', () => {
  const fields = (page: HTMLElement) =>
    [...page.querySelectorAll<HTMLInputElement>('input')].map((one) => one.value);
  const submit = async (page: HTMLElement) => {
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await new Promise((done) => setTimeout(done, 20));
    TestBed.tick();
  };
  const fill = (page: HTMLElement, values: Readonly<Record<string, string>>) => {
    for (const [id, value] of Object.entries(values)) {
      const field = page.querySelector<HTMLInputElement>(`#${id}`);
      if (!field) throw new Error(`There is no field ${id}.`);
      field.value = value;
      field.dispatchEvent(new Event('input'));
    }
  };
  const press = (page: HTMLElement, words: string) => {
    const button = [...page.querySelectorAll('button')].find((one) => said(one).includes(words));
    if (!button) throw new Error(`There is no button ${words}.`);
    button.click();
    TestBed.tick();
  };
  const posted = (sent: readonly Sent[]) =>
    sent.filter((one) => one.method === 'POST').map((one) => one.body);

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
    expect(posted(sent)).toEqual([{ username: 'leader', password: 'for-the-demonstration' }]);
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

  describe('of an account with a second factor', () => {
    const needsCode = (detail = '') => ({
      status: 401,
      body: { type: '/problems/second-factor-required', detail },
    });
    async function askedForCode() {
      let server: () => { status?: number; body: unknown } = () => needsCode();
      const { sent } = givenServer(answers({ 'POST /api/session': () => server() }));
      const page = await openPage(SignIn, '/sign-in?return=%2Ffunds');
      fill(page, { username: 'officer-9', password: 'a long password' });
      await submit(page);
      return { page, sent, answer: (next: typeof server) => (server = next) };
    }

    it('asks for the code in place of the password, says why, and complains of nothing', async () => {
      const { page } = await askedForCode();
      expect([...page.querySelectorAll('input')].map((one) => one.id)).toEqual(['code']);
      expect(document.activeElement?.id).toBe('code');
      expect(said(page)).toContain('账户“officer-9”启用了第二重验证');
      expect(page.querySelector('[role=alert]')).toBeNull();
    });

    it('sends the code with the user name and the password that were kept', async () => {
      const { page, sent, answer } = await askedForCode();
      answer(() => ({ body: { account, demonstration } }));
      fill(page, { code: ' 123456 ' });
      await submit(page);
      expect(posted(sent).at(-1)).toEqual({
        username: 'officer-9',
        password: 'a long password',
        code: '123456',
      });
      expect(TestBed.inject(Router).url).toBe('/funds');
    });

    it('says that a code was wrong, and asks again', async () => {
      const { page, answer } = await askedForCode();
      answer(() => needsCode('验证码不正确或已过期。 / The code is wrong or too old.'));
      fill(page, { code: '000000' });
      await submit(page);
      expect(said(page.querySelector('[role=alert]'))).toContain('验证码不正确或已过期');
      expect(page.querySelector<HTMLInputElement>('#code')?.value).toBe('');
    });

    it('does not send an empty code', async () => {
      const { page, sent } = await askedForCode();
      await submit(page);
      expect(said(page)).toContain('请填写验证码');
      expect(posted(sent)).toHaveLength(1);
    });

    it('takes a recovery code instead, with letters on the keyboard of a telephone', async () => {
      const { page } = await askedForCode();
      expect(page.querySelector('#code')?.getAttribute('inputmode')).toBe('numeric');
      press(page, '改用恢复码');
      expect(said(page.querySelector('label'))).toBe('恢复码');
      expect(page.querySelector('#code')?.getAttribute('inputmode')).toBeNull();
    });

    it('forgets what was typed when another account is used', async () => {
      const { page } = await askedForCode();
      press(page, '换用其他账户');
      expect(fields(page).slice(0, 2)).toEqual(['', '']);
    });
  });

  describe('after too many attempts', () => {
    beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] }));
    afterEach(() => jest.useRealTimers());

    it('says how long to wait, and lets try again only then', async () => {
      const problem = {
        type: '/problems/too-many-requests',
        detail: '登录失败次数过多。 / Too many failures.',
      };
      givenServer(
        answers({ 'POST /api/session': { status: 429, body: problem, headers: { 'Retry-After': '90' } } }),
      );
      const opening = openPage(SignIn, '/sign-in');
      await jest.advanceTimersByTimeAsync(100);
      const page = await opening;
      const button = () => page.querySelector<HTMLButtonElement>('#submit');
      fill(page, { username: 'leader', password: 'x' });
      page.querySelector('form')?.dispatchEvent(new Event('submit'));
      await jest.advanceTimersByTimeAsync(20);
      expect(said(page)).toContain('请在 1 分 30 秒后重试');
      expect(button()?.disabled).toBe(true);
      await jest.advanceTimersByTimeAsync(30_500);
      expect(said(page)).toContain('请在 1 分钟后重试');
      await jest.advanceTimersByTimeAsync(60_000);
      expect(said(page)).toContain('现在可以重试了');
      expect(button()?.disabled).toBe(false);
    });
  });

  it.each([
    ['password-change', '/account/password?return=%2Ffunds'],
    ['second-factor-enrolment', '/account/second-factor?return=%2Ffunds'],
    ['second-factor', '/funds'],
    [null, '/funds'],
  ])('leads an account with the duty %p to %s', async (restriction, place) => {
    const session = { id: 'x', expiresAt: '2026-11-22T20:00:00.000Z', idleMinutes: 60 };
    givenServer(answers({ 'GET /api/account': { body: { ...account, restriction, session } } }));
    const page = await openPage(SignIn, '/sign-in?return=%2Ffunds');
    page.querySelector<HTMLButtonElement>('.account')?.click();
    await submit(page);
    expect(TestBed.inject(Router).url).toBe(place);
  });

  it('offers the single sign-on where there is one, and returns to the page that was asked for', async () => {
    givenServer(answers({ 'GET /api/session/options': { body: { openId: { name: '市统一身份认证' } } } }));
    const page = await openPage(SignIn, '/sign-in?return=%2Ffunds');
    const link = page.querySelector('a.open-id');
    expect(said(link)).toBe('使用市统一身份认证登录');
    expect(link?.getAttribute('href')).toBe('/api/session/openid?return=%2Ffunds');
  });

  it.each([
    ['openid-unknown', '没有与该身份对应的账户'],
    ['openid-unavailable', '统一身份认证服务暂时无法访问'],
    ['openid-refused', '认证被取消或已超时'],
  ])('says what became of the single sign-on: %s', async (problem, words) => {
    givenServer(answers());
    const page = await openPage(SignIn, `/sign-in?problem=${problem}`);
    expect(said(page.querySelector('[role=alert]'))).toContain(words);
  });

  it('says nothing of a problem that is not of the single sign-on', async () => {
    givenServer(answers());
    const page = await openPage(SignIn, '/sign-in?problem=<b>anything</b>');
    expect(page.querySelector('[role=alert]')).toBeNull();
  });
});
