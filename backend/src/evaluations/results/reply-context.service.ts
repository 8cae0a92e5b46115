import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import { Injectable } from '@nestjs/common';
import type { RepliesPage } from '@yuheng/shared/contract/replies';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { ScoreOfDraft } from '@yuheng/shared/domain/evaluating/reply-rulings';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { ExchangesService } from './exchanges.service';
import { decimalsOf, marksOfLeaves, type Exchange } from './present-replies';
import { RepliesService } from './replies.service';
import type { SheetKey } from './round-record.repository';
import { RoundStandingService } from './round-standing.service';

/** The draft of now, and one county's answer to it. */
export interface ReplyContext {
  readonly key: SheetKey;
  readonly exchange: Exchange;
}

/** What opinions and rulings are given on: the draft of now. */
@Injectable()
export class ReplyContextService {
  constructor(
    private readonly standings: RoundStandingService,
    private readonly exchanges: ExchangesService,
    private readonly replies: RepliesService,
    private readonly settings: Settings,
  ) {}

  /** @throws ProblemException not-found for a county without a draft result; refused where it is final already. */
  async forCounty(tx: EntityManager, round: string, county: string): Promise<ReplyContext> {
    const standing = await this.standings.of(tx, round);
    const exchange = await this.exchanges.of(tx, standing);
    if (!exchange?.results.some((one) => one.county === county)) throw new ProblemException('not-found');
    if (standing.current === null) {
      throw new ProblemException(
        'refused',
        bilingual(
          '该评价已经定案；需要更正的，由组织评价的单位重新征求意见后再次定案。',
          'The evaluation is final; to correct it the bureau that organises it opens a new draft.',
        ),
      );
    }
    const { number } = exchange.draft;
    return {
      exchange,
      key: { cityId: this.settings.cityId, roundId: round, countyId: county, draftNumber: number },
    };
  }

  /** @throws ProblemException refused after the deadline. */
  checkDeadline({ exchange: { draft, mayAnswer } }: ReplyContext): void {
    if (mayAnswer) return;
    throw new ProblemException(
      'refused',
      bilingual(
        `反馈期限为${dayInWords(draft.replyBy).zh}，已经过期；确有意见的，请联系组织评价的单位。`,
        `The deadline was ${draft.replyBy}; with an opinion still call the bureau that organises the evaluation.`,
      ),
    );
  }

  /** @throws ProblemException not-found for what is no leaf of the method. */
  scoreOf({ exchange, key }: ReplyContext, { indicator }: { readonly indicator: string }): ScoreOfDraft {
    const result = exchange.results.find(({ county }) => county === key.countyId);
    const leaf = result?.answer.indicators.find(({ id }) => id === indicator);
    const marks = marksOfLeaves(exchange.method).get(indicator);
    if (!leaf || marks === undefined) throw new ProblemException('not-found');
    return { marks, finalScore: leaf.finalScore, scoreDecimals: decimalsOf(exchange.method) };
  }

  now(): Date {
    return this.settings.clock.now();
  }

  page(tx: EntityManager, account: SignedIn, round: string): Promise<RepliesPage> {
    return this.replies.page(tx, account, { scope: account.scope, leads: false }, { round });
  }
}
