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

/** On what the sentence rests. */
export interface FundsBasis {
  /** Whether anything but the published amounts was to be gathered of the year. */
  readonly isGathered: boolean;
  /** The year whose publication says the budget; null where none says it as it stands. */
  readonly splitYear: number | null;
}

/**
 * Where the money is, in one sentence. Before the issue it says what the counties have advanced, which is normal and no
 * fault. A budget by the split in force, published for an earlier year, is called that. All amounts are in one
 * unit, 万元 where none loses anything. Example: "2025 年预算 180.00 万元，已下达 180.00 万元，已到位 180.00 万元，已拨付县司法局 180.00 万元，已支出 …。"
 */
export function fundsSentence(
  year: number,
  totals: FundsTotals,
  { isGathered, splitYear }: FundsBasis,
): Bilingual {
  const basis = carriedOver(year, splitYear);
  if (!isGathered) return notGathered(year, totals.budgetFen, basis);
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
      `${year} 年预算${basis.zh || ' '}${say(totals.budgetFen).zh}，市级资金尚未下达`,
      `Of ${say(totals.budgetFen).en} for ${year}${basis.en} nothing is issued yet`,
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
    `${year} 年预算${basis.zh || ' '}${say(totals.budgetFen).zh}，${links.map((one) => one.zh).join('，')}。`,
    `Of ${say(totals.budgetFen).en} for ${year}${basis.en}: ${links.map((one) => one.en).join(', ')}.`,
  );
}

/** What is said of a budget that no publication of its own year says. */
const carriedOver = (year: number, splitYear: number | null): Bilingual =>
  splitYear === null || splitYear === year
    ? bilingual('', '')
    : bilingual(`（现行分配，${splitYear}年公布）`, ` (the split in force, published for ${splitYear})`);

function notGathered(year: number, budgetFen: number, basis: Bilingual): Bilingual {
  if (budgetFen === 0) return bilingual(`${year} 年没有已载入的资金数据。`, `Nothing is loaded for ${year}.`);
  const budget = amountInWords(fen(budgetFen));
  if (basis.zh !== '') {
    return bilingual(
      `${year} 年预算${basis.zh || ' '}${budget.zh}，下达、到位和支出尚未归集（未到期）。`,
      `${budget.en} for ${year}${basis.en}; issue, receipt and spending are not gathered yet (not due).`,
    );
  }
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
