import { Injectable } from '@nestjs/common';
import type { QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Overview } from '@yuheng/shared/contract/overview';
import type { AsOfChoice } from '@yuheng/shared/contract/values';
import type { EntityManager } from 'typeorm';
import { AllocationsService } from '../allocations/allocations.service';
import type { RoundRow } from '../evaluations/evaluations.queries';
import type { RunWithResults } from '../evaluations/results.service';
import type { NamesInCharge } from '../identity/accounts/persons-in-charge.service';
import type { SignedIn } from '../identity/signed-in';
import type { PublishedAmount } from '../publications/publications.repository';
import { PublishedSplitsService } from '../publications/published-splits.service';
import type { PointInTime } from './point-in-time';
import { PointsInTimeService } from './points-in-time.service';
import { StandingsService } from './standings.service';
import { WaitingService } from './waiting.service';
import type { CountyOfYear } from './year-standing';

type Wanted = QueryOf<typeof endpoints.readOverview>;

export interface YearSources {
  readonly gathered: readonly NonNullable<CountyOfYear['gathered']>[];
  readonly published: readonly PublishedAmount[];
  readonly rounds: readonly RoundRow[];
  readonly asOfChoice: AsOfChoice;
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
    private readonly points: PointsInTimeService,
    private readonly allocations: AllocationsService,
    private readonly waiting: WaitingService,
  ) {}

  /** From when the year is looked at. */
  pointInTime(tx: EntityManager, wanted: Wanted): Promise<PointInTime> {
    return this.points.find(tx, wanted);
  }

  async read(
    tx: EntityManager,
    { program, year }: Wanted,
    at: PointInTime,
    county?: string,
  ): Promise<YearSources> {
    return {
      gathered: await this.standings.read(tx, { program, year, at }, county),
      published: await this.splits.amountsInForce(tx, program, year),
      ...(await this.points.rounds(tx, { program, year }, at)),
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

  finalised(tx: EntityManager, rounds: readonly RoundRow[]): Promise<RunWithResults | null> {
    return this.points.finalised(tx, rounds);
  }

  /**
   * What is in season: a year is evaluated in the year after it, and its split discussed until it is issued. `own` are the
   * rounds of the year itself, which the page has read already. A page of an earlier point in time knows no split in work.
   */
  async season(
    tx: EntityManager,
    { program, year }: Wanted,
    {
      own,
      seesSplits,
      at,
    }: { readonly own: readonly RoundRow[]; readonly seesSplits: boolean; readonly at: PointInTime },
  ): Promise<Season> {
    const before = { program, year: year - 1 };
    const rounds = own.length > 0 ? own : (await this.points.rounds(tx, before, at)).rounds;
    const [split] =
      seesSplits && at.chosen === null
        ? await this.allocations.runsOfYears(tx, program, [year + 1, year])
        : [];
    return { rounds, split: split ?? null };
  }
}
