import { Injectable } from '@nestjs/common';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { ResultRow } from '../evaluations.queries';
import { ResultsService } from '../results.service';
import { Scoring } from '../scoring';
import { RoundStandingService, type RoundMarks, type RoundStanding } from './round-standing.service';

export interface ScoredRound {
  readonly run: string;
  readonly said: RoundMarks;
  readonly results: readonly ResultRow[];
}

/** The scores of a round as of now, once nothing stands in their way any more. */
@Injectable()
export class RoundScoringService {
  constructor(
    private readonly standings: RoundStandingService,
    private readonly scoring: Scoring,
    private readonly results: ResultsService,
    private readonly settings: Settings,
  ) {}

  standing(tx: EntityManager, round: string): Promise<RoundStanding> {
    return this.standings.of(tx, round);
  }

  /** @throws ProblemException refused with everything that still stands in the way. */
  async score(
    tx: EntityManager,
    account: SignedIn,
    standing: RoundStanding,
    asking: { readonly asksReplies: boolean },
  ): Promise<ScoredRound> {
    const run = await this.scoring.scoreRound(tx, {
      cityId: this.settings.cityId,
      round: standing.head,
      today: this.settings.clock.today(),
      at: this.settings.clock.now(),
      by: account.username,
    });
    const said = await this.standings.marksOf(tx, standing.head);
    const results = (await this.results.runWithResults(tx, run))?.results ?? [];
    const found = await this.standings.obstacles(tx, standing, { said, results, ...asking });
    if (found.length > 0) {
      throw new ProblemException(
        'refused',
        bilingual(
          `还有${found.length}项未完成：${found[0]?.words.zh ?? ''}`,
          `Still to be done (${found.length}): ${found[0]?.words.en ?? ''}`,
        ),
        found.map(({ county, indicator, words }) => ({
          pointer: `/${[county, indicator].filter((one) => one !== null).join('/')}`,
          detail: words,
        })),
      );
    }
    return { run, said, results };
  }
}
