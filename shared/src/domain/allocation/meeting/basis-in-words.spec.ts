import { isoDate } from '../../period/year-month';
import { sourceOfText } from '../evidence/split-source';
import { CAREFUL_SETTINGS } from '../settings/settings-presets';
import { basisInWords, type EvidenceOfBasis } from './basis-in-words';

const evidence = (scoring: Partial<NonNullable<EvidenceOfBasis['scoring']>> | null): EvidenceOfBasis => ({
  evaluatedYear: 2025,
  lastSplit: { year: 2025, publication: 2025, source: sourceOfText(2025) },
  scoring: scoring && {
    kind: 'departmentEvaluation',
    year: 2025,
    finalisedOn: isoDate('2026-03-02'),
    documentNumber: '玉司发〔2026〕5号',
    ...scoring,
  },
});
const zh = (...given: Parameters<typeof basisInWords>): string[] =>
  basisInWords(...given).map((one) => one.zh);

describe('what a split rests on, for the meeting', () => {
  it('names the split in force, the finalised result with day and document, and the months', () => {
    expect(zh(evidence({}), CAREFUL_SETTINGS)).toEqual([
      '现行分配见2025年项目文本“六、资金安排情况”。',
      '评价结果：2025年度部门评价，2026年3月2日定案（玉司发〔2026〕5号）；只计由县级司法行政部门负责的指标，按其满分折算为100分。',
      '归集数据：2025年1月至12月。',
    ]);
    expect(basisInWords(evidence({}), CAREFUL_SETTINGS)[1]?.en).toMatch(
      /^Results: the department evaluation of 2025, finalised on .+ \(玉司发〔2026〕5号\); only those/,
    );
  });

  it('says the months of the year of the result, and leaves out a number that there is not', () => {
    const all = { ...CAREFUL_SETTINGS, indicators: 'all', window: { years: 2, lastMonth: 10 } } as const;
    const [, result, months] = zh(
      evidence({ kind: 'financeEvaluation', year: 2024, documentNumber: null }),
      all,
    );
    expect(result).toBe('评价结果：2024年度财政评价，2026年3月2日定案；全部指标，用总分。');
    expect(months).toBe('归集数据：2023年1月至2024年10月。');
  });

  it('names no result that does not count', () => {
    const none = { ...CAREFUL_SETTINGS, performance: { mode: 'none' } } as const;
    expect(zh(evidence({}), none)[1]).toBe('评价结果：不计入。');
    expect(zh(evidence(null), CAREFUL_SETTINGS)[1]).toBe('评价结果：不计入。');
  });
});
