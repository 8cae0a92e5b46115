import { resultSentence } from './result-sentence';

const FINAL = { finalisedOn: '2026-03-12', documentNumber: '演示司发〔2026〕9号' };

describe('a result in one sentence', () => {
  it('counts the grades of the counties that are seen', () => {
    const rows = (['excellent', 'excellent', 'fair'] as const).map((grade) => ({ total: '90.00', grade }));
    expect(resultSentence(rows, FINAL)).toEqual({
      zh: '2026年3月12日定案（演示司发〔2026〕9号）：3个县（市、区）中优2个，良0个，中1个，差0个。',
      en: 'Final since 2026-03-12 (演示司发〔2026〕9号): of 3 counties 2 excellent, 0 good, 1 fair, 0 poor.',
    });
  });

  it('tells a county, which sees its own row alone, its score and grade', () => {
    expect(resultSentence([{ total: '87.39', grade: 'good' }], FINAL).zh).toBe(
      '2026年3月12日定案（演示司发〔2026〕9号）：得分87.39，等级良。',
    );
    expect(resultSentence([{ total: null, grade: null }], FINAL).zh).toMatch(/没有得分。$/);
  });

  it('says no grade of a draft', () => {
    expect(resultSentence([{ total: '87.39', grade: null }], null).zh).toBe(
      '征求意见稿，尚未定案：不评等级，不排位次。',
    );
  });
});
