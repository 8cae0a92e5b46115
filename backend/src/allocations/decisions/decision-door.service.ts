import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { scoped } from '../../database/scoped-transaction';
import { SecondFactorService } from '../../identity/second-factor/second-factor.service';
import type { SignedIn } from '../../identity/signed-in';
import { DecisionCases, type OpenedDecision } from './decision-cases.service';
import { DecisionsQueries } from './decisions.queries';

/** A decision as it was read. */
export interface DecisionTarget {
  readonly decision: string;
  readonly version: number;
}

/** What stands before an act on a decision: who acts has shown who they are, and nobody else acts on it meanwhile. */
@Injectable()
export class DecisionDoor {
  constructor(
    private readonly source: DataSource,
    private readonly cases: DecisionCases,
    private readonly queries: DecisionsQueries,
    private readonly secondFactors: SecondFactorService,
  ) {}

  /** @throws ProblemException as `SecondFactorService.demand` */
  demandFactor(act: Act, account: SignedIn, code: string | undefined): Promise<void> {
    return this.secondFactors.demand(act, account, code);
  }

  /** Until the transaction ends nobody else acts on it. @throws ProblemException not-found */
  hold(tx: EntityManager, decision: string): Promise<OpenedDecision> {
    return this.cases.hold(tx, decision);
  }

  /** The decision as it stands, in a transaction of its own. @throws ProblemException not-found */
  look(account: SignedIn, decision: string): Promise<OpenedDecision> {
    return scoped(this.source, account.scope, (tx) => this.cases.find(tx, decision));
  }

  async hasScan(tx: EntityManager, decision: string, file: string): Promise<boolean> {
    const files = await this.queries.files(tx, decision);
    return files.some(({ id, kind }) => id === file && kind === 'scan');
  }
}
