import { Injectable } from '@nestjs/common';
import type { ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { asCountyScore, asHead, asRun } from './present-run';
import { ResultsService } from './results.service';

type Run = ResponseOf<typeof endpoints.readScoringRun>;
type Explanation = ResponseOf<typeof endpoints.explainScore>;

@Injectable()
export class EvaluationsService {
  constructor(
    private readonly source: DataSource,
    private readonly results: ResultsService,
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

  /** A run with the results that the account may see. @throws ProblemException `not-found` */
  async find(tx: EntityManager, account: SignedIn, id: string): Promise<Run> {
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
