import { Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { DueDayFollowersService } from '../duties/due-day-followers.service';
import { DutyRulesModule } from '../duties/duty-rules.module';
import { FindingsModule } from '../findings/findings.module';
import { FundsModule } from '../funds/funds.module';
import { DailyTasksService } from '../maintenance/daily-tasks.service';
import { RegionsModule } from '../regions/regions.module';
import { InspectionCheckService } from './inspection-check.service';
import { SheetEffects } from './sheet-effects';
import { SheetMoving } from './sheet-moving';
import { SheetOpening } from './sheet-opening';
import { SheetOpeningService } from './sheet-opening.service';
import { SheetProjectionRepository } from './sheet-projection.repository';
import { SheetStagesController } from './sheet-stages.controller';
import { SheetStagesService } from './sheet-stages.service';
import { SheetTemplatesController } from './sheet-templates.controller';
import { SheetTemplatesRepository } from './sheet-templates.repository';
import { SheetTemplatesService } from './sheet-templates.service';
import { SheetWritingService } from './sheet-writing.service';
import { SheetsController } from './sheets.controller';
import { SheetsQueries } from './sheets.queries';
import { SheetsRepository } from './sheets.repository';
import { SheetsService } from './sheets.service';

@Module({
  imports: [DutyRulesModule, FindingsModule, FundsModule, RegionsModule],
  controllers: [SheetsController, SheetStagesController, SheetTemplatesController],
  providers: [
    InspectionCheckService,
    SheetEffects,
    SheetMoving,
    SheetOpening,
    SheetOpeningService,
    SheetProjectionRepository,
    SheetStagesService,
    SheetTemplatesRepository,
    SheetTemplatesService,
    SheetWritingService,
    SheetsQueries,
    SheetsRepository,
    SheetsService,
  ],
  exports: [SheetOpeningService, SheetWritingService, SheetsService],
})
export class SheetsModule {
  constructor(
    tasks: DailyTasksService,
    dueDays: DueDayFollowersService,
    opening: SheetOpeningService,
    sheets: SheetOpening,
    { environment }: Settings,
  ) {
    dueDays.add((tx) => sheets.alignDueDays(tx));
    // With a day that was set the calendar moves when it is set anew, not at midnight.
    const day = environment.today === null ? '' : `.${environment.today}`;
    tasks.add({ name: `sheets.open${day}`, run: () => opening.open() });
  }
}
