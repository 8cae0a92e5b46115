import { Module } from '@nestjs/common';
import { FactsModule } from '../../facts/facts.module';
import { PublicationsModule } from '../../publications/publications.module';
import { RegionsModule } from '../../regions/regions.module';
import { AllocationsModule } from '../allocations.module';
import { AllocationHistoryController } from './allocation-history.controller';
import { AllocationHistoryService } from './allocation-history.service';
import { HistorySources } from './history-sources';
import { PreviewSplitTableService } from './preview-split-table.service';
import { SplitTableReader } from './split-table-reader';
import { SplitTablesService } from './split-tables.service';

@Module({
  imports: [AllocationsModule, FactsModule, PublicationsModule, RegionsModule],
  controllers: [AllocationHistoryController],
  providers: [
    AllocationHistoryService,
    HistorySources,
    PreviewSplitTableService,
    SplitTableReader,
    SplitTablesService,
  ],
})
export class AllocationHistoryModule {}
