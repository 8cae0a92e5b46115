import { Module } from '@nestjs/common';
import { EvaluationsModule } from '../../evaluations/evaluations.module';
import { FactsModule } from '../../facts/facts.module';
import { PublicationsModule } from '../../publications/publications.module';
import { RegionsModule } from '../../regions/regions.module';
import { AllocationHistoryController } from './allocation-history.controller';
import { AllocationHistoryService } from './allocation-history.service';
import { HistorySources } from './history-sources';
import { SplitTablesRepository } from './split-tables.repository';
import { SplitTablesService } from './split-tables.service';

@Module({
  imports: [EvaluationsModule, FactsModule, PublicationsModule, RegionsModule],
  controllers: [AllocationHistoryController],
  providers: [AllocationHistoryService, HistorySources, SplitTablesRepository, SplitTablesService],
})
export class AllocationHistoryModule {}
