import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { NO_SCOPE, ownScope, type Scope } from '../database/scope';
import { scoped } from '../database/scoped-transaction';
import type { Act } from './act';
import { appendAudit } from './append-audit.queries';
import { auditContent, type Outcome } from './audit-content';

/** The writing side of the trail; everything that changes something goes through here. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
  ) {}

  /**
   * Does the work in one scoped transaction and appends its entry as the last statement before COMMIT, so that the act
   * and its entry are both there or neither is, and the lock of the chain is held no longer than a commit takes.
   * @throws Error for an act that has its entry already: there is one a request.
   */
  async record<Result>(
    act: Act,
    scope: Scope,
    work: (tx: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    if (act.recorded) throw new Error(`The act ${act.name} of this request has its entry already.`);
    const result = await scoped(this.source, scope, async (tx) => {
      const done = await work(tx);
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

  private append(tx: EntityManager, act: Act, outcome: Outcome): Promise<unknown> {
    const { cityId: chain, environment } = this.settings;
    return appendAudit(tx, {
      chain,
      algorithm: environment.auditAlgorithm,
      content: auditContent(act, outcome),
    });
  }
}
