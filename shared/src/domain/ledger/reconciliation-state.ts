import { bilingual, type Bilingual } from '../bilingual';
import type { Fen } from '../money/fen';

/** A month that was reconciled, as far as its state goes. */
export interface MonthReconciled {
  readonly paid: Fen;
  /** null: the sheet is not approved, nothing is posted. */
  readonly posted: Fen | null;
  readonly toExplain: boolean;
  readonly explained: boolean;
}

/** 对账 of one county and year in counts; every reported month stands in one of agreeing, explained and toExplain. */
export interface ReconciliationState {
  readonly months: number;
  readonly agreeing: number;
  readonly explained: number;
  readonly toExplain: number;
  /** Months whose ledger says another amount than their approved sheet, whatever was said of them. */
  readonly unlike: number;
}

/** What the months of a county come to. A month in which the ledger is unlike the sheet does not agree, even if nothing else differs. */
export function reconciliationState(months: readonly MonthReconciled[]): ReconciliationState {
  const isUnlike = ({ paid, posted }: MonthReconciled): boolean => posted !== null && posted !== paid;
  const toExplain = months.filter((one) => one.toExplain || (isUnlike(one) && !one.explained)).length;
  const explained = months.filter((one) => !one.toExplain && one.explained).length;
  return {
    months: months.length,
    agreeing: months.length - toExplain - explained,
    explained,
    toExplain,
    unlike: months.filter(isUnlike).length,
  };
}

/**
 * The state in one sentence. Example: "已报 12 个月：10 个月相符，1 个月已说明，1 个月待说明。"; without a reported month: "没有可对账的月份。"
 */
export function reconciliationInWords({
  months,
  agreeing,
  explained,
  toExplain,
  unlike,
}: ReconciliationState): Bilingual {
  if (months === 0) return bilingual('没有可对账的月份。', 'There is no month to reconcile.');
  const parts = [
    bilingual(`${agreeing} 个月相符`, `${agreeing} agree`),
    ...(explained > 0 ? [bilingual(`${explained} 个月已说明`, `${explained} explained`)] : []),
    ...(toExplain > 0 ? [bilingual(`${toExplain} 个月待说明`, `${toExplain} to be explained`)] : []),
    ...(unlike > 0
      ? [bilingual(`${unlike} 个月资金登记与支出表不符`, `${unlike} with a ledger unlike the sheet`)]
      : []),
  ];
  return bilingual(
    `已报 ${months} 个月：${parts.map(({ zh }) => zh).join('，')}。`,
    `Of ${months === 1 ? '1 month' : `${months} months`} reported: ${parts.map(({ en }) => en).join(', ')}.`,
  );
}
