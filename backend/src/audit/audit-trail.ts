import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { NO_SCOPE, ownScope, type Scope } from '../database/scope';
import { scoped } from '../database/scoped-transaction';
import type { Act } from './act';
import { appendAudit } from './append-audit.queries';
import { auditContent, type Outcome } from './audit-content';
import { RepetitionsRepository } from './repetitions.repository';

/** The writing side of the trail; everything that changes something goes through here. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly repetitions: RepetitionsRepository,
  ) {}

  /**
   * Does the work in one scoped transaction and appends its entry as the last statement before COMMIT, so that the act
   * and its entry are both there or neither is, and the lock of the chain is held no longer than a commit takes.
   * What was done before with the same Idempotency-Key is answered as it was then: no work and no second entry.
   * @throws Error for an act that has its entry already: there is one a request.
   * @throws ProblemException conflict where its Idempotency-Key was used for something else.
   */
  async record<Result>(
    act: Act,
    scope: Scope,
    work: (tx: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    if (act.recorded) throw new Error(`The act ${act.name} of this request has its entry already.`);
    const result = await scoped(this.source, scope, async (tx) => {
      const before = await this.repetitions.claim<Result>(tx, act);
      if (before) return before.result;
      const done = await work(tx);
      await this.repetitions.keep(tx, act, done);
      await this.append(tx, act, { outcome: 'done' });
      return done;
    });
    act.recorded = true;
    return result;
  }

  /** Writes that an act was refused or failed, in a transaction of its own, after its own was rolled back. */
  async refuse(act: Act, outcome: Outcome): Promise<void> {
    act.recorded = true;
    const scope = act.actor ? ownScope(act.actor.accountId) : NO_SCOPE;
    await scoped(this.source, scope, (tx) => this.append(tx, act, outcome));
  }

  /** Forgets the Idempotency-Keys that nobody sends again any more: those of more than two days. */
  forgetRepetitions(): Promise<void> {
    return scoped(this.source, NO_SCOPE, (tx) => this.repetitions.forget(tx));
  }

  private append(tx: EntityManager, act: Act, outcome: Outcome): Promise<unknown> {
    const { cityId: chain, environment } = this.settings;
    return appendAudit(tx, {
      chain,
      algorithm: environment.auditAlgorithm,
      content: auditContent(act, outcome),
    });
  }
}
