import { Injectable } from '@nestjs/common';
import type { County } from '@yuheng/shared/contract/counties';
import type { ParamsOf, QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Overview } from '@yuheng/shared/contract/overview';
import { mayDo } from '@yuheng/shared/contract/roles';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { DoubtsService } from '../findings/doubts.service';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { DashboardSources } from './dashboard-sources';
import type { PointInTime } from './point-in-time';
import { presentCounty } from './present-county';
import { presentOverview } from './present-overview';
import type { CountyOfYear, YearOfCounties } from './year-standing';

type Wanted = QueryOf<typeof endpoints.readOverview>;

interface PageHead extends Pick<Wanted, 'program' | 'year'> {
  readonly asOf: IsoDate;
  readonly at: PointInTime;
  readonly demonstration: boolean;
}

/** What every page of a year rests on. */
export type PageOfYear = PageHead & YearOfCounties;

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
      const at = await this.sources.pointInTime(tx, wanted);
      const isNow = at.chosen === null;
      const year = await this.year(tx, account, { ...wanted, at });
      const season = await this.sources.season(tx, wanted, { own: year.rounds, seesSplits, at });
      const seesMarks = account.scope.city !== null && isNow;
      const doubts = await this.doubts.countOpen(tx, wanted.program, wanted.year, isNow ? undefined : at.day);
      const page = { ...this.page(wanted, at), ...year };
      const tasks = isNow ? await this.sources.tasks(tx, account, wanted) : [];
      const inCharge = await this.sources.inCharge(tx);
      return presentOverview({ ...page, roles: account.roles, season, tasks, doubts, seesMarks, inCharge });
    });
  }

  /** What every page of a year rests on, in a transaction of the caller. */
  async pageOfYear(tx: EntityManager, account: SignedIn, wanted: Wanted): Promise<PageOfYear> {
    const at = await this.sources.pointInTime(tx, wanted);
    return { ...this.page(wanted, at), ...(await this.year(tx, account, { ...wanted, at })) };
  }

  /** One county; a foreign one is not found, as if there were none. */
  async county(
    account: SignedIn,
    { county }: ParamsOf<typeof endpoints.readCounty>,
    wanted: Wanted,
  ): Promise<County> {
    if (!account.scope.counties.includes(county)) throw new ProblemException('not-found');
    return scoped(this.source, account.scope, async (tx) => {
      const at = await this.sources.pointInTime(tx, wanted);
      const { counties, ...year } = await this.year(tx, account, { ...wanted, at }, county);
      const [found] = counties;
      if (!found) throw new ProblemException('not-found');
      const finalised = await this.sources.finalised(tx, year.rounds);
      return presentCounty({ ...this.page(wanted, at), ...year, county: found, finalised });
    });
  }

  private page({ program, year }: Wanted, at: PointInTime): PageHead {
    return { program, year, asOf: at.day, at, demonstration: this.settings.demonstration };
  }

  private async year(
    tx: EntityManager,
    account: SignedIn,
    { at, ...wanted }: Wanted & { readonly at: PointInTime },
    county?: string,
  ): Promise<YearOfCounties> {
    const places = this.places.counties(county ? [county] : account.scope.counties);
    const { gathered, published, ...year } = await this.sources.read(tx, wanted, at, county);
    const counties = places.map((place): CountyOfYear => ({
      place,
      gathered: gathered.find(({ facts }) => facts.county === place.id) ?? null,
      published: published.find((one) => one.county === place.id) ?? null,
    }));
    return { counties, ...year };
  }
}
