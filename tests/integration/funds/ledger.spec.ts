import { randomUUID } from 'node:crypto';
import type { LedgerEntry, LedgerBalance } from '@yuheng/shared/contract/ledger';
import { afterEachEveryRuleHolds } from '../../support/rules-of-money';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';

interface Ledger {
  readonly entries: LedgerEntry[];
  readonly next: string | null;
  readonly balances: LedgerBalance[];
  readonly acts: string[];
}

/** 2026: nothing is issued yet in the demonstration; January's wages were advanced by the counties. */
const YEAR = 2026;

describe('the ledger', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  afterEachEveryRuleHolds(() => server);

  const ROLE: Record<string, (county: string) => string> = {
    issue: () => 'finance',
    receipt: (county) => `county-${county}-finance`,
    passOn: (county) => `county-${county}-finance`,
    return: (county) => `county-${county}-finance`,
    carryOver: (county) => `county-${county}-finance`,
    payment: (county) => `county-${county}`,
    settlement: (county) => `county-${county}`,
  };
  const enter = (
    county: string,
    act: string,
    yuan: number,
    more: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      url: '/api/ledger',
      as: ROLE[act]?.(county) ?? '',
      headers,
      body: {
        program: 'assistants',
        year: YEAR,
        county,
        act,
        fen: yuan * 100,
        on: '2026-03-18',
        documentNumber: '演示财行〔2026〕1号',
        subject: '演示科目',
        ...more,
      },
    });
  const entriesOf = (answer: TestAnswer): LedgerEntry[] => answer.json<Ledger>().entries;
  const reverse = (entry: string, as: string): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      url: `/api/ledger/${entry}/reversal`,
      as,
      body: { reason: '演示更正' },
    });
  const balanceOf = async (county: string, year = YEAR): Promise<LedgerBalance | undefined> =>
    (
      await server.request({
        url: `/api/ledger?program=assistants&year=${year}&county=${county}`,
        as: 'officer-1',
      })
    ).json<Ledger>().balances[0];
  const provided = async (county: string, yuan: number): Promise<void> => {
    for (const act of ['issue', 'receipt', 'passOn'])
      expect((await enter(county, act, yuan)).status).toBe(201);
  };
  const statusAndPointers = (answer: TestAnswer) => [
    answer.status,
    (answer.json<{ errors?: { pointer: string }[] }>().errors ?? []).map(({ pointer }) => pointer),
  ];

  it('of the demonstration holds what was moved and paid, advances and their settlements included', async () => {
    const [sums] = await server.sql<Record<string, number>>(
      `select (select sum(fen)::float8 from ledger_entry where year = 2025 and month_worked is not null and source <> 'countyPart') as ledger,
         (select sum(city_part_paid_fen)::float8 from wage_month where month like '2025-%' and stage = 'approved') as sheets,
         (select count(*)::int from ledger_entry where kind = 'settlement') as settlements`,
    );
    expect(sums?.['ledger']).toBe(sums?.['sheets']);
    expect(sums?.['settlements']).toBeGreaterThan(20);
  });

  it('takes the four links one after the other, each by its own office, and no more than came before', async () => {
    expect(statusAndPointers(await enter('hongta', 'receipt', 1))).toEqual([422, ['/fen']]);
    await provided('hongta', 1000);
    expect(statusAndPointers(await enter('hongta', 'receipt', 1))).toEqual([422, ['/fen']]);
    expect(statusAndPointers(await enter('hongta', 'passOn', 1))).toEqual([422, ['/fen']]);
    expect((await enter('hongta', 'payment', 600, { source: 'cityGrant' })).status).toBe(201);
    expect(statusAndPointers(await enter('hongta', 'payment', 401, { source: 'cityGrant' }))).toEqual([
      422,
      ['/fen'],
    ]);
    expect(await balanceOf('hongta')).toMatchObject({ receivedFen: 100_000, availableFen: 40_000 });
    for (const [act, as] of [
      ['issue', 'county-hongta-finance'],
      ['receipt', 'finance'],
      ['passOn', 'county-hongta'],
      ['payment', 'finance'],
    ] as const) {
      const body = { program: 'assistants', year: YEAR, county: 'hongta', act, fen: 1, on: '2026-03-18' };
      const answer = await server.request({
        method: 'POST',
        url: '/api/ledger',
        as,
        body: { ...body, documentNumber: '1', subject: '1' },
      });
      expect([act, answer.status]).toEqual([act, 403]);
    }
  });

  it('settles an advance by two linked entries, and never more than is unsettled', async () => {
    await provided('eshan', 20_000);
    const [advance] = (
      await server.request({
        url: '/api/ledger?program=assistants&year=2026&county=eshan',
        as: 'county-eshan',
      })
    )
      .json<Ledger>()
      .entries.filter(({ source }) => source === 'countyAdvance');
    const owed = (advance?.unsettledFen ?? 0) / 100;
    expect(owed).toBeGreaterThan(1000);
    const settle = (yuan: number) => enter('eshan', 'settlement', yuan, { advance: advance?.id });
    expect(statusAndPointers(await settle(owed + 1))).toEqual([422, ['/fen']]);
    const first = entriesOf(await settle(1000));
    expect(first.map(({ source, kind, fen, settles }) => ({ source, kind, fen, settles }))).toEqual([
      { source: 'countyAdvance', kind: 'settlement', fen: -100_000, settles: advance?.id },
      { source: 'cityGrant', kind: 'settlement', fen: 100_000, settles: advance?.id },
    ]);
    expect(statusAndPointers(await settle(owed))).toEqual([422, ['/fen']]);
    const undone = entriesOf(await reverse(first[0]?.id ?? '', 'county-eshan'));
    expect(undone.map(({ fen }) => fen)).toEqual([-100_000, 100_000]);
    expect((await settle(owed)).status).toBe(201);
    expect(statusAndPointers(await enter('eshan', 'settlement', 1, { advance: randomUUID() }))).toEqual([
      422,
      ['/advance'],
    ]);
  });

  it('takes an entry back once, exactly, and never a reversal', async () => {
    const [issue] = entriesOf(await enter('yimen', 'issue', 500));
    const answer = await reverse(issue?.id ?? '', 'finance');
    const [reversal] = entriesOf(answer);
    expect(reversal).toMatchObject({
      kind: 'reversal',
      fen: -50_000,
      reverses: issue?.id,
      reason: '演示更正',
    });
    expect((await reverse(issue?.id ?? '', 'finance')).status).toBe(422);
    expect((await reverse(reversal?.id ?? '', 'finance')).status).toBe(422);
    expect((await reverse(randomUUID(), 'finance')).status).toBe(404);
    expect(await balanceOf('yimen')).toMatchObject({ issuedFen: 0 });
  });

  it('does not take back what a later entry rests on, nor a wage line by hand', async () => {
    const [issue] = entriesOf(await enter('huaning', 'issue', 500));
    await enter('huaning', 'receipt', 500);
    expect((await reverse(issue?.id ?? '', 'finance')).status).toBe(409);
    const lines = (
      await server.request({
        url: '/api/ledger?program=assistants&year=2026&county=huaning',
        as: 'county-huaning',
      })
    ).json<Ledger>().entries;
    const wages = lines.find(({ sourceDocument }) => sourceDocument !== null);
    expect(wages).toMatchObject({ sourceDocument: 'spending/2026-01', reversible: false });
    expect((await reverse(wages?.id ?? '', 'county-huaning')).status).toBe(422);
  });

  it('returns and carries over what is not paid, first what was passed on, into the year after', async () => {
    await provided('chengjiang', 1000);
    expect((await enter('chengjiang', 'payment', 100, { source: 'cityGrant' })).status).toBe(201);
    const returned = entriesOf(await enter('chengjiang', 'return', 300));
    expect(returned.map(({ link, fen }) => [link, fen])).toEqual([
      ['passOn', -30_000],
      ['receipt', -30_000],
    ]);
    expect(await balanceOf('chengjiang')).toMatchObject({ receivedFen: 70_000, returnedFen: 30_000 });
    expect(statusAndPointers(await enter('chengjiang', 'receipt', 1))).toEqual([422, ['/fen']]);
    expect(statusAndPointers(await enter('chengjiang', 'carryOver', 601))).toEqual([422, ['/fen']]);
    const carried = entriesOf(await enter('chengjiang', 'carryOver', 600));
    expect(carried.map(({ year, link, fen }) => [year, link, fen])).toEqual([
      [2026, 'passOn', -60_000],
      [2026, 'receipt', -60_000],
      [2026, 'issue', -60_000],
      [2027, 'issue', 60_000],
      [2027, 'receipt', 60_000],
      [2027, 'passOn', 60_000],
    ]);
    expect(await balanceOf('chengjiang', 2027)).toMatchObject({ receivedFen: 60_000, availableFen: 60_000 });
    expect((await reverse(carried[4]?.id ?? '', 'county-chengjiang-finance')).status).toBe(201);
    expect(await balanceOf('chengjiang')).toMatchObject({ receivedFen: 70_000, availableFen: 60_000 });
    const back = await reverse(returned[1]?.id ?? '', 'county-chengjiang-finance');
    expect(back.status).toBe(201);
    expect(await balanceOf('chengjiang')).toMatchObject({ receivedFen: 100_000, returnedFen: 0 });
  });

  it('lets one of two payments at one moment through where the grant is enough for one', async () => {
    await provided('tonghai', 1000);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => enter('tonghai', 'payment', 600, { source: 'cityGrant' })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409 || status === 422)).toHaveLength(5);
    expect(await balanceOf('tonghai')).toMatchObject({ availableFen: 40_000 });
  });

  it('does once what is sent twice with its Idempotency-Key, and refuses the key for other content', async () => {
    const headers = { 'idempotency-key': 'double-click-1' };
    const both = await Promise.all([1, 2].map(() => enter('xinping', 'issue', 700, {}, headers)));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.text).toBe(both[1]?.text);
    expect(await balanceOf('xinping')).toMatchObject({ issuedFen: 70_000 });
    expect((await enter('xinping', 'issue', 701, {}, headers)).status).toBe(409);
  });

  it('takes nothing in a closed month or of a closed year, nothing of tomorrow, nothing of a foreign county', async () => {
    expect(statusAndPointers(await enter('hongta', 'issue', 1, { year: 2024 }))).toEqual([422, ['/year']]);
    expect(statusAndPointers(await enter('hongta', 'issue', 1, { on: '2024-05-06' }))).toEqual([
      422,
      ['/on'],
    ]);
    expect(statusAndPointers(await enter('hongta', 'issue', 1, { on: '2026-03-21' }))).toEqual([
      422,
      ['/on'],
    ]);
    const foreign = { program: 'assistants', year: YEAR, county: 'hongta', act: 'receipt', fen: 1 };
    expect(
      (
        await server.request({
          method: 'POST',
          url: '/api/ledger',
          as: 'county-yimen-finance',
          body: { ...foreign, on: '2026-03-18', documentNumber: '1', subject: '1' },
        })
      ).status,
    ).toBe(404);
  });

  it('flags spending above the budget and lets it pass', async () => {
    const [{ budget } = { budget: 0 }] = await server.sql<{ budget: number }>(
      `select adjusted_budget_fen::float8 as budget from program_post where county_id = 'yuanjiang' and year = 2026`,
    );
    expect((await enter('yuanjiang', 'payment', budget / 100, { source: 'countyAdvance' })).status).toBe(201);
    expect(await balanceOf('yuanjiang')).toMatchObject({ overBudget: true });
    expect(await balanceOf('yimen')).toMatchObject({ overBudget: false });
  });

  it('is read a page at a time without a gap or a double', async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const cursor: string = next === null ? '' : `&cursor=${next}`;
      const answer: TestAnswer = await server.request({
        url: `/api/ledger?program=assistants&year=2025${cursor}`,
        as: 'leader',
      });
      const page: Ledger = answer.json<Ledger>();
      seen.push(...page.entries.map(({ id }) => id));
      next = page.next;
    } while (next !== null);
    const stored = await server.sql<{ id: string }>(
      `select entry_id as id from ledger_entry where year = 2025 order by dated_on, county_id collate "C", number`,
    );
    expect(seen).toEqual(stored.map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(200);
  });
});
