import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type {
  AllocationEvidence,
  CountyEvidence,
  MonthEvidence,
} from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { untouchedStage } from '@yuheng/shared/domain/period/duty-clock';
import { yearMonth, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { ResultsService } from '../../evaluations/results.service';
import type { GatheredMonthRow } from '../../facts/gathered-months.queries';
import { GatheredMonthsService } from '../../facts/gathered-months.service';
import { evidenceSha256 } from './evidence-sha256';
import { EvidencePlacesQueries } from './evidence-places.queries';
import { NO_GATHERING, NO_SPLIT, POSTS_UNKNOWN, RESULT_REPLACED } from './obstacles';
import { ResultsOfMoneyService, type ResultOfMoney, type ResultsOfMoney } from './results-of-money.service';
import { scoredCounties, type ScoredCounties } from './scoring-evidence';
import { SplitInForceService, type SplitOfYear } from './split-in-force.service';

export interface EvidenceWanted {
  readonly program: ProgramId;
  /** The year whose money is split. */
  readonly year: number;
  readonly asOf: IsoDate;
}

/** What is common to every split of a year, whichever result its scores come from. */
export interface EvidenceOfYear extends ResultsOfMoney {
  readonly wanted: EvidenceWanted;
  readonly lastSplit: SplitOfYear | null;
  /** Without scores; null where no split can be worked out, and then `obstacle` says why. */
  readonly unscored: AllocationEvidence | null;
  readonly obstacle: Bilingual | null;
}

export interface FoundEvidence {
  readonly evidence: AllocationEvidence;
  readonly sha256: string;
  readonly obstacle: null;
}

/** A snapshot, or why there is none. */
export type Snapshot =
  FoundEvidence | { readonly evidence: null; readonly sha256: null; readonly obstacle: Bilingual };

/** The window of a setting takes in so many years at most. */
const YEARS_OF_WINDOW = 3;

/** Everything that a split is computed from besides the settings, read in one transaction of the caller. */
@Injectable()
export class AllocationEvidenceService {
  constructor(
    private readonly splits: SplitInForceService,
    private readonly months: GatheredMonthsService,
    private readonly results: ResultsService,
    private readonly resultsOfMoney: ResultsOfMoneyService,
    private readonly places: EvidencePlacesQueries,
  ) {}

  async ofYear(tx: EntityManager, wanted: EvidenceWanted): Promise<EvidenceOfYear> {
    const { program, year } = wanted;
    const lastSplit = await this.splits.before(tx, program, year);
    const found = await this.resultsOfMoney.read(tx, program, year);
    const unknown = obstacleTo(program, lastSplit);
    if (unknown !== null || lastSplit === null) {
      return { wanted, lastSplit, unscored: null, obstacle: unknown, ...found };
    }
    const fenPerPost = fenOfOnePost(lastSplit);
    if (fenPerPost === null) {
      return { wanted, lastSplit, unscored: null, obstacle: POSTS_UNKNOWN, ...found };
    }
    // The window of a result of the year before the last ends with that year.
    const firstYear = Math.min(year - 1, ...found.results.map((one) => one.year)) - YEARS_OF_WINDOW + 1;
    const counties = await this.counties(tx, { ...wanted, firstYear }, lastSplit);
    const { publication, source } = lastSplit;
    const unscored: AllocationEvidence = {
      program,
      year,
      evaluatedYear: year - 1,
      fenPerPost,
      lastSplit: { year: lastSplit.year, publication, source },
      scoring: null,
      counties,
    };
    return { wanted, lastSplit, unscored, obstacle: null, ...found };
  }

  /**
   * The snapshot with the scores of one result, or without any (null). A run that is none of the results which can move
   * the year's money gives the reason; null comes back for a run that there is not.
   */
  async snapshot(
    tx: EntityManager,
    ofYear: EvidenceOfYear,
    scoringRun: string | null,
  ): Promise<Snapshot | null> {
    const { unscored, obstacle, results, wanted } = ofYear;
    if (scoringRun !== null && !results.some(({ run }) => run === scoringRun)) {
      const { known, reason } = await this.resultsOfMoney.unfit(tx, wanted, scoringRun);
      return known ? { evidence: null, sha256: null, obstacle: reason ?? RESULT_REPLACED } : null;
    }
    if (unscored === null) return { evidence: null, sha256: null, obstacle: obstacle ?? NO_SPLIT };
    if (scoringRun === null) return hashed(unscored);
    const frozen = await this.results.frozenRun(tx, scoringRun);
    return frozen && hashed(withScores(unscored, scoredCounties(frozen.run, frozen.rows)));
  }

  private async counties(
    tx: EntityManager,
    { program, year, asOf, firstYear }: EvidenceWanted & { readonly firstYear: number },
    split: SplitOfYear,
  ): Promise<CountyEvidence[]> {
    const places = await this.places.counties(
      tx,
      split.counties.map(({ county }) => county),
      asOf,
    );
    const gathered = await this.months.byCounty(tx, {
      ...{ program, asOf },
      first: yearMonth(`${firstYear}-01`),
      last: yearMonth(`${year - 1}-12`),
    });
    const last = new Map(split.counties.map((one) => [one.county, one]));
    return places.flatMap(({ county, justiceOffices }) => {
      const held = last.get(county);
      if (!held || held.posts === null) return [];
      const months = (gathered.get(county) ?? []).map((row) => monthOf(row, asOf));
      return [
        {
          county,
          lastPosts: held.posts,
          lastFen: held.fen,
          months,
          justiceOffices,
          total: null,
          leaves: [],
          vetoCap: null,
        },
      ];
    });
  }
}

/** The result that a page starts with: the first that can move the money. */
export const defaultResult = (results: readonly ResultOfMoney[]): string | null => results[0]?.run ?? null;

function obstacleTo(program: ProgramId, split: SplitOfYear | null): Bilingual | null {
  if (program === 'mediation') return NO_GATHERING;
  if (split === null) return NO_SPLIT;
  return split.counties.some(({ posts }) => posts === null) ? POSTS_UNKNOWN : null;
}

/** One amount for every post of every county, or none: then the split in force is no split of posts. */
function fenOfOnePost({ counties }: SplitOfYear): number | null {
  const one = counties.find(({ posts }) => posts !== null && posts > 0);
  if (!one?.posts) return 0;
  const fen = one.fen / one.posts;
  const even = counties.every((county) => county.fen === (county.posts ?? 0) * fen);
  return Number.isSafeInteger(fen) && even ? fen : null;
}

function monthOf(row: GatheredMonthRow, asOf: IsoDate): MonthEvidence {
  const { month, onPost, supervisedAtStart, supervisedAtEnd, resettled, assessments } = row;
  const untouched = untouchedStage(month, asOf);
  return {
    month,
    onPost,
    onPostStage: row.onPostStage ?? untouched,
    supervised:
      supervisedAtStart === null || supervisedAtEnd === null
        ? null
        : halfOf(supervisedAtStart + supervisedAtEnd),
    resettled,
    assessments,
    workloadStage: row.workloadStage ?? untouched,
  };
}

/** Exactly: 41 is "20.5". */
const halfOf = (whole: number): string => `${Math.floor(whole / 2)}${whole % 2 === 0 ? '' : '.5'}`;

const withScores = (
  unscored: AllocationEvidence,
  { scoring, byCounty }: ScoredCounties,
): AllocationEvidence => ({
  ...unscored,
  scoring,
  counties: unscored.counties.map((one) => ({ ...one, ...(byCounty.get(one.county) ?? {}) })),
});

const hashed = (evidence: AllocationEvidence): Snapshot => ({
  evidence,
  sha256: evidenceSha256(evidence),
  obstacle: null,
});
