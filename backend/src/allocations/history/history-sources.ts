import { Injectable } from '@nestjs/common';
import type { AllocationHistory } from '@yuheng/shared/contract/allocation-history';
import { yearMovedBy } from '@yuheng/shared/domain/allocation/careful-policy';
import type { SplitBasis } from '@yuheng/shared/domain/allocation/history/split-basis';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { ResultsService } from '../../evaluations/results.service';
import { FactsService } from '../../facts/facts.service';
import { PublishedSplitsService } from '../../publications/published-splits.service';
import { basisOfTexts, loadedSplit, publishedSplit, type KnownSplit } from './known-splits';
import { SplitTablesRepository } from './split-tables.repository';

/** Which program and years, and what is known on which day. */
export interface EvidenceWanted {
  readonly program: AllocationHistory['program'];
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
    private readonly tables: SplitTablesRepository,
    private readonly facts: FactsService,
    private readonly results: ResultsService,
  ) {}

  /** Every split that some source states, in no order; and the document that all published texts rest on. */
  async splits(
    tx: EntityManager,
    program: string,
  ): Promise<{ readonly splits: readonly KnownSplit[]; readonly basis: SplitBasis | null }> {
    const published = await this.published.everySplit(tx, program);
    const loaded = await this.tables.newest(tx, program);
    return {
      splits: [...published.map(publishedSplit), ...loaded.map(loadedSplit)],
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
      else found.set(year, (await this.hasResult(tx, program, year)) ? WHOLE : withoutResult(year));
    }
    return found;
  }

  /** 证据窗口: a result of the year before that was in time, or of the year before that which was late. */
  private async hasResult(tx: EntityManager, program: string, year: number): Promise<boolean> {
    for (const evaluated of [year - 1, year - 2]) {
      const rounds = await this.results.rounds(tx, program, evaluated);
      const moves = rounds.some(
        ({ kind, finalisedOn }) =>
          kind !== 'selfEvaluation' && finalisedOn !== null && yearMovedBy(evaluated, finalisedOn) === year,
      );
      if (moves) return true;
    }
    return false;
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

const withoutResult = (year: number): YearEvidence => ({
  hasEvidence: true,
  lacking: bilingual(
    `没有可用于${year}年分配的已定案评价结果，只能试算不计绩效的办法。`,
    `No finalised evaluation can move the money of ${year}: only a policy without performance can be tried.`,
  ),
});
