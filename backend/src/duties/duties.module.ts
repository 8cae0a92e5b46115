import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module';
import { RegionsModule } from '../regions/regions.module';
import { DutiesController } from './duties.controller';
import { DutiesDueService } from './duties-due.service';
import { DutiesQueries } from './duties.queries';
import { DutiesService } from './duties.service';
import { DutyRulesModule } from './duty-rules.module';

@Module({
  imports: [DutyRulesModule, FactsModule, RegionsModule],
  controllers: [DutiesController],
  providers: [DutiesDueService, DutiesQueries, DutiesService],
  exports: [DutiesDueService],
})
export class DutiesModule {}
