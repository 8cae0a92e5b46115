import { Injectable } from '@nestjs/common';
import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { entryRefusals } from '@yuheng/shared/domain/allocation/deciding/entry-refusals';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { actorOf } from './decision-cases.service';
import { DecisionsRepository } from './decisions.repository';
import { DecisionsService } from './decisions.service';
import { SubmissionCases, type SubmissionCase } from './submission-cases.service';

type Submission = BodyOf<typeof endpoints.submitAllocationDecision>;

/** 报送: a scenario is put before the bureau, naming the document that it amends. */
@Injectable()
export class SubmitDecisionService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly cases: SubmissionCases,
    private readonly repository: DecisionsRepository,
    private readonly decisions: DecisionsService,
    private readonly settings: Settings,
  ) {}

  /**
   * @throws ProblemException not-found, also of a scenario that was withdrawn; conflict where it is before the bureau
   *   already; refused where it went stale, where a split of the year is decided and this one does not correct it, or
   *   where it would correct what is no decided split in force of the same program and year.
   */
  submit(act: Act, account: SignedIn, body: Submission): Promise<AllocationDecision> {
    act.note({ object: { kind: 'allocationScenario', id: body.scenario } });
    return this.trail.record(act, account.scope, async (tx) => {
      const submitted = await this.cases.hold(tx, body);
      const refusals = [...fitness(submitted, body), ...this.refusals(account, submitted)];
      if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
      const id = await this.insert(tx, account, submitted, body);
      act.note({ object: { kind: 'allocationDecision', id }, after: body });
      return this.decisions.find(tx, account, id);
    });
  }

  /** What the rules of a submission say, each at its place in this request. */
  private refusals(account: SignedIn, { case: of }: SubmissionCase): Refusal[] {
    const today = this.settings.clock.today();
    const wanted = { entry: { ...SUBMISSION, on: today }, by: actorOf(account), today };
    return entryRefusals(of, wanted).map((one) => ({ ...one, pointer: '/scenario' }));
  }

  private async insert(
    tx: EntityManager,
    { cityId, username }: SignedIn,
    { scenario }: SubmissionCase,
    { amends, corrects }: Submission,
  ): Promise<string> {
    const decisionId = randomUUID();
    const at = this.settings.clock.now();
    await this.repository.insert(tx, {
      cityId,
      decisionId,
      programId: scenario.program,
      year: scenario.year,
      scenarioId: scenario.id,
      runId: scenario.run,
      amends,
      corrects,
      submittedBy: username,
      submittedAt: at,
    });
    await this.repository.insertEntry(tx, {
      ...{ cityId, decisionId, number: 1 },
      ...{ step: SUBMISSION.step, outcome: SUBMISSION.outcome, way: SUBMISSION.way },
      takenOn: this.settings.clock.today(),
      ...{ documentNumber: null, reason: null, fileId: null },
      enteredBy: username,
      enteredAt: at,
    });
    return decisionId;
  }
}

const SUBMISSION = {
  step: 'submission',
  outcome: 'taken',
  way: 'program',
  documentNumber: null,
  reason: null,
  file: null,
} as const;

function fitness({ isOpen, correctsInForce }: SubmissionCase, { corrects }: Submission): Refusal[] {
  if (isOpen) {
    throw new ProblemException(
      'conflict',
      bilingual(
        '该测算方案已经报送，请在“集体研究与印发”中继续办理。',
        'The scenario is submitted already: go on with it under “Decisions”.',
      ),
    );
  }
  if (corrects === null || correctsInForce) return [];
  return [
    refusal(
      '/corrects',
      '要更正的不是本项目本年度现行的分配决定，请核对。',
      'What is to be corrected is no decided split in force of this program and year: check it.',
    ),
  ];
}
