import fc from 'fast-check';
import type { County } from '../dated-names';
import { MOST_BOUNDARY_POINTS, MOST_IGNORED, readBoundaryFile } from './read-boundary-file';

// 演示数据: squares that are nobody's boundary.
const HONGTA: County = {
  id: 'hongta',
  shortName: '红塔',
  aliases: ['红塔区'],
  history: [{ code: '530402', name: '红塔区' }],
};
const JIANGCHUAN: County = {
  id: 'jiangchuan',
  shortName: '江川',
  aliases: [],
  history: [
    { code: '530421', name: '江川县', until: '2015-12-31' },
    { code: '530403', name: '江川区', from: '2016-01-01' },
  ],
};
const BOTH = [HONGTA, JIANGCHUAN];
const square = (west: number): number[][] => [
  [west, 24],
  [west + 1, 24],
  [west + 1, 25],
  [west, 24],
];
const feature = (properties: object | null, more: object = {}): object => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [square(102)] },
  ...more,
});
const collection = (...features: unknown[]): unknown => ({ type: 'FeatureCollection', features });
const read = (...features: unknown[]) => {
  const outcome = readBoundaryFile(collection(...features), BOTH);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
};
const pointersOf = (file: unknown): readonly string[] => {
  const outcome = readBoundaryFile(file, BOTH);
  return outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);
};

describe('a boundary file', () => {
  it.each([
    ['a number', { adcode: 530402 }, 'hongta'],
    ['text', { CODE: '530403' }, 'jiangchuan'],
    ['a former code', { code: '530421' }, 'jiangchuan'],
    ['the country in front', { gb: '156530402' }, 'hongta'],
    ['twelve digits', { PAC: '530402000000' }, 'hongta'],
    ['an official name', { name: '江川区' }, 'jiangchuan'],
    ['a former name', { NAME: '江川县' }, 'jiangchuan'],
    ['a short name with spaces', { 名称: ' 红 塔 ' }, 'hongta'],
  ])('is matched by %s', (_, properties, county) => {
    expect(read(feature(properties)).shapes.map((shape) => shape.county)).toEqual([county]);
  });

  it('is matched by the id of a feature where its properties say nothing', () => {
    expect(read(feature(null, { id: '530402' })).shapes[0]?.county).toBe('hongta');
  });

  it.each([
    ['a running number of six digits as id', { name: '红塔区' }, 100001],
    ['a code that is no code', { code: 'A-7' }, 530402],
  ])('is matched past %s', (_, properties, id) => {
    expect(read(feature(properties, { id })).shapes.map(({ county }) => county)).toEqual(['hongta']);
  });

  it('names the first twenty features that it leaves out, and counts them all', () => {
    const lakes = Array.from({ length: 3000 }, () => feature({ name: '抚仙湖' }));
    const { ignored, ignoredCount } = read(...lakes, feature({ adcode: 530402 }));
    expect(ignored).toHaveLength(MOST_IGNORED);
    expect(ignoredCount).toBe(3000);
  });

  it.each([
    [
      'on one line',
      [
        [1, 1],
        [2, 2],
        [3, 3],
        [1, 1],
      ],
    ],
    [
      'on one line of decimals',
      [
        [102.1, 24.1],
        [102.2, 24.2],
        [102.7, 24.7],
        [102.1, 24.1],
      ],
    ],
    [
      'in one place',
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
  ])('is refused with a ring whose points all lie %s, and says where', (_, ring) => {
    const geometry = { type: 'Polygon', coordinates: [square(102), ring] };
    const file = collection(feature({ adcode: 530402 }, { geometry }));
    expect(pointersOf(file)).toEqual(['/features/0/geometry/coordinates/1']);
  });

  it('keeps coordinates and drops heights and all other properties', () => {
    const high = square(102).map((point) => [...point, 1600]);
    const geometry = { type: 'MultiPolygon', coordinates: [[high], [square(103)]] };
    const { shapes, points } = read(feature({ adcode: 530402, note: '<script>' }, { geometry }));
    expect(shapes).toEqual([{ county: 'hongta', polygons: [[square(102)], [square(103)]] }]);
    expect(points).toBe(8);
  });

  it('tells which counties it does not draw, and what else it holds', () => {
    const { missing, ignored } = read(
      feature({ adcode: 530402 }),
      feature({ adcode: 530100, name: '江川区' }),
      feature({ name: '抚仙湖' }),
    );
    expect(missing).toEqual(['jiangchuan']);
    // A code of elsewhere wins over a name that is ours.
    expect(ignored).toEqual([
      { index: 1, called: '江川区' },
      { index: 2, called: '抚仙湖' },
    ]);
  });

  it('gives the shapes in official order, whatever theirs', () => {
    const { shapes } = read(feature({ name: '江川' }), feature({ name: '红塔' }));
    expect(shapes.map(({ county }) => county)).toEqual(['hongta', 'jiangchuan']);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['no object', 'text', ['']],
    ['null', null, ['']],
    ['another type', { type: 'Topology' }, ['']],
    ['no county of these', collection(feature({ adcode: 110101 })), ['/features']],
    [
      'two of one county',
      collection(feature({ adcode: 530402 }), feature({ name: '红塔' })),
      ['/features/1'],
    ],
    [
      'code and name of two counties',
      collection(feature({ adcode: 530402, name: '江川区' })),
      ['/features/0/properties'],
    ],
    [
      'a line',
      collection(feature({ adcode: 530402 }, { geometry: { type: 'LineString', coordinates: square(102) } })),
      ['/features/0/geometry'],
    ],
    ['no geometry', collection(feature({ adcode: 530402 }, { geometry: null })), ['/features/0/geometry']],
    [
      'an open ring',
      collection(
        feature(
          { adcode: 530402 },
          { geometry: { type: 'Polygon', coordinates: [[...square(102).slice(0, 3), [101, 24]]] } },
        ),
      ),
      ['/features/0/geometry/coordinates/0'],
    ],
    [
      'three points',
      collection(
        feature(
          { adcode: 530402 },
          { geometry: { type: 'MultiPolygon', coordinates: [[square(1).slice(1)]] } },
        ),
      ),
      ['/features/0/geometry/coordinates/0/0'],
    ],
    [
      'metres',
      collection(
        feature(
          { adcode: 530402 },
          {
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [102, 24],
                  [11_354_000, 24],
                  [102, 25],
                  [102, 24],
                ],
              ],
            },
          },
        ),
      ),
      ['/features/0/geometry/coordinates/0/1'],
    ],
  ])('is refused with %s, and says where', (_, file, pointers) => {
    expect(pointersOf(file)).toEqual(pointers);
  });

  it('is refused above the greatest number of points, and not at it', () => {
    const ring = (points: number): number[][] => [
      [0, 0],
      ...Array.from({ length: points - 2 }, (_, at) => [at / points, 1]),
      [0, 0],
    ];
    const of = (points: number): unknown =>
      collection(feature({ adcode: 530402 }, { geometry: { type: 'Polygon', coordinates: [ring(points)] } }));
    expect(pointersOf(of(MOST_BOUNDARY_POINTS))).toEqual([]);
    expect(pointersOf(of(MOST_BOUNDARY_POINTS + 1))).toEqual(['/features']);
  });

  it('names each wrong feature at once, and stops at twenty', () => {
    const wrong = Array.from({ length: 30 }, () => feature({ adcode: 530402, name: '江川' }));
    expect(pointersOf(collection(...wrong))).toHaveLength(20);
  });

  it('never throws and never gives a county twice, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue()), (properties, coordinates) => {
        const geometry = { type: 'MultiPolygon', coordinates };
        const outcome = readBoundaryFile(
          collection(feature({ adcode: 530402 }, { geometry }), { properties, geometry }, properties),
          BOTH,
        );
        if (!outcome.ok) return outcome.refusals.every(({ detail }) => detail.zh !== '' && detail.en !== '');
        const counties = outcome.value.shapes.map(({ county }) => county);
        return new Set(counties).size === counties.length && counties.length > 0;
      }),
    );
  });
});
