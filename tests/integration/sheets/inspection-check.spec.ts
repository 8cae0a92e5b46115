import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { afterEachEveryRuleHolds } from '../../support/rules-of-money';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { sheetRequests, type SheetRequests } from './sheet-requests';

const TODAY = '2026-04-14';
const SHEET = 'inspection/tonghai/2026-03';
const VISIT = { mode: 'visit', visitPlan: '玉司督〔2026〕3号' };

describe('how an inspection is made', () => {
  let server: TestServer;
  let ask: SheetRequests;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_TODAY: TODAY } });
    ask = sheetRequests(server);
    await server.app.get(SheetOpeningService).open();
  });

  afterAll(() => server?.close());
  afterEachEveryRuleHolds(() => server);

  const check = async (body: object, sheet = SHEET, as = 'inspector'): Promise<TestAnswer> =>
    server.request({
      method: 'PUT',
      url: `/api/sheets/${sheet}/check?program=assistants`,
      as,
      headers: { 'if-match': `"${(await ask.read(sheet)).version}"` },
      body,
    });
  const pointersOf = (answer: TestAnswer): string[] =>
    answer.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer);

  it('is asked before the sheet is submitted, and what was submitted shows it with its history', async () => {
    const answers: Record<string, object> = {};
    for (const { id, unit, asked, required } of (await ask.read(SHEET)).items) {
      const figure = unit ? { value: '0' } : {};
      if (asked && required) answers[id] = { state: 'reported', conclusion: 'pass', ...figure };
    }
    await ask.fill(SHEET, 'inspector', answers);
    const early = await ask.act({ sheet: SHEET, act: 'submission', as: 'inspector' });
    expect([early.status, pointersOf(early)]).toEqual([422, ['/check']]);

    expect((await check({ mode: 'online' })).json()).toMatchObject({
      check: { mode: 'online', visitPlan: null },
    });
    expect((await check(VISIT, SHEET, 'inspector-2')).json()).toMatchObject({ check: VISIT });
    const submitted = await ask.act({ sheet: SHEET, act: 'submission', as: 'inspector' });
    const { check: standing, events } = submitted.json<Sheet>();
    expect(standing).toEqual(VISIT);
    expect(events.map(({ act, check: said }) => [act, said?.mode ?? null])).toEqual([
      ['open', null],
      ['check', 'online'],
      ['check', 'visit'],
      ['submit', null],
    ]);
  });

  it('is not changed once the sheet is submitted', async () => {
    const answer = await check({ mode: 'online' });
    expect([answer.status, pointersOf(answer)]).toEqual([409, ['/stage']]);
    expect((await ask.read(SHEET)).check).toEqual(VISIT);
  });

  it('who said it does not approve the sheet, not by the program nor by the database', async () => {
    await server.sql(
      `insert into account_role select account_id, 'programOfficer' from account where username = 'inspector-2'`,
    );
    const own = await ask.act({ sheet: SHEET, act: 'approval', as: 'inspector-2' });
    expect([own.status, pointersOf(own)]).toEqual([422, ['/by']]);
    await expect(
      server.sql(
        `update sheet set stage = 'approved', approved_on = '2026-04-14', approved_by = 'inspector-2', approved_at = now()
         where kind = 'inspection' and county_id = 'tonghai' and month = '2026-03'`,
      ),
    ).rejects.toThrow('nobody approves what they entered');
  });

  it('what was said of it in a reopening that ended unsubmitted counts for nothing', async () => {
    const sheet = 'inspection/hongta/2026-01';
    const before = await ask.read(sheet);
    expect(before.check).toEqual({ mode: 'online', visitPlan: null });
    await ask.act({ sheet, act: 'reopening', as: 'officer-1' }, { reason: '更正。', until: TODAY });
    expect((await check(VISIT, sheet)).json()).toMatchObject({ check: VISIT });
    await server.sql(
      `update sheet set reopened_until = '2026-04-13' where kind = 'inspection' and county_id = 'hongta' and month = '2026-01'`,
    );
    expect((await ask.read(sheet)).check).toEqual(before.check);
  });

  it('is not asked of a county, whose sheets are not checked in any way', async () => {
    const answer = await check({ mode: 'online' }, 'spending/huaning/2026-03', 'county-huaning');
    expect([answer.status, pointersOf(answer)]).toEqual([422, ['/kind']]);
  });

  it('the database takes no visit without its plan, and no plan of an on-line check', async () => {
    const event = (mode: string, plan: string | null): Promise<unknown> =>
      server.sql(
        `insert into sheet_event (city_id, county_id, program_id, kind, month, number, act, by, at, check_mode, visit_plan)
         select city_id, county_id, program_id, kind, month, 99, 'check', 'inspector', now(), $1, $2
         from sheet where kind = 'inspection' and county_id = 'huaning' and month = '2026-03'`,
        [mode, plan],
      );
    await expect(event('visit', null)).rejects.toThrow('ck_sheet_event__visit_plan');
    await expect(event('online', '玉司督〔2026〕3号')).rejects.toThrow('ck_sheet_event__visit_plan');
  });
});
