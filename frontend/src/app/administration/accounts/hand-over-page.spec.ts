import { openPage, said } from '../../testing';
import { account, givenAdministration, ID, press, problem, settle, type } from '../given-administration';
import { HandOverPage } from './hand-over-page';

const URL = `/api/administration/accounts/${ID}`;
const PENDING = [
  { kind: 'inspection', count: 3 },
  { kind: 'finding', count: 0 },
  { kind: 'assignment', count: 2 },
];
const MADE = {
  account: account({ username: 'li-na', name: '李娜' }),
  initialPassword: 'silver-Orchid-19-lamp',
  pending: PENDING,
};

async function open(answers = {}) {
  const server = await givenAdministration({
    [`GET ${URL}/pending`]: { body: { pending: PENDING } },
    ...answers,
  });
  const page = await openPage(HandOverPage, `/hand-over?account=${ID}`);
  await settle();
  return { page, dialog: () => page.querySelector<HTMLDialogElement>('dialog[open]'), ...server };
}
async function fill(page: HTMLElement) {
  await type(page, 'username', 'li-na');
  await type(page, 'name', '李娜');
  await type(page, 'reason', '岗位轮换');
}

describe('handing a clerk’s account over', () => {
  it('says first how much is pending, kind by kind, and of what nothing is pending nothing', async () => {
    const { page } = await open();
    expect(said(page.querySelector('yh-pending-counts'))).toBe('未完成的督查表3 项评分任务2 项');
  });

  it('is confirmed once, done in one request, and shows the first password with what went over', async () => {
    const { page, dialog, changes } = await open({
      [`POST ${URL}/hand-over`]: { status: 201, body: MADE },
    });
    await fill(page);
    await press(page, '办理交接');
    expect(said(dialog())).toContain('“wang-min”将停用且不能恢复，5 项待办事项转给“李娜”（新用户名 li-na）');
    expect(changes()).toEqual([]);
    await press(page, '确认交接');
    const successor = { username: 'li-na', name: '李娜' };
    expect(changes()).toEqual([
      { address: `${URL}/hand-over`, body: { version: 1, successor, reason: '岗位轮换' } },
    ]);
    expect(said(dialog())).toContain('silver-Orchid-19-lamp');
    expect(said(dialog())).toContain('未完成的督查表3 项');
  });

  it('asks nothing to be confirmed while something is missing', async () => {
    const { page, dialog } = await open();
    await press(page, '办理交接');
    expect(dialog()).toBeNull();
    for (const words of ['请按要求填写用户名', '请填写姓名', '请填写原因'])
      expect(said(page)).toContain(words);
  });

  it('keeps what was typed where the name is taken', async () => {
    const errors = [{ pointer: '/successor/username', detail: '已被使用 / It is taken' }];
    const { page, dialog } = await open({ [`POST ${URL}/hand-over`]: problem('conflict', 409, errors) });
    await fill(page);
    await press(page, '办理交接');
    await press(page, '确认交接');
    expect(dialog()).toBeNull();
    expect(said(page.querySelector('[role=alert]'))).toContain('已被使用');
    expect(page.querySelector<HTMLInputElement>('#name')?.value).toBe('李娜');
  });

  it('goes on from a version that somebody else changed, once that was seen', async () => {
    let reads = 0;
    let first = true;
    const { page, changes } = await open({
      [`GET ${URL}`]: () => ({ body: reads++ === 0 ? account() : account({ version: 2, name: '王敏敏' }) }),
      [`POST ${URL}/hand-over`]: () =>
        first ? ((first = false), problem('conflict', 409)) : { status: 201, body: MADE },
    });
    await fill(page);
    await press(page, '办理交接');
    await press(page, '确认交接');
    expect(said(page.querySelector('yh-version-conflict tbody tr'))).toBe('姓名 王敏 王敏敏');
    await press(page, '已了解，按最新内容继续');
    await press(page, '办理交接');
    await press(page, '确认交接');
    expect(changes().at(-1)?.body).toMatchObject({ version: 2, reason: '岗位轮换' });
  });

  it.each([
    ['a closed account', { state: 'disabled' }],
    ['a demonstration account', { demonstration: true }],
    ['one’s own account', { username: 'system-9' }],
    ['an administrator’s', { roles: ['auditAdministrator'] }],
  ] as const)('is not offered for %s', async (_, changes) => {
    const stored = account(changes as Parameters<typeof account>[0]);
    const { page } = await open({ [`GET ${URL}`]: { body: stored } });
    expect(said(page)).toContain('这个账户现在不能交接');
    expect(page.querySelector('form')).toBeNull();
  });
});
