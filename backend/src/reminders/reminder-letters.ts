import { Injectable } from '@nestjs/common';
import type { Duty } from '@yuheng/shared/domain/duties/duties-of-county';
import { reminderOf, saysNothing } from '@yuheng/shared/domain/duties/reminder';
import { reminderLetter, type Letter } from '@yuheng/shared/domain/duties/reminder-letter';
import type { ReminderUnit } from '@yuheng/shared/domain/duties/reminder-unit';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { Settings } from '../config/settings';
import { PlacesService } from '../regions/places.service';
import { ReminderUnits } from './reminder-units';

/** Puts a reminder into words, as this installation shows places and names its own address. */
@Injectable()
export class ReminderLetters {
  constructor(
    private readonly units: ReminderUnits,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** Null where there is nothing to be reminded of. */
  write(duties: readonly Duty[], unit: ReminderUnit, asOf: IsoDate): Letter | null {
    const reminder = reminderOf(duties, unit, asOf);
    if (saysNothing(reminder)) return null;
    const { environment, demonstration } = this.settings;
    return this.places.asShown(
      reminderLetter(reminder, {
        asOf,
        unit: this.units.nameOf(unit),
        soonDays: environment.reminderDays,
        link: environment.publicUrl && `${environment.publicUrl}/duties`,
        demonstration,
        nameOf: (county) => this.places.nameOf(county),
      }),
    );
  }
}
