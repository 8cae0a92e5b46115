import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings';
import { ScoreEntriesRepository } from './score-entries.repository';
import { ScoreSheetsRepository } from './score-sheets.repository';

/** What sheets are read from and written to. */
@Injectable()
export class SheetSources {
  constructor(
    readonly repository: ScoreSheetsRepository,
    readonly entries: ScoreEntriesRepository,
    readonly settings: Settings,
  ) {}
}
