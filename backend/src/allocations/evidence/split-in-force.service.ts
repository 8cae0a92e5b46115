import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { sourceOfText } from '@yuheng/shared/domain/allocation/evidence/split-source';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import { PublishedSplitsService } from '../../publications/published-splits.service';

export interface SplitOfYear {
  /** The year whose money was split so. */
  readonly year: number;
  /** The year of the text or decision that says it. */
  readonly publication: number;
  readonly source: Bilingual;
  /** Posts are null where the money is split in yuan. */
  readonly counties: readonly {
    readonly county: string;
    readonly posts: number | null;
    readonly fen: number;
  }[];
}

/**
 * The one place that says which split a year starts from (维持现行分配): the newest official text of a year before it.
 */
@Injectable()
export class SplitInForceService {
  constructor(private readonly published: PublishedSplitsService) {}

  /** The split in force when the money of a year is split; null: none is known. */
  async before(tx: EntityManager, program: ProgramId, year: number): Promise<SplitOfYear | null> {
    const amounts = await this.published.amountsInForce(tx, program, year - 1);
    const [first] = amounts;
    if (!first) return null;
    return {
      year: first.year,
      publication: first.year,
      source: sourceOfText(first.year),
      counties: amounts.map(({ county, posts, fen }) => ({ county, posts, fen })),
    };
  }
}
