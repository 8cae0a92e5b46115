import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session } from '../api/session';
import { SignInAgain } from '../api/sign-in-again';
import { givenServer, openPage, said, type Answers } from '../testing';
import { SignInAgainDialog } from './sign-in-again-dialog';

const account = {
  username: 'officer-9',
  name: '某人',
  roles: ['programOfficer'],
  place: { id: 'yuxi', kind: 'city', name: '玉溪市' },
};
const known = { body: { account, demonstration: null } };
const refused = (slug: string, detail = '') => ({ status: 401, body: { type: `/problems/${slug}`, detail } });

async function open(demand: 'password' | 'code', answers: Answers = {}) {
  const { sent } = givenServer({ 'GET /api/session': known, 'POST /api/session': known, ...answers });
  await TestBed.inject(Session).load();
  const again = TestBed.inject(SignInAgain);
  const outcome: boolean[] = [];
  void again.ask(demand).then((done) => outcome.push(done));
  const page = await openPage(SignInAgainDialog, '/funds');
  const dialog = () => page.querySelector<HTMLDialogElement>('dialog');
  return {
    page,
    again,
    outcome,
    dialog,
    posted: () => sent.filter((one) => one.method === 'POST').map(({ address, body }) => ({ address, body })),
    submit: async (value: string) => {
      const field = dialog()?.querySelector<HTMLInputElement>('yh-field input');
      if (!field) throw new Error('There is no field.');
      field.value = value;
      field.dispatchEvent(new Event('input'));
      dialog()?.querySelector('form')?.dispatchEvent(new Event('submit'));
      await new Promise((done) => setTimeout(done, 20));
      TestBed.tick();
    },
    press: async (words: string) => {
      const button = [...page.querySelectorAll('button')].find((one) => said(one) === words);
      if (!button) throw new Error(`There is no button ${words}.`);
      button.click();
      await new Promise((done) => setTimeout(done, 20));
      TestBed.tick();
    },
  };
}

describe('signing in again over the page', () => {
  it('asks for the password of the same person and tells what waits to go on', async () => {
    const { dialog, submit, posted, outcome } = await open('password');
    expect(dialog()?.open).toBe(true);
    expect(said(dialog())).toContain('请输入账户“officer-9”的密码');
    await submit('my password');
    expect(posted()).toEqual([
      { address: '/api/session', body: { username: 'officer-9', password: 'my password' } },
    ]);
    expect(outcome).toEqual([true]);
    expect(dialog()?.open).toBe(false);
  });

  it('asks for the code as well where the account has a second factor', async () => {
    let answer: ReturnType<typeof refused> | typeof known = refused('second-factor-required');
    const { submit, posted, page, outcome } = await open('password', { 'POST /api/session': () => answer });
    await submit('my password');
    expect(said(page)).toContain('密码正确，还需输入验证码');
    expect(outcome).toEqual([]);
    answer = known;
    await submit('123456');
    expect(posted().at(-1)?.body).toEqual({ username: 'officer-9', password: 'my password', code: '123456' });
    expect(outcome).toEqual([true]);
  });

  it('says that the password is wrong, and asks again', async () => {
    const { submit, page, outcome, dialog } = await open('password', {
      'POST /api/session': refused('wrong-credentials', '请核对大小写。 / Check the case.'),
    });
    await submit('not it');
    expect(said(page.querySelector('[role=alert]'))).toContain('请核对大小写');
    expect([dialog()?.open, outcome]).toEqual([true, []]);
  });

  it('sends no empty password', async () => {
    const { submit, page, posted } = await open('password');
    await submit('');
    expect(said(page)).toContain('请填写密码');
    expect(posted()).toEqual([]);
  });

  it('lets another person go to the sign-in page', async () => {
    const { press, outcome } = await open('password');
    await press('换用其他账户');
    expect(outcome).toEqual([false]);
    expect(TestBed.inject(Router).url).toBe('/sign-in?return=%2Ffunds');
  });

  it('for a second factor alone confirms the session that is open', async () => {
    const { submit, posted, outcome } = await open('code', { 'POST /api/session/second-factor': known });
    await submit('123456');
    expect(posted()).toEqual([{ address: '/api/session/second-factor', body: { code: '123456' } }]);
    expect(outcome).toEqual([true]);
  });

  it('for a second factor alone can be given up, and the page stays', async () => {
    const { press, outcome } = await open('code');
    await press('取消');
    expect(outcome).toEqual([false]);
    expect(TestBed.inject(Router).url).toBe('/funds');
  });

  it('asks for the password when the session ends while the code is asked for', async () => {
    const { submit, again, outcome } = await open('code', {
      'POST /api/session/second-factor': refused('sign-in-required'),
    });
    await submit('123456');
    expect(again.demand()).toBe('password');
    expect(outcome).toEqual([]);
  });
});
