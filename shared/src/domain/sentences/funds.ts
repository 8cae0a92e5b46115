import { bilingual, type Bilingual } from '../bilingual';
import { fen } from '../money/fen';
import { amountInWords, amountsInWords } from '../money/print-money';

/** Sums over the counties, in fen. */
export interface FundsTotals {
  readonly budgetFen: number;
  readonly issuedFen: number;
  readonly receivedFen: number;
  readonly passedOnFen: number;
  readonly spentFen: number;
  /** Laid out by the counties and not settled yet. */
  readonly advancedFen: number;
}

/**
 * Where the money is, in one sentence. Before the issue it says what the counties have advanced, which is normal and no
 * fault. All amounts are in one
 * unit, 万元 where none loses anything. Example: "2025 年预算 180.00 万元，已下达 180.00 万元，已到位 180.00 万元，已拨付县司法局 180.00 万元，已支出 …。"
 */
export function fundsSentence(year: number, totals: FundsTotals, isGathered: boolean): Bilingual {
  if (!isGathered) return notGathered(year, totals.budgetFen);
  const say = inOneUnit(totals);
  const advanced =
    totals.advancedFen > 0
      ? bilingual(
          `县级垫付 ${say(totals.advancedFen).zh}待归垫`,
          `${say(totals.advancedFen).en} advanced by the counties is to be settled`,
        )
      : null;
  if (totals.issuedFen === 0) {
    const start = bilingual(
      `${year} 年预算 ${say(totals.budgetFen).zh}，市级资金尚未下达`,
      `Of ${say(totals.budgetFen).en} for ${year} nothing is issued yet`,
    );
    return advanced
      ? bilingual(
          `${start.zh}，${advanced.zh}，属正常垫付。`,
          `${start.en}; ${advanced.en}, which is normal.`,
        )
      : bilingual(`${start.zh}。`, `${start.en}.`);
  }
  const links = [
    bilingual(`已下达 ${say(totals.issuedFen).zh}`, `${say(totals.issuedFen).en} issued`),
    bilingual(`已到位 ${say(totals.receivedFen).zh}`, `${say(totals.receivedFen).en} received`),
    bilingual(`已拨付县司法局 ${say(totals.passedOnFen).zh}`, `${say(totals.passedOnFen).en} passed on`),
    bilingual(`已支出 ${say(totals.spentFen).zh}`, `${say(totals.spentFen).en} spent`),
    ...(advanced ? [advanced] : []),
  ];
  return bilingual(
    `${year} 年预算 ${say(totals.budgetFen).zh}，${links.map((one) => one.zh).join('，')}。`,
    `Of ${say(totals.budgetFen).en} for ${year}: ${links.map((one) => one.en).join(', ')}.`,
  );
}

function notGathered(year: number, budgetFen: number): Bilingual {
  if (budgetFen === 0) return bilingual(`${year} 年没有已载入的资金数据。`, `Nothing is loaded for ${year}.`);
  const budget = amountInWords(fen(budgetFen));
  return bilingual(
    `${year} 年已公布分配 ${budget.zh}，下达、到位和支出尚未归集（未到期）。`,
    `${budget.en} published for ${year}; issue, receipt and spending are not gathered yet (not due).`,
  );
}

/** The amounts that the sentence says, all in one unit; before the issue there are two. */
function inOneUnit(totals: FundsTotals): (amount: number) => Bilingual {
  const { budgetFen, issuedFen, receivedFen, passedOnFen, spentFen, advancedFen } = totals;
  const told =
    issuedFen === 0
      ? [budgetFen, advancedFen]
      : [budgetFen, issuedFen, receivedFen, passedOnFen, spentFen, advancedFen];
  const words = amountsInWords(told.map((one) => fen(one)));
  return (amount) => words[told.indexOf(amount)] ?? amountInWords(fen(amount));
}
