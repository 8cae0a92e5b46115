import { openPage, said } from '../../testing';
import {
  account,
  check,
  givenAdministration,
  optionsOf,
  press,
  problem,
  settle,
  type,
} from '../given-administration';
import { NewAccountPage } from './new-account-page';

const URL = '/api/administration/accounts';

async function open(answers = {}) {
  const server = await givenAdministration(answers);
  const page = await openPage(NewAccountPage, '/new');
  await settle();
  return { page, ...server };
}

describe('a new account', () => {
  it('offers the places at which all of the chosen roles may be held', async () => {
    const { page } = await open();
    expect(optionsOf(page, 'place')).toEqual(['请先选择角色']);
    await check(page, 'role-countyOfficer');
    expect(optionsOf(page, 'place')).toEqual(['请选择', '红塔区', '易门县']);
    await check(page, 'role-justiceOffice');
    expect(said(page.querySelector('#place-note'))).toBe('所选角色没有共同适用的单位，请减少角色');
  });

  it('chooses the place by itself where there is one only', async () => {
    const { page } = await open();
    await check(page, 'role-inspector');
    expect(page.querySelector<HTMLSelectElement>('#place')?.value).toBe('530400');
  });

  it('says which roles never go together, and sends nothing', async () => {
    const { page, changes } = await open();
    await type(page, 'username', 'wang-min');
    await type(page, 'name', '王敏');
    await check(page, 'role-inspector');
    await check(page, 'role-leader');
    expect(said(page.querySelector('yh-role-choice'))).toContain('“局领导”与“督查人员”不得由同一账户担任');
    await press(page, '建立账户');
    expect(changes()).toEqual([]);
  });

  it('says at each field what is missing, and sends nothing', async () => {
    const { page, changes } = await open();
    await type(page, 'username', 'Wang Min');
    await type(page, 'phone', '12345');
    await press(page, '建立账户');
    for (const words of [
      '请按要求填写用户名',
      '请填写姓名',
      '电话号码格式不正确',
      '请至少选择一个角色',
      '请选择单位',
    ]) {
      expect(said(page)).toContain(words);
    }
    expect(changes()).toEqual([]);
  });

  it('shows the first password once, in a dialogue that only its own button closes', async () => {
    const made = { account: account(), initialPassword: 'maple-Kettle-71-river' };
    const { page, changes } = await open({ [`POST ${URL}`]: { status: 201, body: made } });
    await type(page, 'username', 'wang-min');
    await type(page, 'name', ' 王敏 ');
    await check(page, 'role-inspector');
    await press(page, '建立账户');
    expect(changes()).toEqual([
      { address: URL, body: { username: 'wang-min', name: '王敏', roles: ['inspector'], place: '530400' } },
    ]);
    const dialog = page.querySelector<HTMLDialogElement>('yh-first-password dialog');
    expect(said(dialog)).toContain('maple-Kettle-71-river');
    dialog?.dispatchEvent(new Event('cancel', { cancelable: true }));
    await settle();
    expect(dialog?.open).toBe(true);
    await press(page, '已记下，关闭');
    expect(said(page)).not.toContain('maple-Kettle-71-river');
  });

  it('keeps what was typed where the name is taken, and says which', async () => {
    const taken = problem('conflict', 409, [{ pointer: '/username', detail: '已被使用 / It is taken' }]);
    const { page } = await open({ [`POST ${URL}`]: taken });
    await type(page, 'username', 'wang-min');
    await type(page, 'name', '王敏');
    await check(page, 'role-inspector');
    await press(page, '建立账户');
    expect(said(page.querySelector('[role=alert]'))).toContain('已被使用');
    expect(page.querySelector<HTMLInputElement>('#username')?.value).toBe('wang-min');
  });
});
