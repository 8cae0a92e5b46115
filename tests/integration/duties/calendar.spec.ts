import type { Problem } from '@yuheng/shared/contract/problem';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';

interface Duty {
  readonly rule: string;
  readonly county: string | null;
  readonly month: string | null;
  readonly dueOn: string;
  readonly doneOn: string | null;
  readonly state: string;
  readonly own: boolean;
}

interface Calendar {
  readonly asOf: string;
  readonly duties: readonly Duty[];
  readonly reminders: readonly Duty[];
  readonly rules: readonly { rule: string; year: number; basis: { zh: string }; binding: boolean }[];
  readonly counts: Record<'all' | 'own', { overdue: number; dueSoon: number; asked: number }>;
  readonly total: number;
  readonly next: number | null;
}

describe('the calendar of duties', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const read = async (as: string, from: string, to: string, more = ''): Promise<Calendar> => {
    const answer = await server.request({
      url: `/api/duties?program=assistants&from=${from}&to=${to}${more}`,
      as,
    });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.json();
  };
  const put = (url: string, version: number, body: object, as = 'officer-1'): Promise<TestAnswer> =>
    server.request({ method: 'PUT', url, as, headers: { 'if-match': `"${version}"` }, body });

  it('says of every sheet what the inspections page says of it', async () => {
    const { duties } = await read('leader', '2026-02-01', '2026-03-31');
    const inspections = duties.filter(({ rule }) => rule === 'inspection');
    expect(inspections.map(({ dueOn }) => dueOn)).toEqual([
      ...Array<string>(9).fill('2026-02-08'),
      ...Array<string>(9).fill('2026-03-08'),
    ]);
    const sheets = await server.sql<{ county: string; month: string; stage: string; on: string | null }>(
      `select county_id as county, month, stage, submitted_on::text as "on" from inspection
       where month in ('2026-01', '2026-02')`,
    );
    for (const { county, month, dueOn, doneOn, state } of inspections) {
      const sheet = sheets.find((one) => one.county === county && one.month === month);
      const done = sheet && sheet.on !== null && !['open', 'returned', 'notDue'].includes(sheet.stage);
      expect([county, doneOn]).toEqual([county, done ? sheet.on : null]);
      expect([county, month, state]).toEqual([
        county,
        month,
        done ? ((sheet.on ?? '') > dueOn ? 'late' : 'done') : 'overdue',
      ]);
    }
  });

  it('shows a county its own duties and those of the whole city, and no other county’s', async () => {
    const { duties, counts } = await read('county-hongta', '2025-04-01', '2026-03-31');
    expect(new Set(duties.map(({ county }) => county))).toEqual(new Set(['hongta', null]));
    const own = new Set(duties.filter((one) => one.own).map(({ rule }) => rule));
    const yearly = ['midYearMonitoring', 'selfEvaluation'];
    const asked = ['documentRequest', 'reply'];
    expect(own).toEqual(new Set(['filing', 'spending', 'workload', ...yearly, ...asked]));
    const all = await read('leader', '2025-04-01', '2026-03-31');
    expect(all.duties.filter(({ county }) => county === 'hongta').map(withoutOwn)).toEqual(
      duties.filter(({ county }) => county === 'hongta').map(withoutOwn),
    );
    expect(all.counts.all.overdue).toBeGreaterThanOrEqual(counts.all.overdue);
    expect(all.counts.own).toEqual({ overdue: 0, dueSoon: 0, asked: 0 });
  });

  it('reminds of what is overdue or due soon whatever the window, the own first, and counts the same', async () => {
    const answer = await server.request({ url: '/api/duties?program=assistants', as: 'officer-1' });
    const calendar = answer.json<Calendar & { from: string; to: string }>();
    expect([calendar.from, calendar.to]).toEqual(['2026-03-01', '2026-03-31']);
    const states = calendar.reminders.map(({ state }) => state);
    expect(new Set(states).size).toBeGreaterThan(0);
    expect(states.filter((state) => !['overdue', 'dueSoon', 'asked'].includes(state))).toEqual([]);
    const { all, own } = calendar.counts;
    const sumOf = ({ overdue, dueSoon, asked }: typeof own): number => overdue + dueSoon + asked;
    expect(calendar.reminders).toHaveLength(sumOf(all));
    expect(calendar.reminders.map((one) => one.own)).toEqual([
      ...Array<boolean>(sumOf(own)).fill(true),
      ...Array<boolean>(sumOf(all) - sumOf(own)).fill(false),
    ]);
  });

  it('counts for the mark beside its name what the calendar counts for the reader’s own bureau', async () => {
    for (const as of [
      'officer-1',
      'inspector',
      'finance',
      'county-huaning',
      'county-huaning-finance',
      'leader',
    ]) {
      const { counts } = await read(as, '2026-03-01', '2026-03-31');
      const counted = await server.request({ url: '/api/duties/count?program=assistants', as });
      expect([as, counted.json()]).toEqual([
        as,
        { program: 'assistants', asOf: '2026-03-20', ...counts.own },
      ]);
    }
  });

  it('starts the clock of a filing at receipt and prints the text of 2022 as its basis', async () => {
    const { duties, rules } = await read('officer-1', '2025-04-01', '2026-03-31');
    const filings = duties.filter(({ rule }) => rule === 'filing');
    expect(filings).toHaveLength(9);
    const late = await server.sql<{ county: string }>(
      `select county_id as county from filing where program_id = 'assistants' and year = 2025 and filed_on is not null
       group by 1 having count(*) = 4 order by 1`,
    );
    expect(
      filings
        .filter(({ doneOn }) => doneOn !== null)
        .map(({ county }) => county)
        .sort(),
    ).toEqual(late.map(({ county }) => county));
    expect(rules.find(({ rule, year }) => rule === 'filing' && year === 2025)?.basis.zh).toContain(
      '（2022年文本，2025年文本未重申）',
    );
  });

  it('never says overdue where no basis is in force or no record is held', async () => {
    const { duties, rules } = await read('leader', '2025-03-21', '2026-03-20');
    const binding = new Set(rules.filter((one) => one.binding).map(({ rule }) => rule));
    expect(binding).toEqual(
      new Set(['issue', 'passOn', 'filing', 'inspection', 'spending', 'documentRequest']),
    );
    const free = duties.filter(({ rule }) => !binding.has(rule)).map(({ state }) => state);
    expect(free).toContain('reminder');
    expect(free.filter((state) => state === 'overdue' || state === 'late')).toEqual([]);
  });

  it('of the mediation money reminds of the days that the text of 2025 names', async () => {
    const answer = await server.request({
      url: '/api/duties?program=mediation&from=2025-01-01&to=2025-12-31',
      as: 'leader',
    });
    expect(answer.json<Calendar>().duties.map(({ rule, dueOn, state }) => [rule, dueOn, state])).toEqual([
      ['claims', '2025-03-31', 'reminder'],
      ['claims', '2025-06-30', 'reminder'],
      ['payout', '2025-06-30', 'reminder'],
      ['claims', '2025-09-30', 'reminder'],
      ['claims', '2025-12-31', 'reminder'],
      ['payout', '2025-12-31', 'reminder'],
    ]);
  });

  it('once its basis is ended from a year on a duty only reminds, and the years before keep it', async () => {
    const before = await read('leader', '2026-02-01', '2026-03-15');
    expect(before.duties.some(({ rule, state }) => rule === 'inspection' && state === 'overdue')).toBe(true);
    const rules = (await server.request({ url: '/api/duty-rules?year=2026', as: 'officer-1' })).json<{
      rules: { id: string; version: number; clock: object; bases: object[] }[];
    }>().rules;
    const rule = rules.find(({ id }) => id === 'inspection');
    const ended = await put('/api/duty-rules/inspection', 0, {
      fromYear: 2026,
      clock: rule?.clock,
      bases: rule?.bases.map((basis) => ({ ...basis, until: 2025 })),
      reason: '2026年起按新办法执行',
    });
    expect([ended.status, ended.json()]).toEqual([
      200,
      expect.objectContaining({ version: 1, fromYear: 2026, reason: '2026年起按新办法执行' }),
    ]);
    const after = await read('leader', '2025-12-01', '2026-03-15');
    const states = (year: string): Set<string> =>
      new Set(
        after.duties
          .filter(({ rule: id, month }) => id === 'inspection' && month?.startsWith(year))
          .map(({ state }) => state),
      );
    expect(states('2026')).not.toContain('overdue');
    expect(states('2026')).toContain('reminder');
    expect([...states('2025')]).not.toContain('reminder');
    // Two people at once: the second one reads again.
    const second = await put('/api/duty-rules/inspection', 0, {
      fromYear: 2026,
      clock: rule?.clock,
      bases: [],
      reason: '再次调整',
    });
    expect([second.status, second.json<Problem>().type]).toEqual([409, '/problems/conflict']);
    const [stored] = await server.sql<{ versions: number }>(
      'select count(*)::int as versions from duty_rule',
    );
    expect(stored).toEqual({ versions: 1 });
  });

  it('counts working days by the table that was loaded last, and keeps the former one', async () => {
    const terms = { unit: 'workingDays', count: 5 };
    const changed = await put('/api/duty-rules/spending', 0, {
      fromYear: 2026,
      clock: { from: 'monthEnd', term: terms },
      bases: [],
      reason: '改按工作日计算',
    });
    expect(changed.status).toBe(200);
    const dues = async (): Promise<string | undefined> =>
      (await read('leader', '2026-05-01', '2026-05-31')).duties.find(({ rule }) => rule === 'spending')
        ?.dueOn;
    // 1–5 May off, Saturday 9 May worked: 6, 7, 8, 9, 11.
    expect(await dues()).toBe('2026-05-11');
    const table = {
      document: '《国务院办公厅关于调整2026年部分节假日安排的通知》',
      off: [{ from: '2026-05-01', to: '2026-05-06' }],
      worked: ['2026-05-09'],
      reason: '通知调整',
    };
    expect((await put('/api/holiday-tables/2026', 0, table)).status).toBe(200);
    expect(await dues()).toBe('2026-05-12');
    expect((await put('/api/holiday-tables/2026', 0, table)).status).toBe(409);
    expect((await put('/api/holiday-tables/2026', 1, { ...table, off: [] })).status).toBe(200);
    const [kept] = await server.sql<{ versions: number }>(
      'select count(*)::int as versions from holiday_table where year = 2026',
    );
    expect(kept).toEqual({ versions: 2 });
  });

  it('a changed rule moves the day of each sheet that nobody has handed in, everywhere at once, and of no other', async () => {
    const days = (): Promise<{ on: string; handedIn: boolean; n: number }[]> =>
      server.sql(
        `select due_on::text as "on", submitted_on is not null as "handedIn", count(*)::int as n from sheet
         where kind = 'inspection' and month = '2026-02' group by 1, 2 order by 2, 1`,
      );
    const before = await days();
    expect(before.map(({ on }) => on)).toEqual(['2026-03-08', '2026-03-08']);
    const rules = (await server.request({ url: '/api/duty-rules?year=2026', as: 'officer-1' })).json<{
      rules: { id: string; version: number; bases: object[] }[];
    }>().rules;
    const { version = 0, bases } = rules.find(({ id }) => id === 'inspection') ?? {};
    const change = (count: number, at: number): Promise<TestAnswer> =>
      put('/api/duty-rules/inspection', at, {
        fromYear: 2026,
        clock: { from: 'monthEnd', term: { unit: 'dayOfNextMonth', count } },
        bases,
        reason: '调整督查期限',
      });
    expect((await change(25, version)).status).toBe(200);
    expect(await days()).toEqual([
      { ...before[0], on: '2026-03-25' },
      { ...before[1], on: '2026-03-08' },
    ]);
    const duties = (await read('leader', '2026-03-25', '2026-03-25')).duties.filter(
      ({ rule }) => rule === 'inspection',
    );
    expect(duties.map(({ rule, state }) => [rule, state])).toEqual(
      Array.from({ length: before[0]?.n ?? 0 }, () => ['inspection', 'dueSoon']),
    );
    const [open] = duties;
    const county = await server.request({
      url: `/api/inspections/${open?.county}/2026-02?program=assistants`,
      as: 'leader',
    });
    const sheet = await server.request({
      url: `/api/sheets/inspection/${open?.county}/2026-02?program=assistants`,
      as: 'leader',
    });
    expect(sheet.json()).toMatchObject({ dueOn: '2026-03-25', state: 'notDue' });
    expect(county.text).toContain('2026-03-25');
    expect((await change(8, version + 1)).status).toBe(200);
    expect(await days()).toEqual(before);
  });

  it('a changed clock of passing on is that of the funds and of the calendar alike, from its year on', async () => {
    const clocks = async (year: number): Promise<unknown[]> => {
      const { counties } = (
        await server.request({ url: `/api/funds?program=assistants&year=${year}`, as: 'leader' })
      ).json<{ counties: { id: string; clockDays: number; clockState: string }[] }>();
      const funds = counties.find(({ id }) => id === 'jiangchuan');
      const { duties } = await read('leader', `${year}-04-01`, `${year}-06-30`);
      const duty = duties.find(({ rule, county }) => rule === 'passOn' && county === 'jiangchuan');
      return [funds?.clockDays, funds?.clockState, duty?.dueOn, duty?.state];
    };
    expect(await clocks(2025)).toEqual([30, 'reported', '2025-05-21', 'done']);
    const before = await clocks(2024);
    const { rules } = (await server.request({ url: '/api/duty-rules?year=2025', as: 'officer-1' })).json<{
      rules: { id: string; bases: object[] }[];
    }>();
    const changed = await put('/api/duty-rules/passOn', 0, {
      fromYear: 2025,
      clock: { from: 'receipt', term: { unit: 'days', count: 10 } },
      bases: rules.find(({ id }) => id === 'passOn')?.bases,
      reason: '改为10天内拨付',
    });
    expect(changed.status).toBe(200);
    expect(await clocks(2025)).toEqual([10, 'late', '2025-05-01', 'late']);
    expect(await clocks(2024)).toEqual(before);
  });

  it.each(['holiday_table', 'duty_rule', 'closed_year'])(
    '%s is never changed and never emptied, by nobody',
    async (table) => {
      if (table === 'closed_year') {
        await server.sql(
          `insert into closed_year values ('530400', 'mediation', 2024, 1, 'close', '年度结束', 'officer-1', now())`,
        );
      }
      await expect(server.sql(`update ${table} set city_id = city_id`)).rejects.toThrow(/append-only/);
      await expect(server.sql(`delete from ${table}`)).rejects.toThrow(/append-only/);
      await expect(server.sql(`truncate ${table}`)).rejects.toThrow(/append-only/);
    },
  );

  it('gives the clock of passing money on to the page of funds, as its rule of the year says', async () => {
    const clocks = async (year: number): Promise<number[]> => {
      const answer = await server.request({
        url: `/api/funds?program=assistants&year=${year}`,
        as: 'leader',
      });
      const { counties } = answer.json<{ counties: { clockDays: number }[] }>();
      return [...new Set(counties.map(({ clockDays }) => clockDays))];
    };
    expect(await clocks(2025)).toEqual([10]);
    const clock = { from: 'receipt', term: { unit: 'days', count: 45 } };
    const body = { fromYear: 2025, clock, bases: [], reason: '县级拨付时限调整' };
    expect((await put('/api/duty-rules/passOn', 1, body)).status).toBe(200);
    expect([await clocks(2025), await clocks(2024)]).toEqual([[45], [30]]);
  });
});

const withoutOwn = ({ own: _, ...duty }: Duty): object => duty;
