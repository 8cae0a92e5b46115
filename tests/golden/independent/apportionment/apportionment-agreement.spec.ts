import { command } from '@yuheng/backend/command-line/commands/apportion';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import { timeLimit } from '../../../support/counts';
import { compareAll } from '../agreement';
import { apportionmentCase, smallerApportionments } from './apportionment-cases';
import { answering } from '../engine';
import type { Given } from '../fault';
import { plainApportionment, type ApportionmentAnswer } from './plain-apportionment';

function answered(outcome: Outcome<unknown>): Given<ApportionmentAnswer> {
  if (!outcome.ok) return { pointers: outcome.refusals.map(({ pointer }) => pointer) };
  const { parts, ties } = outcome.value as ApportionmentAnswer;
  return {
    answer: { parts, ties: ties.map(({ units, contested, awardedTo }) => ({ units, contested, awardedTo })) },
  };
}

const engine = answering(command, false);

it(
  'a second implementation, one part at a time, apportions as the engine does: parts, ties, refusals',
  () => {
    const counted = compareAll({
      draw: apportionmentCase,
      smaller: smallerApportionments,
      expected: plainApportionment,
      given: (input) => answered(engine(input)),
    });
    expect(counted.answered).toBeGreaterThan(counted.refused);
    expect(counted.refused).toBeGreaterThan(20);
  },
  timeLimit('agreementCases', 5),
);
