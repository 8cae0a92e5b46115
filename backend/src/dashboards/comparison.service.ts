import { Injectable } from '@nestjs/common';
import type { CountyComparison } from '@yuheng/shared/contract/county-comparisons';
import type { QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { refusal } from '@yuheng/shared/domain/refusal';
import { isYearMonth } from '@yuheng/shared/domain/period/year-month';
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

  /**
   * Both sides from one point in time.
   *
   * @throws ProblemException not-found where either county is out of the reader's reach, or asOf is no finalised result of
   * the year; refused at /asOf for a month that is not over or before either year, and for a finalised result where two
   * years are compared: it is of one of them, and nobody would see from where the other was looked at.
   */
  async read(
    account: SignedIn,
    { program, left, right, leftYear, rightYear, asOf }: Wanted,
  ): Promise<CountyComparison> {
    const isReadable = [left, right].every((county) => account.scope.counties.includes(county));
    if (!isReadable) throw new ProblemException('not-found');
    if (leftYear !== rightYear && asOf !== undefined && !isYearMonth(asOf)) {
      throw new ProblemException('refused', undefined, [OF_ONE_YEAR]);
    }
    const [one, other] = [
      await this.dashboards.county(account, { county: left }, { program, year: leftYear, asOf }),
      await this.dashboards.county(account, { county: right }, { program, year: rightYear, asOf }),
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

const OF_ONE_YEAR = refusal(
  '/asOf',
  '一次定案只属于一个年度。对照两个年度时，请在页面上方“数据时点”中选择月末时点或最新数据。',
  'A finalised result is of one year. To compare two years, choose a month-end or the latest figures at the top of the page.',
);
