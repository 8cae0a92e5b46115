import type { Regions } from '../../regions/dated-names';
import { FEN_PER_POST, type SplitCells } from './split-table';
import type { SplitSourceKind, YearSplit } from './splits-of-years';

/** Two counties of the city, one of which had another name: for specs. */
export const GIVEN_REGIONS: Regions = {
  province: { name: '云南省' },
  city: { name: '玉溪市' },
  counties: [
    {
      id: 'hongta',
      shortName: '红塔',
      aliases: ['红塔区'],
      history: [{ code: '530402', name: '红塔区' }],
    },
    {
      id: 'jiangchuan',
      shortName: '江川',
      aliases: ['江川县', '江川区'],
      history: [
        { code: '530421', name: '江川县', until: '2015-12-31' },
        { code: '530403', name: '江川区', from: '2016-01-01' },
      ],
    },
  ],
};

/** The split of a year by its posts, each of 12,000 元. */
export const givenSplit = (
  year: number,
  posts: Readonly<Record<string, number>>,
  kind: SplitSourceKind = 'officialText',
): YearSplit => ({
  year,
  kind,
  counties: Object.entries(posts).map(([county, count]) => ({
    county,
    posts: count,
    fen: count * FEN_PER_POST,
  })),
});

/** Rows of a table of splits from row 4 on; what is not given is a sound row of 2019. */
export const givenCells = (...rows: readonly Partial<SplitCells['cells']>[]): SplitCells[] =>
  rows.map((cells, place) => ({
    row: place + 4,
    cells: {
      year: '2019',
      county: place === 0 ? '红塔区' : '江川区',
      program: '协勤人员经费',
      posts: '10',
      amount: '120000',
      source: '玉司发〔2014〕67号',
      ...cells,
    },
  }));
