import { Module } from '@nestjs/common';
import { DutyRulesModule } from '../duties/duty-rules.module';
import { FactsModule } from '../facts/facts.module';
import { DailyTasksService } from '../maintenance/daily-tasks.service';
import { RegionsModule } from '../regions/regions.module';
import { DailyDoubtsService } from './daily-doubts.service';
import { DoubtActsService } from './doubt-acts.service';
import { DoubtAskingService } from './doubt-asking.service';
import { DoubtReadingService } from './doubt-reading.service';
import { DoubtsController } from './doubts.controller';
import { DoubtsRepository } from './doubts.repository';
import { DoubtsService } from './doubts.service';
import { FindingReaders } from './finding-readers';
import { FindingsController } from './findings.controller';
import { FindingsRepository } from './findings.repository';
import { FindingsService } from './findings.service';

@Module({
  imports: [DutyRulesModule, FactsModule, RegionsModule],
  controllers: [FindingsController, DoubtsController],
  providers: [
    DailyDoubtsService,
    DoubtActsService,
    DoubtAskingService,
    DoubtReadingService,
    DoubtsRepository,
    DoubtsService,
    FindingReaders,
    FindingsRepository,
    FindingsService,
  ],
  exports: [DoubtsService, FindingsService],
})
export class FindingsModule {
  constructor(tasks: DailyTasksService, doubts: DailyDoubtsService) {
    tasks.add({ name: 'doubts.look', run: () => doubts.look() });
  }
}
