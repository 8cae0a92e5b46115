import { judgementSentence, tooFewToJudge } from './too-few-to-judge';
import type { Interval } from './ratings';

describe('an interval of a coefficient of agreement', () => {
  it.each<[Interval | null, boolean]>([
    [[0.3, 0.7], false],
    [[0.3, 0.7001], true],
    [[0.9, 1], false],
    [[1, 1], false],
    [null, true],
    [[0.5, 0.4], true],
    [[0.9, 1.1], true],
  ])('%j: too few to judge is %p', (interval, expected) => {
    expect(tooFewToJudge(interval)).toBe(expected);
    expect(judgementSentence(interval).zh.includes('样本太少，不作判断')).toBe(expected);
    expect(judgementSentence(interval).en.startsWith('Too few to judge')).toBe(expected);
  });

  it('is said with its ends', () => {
    expect(judgementSentence([0.019, 0.761]).zh).toBe(
      '样本太少，不作判断（95% 区间 0.019 … 0.761，宽于 0.4）',
    );
    expect(judgementSentence([0.7, 0.9]).en).toBe('95 % interval 0.700 … 0.900: enough to judge');
  });
});
