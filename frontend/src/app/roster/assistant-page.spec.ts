import { openPage, said } from '../testing';
import { AssistantPage } from './assistant-page';
import { givenRoster, person, press, roster, settle, type } from './given-roster';

/** The example of GB 11643-1999 and a test card of a scheme: numbers of nobody. */
const NUMBER = '11010519491231002X';
const CARD = '4111 1111 1111 1111';

async function open(answers = {}, address = '/form') {
  const sent = await givenRoster(answers);
  const page = await openPage(AssistantPage, address);
  await settle();
  return { page, changes: () => sent.filter(({ method }) => method !== 'GET') };
}

describe('entering an assistant', () => {
  it('says at each field what is wrong before anything is sent', async () => {
    const { page, changes } = await open();
    type(page, 'identity-number', '110105194912310021');
    type(page, 'bank-card', '4111111111111112');
    await press(page, '保存');
    const text = said(page);
    for (const words of ['请填写姓名', '公民身份号码的校验位不符', '银行卡号的校验位不符', '请填写到岗日期'])
      expect(text).toContain(words);
    expect(changes()).toEqual([]);
  });

  it('sends what was typed, empty fields as none, under a key of its own', async () => {
    const { page, changes } = await open({ 'POST /api/roster': { status: 201, body: person() } });
    type(page, 'name', ' 王协勤 ');
    type(page, 'identity-number', NUMBER);
    type(page, 'bank-card', CARD);
    type(page, 'on-post-from', '2026-01-05');
    await press(page, '保存');
    const [request] = changes();
    expect(request?.body).toEqual({
      county: 'hongta',
      name: '王协勤',
      employment: 'laborContract',
      office: null,
      contractFrom: null,
      contractUntil: null,
      insuredSince: null,
      identityNumber: NUMBER,
      bankCard: CARD,
      onPostFrom: '2026-01-05',
    });
    expect(request?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('changing an assistant', () => {
  /** The address is the path of the route as it is written, so that it is its own parameter. */
  const ADDRESS = '/:assistant';
  const stored = person({ id: ADDRESS.slice(1) });
  const change = `PUT /api/roster/${encodeURIComponent(stored.id)}`;

  async function changed(answer: object, roster_: () => object = () => ({ body: roster([stored]) })) {
    const opened = await open({ 'GET /api/roster': roster_, [change]: answer }, ADDRESS);
    type(opened.page, 'name', '王改名');
    type(opened.page, 'until-0', '2026-02-28');
    type(opened.page, 'period-reason-0', '合同期满');
    type(opened.page, 'roster-reason', '对照合同更正');
    await press(opened.page, '保存');
    return opened;
  }

  it('sends the version that was read, and no number that was not typed', async () => {
    const { changes } = await changed({ body: stored });
    const [request] = changes();
    expect(request?.headers.get('if-match')).toBe('"3"');
    expect(request?.body).toEqual({
      ...{ name: '王改名', employment: 'laborDispatch', office: null, insuredSince: '2025-01-01' },
      ...{ contractFrom: '2025-01-01', contractUntil: null, reason: '对照合同更正' },
      periods: [{ from: '2025-01-01', until: '2026-02-28', reason: '合同期满' }],
    });
  });

  it('shows what somebody else changed meanwhile, keeps what was typed, and goes on from there', async () => {
    let version = 3;
    const conflict = {
      type: '/problems/conflict',
      title: '冲突',
      status: 409,
      detail: '已被修改。',
      errors: [],
    };
    const now = () => ({
      body: roster([{ ...stored, version, employment: version === 3 ? 'laborDispatch' : 'other' }]),
    });
    const answer = () => {
      version = 4;
      return { status: 409, body: conflict };
    };
    const { page, changes } = await changed(answer, now);
    expect([...page.querySelectorAll('tbody tr')].map((one) => said(one))).toEqual([
      '用工方式 劳务派遣 其他',
    ]);
    await press(page, '已核对，按最新内容继续');
    expect(page.querySelector<HTMLInputElement>('#name')?.value).toBe('王改名');
    await press(page, '保存');
    expect(changes().map(({ headers }) => headers.get('if-match'))).toEqual(['"3"', '"4"']);
  });

  it('says that there is no such person where the roster has none', async () => {
    const { page } = await open({}, ADDRESS);
    expect(said(page)).toContain('花名册中没有这名人员');
  });
});
