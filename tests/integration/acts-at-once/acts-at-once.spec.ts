import { SheetOpeningService } from '@yuheng/backend/sheets/sheet-opening.service';
import { isSoak, runs, timeLimit } from '../../support/counts';
import { brokenRules } from '../../support/rules-of-money';
import { startServer, type TestServer } from '../../support/server';
import { COUNTIES, nothingAnswered, RandomActs } from './random-acts';

/** `npm test` draws the same acts each time, in whatever order they then meet; a soak draws new ones and says which. */
const SEED = Number(process.env['YUHENG_ACTS_SEED'] ?? (isSoak ? Date.now() % 1_000_000 : 20_261_123));
const PEOPLE = 6;

describe(`acts of several people at once (YUHENG_ACTS_SEED=${SEED})`, () => {
  let server: TestServer;
  const answered = nothingAnswered();

  beforeAll(
    async () => {
      server = await startServer({
        variables: { YUHENG_TODAY: '2026-04-14', YUHENG_RATE_LIMIT: '1000000' },
      });
      await server.app.get(SheetOpeningService).open();
      await new RandomActs(server, answered, SEED, PEOPLE).provide();
      const each = Math.ceil(runs('actsAtOnce') / PEOPLE);
      const person = async (index: number): Promise<void> => {
        const acts = new RandomActs(server, answered, SEED, index);
        for (let n = 0; n < each; n += 1) await acts.act();
      };
      await Promise.all(Array.from({ length: PEOPLE }, (_, index) => person(index)));
    },
    timeLimit('actsAtOnce', 500),
  );

  afterAll(() => server?.close());

  const county = `county_id in (${COUNTIES.map((one) => `'${one}'`).join(', ')})`;

  it('are all answered by the contract, and of each kind some are done and some refused', () => {
    expect(answered.unexpected).toEqual([]);
    const done = [...answered.statuses.keys()].filter((one) => / 20[01]$/.test(one));
    expect(done).toEqual(expect.arrayContaining(['save 200', 'submission 200', 'issue 201', 'receipt 201']));
    const refused = [...answered.statuses.keys()].filter((one) => / 4\d\d$/.test(one));
    expect(refused).toEqual(expect.arrayContaining(['save 422', 'save 409']));
  });

  it('leave every rule of money as it was', async () => {
    expect(await brokenRules(server)).toEqual([]);
  });

  it('keep every value that was answered as saved, under its own version, without a gap before it', async () => {
    const rows = await server.sql<{
      sheet: string;
      item: string;
      version: number;
      value: string;
      by: string;
    }>(
      `select concat_ws('/', kind, county_id, month) as sheet, item_id as item, version, value, author as by
       from sheet_value where ${county} and month = '2026-03'`,
    );
    for (const saved of answered.saved) expect(rows).toContainEqual(saved);
    expect(
      await server.sql(
        `select county_id, item_id from sheet_value where month = '2026-03' group by county_id, kind, item_id
         having count(*) <> max(version)`,
      ),
    ).toEqual([]);
  });

  it('move a sheet only from stage to stage, as its events tell', async () => {
    const sheets = await server.sql<{ stage: string; acts: string[]; numbers: number[] }>(
      `select s.stage, array_agg(e.act order by e.number) as acts, array_agg(e.number order by e.number) as numbers
       from sheet s join sheet_event e using (city_id, county_id, program_id, kind, month)
       where s.${county} and s.month = '2026-03' group by s.county_id, s.kind, s.stage`,
    );
    expect(sheets.length).toBeGreaterThan(3);
    for (const { stage, acts, numbers } of sheets) {
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect([stage, ...acts]).toEqual([replayed(acts), ...acts]);
    }
  });

  it('hand the engine what an approved or submitted sheet says, and nothing older', async () => {
    expect(
      await server.sql(
        `select w.county_id, w.persons_paid, v.value from sheet s
         join wage_month w using (city_id, county_id, program_id, month)
         join lateral (select value from sheet_value v where (v.city_id, v.county_id, v.program_id, v.kind, v.month)
           = (s.city_id, s.county_id, s.program_id, s.kind, s.month) and v.item_id = 'personsPaid'
           order by version desc limit 1) v on true
         where s.kind = 'spending' and s.stage in ('submitted', 'approved') and s.month = '2026-03'
           and (w.persons_paid::text <> v.value or w.stage <> s.stage)`,
      ),
    ).toEqual([]);
  });

  it('never let a person approve what the same person entered', async () => {
    expect(
      await server.sql(
        `select s.county_id from sheet s join sheet_value v using (city_id, county_id, program_id, kind, month)
         where s.stage = 'approved' and v.author = s.approved_by and v.at > coalesce((select max(e.at) from sheet_event e
           where (e.city_id, e.county_id, e.program_id, e.kind, e.month) = (s.city_id, s.county_id, s.program_id, s.kind, s.month)
             and e.act = 'approve' and e.at < s.approved_at), '-infinity') and s.month = '2026-03'`,
      ),
    ).toEqual([]);
  });

  it('enter once what was sent twice, and keep every entry as it was answered', async () => {
    expect(answered.twice.length).toBeGreaterThan(0);
    for (const [first, second] of answered.twice) expect(second).toBe(first);
    const rows = await server.sql<{ id: string; fen: number; count: number }>(
      `select entry_id as id, fen::float8 as fen, 1 as count from ledger_entry where ${county}`,
    );
    const kept = new Map(rows.map(({ id, fen }) => [id, fen]));
    for (const { id, fen } of answered.entries) expect([id, kept.get(id)]).toEqual([id, fen]);
    const byHand = await server.sql<{ count: number }>(
      `select count(*)::int as count from ledger_entry where ${county} and entered_at > now() - interval '1 day'
       and source_document is null and reverses is null and entered_by is not null`,
    );
    const answeredByHand = new Set(answered.entries.filter(({ reverses }) => !reverses).map(({ id }) => id));
    expect(byHand[0]?.count).toBe(answeredByHand.size);
  });
});

const STEPS: Readonly<Record<string, readonly [from: readonly string[], to: string]>> = {
  open: [[''], 'open'],
  submit: [['open', 'returned', 'reopened'], 'submitted'],
  confirmUnchanged: [['open'], 'submitted'],
  return: [['submitted'], 'returned'],
  approve: [['submitted'], 'approved'],
  reopen: [['approved'], 'reopened'],
};

/** The stage that the acts lead to one after the other; an act that was not possible is named. */
function replayed(acts: readonly string[]): string {
  return acts.reduce((stage, act) => {
    const [from, to] = STEPS[act] ?? [[], ''];
    return from.includes(stage) ? to : `${act} of a sheet that is ${stage}`;
  }, '');
}
