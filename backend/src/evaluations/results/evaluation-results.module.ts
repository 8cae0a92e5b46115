import { Module } from '@nestjs/common';
import { FindingsModule } from '../../findings/findings.module';
import { RegionsModule } from '../../regions/regions.module';
import { EvaluationsModule } from '../evaluations.module';
import { AgreementViewService } from './agreement-view.service';
import { AgreementService } from './agreement.service';
import { CityMediansService } from './city-medians.service';
import { DeliberationsController } from './deliberations.controller';
import { DeliberationsService } from './deliberations.service';
import { DraftResultsService } from './draft-results.service';
import { EvaluationFindingsService } from './evaluation-findings.service';
import { EvaluationResultsController } from './evaluation-results.controller';
import { EvaluationResultsService } from './evaluation-results.service';
import { ExchangesService } from './exchanges.service';
import { FinalisationService } from './finalisation.service';
import { LeadActsService } from './lead-acts.service';
import { OpinionsService } from './opinions.service';
import { RepliesController } from './replies.controller';
import { RepliesService } from './replies.service';
import { ReplyActsService } from './reply-acts.service';
import { ReplyContextService } from './reply-context.service';
import { ReplyRulingsService } from './reply-rulings.service';
import { ResultReadingService } from './result-reading.service';
import { RoundDoorService } from './round-door.service';
import { RoundRecordRepository } from './round-record.repository';
import { RoundScoringService } from './round-scoring.service';
import { RoundStandingService } from './round-standing.service';
import { TeamQueries } from './team.queries';
import { ThirdMarkersService } from './third-markers.service';

/** From the score sheets to the result: agreement, draft and replies, 定案. */
@Module({
  imports: [EvaluationsModule, FindingsModule, RegionsModule],
  controllers: [DeliberationsController, EvaluationResultsController, RepliesController],
  providers: [
    AgreementService,
    AgreementViewService,
    CityMediansService,
    DeliberationsService,
    DraftResultsService,
    EvaluationFindingsService,
    EvaluationResultsService,
    ExchangesService,
    FinalisationService,
    LeadActsService,
    OpinionsService,
    RepliesService,
    ReplyActsService,
    ReplyContextService,
    ReplyRulingsService,
    ResultReadingService,
    RoundDoorService,
    RoundRecordRepository,
    RoundScoringService,
    RoundStandingService,
    TeamQueries,
    ThirdMarkersService,
  ],
  exports: [CityMediansService, OpinionsService, RoundDoorService, RoundStandingService],
})
export class EvaluationResultsModule {}
