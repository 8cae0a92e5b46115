import { Injectable } from '@nestjs/common';
import type { RepliesPage, ReplyCounty } from '@yuheng/shared/contract/replies';
import { mayDo } from '@yuheng/shared/contract/roles';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { ResultsService } from '../results.service';
import { presentCounty, type Exchange } from './present-replies';
import type { RoundEntry } from './round-door.service';
import { RoundRecordQueries } from './round-record.queries';
import type { RoundStanding } from './round-standing.service';

/** Puts together what stands on record of a draft. */
@Injectable()
export class ExchangesService {
  constructor(
    private readonly record: RoundRecordQueries,
    private readonly results: ResultsService,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /**
   * On the numbered draft, or on the newest; null before a draft was opened.
   * @throws ProblemException not-found for a number that no draft has.
   */
  async of(
    tx: EntityManager,
    { head, drafts, draft: newest, current }: RoundStanding,
    number?: number,
  ): Promise<Exchange | null> {
    const draft = number === undefined ? newest : drafts.find((one) => one.number === number);
    if (draft === undefined) throw new ProblemException('not-found');
    if (draft === null) return null;
    const found = await this.results.runWithResults(tx, draft.run);
    if (!found) return null;
    const isCurrent = draft.number === current?.number;
    return {
      draft,
      method: found.run.method.definition,
      results: found.results,
      sheets: await this.record.replySheets(tx, head.id, draft.number),
      replies: await this.record.replies(tx, head.id, draft.number),
      rulings: await this.record.rulings(tx, head.id),
      isCurrent,
      mayAnswer: isCurrent && this.settings.clock.today() <= draft.replyBy,
    };
  }

  counties(exchange: Exchange, account: SignedIn, { scope, leads }: RoundEntry): ReplyCounty[] {
    const acts = (state: ReplyCounty['state']): ReplyCounty['acts'] => [
      ...(state === 'open' && mayDo('reply:write', account.roles) ? (['write'] as const) : []),
      ...(state === 'open' && mayDo('reply:submit', account.roles) ? (['submit'] as const) : []),
      ...(state === 'submitted' && leads && exchange.isCurrent ? (['rule'] as const) : []),
    ];
    return this.places.counties(scope.counties).flatMap((place) => presentCounty(exchange, place, acts));
  }

  head({
    head,
  }: RoundStanding): Omit<
    RepliesPage,
    'numbers' | 'draft' | 'scoreDecimals' | 'sentence' | 'obstacles' | 'mayOpen' | 'counties'
  > {
    const { id, program, year, kind, finalisedOn, documentNumber } = head;
    return {
      id,
      program,
      year,
      kind,
      finalisedOn,
      documentNumber,
      asOf: this.settings.clock.today(),
      demonstration: this.settings.demonstration,
    };
  }
}
