import type { County } from '@yuheng/shared/contract/counties';
import { profileRows } from './profile-rows';

const said = (zh: string) => ({ zh, en: zh });
const result = {
  dimensions: [{ id: 'process', name: said('过程'), marks: '30', score: '29.67' }],
  total: '92.74',
  fullMarks: '120',
} as unknown as NonNullable<County['result']>;
const beside: NonNullable<County['beside']> = {
  shares: [{ id: 'process', share: '98.90' }],
  city: { counties: 9, total: '90.00', shares: [{ id: 'process', share: '97.00' }] },
  alike: {
    sentence: said('相近'),
    counties: [{ id: 'b', name: '演示乙县', total: null, shares: [{ id: 'process', share: '95.00' }] }],
  },
  opinions: { sentence: said(''), rows: [] },
};

describe('the profile of a county', () => {
  it('puts own share, median and counties in like conditions into one row a dimension, and the total last out of full marks', () => {
    expect(profileRows(result, beside)).toEqual([
      {
        id: 'process',
        name: said('过程'),
        marks: '30',
        score: '29.67',
        share: '98.90',
        city: '97.00',
        alike: { b: '95.00' },
      },
      {
        id: 'total',
        name: null,
        marks: '120',
        score: '92.74',
        share: '77.28',
        city: '75.00',
        alike: { b: null },
      },
    ]);
  });

  it('has no median where too few counties have a result, and no others for who reads one county', () => {
    const [row] = profileRows(result, { ...beside, city: null, alike: null });
    expect([row?.city, row?.alike]).toEqual([null, {}]);
  });
});
