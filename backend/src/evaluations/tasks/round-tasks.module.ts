import { Module } from '@nestjs/common';
import { EvaluationResultsModule } from '../results/evaluation-results.module';
import { AskedModule } from './asked.module';
import { LeadTasksService } from './lead-tasks.service';
import { RoundTasksController } from './round-tasks.controller';
import { RoundTasksQueries } from './round-tasks.queries';
import { RoundTasksService } from './round-tasks.service';

/** What waits for whom in evaluation rounds. */
@Module({
  imports: [AskedModule, EvaluationResultsModule],
  controllers: [RoundTasksController],
  providers: [LeadTasksService, RoundTasksQueries, RoundTasksService],
  exports: [RoundTasksService],
})
export class RoundTasksModule {}
