import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { startServer, type TestServer } from '../../support/server';
import { countyAsks, sheetRequests, type SheetRequests } from './sheet-requests';

const SPENDING = 'spending/tonghai/2026-03';

describe('what the sheets of a county’s month say of the same persons', () => {
  let server: TestServer;
  let ask: SheetRequests;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_TODAY: '2026-04-14' } });
    ask = sheetRequests(server);
    await server.app.get(SheetOpeningService).open();
  });

  afterAll(() => server?.close());

  /** The warnings that stand beside an item as soon as it is saved; what looks unusual is another matter. */
  async function warnings(sheet: string, as: string, given: object): Promise<string[]> {
    const { items } = await ask.read(sheet, as);
    const version = items.find(({ id }) => id === 'staffOnPost')?.current?.version ?? 0;
    const saved = await ask.save({ sheet, item: 'staffOnPost', as, version }, given);
    expect(saved.status).toBe(200);
    return saved
      .json<Pick<Sheet, 'remarks'>>()
      .remarks.flatMap(({ severity, text }) => (severity === 'warning' ? [text.zh] : []));
  }
  const staff = (county: string, value: string): Promise<string[]> =>
    warnings(`workload/${county}/2026-03`, `county-${county}`, { state: 'reported', value });
  const inspected = (value: string): Promise<string[]> =>
    warnings('inspection/tonghai/2026-03', 'inspector', { state: 'reported', conclusion: 'pass', value });

  it('is not compared while the other sheet is a draft, which nobody else is shown', async () => {
    await ask.fill(SPENDING, 'county-tonghai', countyAsks(16));
    expect(await staff('tonghai', '15')).toEqual([]);
    expect(await inspected('17')).toEqual([]);
  });

  it('is compared once it was handed in: the warning names the other sheet, both figures and what to do', async () => {
    await ask.act({ sheet: SPENDING, act: 'submission', as: 'county-tonghai' });
    expect(await staff('tonghai', '14')).toEqual([
      '支出表的在岗人数16人大于从事社区矫正工作人员14人，多2人。从事社区矫正工作人员含协勤人员，不应少于支出表的在岗人数，请核对两张表。',
    ]);
    expect(await inspected('18')).toEqual([
      expect.stringContaining('在岗人数18人与支出表的在岗人数16人不一致，相差2人。'),
    ]);
    expect(await staff('tonghai', '16')).toEqual([]);
    expect(await inspected('16')).toEqual([]);
  });

  it('is never compared with another county’s sheet, nor with another month’s', async () => {
    expect(await staff('chengjiang', '1')).toEqual([]);
    await server.sql(`update sheet set stage = 'open', submitted_on = null, submitted_by = null
      where county_id = 'tonghai' and kind = 'workload' and month = '2026-02'`);
    expect(
      await warnings('workload/tonghai/2026-02', 'county-tonghai', { state: 'reported', value: '1' }),
    ).toEqual([expect.stringContaining(`支出表的在岗人数${await onPost('tonghai', '2026-02')}人大于`)]);
  });

  it('is not compared with a sheet that was returned, and of a reopened one with what was approved', async () => {
    await ask.act(
      { sheet: SPENDING, act: 'return', as: 'county-tonghai-approver' },
      { reason: '请核对在岗人数。' },
    );
    expect(await staff('tonghai', '13')).toEqual([]);
    await ask.act({ sheet: SPENDING, act: 'submission', as: 'county-tonghai' });
    await ask.act({ sheet: SPENDING, act: 'approval', as: 'county-tonghai-approver' });
    await ask.act(
      { sheet: SPENDING, act: 'reopening', as: 'officer-1' },
      { reason: '更正人数。', until: '2026-04-20' },
    );
    await ask.fill(SPENDING, 'county-tonghai', { personsOnPost: { state: 'reported', value: '12' } });
    expect(await staff('tonghai', '12')).toEqual([expect.stringContaining('支出表的在岗人数16人大于')]);
  });

  const onPost = async (county: string, month: string): Promise<string | undefined> =>
    (
      await server.sql<{ value: string }>(
        `select value from sheet_value where county_id = $1 and month = $2 and kind = 'spending' and item_id = 'personsOnPost'`,
        [county, month],
      )
    )[0]?.value;
});
