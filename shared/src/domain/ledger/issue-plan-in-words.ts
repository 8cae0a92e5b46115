import { decisionLabel, type DecisionDocument } from '../allocation/deciding/decision-in-words';
import { bilingual, type Bilingual } from '../bilingual';
import { fen, type Fen } from '../money/fen';
import { amountsInWords } from '../money/print-money';

/** 下达计划 of a decided split, beside what was issued so far. */
export interface IssuePlanFigures extends DecisionDocument {
  readonly year: number;
  readonly plannedFen: Fen;
  readonly issuedFen: Fen;
}

/**
 * The plan of a year in one sentence: by which document, how much, how much of it is issued, and what is left to issue or
 * was issued beyond it. Amounts exact, all in one unit.
 *
 * Example: 按玉司发〔2026〕12号（2026年4月2日印发），2026 年计划下达 180.00 万元，已下达 90.00 万元，尚有 90.00 万元待下达。
 */
export function issuePlanSentence({ year, plannedFen, issuedFen, ...document }: IssuePlanFigures): Bilingual {
  const label = decisionLabel(document);
  const left = fen(plannedFen - issuedFen);
  const [planned, issued, difference] = amountsInWords([plannedFen, issuedFen, fen(Math.abs(left))]);
  if (!planned || !issued || !difference) throw new RangeError('Three amounts are said.');
  const rest = restClause(left, difference);
  return bilingual(
    `按${label.zh}，${year} 年计划下达 ${planned.zh}，已下达 ${issued.zh}，${rest.zh}。`,
    `By ${label.en}: ${planned.en} to be issued in ${year}, ${issued.en} issued, ${rest.en}.`,
  );
}

function restClause(left: Fen, amount: Bilingual): Bilingual {
  if (left === 0) return bilingual('与计划一致', 'as planned');
  return left > 0
    ? bilingual(`尚有 ${amount.zh}待下达`, `${amount.en} left to issue`)
    : bilingual(`超出计划 ${amount.zh}，请核对`, `${amount.en} beyond the plan: check it`);
}
