import type { IsoDate } from '../period/year-month';
import { accepted, refusal, refused, type Outcome } from '../refusal';
import { doubtState, type DoubtDays, type DoubtState } from './doubt-state';

/** 说明 by the county; 采纳说明 and 转为问题 by an inspector. */
export type DoubtAct = 'explain' | 'accept' | 'convert';

export interface DoubtActor {
  readonly act: DoubtAct;
  readonly by: string;
  /** Who explained; null while nobody has. */
  readonly explainedBy: string | null;
  readonly on: IsoDate;
}

const SETTLED = refusal('', '该疑点已经办结，不再变更。', 'This doubt was settled and no longer changes.');
const NOT_EXPLAINED = refusal(
  '',
  '县（市、区）尚未说明，没有可采纳的内容；请等其说明。',
  'The county has not explained yet, so there is nothing to accept: wait for its word.',
);

/**
 * The state to which an act leads a doubt. The county may explain, also better a second time, until an inspector decides.
 * Refused: anything after the decision; accepting what nobody said; making a finding of it while the county is still
 * within its days and has said nothing (right of reply); deciding on one's own explanation.
 * Example: to be explained by 2026-03-27 and silent, it can become a finding from 2026-03-28 on.
 */
export function actOnDoubt(doubt: DoubtDays, { act, by, explainedBy, on }: DoubtActor): Outcome<DoubtState> {
  const state = doubtState(doubt);
  if (state === 'explained' || state === 'converted') return refused([SETTLED]);
  if (act === 'explain') return accepted('answered');
  if (act === 'accept' && state === 'waiting') return refused([NOT_EXPLAINED]);
  if (act === 'convert' && state === 'waiting' && on <= doubt.explainBy) {
    return refused([
      refusal(
        '',
        `县（市、区）的说明期限至 ${doubt.explainBy}，期限内未说明的，此后方可转为问题。`,
        `The county may explain until ${doubt.explainBy}: only after that day can a doubt without its word become a finding.`,
      ),
    ]);
  }
  if (by === explainedBy) {
    return refused([
      refusal(
        '',
        '说明由您提交，不能由您本人认定；请由另一名督查人员办理。',
        'The explanation is yours, so another inspector has to decide on it.',
      ),
    ]);
  }
  return accepted(act === 'accept' ? 'explained' : 'converted');
}
