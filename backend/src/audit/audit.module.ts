import { Global, Module } from '@nestjs/common';
import { MaintenanceModule } from '../maintenance/maintenance.module';
import { AuditController } from './audit.controller';
import { AuditRepository } from './audit.repository';
import { AuditSealingService } from './audit-sealing.service';
import { AuditService } from './audit.service';
import { AuditTrail } from './audit-trail';

/** The trail, and with it the daily work, which seals it. */
@Global()
@Module({
  imports: [MaintenanceModule],
  controllers: [AuditController],
  providers: [AuditRepository, AuditSealingService, AuditService, AuditTrail],
  exports: [AuditSealingService, AuditTrail],
})
export class AuditModule {}
