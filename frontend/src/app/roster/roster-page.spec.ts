import { openPage, said } from '../testing';
import { givenRoster, ID, person, press, roster, settle, type } from './given-roster';
import { RosterPage } from './roster-page';

const open = async (answers = {}, role?: string, query = '') => {
  const sent = await givenRoster(answers, role);
  const page = await openPage(RosterPage, `/roster${query}`);
  await settle();
  return { page, sent };
};
const changes = (sent: Awaited<ReturnType<typeof open>>['sent']) =>
  sent.filter(({ method }) => method !== 'GET');

describe('the roster', () => {
  beforeAll(() => {
    // jsdom has no modal dialogues.
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
  });

  it('says in a sentence how posts and persons stand, then vacancies, people and person-months', async () => {
    const { page } = await open();
    const text = said(page);
    for (const words of [
      '核定名额 2 个，在岗 1 人，空岗 1 个。',
      '2026年1月1日 起，空 1 个名额，尚未补齐',
      '王协勤',
      '530499********1234',
      '合同 2025年1月1日 起，无固定期限',
      '2025年1月1日 至 今',
      '1/2',
      '75.00%',
      '当月最后一天在岗的，计一个在岗人月',
    ])
      expect(text).toContain(words);
  });

  it('of the leader are the counts alone, and no people are asked for', async () => {
    const { page, sent } = await open({}, 'leader');
    expect(said(page)).toContain('75.00%');
    expect(said(page)).not.toContain('王协勤');
    expect(sent.some(({ address }) => /\/api\/roster(\?|$)/.test(address))).toBe(false);
  });

  it('offers entering and changing to the clerk, and whole numbers to who may see them', async () => {
    const buttons = async (role: string) =>
      [...(await open({}, role)).page.querySelectorAll('.card .button, .choices .button')].map((one) =>
        said(one).replace(/：.*/, ''),
      );
    expect(await buttons('countyOfficer')).toEqual([
      ...['登记协勤人员', '导出 Excel', '导出 CSV'],
      ...['查看号码', '修改', '离岗'],
      ...['下载花名册工作簿', '上传填好的花名册'],
    ]);
  });

  it('offers an inspector whole numbers alone', async () => {
    const { page } = await open({}, 'inspector');
    expect([...page.querySelectorAll('.card .button')].map((one) => said(one))).toEqual([
      ...['导出 Excel', '导出 CSV'],
      '查看号码：王协勤',
    ]);
  });

  it('says of a day in the address who was on post then', async () => {
    const { sent } = await open({}, 'inspector', '?county=hongta&on=2025-06-30');
    expect(sent.map(({ address }) => address)).toContain('/api/roster?county=hongta&on=2025-06-30');
  });

  it('says who enters the first person where there is none', async () => {
    const { page } = await open({ 'GET /api/roster': { body: roster([]) } });
    expect(said(page)).toContain('还没有登记人员');
    expect(said(page)).toContain('请按工资发放名单登记');
  });

  it('shows further pages of many people one after the other', async () => {
    const other = person({ id: ID.replace(/1$/, '2'), name: '李续页' });
    const { page } = await open({
      'GET /api/roster': { body: { ...roster(), total: 2, next: 100 } },
      'GET /api/roster?county=hongta&on=2026-03-20&cursor=100': { body: { ...roster([other]), total: 2 } },
    });
    expect(said(page)).toContain('共 2 人');
    expect(said(page)).not.toContain('李续页');
    await press(page, '继续显示（已显示 1 人，共 2 人）');
    expect(said(page)).toContain('王协勤');
    expect(said(page)).toContain('李续页');
    expect(said(page)).not.toContain('继续显示');
  });

  it('says that a program without posts has no roster', async () => {
    const { page } = await open({}, 'inspector', '?program=mediation');
    expect(said(page)).toContain('本项目没有名额和花名册');
  });

  it('shows nothing of somebody whose data were erased but that they were on post', async () => {
    const erased = person({ name: null, identityNumber: null, bankCard: null, onPost: false });
    const { page } = await open({ 'GET /api/roster': { body: roster([erased]) } });
    expect(said(page)).toContain('（已按规定清除）');
    expect(page.querySelectorAll('tbody .button')).toHaveLength(0);
  });

  it('asks for a reason before whole numbers are shown, and forgets them when closed', async () => {
    const whole = { identityNumber: '530499199001011234', bankCard: '9999990000000000005' };
    const { page, sent } = await open({ [`POST /api/roster/${ID}/disclosure`]: { body: whole } });
    await press(page, '查看号码');
    await press(page.querySelector('dialog') as HTMLElement, '查看');
    expect(said(page.querySelector('dialog'))).toContain('请填写原因');
    expect(changes(sent)).toEqual([]);
    type(page, 'roster-reason', '核对工资代发名单');
    await press(page.querySelector('dialog') as HTMLElement, '查看');
    expect(changes(sent).map(({ body }) => body)).toEqual([{ reason: '核对工资代发名单' }]);
    expect(said(page)).toContain(whole.identityNumber);
    await press(page, '关闭');
    expect(said(page)).not.toContain(whole.identityNumber);
  });

  it('takes somebody off post with the version that was read', async () => {
    const { page, sent } = await open({ [`POST /api/roster/${ID}/off-post`]: { body: person() } });
    await press(page, '离岗');
    type(page, 'last-day', '2026-03-10');
    type(page, 'roster-reason', '合同期满');
    await press(page, '确认离岗');
    expect(changes(sent).map(({ body, headers }) => [body, headers.get('if-match')])).toEqual([
      [{ lastDay: '2026-03-10', reason: '合同期满' }, '"3"'],
    ]);
    expect(page.querySelector('dialog')?.open).toBe(false);
  });
});
