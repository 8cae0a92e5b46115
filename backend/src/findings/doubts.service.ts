import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { DAYS_TO_EXPLAIN } from '@yuheng/shared/domain/findings/doubt-state';
import { doubtsOfMonth } from '@yuheng/shared/domain/findings/doubts-of-month';
import { addWorkingDays } from '@yuheng/shared/domain/period/working-days';
import { yearMonth, yearOf, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { HolidaysService } from '../duties/holidays.service';
import { FactsService } from '../facts/facts.service';
import { DoubtsRepository } from './doubts.repository';

/** What is looked over; without a county every one of the transaction's scope. */
export interface LookedOver {
  readonly program: ProgramId;
  readonly month: string;
  readonly county?: string;
}

/** Looks for doubts (疑点（待核实）) in what was reported. */
@Injectable()
export class DoubtsService {
  constructor(
    private readonly facts: FactsService,
    private readonly repository: DoubtsRepository,
    private readonly holidays: HolidaysService,
    private readonly settings: Settings,
  ) {}

  /**
   * Raises what the reported figures of a month give rise to, each once for good: done again it finds nothing new.
   * @returns how many were raised
   */
  async look(tx: EntityManager, { program, month: text, county }: LookedOver): Promise<number> {
    const month = yearMonth(text);
    const on = this.settings.clock.today();
    const wanted = { program, asOf: on, ...(county ? { county } : {}) };
    const year = await this.facts.read(tx, { ...wanted, year: yearOf(month) });
    const yearBefore = await this.facts.read(tx, { ...wanted, year: yearOf(month) - 1 });
    const explainBy = await this.explainBy(tx, on);
    let raised = 0;
    for (const facts of year) {
      const before = yearBefore.find((one) => one.county === facts.county) ?? null;
      const found = doubtsOfMonth({ facts, before, month });
      const key = { city: this.settings.cityId, program, county: facts.county, month };
      raised += await this.repository.add(
        tx,
        key,
        found.map((one) => ({ ...one, by: null, on, explainBy })),
      );
    }
    return raised;
  }

  /** The last of the working days that a county has to explain what is asked on a day. */
  async explainBy(tx: EntityManager, on: IsoDate): Promise<IsoDate> {
    return addWorkingDays(on, DAYS_TO_EXPLAIN, await this.holidays.calendar(tx));
  }

  /** How many of a year wait to be verified, in the scope of the transaction: a number is all that others learn of them. */
  countOpen(tx: EntityManager, program: ProgramId, year: number, on?: IsoDate): Promise<number> {
    return this.repository.countOpen(tx, program, year, on);
  }
}
