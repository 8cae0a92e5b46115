import { openPage, said } from '../../testing';
import { AdministeredAccountPage } from './account-page';
import { account, givenAdministration, ID, press, problem, settle, type } from '../given-administration';

const URL = `/api/administration/accounts/${ID}`;

async function open(answers = {}, role?: string) {
  const server = await givenAdministration(answers, role);
  const page = await openPage(AdministeredAccountPage, `/account?account=${ID}`);
  await settle();
  const acts = () => [...page.querySelectorAll('[aria-labelledby=acts-heading] li')].map((one) => said(one));
  return { page, acts, dialog: () => page.querySelector<HTMLDialogElement>('dialog[open]'), ...server };
}
const answered = (changes: Parameters<typeof account>[0]) => ({ [`GET ${URL}`]: { body: account(changes) } });
const LATER = new Date(Date.now() + 600_000).toISOString();

describe('what is offered on an account', () => {
  it.each([
    ['a clerk’s', {}, ['修改账户', '换人交接', '重置密码', '查看完整电话', '停用账户']],
    ['one without a telephone', { phone: null }, ['修改账户', '换人交接', '重置密码', '停用账户']],
    [
      'one that is locked and has a second factor',
      { lockedUntil: LATER, secondFactor: true, phone: null },
      ['修改账户', '换人交接', '解除锁定', '重置密码', '重置第二重验证', '停用账户'],
    ],
    [
      'an administrator’s',
      { roles: ['auditAdministrator'], phone: null },
      ['修改账户', '重置密码', '停用账户'],
    ],
    ['a closed one', { state: 'disabled' }, []],
    ['a demonstration account', { demonstration: true, phone: null }, []],
    ['one’s own', { username: 'system-9', phone: null }, ['修改账户']],
  ] as const)('to the system administrator: %s', async (_, changes, offered) => {
    const { acts } = await open(answered(changes as Parameters<typeof account>[0]));
    expect(acts()).toEqual(offered);
  });

  it('to the security administrator: to approve what somebody else entered, and nothing else', async () => {
    const pending = answered({ state: 'pending', enteredBy: 'system-8' });
    expect((await open(pending, 'securityAdministrator')).acts()).toEqual(['审批通过']);
  });

  it('to the security administrator who entered it: nothing, with the reason', async () => {
    const { acts, page } = await open(answered({ state: 'pending' }), 'securityAdministrator');
    expect(acts()).toEqual([]);
    expect(said(page)).toContain('这个账户由您录入，须由他人审批');
  });
});

describe('an act on an account', () => {
  it('says what happens, wants a reason, and is done once it is confirmed', async () => {
    const { page, dialog, changes } = await open({ [`POST ${URL}/disabling`]: { body: account() } });
    await press(page, '停用账户');
    expect(said(dialog())).toContain('停用后不能恢复');
    await press(page, '确认停用');
    expect(said(dialog())).toContain('请填写原因');
    expect(changes()).toEqual([]);
    await type(page, 'act-reason', '离职');
    await press(page, '确认停用');
    expect(changes()).toEqual([{ address: `${URL}/disabling`, body: { version: 1, reason: '离职' } }]);
    expect(dialog()).toBeNull();
    expect(said(page.querySelector('.done'))).toBe('账户已停用。');
  });

  it('can be given up, and nothing is sent', async () => {
    const { page, dialog, changes } = await open();
    await press(page, '重置密码');
    await press(page, '取消');
    expect([dialog(), changes()]).toEqual([null, []]);
  });

  it('that resets the password shows the new one', async () => {
    const made = { account: account(), initialPassword: 'amber-Bridge-42-cloud' };
    const { page, dialog } = await open({ [`POST ${URL}/password-reset`]: { body: made } });
    await press(page, '重置密码');
    await type(page, 'act-reason', '本人遗忘');
    await press(page, '确认重置');
    expect(said(dialog())).toContain('amber-Bridge-42-cloud');
  });

  it('that shows the whole telephone number says before that it is recorded', async () => {
    const { page, dialog } = await open({
      [`POST ${URL}/phone-disclosure`]: { body: { phone: '13887712345' } },
    });
    expect(said(page)).not.toContain('13887712345');
    await press(page, '查看完整电话');
    expect(said(dialog())).toContain('您的账户、查看时间和原因将记入审计日志');
    await type(page, 'act-reason', '通知培训');
    await press(page, '查看');
    expect(said(dialog())).toContain('13887712345');
    await press(page, '关闭');
    expect(said(page)).not.toContain('13887712345');
  });

  it('that somebody else’s change came before keeps the reason, shows the change, and can go on from it', async () => {
    let reads = 0;
    let first = true;
    const { page, dialog, changes } = await open({
      [`GET ${URL}`]: () => ({ body: reads++ === 0 ? account() : account({ version: 2, name: '王敏敏' }) }),
      [`POST ${URL}/disabling`]: () =>
        first ? ((first = false), problem('conflict', 409)) : { body: account() },
    });
    await press(page, '停用账户');
    await type(page, 'act-reason', '离职');
    await press(page, '确认停用');
    expect(said(dialog()?.querySelector('tbody tr'))).toBe('姓名 王敏 王敏敏');
    await press(page, '已了解，按最新内容继续');
    await press(page, '确认停用');
    expect(changes().at(-1)?.body).toEqual({ version: 2, reason: '离职' });
  });

  it('that is refused says why, and the dialogue stays', async () => {
    const { page, dialog } = await open({ [`POST ${URL}/disabling`]: problem('refused', 422) });
    await press(page, '停用账户');
    await type(page, 'act-reason', '离职');
    await press(page, '确认停用');
    expect(said(dialog()?.querySelector('[role=alert]'))).toContain('不符合规则，未予受理');
  });

  it('of approval sends the version that was looked at', async () => {
    const { page, changes } = await open(
      {
        ...answered({ state: 'pending', enteredBy: 'system-8' }),
        [`POST ${URL}/approval`]: { body: account() },
      },
      'securityAdministrator',
    );
    await press(page, '审批通过');
    await press(page, '批准');
    expect(changes()).toEqual([{ address: `${URL}/approval`, body: { version: 1 } }]);
  });
});
