import { DECISION_STEPS, type DecisionEntry, type DecisionStanding, type DecisionStep } from './decision';

const STAGES = {
  submission: 'submitted',
  collectiveDecision: 'collectivelyDecided',
  countersignature: 'countersigned',
  promulgation: 'decided',
} as const satisfies Record<DecisionStep, DecisionStanding['stage']>;

/**
 * Whether an entry counts only once another person compared it with the paper: all that is registered from paper, and
 * every 印发, because it locks the split (two pairs of eyes).
 */
export const needsCheck = ({
  step,
  outcome,
  way,
}: Pick<DecisionEntry, 'step' | 'outcome' | 'way'>): boolean =>
  way === 'paper' || (step === 'promulgation' && outcome === 'taken');

/** The entry that waits for its check; nothing else is entered until then. */
export const awaitingCheckOf = (entries: readonly DecisionEntry[]): DecisionEntry | null =>
  entries.find((one) => needsCheck(one) && one.checkedBy === null) ?? null;

/** Entries that count, in their order: neither rejected nor waiting for their check. */
export const countedEntries = (entries: readonly DecisionEntry[]): readonly DecisionEntry[] =>
  entries.filter((one) => !one.rejected && (!needsCheck(one) || one.checkedBy !== null));

/** What counts since the officer submitted last: a return sends everything back to the beginning. */
export function entriesInForce(entries: readonly DecisionEntry[]): readonly DecisionEntry[] {
  const counted = countedEntries(entries);
  return counted.slice(counted.findLastIndex(({ outcome }) => outcome === 'returned') + 1);
}

/** The step that may be entered next; null once decided. Before anything is entered it is the submission. */
export const nextStepOf = (entries: readonly DecisionEntry[]): DecisionStep | null =>
  DECISION_STEPS[entriesInForce(entries).length] ?? null;

/**
 * Where a decision stands, from its log in the order of the numbers. An entry that was rejected counts as never entered;
 * one that waits for its check moves nothing yet; a return leads back to the submission.
 *
 * @throws RangeError without any entry: a decision begins with its submission.
 */
export function standingOf(entries: readonly DecisionEntry[]): DecisionStanding {
  const last = countedEntries(entries).at(-1);
  if (!last) throw new RangeError('A decision begins with its submission.');
  return {
    stage: last.outcome === 'returned' ? 'returned' : STAGES[last.step],
    next: nextStepOf(entries),
    awaitingCheck: awaitingCheckOf(entries),
  };
}
