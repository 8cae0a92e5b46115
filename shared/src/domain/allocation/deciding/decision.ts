import type { IsoDate } from '../../period/year-month';

/** 报送 → 党组会（局长办公会）集体研究 → 财政会签 → 印发 (product.md, "The allocation page"). */
export const DECISION_STEPS = [
  'submission',
  'collectiveDecision',
  'countersignature',
  'promulgation',
] as const;
export type DecisionStep = (typeof DECISION_STEPS)[number];

export type DecisionRole = 'leader' | 'programOfficer' | 'finance';

/** One line of a decision's log: never changed but for its check, which is made once. */
export interface DecisionEntry {
  readonly number: number;
  readonly step: DecisionStep;
  /** returned: sent back to the officer, with the reason. */
  readonly outcome: 'taken' | 'returned';
  /** program: the person who decides took it here. paper: 线下签批、线上登记, and it counts once another person checked it. */
  readonly way: 'program' | 'paper';
  readonly on: IsoDate;
  readonly documentNumber: string | null;
  readonly reason: string | null;
  /** The scan of what was signed. */
  readonly file: string | null;
  readonly enteredBy: string;
  /** Of entries on paper, and of every promulgation. */
  readonly checkedBy: string | null;
  /** The checker found that it differs from the paper: it counts as never entered. */
  readonly rejected: boolean;
}

/**
 * Where a decision stands: the step that is to come next, whether an entry waits for its check (then nothing else can be
 * entered), returned (the officer submits again), or decided.
 */
export interface DecisionStanding {
  readonly stage: 'submitted' | 'collectivelyDecided' | 'countersigned' | 'decided' | 'returned';
  /** Null once decided. */
  readonly next: DecisionStep | null;
  readonly awaitingCheck: DecisionEntry | null;
}
