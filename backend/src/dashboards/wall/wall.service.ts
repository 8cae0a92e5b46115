import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { Wall } from '@yuheng/shared/contract/wall';
import type { Duty } from '@yuheng/shared/domain/duties/duties-of-county';
import { isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { WallCounty } from '@yuheng/shared/domain/wall/wall-page';
import { wallPages } from '@yuheng/shared/domain/wall/wall-pages';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/settings';
import type { Scope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { DutiesDueService } from '../../duties/duties-due.service';
import { PlacesService } from '../../regions/places.service';
import { DashboardSources } from '../dashboard-sources';
import { figureState, type CountyOfYear } from '../year-standing';
import { forbidWriting } from './wall.queries';

export interface WallWanted {
  readonly program: ProgramId;
  readonly year: number;
}

/** What the wall shows, alike for whoever opened it: within a scope, in a transaction that can write nothing. */
@Injectable()
export class WallService {
  constructor(
    private readonly source: DataSource,
    private readonly sources: DashboardSources,
    private readonly duties: DutiesDueService,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async read(scope: Scope, wanted: WallWanted): Promise<Wall> {
    const { program, year } = wanted;
    const asOf = this.settings.clock.today();
    return scoped(this.source, scope, async (tx) => {
      await forbidWriting(tx);
      const now = await this.sources.pointInTime(tx, wanted);
      const { gathered, rounds } = await this.sources.read(tx, wanted, now);
      const [from, to] = [isoDate(`${year}-01-01`), isoDate(`${year}-12-31`)];
      const duties = await this.duties.read(tx, { program, from, to, asOf });
      const counties = this.places.counties(scope.counties).map((place): CountyOfYear => ({
        place,
        gathered: gathered.find(({ facts }) => facts.county === place.id) ?? null,
        published: null,
      }));
      const pages = wallPages(
        year,
        counties.map(({ place, gathered: own }): WallCounty => ({
          county: place.id,
          facts: own?.facts ?? null,
          duties: tally(duties, place.id, { year, asOf }),
        })),
      );
      return {
        ...wanted,
        asOf,
        demonstration: this.settings.demonstration,
        state: figureState({ counties, rounds }),
        place: this.places.nameOf(this.settings.cityId),
        pages: pages.map(({ sums, columns, rows, ...page }) => ({
          ...page,
          sums: [...sums],
          columns: [...columns],
          rows: rows.map(({ county, cells }) => ({
            county,
            name: this.places.nameOf(county),
            cells: [...cells],
          })),
        })),
      };
    });
  }
}

/** What fell due up to the day. What the program keeps no record of is no more than a reminder, and is not counted. */
function tally(
  duties: readonly Duty[],
  county: string,
  { year, asOf }: { readonly year: number; readonly asOf: IsoDate },
): { readonly done: number; readonly due: number } {
  const own = duties.filter(
    (one) => one.county === county && one.year === year && one.round === null && one.dueOn <= asOf,
  );
  const done = own.filter(({ state }) => state === 'done' || state === 'late').length;
  const undone = own.filter(({ state }) => state === 'overdue' || state === 'asked').length;
  return { done, due: done + undone };
}
