import { judgementSentence, tooFewToJudge } from './too-few-to-judge';
import type { Interval } from './ratings';

describe('an interval of a coefficient of agreement', () => {
  it.each<[Interval | null, number, boolean]>([
    [[0.3, 0.7], 3, false],
    [[0.3, 0.7], 2, true],
    [[0.3, 0.7001], 9, true],
    [[0.9, 1], 3, false],
    [[1, 1], 9, true],
    [[0.5, 0.5], 9, true],
    [null, 9, true],
    [null, 2, true],
    [[0.5, 0.4], 9, true],
    [[0.9, 1.1], 9, true],
  ])('%j of %d things: too few to judge is %p', (interval, things, expected) => {
    expect(tooFewToJudge(interval, things)).toBe(expected);
    expect(judgementSentence(interval, things).zh.includes('样本太少，不作判断')).toBe(expected);
    expect(judgementSentence(interval, things).en.startsWith('Too few to judge')).toBe(expected);
  });

  it('is said with its ends, three decimals and a real minus', () => {
    expect(judgementSentence([0.019, 0.761], 6).zh).toBe(
      '样本太少，不作判断（95% 区间 0.019 … 0.761，宽于 0.4）',
    );
    expect(judgementSentence([-2.10088, 0.5], 6).en).toBe(
      'Too few to judge (95 % interval −2.101 … 0.500, wider than 0.4)',
    );
    expect(judgementSentence([0.7, 0.9], 6).en).toBe('95 % interval 0.700 … 0.900: enough to judge');
  });

  it('is no evidence without width, nor of two things', () => {
    expect(judgementSentence([1, 1], 6)).toEqual({
      zh: '样本太少，不作判断（95% 区间 1.000 … 1.000，宽度为 0，看不出误差）',
      en: 'Too few to judge (95 % interval 1.000 … 1.000, without any width: it shows no error)',
    });
    expect(judgementSentence([1, 1], 2)).toEqual({
      zh: '样本太少，不作判断（可比较的对象只有 2 个，至少需要 3 个）',
      en: 'Too few to judge (2 things that can be compared; 3 are needed at least)',
    });
    expect(judgementSentence([1, 1], 1).en).toBe(
      'Too few to judge (1 thing that can be compared; 3 are needed at least)',
    );
  });
});
