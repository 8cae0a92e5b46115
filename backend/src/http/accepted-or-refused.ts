import type { Outcome } from '@yuheng/shared/domain/refusal';
import { ProblemException } from './problem-exception';

/** @throws ProblemException refused with the words of the rule that says no. */
export function acceptedOrRefused<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  const [first] = outcome.refusals;
  throw new ProblemException(
    'refused',
    first?.detail,
    outcome.refusals.filter(({ pointer }) => pointer !== ''),
  );
}
