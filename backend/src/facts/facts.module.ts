import { Module } from '@nestjs/common';
import { DutyRulesModule } from '../duties/duty-rules.module';
import { FactsQueries } from './facts.queries';
import { FactsService } from './facts.service';
import { GatheredMonthsQueries } from './gathered-months.queries';
import { GatheredMonthsService } from './gathered-months.service';

@Module({
  imports: [DutyRulesModule],
  providers: [FactsQueries, FactsService, GatheredMonthsQueries, GatheredMonthsService],
  exports: [FactsService, GatheredMonthsService],
})
export class FactsModule {}
