import { Injectable } from '@nestjs/common';
import { programId } from '@yuheng/shared/contract/values';
import { addMonths, monthOf } from '@yuheng/shared/domain/period/year-month';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { NO_SCOPE } from '../database/scope';
import { scoped } from '../database/scoped-transaction';
import { PlacesService } from '../regions/places.service';
import { DoubtsService } from './doubts.service';

/** So many months that are over are looked over again: what comes late is still looked at. */
const MONTHS_BACK = 3;

@Injectable()
export class DailyDoubtsService {
  constructor(
    private readonly source: DataSource,
    private readonly doubts: DoubtsService,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** The last months of every program and county, each month in a transaction of its own: once a day. */
  async look(): Promise<void> {
    const counties = this.places.all().filter(({ kind }) => kind === 'county');
    const scope = { ...NO_SCOPE, counties: counties.map(({ id }) => id), city: this.settings.cityId };
    const current = monthOf(this.settings.clock.today());
    for (const program of programId.options) {
      for (let back = MONTHS_BACK; back >= 1; back -= 1) {
        const month = addMonths(current, -back);
        await scoped(this.source, scope, (tx) => this.doubts.look(tx, { program, month }));
      }
    }
  }
}
