import { ownAct } from '@yuheng/backend/audit/act';
import { AuditTrail } from '@yuheng/backend/audit/audit-trail';
import type { Scope } from '@yuheng/backend/database/scope';
import { FundsService, type Wages } from '@yuheng/backend/funds/funds.service';
import { INVARIANTS } from '@yuheng/backend/funds/invariants.queries';
import { fen } from '@yuheng/shared/domain/money/fen';
import { isoDate, monthsOfYear, yearMonth } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { Client } from 'pg';
import { under } from '../../support/row-security';
import { startServer, type TestServer } from '../../support/server';

const CITY = '530400';
const MONTH = yearMonth('2026-02');

describe('the wages of approved sheets, and months that are closed', () => {
  let server: TestServer;
  let funds: FundsService;

  beforeAll(async () => {
    server = await startServer();
    funds = server.app.get(FundsService);
  });

  afterAll(() => server?.close());

  const within = <Result>(
    work: (tx: EntityManager) => Promise<Result>,
    county = 'hongta',
  ): Promise<Result> => {
    const scope: Scope = { counties: [county], city: CITY, account: null, duties: [] };
    return server.app.get(AuditTrail).record(ownAct('trial'), scope, work);
  };
  const wages = (changes: Partial<Wages> = {}): Wages => ({
    county: 'hongta',
    program: 'assistants',
    month: MONTH,
    paidOn: isoDate('2026-03-12'),
    cityGrantFen: fen(0),
    countyAdvanceFen: fen(2_500_000),
    countyPartFen: fen(1_000_000),
    by: 'county-hongta-approver',
    ...changes,
  });
  const linesOf = (month: string, county = 'hongta') =>
    server.sql<{ source: string; kind: string; fen: number }>(
      `select source, kind, fen::float8 as fen from ledger_entry where county_id = $1 and month_worked = $2 order by number`,
      [county, month],
    );
  const post = (given: Wages) => within((tx) => funds.postWages(tx, given), given.county);

  it('are posted once however often they are approved, and anew where their figures changed', async () => {
    await post(wages());
    await post(wages());
    expect(await linesOf(MONTH)).toEqual([
      { source: 'countyAdvance', kind: 'ordinary', fen: 2_500_000 },
      { source: 'countyPart', kind: 'ordinary', fen: 1_000_000 },
    ]);
    await post(wages({ countyPartFen: fen(1_100_000) }));
    expect((await linesOf(MONTH)).slice(2)).toEqual([
      { source: 'countyPart', kind: 'reversal', fen: -1_000_000 },
      { source: 'countyAdvance', kind: 'reversal', fen: -2_500_000 },
      { source: 'countyAdvance', kind: 'ordinary', fen: 2_500_000 },
      { source: 'countyPart', kind: 'ordinary', fen: 1_100_000 },
    ]);
    await post(wages({ paidOn: null }));
    const left = await linesOf(MONTH);
    expect(left.reduce((sum, { fen: amount }) => sum + amount, 0)).toBe(0);
  });

  it('are refused where the grant has not arrived, and leave nothing', async () => {
    const refused = post(
      wages({ month: yearMonth('2026-01'), cityGrantFen: fen(1), countyAdvanceFen: fen(0) }),
    );
    await expect(refused).rejects.toMatchObject({ slug: 'refused' });
    expect((await linesOf('2026-01')).every(({ kind }) => kind === 'ordinary')).toBe(true);
  });

  it('are not posted anew over an advance that is settled', async () => {
    const again = wages({ month: yearMonth('2025-01'), countyAdvanceFen: fen(1) });
    await expect(post(again)).rejects.toMatchObject({ slug: 'refused' });
  });

  it('are refused in a year that is closed, and taken again once it is open', async () => {
    const late = wages({ month: yearMonth('2024-12'), cityGrantFen: fen(1), countyAdvanceFen: fen(0) });
    await expect(post(late)).rejects.toMatchObject({ slug: 'refused' });
    const months = { program: 'assistants', months: monthsOfYear(2024), by: 'officer-1' } as const;
    await within((tx) => funds.reopenMonths(tx, { ...months, reason: '更正' }));
    await post(late);
    await within((tx) => funds.closeMonths(tx, months));
    await expect(post({ ...late, cityGrantFen: fen(2) })).rejects.toMatchObject({ slug: 'refused' });
    expect(
      await server.sql(`select count(*)::int as closed from closed_month where reopened_at is null`),
    ).toEqual([{ closed: 12 }]);
  });

  it('a closing waits for the entry that is on its way, and the next entry finds the month closed', async () => {
    const month = yearMonth('2026-02');
    const order: string[] = [];
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const entry = within(async (tx) => {
      await funds.postWages(tx, wages({ paidOn: isoDate('2026-02-20') }));
      await held;
      order.push('entered');
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const closing = within((tx) =>
      funds.closeMonths(tx, { program: 'assistants', months: [month], by: 'officer-1' }),
    ).then(() => order.push('closed'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    letGo();
    await Promise.all([entry, closing]);
    expect(order).toEqual(['entered', 'closed']);
    await expect(post(wages({ paidOn: isoDate('2026-02-21') }))).rejects.toMatchObject({ slug: 'refused' });
  });

  describe('the database', () => {
    let app: Client;

    beforeAll(async () => {
      app = new Client({ connectionString: server.database.appUrl });
      await app.connect();
    });

    afterAll(() => app?.end());

    const insert = (values: Record<string, unknown>): string => {
      const row = {
        city_id: CITY,
        county_id: 'yimen',
        program_id: 'assistants',
        year: 2026,
        entry_id: '00000000-0000-4000-8000-000000000001',
        number: 0,
        group_id: '00000000-0000-4000-8000-000000000002',
        link: 'issue',
        source: 'cityGrant',
        kind: 'ordinary',
        fen: 100,
        dated_on: '2026-03-18',
        entered_at: '2026-03-18T00:00:00Z',
        ...values,
      };
      const cells = Object.values(row).map((value) => `'${String(value)}'`);
      return `insert into ledger_entry (${Object.keys(row).join(', ')}) values (${cells.join(', ')})`;
    };
    const second = { entry_id: '00000000-0000-4000-8000-000000000003' };
    const FIRST = '00000000-0000-4000-8000-000000000001';
    const check = 'set constraints all immediate';

    it.each<[string, string, readonly Record<string, unknown>[]]>([
      ['more received than issued', 'ck_ledger_balance__received', [{ link: 'receipt' }]],
      ['more passed on than received', 'ck_ledger_balance__passed_on', [{}, { ...second, link: 'passOn' }]],
      [
        'more paid from the grant than received',
        'ck_ledger_balance__granted',
        [{}, { ...second, link: 'payment' }],
      ],
      [
        'a reversal of another amount',
        'ck_ledger_entry__reversal',
        [{}, { ...second, kind: 'reversal', fen: -99, reverses: FIRST }],
      ],
      ['a closed month', 'ck_ledger_entry__open_month', [{ dated_on: '2024-03-18' }]],
      ['a closed year', 'ck_ledger_entry__open_month', [{ year: 2024 }]],
      [
        'a settlement of what is no advance',
        'ck_ledger_entry__advance',
        [
          { link: 'payment', source: 'countyPart' },
          {
            ...second,
            link: 'payment',
            source: 'countyAdvance',
            kind: 'settlement',
            fen: -1,
            settles: FIRST,
          },
        ],
      ],
      [
        'more settled than advanced',
        'ck_ledger_entry__unsettled',
        [
          { link: 'payment', source: 'countyAdvance' },
          {
            ...second,
            link: 'payment',
            source: 'countyAdvance',
            kind: 'settlement',
            fen: -101,
            settles: FIRST,
          },
        ],
      ],
      [
        'a settlement of one side',
        'ck_ledger_entry__both_sides',
        [
          { link: 'payment', source: 'countyAdvance' },
          {
            ...second,
            link: 'payment',
            source: 'countyAdvance',
            kind: 'settlement',
            fen: -1,
            settles: FIRST,
          },
        ],
      ],
      [
        'a receipt of what was returned once more, although nothing more was issued',
        'ck_ledger_balance__received',
        [
          {},
          { ...second, link: 'receipt' },
          { entry_id: '00000000-0000-4000-8000-000000000004', link: 'receipt', kind: 'return', fen: -40 },
          { entry_id: '00000000-0000-4000-8000-000000000005', link: 'receipt', fen: 1 },
        ],
      ],
      [
        'an entry by hand without its document number and accounting subject',
        'ck_ledger_entry__document',
        [{ entered_by: 'finance', document_number: '演示财行〔2026〕1号' }],
      ],
      [
        'a wage line without the month worked',
        'ck_ledger_entry__wages',
        [{ link: 'payment', source: 'countyPart', source_document: 'spending/2026-02' }],
      ],
      ['a carry-over of one side', 'ck_ledger_entry__both_sides', [{ kind: 'carryOver' }]],
      [
        'a reversal of half an act',
        'ck_ledger_entry__whole_act',
        [
          {},
          second,
          {
            entry_id: '00000000-0000-4000-8000-000000000004',
            kind: 'reversal',
            fen: -100,
            reverses: FIRST,
            group_id: FIRST,
          },
        ],
      ],
    ])('refuses %s', async (_, constraint, rows) => {
      const scope = { counties: ['yimen'], city: CITY };
      const refused = under(app, scope, ...rows.map((row) => insert(row)), check);
      await expect(refused).rejects.toMatchObject({ constraint });
    });

    it('lets nobody but the trigger write a balance, and post_ledger_entry is called by nobody', async () => {
      const scope = { counties: ['yimen'], city: CITY };
      await expect(under(app, scope, 'update ledger_balance set issued_fen = 1')).rejects.toThrow(
        /permission denied/,
      );
      await expect(under(app, scope, 'select post_ledger_entry()')).rejects.toThrow(/trigger/);
    });
  });

  it('a breach of any rule of money would be found by the live check', async () => {
    await server.sql('alter table ledger_entry disable trigger user');
    await server.sql('alter table ledger_entry drop constraint uq_ledger_entry__reverses');
    const row = (n: number, values: string): string =>
      `insert into ledger_entry (city_id, county_id, program_id, year, entry_id, number, group_id, link, source, kind, fen, dated_on,
         entered_at, reverses, settles) values ('530400', 'yimen', 'assistants', 2030,
         '00000000-0000-4000-8000-00000000000${n}', ${n}, '00000000-0000-4000-8000-00000000000${n}', ${values})`;
    const id = (n: number): string => `'00000000-0000-4000-8000-00000000000${n}'`;
    for (const statement of [
      row(1, `'payment', 'countyAdvance', 'ordinary', 100, '2024-03-01', now(), null, null`),
      row(2, `'payment', 'countyAdvance', 'settlement', -200, '2030-03-01', now(), null, ${id(1)}`),
      row(3, `'receipt', 'cityGrant', 'carryOver', 100, '2030-03-01', now(), null, null`),
      row(4, `'passOn', 'cityGrant', 'ordinary', 300, '2030-03-01', now(), null, null`),
      row(5, `'payment', 'cityGrant', 'ordinary', 500, '2030-03-01', now(), null, null`),
      row(7, `'payment', 'cityGrant', 'reversal', -299, '2030-03-01', now(), ${id(5)}, null`),
      `update ledger_entry set group_id = ${id(4)} where entry_id = ${id(5)}`,
      `update wage_month set county_part_fen = county_part_fen + 1 where county_id = 'yimen' and month = '2025-03'`,
    ]) {
      await server.sql(statement);
    }
    const answer = await server.request({ url: '/api/administration/invariants', as: 'officer-1' });
    const { rules } = answer.json<{ rules: { id: string; holds: boolean }[] }>();
    expect(rules.filter(({ holds }) => holds).map(({ id: held }) => held)).toEqual([]);
    expect(rules).toHaveLength(INVARIANTS.length);
  });
});
