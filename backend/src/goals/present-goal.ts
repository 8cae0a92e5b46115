import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { mayDo, type Permission, type Role } from '@yuheng/shared/contract/roles';
import type { GoalTable } from '@yuheng/shared/domain/goals/goal';
import { goalRefusals } from '@yuheng/shared/domain/goals/goal-refusals';
import { GOAL_STAGE_NAMES, goalActsAt, type GoalAct } from '@yuheng/shared/domain/goals/goal-stages';
import type { EventRow } from './goals.repository';
import type { PerformanceGoalEntity } from './performance-goal.entity';

type GoalRecord = ResponseOf<typeof endpoints.readGoal>;

export const PERMISSION_OF_ACT: Readonly<Record<GoalAct, Permission>> = {
  save: 'goal:write',
  submit: 'goal:write',
  adjust: 'goal:write',
  return: 'goal:review',
  review: 'goal:review',
  issue: 'goal:review',
  agree: 'goal:agree',
};

export interface Presented {
  /** The latest first. */
  readonly versions: readonly PerformanceGoalEntity[];
  readonly draft: GoalTable;
  readonly events: readonly EventRow[];
  readonly roles: readonly Role[];
}

/** The part of the answer that follows from the stored versions; without any the table is the draft. */
export function presentGoal({
  versions,
  draft,
  events,
  roles,
}: Presented): Omit<GoalRecord, 'program' | 'year' | 'asOf' | 'demonstration' | 'county' | 'countyName'> {
  const latest = versions[0];
  const issued = versions.find(({ stage }) => stage === 'issued');
  const stage = latest?.stage ?? 'open';
  const table = latest?.content ?? draft;
  return {
    version: latest?.version ?? 1,
    stage,
    stageName: GOAL_STAGE_NAMES[stage],
    lock: latest?.lock ?? 0,
    table: asContract(table),
    issued: issued
      ? {
          version: issued.version,
          table: asContract(issued.content),
          documentNumber: issued.documentNumber ?? '',
          issuedOn: issued.issuedOn ?? '',
        }
      : null,
    refusals: goalRefusals(table).map(({ pointer, detail }) => ({ pointer, detail })),
    returnReason: latest?.returnReason ?? null,
    events: events.map(({ act, version, at, by, reason }) => ({
      act,
      version,
      at: new Date(at).toISOString(),
      by,
      reason,
    })),
    acts: goalActsAt(stage).filter((act) => mayDo(PERMISSION_OF_ACT[act], roles)),
  };
}

/** The contract's lists may be written to, the domain's may not; what they hold is the same. */
const asContract = ({ funds, objective, indicators }: GoalTable): GoalRecord['table'] => ({
  funds,
  objective,
  indicators: [...indicators],
});
