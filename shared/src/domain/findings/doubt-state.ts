import type { IsoDate } from '../period/year-month';

/** 疑点（待核实） · 已提交说明 · 已说明 · 转为问题. It follows from what was done; nothing else is stored. */
export type DoubtState = 'waiting' | 'answered' | 'explained' | 'converted';

/** So many working days a doubt waits for the county's word before an inspector may make a finding of it. */
export const DAYS_TO_EXPLAIN = 5;

export interface DoubtDays {
  /** The last day that the county has for its explanation. */
  readonly explainBy: IsoDate;
  readonly explainedOn: IsoDate | null;
  readonly decision: 'explained' | 'converted' | null;
}

export const doubtState = ({ explainedOn, decision }: DoubtDays): DoubtState =>
  decision ?? (explainedOn === null ? 'waiting' : 'answered');

/** Not settled yet: it counts among the doubts that wait to be verified. */
export const isOpenDoubt = (doubt: DoubtDays): boolean => doubt.decision === null;
