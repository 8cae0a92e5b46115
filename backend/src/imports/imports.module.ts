import { Module } from '@nestjs/common';
import { SheetsModule } from '../sheets/sheets.module';
import { ImportsController } from './imports.controller';
import { ImportsRepository } from './imports.repository';
import { ImportsService } from './imports.service';
import { SheetFilesService } from './sheet-files.service';

@Module({
  imports: [SheetsModule],
  controllers: [ImportsController],
  providers: [ImportsRepository, ImportsService, SheetFilesService],
})
export class ImportsModule {}
