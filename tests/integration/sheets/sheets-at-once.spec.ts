import { AuditTrail } from '@yuheng/backend/audit/audit-trail';
import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { afterEachEveryRuleHolds } from '../../support/rules-of-money';
import { startServer, type TestServer } from '../../support/server';
import { countyAsks, sheetRequests, type SheetRequests } from './sheet-requests';

const TODAY = '2026-04-14';

describe('sheets that several people work on', () => {
  let server: TestServer;
  let ask: SheetRequests;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_TODAY: TODAY } });
    ask = sheetRequests(server);
    await server.app.get(SheetOpeningService).open();
  });

  afterAll(() => server?.close());
  afterEachEveryRuleHolds(() => server);

  const inspection = 'inspection/tonghai/2026-03';
  const pass = (value: string): object => ({ state: 'reported', conclusion: 'pass', value });
  const versions = async (): Promise<unknown[]> =>
    server.sql(
      `select version, value, author from sheet_value
       where kind = 'inspection' and county_id = 'tonghai' and month = '2026-03' and item_id = 'staffOnPost' order by version`,
    );
  const submitted = async (county: string, persons: number): Promise<string> => {
    const sheet = `spending/${county}/2026-03`;
    await ask.fill(sheet, `county-${county}`, countyAsks(persons));
    await ask.act({ sheet, act: 'submission', as: `county-${county}` });
    return sheet;
  };
  const events = async (county: string): Promise<string[]> =>
    (
      await server.sql<{ act: string }>(
        `select act from sheet_event where kind = 'spending' and county_id = $1 and month = '2026-03' order by number`,
        [county],
      )
    ).map(({ act }) => act);

  it('of two people on one item the second is refused, and both values are readable', async () => {
    const item = { sheet: inspection, item: 'staffOnPost', version: 0 };
    const answers = await Promise.all([
      ask.save({ ...item, as: 'inspector' }, pass('19')),
      ask.save({ ...item, as: 'inspector-2' }, pass('18')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await versions()).toHaveLength(1);
    const loser = answers[0]?.status === 409 ? 'inspector' : 'inspector-2';
    const mended = await ask.save({ ...item, version: 1, as: loser }, pass('18'));
    expect(mended.json()).toMatchObject({ current: { version: 2, value: '18' } });
    expect(await versions()).toHaveLength(2);
  });

  it('the same value sent again after its answer was lost is answered, and stands once', async () => {
    const item = { sheet: inspection, item: 'laborContracts', version: 0, as: 'inspector' };
    const first = await ask.save(item, pass('19'));
    const again = await ask.save(item, pass('19'));
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.json<{ current: { version: number } }>().current.version).toBe(1);
    expect((await ask.save(item, pass('17'))).status).toBe(409);
  });

  it('of two approvals at once one is refused as a conflict, and the month is posted once', async () => {
    const sheet = await submitted('tonghai', 18);
    const { version } = await ask.read(sheet, 'county-tonghai-approver');
    const approval = { sheet, act: 'approval', as: 'county-tonghai-approver', version } as const;
    const answers = await Promise.all([ask.act(approval), ask.act(approval)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await events('tonghai')).toEqual(['open', 'submit', 'approve']);
    const lines = await server.sql(
      `select 1 from ledger_entry where county_id = 'tonghai' and source_document = 'spending/2026-03'`,
    );
    expect(lines).toHaveLength(2);
  });

  it('of an approval and a return by two approvers at once one is done, and the history has one', async () => {
    const sheet = await submitted('xinping', 16);
    await server.sql(
      `insert into account_role select account_id, 'countyApprover' from account where username = 'county-xinping-finance'`,
    );
    const { version } = await ask.read(sheet, 'county-xinping-approver');
    const answers = await Promise.all([
      ask.act({ sheet, act: 'approval', as: 'county-xinping-approver', version }),
      ask.act(
        { sheet, act: 'return', as: 'county-xinping-finance', version },
        { reason: '请核对参保人数。' },
      ),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [done, ...more] = (await events('xinping')).slice(2);
    expect([more, ['approve', 'return']]).toEqual([[], expect.arrayContaining([done])]);
    const { stage } = await ask.read(sheet, 'county-xinping-approver');
    expect(stage).toBe(done === 'approve' ? 'approved' : 'returned');
    const lines = await server.sql(
      `select 1 from ledger_entry where county_id = 'xinping' and source_document = 'spending/2026-03'`,
    );
    expect(lines).toHaveLength(done === 'approve' ? 2 : 0);
  });

  it('of two inspectors who say at once how a month was checked the second is refused', async () => {
    const { version } = await ask.read('inspection/yimen/2026-03');
    const check = (as: string, body: object) =>
      server.request({
        method: 'PUT',
        url: '/api/sheets/inspection/yimen/2026-03/check?program=assistants',
        as,
        headers: { 'if-match': `"${version}"` },
        body,
      });
    const answers = await Promise.all([
      check('inspector', { mode: 'online' }),
      check('inspector-2', { mode: 'visit', visitPlan: '玉司督〔2026〕3号' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const said = await server.sql(
      `select 1 from sheet_event where kind = 'inspection' and county_id = 'yimen' and month = '2026-03' and act = 'check'`,
    );
    expect(said).toHaveLength(1);
  });

  it('a request repeated later with its key is answered as before, and with other content refused', async () => {
    const sheet = await submitted('chengjiang', 10);
    const { version } = await ask.read(sheet, 'county-chengjiang-approver');
    const asked = {
      sheet,
      act: 'return',
      as: 'county-chengjiang-approver',
      version,
      key: 'returned-once',
    } as const;
    const first = await ask.act(asked, { reason: '请核对参保人数。' });
    await ask.act({ sheet, act: 'submission', as: 'county-chengjiang' });
    const again = await ask.act(asked, { reason: '请核对参保人数。' });
    expect([again.status, again.json()]).toEqual([200, first.json()]);
    expect((await ask.act(asked, { reason: '另有原因。' })).status).toBe(409);
    expect(await events('chengjiang')).toEqual(['open', 'submit', 'return', 'submit']);
  });

  it('a double click with one key submits once and answers both alike', async () => {
    const sheet = 'spending/yimen/2026-03';
    await ask.fill(sheet, 'county-yimen', countyAsks(13));
    const { version } = await ask.read(sheet, 'county-yimen');
    const click = { sheet, act: 'submission', as: 'county-yimen', version, key: 'one-double-click' } as const;
    const [first, second] = await Promise.all([ask.act(click), ask.act(click)]);
    expect([first?.status, second?.status]).toEqual([200, 200]);
    expect(second?.json()).toEqual(first?.json());
    expect(await events('yimen')).toEqual(['open', 'submit']);
  });

  it('an error between the work and its commit leaves nothing of it', async () => {
    const sheet = 'spending/huaning/2026-03';
    await ask.fill(sheet, 'county-huaning', countyAsks(13));
    const failing = jest
      .spyOn(AuditTrail.prototype as unknown as { append: () => Promise<void> }, 'append')
      .mockRejectedValueOnce(new Error('the server was killed'));
    const answer = await ask.act({ sheet, act: 'submission', as: 'county-huaning' });
    failing.mockRestore();
    expect(answer.status).toBe(500);
    expect((await ask.read(sheet)).stage).toBe('open');
    expect(await events('huaning')).toEqual(['open']);
    expect(
      await server.sql(`select 1 from wage_month where county_id = 'huaning' and month = '2026-03'`),
    ).toEqual([]);
  });

  it('nobody approves what they wrote, not by the program nor by the database', async () => {
    const sheet = await submitted('jiangchuan', 15);
    await server.sql(
      `insert into account_role select account_id, 'countyApprover' from account where username = 'county-jiangchuan'`,
    );
    const own = await ask.act({ sheet, act: 'approval', as: 'county-jiangchuan' });
    expect([own.status, own.json()['errors']]).toEqual([422, [expect.objectContaining({ pointer: '/by' })]]);
    const approve = (by: string): Promise<unknown> =>
      server.sql(
        `update sheet set stage = 'approved', approved_on = '2026-04-14', approved_by = $1, approved_at = now()
         where kind = 'spending' and county_id = 'jiangchuan' and month = '2026-03'`,
        [by],
      );
    await expect(approve('county-jiangchuan')).rejects.toThrow(/nobody approves|ck_sheet__approver/);
  });

  it('a locked sheet takes no value, not even past the program', async () => {
    const locked = await ask.save(
      { sheet: 'spending/tonghai/2026-03', item: 'personsPaid', as: 'county-tonghai', version: 1 },
      { state: 'reported', value: '17' },
    );
    expect(locked.status).toBe(409);
    await expect(
      server.sql(
        `insert into sheet_value (city_id, county_id, program_id, kind, month, item_id, version, state, value, evidence, author, at)
         select city_id, county_id, program_id, kind, month, 'personsPaid', 2, 'reported', '17', '[]', 'x', now()
         from sheet where kind = 'spending' and county_id = 'tonghai' and month = '2026-03'`,
      ),
    ).rejects.toThrow('the sheet is locked');
    await expect(server.sql(`update sheet_value set value = '17'`)).rejects.toThrow('append-only');
  });

  it('a sheet that is reopened is mended and approved anew; its ledger takes the former lines back', async () => {
    const sheet = 'spending/tonghai/2026-03';
    const { version } = await ask.read(sheet);
    const reopened = await ask.act(
      { sheet, act: 'reopening', as: 'officer-1', version },
      { reason: '更正发放人数。', until: '2026-04-20' },
    );
    expect(reopened.json<Sheet>()).toMatchObject({ stage: 'reopened', reopenedUntil: '2026-04-20' });
    await ask.fill(sheet, 'county-tonghai', countyAsks(17));
    await ask.act({ sheet, act: 'submission', as: 'county-tonghai' });
    const approved = await ask.act({ sheet, act: 'approval', as: 'county-tonghai-approver' });
    expect([approved.status, approved.json<Sheet>().stage]).toEqual([200, 'approved']);
    const [{ sum } = { sum: 0 }] = await server.sql<{ sum: number }>(
      `select sum(fen)::int as sum from ledger_entry
       where county_id = 'tonghai' and source_document = 'spending/2026-03'`,
    );
    expect(sum).toBe(17 * 300_000);
  });

  it('what was written in a reopening that ended unsubmitted counts for nothing', async () => {
    const sheet = 'inspection/hongta/2026-01';
    const before = await ask.read(sheet);
    await ask.act({ sheet, act: 'reopening', as: 'officer-1' }, { reason: '更正。', until: TODAY });
    await ask.fill(sheet, 'inspector', { staffOnPost: pass('1') });
    await server.sql(
      `update sheet set reopened_until = '2026-04-13' where kind = 'inspection' and county_id = 'hongta' and month = '2026-01'`,
    );
    const after = await ask.read(sheet);
    expect(after.stage).toBe('approved');
    expect(after.items).toEqual(before.items);
    await server.app.get(SheetOpeningService).open();
    expect(
      await server.sql(
        `select stage, passed from sheet where kind = 'inspection' and county_id = 'hongta' and month = '2026-01'
         union all select stage, null from inspection where county_id = 'hongta' and month = '2026-01'`,
      ),
    ).toEqual([
      { stage: 'approved', passed: before.passed },
      { stage: 'approved', passed: null },
    ]);
  });
});
