import { Global, Module } from '@nestjs/common';
import { DailyTasksService } from './daily-tasks.service';
import { DailyWorkRepository } from './daily-work.repository';
import { DailyWorkService } from './daily-work.service';

@Global()
@Module({
  providers: [DailyTasksService, DailyWorkRepository, DailyWorkService],
  exports: [DailyTasksService],
})
export class MaintenanceModule {}
