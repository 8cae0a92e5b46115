import type { County } from '@yuheng/shared/contract/counties';
import type { Funds } from '@yuheng/shared/contract/funds';
import type { Indicators } from '@yuheng/shared/contract/indicators';
import type { InspectionRecord } from '@yuheng/shared/contract/inspections';
import type { Overview } from '@yuheng/shared/contract/overview';
import { startServer, type TestServer } from '../support/server';

/** 官方顺序, as data/regions.json and every page list them. */
const OFFICIAL_ORDER = [
  'hongta',
  'jiangchuan',
  'chengjiang',
  'tonghai',
  'huaning',
  'yimen',
  'eshan',
  'xinping',
  'yuanjiang',
];
/** Published in 2025: 150 posts and 1,800,000.00 元 for the assistants, 770,000.00 元 for mediation, in that order. */
const POSTS = [25, 15, 11, 19, 13, 14, 15, 21, 17];
const ASSISTANTS_YUAN = [300_000, 180_000, 132_000, 228_000, 156_000, 168_000, 180_000, 252_000, 204_000];
const MEDIATION_YUAN = [180_000, 80_000, 50_000, 80_000, 90_000, 50_000, 40_000, 160_000, 40_000];
const inFen = (yuan: readonly number[]): number[] => yuan.map((one) => one * 100);
const sum = (figures: readonly number[]): number => figures.reduce((total, one) => total + one, 0);

describe('the pages of the demonstration', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const read = async <Body>(url: string, as = 'leader'): Promise<Body> =>
    (await server.request({ url, as })).json<Body>();

  describe('GET /api/overview', () => {
    const OVERVIEW = '/api/overview?program=assistants&year=2025';

    it('lists the nine counties in official order with the published posts and amounts', async () => {
      const { counties, asOf, demonstration, state } = await read<Overview>(OVERVIEW);
      expect(counties.map(({ id }) => id)).toEqual(OFFICIAL_ORDER);
      expect(counties.map(({ posts }) => posts)).toEqual(POSTS);
      expect(counties.map(({ publishedFen }) => publishedFen)).toEqual(inFen(ASSISTANTS_YUAN));
      expect(sum(counties.map(({ publishedFen }) => publishedFen ?? 0))).toBe(180_000_000);
      expect([asOf, demonstration, state]).toEqual(['2026-03-20', true, 'finalised']);
    });

    it.each([
      [2025, 2025],
      [2026, 2025],
      [2010, null],
    ])('says of %i that its posts and budgets are published for %s', async (year, splitYear) => {
      const of = `program=assistants&year=${year}`;
      const { counties } = await read<Overview>(`/api/overview?${of}`);
      expect(new Set(counties.map((one) => one.splitYear))).toEqual(new Set([splitYear]));
      const own = await read<Funds>(`/api/funds?${of}`, 'county-chengjiang');
      expect(own.splitYear).toBe(splitYear);
      expect(own.headline.zh.includes('现行分配，2025年公布')).toBe(year === 2026);
      const county = await read<County>(`/api/counties/chengjiang?${of}`);
      expect([county.splitYear, county.publishedYear]).toEqual([splitYear, splitYear]);
    });

    it('puts every light and rate beside the figures that it comes from', async () => {
      const { counties, headline, execution } = await read<Overview>(OVERVIEW);
      const jiangchuan = counties.find(({ id }) => id === 'jiangchuan');
      // Two months' wages were late for 15 persons each of 174 person-months: 144 in time.
      expect(jiangchuan?.wages).toMatchObject({ part: 144, whole: 174, rate: '82.76' });
      const lights = counties.map(({ light }) => light);
      expect(lights.filter((one) => one === 'warning')).toHaveLength(1);
      expect(headline.zh).toContain('1 个预警');
      for (const { receivedFen, spentFen, rate } of execution) {
        expect(rate).toBe((Math.round((spentFen * 10_000) / receivedFen) / 100).toFixed(2));
      }
    });

    it('says 0 where a risk counts nothing, and offers twelve months', async () => {
      const { risks, trend } = await read<Overview>(OVERVIEW);
      expect(risks.map(({ kind, count }) => [kind, count])).toEqual([
        ['unpaidWages', 0],
        ['overdueFindings', 0],
        ['repeatedFindings', 0],
        ['doubts', 0],
      ]);
      expect(trend.map(({ month }) => month)).toEqual(
        Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`),
      );
    });

    it('says its headline in parts that each lead to their evidence', async () => {
      const { headline, headlineParts } = await read<Overview>(OVERVIEW);
      expect(headlineParts.map(({ text }) => text.zh).join('')).toBe(headline.zh);
      expect(headlineParts.map(({ link }) => link?.split('?')[0])).toEqual([
        '/funds',
        '/funds/spending',
        '/findings',
      ]);
    });

    it('says what waits by unit, with the days past, who is in charge and where it is done', async () => {
      const { needsYou } = await read<Overview>('/api/overview?program=assistants&year=2026');
      const units = needsYou.flatMap((one) => one.units);
      expect(units.length).toBeGreaterThan(0);
      for (const { unit, count, daysPast, link } of units) {
        expect(unit).toMatch(/(司法局|财政局|督查）)$/);
        expect(count).toBeGreaterThan(0);
        expect(daysPast === null || daysPast > 0).toBe(true);
        expect(link).toContain('year=2026');
      }
      for (const item of needsYou.filter(({ units: of }) => of.length > 0)) {
        expect(item.units.reduce((sum, { count }) => sum + count, 0)).toBe(item.count);
      }
    });

    it('has the months of each county beside those of all', async () => {
      const { counties, trend } = await read<Overview>(OVERVIEW);
      for (const county of counties) {
        expect(county.trend.map(({ month }) => month)).toEqual(trend.map(({ month }) => month));
        expect(county.sentence?.zh.startsWith(county.name)).toBe(true);
        expect(county.tile).not.toBeNull();
      }
    });

    it('knows of mediation its published amounts and nothing else: everything else is not due', async () => {
      const { counties, state } = await read<Overview>('/api/overview?program=mediation&year=2025');
      expect(counties.map(({ publishedFen }) => publishedFen)).toEqual(inFen(MEDIATION_YUAN));
      expect(sum(counties.map(({ publishedFen }) => publishedFen ?? 0))).toBe(77_000_000);
      expect(counties.map(({ posts }) => posts)).toEqual(Array(9).fill(null));
      const states = counties.flatMap((one) => [
        one.receipt,
        one.onPost,
        one.wages,
        one.inspection,
        one.rectification,
      ]);
      expect(new Set(states.map((cell) => cell.state))).toEqual(new Set(['notDue']));
      expect(state).toBe('provisional');
    });

    it('says that nothing is loaded for a year before every text', async () => {
      const { headline, counties } = await read<Overview>('/api/overview?program=assistants&year=2010');
      expect(headline).toEqual({ zh: '2010 年没有已载入的数据。', en: 'Nothing is loaded for 2010.' });
      expect(counties.map(({ publishedFen }) => publishedFen)).toEqual(Array(9).fill(null));
    });
  });

  describe('GET /api/counties', () => {
    it('lists the counties in official order with the codes in force', async () => {
      const { counties } = await read<{ counties: { id: string; code: string; name: string }[] }>(
        '/api/counties',
      );
      expect(counties.map(({ id }) => id)).toEqual(OFFICIAL_ORDER);
      // Both became 区 and 市 after the texts that still call them 县.
      expect(counties.slice(1, 3)).toMatchObject([
        { code: '530403', name: '江川区' },
        { code: '530481', name: '澄江市' },
      ]);
    });

    it('shows what became of one county’s money, months, findings and marks', async () => {
      const county = await read<County>('/api/counties/jiangchuan?program=assistants&year=2025');
      expect(county).toMatchObject({ id: 'jiangchuan', name: '江川区', code: '530403', posts: 15 });
      expect(county.timeline.map(({ date }) => date)).toEqual(
        [...county.timeline.map(({ date }) => date)].sort(),
      );
      const [issued] = county.timeline.filter(({ kind }) => kind === 'issue');
      expect(issued).toMatchObject({ date: '2025-04-15', fen: 18_000_000 });
      expect(county.months[1]?.wages).toMatchObject({ state: 'late', paidOn: '2025-03-21', daysLate: 6 });
      expect(county.findings.map(({ id, overdue }) => [id, overdue])).toContainEqual([
        '2025-03-wagesOnTime',
        false,
      ]);
      expect(county.filings.map(({ document, recipient }) => `${document} ${recipient}`).sort()).toEqual([
        'implementationPlan cityFinance',
        'implementationPlan cityJustice',
        'transferDocument cityFinance',
        'transferDocument cityJustice',
      ]);
    });

    it('adds the finalised result up as printed', async () => {
      const { result } = await read<County>('/api/counties/jiangchuan?program=assistants&year=2025');
      const cents = (text: string): number => Math.round(Number(text) * 100);
      expect(sum((result?.dimensions ?? []).map(({ score }) => cents(score)))).toBe(
        cents(result?.total ?? ''),
      );
      const lost = (result?.lost ?? []).map((one) => cents(one.lost));
      expect(lost).toEqual([...lost].sort((a, b) => b - a));
      expect(sum(lost)).toBe(cents(result?.fullMarks ?? '') - cents(result?.total ?? ''));
    });

    it('says what a total is out of, also where an indicator is not applicable and the total is re-scaled', async () => {
      // 通海县 had no finding due in 2025: ten marks are not applicable, and its total still stands out of 100.
      const { result } = await read<County>('/api/counties/tonghai?program=assistants&year=2025');
      expect(result?.dimensions.map(({ marks }) => Number(marks))).toEqual([30, 50, 10]);
      expect(result).toMatchObject({ fullMarks: '100', total: '97.03' });
    });
  });

  describe('GET /api/funds', () => {
    it('adds every link of the chain up exactly, from issue to wages', async () => {
      const { total, counties, months } = await read<Funds>('/api/funds?program=assistants&year=2025');
      expect(total).toMatchObject({
        budgetFen: 180_000_000,
        issuedFen: 180_000_000,
        receivedFen: 180_000_000,
        passedOnFen: 180_000_000,
      });
      expect(counties.map(({ id }) => id)).toEqual(OFFICIAL_ORDER);
      expect(sum(counties.map(({ spentFen }) => spentFen))).toBe(total.spentFen);
      expect(sum(months.map(({ cityPartFen }) => cityPartFen))).toBe(total.spentFen);
      expect(sum(months.map(({ expectedFen }) => expectedFen))).toBe(total.expectedFen);
    });

    it('counts the days from receipt to pass-on and says who has to move', async () => {
      const { counties } = await read<Funds>('/api/funds?program=assistants&year=2025');
      expect(counties[1]).toMatchObject({
        received: { fen: 18_000_000, on: '2025-04-21' },
        passedOn: { fen: 18_000_000, on: '2025-05-09' },
        passOnDays: 18,
        clockDays: 30,
        text: { zh: '2025年5月9日拨付县司法局，到位后 18 天' },
      });
    });

    it('gives each county its own months, which add up to those of all, and the state of its reconciliation', async () => {
      const { counties, months } = await read<Funds>('/api/funds?program=assistants&year=2025');
      for (const key of ['cityPartFen', 'countyPartFen', 'advancedFen', 'expectedFen'] as const) {
        const sums = months.map((_, at) => sum(counties.map((one) => one.months[at]?.[key] ?? 0)));
        expect([key, sums]).toEqual([key, months.map((one) => one[key])]);
      }
      const { months: all } = await read<{ months: { county: string; toExplain: boolean }[] }>(
        '/api/ledger/reconciliation?program=assistants&year=2025',
      );
      for (const { id, reconciliation: one } of counties) {
        const own = all.filter(({ county }) => county === id);
        expect([id, one?.months, one?.toExplain]).toEqual([
          ...[id, own.length, own.filter(({ toExplain }) => toExplain).length],
        ]);
        expect(one).toMatchObject({
          agreeing: own.length - (one?.explained ?? 0) - (one?.toExplain ?? 0),
          text: { zh: expect.stringContaining(`已报 ${own.length} 个月`) as unknown },
        });
      }
      expect(new Set(counties.map(({ tile }) => `${tile?.row}/${tile?.column}`)).size).toBe(9);
    });

    it('says nothing of a reconciliation at an earlier point in time, which nobody has kept', async () => {
      const { counties } = await read<Funds>('/api/funds?program=assistants&year=2025&asOf=2025-06');
      expect(new Set(counties.map(({ reconciliation }) => reconciliation))).toEqual(new Set([null]));
    });

    it('shows a year in which no money has been issued as not due, never as a zero that was reached', async () => {
      const { total, counties } = await read<Funds>('/api/funds?program=assistants&year=2026');
      expect(total.issuedFen).toBe(0);
      expect(counties.map(({ executionRate }) => executionRate)).toEqual(Array(9).fill(null));
      expect(counties.map(({ clockState }) => clockState)).toEqual(Array(9).fill('notDue'));
    });
  });

  describe('GET /api/indicators', () => {
    const INDICATORS = '/api/indicators?program=assistants&year=2025';

    it('has a cell of every indicator for the nine counties in official order, and its months beside it', async () => {
      const { counties, indicators, asOf, state } = await read<Indicators>(INDICATORS);
      expect([asOf, state]).toEqual(['2026-03-20', 'finalised']);
      expect(counties.map(({ id }) => id)).toEqual(OFFICIAL_ORDER);
      for (const { cells, months } of counties) {
        expect(cells).toHaveLength(indicators.length);
        expect(months.map((one) => one.length)).toEqual(
          indicators.map(({ monthly }) => (monthly === null ? 0 : 12)),
        );
      }
    });

    it('says the same of a county as its own page, against the same target', async () => {
      const { counties, indicators } = await read<Indicators>(INDICATORS);
      const { targets } = await read<County>('/api/counties/tonghai?program=assistants&year=2025');
      const tonghai = counties.find(({ id }) => id === 'tonghai');
      const own = indicators.flatMap(({ id, targeted }, at) => {
        const cell = tonghai?.cells[at];
        return targeted ? [{ id, actual: cell?.figure, target: cell?.target, light: cell?.light }] : [];
      });
      expect(own).toEqual(targets.map(({ id, actual, target, light }) => ({ id, actual, target, light })));
    });

    it('gives a county its own row only, and the sums of no other', async () => {
      const { counties, indicators } = await read<Indicators>(INDICATORS, 'county-hongta');
      expect(counties.map(({ id }) => id)).toEqual(['hongta']);
      expect(new Set(indicators.map(({ all }) => all.counties))).toEqual(new Set([0, 1]));
    });

    it('adds the counties up as the overview does, month by month', async () => {
      const { trend } = await read<Overview>('/api/overview?program=assistants&year=2025');
      const { indicators } = await read<Indicators>(INDICATORS);
      const rates = (id: string) =>
        indicators.find((one) => one.id === id)?.all.months.map((one) => one.figure);
      expect(rates('onPostRate')).toEqual(trend.map(({ onPostRate }) => onPostRate));
    });

    it('computes nothing of a year or program of which nothing is gathered', async () => {
      const { counties, headline } = await read<Indicators>('/api/indicators?program=mediation&year=2025');
      expect(new Set(counties.flatMap(({ cells }) => cells.map(({ state }) => state)))).toEqual(
        new Set(['notDue']),
      );
      expect(headline.zh).toBe('2025 年各项指标均未到期，目前没有需要改进的数据。');
    });
  });

  describe('GET /api/inspections', () => {
    it('fills the grid of nine counties and twelve months', async () => {
      const { counties } = await read<{ counties: { id: string; sheets: { month: string }[] }[] }>(
        '/api/inspections?program=assistants&year=2025',
      );
      expect(counties.map(({ id, sheets }) => [id, sheets.length])).toEqual(
        OFFICIAL_ORDER.map((id) => [id, 12]),
      );
    });

    it('shows a record with its people by name, its items in template order and what it moved', async () => {
      const record = await read<InspectionRecord>('/api/inspections/jiangchuan/2025-02?program=assistants');
      expect(record).toMatchObject({
        countyName: '江川区',
        state: 'reported',
        stage: 'approved',
        dueOn: '2025-03-08',
        submittedOn: '2025-03-07',
        inspector: '演示·督查人员一',
        approver: '演示·业务科经办一',
      });
      expect(record.items).toHaveLength(12);
      expect(record.items.filter(({ conclusion }) => conclusion === 'pass')).toHaveLength(9);
      expect(record.moved.length).toBeGreaterThan(0);
    });

    it('has a record, not due, of a month that nobody has touched', async () => {
      const record = await read<InspectionRecord>('/api/inspections/jiangchuan/2026-03?program=assistants');
      expect(record).toMatchObject({
        state: 'notDue',
        stage: 'notDue',
        dueOn: '2026-04-08',
        inspector: null,
      });
      expect(record.items.map(({ conclusion }) => conclusion)).toEqual(Array(12).fill(null));
    });
  });

  describe('GET /api/administration/places', () => {
    it('names the tree from the nation to 75 justice offices, and holds no figures', async () => {
      const { places } = await read<{ places: { id: string; kind: string; parent: string | null }[] }>(
        '/api/administration/places',
        'system-admin',
      );
      const kinds = places.map(({ kind }) => kind);
      const count = (kind: string): number => kinds.filter((one) => one === kind).length;
      expect(['nation', 'province', 'city', 'county', 'office'].map(count)).toEqual([1, 1, 1, 9, 75]);
      const ids = new Set(places.map(({ id }) => id));
      expect(places.filter(({ parent }) => parent !== null && !ids.has(parent))).toEqual([]);
      expect(Object.keys(places[0] ?? {}).sort()).toEqual(['id', 'kind', 'name', 'parent']);
    });
  });
});
