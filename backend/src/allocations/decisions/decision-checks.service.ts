import { Injectable } from '@nestjs/common';
import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { checkRefusals } from '@yuheng/shared/domain/allocation/deciding/check-refusals';
import { awaitingCheckOf } from '@yuheng/shared/domain/allocation/deciding/standing';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { checkVersion } from '../../http/check-version';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { actorOf, type OpenedDecision } from './decision-cases.service';
import { DecisionDoor, type DecisionTarget } from './decision-door.service';
import { DecisionsService } from './decisions.service';
import { PromulgationService } from './promulgation.service';

type Check = Omit<BodyOf<typeof endpoints.checkDecisionEntry>, 'code'>;

/** The second pair of eyes: what one person entered another compares with the paper, once. */
@Injectable()
export class DecisionChecksService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly door: DecisionDoor,
    private readonly promulgation: PromulgationService,
    private readonly decisions: DecisionsService,
  ) {}

  /**
   * A confirmed 印发 decides the split, in the same transaction: all of it is there afterwards or nothing is.
   * @throws ProblemException not-found; conflict for another version than the one that was read; refused with the pointers
   *   of the domain; what `SecondFactorService.demand` throws, where the check decides the split.
   */
  async check(
    act: Act,
    account: SignedIn,
    { decision, version }: DecisionTarget,
    { code, ...check }: BodyOf<typeof endpoints.checkDecisionEntry>,
  ): Promise<AllocationDecision> {
    act.note({
      object: { kind: 'allocationDecision', id: decision },
      ...(check.reason === null ? {} : { reason: check.reason }),
    });
    const seen = await this.door.look(account, decision);
    if (decides(seen, check)) await this.door.demandFactor(act, account, code);
    return this.trail.record(act, account.scope, async (tx) => {
      const opened = await this.door.hold(tx, decision);
      checkVersion(opened.row.version, version);
      const refusals = checkRefusals(opened.case, { ...check, by: actorOf(account) });
      if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
      await this.make(tx, account, opened, check);
      act.note({ after: check });
      return this.decisions.find(tx, account, decision);
    });
  }

  private async make(
    tx: EntityManager,
    account: SignedIn,
    opened: OpenedDecision,
    { number, outcome, reason }: Check,
  ): Promise<void> {
    await this.promulgation.check(tx, account, {
      decision: opened.row.id,
      number,
      rejectedBecause: outcome === 'rejected' ? reason : null,
    });
    if (decides(opened, { number, outcome, reason })) await this.promulgation.decide(tx, opened.row.id);
  }
}

/** Whether this check, confirmed, is of the 印发 that waits for it. */
function decides({ entries }: OpenedDecision, { number, outcome }: Check): boolean {
  const awaiting = awaitingCheckOf(entries);
  return (
    outcome === 'confirmed' &&
    awaiting?.number === number &&
    awaiting.step === 'promulgation' &&
    awaiting.outcome === 'taken'
  );
}
