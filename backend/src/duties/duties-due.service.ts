import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { askedDuties } from '@yuheng/shared/domain/duties/asked-duties';
import { dutiesOfCity, dutiesOfCounty, type Duty } from '@yuheng/shared/domain/duties/duties-of-county';
import type { DutyRule } from '@yuheng/shared/domain/duties/duty-rule';
import { yearOf, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { AskedService } from '../evaluations/tasks/asked.service';
import { FactsService } from '../facts/facts.service';
import { DutiesQueries } from './duties.queries';
import { DutyCalendarsService } from './duty-calendars.service';

export interface DutiesWanted {
  readonly program: ProgramId;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The day of the data. */
  readonly asOf: IsoDate;
  /** One county, or every county of the scope and the city itself. */
  readonly county?: string | undefined;
}

/** Puts rules, facts, holidays and what rounds ask together, inside the caller's transaction. */
@Injectable()
export class DutiesDueService {
  constructor(
    private readonly queries: DutiesQueries,
    private readonly calendars: DutyCalendarsService,
    private readonly facts: FactsService,
    private readonly waiting: AskedService,
    private readonly settings: Settings,
  ) {}

  /** Everything due in the years that the window or the day of the data touches, and everything that a round asks. */
  async read(tx: EntityManager, { program, county, from, to, asOf }: DutiesWanted): Promise<readonly Duty[]> {
    const { opened, firstPublished } = await this.queries.years(tx, program);
    const { rulesOf, calendar } = await this.calendars.read(tx);
    const surroundings = { asOf, calendar, soonDays: this.settings.environment.reminderDays };
    // What is due in a year may belong to the year before.
    const first = Math.min(yearOf(from), yearOf(asOf)) - 1;
    const last = Math.max(yearOf(to), yearOf(asOf));
    const { asked, forms } = await this.waiting.read(tx, { program, county, asOf, from: first, to: last });
    const duties: Duty[] = [];
    for (let year = first; year <= last; year += 1) {
      const isOpen = opened.includes(year) || (firstPublished !== null && year >= firstPublished);
      if (!isOpen) continue;
      const rules: readonly DutyRule[] = rulesOf(year).filter((rule) => rule.program === program);
      const counties = await this.facts.read(tx, { program, year, asOf, ...(county ? { county } : {}) });
      const ofYear = { ...surroundings, forms: forms.filter((form) => form.year === year) };
      duties.push(...counties.flatMap((facts) => dutiesOfCounty(facts, rules, ofYear)));
      if (county === undefined) duties.push(...dutiesOfCity(year, rules, surroundings));
    }
    return [...duties, ...askedDuties(asked, surroundings)];
  }
}
