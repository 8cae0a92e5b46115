import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings';
import { FactsService } from '../../facts/facts.service';
import { RoundMethods } from './round-methods';
import { ScoreDeskQueries } from './score-desk.queries';
import { ScoreEntriesRepository } from './score-entries.repository';

/** What a desk is put together from: facts, the method, one's own entries, and what stands beside the boxes. */
@Injectable()
export class DeskSources {
  constructor(
    readonly facts: FactsService,
    readonly methods: RoundMethods,
    readonly entries: ScoreEntriesRepository,
    readonly queries: ScoreDeskQueries,
    readonly settings: Settings,
  ) {}
}
