import { Module } from '@nestjs/common';
import { DueDayFollowersService } from './due-day-followers.service';
import { DueDaysService } from './due-days.service';
import { DutyRulesRepository } from './duty-rules.repository';
import { DutyRulesService } from './duty-rules.service';
import { HolidayTablesRepository } from './holiday-tables.repository';
import { HolidaysService } from './holidays.service';

/** When things are due: rules and working days. It rests on nothing that was gathered, so that facts may rest on it. */
@Module({
  providers: [
    DueDayFollowersService,
    DueDaysService,
    DutyRulesRepository,
    DutyRulesService,
    HolidayTablesRepository,
    HolidaysService,
  ],
  exports: [DueDayFollowersService, DueDaysService, DutyRulesService, HolidaysService],
})
export class DutyRulesModule {}
