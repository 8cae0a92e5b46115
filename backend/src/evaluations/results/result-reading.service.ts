import { Injectable } from '@nestjs/common';
import type { Obstacle } from '@yuheng/shared/domain/evaluating/ready-to-finalise';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../../http/problem-exception';
import type { PlaceRow } from '../../regions/places.repository';
import { PlacesService } from '../../regions/places.service';
import { ResultsService, type RunWithResults } from '../results.service';
import { ExchangesService } from './exchanges.service';
import type { RoundEntry } from './round-door.service';
import type { FinalisationRow } from './round-record.queries';
import { RoundStandingService, type RoundStanding } from './round-standing.service';

export interface ShownResult {
  readonly run: string;
  /** Null: the draft. */
  readonly finalisation: FinalisationRow | null;
}

/** What the page of results reads. */
@Injectable()
export class ResultReadingService {
  constructor(
    private readonly standings: RoundStandingService,
    private readonly results: ResultsService,
    private readonly exchanges: ExchangesService,
    private readonly places: PlacesService,
  ) {}

  standing(tx: EntityManager, round: string): Promise<RoundStanding> {
    return this.standings.of(tx, round);
  }

  /** The numbered finalisation, or the newest result; a new draft is shown under replies and is no result yet. */
  choose({ finalisations, draft }: RoundStanding, number: number | undefined): ShownResult | null {
    const finalisation =
      number === undefined ? finalisations[0] : finalisations.find((one) => one.number === number);
    if (finalisation) return { run: finalisation.run, finalisation };
    if (number !== undefined) throw new ProblemException('not-found');
    return draft && { run: draft.run, finalisation: null };
  }

  run(tx: EntityManager, id: string): Promise<RunWithResults | null> {
    return this.results.runWithResults(tx, id);
  }

  /** The finalised result of the same kind of the year before. */
  yearBefore(tx: EntityManager, { head }: RoundStanding): Promise<RunWithResults | null> {
    return this.results.finalised(tx, head.program, head.year - 1, head.kind);
  }

  /** The draft that a result came of: the newest that was opened before it. */
  async draftOf(
    tx: EntityManager,
    standing: RoundStanding,
    finalisation: FinalisationRow | null,
  ): Promise<RunWithResults | null> {
    if (finalisation === null) return null;
    const draft = await this.standings.draftBefore(tx, standing.head.id, finalisation);
    return draft && this.results.runWithResults(tx, draft.run);
  }

  async obstacles(
    tx: EntityManager,
    standing: RoundStanding,
    found: RunWithResults | null,
  ): Promise<readonly Obstacle[]> {
    const said = await this.standings.marksOf(tx, standing.head);
    return this.standings.obstacles(tx, standing, {
      said,
      results: found?.results ?? [],
      asksReplies: true,
    });
  }

  head(standing: RoundStanding): ReturnType<ExchangesService['head']> {
    return this.exchanges.head(standing);
  }

  counties({ scope }: RoundEntry): readonly PlaceRow[] {
    return this.places.counties(scope.counties);
  }
}
