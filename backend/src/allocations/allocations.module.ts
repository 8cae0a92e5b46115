import { Module } from '@nestjs/common';
import { EvaluationsModule } from '../evaluations/evaluations.module';
import { FactsModule } from '../facts/facts.module';
import { IdentityModule } from '../identity/identity.module';
import { PublicationsModule } from '../publications/publications.module';
import { RegionsModule } from '../regions/regions.module';
import { AllocationCertificates } from './allocation-certificates';
import { AllocationRunsRepository } from './allocation-runs.repository';
import { AllocationsController } from './allocations.controller';
import { AllocationsService } from './allocations.service';
import { DecisionTasksQueries } from './decisions/decision-tasks.queries';
import { DecisionTasksService } from './decisions/decision-tasks.service';
import { EngineController } from './engine/engine.controller';
import { EngineService } from './engine/engine.service';
import { DecidedSplitsQueries } from './decisions/decided-splits.queries';
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
import { ProposingService } from './proposing/proposing.service';
import { AllocationScenariosController } from './scenarios/allocation-scenarios.controller';
import { AllocationScenariosRepository } from './scenarios/allocation-scenarios.repository';
import { AllocationScenariosService } from './scenarios/allocation-scenarios.service';
import { ChangeScenarioService } from './scenarios/change-scenario.service';
import { ComputeScenarioService } from './scenarios/compute-scenario.service';
import { PreviewScenarioService } from './scenarios/preview-scenario.service';
import { RefusedProposals } from './scenarios/refused-proposals.service';
import { SaveScenarioService } from './scenarios/save-scenario.service';
import { ScenarioStandings } from './scenarios/scenario-standings.service';
import { StoreScenarioService } from './scenarios/store-scenario.service';

@Module({
  imports: [EvaluationsModule, FactsModule, IdentityModule, PublicationsModule, RegionsModule],
  controllers: [
    AllocationsController,
    AllocationPoliciesController,
    AllocationQuestionController,
    AllocationScenariosController,
    EngineController,
  ],
  providers: [
    AllocationCertificates,
    AllocationEvidenceService,
    DecidedSplitsQueries,
    AllocationPoliciesRepository,
    AllocationPoliciesService,
    AllocationQuestionService,
    AllocationRunsRepository,
    AllocationsService,
    DecisionTasksQueries,
    DecisionTasksService,
    AllocationScenariosRepository,
    AllocationScenariosService,
    ChangeScenarioService,
    ComputeScenarioService,
    EngineService,
    EvidencePlacesQueries,
    PreviewScenarioService,
    ProposingService,
    PublishAllocationPolicyService,
    RefusedProposals,
    ResultsOfMoneyService,
    SaveScenarioService,
    ScenarioStandings,
    SplitInForceService,
    SplitTablesRepository,
    StoreScenarioService,
  ],
  exports: [
    AllocationPoliciesService,
    AllocationScenariosRepository,
    AllocationsService,
    DecidedSplitsQueries,
    DecisionTasksService,
    ResultsOfMoneyService,
    ScenarioStandings,
    SplitTablesRepository,
  ],
})
export class AllocationsModule {}
