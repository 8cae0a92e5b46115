import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { givenServer, openPage, said, type Answers } from '../testing';
import { FirstAdministrator } from './first-administrator';

const SESSION = { 'GET /api/session': { body: { account: null, demonstration: null } } };

async function fill(values: Record<string, string>, answers: Answers = {}) {
  const { sent } = givenServer({ ...SESSION, ...answers });
  const page = await openPage(FirstAdministrator, '/first-administrator?#token-1');
  for (const [id, value] of Object.entries(values)) {
    const field = page.querySelector<HTMLInputElement>(`#${id}`);
    if (!field) throw new Error(`no field ${id}`);
    field.value = value;
    field.dispatchEvent(new Event('input'));
    TestBed.tick();
  }
  page.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
  return { page, posted: sent.filter((one) => one.method === 'POST') };
}
const GOOD = { username: 'root-1', name: '张三', password: 'Long-enough-1', again: 'Long-enough-1' };

describe('the first administrator', () => {
  it('is made with the token behind the #, and the sign-in page says so', async () => {
    const { posted } = await fill(GOOD, {
      'POST /api/first-administrator': { status: 201, body: { username: 'root-1' } },
    });
    expect(posted.map((one) => one.body)).toEqual([
      { token: 'token-1', username: 'root-1', name: '张三', password: 'Long-enough-1' },
    ]);
    expect(TestBed.inject(Router).url).toBe('/sign-in?made=root-1');
  });

  it.each([
    ['a short password', { password: 'Short-1', again: 'Short-1' }, '至少应有 12 个字符，现在只有 7 个'],
    ['a password of one kind', { password: 'thelongestword', again: 'thelongestword' }, '现在只有 1 类'],
    ['its user name inside', { password: 'I-am-root-1-ok', again: 'I-am-root-1-ok' }, '不得包含用户名'],
    ['two different passwords', { again: 'Long-enough-2' }, '两次输入的密码不一致'],
    ['a user name in capitals', { username: 'Root' }, '请按要求填写用户名'],
  ])('is not asked for with %s', async (_, change, words) => {
    const { page, posted } = await fill({ ...GOOD, ...change });
    expect(posted).toEqual([]);
    expect(said(page)).toContain(words);
  });

  it('is told plainly that the link is wrong or used, and what to do', async () => {
    const { page } = await fill(GOOD, {
      'POST /api/first-administrator': {
        status: 404,
        body: {
          type: '/problems/not-found',
          title: '没有找到',
          status: 404,
          detail: '链接无效或已使用 / used',
        },
      },
    });
    expect(said(page)).toContain('链接无效或已使用');
    expect(said(page)).toContain('请重新启动服务');
  });

  it('is not asked for without a token', async () => {
    givenServer(SESSION);
    const page = await openPage(FirstAdministrator, '/first-administrator');
    expect(said(page)).toContain('链接不完整');
    expect(page.querySelector('form')).toBeNull();
  });
});
