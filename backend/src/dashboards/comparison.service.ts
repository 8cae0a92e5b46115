import { Injectable } from '@nestjs/common';
import type { CountyComparison } from '@yuheng/shared/contract/county-comparisons';
import type { QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { DataSource } from 'typeorm';
import { scoped } from '../database/scoped-transaction';
import { ResultsService, type RunWithResults } from '../evaluations/results.service';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { DashboardsService } from './dashboards.service';
import { presentComparison } from './present-comparison';

type Wanted = QueryOf<typeof endpoints.compareCounties>;

/** Two county pages side by side, each as its reader sees it alone: what may not be read there is not compared here. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly source: DataSource,
    private readonly dashboards: DashboardsService,
    private readonly results: ResultsService,
    private readonly places: PlacesService,
  ) {}

  /** @throws ProblemException not-found where either county is out of the reader's reach. */
  async read(
    account: SignedIn,
    { program, left, right, leftYear, rightYear }: Wanted,
  ): Promise<CountyComparison> {
    const isReadable = [left, right].every((county) => account.scope.counties.includes(county));
    if (!isReadable) throw new ProblemException('not-found');
    const [one, other] = [
      await this.dashboards.county(account, { county: left }, { program, year: leftYear }),
      await this.dashboards.county(account, { county: right }, { program, year: rightYear }),
    ];
    const runs = await scoped(this.source, account.scope, async (tx) => {
      const found: (RunWithResults | null)[] = [];
      for (const { result } of [one, other]) {
        found.push(result && (await this.results.runWithResults(tx, result.scoringRun)));
      }
      return found;
    });
    return presentComparison(
      { page: one, run: runs[0] ?? null },
      { page: other, run: runs[1] ?? null },
      this.places.counties(account.scope.counties).map(({ id, name }) => ({ id, name })),
    );
  }
}
