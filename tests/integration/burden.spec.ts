import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import { startServer, type TestServer } from '../support/server';
import { countyAsks, sheetRequests, type SheetRequests } from './sheets/sheet-requests';

interface BurdenAnswer {
  readonly headline: { zh: string };
  readonly counties: readonly {
    id: string;
    months: { month: string; asked: number; entered: number; minutes: number; returned: number }[];
  }[];
}

describe('the burden of reporting', () => {
  let server: TestServer;
  let ask: SheetRequests;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_TODAY: '2026-04-14' } });
    ask = sheetRequests(server);
    await server.app.get(SheetOpeningService).open();
  });

  afterAll(() => server?.close());

  const read = async (as: string): Promise<BurdenAnswer> =>
    (await server.request({ url: '/api/burden?program=assistants&year=2026', as })).json();
  const march = async (county: string, as = 'leader') =>
    (await read(as)).counties
      .find(({ id }) => id === county)
      ?.months.find(({ month }) => month === '2026-03');

  it('of a month nobody has touched is what its sheets ask, and no time', async () => {
    // Nine figures of spending and nine of workload: no more than twenty (rules.md section 5).
    expect(await march('eshan')).toEqual({
      month: '2026-03',
      asked: 18,
      entered: 0,
      minutes: 0,
      returned: 0,
    });
  });

  it('counts each figure once however often it is changed, and what was sent back', async () => {
    const [sheet, as] = ['spending/tonghai/2026-03', 'county-tonghai'];
    await ask.fill(sheet, as, countyAsks(18));
    await ask.fill(sheet, as, { personsInsured: { state: 'reported', value: '17' } });
    await ask.act({ sheet, act: 'submission', as });
    await ask.act({ sheet, act: 'return', as: 'county-tonghai-approver' }, { reason: '请核对参保人数。' });
    expect(await march('tonghai')).toMatchObject({
      // The city part due and the gross wage follow from other figures: nobody is asked for them.
      entered: Object.keys(countyAsks(18)).length - 2,
      returned: 1,
    });
  });

  it('takes the time between saves of one person on one sheet, but no pause, and a minute for each stretch', async () => {
    const value = (item: string, author: string, at: string): string =>
      `('530400', 'huaning', 'assistants', 'spending', '2026-03', '${item}', 1, 'reported', '0', null, null, '[]', '${author}',
        '2026-04-02T${at}Z')`;
    await server.sql(`insert into sheet_value (city_id, county_id, program_id, kind, month, item_id, version, state, value,
      conclusion, reason, evidence, author, at) values ${[
        // One stretch: 60 + 30 + 300 seconds; a pause of 301 seconds ends it, and the next one is a minute.
        value('personsOnPost', 'county-huaning', '01:00:00'),
        value('personsPaid', 'county-huaning', '01:00:30'),
        value('personsInsured', 'county-huaning', '01:05:30'),
        value('grossWage', 'county-huaning', '01:10:31'),
        // Another person's stretch beside it.
        value('countyPart', 'county-huaning-approver', '01:00:10'),
      ].join(', ')}`);
    // 390 + 60 + 60 seconds are 8.5 minutes: begun ones count whole.
    expect(await march('huaning')).toMatchObject({ entered: 4, minutes: 9 });
  });

  it('of a month that is confirmed as unchanged counts nothing as entered but what somebody typed', async () => {
    const key = `'530400', 'yimen', 'assistants', 'workload', '2026-03'`;
    const value = (item: string, at: string): string =>
      `(${key}, '${item}', 1, 'reported', '1', null, null, '[]', 'county-yimen', '2026-04-03T${at}Z')`;
    await server.sql(`insert into sheet_value (city_id, county_id, program_id, kind, month, item_id, version, state, value,
      conclusion, reason, evidence, author, at)
      values ${value('supervisedNew', '02:00:00')}, ${value('resettled', '02:00:59.990')}, ${value('assessments', '02:00:59.995')}`);
    await server.sql(`insert into sheet_event (city_id, county_id, program_id, kind, month, number, act, by, at)
      values (${key}, 2, 'confirmUnchanged', 'county-yimen', '2026-04-03T02:01:00Z')`);
    expect(await march('yimen')).toMatchObject({ entered: 1, minutes: 1 });
  });

  it('is read by a county of itself alone, and by the city of all counties', async () => {
    expect((await read('county-tonghai')).counties.map(({ id }) => id)).toEqual(['tonghai']);
    const city = await read('finance');
    expect(city.counties).toHaveLength(9);
    expect(city.headline.zh).toMatch(
      /^平均每县（市、区）每月要求填报 \d+\.\d 项，填报用时 \d+\.\d 分钟；共退回 1 次。$/,
    );
    const months = city.counties.flatMap((one) => one.months);
    expect(Math.max(...months.map(({ asked }) => asked))).toBeLessThanOrEqual(20);
  });
});
