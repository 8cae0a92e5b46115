import { isoDate } from '../period/year-month';
import {
  type County,
  countyCodeOn,
  countyIdOfName,
  countyNameOn,
  datedNameAsPrinted,
  type Regions,
} from './dated-names';

const jiangchuan: County = {
  id: 'jiangchuan',
  shortName: '江川',
  aliases: ['江川县', '江川区'],
  history: [
    { code: '530421', name: '江川县', until: '2015-12-31' },
    { code: '530403', name: '江川区', from: '2016-01-01' },
  ],
};
const eshan: County = {
  id: 'eshan',
  shortName: '峨山',
  aliases: ['峨山县', '峨山彝族自治县'],
  history: [{ code: '530426', name: '峨山彝族自治县' }],
};
const regions: Regions = {
  province: { name: '云南省' },
  city: { name: '玉溪市' },
  counties: [jiangchuan, eshan],
};

describe('dated names', () => {
  test('a county is called by the name in force on the day, both ends included', () => {
    expect(countyNameOn(jiangchuan, isoDate('2015-12-31'))).toBe('江川县');
    expect(countyNameOn(jiangchuan, isoDate('2016-01-01'))).toBe('江川区');
    expect(countyCodeOn(jiangchuan, isoDate('2014-06-01'))).toBe('530421');
    expect(countyCodeOn(jiangchuan, isoDate('2025-06-01'))).toBe('530403');
  });

  test('a day that a history does not cover is a broken precondition', () => {
    const late = { ...jiangchuan, history: [{ code: '530403', name: '江川区', from: '2016-01-01' }] };
    expect(() => countyNameOn(late, isoDate('2015-12-31'))).toThrow('jiangchuan');
  });

  test.each([
    ['江川县', 'jiangchuan'],
    ['江川区', 'jiangchuan'],
    ['江川', 'jiangchuan'],
    ['江 川　区司法局', 'jiangchuan'],
    ['玉溪市江川区财政局', 'jiangchuan'],
    ['云南省玉溪市峨山县', 'eshan'],
    ['峨山彝族自治县司法局', 'eshan'],
    ['安宁市', null],
    ['玉溪市', null],
    ['', null],
  ])('the name "%s" stands for %s', (name, id) => {
    expect(countyIdOfName(name, regions)).toBe(id);
  });

  test('a name that two counties share stands for neither', () => {
    const other: County = { ...eshan, id: 'other', aliases: [], history: [{ code: '1', name: '峨山市' }] };
    const two = { ...regions, counties: [jiangchuan, eshan, other] };
    expect(countyIdOfName('峨山', two)).toBeNull();
    expect(countyIdOfName('峨山县', two)).toBe('eshan');
    expect(countyIdOfName('峨山市', two)).toBe('other');
  });

  test('a customary short form is no part of the history', () => {
    expect(datedNameAsPrinted(eshan, '峨山县')).toBeNull();
    expect(datedNameAsPrinted(jiangchuan, '江川县')?.until).toBe('2015-12-31');
  });
});
