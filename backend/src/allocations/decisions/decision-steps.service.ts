import { Injectable } from '@nestjs/common';
import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { entryRefusals } from '@yuheng/shared/domain/allocation/deciding/entry-refusals';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { checkVersion } from '../../http/check-version';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { actorOf, type OpenedDecision } from './decision-cases.service';
import { DecisionDoor, type DecisionTarget } from './decision-door.service';
import { DecisionsRepository } from './decisions.repository';
import { DecisionsService } from './decisions.service';

type Step = Omit<BodyOf<typeof endpoints.takeDecisionStep>, 'code'>;

/** Steps of a decision, taken or returned in the program or entered from paper. */
@Injectable()
export class DecisionStepsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly door: DecisionDoor,
    private readonly repository: DecisionsRepository,
    private readonly decisions: DecisionsService,
    private readonly settings: Settings,
  ) {}

  /**
   * Of two that are entered at the same moment one is, and the other has to read the decision anew.
   * @throws ProblemException not-found; conflict for another version than the one that was read; refused with the pointers
   *   of the domain; what `SecondFactorService.demand` throws, of a step that approves.
   */
  async take(
    act: Act,
    account: SignedIn,
    { decision, version }: DecisionTarget,
    { code, ...step }: BodyOf<typeof endpoints.takeDecisionStep>,
  ): Promise<AllocationDecision> {
    act.note({
      object: { kind: 'allocationDecision', id: decision },
      ...(step.reason === null ? {} : { reason: step.reason }),
    });
    if (isApproval(step)) await this.door.demandFactor(act, account, code);
    return this.trail.record(act, account.scope, async (tx) => {
      const opened = await this.door.hold(tx, decision);
      checkVersion(opened.row.version, version);
      const refusals = await this.refusals(tx, account, opened, step);
      if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
      await this.insert(tx, account, opened, step);
      act.note({ after: { number: opened.entries.length + 1, ...step } });
      return this.decisions.find(tx, account, decision);
    });
  }

  private async refusals(
    tx: EntityManager,
    account: SignedIn,
    { case: of, row }: OpenedDecision,
    step: Step,
  ): Promise<Refusal[]> {
    const today = this.settings.clock.today();
    const entry = { ...step, on: step.on };
    const refusals = [...entryRefusals(of, { entry, by: actorOf(account), today })];
    if (step.file !== null && !(await this.door.hasScan(tx, row.id, step.file))) refusals.push(NO_SUCH_SCAN);
    return refusals;
  }

  private async insert(
    tx: EntityManager,
    { cityId, username }: SignedIn,
    { row, entries }: OpenedDecision,
    { step, outcome, way, on, documentNumber, reason, file }: Step,
  ): Promise<void> {
    await this.repository.insertEntry(tx, {
      ...{ cityId, decisionId: row.id, number: entries.length + 1 },
      ...{ step, outcome, way, takenOn: on, documentNumber, reason, fileId: file },
      enteredBy: username,
      enteredAt: this.settings.clock.now(),
    });
    await this.repository.renew(tx, row.id);
  }
}

/** What counts as an approval: who gives it shows who they are. */
const isApproval = ({ step, outcome }: Pick<Step, 'step' | 'outcome'>): boolean =>
  outcome === 'taken' && (step === 'collectiveDecision' || step === 'countersignature');

const NO_SUCH_SCAN = refusal(
  '/file',
  '所附扫描件没有上传到本决定，请重新上传后再登记。',
  'The scan is not stored with this decision: upload it and enter the step once more.',
);
