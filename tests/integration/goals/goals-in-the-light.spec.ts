import type { County } from '@yuheng/shared/contract/counties';
import type { GoalRecord } from '@yuheng/shared/contract/goals';
import { startServer, type TestServer } from '../../support/server';

/** Issued in the demonstration, with the document of the year's money; four of 25 posts were vacant in its summer. */
const GOALS = '/api/goals/assistants/hongta/2025';

/** With which document a version is issued, and on which day. */
type Issue = Readonly<Record<'documentNumber' | 'issuedOn', string>>;

describe('the goals issued to a county', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_LIGHT: 'inspectionAverage:90' } });
  });

  afterAll(() => server?.close());

  const county = async (year: number): Promise<County> =>
    (
      await server.request({ url: `/api/counties/hongta?program=assistants&year=${year}`, as: 'leader' })
    ).json<County>();
  const onPost = async (year: number) => {
    const { targets, months } = await county(year);
    const { target, basis, light } = targets.find(({ id }) => id === 'onPostRate') ?? {};
    const june = months.find(({ month }) => month === `${year}-06`);
    return {
      target,
      basis: basis?.zh,
      light,
      june: june?.reasons.find(({ zh }) => zh.includes('在岗率'))?.zh,
    };
  };

  async function adjustedTo(percent: string, issue: Issue): Promise<void> {
    let record = (await server.request({ url: GOALS, as: 'county-hongta' })).json<GoalRecord>();
    const act = async (as: string, way: string, body: unknown = {}): Promise<void> => {
      const answer = await server.request({
        method: way === '' ? 'PUT' : 'POST',
        url: GOALS + way,
        as,
        headers: { 'if-match': `"${record.lock}"` },
        body,
      });
      expect([way, answer.status]).toEqual([way, 200]);
      record = answer.json<GoalRecord>();
    };
    await act('county-hongta', '/adjustment', { reason: '年内招录困难' });
    const { indicators, ...table } = record.table;
    const changed = indicators.map((one) => (one.metric === 'onPostRate' ? { ...one, value: percent } : one));
    await act('county-hongta', '', { ...table, indicators: changed });
    await act('county-hongta', '/submission');
    await act('officer-1', '/review');
    await act('finance', '/agreement');
    await act('officer-1', '/issue', issue);
  }

  it('are its targets, by the document that issued them; an adjustment counts from its own day on, one after the year’s end not for it, and without an issue the default does', async () => {
    const june = '2025-06 在岗率 84.00%（21/25），低于目标 95.00%（演示财行〔2025〕12号）';
    expect(await onPost(2025)).toEqual({
      target: '95',
      basis: '演示财行〔2025〕12号',
      light: 'attention',
      june,
    });
    await adjustedTo('80', { documentNumber: '玉财行〔2025〕58号', issuedOn: '2025-11-18' });
    const adjusted = { target: '80', basis: '玉财行〔2025〕58号，第 2 版', light: 'normal', june };
    expect(await onPost(2025)).toEqual(adjusted);
    await adjustedTo('99', { documentNumber: '玉财行〔2026〕18号', issuedOn: '2026-03-18' });
    expect(await onPost(2025)).toEqual(adjusted);
    expect(await onPost(2026)).toMatchObject({ target: '95', basis: '未下达绩效目标，按模板默认值' });
  });

  it('are proposed by the draft as the installation sets the targets', async () => {
    const { table } = (
      await server.request({ url: '/api/goals/assistants/hongta/2026', as: 'county-hongta' })
    ).json<GoalRecord>();
    expect(table.indicators.find(({ metric }) => metric === 'inspectionAverage')?.value).toBe('90');
  });
});
