import { Injectable } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import {
  BURDEN_LIMITS,
  burdenInWords,
  MEASURED,
  minutesOf,
} from '@yuheng/shared/domain/burden/burden-of-month';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { monthsOfSheets } from './burden-of-sheets';
import { BurdenQueries } from './burden.queries';

type Answer = ResponseOf<typeof endpoints.readBurden>;

/** What gathering costs the counties (减负账), read off what they were asked and what they saved. */
@Injectable()
export class BurdenService {
  constructor(
    private readonly source: DataSource,
    private readonly queries: BurdenQueries,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async read(account: SignedIn, wanted: QueryOf<typeof endpoints.readBurden>): Promise<Answer> {
    const rows = await scoped(this.source, account.scope, async (tx) =>
      monthsOfSheets(
        await this.queries.ofYear(tx, { ...wanted, measure: MEASURED }),
        await this.queries.templates(tx, wanted.program),
      ),
    );
    return {
      ...wanted,
      asOf: this.settings.clock.today(),
      demonstration: this.settings.demonstration,
      headline: burdenInWords(rows),
      counties: this.places.counties(account.scope.counties).map(({ id, name }) => ({
        id,
        name,
        months: rows
          .filter(({ county }) => county === id)
          .map(({ month, asked, entered, seconds, returned }) => ({
            ...{ month, asked, entered, returned },
            minutes: minutesOf(seconds),
          })),
      })),
      limits: BURDEN_LIMITS,
      measure: MEASURED,
    };
  }
}
