import { ageBands } from './finding-ages';

describe('the ages of findings that wait', () => {
  it('lie in one band each, its ends included', () => {
    expect(ageBands([0, 10, 11, 20, 60, 61])).toEqual([
      { from: 0, to: 10, count: 2 },
      { from: 11, to: 20, count: 2 },
      { from: 21, to: 60, count: 1 },
      { from: 61, to: null, count: 1 },
    ]);
  });

  it('are none where nothing waits', () => {
    expect(ageBands([]).map(({ count }) => count)).toEqual([0, 0, 0, 0]);
  });
});
