import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { EvaluatorAccessService } from '../evaluator-access.service';

export interface RoundEntry {
  readonly scope: Scope;
  /** Leads the round (主评人) or reviews it for the firm (机构复核). */
  readonly leads: boolean;
}

/** Under which scope somebody comes to what lies between the score sheets and the result of a round. */
@Injectable()
export class RoundDoorService {
  constructor(
    private readonly source: DataSource,
    private readonly access: EvaluatorAccessService,
  ) {}

  /**
   * The bureaus and counties in their own scope; of the evaluators those who lead the round, in the counties that are open to
   * them. @throws ProblemException not-found for any other evaluator, as if there were no such round.
   */
  async enter(account: SignedIn, round: string): Promise<RoundEntry> {
    if (!account.roles.includes('leadEvaluator')) return { scope: account.scope, leads: false };
    const access = await scoped(this.source, account.scope, (tx) => this.access.accessOf(tx, account, round));
    if (access.rank === 'member') throw new ProblemException('not-found');
    return { scope: this.access.scopeFor(account, access), leads: true };
  }
}
