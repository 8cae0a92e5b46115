import { Module } from '@nestjs/common';
import { EvaluationsModule } from '../evaluations/evaluations.module';
import { FactsModule } from '../facts/facts.module';
import { PublicationsModule } from '../publications/publications.module';
import { RegionsModule } from '../regions/regions.module';
import { Allocating } from './allocating';
import { AllocationCertificates } from './allocation-certificates';
import { AllocationRunsRepository } from './allocation-runs.repository';
import { AllocationsController } from './allocations.controller';
import { AllocationsService } from './allocations.service';
import { CreateAllocationRunService } from './create-allocation-run.service';

@Module({
  imports: [EvaluationsModule, FactsModule, PublicationsModule, RegionsModule],
  controllers: [AllocationsController],
  providers: [
    Allocating,
    AllocationCertificates,
    AllocationRunsRepository,
    AllocationsService,
    CreateAllocationRunService,
  ],
  exports: [AllocationsService],
})
export class AllocationsModule {}
