import { Injectable } from '@nestjs/common';
import { reminderUnits, unitName, type ReminderUnit } from '@yuheng/shared/domain/duties/reminder-unit';
import { Settings } from '../config/settings';
import { NO_SCOPE, type Scope } from '../database/scope';
import { PlacesService } from '../regions/places.service';

/** The bureaus of this installation. */
@Injectable()
export class ReminderUnits {
  constructor(
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** The city's first, then those of each county in official order. */
  all(): readonly ReminderUnit[] {
    return reminderUnits(this.settings.cityId, this.counties());
  }

  nameOf(unit: ReminderUnit): string {
    return unitName(unit, this.places.nameOf(unit.place));
  }

  /** The whole city, for the daily work. */
  get scope(): Scope & { readonly city: string } {
    return { ...NO_SCOPE, counties: this.counties(), city: this.settings.cityId };
  }

  private counties(): readonly string[] {
    return this.places.all().flatMap(({ id, kind }) => (kind === 'county' ? [id] : []));
  }
}
