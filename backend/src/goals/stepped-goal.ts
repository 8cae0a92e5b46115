import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { GoalTable } from '@yuheng/shared/domain/goals/goal';
import { goalRefusals } from '@yuheng/shared/domain/goals/goal-refusals';
import { GOAL_STAGE_NAMES, goalStageAfter, type GoalAct } from '@yuheng/shared/domain/goals/goal-stages';
import { ProblemException } from '../http/problem-exception';
import type { PerformanceGoalEntity } from './performance-goal.entity';

/** What an act on a table brings. */
export interface GoalStep {
  readonly name: GoalAct;
  readonly reason?: string;
  /** What changes besides the stage. */
  readonly apply?: (goal: PerformanceGoalEntity) => void;
}

export const newGoalVersion = (
  {
    cityId,
    countyId,
    programId,
    year,
  }: Pick<PerformanceGoalEntity, 'cityId' | 'countyId' | 'programId' | 'year'>,
  version: number,
  content: GoalTable,
): PerformanceGoalEntity => ({
  cityId,
  countyId,
  programId,
  year,
  version,
  stage: 'open',
  content,
  lock: 0,
  submittedBy: null,
  reviewedBy: null,
  returnReason: null,
  documentNumber: null,
  issuedOn: null,
});

/** The record after an act. @throws ProblemException conflict (the stage), refused (what is written, or who acts) */
export function steppedGoal(
  before: PerformanceGoalEntity,
  step: GoalStep,
  by: string,
): PerformanceGoalEntity {
  const stage = goalStageAfter(before.stage, step.name);
  if (!stage) throw new ProblemException('conflict', notAt(before));
  if (step.name === 'adjust') {
    const next = newGoalVersion(before, before.version + 1, before.content);
    return { ...next, lock: before.lock + 1 };
  }
  const next = { ...before, stage, lock: before.lock + 1 };
  step.apply?.(next);
  if (step.name === 'submit') {
    const refusals = goalRefusals(next.content);
    if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
    return { ...next, submittedBy: by, reviewedBy: null, returnReason: null };
  }
  if (step.name === 'review') {
    if (before.submittedBy === by) throw new ProblemException('refused', ENTERED_BY_ONESELF);
    return { ...next, reviewedBy: by };
  }
  return step.name === 'return' ? { ...next, returnReason: step.reason ?? null } : next;
}

const ENTERED_BY_ONESELF = bilingual(
  '报送人不能审核自己报送的绩效目标表。',
  'Nobody reviews the table that they submitted.',
);

const notAt = ({ stage }: PerformanceGoalEntity) =>
  bilingual(
    `绩效目标表现在是“${GOAL_STAGE_NAMES[stage].zh}”，不能这样办理；请刷新后再看。`,
    `The table is ${GOAL_STAGE_NAMES[stage].en} now, where this cannot be done: read it again.`,
  );
