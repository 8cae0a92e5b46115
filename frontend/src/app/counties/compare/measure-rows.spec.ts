import type { ComparisonMeasure } from '@yuheng/shared/contract/county-comparisons';
import { groupsOf, lengthOf } from './measure-rows';

const measure = (
  unit: ComparisonMeasure['unit'],
  left: string | null,
  right: string | null,
): ComparisonMeasure => ({
  id: unit,
  group: unit === 'fen' ? 'money' : 'rates',
  name: { zh: '', en: '' },
  unit,
  left: { figure: left, state: left === null ? 'notDue' : 'reported' },
  right: { figure: right, state: right === null ? 'notDue' : 'reported' },
  difference: { zh: '', en: '' },
});

describe('the bars of two sides', () => {
  it('percentages stand on 0 to 100, everything else on the larger of the two', () => {
    expect(lengthOf(measure('percent', '50.00', '25.00'), 'left')).toBe(50);
    expect(lengthOf(measure('fen', '1000', '4000'), 'left')).toBe(25);
    expect(lengthOf(measure('fen', '1000', '4000'), 'right')).toBe(100);
  });

  it('what is not known has no bar, unlike a zero', () => {
    expect(lengthOf(measure('posts', null, '5'), 'left')).toBeNull();
    expect(lengthOf(measure('posts', '0', '0'), 'left')).toBe(0);
  });

  it('measures stand in their groups, in the order of the server', () => {
    const groups = groupsOf({ measures: [measure('percent', '1', '2'), measure('fen', '1', '2')] });
    expect(groups.map(({ id, rows }) => [id, rows.length])).toEqual([
      ['rates', 1],
      ['money', 1],
    ]);
  });
});
