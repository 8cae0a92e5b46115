import { anonymised, nameReplacer } from './anonymous-places';
import type { PlaceRow } from './places.repository';

const row = (id: string, kind: PlaceRow['kind'], name: string): PlaceRow => ({
  id,
  kind,
  name,
  parent: null,
  code: '530000',
  row: null,
  column: null,
});

describe('anonymous names', () => {
  const places = [
    row('yn', 'province', '云南省'),
    row('yx', 'city', '玉溪市'),
    row('a', 'county', '红塔区'),
    row('o', 'office', '玉兴街道司法所'),
    row('b', 'county', '江川区'),
  ];

  it('number counties and offices by their order and leave the province as it is', () => {
    expect(anonymised(places).map(({ name, code }) => [name, code])).toEqual([
      ['云南省', '530000'],
      ['演示市', ''],
      ['演示甲县', ''],
      ['演示司法所 1', ''],
      ['演示乙县', ''],
    ]);
  });

  const replace = nameReplacer(
    [
      { placeId: 'yx', name: '玉溪市' },
      { placeId: 'b', name: '江川县' },
      { placeId: 'b', name: '江川区' },
      { placeId: 'e', name: '峨山彝族自治县' },
      { placeId: 'yn', name: '云南省' },
    ],
    new Map([
      ['yx', '演示市'],
      ['b', '演示乙县'],
      ['e', '演示庚县'],
    ]),
  );

  it('are written over former, full and short names, the longest first', () => {
    expect(replace('玉溪市江川县、江川区和江川，峨山彝族自治县')).toBe(
      '演示市演示乙县、演示乙县和演示乙，演示庚县',
    );
  });

  it('reach every text of a value and leave figures, keys and unhidden places alone', () => {
    expect(replace({ 江川区: ['江川区', 1, null, { deep: '云南省玉溪' }] })).toEqual({
      江川区: ['演示乙县', 1, null, { deep: '云南省演示' }],
    });
  });

  it('with nothing to hide give the very same value back', () => {
    const value = { text: '江川区' };
    expect(nameReplacer([{ placeId: 'b', name: '江川区' }], new Map())(value)).toBe(value);
  });
});
