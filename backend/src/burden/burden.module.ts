import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { BurdenController } from './burden.controller';
import { BurdenQueries } from './burden.queries';
import { BurdenService } from './burden.service';

@Module({
  imports: [RegionsModule],
  controllers: [BurdenController],
  providers: [BurdenQueries, BurdenService],
})
export class BurdenModule {}
