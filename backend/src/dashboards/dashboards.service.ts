import { Injectable } from '@nestjs/common';
import type { County } from '@yuheng/shared/contract/counties';
import type { ParamsOf, QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Overview } from '@yuheng/shared/contract/overview';
import { mayDo } from '@yuheng/shared/contract/roles';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { DoubtsService } from '../findings/doubts.service';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { DashboardSources } from './dashboard-sources';
import { presentCounty } from './present-county';
import { presentOverview } from './present-overview';
import type { CountyOfYear, YearOfCounties } from './year-standing';

type Wanted = QueryOf<typeof endpoints.readOverview>;

/** The pages that show a year: one scoped transaction and one aggregated answer each. */
@Injectable()
export class DashboardsService {
  constructor(
    private readonly source: DataSource,
    private readonly sources: DashboardSources,
    private readonly doubts: DoubtsService,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async overview(account: SignedIn, wanted: Wanted): Promise<Overview> {
    const seesSplits = mayDo('allocationRun:read', account.roles);
    return scoped(this.source, account.scope, async (tx) => {
      const year = await this.year(tx, account, wanted);
      const season = await this.sources.season(tx, wanted, { own: year.rounds, seesSplits });
      const seesMarks = account.scope.city !== null;
      const doubts = await this.doubts.countOpen(tx, wanted.program, wanted.year);
      const page = { ...this.page(wanted), ...year };
      const tasks = await this.sources.tasks(tx, account, wanted);
      const inCharge = await this.sources.inCharge(tx);
      return presentOverview({ ...page, roles: account.roles, season, tasks, doubts, seesMarks, inCharge });
    });
  }

  /** What every page of a year rests on, in a transaction of the caller. */
  async pageOfYear(
    tx: EntityManager,
    account: SignedIn,
    wanted: Wanted,
  ): Promise<Wanted & YearOfCounties & { readonly asOf: string; readonly demonstration: boolean }> {
    return { ...this.page(wanted), ...(await this.year(tx, account, wanted)) };
  }

  /** One county; a foreign one is not found, as if there were none. */
  async county(
    account: SignedIn,
    { county }: ParamsOf<typeof endpoints.readCounty>,
    wanted: Wanted,
  ): Promise<County> {
    if (!account.scope.counties.includes(county)) throw new ProblemException('not-found');
    return scoped(this.source, account.scope, async (tx) => {
      const { counties, rounds } = await this.year(tx, account, wanted, county);
      const [found] = counties;
      if (!found) throw new ProblemException('not-found');
      const finalised = await this.sources.finalised(tx, wanted);
      return presentCounty({ ...this.page(wanted), county: found, rounds, finalised });
    });
  }

  private page(wanted: Wanted): Wanted & { asOf: string; demonstration: boolean } {
    return { ...wanted, asOf: this.settings.clock.today(), demonstration: this.settings.demonstration };
  }

  private async year(
    tx: EntityManager,
    account: SignedIn,
    wanted: Wanted,
    county?: string,
  ): Promise<YearOfCounties> {
    const places = this.places.counties(county ? [county] : account.scope.counties);
    const { gathered, published, rounds } = await this.sources.read(tx, wanted, county);
    const counties = places.map((place): CountyOfYear => ({
      place,
      gathered: gathered.find(({ facts }) => facts.county === place.id) ?? null,
      published: published.find((one) => one.county === place.id) ?? null,
    }));
    return { counties, rounds };
  }
}
