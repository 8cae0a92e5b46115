import { itemOfRow, rowOfItem } from './rows';

describe('rows of the twin table and items of the chart', () => {
  const named = {
    series: [{ data: [null, { value: 3, row: 0 }] }, { data: [{ value: 1, row: 1 }, null] }],
  };

  it('go by the row that an item names', () => {
    expect(itemOfRow(named, 1)).toEqual({ seriesIndex: 1, dataIndex: 0 });
    expect(rowOfItem(named, 1, 0)).toBe(1);
    expect(rowOfItem(named, 0, 1)).toBe(0);
  });

  it('go by the place in the first series where items name none', () => {
    const plain = { series: [{ data: [1, 2, 3] }, { data: [[2, 0]] }] };
    expect(itemOfRow(plain, 2)).toEqual({ seriesIndex: 0, dataIndex: 2 });
    expect(rowOfItem(plain, 1, 0)).toBe(0);
  });
});
