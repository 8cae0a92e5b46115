import { Module } from '@nestjs/common';
import { AskedModule } from '../evaluations/tasks/asked.module';
import { FactsModule } from '../facts/facts.module';
import { RegionsModule } from '../regions/regions.module';
import { DutiesController } from './duties.controller';
import { DutiesDueService } from './duties-due.service';
import { DutiesQueries } from './duties.queries';
import { DutiesService } from './duties.service';
import { DutyCalendarsService } from './duty-calendars.service';
import { DutyRulesModule } from './duty-rules.module';

@Module({
  imports: [AskedModule, DutyRulesModule, FactsModule, RegionsModule],
  controllers: [DutiesController],
  providers: [DutiesDueService, DutiesQueries, DutiesService, DutyCalendarsService],
  exports: [DutiesDueService],
})
export class DutiesModule {}
