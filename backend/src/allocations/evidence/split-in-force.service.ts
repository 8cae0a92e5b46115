import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import {
  sourceOfDecision,
  sourceOfTable,
  sourceOfText,
} from '@yuheng/shared/domain/allocation/evidence/split-source';
import { splitsOfYears, type YearSplit } from '@yuheng/shared/domain/allocation/history/splits-of-years';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import { PublishedSplitsService } from '../../publications/published-splits.service';
import { DecidedSplitsQueries } from '../decisions/decided-splits.queries';
import { SplitTablesRepository } from '../history/split-tables.repository';

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

/** A split that may be the one in force, with the sentence that says where it stands. */
interface Candidate extends YearSplit {
  readonly source: Bilingual;
}

/**
 * The one place that says which split a year starts from (维持现行分配): the newest that is known of a year before it, the
 * official text of a year before what was decided here, and that before a loaded table of the same year.
 */
@Injectable()
export class SplitInForceService {
  constructor(
    private readonly published: PublishedSplitsService,
    private readonly decided: DecidedSplitsQueries,
    private readonly tables: SplitTablesRepository,
  ) {}

  /** The split in force when the money of a year is split; null: none is known. */
  async before(tx: EntityManager, program: ProgramId, year: number): Promise<SplitOfYear | null> {
    const { years } = splitsOfYears([
      ...(await this.publishedBefore(tx, program, year)),
      ...(await this.decidedBefore(tx, program, year)),
      ...(await this.loadedBefore(tx, program, year)),
    ]);
    const newest = years.at(-1);
    if (!newest) return null;
    const { source, counties } = newest;
    return { year: newest.year, publication: newest.year, source, counties };
  }

  private async publishedBefore(tx: EntityManager, program: ProgramId, year: number): Promise<Candidate[]> {
    const amounts = await this.published.amountsInForce(tx, program, year - 1);
    const [first] = amounts;
    if (!first) return [];
    const counties = amounts.map(({ county, posts, fen }) => ({ county, posts, fen }));
    return [{ year: first.year, kind: 'officialText', source: sourceOfText(first.year), counties }];
  }

  private async decidedBefore(tx: EntityManager, program: ProgramId, year: number): Promise<Candidate[]> {
    const decided = await this.decided.ofProgram(tx, program);
    return decided
      .filter((one) => one.year < year)
      .map((one) => ({
        year: one.year,
        kind: 'decision',
        source: sourceOfDecision(one),
        counties: one.counties,
      }));
  }

  private async loadedBefore(tx: EntityManager, program: ProgramId, year: number): Promise<Candidate[]> {
    const loaded = await this.tables.newest(tx, program);
    return loaded
      .filter((one) => one.year < year)
      .map((one) => ({
        year: one.year,
        kind: 'table',
        source: sourceOfTable(one.year),
        counties: one.amounts.map(({ county, posts, fen }) => ({ county, posts, fen })),
      }));
  }
}
