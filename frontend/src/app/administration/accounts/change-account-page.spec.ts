import { openPage, said } from '../../testing';
import { ChangeAccountPage } from './change-account-page';
import {
  account,
  check,
  givenAdministration,
  ID,
  press,
  problem,
  settle,
  type,
} from '../given-administration';

const URL = `/api/administration/accounts/${ID}`;

async function open(answers = {}) {
  const server = await givenAdministration(answers);
  const page = await openPage(ChangeAccountPage, `/change?account=${ID}`);
  await settle();
  return { page, ...server };
}

const valueOf = (page: HTMLElement, id: string) => page.querySelector<HTMLInputElement>(`#${id}`)?.value;

describe('changing an account', () => {
  it('sends the whole entry with the version that was read; a number left empty stays', async () => {
    const { page, changes } = await open({ [`PUT ${URL}`]: { body: account({ version: 2 }) } });
    await type(page, 'name', '王敏敏');
    await type(page, 'reason', '更正姓名');
    await press(page, '保存修改');
    const body = { version: 1, name: '王敏敏', roles: ['inspector'], place: '530400', openIdSubject: null };
    expect(changes()).toEqual([{ address: URL, body: { ...body, reason: '更正姓名' } }]);
  });

  it('sends nothing without a reason, or where nothing is changed', async () => {
    const { page, changes } = await open();
    await type(page, 'name', '王敏敏');
    await press(page, '保存修改');
    expect(said(page.querySelector('#reason-note'))).toBe('请填写原因');
    await type(page, 'name', '王敏');
    await type(page, 'reason', '没有');
    await press(page, '保存修改');
    expect(said(page)).toContain('没有改动');
    expect(changes()).toEqual([]);
  });

  describe('when somebody else changed it meanwhile', () => {
    async function conflict() {
      const stored = [account(), account({ version: 2, name: '王敏（已更正）', phone: '139****0000' })];
      let reads = 0;
      let answer: { status?: number; body: unknown } = problem('conflict', 409);
      const opened = await open({
        [`GET ${URL}`]: () => ({ body: stored[Math.min(reads++, 1)] }),
        [`PUT ${URL}`]: () => answer,
      });
      await check(opened.page, 'role-programOfficer');
      await type(opened.page, 'reason', '增加职责');
      await press(opened.page, '保存修改');
      return { ...opened, accept: () => (answer = { body: account({ version: 3 }) }) };
    }

    it('shows what changed beside what was typed', async () => {
      const { page } = await conflict();
      const rows = [...page.querySelectorAll('yh-version-conflict tbody tr')].map((row) =>
        [...row.children].map((cell) => said(cell)),
      );
      expect(rows).toEqual([
        ['姓名', '王敏', '王敏（已更正）', '王敏'],
        ['电话', '138****2345', '139****0000', '—'],
      ]);
      expect(valueOf(page, 'reason')).toBe('增加职责');
    });

    it('goes on from the new version with what was typed, and takes over the rest', async () => {
      const { page, changes, accept } = await conflict();
      await press(page, '保留我的填写，按最新内容继续');
      accept();
      await press(page, '保存修改');
      expect(changes().at(-1)?.body).toEqual({
        ...{ version: 2, name: '王敏（已更正）', roles: ['inspector', 'programOfficer'], place: '530400' },
        ...{ openIdSubject: null, reason: '增加职责' },
      });
    });

    it('shows the new version as it is, when what was typed is given up', async () => {
      const { page } = await conflict();
      await press(page, '放弃我的填写，载入最新内容');
      expect([valueOf(page, 'name'), valueOf(page, 'reason')]).toEqual(['王敏（已更正）', '']);
      expect(page.querySelector<HTMLInputElement>('#role-programOfficer')?.checked).toBe(false);
    });
  });
});
