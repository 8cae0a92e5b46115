import { isoDate } from '../period/year-month';
import { readCounty } from './read-county';

const today = isoDate('2026-03-20');
const regions = {
  province: { name: '云南省' },
  city: { name: '玉溪市' },
  counties: [
    {
      id: 'jiangchuan',
      shortName: '江川',
      aliases: ['江川区', '江川县'],
      history: [
        { code: '530421', name: '江川县', until: '2015-12-31' },
        { code: '530403', name: '江川区', from: '2016-01-01' },
      ],
    },
  ],
};

describe('a county in a cell', () => {
  it('is read without a word by the name in force', () => {
    expect(readCounty('江川区', regions, today, '')).toEqual({
      ok: true,
      value: { value: 'jiangchuan', understood: null },
    });
  });

  it.each(['江川县', '江川', '玉溪市江川区司法局'])('is understood as “%s”, and that is said', (text) => {
    const outcome = readCounty(text, regions, today, '');
    expect(outcome).toMatchObject({ ok: true, value: { value: 'jiangchuan' } });
    expect(JSON.stringify(outcome)).toContain(`“${text}”按“江川区”读取`);
  });

  it('is refused at its pointer where the name is nobody’s', () => {
    expect(readCounty('昭通市', regions, today, '/A4')).toMatchObject({
      ok: false,
      refusals: [{ pointer: '/A4' }],
    });
  });
});
