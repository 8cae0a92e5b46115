import { Injectable } from '@nestjs/common';
import type { Ruling } from '@yuheng/shared/domain/evaluating/reply-rulings';
import type { EntityManager } from 'typeorm';
import { EvaluationsQueries } from '../evaluations.queries';
import { RoundRecordQueries } from './round-record.queries';

/** What a county said to one score of the draft, and what became of it. */
export interface Opinion {
  readonly indicator: string;
  readonly text: string;
  readonly askedScore: string | null;
  readonly draftScore: string | null;
  readonly ruling: Ruling | null;
  /** The score that the ruling set; null where it stays. */
  readonly ruledScore: string | null;
  readonly reason: string | null;
}

/** 意见采纳情况 for whoever shows a result, inside a transaction of the caller, whose scope decides what is found. */
@Injectable()
export class OpinionsService {
  constructor(
    private readonly record: RoundRecordQueries,
    private readonly queries: EvaluationsQueries,
  ) {}

  /** On the draft that a finalised run came of; null where none was opened. */
  async onDraftOf(tx: EntityManager, run: string, county: string): Promise<readonly Opinion[] | null> {
    const found = await this.queries.run(tx, run);
    if (!found) return null;
    const finalisations = await this.record.finalisations(tx, found.roundId);
    const result = finalisations.find((one) => one.run === run);
    const drafts = await this.record.drafts(tx, found.roundId);
    const draft = drafts.find((one) => result !== undefined && one.openedAt <= result.finalisedAt);
    if (!draft) return null;
    const replies = await this.record.replies(tx, found.roundId, draft.number);
    const rulings = await this.record.rulings(tx, found.roundId);
    const drafted = await this.queries.results(tx, draft.run);
    const leaves = drafted.find((one) => one.county === county)?.answer.indicators ?? [];
    return replies
      .filter((one) => one.county === county)
      .map(({ indicator, text, askedScore }) => {
        const last = rulings.findLast(
          (one) => one.county === county && one.indicator === indicator && one.draft === draft.number,
        );
        return {
          indicator,
          text,
          askedScore,
          draftScore: leaves.find(({ id }) => id === indicator)?.finalScore ?? null,
          ruling: last?.ruling ?? null,
          ruledScore: last?.finalScore ?? null,
          reason: last?.reason ?? null,
        };
      });
  }
}
