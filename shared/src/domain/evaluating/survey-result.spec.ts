import { checkAnswer, checkSurveyCounts, isSatisfied, surveyResult, surveySentence } from './survey-result';

describe('a satisfaction survey', () => {
  it('has a rate from 30 valid answers on, and never one with 29', () => {
    expect(surveyResult({ valid: 30, satisfied: 27 })).toEqual({
      state: 'enough',
      valid: 30,
      satisfied: 27,
      rate: '90.00',
    });
    expect(surveyResult({ valid: 29, satisfied: 27 })).toEqual({ state: 'tooFew', valid: 29 });
  });

  it('rounds its rate half up to two decimals', () => {
    expect(surveyResult({ valid: 48, satisfied: 41 })).toMatchObject({ rate: '85.42' });
    expect(surveyResult({ valid: 32, satisfied: 29 })).toMatchObject({ rate: '90.63' });
  });

  it('says its counts, and 样本不足 instead of a rate where they are few', () => {
    const counts = { issued: 40, returned: 36, valid: 29, satisfied: 29 };
    expect(surveySentence(counts).zh).toBe(
      '发放40份、回收36份、有效29份，不足30份，样本不足，不计算满意度。',
    );
    expect(surveySentence({ ...counts, valid: 35 }).zh).toBe(
      '发放40份、回收36份、有效35份，其中满意29份，满意度82.86%。',
    );
  });

  it('figures from paper do not grow on their way', () => {
    const pointers = checkSurveyCounts({ issued: 1, returned: 2, valid: 3, satisfied: 4 }).map(
      (one) => one.pointer,
    );
    expect(pointers).toEqual(['/returned', '/valid', '/satisfied']);
    expect(checkSurveyCounts({ issued: 40, returned: 40, valid: 40, satisfied: 40 })).toEqual([]);
  });

  it('an answer gives each question one choice and no other', () => {
    expect(checkAnswer(['overall', 'q1'], { overall: 5, q1: 1 })).toEqual([]);
    const pointers = checkAnswer(['overall', 'q1', 'q2'], { overall: 6, q1: 4, q9: 1 }).map(
      (one) => one.pointer,
    );
    expect(pointers).toEqual(['/choices/overall', '/choices/q2', '/choices/q9']);
  });

  it('an answer is satisfied from 满意 on', () => {
    expect([3, 4, 5].map((overall) => isSatisfied({ overall, q1: 1 }))).toEqual([false, true, true]);
  });
});
