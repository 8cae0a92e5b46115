import { bilingual, type Bilingual } from '../bilingual';
import { fen, type Fen } from '../money/fen';
import { printYuan } from '../money/print-money';

/** One county and month, as its spending sheet says it and as its ledger does. */
export interface MonthToReconcile {
  readonly posts: number;
  readonly personsOnPost: number;
  /** The city part that reached the persons, by the sheet. */
  readonly paid: Fen;
  /** The city part by the ledger: grant and advances of that month worked. null: the sheet is not approved, nothing is posted. */
  readonly posted: Fen | null;
  readonly fenPerPostMonth: Fen;
  readonly explained: boolean;
}

export interface ReconciledMonth {
  /** On-post months × 1,000 元. */
  readonly expected: Fen;
  /** paid − expected. */
  readonly difference: Fen;
  /** What vacant posts left unused of the city part (空缺结余). */
  readonly vacancySurplus: Fen;
  /** Something differs or is left over, and the county has not said why. */
  readonly toExplain: boolean;
  readonly text: Bilingual;
}

/**
 * 对账: on-post months × 1,000 元 = city part, per county and month; a surplus of vacant posts must be explained. Everything is said in
 * one sentence. Example: 15 posts, 14 on post, 14,000.00 paid → no difference, a surplus of 1,000.00 to be explained.
 */
export function reconcile(month: MonthToReconcile): ReconciledMonth {
  const { posts, personsOnPost, paid, posted, fenPerPostMonth, explained } = month;
  const expected = fen(personsOnPost * fenPerPostMonth);
  const difference = fen(paid - expected);
  const vacancies = Math.max(0, posts - personsOnPost);
  const vacancySurplus = fen(vacancies * fenPerPostMonth);
  const needsWords = difference !== 0 || vacancySurplus > 0;
  const parts = [
    bilingual(
      `在岗${personsOnPost}人，应发市级补助${printYuan(expected)}元，实发${printYuan(paid)}元`,
      `${personsOnPost} on post, ${printYuan(expected)} yuan of city part due, ${printYuan(paid)} paid`,
    ),
    differenceInWords(difference),
    ...(vacancies > 0
      ? [
          bilingual(
            `空缺${vacancies}个名额，结余${printYuan(vacancySurplus)}元`,
            `${vacancies} vacant, ${printYuan(vacancySurplus)} left over`,
          ),
        ]
      : []),
    ...(posted !== null && posted !== paid
      ? [
          bilingual(
            `资金登记为${printYuan(posted)}元，与支出表不符，请核对`,
            `the ledger says ${printYuan(posted)}, unlike the sheet: check it`,
          ),
        ]
      : []),
    ...(needsWords
      ? [explained ? bilingual('已说明', 'explained') : bilingual('请县级说明', 'to be explained')]
      : []),
  ];
  return {
    expected,
    difference,
    vacancySurplus,
    toExplain: needsWords && !explained,
    text: bilingual(`${parts.map(({ zh }) => zh).join('；')}。`, `${parts.map(({ en }) => en).join('; ')}.`),
  };
}

function differenceInWords(difference: Fen): Bilingual {
  const amount = printYuan(fen(Math.abs(difference)));
  if (difference === 0) return bilingual('相符', 'they agree');
  return difference > 0
    ? bilingual(`多发${amount}元`, `${amount} too much`)
    : bilingual(`少发${amount}元`, `${amount} too little`);
}
