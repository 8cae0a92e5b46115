import { bilingual, type Bilingual } from '../bilingual';
import { fen, type Fen } from '../money/fen';
import { printYuan } from '../money/print-money';
import type { LedgerBalance } from './ledger';

/**
 * What a ledger comes to, in one sentence. Spending the city part beyond the budget is allowed, and flagged; an advance counts as
 * spent from the day on which the county paid it. What was returned is not among what was received.
 * Example: received 180,000, paid 170,000, advanced 15,000, budget 180,000 → 10,000 left, 15,000 to settle, 5,000 over budget.
 */
export function balanceInWords(
  { received, granted, advanced, returned }: LedgerBalance,
  budget: Fen | null,
): { readonly text: Bilingual; readonly overBudget: boolean } {
  const over = budget === null ? 0 : granted + advanced - budget;
  const [receivedText, grantedText, leftText] = [received, granted, fen(received - granted)].map(printYuan);
  const advancedText = printYuan(advanced);
  const overText = printYuan(fen(Math.max(0, over)));
  const zh = [
    `市级补助已到位${receivedText}元，已支付${grantedText}元，余${leftText}元`,
    ...(returned > 0 ? [`已交回市级${printYuan(returned)}元`] : []),
    ...(advanced > 0 ? [`县级垫付${advancedText}元尚未归垫`] : []),
    ...(over > 0 ? [`支出超出预算${overText}元，请说明`] : []),
  ];
  const en = [
    `${receivedText} yuan of the city grant received, ${grantedText} paid, ${leftText} left`,
    ...(returned > 0 ? [`${printYuan(returned)} returned to the city`] : []),
    ...(advanced > 0 ? [`${advancedText} advanced by the county and not settled`] : []),
    ...(over > 0 ? [`${overText} over the budget, to be explained`] : []),
  ];
  return { text: bilingual(`${zh.join('；')}。`, `${en.join('; ')}.`), overBudget: over > 0 };
}
