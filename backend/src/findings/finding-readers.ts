import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { HolidaysService } from '../duties/holidays.service';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import type { FindingReader } from './present-finding';

/** Who reads findings, on which day and by which working days. */
@Injectable()
export class FindingReaders {
  constructor(
    private readonly holidays: HolidaysService,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async of(tx: EntityManager, account: SignedIn): Promise<FindingReader> {
    return {
      account,
      asOf: this.settings.clock.today(),
      calendar: await this.holidays.calendar(tx),
      nameOf: (county) => this.places.nameOf(county),
    };
  }
}
