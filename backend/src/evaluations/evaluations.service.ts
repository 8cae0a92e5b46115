import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { asCountyScore, asHead, asRun } from './present-run';
import { ResultsService } from './results.service';
import { Scoring } from './scoring';

type Run = ResponseOf<typeof endpoints.readScoringRun>;
type Explanation = ResponseOf<typeof endpoints.explainScore>;

@Injectable()
export class EvaluationsService {
  constructor(
    private readonly source: DataSource,
    private readonly results: ResultsService,
    private readonly scoring: Scoring,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async list(
    account: SignedIn,
    { program, year }: QueryOf<typeof endpoints.listScoringRuns>,
  ): Promise<ResponseOf<typeof endpoints.listScoringRuns>> {
    const runs = await scoped(this.source, account.scope, (tx) => this.results.runs(tx, program, year));
    return { scoringRuns: runs.map((run) => asHead(run, this.settings.demonstration)) };
  }

  async read(account: SignedIn, { run }: ParamsOf<typeof endpoints.readScoringRun>): Promise<Run> {
    return scoped(this.source, account.scope, (tx) => this.find(tx, account, run));
  }

  /** The steps of one county's score. A foreign county is not found, as if there were none. */
  async explain(
    account: SignedIn,
    { run, county }: ParamsOf<typeof endpoints.explainScore>,
  ): Promise<Explanation> {
    return scoped(this.source, account.scope, async (tx) => {
      const found = await this.results.runWithResults(tx, run);
      const explanation = found && (await this.results.explanation(tx, run, county));
      const place = this.places.find(county);
      const result = found?.results.find((one) => one.county === county);
      if (!found || !explanation || !place || !result) throw new ProblemException('not-found');
      return {
        run: asHead(found.run, this.settings.demonstration),
        score: asCountyScore(found.run, result, place),
        explanation: explanation.total as Explanation['explanation'],
        leaves: explanation.leaves as Explanation['leaves'],
      };
    });
  }

  async create(
    account: SignedIn,
    { program, year, kind }: BodyOf<typeof endpoints.createScoringRun>,
  ): Promise<Run> {
    return scoped(this.source, account.scope, async (tx) => {
      const round = (await this.results.rounds(tx, program, year)).find((one) => one.kind === kind);
      if (!round) {
        throw new ProblemException(
          'not-found',
          bilingual(
            `${year}年度没有此类评价批次，请先建立评价批次。`,
            `There is no such evaluation round for ${year}.`,
          ),
        );
      }
      const run = await this.scoring.scoreRound(tx, {
        cityId: this.settings.cityId,
        round,
        today: this.settings.clock.today(),
        at: this.settings.clock.now(),
        by: account.username,
      });
      return this.find(tx, account, run);
    });
  }

  private async find(tx: EntityManager, account: SignedIn, id: string): Promise<Run> {
    const found = await this.results.runWithResults(tx, id);
    if (!found) throw new ProblemException('not-found');
    return asRun(
      found.run,
      found.results,
      this.places.counties(account.scope.counties),
      this.settings.demonstration,
    );
  }
}
