import { Global, Module } from '@nestjs/common';
import { DailyTasksService } from '../maintenance/daily-tasks.service';
import { AuditController } from './audit.controller';
import { AuditRepository } from './audit.repository';
import { AuditSealingService } from './audit-sealing.service';
import { AuditService } from './audit.service';
import { AuditTrail } from './audit-trail';
import { RepetitionsRepository } from './repetitions.repository';

/** The trail: its writer for everybody, its readers for the audit administrator. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditRepository, AuditSealingService, AuditService, AuditTrail, RepetitionsRepository],
  exports: [AuditSealingService, AuditTrail],
})
export class AuditModule {
  constructor(tasks: DailyTasksService, sealing: AuditSealingService, trail: AuditTrail) {
    tasks.add({ name: 'audit.seal', run: () => sealing.sealDays() });
    tasks.add({ name: 'idempotencyKeys.forget', run: () => trail.forgetRepetitions() });
  }
}
