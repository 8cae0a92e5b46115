import { Injectable } from '@nestjs/common';
import { fillSelfEvaluation } from '@yuheng/shared/domain/goals/self-evaluation/fill-self-evaluation';
import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../../identity/signed-in';
import { EMPTY_FORM } from '../county-form';
import { GoalCountiesService, type GoalAddress } from '../goal-counties.service';
import { GoalsRepository } from '../goals.repository';
import { selfEvaluationFiguresUntil, type SelfEvaluationAt } from './present-self-evaluation';
import type { SelfEvaluationEntity } from './self-evaluation.entity';
import { SelfEvaluationsRepository } from './self-evaluations.repository';

/** The form of one county and year: as it was submitted, or filled anew while it is still being written. */
@Injectable()
export class SelfEvaluationFormsService {
  constructor(
    private readonly repository: SelfEvaluationsRepository,
    private readonly goals: GoalsRepository,
    private readonly counties: GoalCountiesService,
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
    const issued = versions.find(({ stage }) => stage === 'issued');
    const table = (issued ?? versions[0])?.content ?? this.counties.draft(facts);
    return {
      stored,
      kept: {
        form: fillSelfEvaluation({ table, facts, answers: stored.answers }),
        table,
        goalsDocument: issued?.documentNumber ?? null,
        asOf: facts.asOf,
      },
    };
  }
}
