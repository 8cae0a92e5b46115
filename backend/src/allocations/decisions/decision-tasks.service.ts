import { Injectable } from '@nestjs/common';
import type { waitingItem } from '@yuheng/shared/contract/round-tasks';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { DecisionRole } from '@yuheng/shared/domain/allocation/deciding/decision';
import {
  decisionTaskInWords,
  decisionTasks,
  pageOfDecisionTask,
  type DecisionTask,
} from '@yuheng/shared/domain/allocation/deciding/decision-tasks';
import type { EntityManager } from 'typeorm';
import type { output } from 'zod';
import type { SignedIn } from '../../identity/signed-in';
import { DecisionTasksQueries } from './decision-tasks.queries';

const DECIDES: readonly DecisionRole[] = ['leader', 'programOfficer', 'finance'];

/** What submitted splits ask of a reader now: each is told only what is theirs to do. */
@Injectable()
export class DecisionTasksService {
  constructor(private readonly queries: DecisionTasksQueries) {}

  /** Inside a transaction of the account's own scope. */
  async of(
    tx: EntityManager,
    account: Pick<SignedIn, 'username' | 'roles' | 'scope'>,
    program: ProgramId,
  ): Promise<readonly output<typeof waitingItem>[]> {
    const tasks = await this.tasks(tx, account, program);
    return tasks.map((task) => ({
      kind: task.kind,
      count: task.count,
      overdue: 0,
      text: decisionTaskInWords(task),
      link: pageOfDecisionTask(task, program),
      units: [],
    }));
  }

  private async tasks(
    tx: EntityManager,
    { username, roles, scope }: Pick<SignedIn, 'username' | 'roles' | 'scope'>,
    program: ProgramId,
  ): Promise<readonly DecisionTask[]> {
    if (scope.city === null) {
      const acknowledges = roles.some((role) => role === 'countyOfficer' || role === 'countyApprover');
      return acknowledges ? this.queries.unreadNotices(tx, program) : [];
    }
    const own = DECIDES.filter((role) => roles.includes(role));
    if (own.length === 0) return [];
    return decisionTasks(await this.queries.open(tx, program), { id: username, roles: own });
  }
}
