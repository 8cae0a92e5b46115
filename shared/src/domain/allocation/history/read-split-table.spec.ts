import fc from 'fast-check';
import { isoDate } from '../../period/year-month';
import { GIVEN_REGIONS, givenCells } from './given-splits';
import type { SplitTableContext } from './read-split-row';
import { readSplitTable } from './read-split-table';
import { FEN_PER_POST, type SplitCells } from './split-table';

const context: SplitTableContext = { regions: GIVEN_REGIONS, today: isoDate('2026-03-20'), unit: '元' };
const read = (sheet: readonly SplitCells[], more: Partial<SplitTableContext> = {}) =>
  readSplitTable(sheet, { ...context, ...more });
/** "5 amount: …" of each fault. */
const faults = (sheet: readonly SplitCells[], more: Partial<SplitTableContext> = {}): string[] =>
  read(sheet, more).faults.map(({ row, column, detail }) => `${row} ${column}: ${detail.zh}`);
const both = (cells: Partial<SplitCells['cells']>): SplitCells[] => givenCells(cells, {});

describe('a table of splits', () => {
  it('is read row by row to the fen', () => {
    const { rows, notes, faults: none } = read(givenCells({}, { posts: '15', amount: '180,000.00' }));
    expect(none).toEqual([]);
    expect(notes).toEqual([]);
    expect(rows).toEqual([
      {
        row: 4,
        year: 2019,
        program: 'assistants',
        county: 'hongta',
        fen: 12_000_000,
        posts: 10,
        source: '玉司发〔2014〕67号',
      },
      {
        row: 5,
        year: 2019,
        program: 'assistants',
        county: 'jiangchuan',
        fen: 18_000_000,
        posts: 15,
        source: '玉司发〔2014〕67号',
      },
    ]);
  });

  it('takes each row as its posts and 12,000 yuan each, however many there are', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(100_000), fc.nat(100_000)), (posts) => {
        const { rows, faults: none } = read(
          givenCells(...posts.map((count) => ({ posts: String(count), amount: String(count * 12_000) }))),
        );
        expect(none).toEqual([]);
        expect(rows.map((one) => one.fen)).toEqual(posts.map((count) => count * FEN_PER_POST));
      }),
    );
  });

  it('maps a former name to the one county, and says so once', () => {
    const { rows, notes } = read(
      givenCells(
        {},
        { county: '江川县' },
        { county: '红塔区', year: '2014' },
        { county: '江川县', year: '2014' },
      ),
    );
    expect(rows.map(({ county }) => county)).toEqual(['hongta', 'jiangchuan', 'hongta', 'jiangchuan']);
    expect(notes.map(({ row, detail }) => [row, detail.zh])).toEqual([[5, '“江川县”按“江川区”读取。']]);
  });

  it('converts money that carries another unit than its heading, and says so', () => {
    const { rows, notes } = read(both({ amount: '12万元' }));
    expect(rows[0]?.fen).toBe(12_000_000);
    expect(notes[0]?.detail.zh).toBe('“12万元”按万元读取（表头为元）。');
    expect(read(both({ amount: '12' }), { unit: '万元' }).rows[0]?.fen).toBe(12_000_000);
  });

  it('takes full-width figures and years with their word', () => {
    expect(read(both({ year: '２０１９年度', posts: '１０个' })).faults).toEqual([]);
  });

  it('keeps posts unsaid where the table does not say them', () => {
    expect(read(both({ posts: '', amount: '100000' })).rows[0]?.posts).toBeNull();
  });

  it('refuses an amount that is not its posts times 12,000 yuan', () => {
    expect(faults(both({ amount: '120001' }))).toEqual([
      '4 amount: 10个名额按每个12,000元应为12.00 万元，此格为120,001.00 元，请核对名额和金额。',
    ]);
  });

  it('refuses a county that stands twice, also under its former name', () => {
    expect(faults(givenCells({}, {}, { county: '江川县' }))).toEqual([
      '6 county: 与第5行是同一年度、同一项目的同一个县（市、区），请删去其中一行。',
    ]);
  });

  it('refuses a year that lacks counties, and names them', () => {
    expect(faults(givenCells({}))).toEqual([
      '4 county: 2019年协勤人员经费缺少江川区，请补全；没有安排的请填0。',
    ]);
  });

  it('says nothing of missing counties where a name could not be read', () => {
    expect(faults(both({ county: '东川区' }))).toEqual([
      '4 county: “东川区”不是本市县（市、区）的名称，请核对后改正。',
    ]);
  });

  it.each([
    [{ posts: '-1' }, '4 posts: “-1”是负数'],
    [{ amount: '-120000' }, '4 amount: “-120000”是负数'],
    [{ amount: '' }, '4 amount: 没有填金额'],
    [{ amount: '十二万元' }, '4 amount: “十二万元”是中文数字'],
    [{ amount: '120000.005' }, '4 amount: “120000.005”精确不到分'],
    [{ posts: '10.5' }, '4 posts: “10.5”应当是0至999,999,999的整数'],
    [{ source: ' ' }, '4 source: 没有填来源'],
    [{ source: '长'.repeat(201) }, '4 source: 来源有201个字，最多200个'],
    [{ year: '' }, '4 year: 没有填年度'],
    [{ year: '19' }, '4 year: “19”不是可读的年度'],
    [{ year: '2027' }, '4 year: 2027年还没有到'],
    [{ program: '法律援助' }, '4 program: “法律援助”不是本系统的项目'],
    [{ program: '' }, '4 program: 没有填项目'],
    [{ county: '' }, '4 county: 没有填县（市、区）'],
  ])('refuses %j at its cell', (cells, wanted) => {
    expect(faults(both(cells))[0]).toContain(wanted);
  });

  it('refuses posts of a program that pays by case', () => {
    const program = '人民调解“一案一补”经费';
    expect(faults(givenCells({ program }, { program, posts: '' }))).toEqual([
      '4 posts: 该项目按案件补贴，没有名额，请清空此格。',
    ]);
    expect(faults(givenCells({ program, posts: '', amount: '50001' }, { program, posts: '' }))).toEqual([]);
  });

  it('checks a row of totals against its rows and stores none of it', () => {
    const total = (cells: Partial<SplitCells['cells']>) =>
      givenCells({}, {}, { county: '合 计', source: '', posts: '20', amount: '24万元', ...cells });
    expect(faults(total({}))).toEqual([]);
    expect(read(total({})).rows).toHaveLength(2);
    expect(faults(total({ amount: '240001' }))).toEqual([
      '6 amount: 合计为240,001.00 元，各县（市、区）相加为24.00 万元，请核对。',
    ]);
    expect(faults(total({ posts: '19' }))).toEqual([
      '6 posts: 名额合计为19，各县（市、区）相加为20，请核对。',
    ]);
  });

  it('says everything that is wrong at once, by row', () => {
    expect(
      faults(givenCells({ source: '' }, { posts: '9', year: '1' })).map((one) => one.slice(0, 8)),
    ).toEqual(['4 source', '4 county', '5 year: ']);
  });
});
