import { Injectable } from '@nestjs/common';
import { PlacesService } from '../../regions/places.service';
import { DeskSources } from '../scoring/desk-sources';
import { ScoreDeskService } from '../scoring/score-desk.service';
import { ScoreGate } from '../scoring/score-gate';
import { ScorePacksRepository } from './score-packs.repository';

/** What a pack is made from and held against: the gate, the workspace as it is on line, and the packs themselves. */
@Injectable()
export class PackSources {
  constructor(
    readonly gate: ScoreGate,
    readonly desk: ScoreDeskService,
    readonly desks: DeskSources,
    readonly packs: ScorePacksRepository,
    readonly places: PlacesService,
  ) {}
}
