import { Module } from '@nestjs/common';
import { AllocationsModule } from '../allocations/allocations.module';
import { EvaluationsModule } from '../evaluations/evaluations.module';
import { EvaluationResultsModule } from '../evaluations/results/evaluation-results.module';
import { RoundTasksModule } from '../evaluations/tasks/round-tasks.module';
import { FactsModule } from '../facts/facts.module';
import { FundsModule } from '../funds/funds.module';
import { FindingsModule } from '../findings/findings.module';
import { IdentityModule } from '../identity/identity.module';
import { GoalsModule } from '../goals/goals.module';
import { PublicationsModule } from '../publications/publications.module';
import { RegionsModule } from '../regions/regions.module';
import { ComparisonService } from './comparison.service';
import { CountyPageService } from './county-page.service';
import { DashboardsController } from './dashboards.controller';
import { DashboardSources } from './dashboard-sources';
import { DashboardsService } from './dashboards.service';
import { FundsPageService } from './funds-page.service';
import { IndicatorsPageService } from './indicators-page.service';
import { PointsInTimeService } from './points-in-time.service';
import { StandingsService } from './standings.service';
import { WaitingService } from './waiting.service';

@Module({
  imports: [
    AllocationsModule,
    EvaluationsModule,
    EvaluationResultsModule,
    FactsModule,
    FindingsModule,
    FundsModule,
    GoalsModule,
    IdentityModule,
    PublicationsModule,
    RegionsModule,
    RoundTasksModule,
  ],
  controllers: [DashboardsController],
  providers: [
    ComparisonService,
    CountyPageService,
    DashboardsService,
    DashboardSources,
    FundsPageService,
    IndicatorsPageService,
    PointsInTimeService,
    StandingsService,
    WaitingService,
  ],
  exports: [DashboardSources],
})
export class DashboardsModule {}
