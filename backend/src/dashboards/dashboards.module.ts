import { Module } from '@nestjs/common';
import { AllocationsModule } from '../allocations/allocations.module';
import { EvaluationsModule } from '../evaluations/evaluations.module';
import { FactsModule } from '../facts/facts.module';
import { FindingsModule } from '../findings/findings.module';
import { PublicationsModule } from '../publications/publications.module';
import { RegionsModule } from '../regions/regions.module';
import { DashboardsController } from './dashboards.controller';
import { DashboardSources } from './dashboard-sources';
import { DashboardsService } from './dashboards.service';

@Module({
  imports: [
    AllocationsModule,
    EvaluationsModule,
    FactsModule,
    FindingsModule,
    PublicationsModule,
    RegionsModule,
  ],
  controllers: [DashboardsController],
  providers: [DashboardsService, DashboardSources],
})
export class DashboardsModule {}
