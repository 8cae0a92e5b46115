import fc from 'fast-check';
import { isoDate, yearMonth } from '../../period/year-month';
import { checkCharacter } from '../../personal-data/resident-identity-number';
import { columnLetters, findHeadings, readWageList, unitsOf, type ListCell } from './read-wage-list';
import { sumWageList } from './sum-wage-list';

const REGIONS = {
  province: { name: '云南省' },
  city: { name: '玉溪市' },
  counties: [
    {
      id: 'jiangchuan',
      shortName: '江川',
      aliases: ['江川县'],
      history: [{ code: '530403', name: '江川区', from: '2016-01-01' }],
    },
    { id: 'hongta', shortName: '红塔', aliases: [], history: [{ code: '530402', name: '红塔区' }] },
  ],
};
type Shown = string | ListCell | null;

const identityOf = (number: number): string => {
  const digits = `53049919900307${String(number).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
};
const gridOf = (...rows: readonly (readonly Shown[])[]) =>
  rows.map((cells) => cells.map((one) => (typeof one === 'string' ? { text: one } : (one ?? undefined))));

function read(...rows: readonly (readonly Shown[])[]) {
  const grid = gridOf(...rows);
  const headings = findHeadings(grid, new Map());
  if (!headings.ok) throw new Error('The headings are not understood.');
  return readWageList(grid, headings.value, {
    ...{ county: 'jiangchuan', month: yearMonth('2026-03'), today: isoDate('2026-04-14'), regions: REGIONS },
  });
}
const said = (all: readonly { readonly cell: string; readonly text: { readonly zh: string } }[]) =>
  all.map(({ cell, text }) => `${cell} ${text.zh}`);

const HEADINGS = ['姓名', '身份证号', '市级补助', '县级配套'];

describe('where a wage list begins', () => {
  it('is the row of which the most is understood, of two alike the lower one, below titles', () => {
    const grid = gridOf(['2026年3月工资表'], ['单位：万元'], HEADINGS, ['姓名', '身份证号', '市补', '县补']);
    expect(findHeadings(grid, new Map())).toMatchObject({ ok: true, value: { row: 4, unit: '万元' } });
  });

  it('is refused where the first fifteen rows say too little', () => {
    const late = Array.from({ length: 15 }, () => ['空']);
    expect(findHeadings(gridOf(...late, HEADINGS), new Map())).toMatchObject({ ok: false });
    expect(findHeadings(gridOf(['姓名', '甲', '乙']), new Map())).toMatchObject({ ok: false });
  });

  it('has units of the heading before those of the line above, and 元 where nobody says', () => {
    const units = (...rows: string[][]) => {
      const headings = findHeadings(gridOf(...rows), new Map());
      return headings.ok ? Object.fromEntries(unitsOf(headings.value)) : null;
    };
    expect(units(['单位：万元'], ['姓名', '市级补助（元）', '县级配套'])).toEqual({
      cityPart: '元',
      countyPart: '万元',
    });
    expect(units(HEADINGS)).toEqual({ cityPart: '元', countyPart: '元' });
  });
});

describe('the rows of a wage list', () => {
  it('are read with full-width digits, 万元, days as text and a former name of the county', () => {
    const list = read(
      ['姓名', '身份证号', '市级补助（万元）', '县级配套', '发放日期', '县区'],
      ['王甲', identityOf(1), '０．１', '￥８００', '2026年4月8日', '江川县'],
      ['李乙', identityOf(2), '0.1', '1,800.50', '20260409', '江川区'],
    );
    expect(list.errors).toEqual([]);
    expect(list.rows).toMatchObject([
      { row: 2, name: '王甲', paidOn: '2026-04-08', amounts: { cityPart: 100_000, countyPart: 80_000 } },
      { row: 3, name: '李乙', paidOn: '2026-04-09', amounts: { cityPart: 100_000, countyPart: 180_050 } },
    ]);
    expect(said(list.understood).join()).toContain('“江川县”按“江川区”读取');
  });

  it('may share a merged day and never a merged amount', () => {
    const merged = (text: string, mergedFrom: string): ListCell => ({ text, mergedFrom });
    const list = read(
      [...HEADINGS, '发放日期'],
      ['王甲', identityOf(1), '1000', '800', '2026-04-08'],
      ['李乙', identityOf(2), merged('1000', 'C2'), '800', merged('2026-04-08', 'E2')],
      ['赵丙', identityOf(3), '1000', '800', merged('2026-04-08', 'E2')],
    );
    expect(said(list.errors)).toEqual([expect.stringMatching(/^C3 与C2合并/)]);
    expect(list.rows.map(({ name, paidOn }) => [name, paidOn])).toEqual([
      ['王甲', '2026-04-08'],
      ['赵丙', '2026-04-08'],
    ]);
    expect(said(list.understood)).toEqual([expect.stringMatching(/^E3 合并的单元格/)]);
  });

  it('of another county or month, paid in days to come or advanced beyond the city part are refused at the cell', () => {
    const list = read(
      [...HEADINGS, '县区', '月份', '发放日期', '县级垫付'],
      ['王甲', identityOf(1), '1000', '800', '红塔区', '2026-03', '', ''],
      ['李乙', identityOf(2), '1000', '800', '', '2026年2月', '', ''],
      ['赵丙', identityOf(3), '1000', '800', '', '', '2026-04-15', ''],
      ['钱丁', identityOf(4), '1000', '800', '', '', '', '1000.01'],
    );
    expect(list.errors.map(({ cell }) => cell)).toEqual(['E2', 'F3', 'G4', 'H5']);
  });

  it('leave out remarks and signatures, and name who stands there twice with the same money', () => {
    const list = read(
      HEADINGS,
      ['王甲', identityOf(1), '1000', ''],
      ['王甲', identityOf(1), '', '800'],
      ['王甲', identityOf(1), '1000', ''],
      ['制表人：某某', '', '', ''],
    );
    expect(said(list.errors)).toEqual([expect.stringMatching(/^B4 与第2行是同一人/)]);
    expect(sumWageList(list.rows).persons).toBe(1);
  });
});

describe('the lines of totals', () => {
  const amounts = fc.array(fc.nat(5_000_00), { minLength: 1, maxLength: 6 });
  const yuan = (fen: number): string => (fen / 100).toFixed(2);
  const people = (fen: readonly number[]): Shown[][] =>
    fen.map((one, at) => [`人${at}`, identityOf(at + 1), yuan(one), '0']);
  const sumOf = (fen: readonly number[]): number => fen.reduce((sum, one) => sum + one, 0);

  it('that are the sum of their rows are taken, and any other is refused at its cell', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 100_000 }), (fen, off) => {
        const total = (sum: number): Shown[] => ['合计', '', yuan(sum), '0'];
        expect(read(HEADINGS, ...people(fen), total(sumOf(fen))).errors).toEqual([]);
        const wrong = read(HEADINGS, ...people(fen), total(sumOf(fen) + off));
        expect(wrong.errors.map(({ cell }) => cell)).toEqual([`C${fen.length + 2}`]);
      }),
    );
  });

  it('of a part are held against the rows since the part before, the last one against all', () => {
    const [first, second] = [[100_00, 200_00], [300_00]];
    const list = (part: number) =>
      read(
        HEADINGS,
        ...people(first),
        ['小计', '', '300.00', ''],
        ['人9', identityOf(9), '300.00', ''],
        ['小 计', '', yuan(part), ''],
        ['总计', '', '600.00', ''],
      );
    expect(list(sumOf(second)).errors).toEqual([]);
    expect(list(sumOf(second) + 1).errors.map(({ cell }) => cell)).toEqual(['C6']);
  });

  it('contradict nothing below a row that cannot be read: its own error is enough', () => {
    const list = read(HEADINGS, ['王甲', identityOf(1), '一千', '800'], ['合计', '', '999', '999']);
    expect(list.errors.map(({ cell }) => cell)).toEqual(['C2']);
  });
});

describe('the letters of a column', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [28, 'AB'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('%i is %s', (column, letters) => expect(columnLetters(column)).toBe(letters));

  it('are other ones for every column', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => {
        const number = [...columnLetters(column)].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
        expect(number).toBe(column);
      }),
    );
  });
});
