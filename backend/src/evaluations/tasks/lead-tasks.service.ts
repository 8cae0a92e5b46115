import { Injectable } from '@nestjs/common';
import type { GapState } from '@yuheng/shared/domain/evaluating/agreement-gaps';
import type { RoundTask, RoundTaskKind } from '@yuheng/shared/domain/evaluating/round-tasks';
import { DataSource } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { RoundDoorService } from '../results/round-door.service';
import { RoundStandingService } from '../results/round-standing.service';
import { RoundTasksQueries, type RoundRow } from './round-tasks.queries';

/** What waits for who leads a round (主评人) or reviews it for the firm: gaps between evaluators, and opinions of counties. */
@Injectable()
export class LeadTasksService {
  constructor(
    private readonly source: DataSource,
    private readonly door: RoundDoorService,
    private readonly standings: RoundStandingService,
    private readonly queries: RoundTasksQueries,
  ) {}

  /** In the counties of the round that are open to the account, in a transaction of its own. */
  async of(account: SignedIn, { id, kind, program, year }: RoundRow): Promise<RoundTask[]> {
    const { scope } = await this.door.enter(account, id);
    return scoped(this.source, scope, async (tx) => {
      const { head } = await this.standings.of(tx, id);
      const { gaps } = await this.standings.marksOf(tx, head);
      const inState = (wanted: GapState): number => gaps.filter(({ state }) => state === wanted).length;
      const counts: readonly (readonly [RoundTaskKind, number])[] = [
        ['assignThird', inState('needsThird')],
        ['deliberate', inState('needsDeliberation')],
        ['rule', await this.queries.notRuled(tx, id)],
      ];
      return counts
        .filter(([, count]) => count > 0)
        .map(([task, count]) => ({
          ...{ kind: task, round: { id, kind }, program, year, count, overdue: 0, dueOn: null },
        }));
    });
  }
}
