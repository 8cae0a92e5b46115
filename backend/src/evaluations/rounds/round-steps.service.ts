import { Injectable } from '@nestjs/common';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { refusalOfEntry, refusalOfRegistration } from '@yuheng/shared/domain/evaluating/round-steps';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { FinaliseSelfRoundService } from './finalise-self-round.service';
import { obstaclesOf, type RoundRows } from './present-round';
import { RoundActs } from './round-acts.service';
import { RoundFilesRepository } from './round-files.repository';
import { RoundsRepository } from './rounds.repository';

type Registration = BodyOf<typeof endpoints.registerStep>;

/** 委托 … 归档: each step is registered with its day, document number and scan. */
@Injectable()
export class RoundStepsService {
  constructor(
    private readonly acts: RoundActs,
    private readonly repository: RoundsRepository,
    private readonly files: RoundFilesRepository,
    private readonly selfRounds: FinaliseSelfRoundService,
  ) {}

  /** @throws ProblemException refused out of order, on a day that cannot be, or for a step with an act of its own */
  register(act: Act, account: SignedIn, round: string, step: Registration): Promise<EvaluationRoundRecord> {
    return this.acts.organise(act, account, { round, version: null }, async (tx, rows) => {
      const { kind, steps } = rows.round;
      const wanted = { ...step, passedOver: step.passedOver ?? false, note: step.note ?? null };
      const wrong = refusalOfRegistration(kind, steps, wanted, this.acts.today());
      if (wrong) throw new ProblemException('refused', wrong.detail, [wrong]);
      if (step.step === 'finalised') await this.selfRounds.finalise(tx, account, rows.round, step);
      await this.add(tx, act, account, { rows, step });
    });
  }

  /** Marks can be given from then on. @throws ProblemException refused with everything that is still open */
  startScoring(
    act: Act,
    account: SignedIn,
    round: string,
    taking: BodyOf<typeof endpoints.startScoring>,
  ): Promise<EvaluationRoundRecord> {
    return this.acts.organise(act, account, { round, version: null }, async (tx, rows) => {
      const { kind, steps } = rows.round;
      const step = { ...taking, step: 'scoring' as const };
      const wanted = { ...step, passedOver: false, note: taking.note ?? null };
      const wrong = refusalOfEntry(kind, steps, wanted, this.acts.today());
      const open = obstaclesOf(rows, this.acts.today()).map(({ zh, en }) => refusal('', zh, en));
      const refusals = wrong ? [wrong] : open;
      if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
      await this.add(tx, act, account, { rows, step });
    });
  }

  private async add(
    tx: EntityManager,
    act: Act,
    account: SignedIn,
    { rows: { round }, step }: { readonly rows: RoundRows; readonly step: Registration },
  ): Promise<void> {
    const key = { cityId: account.cityId, roundId: round.id };
    if (step.file && !(await this.files.exists(tx, { ...key, fileId: step.file }))) {
      throw new ProblemException('refused', NO_FILE.detail, [NO_FILE]);
    }
    act.note({ after: step });
    await this.repository.addStep(tx, {
      ...key,
      step: step.step,
      takenOn: step.takenOn,
      documentNumber: step.documentNumber ?? null,
      note: step.note ?? null,
      fileId: step.file ?? null,
      passedOver: step.passedOver ?? false,
      by: account.username,
      at: new Date(),
    });
  }
}

const NO_FILE = refusal(
  '/file',
  '本批次没有这个扫描件，请重新上传后再登记。',
  'No such scan is stored for this round: upload it again, then register the step.',
);
