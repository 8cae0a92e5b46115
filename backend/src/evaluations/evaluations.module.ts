import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module';
import { RegionsModule } from '../regions/regions.module';
import { AssignmentsController } from './assignments.controller';
import { AssignmentsQueries } from './assignments.queries';
import { AssignmentsService } from './assignments.service';
import { CreateScoringRunService } from './create-scoring-run.service';
import { EvaluationsController } from './evaluations.controller';
import { EvaluationsQueries } from './evaluations.queries';
import { EvaluationsService } from './evaluations.service';
import { EvaluatorAccessModule } from './evaluator-access.module';
import { ResultsService } from './results.service';
import { Scoring } from './scoring';
import { ScoringCertificates } from './scoring-certificates';
import { ScoringRunsRepository } from './scoring-runs.repository';

@Module({
  imports: [EvaluatorAccessModule, FactsModule, RegionsModule],
  controllers: [AssignmentsController, EvaluationsController],
  providers: [
    AssignmentsQueries,
    AssignmentsService,
    CreateScoringRunService,
    EvaluationsQueries,
    EvaluationsService,
    ResultsService,
    Scoring,
    ScoringCertificates,
    ScoringRunsRepository,
  ],
  exports: [EvaluatorAccessModule, ResultsService],
})
export class EvaluationsModule {}
