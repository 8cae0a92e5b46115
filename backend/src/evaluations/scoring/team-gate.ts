import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { EvaluatorAccessService } from '../evaluator-access.service';
import { ScoreAccessQueries } from './score-access.queries';
import { scoringEnded } from './score-refusals';

/** Who reads the sheets of a round: the bureaus of the city by their scope, its team by the counties that are open to them. */
@Injectable()
export class TeamGate {
  constructor(
    private readonly source: DataSource,
    private readonly access: EvaluatorAccessService,
    private readonly queries: ScoreAccessQueries,
  ) {}

  async scope(account: SignedIn, round: string): Promise<Scope> {
    if (account.scope.city !== null) return account.scope;
    return scoped(this.source, account.scope, async (tx) =>
      this.access.scopeFor(account, await this.access.accessOf(tx, account, round)),
    );
  }

  /** @throws ProblemException not-found for who does not lead it; conflict once it is out for replies. */
  async leading(account: SignedIn, round: string): Promise<Scope> {
    return scoped(this.source, account.scope, async (tx) => {
      const access = await this.access.accessOf(tx, account, round);
      if (access.rank === 'member') throw new ProblemException('not-found');
      if ((await this.queries.find(tx, round, account.accountId))?.ended) throw scoringEnded();
      return this.access.scopeFor(account, access);
    });
  }
}
