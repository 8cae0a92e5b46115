import { givenSplit } from './given-splits';
import { fenOf, postsOf, sourceDifference, splitsOfYears } from './splits-of-years';

const SPLIT = { hongta: 25, jiangchuan: 15 };
const name = (county: string): string => (county === 'hongta' ? '红塔区' : '江川区');

describe('the splits of years', () => {
  it('stand once a year, ascending: text before decision before table', () => {
    const { years, others } = splitsOfYears([
      givenSplit(2025, SPLIT, 'table'),
      givenSplit(2025, SPLIT, 'decision'),
      givenSplit(2026, SPLIT, 'table'),
      givenSplit(2026, SPLIT, 'decision'),
      givenSplit(2022, SPLIT, 'table'),
      givenSplit(2025, SPLIT),
    ]);
    expect(years.map(({ year, kind }) => [year, kind])).toEqual([
      [2022, 'table'],
      [2025, 'officialText'],
      [2026, 'decision'],
    ]);
    expect(others.map(({ year, kind }) => [year, kind])).toEqual([
      [2025, 'decision'],
      [2025, 'table'],
      [2026, 'table'],
    ]);
  });

  it('add up to posts only where every county states its own, and to money always', () => {
    const split = givenSplit(2025, SPLIT);
    expect([postsOf(split), fenOf(split)]).toEqual([40, 48_000_000]);
    const unsaid = { ...split, counties: split.counties.map((one) => ({ ...one, posts: null })) };
    expect(postsOf(unsaid)).toBeNull();
  });
});

describe('what two sources of a year differ in', () => {
  const difference = (other: Readonly<Record<string, number>>) =>
    sourceDifference(givenSplit(2022, SPLIT), givenSplit(2022, other, 'table'), name);

  it('is nothing where they agree', () => {
    expect(difference(SPLIT)).toBeNull();
  });

  it('is said by county in posts and money, the counted source first', () => {
    expect(difference({ hongta: 24, jiangchuan: 16 })).toEqual({
      zh: '2022年公布的文本与往年分配表不一致，以前者为准。前者比后者：红塔区多1个名额、多1.20 万元；江川区少1个名额、少1.20 万元。',
      en: '2022: the published text and the table of past splits differ, and the former counts. The former against the latter: 红塔区 1 post more, 12,000.00 yuan more; 江川区 1 post fewer, 12,000.00 yuan less.',
    });
  });

  it('names a county that only one of them has', () => {
    expect(difference({ hongta: 25 })?.zh).toContain('江川区只见于前者');
  });

  it('leaves posts alone that one of them does not state', () => {
    const counted = givenSplit(2022, SPLIT);
    const unsaid = {
      ...counted,
      kind: 'table' as const,
      counties: counted.counties.map((one) => ({ ...one, posts: null })),
    };
    expect(sourceDifference(counted, unsaid, name)).toBeNull();
  });
});
