import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { AuditRepository } from './audit.repository';
import { AuditSealingService } from './audit-sealing.service';
import { AuditService } from './audit.service';
import { AuditTrail } from './audit-trail';

/** The trail: its writer for everybody, its readers for the audit administrator. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditRepository, AuditSealingService, AuditService, AuditTrail],
  exports: [AuditSealingService, AuditTrail],
})
export class AuditModule {}
