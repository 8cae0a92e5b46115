import { Module } from '@nestjs/common';
import { RosterModule } from '../roster/roster.module';
import { RegionsModule } from '../regions/regions.module';
import { SheetsModule } from '../sheets/sheets.module';
import { ImportsController } from './imports.controller';
import { ImportsRepository } from './imports.repository';
import { ImportsService } from './imports.service';
import { PreparedImports } from './prepared-imports';
import { RosterFilesService } from './roster-files.service';
import { RosterImportsController } from './roster-imports.controller';
import { RosterImportsService } from './roster-imports.service';
import { RosterPlans } from './roster-plans.service';
import { SheetFilesService } from './sheet-files.service';
import { WageListHeadingsRepository } from './wage-list-headings.repository';
import { WageListReading } from './wage-list-reading';
import { WageListsController } from './wage-lists.controller';
import { WageListsService } from './wage-lists.service';

@Module({
  imports: [RegionsModule, RosterModule, SheetsModule],
  controllers: [ImportsController, RosterImportsController, WageListsController],
  providers: [
    ImportsRepository,
    ImportsService,
    PreparedImports,
    RosterFilesService,
    RosterImportsService,
    RosterPlans,
    SheetFilesService,
    WageListHeadingsRepository,
    WageListReading,
    WageListsService,
  ],
})
export class ImportsModule {}
