import { readSpendingLadder } from './spending-ladder';

describe('YUHENG_SPENDING_LADDER', () => {
  it('is none unless it is set', () => {
    expect(readSpendingLadder(undefined)).toBeNull();
    expect(readSpendingLadder('')).toBeNull();
  });

  it('names months and percents', () => {
    expect(readSpendingLadder('4:25, 6:40')).toEqual([
      { month: 4, percent: 25 },
      { month: 6, percent: 40 },
    ]);
  });

  it.each(['4', '0:25', '13:25', '4:0', '4:101', '4:25,4:40', '6:40,4:25', '4:25,6:25', '4:25,'])(
    'refuses %s',
    (text) => {
      expect(() => readSpendingLadder(text)).toThrow('YUHENG_SPENDING_LADDER');
    },
  );
});
