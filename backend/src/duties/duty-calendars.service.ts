import { Injectable } from '@nestjs/common';
import type { DutyRule } from '@yuheng/shared/domain/duties/duty-rule';
import type { WorkingCalendar } from '@yuheng/shared/domain/period/working-days';
import type { EntityManager } from 'typeorm';
import { DutyRulesService } from './duty-rules.service';
import { HolidaysService } from './holidays.service';

export interface DutyCalendar {
  readonly rulesOf: (year: number) => readonly DutyRule[];
  readonly calendar: WorkingCalendar;
}

/** By which rules and working days duties fall due, inside the caller's transaction. */
@Injectable()
export class DutyCalendarsService {
  constructor(
    private readonly rules: DutyRulesService,
    private readonly holidays: HolidaysService,
  ) {}

  async read(tx: EntityManager): Promise<DutyCalendar> {
    return { rulesOf: await this.rules.inForce(tx), calendar: await this.holidays.calendar(tx) };
  }
}
