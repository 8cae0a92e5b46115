import { Injectable } from '@nestjs/common';
import type { County } from '@yuheng/shared/contract/counties';
import type { CountyBeside } from '@yuheng/shared/contract/county-beside';
import type { ParamsOf, QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { alikeInWords, alikeTo, type Conditions } from '@yuheng/shared/domain/regions/like-conditions';
import { DataSource, type EntityManager } from 'typeorm';
import { scoped } from '../database/scoped-transaction';
import { CityMediansService } from '../evaluations/results/city-medians.service';
import { OpinionsService } from '../evaluations/results/opinions.service';
import { ResultsService } from '../evaluations/results.service';
import type { SignedIn } from '../identity/signed-in';
import { DashboardsService } from './dashboards.service';
import { presentBeside, type AlikeCounties } from './present-beside';
import type { CountyOfYear } from './year-standing';

type Wanted = QueryOf<typeof endpoints.readCounty>;
type Params = ParamsOf<typeof endpoints.readCounty>;
type Result = NonNullable<County['result']>;

/** The page of one county: how it stands and, once its result is final, beside what that result stands. */
@Injectable()
export class CountyPageService {
  constructor(
    private readonly source: DataSource,
    private readonly dashboards: DashboardsService,
    private readonly results: ResultsService,
    private readonly opinions: OpinionsService,
    private readonly medians: CityMediansService,
  ) {}

  async read(account: SignedIn, params: Params, wanted: Wanted): Promise<County> {
    const page = await this.dashboards.county(account, params, wanted);
    return page.result ? { ...page, beside: await this.beside(account, wanted, page.result, page.id) } : page;
  }

  private async beside(
    account: SignedIn,
    wanted: Wanted,
    { scoringRun }: Result,
    county: string,
  ): Promise<CountyBeside> {
    const city = await this.medians.of(scoringRun);
    const seesCity = account.scope.city !== null;
    return scoped(this.source, account.scope, async (tx) => {
      const found = await this.results.runWithResults(tx, scoringRun);
      const opinions = await this.opinions.onDraftOf(tx, scoringRun, county);
      // Another county's figures are for readers of the city alone.
      const alike = seesCity ? await this.alike(tx, account, wanted, county) : null;
      return presentBeside({ county, found, city, opinions, alike });
    });
  }

  private async alike(
    tx: EntityManager,
    account: SignedIn,
    wanted: Wanted,
    county: string,
  ): Promise<AlikeCounties | null> {
    const { counties } = await this.dashboards.pageOfYear(tx, account, wanted);
    const conditions = counties.flatMap(conditionsOf);
    const own = conditions.find((one) => one.county === county);
    if (!own) return null;
    const alike = alikeTo(own, conditions);
    return { sentence: alikeInWords(own, alike), counties: alike };
  }
}

const conditionsOf = ({ place, gathered }: CountyOfYear): (Conditions & { readonly name: string })[] =>
  gathered
    ? [
        {
          county: place.id,
          name: place.name,
          posts: gathered.facts.posts,
          supervisedByMonth: gathered.facts.workload.map(({ supervisedAtEnd }) => supervisedAtEnd),
        },
      ]
    : [];
