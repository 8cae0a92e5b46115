import { Global, Module } from '@nestjs/common';
import { DailyTasksService } from '../maintenance/daily-tasks.service';
import { ColumnCipherService } from './column-cipher.service';
import { RetentionRepository } from './retention.repository';
import { RetentionService } from './retention.service';

@Global()
@Module({
  providers: [ColumnCipherService, RetentionRepository, RetentionService],
  exports: [ColumnCipherService, RetentionService],
})
export class PersonalDataModule {
  constructor(tasks: DailyTasksService, retention: RetentionService) {
    tasks.add({ name: 'personalData.erase', run: () => retention.eraseExpired() });
  }
}
