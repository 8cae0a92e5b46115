import { Module } from '@nestjs/common';
import { RosterModule } from '../roster/roster.module';
import { SheetsModule } from '../sheets/sheets.module';
import { ImportsController } from './imports.controller';
import { ImportsRepository } from './imports.repository';
import { ImportsService } from './imports.service';
import { PreparedImports } from './prepared-imports';
import { SheetFilesService } from './sheet-files.service';
import { WageListHeadingsRepository } from './wage-list-headings.repository';
import { WageListReading } from './wage-list-reading';
import { WageListsController } from './wage-lists.controller';
import { WageListsService } from './wage-lists.service';

@Module({
  imports: [RosterModule, SheetsModule],
  controllers: [ImportsController, WageListsController],
  providers: [
    ImportsRepository,
    ImportsService,
    PreparedImports,
    SheetFilesService,
    WageListHeadingsRepository,
    WageListReading,
    WageListsService,
  ],
})
export class ImportsModule {}
