import type { IsoDate } from '../period/year-month';
import { type Refusal, refusal } from '../refusal';

/** 用工方式. */
export const EMPLOYMENTS = ['laborContract', 'laborDispatch', 'publicWelfarePost', 'other'] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

/** 合同期限: null where nothing is agreed, `until` null for a contract without an end (无固定期限). */
export interface ContractTerm {
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

/** A contract does not end before it begins, and has no end without a beginning. @returns why not, or nothing */
export function contractRefusals({ from, until }: ContractTerm): Refusal[] {
  if (until === null) return [];
  if (from === null) {
    return [
      refusal(
        '/contractFrom',
        '填写了合同终止日期，请同时填写起始日期。',
        'The contract has a last day: enter its first day as well.',
      ),
    ];
  }
  if (from <= until) return [];
  return [
    refusal(
      '/contractUntil',
      `合同终止日期 ${until} 早于起始日期 ${from}，请对照合同核对。`,
      `The contract’s last day, ${until}, lies before its first one, ${from}: check the contract.`,
    ),
  ];
}
