import { givenSplit } from './given-splits';
import { splitsInWords } from './splits-in-words';
import { FEN_PER_POST } from './split-table';
import type { YearSplit } from './splits-of-years';

const SAME = { hongta: 25, jiangchuan: 15 };
const BASIS = { documentNumber: '玉司发〔2014〕67号', year: 2014 };
const zh = (years: readonly YearSplit[], basis: typeof BASIS | null = null): string =>
  splitsInWords(years, basis).zh;
const inMoney = (year: number, amounts: Readonly<Record<string, number>>): YearSplit => ({
  year,
  kind: 'officialText',
  counties: Object.entries(amounts).map(([county, fen]) => ({ county, fen, posts: null })),
});

describe('the sentence on the known years', () => {
  it('says of equal published years that they are the same to the post, and what they rest on', () => {
    const said = splitsInWords([givenSplit(2022, SAME), givenSplit(2025, SAME)], BASIS);
    expect(said).toEqual({
      zh: '2022年和2025年公布的分配逐个名额相同；其间2023年和2024年没有载入；所依据的分配可追溯到2014年（玉司发〔2014〕67号）。',
      en: 'The published splits of 2022 and 2025 are the same to the post in every county; 2023 and 2024 are not loaded; the split that they rest on goes back to 2014 (玉司发〔2014〕67号).',
    });
  });

  it('calls nothing published that was loaded from a table', () => {
    expect(zh([givenSplit(2024, SAME, 'table'), givenSplit(2025, SAME)], BASIS)).toBe(
      '2024年和2025年的分配逐个名额相同；公布的文本所依据的分配可追溯到2014年（玉司发〔2014〕67号）。',
    );
  });

  it('says where the split changed and by how many posts, each post once', () => {
    const years = [2019, 2020, 2021].map((year) =>
      givenSplit(year, year < 2021 ? SAME : { hongta: 24, jiangchuan: 16 }),
    );
    expect(zh(years)).toBe(
      '已知3个年度的分配，变动过1次；2020年到2021年2 个县（市、区）均有变动，共1个名额。',
    );
  });

  it('counts what was lost where more was lost than gained', () => {
    expect(zh([givenSplit(2024, SAME), givenSplit(2025, { hongta: 23, jiangchuan: 16 })])).toBe(
      '2024年到2025年2 个县（市、区）均有变动，共2个名额。',
    );
  });

  it('compares money where a year states no posts', () => {
    expect(zh([inMoney(2024, { hongta: 100 }), inMoney(2025, { hongta: 100 })])).toBe(
      '2024年和2025年公布的分配逐县金额相同。',
    );
    expect(
      zh([inMoney(2024, { hongta: 100, jiangchuan: 7 }), inMoney(2025, { hongta: 300, jiangchuan: 7 })]),
    ).toBe('2024年到2025年2 个县（市、区）中 1 个有变动，共2.00 元。');
  });

  it('never calls years the same by the posts of one of them alone', () => {
    const without = inMoney(2025, { hongta: 25 * FEN_PER_POST, jiangchuan: 15 * FEN_PER_POST });
    expect(zh([givenSplit(2024, SAME), without])).toBe('2024年和2025年公布的分配逐县金额相同。');
  });

  it('has no comparison of one year, and says that none is known of none', () => {
    expect(zh([givenSplit(2025, SAME)])).toBe('只有2025年一个年度的分配，40个名额、共48.00 万元，无从比较。');
    expect(zh([])).toBe('还没有任何年度的分配数据。');
  });

  it('counts many years instead of naming them', () => {
    const many = [2010, 2012, 2013, 2014, 2015, 2016, 2025].map((year) => givenSplit(year, SAME, 'table'));
    expect(zh(many)).toBe('已知的7个年度的分配逐个名额相同；其间有9个年度没有载入。');
  });
});
