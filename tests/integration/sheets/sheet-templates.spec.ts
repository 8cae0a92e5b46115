import { Settings } from '@yuheng/backend/config/settings';
import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { DEFAULT_TEMPLATES } from '@yuheng/shared/domain/sheets/templates/default-templates';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { opened } from '../imports/filled-workbook';
import { sheetRequests, type SheetRequests } from './sheet-requests';

const { items, rules } = DEFAULT_TEMPLATES.workload;
/** Asks one figure less, and first of all one that nobody asked before. */
const CHANGED = {
  validFrom: '2026-03',
  items: [
    {
      id: 'volunteers',
      name: { zh: '社会志愿者', en: 'Volunteers' },
      answer: 'count',
      unit: { zh: '人', en: 'persons' },
      frequency: 'monthly',
      required: true,
    },
    ...items.filter(({ id }) => id !== 'justiceOffices'),
  ],
  rules,
  reason: '增加志愿者人数，司法所数不再填报。',
};

describe('a new version of a template', () => {
  let server: TestServer;
  let ask: SheetRequests;

  beforeAll(async () => {
    // March 2026 is still to be opened on this day.
    server = await startServer({ variables: { YUHENG_TODAY: '2026-03-20' } });
    ask = sheetRequests(server);
    await server.app.get(SheetOpeningService).open();
  });

  afterAll(() => server?.close());

  const publish = (body: object, version: number): Promise<TestAnswer> =>
    server.request({
      method: 'PUT',
      url: '/api/sheet-templates/workload?program=assistants',
      as: 'officer-1',
      headers: { 'if-match': `"${version}"` },
      body,
    });
  const gathered = (): Promise<unknown[]> =>
    server.sql(
      `select s.*, (select jsonb_agg(v order by v.item_id, v.version) from sheet_value v
         where (v.county_id, v.program_id, v.kind, v.month) = (s.county_id, s.program_id, s.kind, s.month)) as said
       from sheet s order by kind, county_id, month`,
    );
  const scored = (): Promise<unknown[]> =>
    server.sql('select * from workload_month order by county_id, month');

  it('moves nothing of the months before it: their sheets, values and figures stay as they are', async () => {
    const [before, figures] = [await gathered(), await scored()];
    const page = await ask.read('workload/huaning/2026-02');
    const published = await publish(CHANGED, 1);
    expect([published.status, published.json()]).toMatchObject([200, { version: 2, validFrom: '2026-03' }]);
    await server.app.get(SheetOpeningService).open();
    expect(await gathered()).toEqual(before);
    expect(await scored()).toEqual(figures);
    expect(await ask.read('workload/huaning/2026-02')).toEqual(page);
  });

  it('keeps the kind of answer of each item that was asked before, in whatever version', async () => {
    const asWords = items.map((item) =>
      item.id === 'justiceOffices' ? { ...item, answer: 'text', unit: undefined } : item,
    );
    const answer = await publish({ ...CHANGED, items: asWords }, 2);
    expect([answer.status, answer.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/items/10/answer' }] },
    ]);
    expect(answer.text).toContain('“司法所数”（编号justiceOffices）在第1版中填写的是个数，不能改为文字');
  });

  it('is what the month asks from which it is in force, in its order, also in the workbook', async () => {
    const all = await server.sql<{ id: string }>(`select place_id as id from place where kind = 'county'`);
    const clock = jest.spyOn(server.app.get(Settings).clock, 'today').mockReturnValue(isoDate('2026-04-01'));
    try {
      expect(await server.app.get(SheetOpeningService).open()).toBe(3 * all.length);
      const march = await ask.read('workload/huaning/2026-03');
      expect(march.templateVersion).toBe(2);
      expect(march.items.map(({ id }) => id)).toEqual(CHANGED.items.map(({ id }) => id));
      const { bytes } = await server.request({
        url: '/api/sheets/workload/huaning/2026-03/workbook?program=assistants',
        as: 'county-huaning',
      });
      const [table] = (await opened(bytes)).worksheets;
      expect(march.items.map((_, index) => table?.getCell(`B${4 + index}`).value)).toEqual(
        CHANGED.items.map(({ name }) => name.zh),
      );
      expect((await ask.read('workload/huaning/2026-02')).templateVersion).toBe(1);
    } finally {
      clock.mockRestore();
    }
  });

  it('a month that was opened already keeps its version, and none is published for it', async () => {
    const early = await publish({ ...CHANGED, validFrom: '2026-02' }, 2);
    expect([early.status, early.json()]).toMatchObject([422, { errors: [{ pointer: '/validFrom' }] }]);
  });
});
