import { DEFAULT_SECURITY_SETTINGS } from '@yuheng/shared/contract/security-settings';
import { openPage, said } from '../../testing';
import { check, givenAdministration, press, problem, settle, type } from '../given-administration';
import { SecurityPage } from './security-page';

const URL = '/api/administration/security-settings';
const stored = (changes = {}, version = 4) => ({
  version,
  settings: { ...DEFAULT_SECURITY_SETTINGS, ...changes },
});

async function open(answers = {}, role?: string) {
  const server = await givenAdministration({ [`GET ${URL}`]: { body: stored() }, ...answers }, role);
  const page = await openPage(SecurityPage, '/security');
  await settle();
  const field = (id: string) => page.querySelector<HTMLInputElement>(`#${id}`);
  return { page, field, ...server };
}
const button = (page: HTMLElement, words: string) =>
  [...page.querySelectorAll('button')].find((one) => said(one) === words);

describe('the security settings', () => {
  it('say what will change, want a reason, and are sent whole with the version that was read', async () => {
    const { page, changes } = await open({ [`PUT ${URL}`]: { body: stored({ passwordLength: 14 }, 5) } });
    expect(button(page, '保存设置')?.disabled).toBe(true);
    await type(page, 'passwordLength', '14');
    await check(page, 'separateSecurity');
    expect([...page.querySelectorAll('.save li')].map((one) => said(one))).toEqual([
      '最短长度：由 12 个字符 改为 14 个字符',
      '安全管理单独设置：由 不启用 改为 启用',
    ]);
    await press(page, '保存设置');
    expect(said(page.querySelector('#reason-note'))).toBe('请填写原因');
    expect(changes()).toEqual([]);
    await type(page, 'reason', '按检查要求');
    await press(page, '保存设置');
    const settings = { ...DEFAULT_SECURITY_SETTINGS, passwordLength: 14, separateSecurity: true };
    expect(changes()).toEqual([{ address: URL, body: { version: 4, settings, reason: '按检查要求' } }]);
    expect(said(page)).toContain('设置已保存，立即生效');
  });

  it.each(['7', '65', 'x', ''])(
    'a password length of %j is refused at its field, and nothing is sent',
    async (text) => {
      const { page, changes } = await open();
      await type(page, 'passwordLength', text);
      expect(said(page.querySelector('#passwordLength-note'))).toBe('请填写 8 至 64 之间的整数');
      await press(page, '保存设置');
      expect(changes()).toEqual([]);
    },
  );

  it('that do not go together are refused before they are sent', async () => {
    const { page, changes } = await open();
    await type(page, 'lockMinutes', '30');
    await type(page, 'lockMaxMinutes', '10');
    expect(said(page.querySelector('#lockMaxMinutes-note'))).toBe('最长锁定时间不得短于首次锁定时间');
    await type(page, 'reason', '试');
    await press(page, '保存设置');
    expect(changes()).toEqual([]);
  });

  it('choose the roles with a second factor; the order in which they are chosen is no change', async () => {
    const { page } = await open();
    const box = (role: string) =>
      [...page.querySelectorAll('.roles label')].find((one) => said(one) === role)?.querySelector('input');
    box('局领导')?.click();
    await settle();
    expect(said(page.querySelector('.save li'))).toBe(
      '须使用第二重验证的角色：由 系统管理员、安全管理员、审计管理员 改为 局领导、系统管理员、安全管理员、审计管理员',
    );
    box('局领导')?.click();
    box('系统管理员')?.click();
    box('系统管理员')?.click();
    await settle();
    expect(said(page)).toContain('还没有修改');
  });

  it('are put back as they were', async () => {
    const { page, field } = await open();
    field('passwordLength')?.dispatchEvent(new Event('focus'));
    await type(page, 'passwordLength', '20');
    await press(page, '撤销修改');
    expect(field('passwordLength')?.value).toBe('12');
  });

  it.each([
    ['auditAdministrator', false, '您可以查看，不能修改'],
    ['systemAdministrator', true, '安全设置由安全管理员修改'],
  ])('%s reads them only (security apart: %s)', async (role, separateSecurity, words) => {
    const { page, field } = await open({ [`GET ${URL}`]: { body: stored({ separateSecurity }) } }, role);
    expect(said(page)).toContain(words);
    expect(field('passwordLength')?.disabled).toBe(true);
    expect(button(page, '保存设置')).toBeUndefined();
  });

  it('are not changed by a demonstration account, which is everybody’s', async () => {
    await givenAdministration({ [`GET ${URL}`]: { body: stored() } }, 'securityAdministrator', {
      accounts: [{ username: 'system-9', role: 'securityAdministrator', place: '玉溪市' }],
      password: 'p',
    });
    const page = await openPage(SecurityPage, '/security');
    await settle();
    expect(said(page)).toContain('演示账户由所有访问者共用，不能修改安全设置');
    expect(page.querySelector<HTMLInputElement>('#passwordLength')?.disabled).toBe(true);
  });

  it('are changed by the security administrator also where security is kept apart', async () => {
    const answer = { [`GET ${URL}`]: { body: stored({ separateSecurity: true }) } };
    const { field } = await open(answer, 'securityAdministrator');
    expect(field('passwordLength')?.disabled).toBe(false);
  });

  it('that somebody else changed meanwhile stand beside what was typed, which is kept', async () => {
    let reads = 0;
    let answer: object = problem('conflict', 409);
    const { page, field, changes } = await open({
      [`GET ${URL}`]: () => ({ body: reads++ === 0 ? stored() : stored({ idleMinutes: 30 }, 5) }),
      [`PUT ${URL}`]: () => answer,
    });
    await type(page, 'passwordLength', '16');
    await type(page, 'reason', '加强');
    await press(page, '保存设置');
    expect([...page.querySelectorAll('yh-version-conflict tbody tr td')].map((one) => said(one))).toEqual([
      '60 分钟',
      '30 分钟',
      '60 分钟',
    ]);
    await press(page, '保留我的填写，按最新内容继续');
    expect([field('passwordLength')?.value, field('idleMinutes')?.value]).toEqual(['16', '30']);
    answer = { body: stored({ passwordLength: 16, idleMinutes: 30 }, 6) };
    await press(page, '保存设置');
    expect(changes().at(-1)?.body).toMatchObject({
      version: 5,
      settings: { passwordLength: 16, idleMinutes: 30 },
      reason: '加强',
    });
  });
});
