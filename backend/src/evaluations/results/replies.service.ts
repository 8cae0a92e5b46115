import { Injectable } from '@nestjs/common';
import type { RepliesPage } from '@yuheng/shared/contract/replies';
import { repliesSentence } from '@yuheng/shared/domain/evaluating/replies-sentence';
import { mayDo } from '@yuheng/shared/contract/roles';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { DataSource, type EntityManager } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { ExchangesService } from './exchanges.service';
import { organises } from './round-order';
import { decimalsOf, presentDraft, repliesStanding, type Exchange } from './present-replies';
import { RoundDoorService, type RoundEntry } from './round-door.service';
import { RoundStandingService, type RoundStanding } from './round-standing.service';

interface Wanted {
  readonly round: string;
  /** Of a draft; the newest where none is named. */
  readonly number?: number | undefined;
}

/** 征求意见: the draft result, what counties say to it and what was ruled. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly source: DataSource,
    private readonly door: RoundDoorService,
    private readonly standings: RoundStandingService,
    private readonly exchanges: ExchangesService,
  ) {}

  async read(account: SignedIn, wanted: Wanted): Promise<RepliesPage> {
    const entry = await this.door.enter(account, wanted.round);
    return scoped(this.source, entry.scope, (tx) => this.page(tx, account, entry, wanted));
  }

  async page(
    tx: EntityManager,
    account: SignedIn,
    entry: RoundEntry,
    { round, number }: Wanted,
  ): Promise<RepliesPage> {
    const standing = await this.standings.of(tx, round);
    const exchange = await this.exchanges.of(tx, standing, number);
    const counties = exchange ? this.exchanges.counties(exchange, account, entry) : [];
    const watches = entry.leads || organises(standing.head.kind, account);
    const { head, drafts } = standing;
    const draft = exchange?.draft ?? null;
    const isNewest = draft?.number === standing.draft?.number;
    return {
      ...this.exchanges.head(standing),
      numbers: drafts.map(({ number: one, openedOn, documentNumber }) => ({
        number: one,
        openedOn,
        documentNumber,
      })),
      draft: draft && presentDraft(draft, standing),
      scoreDecimals: exchange ? decimalsOf(exchange.method) : 2,
      sentence: draft
        ? repliesSentence(repliesStanding(counties, draft.replyBy))
        : bilingual('评价结果尚未征求意见。', 'The draft result has not been opened for replies.'),
      obstacles: watches && isNewest ? await this.obstacles(tx, standing, exchange) : [],
      mayOpen:
        mayDo('reply:open', account.roles) &&
        organises(head.kind, account) &&
        head.kind !== 'selfEvaluation' &&
        standing.current === null,
      counties,
    };
  }

  private async obstacles(
    tx: EntityManager,
    standing: RoundStanding,
    exchange: Exchange | null,
  ): Promise<RepliesPage['obstacles']> {
    if (standing.finalisations.length > 0 && standing.current === null) return [];
    const said = await this.standings.marksOf(tx, standing.head);
    const open = standing.current !== null;
    const found = await this.standings.obstacles(tx, standing, {
      said,
      results: (open && exchange?.results) || [],
      asksReplies: open,
    });
    return found.map(({ county, indicator, words }) => ({ county, indicator, words }));
  }
}
