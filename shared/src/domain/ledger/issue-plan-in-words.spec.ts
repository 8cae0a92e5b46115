import { fen } from '../money/fen';
import { issuePlanSentence } from './issue-plan-in-words';

const plan = (plannedFen: number, issuedFen: number) =>
  issuePlanSentence({
    documentNumber: '玉司发〔2026〕12号',
    decidedOn: '2026-04-02',
    year: 2026,
    plannedFen: fen(plannedFen),
    issuedFen: fen(issuedFen),
  });

describe('the plan of issues in words', () => {
  it('says the document, what is planned, what is issued and what is left', () => {
    expect(plan(180_000_000, 90_000_000)).toEqual({
      zh: '按玉司发〔2026〕12号（2026年4月2日印发），2026 年计划下达 180.00 万元，已下达 90.00 万元，尚有 90.00 万元待下达。',
      en: 'By 玉司发〔2026〕12号, promulgated on 2026-04-02: 1,800,000.00 yuan to be issued in 2026, 900,000.00 yuan issued, 900,000.00 yuan left to issue.',
    });
  });

  it('says where as much was issued as planned, and where more was', () => {
    expect(plan(180_000_000, 180_000_000).zh).toMatch(/已下达 180\.00 万元，与计划一致。$/);
    expect(plan(16_800_000, 18_000_000).zh).toMatch(/超出计划 1\.20 万元，请核对。$/);
  });
});
