import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { EvaluationsModule } from './evaluations.module';
import { ScorePhrasesController } from './phrases/score-phrases.controller';
import { ScorePhrasesRepository } from './phrases/score-phrases.repository';
import { ScorePhrasesService } from './phrases/score-phrases.service';
import { PackReturnsService } from './packs/pack-returns.service';
import { PackSources } from './packs/pack-sources';
import { ReturnedPhotosService } from './packs/returned-photos.service';
import { ScorePacksController } from './packs/score-packs.controller';
import { ScorePacksRepository } from './packs/score-packs.repository';
import { ScorePacksService } from './packs/score-packs.service';
import { EvidenceAskingService } from './requests/evidence-asking.service';
import { EvidenceRequestsController } from './requests/evidence-requests.controller';
import { EvidenceRequestsRepository } from './requests/evidence-requests.repository';
import { EvidenceRequestsService } from './requests/evidence-requests.service';
import { DeskSources } from './scoring/desk-sources';
import { RoundMethods } from './scoring/round-methods';
import { ScoreAccessQueries } from './scoring/score-access.queries';
import { ScoreAccessService } from './scoring/score-access.service';
import { ScoreConfirmationService } from './scoring/score-confirmation.service';
import { ScoreDeskController } from './scoring/score-desk.controller';
import { ScoreDeskQueries } from './scoring/score-desk.queries';
import { ScoreDeskService } from './scoring/score-desk.service';
import { ScoreEntriesRepository } from './scoring/score-entries.repository';
import { ScoreFactsService } from './scoring/score-facts.service';
import { ScoreGate } from './scoring/score-gate';
import { ScoreSheetsController } from './scoring/score-sheets.controller';
import { ScoreSheetsRepository } from './scoring/score-sheets.repository';
import { ScoreSheetsService } from './scoring/score-sheets.service';
import { ScoreSubmissionService } from './scoring/score-submission.service';
import { ScoreWritingService } from './scoring/score-writing.service';
import { SheetSources } from './scoring/sheet-sources';
import { TeamGate } from './scoring/team-gate';

/** Evaluators at work: the workspace, what is submitted, phrases, and what they ask of counties. */
@Module({
  imports: [EvaluationsModule, FactsModule, IdentityModule, RegionsModule],
  controllers: [
    ScoreDeskController,
    ScoreSheetsController,
    ScorePhrasesController,
    EvidenceRequestsController,
    ScorePacksController,
  ],
  providers: [
    DeskSources,
    EvidenceAskingService,
    EvidenceRequestsRepository,
    EvidenceRequestsService,
    PackReturnsService,
    PackSources,
    ReturnedPhotosService,
    RoundMethods,
    ScoreAccessQueries,
    ScoreAccessService,
    ScoreConfirmationService,
    ScoreDeskQueries,
    ScoreDeskService,
    ScoreEntriesRepository,
    ScoreFactsService,
    ScoreGate,
    ScorePacksRepository,
    ScorePacksService,
    ScorePhrasesRepository,
    ScorePhrasesService,
    ScoreSheetsRepository,
    ScoreSheetsService,
    ScoreSubmissionService,
    ScoreWritingService,
    SheetSources,
    TeamGate,
  ],
  exports: [ReturnedPhotosService],
})
export class ScoreSheetsModule {}
