import { Module } from '@nestjs/common';
import { EvaluationsModule } from '../evaluations/evaluations.module';
import { FactsModule } from '../facts/facts.module';
import { IdentityModule } from '../identity/identity.module';
import { PublicationsModule } from '../publications/publications.module';
import { RegionsModule } from '../regions/regions.module';
import { Allocating } from './allocating';
import { AllocationCertificates } from './allocation-certificates';
import { AllocationRunsRepository } from './allocation-runs.repository';
import { AllocationsController } from './allocations.controller';
import { AllocationsService } from './allocations.service';
import { CreateAllocationRunService } from './create-allocation-run.service';
import { DecisionTasksQueries } from './decisions/decision-tasks.queries';
import { DecisionTasksService } from './decisions/decision-tasks.service';
import { AllocationEvidenceService } from './evidence/allocation-evidence.service';
import { AllocationQuestionController } from './evidence/allocation-question.controller';
import { AllocationQuestionService } from './evidence/allocation-question.service';
import { EvidencePlacesQueries } from './evidence/evidence-places.queries';
import { ResultsOfMoneyService } from './evidence/results-of-money.service';
import { SplitInForceService } from './evidence/split-in-force.service';
import { SplitTablesRepository } from './history/split-tables.repository';
import { AllocationPoliciesController } from './policies/allocation-policies.controller';
import { AllocationPoliciesRepository } from './policies/allocation-policies.repository';
import { AllocationPoliciesService } from './policies/allocation-policies.service';
import { PublishAllocationPolicyService } from './policies/publish-allocation-policy.service';

@Module({
  imports: [EvaluationsModule, FactsModule, IdentityModule, PublicationsModule, RegionsModule],
  controllers: [AllocationsController, AllocationPoliciesController, AllocationQuestionController],
  providers: [
    Allocating,
    AllocationCertificates,
    AllocationEvidenceService,
    AllocationPoliciesRepository,
    AllocationPoliciesService,
    AllocationQuestionService,
    AllocationRunsRepository,
    AllocationsService,
    CreateAllocationRunService,
    DecisionTasksQueries,
    DecisionTasksService,
    EvidencePlacesQueries,
    PublishAllocationPolicyService,
    ResultsOfMoneyService,
    SplitInForceService,
    SplitTablesRepository,
  ],
  exports: [AllocationsService, DecisionTasksService, ResultsOfMoneyService, SplitTablesRepository],
})
export class AllocationsModule {}
