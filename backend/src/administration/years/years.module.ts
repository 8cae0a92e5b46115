import { Module } from '@nestjs/common';
import { DutyRulesModule } from '../../duties/duty-rules.module';
import { FundsModule } from '../../funds/funds.module';
import { RegionsModule } from '../../regions/regions.module';
import { NextYear } from './next-year';
import { YearTurning } from './year-turning';
import { YearsController } from './years.controller';
import { YearsQueries } from './years.queries';
import { YearsReading } from './years-reading';
import { YearsService } from './years.service';

/** Years are business data: the program office opens and closes them, and no administrator sees them. */
@Module({
  imports: [DutyRulesModule, FundsModule, RegionsModule],
  controllers: [YearsController],
  providers: [NextYear, YearTurning, YearsQueries, YearsReading, YearsService],
})
export class YearsModule {}
