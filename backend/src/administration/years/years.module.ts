import { Module } from '@nestjs/common';
import { DutiesModule } from '../../duties/duties.module';
import { RegionsModule } from '../../regions/regions.module';
import { NextYear } from './next-year';
import { YearsController } from './years.controller';
import { YearsQueries } from './years.queries';
import { YearsService } from './years.service';

/** Years are business data: the program office opens and closes them, and no administrator sees them. */
@Module({
  imports: [DutiesModule, RegionsModule],
  controllers: [YearsController],
  providers: [NextYear, YearsQueries, YearsService],
})
export class YearsModule {}
