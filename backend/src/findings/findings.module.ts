import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module';
import { DailyTasksService } from '../maintenance/daily-tasks.service';
import { RegionsModule } from '../regions/regions.module';
import { DoubtActsService } from './doubt-acts.service';
import { DoubtReadingService } from './doubt-reading.service';
import { DoubtsController } from './doubts.controller';
import { DoubtsRepository } from './doubts.repository';
import { DoubtsService } from './doubts.service';
import { FindingsController } from './findings.controller';
import { FindingsRepository } from './findings.repository';
import { FindingsService } from './findings.service';

@Module({
  imports: [FactsModule, RegionsModule],
  controllers: [FindingsController, DoubtsController],
  providers: [
    DoubtActsService,
    DoubtReadingService,
    DoubtsRepository,
    DoubtsService,
    FindingsRepository,
    FindingsService,
  ],
  exports: [DoubtsService, FindingsService],
})
export class FindingsModule {
  constructor(tasks: DailyTasksService, doubts: DoubtsService) {
    tasks.add({ name: 'doubts.look', run: () => doubts.lookEverywhere() });
  }
}
