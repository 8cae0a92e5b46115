import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module';
import { RegionsModule } from '../regions/regions.module';
import { DutiesController } from './duties.controller';
import { DutiesDue } from './duties-due';
import { DutiesQueries } from './duties.queries';
import { DutiesService } from './duties.service';
import { DutyRulesRepository } from './duty-rules.repository';
import { DutyRulesService } from './duty-rules.service';
import { HolidayTablesRepository } from './holiday-tables.repository';
import { HolidaysService } from './holidays.service';

@Module({
  imports: [FactsModule, RegionsModule],
  controllers: [DutiesController],
  providers: [
    DutiesDue,
    DutiesQueries,
    DutiesService,
    DutyRulesRepository,
    DutyRulesService,
    HolidayTablesRepository,
    HolidaysService,
  ],
  exports: [DutyRulesService, HolidaysService],
})
export class DutiesModule {}
