import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { NO_SCOPE } from '../database/scope';
import { scoped } from '../database/scoped-transaction';
import { PlacesService } from '../regions/places.service';
import { SheetOpening } from './sheet-opening';

/** Opens the month by itself, every day, for the whole city. */
@Injectable()
export class SheetOpeningService {
  constructor(
    private readonly source: DataSource,
    private readonly opening: SheetOpening,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** @returns how many sheets were opened; none where everything that is due to exist does */
  open(): Promise<number> {
    const counties = this.places.all().flatMap(({ id, kind }) => (kind === 'county' ? [id] : []));
    const scope = { ...NO_SCOPE, counties, city: this.settings.cityId };
    const { clock } = this.settings;
    return scoped(this.source, scope, (tx) => this.opening.openMonths(tx, clock.today(), clock.now()));
  }
}
