import { Module } from '@nestjs/common';
import { DailyWorkRepository } from './daily-work.repository';
import { DailyWorkService } from './daily-work.service';

@Module({ providers: [DailyWorkRepository, DailyWorkService] })
export class MaintenanceModule {}
