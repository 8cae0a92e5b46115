import { fundsSentence, type FundsTotals } from './funds';

const totals = (given: Partial<FundsTotals>): FundsTotals => ({
  budgetFen: 180_000_000,
  issuedFen: 0,
  receivedFen: 0,
  passedOnFen: 0,
  spentFen: 0,
  advancedFen: 0,
  ...given,
});

describe('where the money is, in one sentence', () => {
  it('calls county advances before the issue normal', () => {
    expect(
      fundsSentence(2026, totals({ advancedFen: 28_100_000 }), { isGathered: true, splitYear: 2026 }).zh,
    ).toBe('2026 年预算 180.00 万元，市级资金尚未下达，县级垫付 28.10 万元待归垫，属正常垫付。');
  });

  it('walks the chain in its order once the money was issued', () => {
    const whole = 180_000_000;
    const said = fundsSentence(
      2025,
      totals({ issuedFen: whole, receivedFen: whole, passedOnFen: whole, spentFen: 174_300_000 }),
      { isGathered: true, splitYear: 2025 },
    );
    expect(said.zh).toBe(
      '2025 年预算 180.00 万元，已下达 180.00 万元，已到位 180.00 万元，已拨付县司法局 180.00 万元，已支出 174.30 万元。',
    );
    expect(said.en).toBe(
      'Of 1,800,000.00 yuan for 2025: 1,800,000.00 yuan issued, 1,800,000.00 yuan received, 1,800,000.00 yuan passed on, 1,743,000.00 yuan spent.',
    );
  });

  it('says every amount in one unit: in 万元 nothing spent yet too, and all in 元 where one would lose something', () => {
    const whole = 180_000_000;
    const issued = totals({ issuedFen: whole, receivedFen: whole, advancedFen: 600_000 });
    expect(fundsSentence(2026, issued, { isGathered: true, splitYear: 2026 }).zh).toBe(
      '2026 年预算 180.00 万元，已下达 180.00 万元，已到位 180.00 万元，已拨付县司法局 0.00 万元，已支出 0.00 万元，县级垫付 0.60 万元待归垫。',
    );
    expect(
      fundsSentence(2026, totals({ advancedFen: 2_812_345 }), { isGathered: true, splitYear: 2026 }).zh,
    ).toBe('2026 年预算 1,800,000.00 元，市级资金尚未下达，县级垫付 28,123.45 元待归垫，属正常垫付。');
    expect(
      fundsSentence(2026, { ...issued, spentFen: 2_812_345 }, { isGathered: true, splitYear: 2026 }).zh,
    ).not.toContain('万元');
  });

  it('says of a program with published amounts only that the rest is not due, and of an empty year that it is empty', () => {
    expect(
      fundsSentence(2025, totals({ budgetFen: 77_000_000 }), { isGathered: false, splitYear: 2025 }).zh,
    ).toBe('2025 年已公布分配 77.00 万元，下达、到位和支出尚未归集（未到期）。');
    expect(fundsSentence(2019, totals({ budgetFen: 0 }), { isGathered: false, splitYear: 2019 }).zh).toBe(
      '2019 年没有已载入的资金数据。',
    );
  });

  it('calls a budget that no text of its year prints the split in force, and by which year it is published', () => {
    const carried = { isGathered: true, splitYear: 2025 };
    expect(fundsSentence(2026, totals({}), carried)).toEqual({
      zh: '2026 年预算（现行分配，2025年公布）180.00 万元，市级资金尚未下达。',
      en: 'Of 1,800,000.00 yuan for 2026 (the split in force, published for 2025) nothing is issued yet.',
    });
    expect(fundsSentence(2026, totals({ issuedFen: 180_000_000 }), carried).zh).toContain(
      '2026 年预算（现行分配，2025年公布）180.00 万元，已下达',
    );
    expect(fundsSentence(2026, totals({}), { ...carried, isGathered: false }).zh).toBe(
      '2026 年预算（现行分配，2025年公布）180.00 万元，下达、到位和支出尚未归集（未到期）。',
    );
    expect(fundsSentence(2026, totals({}), { isGathered: true, splitYear: null }).zh).not.toContain('公布');
  });
});
