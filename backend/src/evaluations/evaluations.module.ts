import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module';
import { GoalsModule } from '../goals/goals.module';
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
import { RoundRecordQueries } from './results/round-record.queries';
import { Scoring } from './scoring';
import { ScoringCertificates } from './scoring-certificates';
import { EvaluationRoundsController } from './rounds/evaluation-rounds.controller';
import { EvaluationTeamsController } from './rounds/evaluation-teams.controller';
import { FirmsService } from './rounds/firms.service';
import { RoundActs } from './rounds/round-acts.service';
import { RoundAssignmentsService } from './rounds/round-assignments.service';
import { RoundCommentsRepository } from './rounds/round-comments.repository';
import { RoundCommentsService } from './rounds/round-comments.service';
import { RoundFilesRepository } from './rounds/round-files.repository';
import { RoundFilesService } from './rounds/round-files.service';
import { RoundStepsService } from './rounds/round-steps.service';
import { RoundsQueries } from './rounds/rounds.queries';
import { RoundsRepository } from './rounds/rounds.repository';
import { RoundsService } from './rounds/rounds.service';
import { TeamsRepository } from './rounds/teams.repository';
import { FinaliseSelfRoundService } from './rounds/finalise-self-round.service';
import { SelfSummariesRepository } from './rounds/self-summaries.repository';
import { TeamsService } from './rounds/teams.service';
import { ScoringRunsRepository } from './scoring-runs.repository';

@Module({
  imports: [EvaluatorAccessModule, FactsModule, GoalsModule, RegionsModule],
  controllers: [
    AssignmentsController,
    EvaluationsController,
    EvaluationRoundsController,
    EvaluationTeamsController,
  ],
  providers: [
    AssignmentsQueries,
    AssignmentsService,
    CreateScoringRunService,
    EvaluationsQueries,
    EvaluationsService,
    FinaliseSelfRoundService,
    FirmsService,
    ResultsService,
    RoundActs,
    RoundAssignmentsService,
    RoundCommentsRepository,
    RoundCommentsService,
    RoundFilesRepository,
    RoundFilesService,
    RoundStepsService,
    RoundsQueries,
    RoundsRepository,
    RoundsService,
    TeamsRepository,
    TeamsService,
    RoundRecordQueries,
    SelfSummariesRepository,
    Scoring,
    ScoringCertificates,
    ScoringRunsRepository,
  ],
  exports: [
    EvaluationsQueries,
    EvaluatorAccessModule,
    ResultsService,
    RoundActs,
    RoundRecordQueries,
    RoundsQueries,
    RoundsRepository,
    Scoring,
  ],
})
export class EvaluationsModule {}
