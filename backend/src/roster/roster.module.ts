import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { AssistantBatchService } from './assistant-batch.service';
import { AssistantChecks } from './assistant-checks';
import { AssistantEntryService } from './assistant-entry.service';
import { AssistantMeasuresService } from './assistant-measures.service';
import { AssistantNumbersReader } from './assistant-numbers';
import { PresentAssistant } from './present-assistant';
import { RosterActs } from './roster-acts';
import { RosterPeopleService } from './roster-people.service';
import { RosterController } from './roster.controller';
import { RosterQueries } from './roster.queries';
import { RosterRepository } from './roster.repository';
import { RosterService } from './roster.service';

/** 花名册: who is on post where, and how many person-months that makes. */
@Module({
  imports: [RegionsModule],
  controllers: [RosterController],
  providers: [
    AssistantBatchService,
    AssistantChecks,
    AssistantEntryService,
    AssistantMeasuresService,
    AssistantNumbersReader,
    PresentAssistant,
    RosterActs,
    RosterPeopleService,
    RosterQueries,
    RosterRepository,
    RosterService,
  ],
  exports: [AssistantBatchService, RosterPeopleService],
})
export class RosterModule {}
