import { burdenInWords, burdenOf, minutesOf } from './burden-of-month';

const month = (asked: number, seconds = 0, returned = 0) => ({ asked, entered: asked, seconds, returned });

describe('the burden of months', () => {
  it.each([
    [0, 0],
    [1, 1],
    [60, 1],
    [61, 2],
  ])('of %i seconds is %i minutes, begun ones counted whole', (seconds, minutes) => {
    expect(minutesOf(seconds)).toBe(minutes);
  });

  it('adds up, and of no month is nothing', () => {
    expect(burdenOf([month(15, 60, 1), month(16, 30)])).toEqual({
      asked: 31,
      entered: 31,
      seconds: 90,
      returned: 1,
    });
    expect(burdenOf([])).toEqual({ asked: 0, entered: 0, seconds: 0, returned: 0 });
  });

  it('is said by its average of a month, half up, and names no county', () => {
    expect(burdenInWords([month(15, 100, 1), month(16, 600)])).toEqual({
      zh: '平均每县（市、区）每月要求填报 15.5 项，填报用时 6.0 分钟；共退回 1 次。',
      en: 'A month asks a county for 15.5 figures on average and takes 6.0 minutes; sheets were sent back 1 time.',
    });
    expect(burdenInWords([month(1), month(1), month(3)]).zh).toContain('1.7 项');
    expect(burdenInWords([]).zh).toBe('本年度尚未要求填报。');
  });
});
