import { Injectable } from '@nestjs/common';
import type { QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Overview } from '@yuheng/shared/contract/overview';
import type { EntityManager } from 'typeorm';
import { AllocationsService } from '../allocations/allocations.service';
import type { RoundRow } from '../evaluations/evaluations.queries';
import { ResultsService, type RunWithResults } from '../evaluations/results.service';
import type { NamesInCharge } from '../identity/accounts/persons-in-charge.service';
import type { SignedIn } from '../identity/signed-in';
import type { PublishedAmount } from '../publications/publications.repository';
import { PublishedSplitsService } from '../publications/published-splits.service';
import { StandingsService } from './standings.service';
import { WaitingService } from './waiting.service';
import type { CountyOfYear } from './year-standing';

type Wanted = QueryOf<typeof endpoints.readOverview>;

export interface YearSources {
  readonly gathered: readonly NonNullable<CountyOfYear['gathered']>[];
  readonly published: readonly PublishedAmount[];
  readonly rounds: readonly RoundRow[];
}

export interface Season {
  readonly rounds: readonly RoundRow[];
  readonly split: { readonly year: number; readonly runs: number } | null;
}

/** Where the pages' data come from, each through its own feature. */
@Injectable()
export class DashboardSources {
  constructor(
    private readonly standings: StandingsService,
    private readonly splits: PublishedSplitsService,
    private readonly results: ResultsService,
    private readonly allocations: AllocationsService,
    private readonly waiting: WaitingService,
  ) {}

  async read(tx: EntityManager, { program, year }: Wanted, county?: string): Promise<YearSources> {
    return {
      gathered: await this.standings.read(tx, { program, year }, county),
      published: await this.splits.amountsInForce(tx, program, year),
      rounds: await this.results.rounds(tx, program, year),
    };
  }

  /** What evaluation rounds and submitted splits ask of the reader now, of whatever year is shown. */
  tasks(tx: EntityManager, account: SignedIn, { program }: Wanted): Promise<Overview['needsYou']> {
    return this.waiting.of(tx, account, program);
  }

  /** Names of those in charge of what is late, at the counties of the scope. */
  inCharge(tx: EntityManager): Promise<NamesInCharge> {
    return this.waiting.inCharge(tx);
  }

  finalised(tx: EntityManager, { program, year }: Wanted): Promise<RunWithResults | null> {
    return this.results.finalised(tx, program, year, 'departmentEvaluation');
  }

  /**
   * What is in season: a year is evaluated in the year after it, and its split discussed until it is issued. `own` are the
   * rounds of the year itself, which the page has read already.
   */
  async season(
    tx: EntityManager,
    { program, year }: Wanted,
    { own, seesSplits }: { readonly own: readonly RoundRow[]; readonly seesSplits: boolean },
  ): Promise<Season> {
    const rounds = own.length > 0 ? own : await this.results.rounds(tx, program, year - 1);
    const [split] = seesSplits ? await this.allocations.runsOfYears(tx, program, [year + 1, year]) : [];
    return { rounds, split: split ?? null };
  }
}
