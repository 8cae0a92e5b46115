import type { Outcome, Refusal } from '@yuheng/shared/domain/refusal';
import { ProblemException } from '../http/problem-exception';

/** @throws ProblemException refused with what the rules say no to, if anything */
export function refuseAny(refusals: readonly Refusal[]): void {
  if (refusals.length === 0) return;
  throw new ProblemException(
    'refused',
    refusals[0]?.detail,
    refusals.filter(({ pointer }) => pointer !== ''),
  );
}

/** @throws ProblemException refused with the words of the rule that says no */
export function acceptedOrRefused<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  refuseAny(outcome.refusals);
  throw new Error('A refusal gave no reason.');
}
