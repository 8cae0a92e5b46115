import { Injectable } from '@nestjs/common';
import { dueDays, type DueDays } from '@yuheng/shared/domain/duties/due-days';
import { workingCalendar } from '@yuheng/shared/domain/period/working-days';
import type { EntityManager } from 'typeorm';
import { currentHolidays } from './current-holidays';
import { DutyRulesRepository } from './duty-rules.repository';
import { HolidayTablesRepository } from './holiday-tables.repository';
import { rulesInForce } from './rules-in-force';

/** By when things are due, for every part of the program that asks: one truth, that of the rules in force. */
@Injectable()
export class DueDaysService {
  constructor(
    private readonly changes: DutyRulesRepository,
    private readonly holidays: HolidayTablesRepository,
  ) {}

  /** The due days of any program and year, inside the caller's transaction. */
  async read(tx: EntityManager): Promise<(program: string, year: number) => DueDays> {
    const changes = await this.changes.all(tx);
    const calendar = workingCalendar(currentHolidays(await this.holidays.current(tx)));
    return (program, year) =>
      dueDays(
        rulesInForce(changes, year).filter((rule) => rule.program === program),
        calendar,
      );
  }
}
