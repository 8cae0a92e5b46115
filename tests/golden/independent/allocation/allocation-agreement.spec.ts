import { command } from '@yuheng/backend/command-line/commands/allocate';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import { timeLimit } from '../../../support/counts';
import { compareAll } from '../agreement';
import { allocationCase, smallerAllocations } from './allocation-cases';
import { answering } from '../engine';
import type { Given } from '../fault';
import { codePointOrder, plainAllocation, type AllocationAnswer } from './plain-allocation';

interface EngineAnswer {
  readonly parts: Readonly<Record<string, number>>;
  readonly fen: Readonly<Record<string, number>>;
  readonly ties: AllocationAnswer['ties'];
}

const inOrder = (all: Readonly<Record<string, number>>) =>
  Object.entries(all).sort(([a], [b]) => codePointOrder(a, b));

function answered(outcome: Outcome<unknown>): Given<AllocationAnswer> {
  if (!outcome.ok) return { pointers: outcome.refusals.map(({ pointer }) => pointer) };
  const { parts, fen, ties } = outcome.value as EngineAnswer;
  return {
    answer: {
      parts: inOrder(parts),
      fen: inOrder(fen),
      ties: ties.map(({ units, contested, awardedTo }) => ({ units, contested, awardedTo })),
    },
  };
}

const engine = answering(command, false);

it(
  'a second implementation allocates as the engine does: parts, fen, ties, refusals',
  () => {
    const counted = compareAll({
      draw: allocationCase,
      smaller: smallerAllocations,
      expected: plainAllocation,
      given: (input) => answered(engine(input)),
    });
    expect(counted.answered).toBeGreaterThan(counted.refused);
    expect(counted.refused).toBeGreaterThan(20);
  },
  timeLimit('agreementCases', 5),
);
