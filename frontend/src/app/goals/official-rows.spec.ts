import type { GoalKind } from '@yuheng/shared/domain/goals/goal';
import { officialRows } from './official-rows';

describe('the lines of the official table', () => {
  it('stand in the order of the form, and a kind’s cell is as high as its lines', () => {
    const kinds: GoalKind[] = ['satisfaction', 'quality', 'social', 'quantity', 'quality'];
    const rows = officialRows(kinds, (kind) => kind);
    expect(rows.map(({ item }) => item)).toEqual([
      'quantity',
      'quality',
      'quality',
      'social',
      'satisfaction',
    ]);
    expect(rows.map(({ group }) => group && [group.name.zh, group.rows])).toEqual([
      ['产出指标', 3],
      null,
      null,
      ['效益指标', 1],
      ['满意度指标', 1],
    ]);
    expect(rows.map(({ kind }) => kind?.rows ?? null)).toEqual([1, 2, null, 1, 1]);
  });

  it('are none where there is no indicator', () => {
    expect(officialRows([], () => 'quality')).toEqual([]);
  });
});
