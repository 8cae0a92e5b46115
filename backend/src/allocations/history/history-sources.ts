import { Injectable } from '@nestjs/common';
import type { SplitBasis } from '@yuheng/shared/domain/allocation/history/split-basis';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { EntityManager } from 'typeorm';
import { FactsService } from '../../facts/facts.service';
import { PublishedSplitsService } from '../../publications/published-splits.service';
import { ResultsOfMoneyService, type ResultsOfMoney } from '../evidence/results-of-money.service';
import { DecidedSplitsQueries } from '../decisions/decided-splits.queries';
import { basisOfTexts, decidedSplit, loadedSplit, publishedSplit, type KnownSplit } from './known-splits';
import { SplitTablesRepository } from './split-tables.repository';

/** Which program and years, and what is known on which day. */
export interface EvidenceWanted {
  readonly program: ProgramId;
  readonly years: readonly number[];
  readonly asOf: IsoDate;
}

/** Whether a policy can be tried on a year, and what it lacks. */
export interface YearEvidence {
  readonly hasEvidence: boolean;
  readonly lacking: Bilingual | null;
}

/** Where past splits stand and what is gathered of the years before them, inside a transaction of the caller. */
@Injectable()
export class HistorySources {
  constructor(
    private readonly published: PublishedSplitsService,
    private readonly decided: DecidedSplitsQueries,
    private readonly tables: SplitTablesRepository,
    private readonly facts: FactsService,
    private readonly results: ResultsOfMoneyService,
  ) {}

  /** Every split that some source states, in no order; and the document that all published texts rest on. */
  async splits(
    tx: EntityManager,
    program: ProgramId,
  ): Promise<{ readonly splits: readonly KnownSplit[]; readonly basis: SplitBasis | null }> {
    const published = await this.published.everySplit(tx, program);
    const decided = await this.decided.ofProgram(tx, program);
    const loaded = await this.tables.newest(tx, program);
    return {
      splits: [...published.map(publishedSplit), ...decided.map(decidedSplit), ...loaded.map(loadedSplit)],
      basis: basisOfTexts(program, published),
    };
  }

  /** By year: whether months of the year before are gathered, and whether a finalised result can move that year's money. */
  async evidence(
    tx: EntityManager,
    { program, years, asOf }: EvidenceWanted,
  ): Promise<ReadonlyMap<number, YearEvidence>> {
    const gathered = await this.facts.gatheredYears(tx, program, asOf);
    const found = new Map<number, YearEvidence>();
    for (const year of years) {
      if (!gathered.includes(year - 1)) found.set(year, notGathered(year));
      else found.set(year, withMonths(year, await this.results.read(tx, program, year)));
    }
    return found;
  }
}

const WHOLE: YearEvidence = { hasEvidence: true, lacking: null };

const notGathered = (year: number): YearEvidence => ({
  hasEvidence: false,
  lacking: bilingual(
    `${year - 1}年没有归集数据，不能试算${year}年的分配。`,
    `Nothing was gathered of ${year - 1}: no policy can be tried on ${year}.`,
  ),
});

/** A result that can move the year's money, or why those that there are can not. */
const withMonths = (year: number, { results, later }: ResultsOfMoney): YearEvidence =>
  results.length > 0
    ? WHOLE
    : {
        hasEvidence: true,
        lacking: bilingual(
          `没有可用于${year}年分配的已定案评价结果，只能试算不计绩效的办法。${later.map(({ zh }) => zh).join('')}`,
          `No finalised evaluation can move the money of ${year}: only a policy without performance can be tried. ${later.map(({ en }) => en).join(' ')}`.trimEnd(),
        ),
      };
