import { accepted, refusal, refused, type Outcome } from '../refusal';
import type { FindingState } from './finding-state';

/** What is done to a finding after it was raised: 整改, 复核通过（销号）, 复核退回. */
export type FindingAct = 'rectify' | 'pass' | 'return';

const ACTS: Readonly<
  Record<FindingAct, { readonly from: readonly FindingState[]; readonly to: FindingState }>
> = {
  rectify: { from: ['open', 'returned'], to: 'rectified' },
  pass: { from: ['rectified'], to: 'closed' },
  return: { from: ['rectified'], to: 'returned' },
};

const AFTER_RECTIFICATION = refusal(
  '',
  '该问题已提交整改，正在等待复核；需要补充的，请等复核退回后再报。',
  'The rectification was handed in and waits for its re-check; add to it after it is sent back.',
);
const CLOSED = refusal(
  '',
  '该问题已销号，不再变更；同类情况再次出现的，请另立问题。',
  'The finding is closed and no longer changes; the same thing found again is a new finding.',
);
const NOT_RECTIFIED = refusal(
  '',
  '该问题尚未提交整改，不能复核；请等县（市、区）提交整改情况。',
  'Nothing was rectified yet, so there is nothing to re-check: wait for the county.',
);

export interface FindingActor {
  readonly act: FindingAct;
  readonly by: string;
  /** Who handed the rectification in; null while nobody has. */
  readonly rectifiedBy: string | null;
}

/**
 * The state to which an act leads a finding. Refused: an act that does not fit the state, and a re-check by the person
 * who handed the rectification in (nobody approves what they entered).
 */
export function actOnFinding(
  state: FindingState,
  { act, by, rectifiedBy }: FindingActor,
): Outcome<FindingState> {
  const { from, to } = ACTS[act];
  if (!from.includes(state)) {
    if (state === 'closed') return refused([CLOSED]);
    return refused([state === 'rectified' ? AFTER_RECTIFICATION : NOT_RECTIFIED]);
  }
  if (act !== 'rectify' && by === rectifiedBy) {
    return refused([
      refusal(
        '',
        '整改情况由您提交，不能由您本人复核；请由另一名督查人员复核。',
        'You handed the rectification in, so another inspector has to re-check it.',
      ),
    ]);
  }
  return accepted(to);
}
