import { Module } from '@nestjs/common';
import { EvaluationsModule } from '../evaluations/evaluations.module';
import { FactsModule } from '../facts/facts.module';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { MethodDraftsController } from './method-drafts.controller';
import { MethodDraftsService } from './method-drafts.service';
import { MethodFilesService } from './method-files.service';
import { MethodsController } from './methods.controller';
import { MethodsRepository } from './methods.repository';
import { MethodsService } from './methods.service';
import { PublicationChecks } from './publication-checks';
import { PublishMethodService } from './publish-method.service';
import { SimulateMethodService } from './simulate-method.service';
import { SimulationInputs } from './simulation-inputs';

@Module({
  imports: [EvaluationsModule, FactsModule, IdentityModule, RegionsModule],
  controllers: [MethodsController, MethodDraftsController],
  providers: [
    MethodDraftsService,
    MethodFilesService,
    MethodsRepository,
    MethodsService,
    PublicationChecks,
    PublishMethodService,
    SimulateMethodService,
    SimulationInputs,
  ],
})
export class MethodsModule {}
