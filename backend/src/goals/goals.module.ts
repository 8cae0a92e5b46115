import { Module } from '@nestjs/common';
import { EvaluatorAccessModule } from '../evaluations/evaluator-access.module';
import { SelfRoundModule } from '../evaluations/rounds/self-round.module';
import { FactsModule } from '../facts/facts.module';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { GoalCountiesService } from './goal-counties.service';
import { GoalsController } from './goals.controller';
import { GoalsRepository } from './goals.repository';
import { GoalsService } from './goals.service';
import { IssuedGoalsService } from './issued-goals.service';
import { MidYearController } from './mid-year.controller';
import { MidYearService } from './mid-year.service';

import { ReadSelfEvaluationService } from './self-evaluation/read-self-evaluation.service';
import { SelfEvaluationFormsService } from './self-evaluation/self-evaluation-forms.service';
import { SelfEvaluationSummaryService } from './self-evaluation/self-evaluation-summary.service';
import { SelfEvaluationsController } from './self-evaluation/self-evaluations.controller';
import { SelfEvaluationsRepository } from './self-evaluation/self-evaluations.repository';
import { SelfEvaluationsService } from './self-evaluation/self-evaluations.service';

@Module({
  imports: [EvaluatorAccessModule, SelfRoundModule, FactsModule, IdentityModule, RegionsModule],
  controllers: [GoalsController, MidYearController, SelfEvaluationsController],
  providers: [
    GoalCountiesService,
    GoalsRepository,
    GoalsService,
    IssuedGoalsService,
    MidYearService,
    ReadSelfEvaluationService,
    SelfEvaluationFormsService,
    SelfEvaluationSummaryService,
    SelfEvaluationsRepository,
    SelfEvaluationsService,
  ],
  exports: [IssuedGoalsService, SelfEvaluationSummaryService],
})
export class GoalsModule {}
