import { Module } from '@nestjs/common';
import { EvaluationsModule } from '../evaluations/evaluations.module';
import { ScoreSheetsModule } from '../evaluations/score-sheets.module';
import { RegionsModule } from '../regions/regions.module';
import { DocumentsRepository } from './documents.repository';
import { DocumentsService } from './documents.service';
import { FieldDownloadsService } from './field-downloads.service';
import { FieldFilesController } from './field-files.controller';
import { FieldFilesRepository } from './field-files.repository';
import { FieldPhotosService } from './field-photos.service';
import { FieldRecordsRepository } from './field-records.repository';
import { FieldRecordsService } from './field-records.service';
import { FieldSamplesRepository } from './field-samples.repository';
import { FieldSamplesService } from './field-samples.service';
import { FieldworkAccessService } from './fieldwork-access.service';
import { FieldworkFactsService } from './fieldwork-facts.service';
import { FieldworkParts, SamplesAndSurveys } from './fieldwork-parts';
import { FieldworkReadingService } from './fieldwork-reading.service';
import { FieldworkRoundsQueries } from './fieldwork-rounds.queries';
import { FieldworkController } from './fieldwork.controller';
import { OpenSurveysService } from './open-surveys.service';
import { PackPhotosController } from './pack-photos.controller';
import { PackPhotoSources, PackPhotosService } from './pack-photos.service';
import { SlipScansService } from './slip-scans.service';
import { SurveysController } from './surveys.controller';
import { SurveysRepository } from './surveys.repository';
import { SurveysService } from './surveys.service';

/** Fieldwork (现场评价) of an evaluation round. */
@Module({
  imports: [EvaluationsModule, RegionsModule, ScoreSheetsModule],
  controllers: [FieldworkController, FieldFilesController, PackPhotosController, SurveysController],
  providers: [
    DocumentsRepository,
    DocumentsService,
    FieldDownloadsService,
    FieldFilesRepository,
    FieldPhotosService,
    FieldRecordsRepository,
    FieldRecordsService,
    FieldSamplesRepository,
    FieldSamplesService,
    FieldworkAccessService,
    FieldworkFactsService,
    FieldworkParts,
    FieldworkReadingService,
    FieldworkRoundsQueries,
    OpenSurveysService,
    PackPhotoSources,
    PackPhotosService,
    SamplesAndSurveys,
    SlipScansService,
    SurveysRepository,
    SurveysService,
  ],
})
export class FieldworkModule {}
