import { Injectable } from '@nestjs/common';
import { mayDo, type Permission } from '@yuheng/shared/contract/roles';
import { fillSelfEvaluation } from '@yuheng/shared/domain/goals/self-evaluation/fill-self-evaluation';
import type { EntityManager } from 'typeorm';
import { SelfRoundService } from '../../evaluations/rounds/self-round.service';
import type { SignedIn } from '../../identity/signed-in';
import { EMPTY_FORM, FORM_STAGES_OF, type FormAct } from '../county-form';
import { GoalCountiesService, type GoalAddress } from '../goal-counties.service';
import { GoalsRepository } from '../goals.repository';
import {
  presentSelfEvaluation,
  selfEvaluationFiguresUntil,
  selfEvaluationStageOf,
  type SelfEvaluationAt,
  type SelfEvaluationRecord,
} from './present-self-evaluation';
import type { SelfEvaluationEntity } from './self-evaluation.entity';
import { SelfEvaluationsRepository } from './self-evaluations.repository';

const PERMISSION: Readonly<Record<FormAct, Permission>> = {
  save: 'goal:write',
  submit: 'goal:write',
  return: 'goal:review',
  approve: 'goal:review',
};

/** The form of one county and year: as it was submitted, or filled anew while it is still being written. */
@Injectable()
export class SelfEvaluationFormsService {
  constructor(
    private readonly repository: SelfEvaluationsRepository,
    private readonly goals: GoalsRepository,
    private readonly counties: GoalCountiesService,
    private readonly rounds: SelfRoundService,
  ) {}

  hold(tx: EntityManager, address: GoalAddress): Promise<void> {
    return this.repository.hold(tx, this.counties.key(address));
  }

  save(tx: EntityManager, form: SelfEvaluationEntity): Promise<void> {
    return this.repository.save(tx, form);
  }

  /** @throws ProblemException not-found for another county, and where the year has no approved posts */
  async form(tx: EntityManager, account: SignedIn, address: GoalAddress): Promise<SelfEvaluationAt> {
    const key = this.counties.key(address);
    const facts = await this.counties.factsOf(tx, account, address, selfEvaluationFiguresUntil(address.year));
    const stored = (await this.repository.find(tx, key)) ?? { ...key, ...EMPTY_FORM };
    if (stored.figures && (stored.stage === 'submitted' || stored.stage === 'approved')) {
      return { stored, kept: stored.figures };
    }
    const versions = await this.goals.versions(tx, key);
    const round = await this.rounds.marksOf(tx, address.program, address.year);
    const issued = versions.find(({ stage }) => stage === 'issued');
    const table = (issued ?? versions[0])?.content ?? this.counties.draft(facts);
    return {
      stored,
      kept: {
        form: fillSelfEvaluation({
          table,
          facts,
          answers: stored.answers,
          groupMarks: round?.marks ?? null,
        }),
        methodVersion: round?.methodVersion ?? null,
        table,
        goalsDocument: issued?.documentNumber ?? null,
        asOf: facts.asOf,
      },
    };
  }

  stageOf({ year, program }: GoalAddress, stored: SelfEvaluationAt['stored']) {
    const written = stored.lock > 0 ? stored.stage : undefined;
    return selfEvaluationStageOf(written, { year, asOf: this.counties.page(program, year).asOf });
  }

  present(account: SignedIn, address: GoalAddress, at: SelfEvaluationAt): SelfEvaluationRecord {
    const stage = this.stageOf(address, at.stored);
    return {
      ...this.counties.head(address),
      cityName: this.counties.cityName(),
      ...presentSelfEvaluation(at),
      stage,
      acts: (Object.keys(FORM_STAGES_OF) as FormAct[]).filter(
        (act) => FORM_STAGES_OF[act].includes(stage) && mayDo(PERMISSION[act], account.roles),
      ),
    };
  }
}
