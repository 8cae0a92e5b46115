import { Injectable } from '@nestjs/common';
import { verifiedFloor, verifiedOnPost, yearMovedBy } from '@yuheng/shared/domain/allocation/careful-policy';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { canonicalJson } from '@yuheng/shared/domain/canonical-json';
import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { engineVersion } from '@yuheng/shared/domain/scoring/engine-version';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ResultsService, type RunWithResults } from '../evaluations/results.service';
import { FactsService } from '../facts/facts.service';
import { ProblemException } from '../http/problem-exception';
import { PublishedSplitsService } from '../publications/published-splits.service';
import { allocatePosts, frozenInputs, type PostsToSplit } from './allocate-posts';
import { AllocationRunsRepository } from './allocation-runs.repository';

export interface AllocationWanted {
  readonly cityId: string;
  readonly program: 'assistants' | 'mediation';
  readonly year: number;
  readonly scoringRun: string;
  readonly today: IsoDate;
  readonly at: Date;
  readonly by: string | null;
}

const no = (zh: string, en: string): ProblemException => new ProblemException('refused', bilingual(zh, en));

/** Makes allocation runs inside a transaction of the caller; a client's own amounts never come in here. */
@Injectable()
export class Allocating {
  constructor(
    private readonly results: ResultsService,
    private readonly facts: FactsService,
    private readonly splits: PublishedSplitsService,
    private readonly runs: AllocationRunsRepository,
  ) {}

  /**
   * Splits a year's posts by the careful policy from a finalised scoring run and stores the run; the same inputs give
   * the id of the run that is already there. Refused (422) without a published split, a finalised result or a total.
   */
  async allocate(tx: EntityManager, wanted: AllocationWanted): Promise<string> {
    await this.runs.lock(tx, wanted.program, wanted.year);
    const evaluated = await this.results.runWithResults(tx, wanted.scoringRun);
    if (!evaluated) throw new ProblemException('not-found');
    refuseUnfit(evaluated, wanted);
    const { program, today } = wanted;
    const facts = await this.facts.read(tx, { program, year: evaluated.run.year, asOf: today });
    const split = await this.split(tx, wanted, evaluated, facts);
    const inputs = frozenInputs(split);
    const inputsSha256 = createHash('sha256')
      .update(canonicalJson({ engineVersion, scoring: evaluated.run.inputsSha256, inputs }))
      .digest('hex');
    const run = {
      cityId: wanted.cityId,
      program,
      year: wanted.year,
      scoringRun: wanted.scoringRun,
      engineVersion,
      inputs,
      inputsSha256,
      createdAt: wanted.at,
      createdBy: wanted.by,
    };
    const existing = await this.runs.ofInputs(tx, run);
    if (existing) return existing;
    const answer = allocatePosts(split);
    if (!answer.ok) throw new ProblemException('refused', answer.refusals[0]?.detail, answer.refusals);
    return this.runs.insert(tx, { ...run, answer: answer.value });
  }

  private async split(
    tx: EntityManager,
    { program, year }: AllocationWanted,
    { results }: RunWithResults,
    facts: readonly CountyYearFacts[],
  ): Promise<PostsToSplit> {
    const published = await this.splits.amountsInForce(tx, program, year);
    if (published.length === 0)
      throw no('没有已公布的分配文本，无从比较，不予测算。', 'No published split is loaded to compare with.');
    const units = published.map((one) => {
      const total = results.find((result) => result.county === one.county)?.answer.total;
      const gathered = facts.find((fact) => fact.county === one.county);
      if (one.posts === null || !total || !gathered) throw withoutData(one.county);
      return {
        id: one.county,
        lastPosts: one.posts,
        lastFen: one.fen,
        score: total,
        floor: verifiedFloor(gathered),
        onPost: verifiedOnPost(gathered),
      };
    });
    const [first] = published;
    return { year, publication: first?.year ?? year, fenPerPost: fenPerPost(units), units };
  }
}

const fenPerPost = (units: readonly { lastPosts: number; lastFen: number }[]): number => {
  const one = units.find((unit) => unit.lastPosts > 0);
  return one ? one.lastFen / one.lastPosts : 0;
};

/** A county without data stops the run with the reason. */
const withoutData = (county: string): ProblemException =>
  no(
    `${county}：缺少得分、名额或归集数据，测算停止；请先补齐该县（市、区）的数据。`,
    `${county}: no score, posts or gathered data; the run stops until they are there.`,
  );

function refuseUnfit({ run }: RunWithResults, { program, year }: AllocationWanted): void {
  const problems: [boolean, Bilingual][] = [
    [
      program !== 'assistants',
      bilingual(
        '该项目尚无可用于测算的归集数据，维持现行分配。',
        'This program has no gathered data yet: the split in force stays.',
      ),
    ],
    [
      run.program !== program,
      bilingual('评分结果属于另一个项目。', 'The scoring run belongs to another program.'),
    ],
    [
      !run.finalised,
      bilingual(
        '评价结果尚未定案，不用于资金分配测算。',
        'The evaluation is not finalised: it moves no split.',
      ),
    ],
    [
      run.finalisedOn !== null && yearMovedBy(run.year, run.finalisedOn) !== year,
      bilingual(
        `${run.year}年度评价结果于${run.finalisedOn ?? ''}定案，按证据窗口用于${run.finalisedOn ? yearMovedBy(run.year, run.finalisedOn) : ''}年的分配，不用于${year}年。`,
        `The evaluation of ${run.year}, finalised on ${run.finalisedOn ?? ''}, is evidence for another year than ${year}.`,
      ),
    ],
  ];
  const found = problems.find(([holds]) => holds);
  if (found) throw new ProblemException('refused', found[1]);
}
