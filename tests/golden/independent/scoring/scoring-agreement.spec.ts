import { command } from '@yuheng/backend/command-line/commands/score';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import { timeLimit } from '../../../support/counts';
import { compareAll } from '../agreement';
import { answering } from '../engine';
import type { Given } from '../fault';
import { plainScore, type ScoreAnswer } from './plain-score';
import { scoringCase, smallerScorings } from './scoring-cases';

interface EngineAnswer {
  readonly total: string | null;
  readonly grade: ScoreAnswer['grade'];
  readonly missing?: readonly string[];
  readonly indicators: readonly {
    readonly id: string;
    readonly ruleScore: string | null;
    readonly finalScore: string | null;
    readonly state?: string;
  }[];
  readonly warnings: readonly { readonly kind: string; readonly indicator?: string }[];
}

function answered(outcome: Outcome<unknown>): Given<ScoreAnswer> {
  if (!outcome.ok) return { pointers: outcome.refusals.map(({ pointer }) => pointer) };
  const { total, grade, missing = [], indicators, warnings } = outcome.value as EngineAnswer;
  return {
    answer: {
      total,
      grade,
      missing,
      indicators: indicators.map(({ id, ruleScore, finalScore, state = null }) => ({
        id,
        ruleScore,
        finalScore,
        state,
      })),
      warnings: warnings
        .map(({ kind, indicator }) => (indicator === undefined ? kind : `${kind} ${indicator}`))
        .sort(),
    },
  };
}

const engine = answering(command, false);

it(
  'a second implementation scores as the engine does: leaves, total, grade, missing, warnings, refusals',
  () => {
    const counted = compareAll({
      draw: scoringCase,
      smaller: smallerScorings,
      expected: plainScore,
      given: (input) => answered(engine(input)),
    });
    expect(counted.answered).toBeGreaterThan(counted.refused);
    expect(counted.refused).toBeGreaterThan(20);
  },
  timeLimit('agreementCases', 5),
);
