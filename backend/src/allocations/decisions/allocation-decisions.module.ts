import { Module } from '@nestjs/common';
import { FundsModule } from '../../funds/funds.module';
import { IdentityModule } from '../../identity/identity.module';
import { RegionsModule } from '../../regions/regions.module';
import { AllocationsModule } from '../allocations.module';
import { DecisionCases } from './decision-cases.service';
import { DecisionChecksService } from './decision-checks.service';
import { DecisionDoor } from './decision-door.service';
import { DecisionFilesRepository } from './decision-files.repository';
import { DecisionFilesService } from './decision-files.service';
import { DecisionParts } from './decision-parts.service';
import { DecisionStepsService } from './decision-steps.service';
import { DecisionsController } from './decisions.controller';
import { DecisionsQueries } from './decisions.queries';
import { DecisionsRepository } from './decisions.repository';
import { DecisionsService } from './decisions.service';
import { NoticesController } from './notices.controller';
import { NoticesQueries } from './notices.queries';
import { NoticesService } from './notices.service';
import { PromulgationService } from './promulgation.service';
import { SubmissionCases } from './submission-cases.service';
import { SubmitDecisionService } from './submit-decision.service';

@Module({
  imports: [AllocationsModule, FundsModule, IdentityModule, RegionsModule],
  controllers: [DecisionsController, NoticesController],
  providers: [
    DecisionCases,
    DecisionChecksService,
    DecisionDoor,
    DecisionFilesRepository,
    DecisionFilesService,
    DecisionParts,
    DecisionsQueries,
    DecisionsRepository,
    DecisionsService,
    DecisionStepsService,
    NoticesQueries,
    NoticesService,
    PromulgationService,
    SubmissionCases,
    SubmitDecisionService,
  ],
})
export class AllocationDecisionsModule {}
