import { Injectable } from '@nestjs/common';
import { programId, type ProgramId } from '@yuheng/shared/contract/values';
import { DAYS_TO_EXPLAIN } from '@yuheng/shared/domain/findings/doubt-state';
import { doubtsOfMonth } from '@yuheng/shared/domain/findings/doubts-of-month';
import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import { addWorkingDays } from '@yuheng/shared/domain/period/working-days';
import {
  addMonths,
  monthOf,
  yearMonth,
  yearOf,
  type IsoDate,
  type YearMonth,
} from '@yuheng/shared/domain/period/year-month';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { NO_SCOPE } from '../database/scope';
import { scoped } from '../database/scoped-transaction';
import { FactsService } from '../facts/facts.service';
import { PlacesService } from '../regions/places.service';
import { DoubtsRepository } from './doubts.repository';
import { workingDays } from './working-days';

/** The daily look goes over so many months that are over: what comes late is still looked at. */
const MONTHS_BACK = 3;

/** Looks for doubts (疑点（待核实）) in what was reported. */
@Injectable()
export class DoubtsService {
  constructor(
    private readonly source: DataSource,
    private readonly facts: FactsService,
    private readonly repository: DoubtsRepository,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /**
   * Raises what the reported figures of a county's month give rise to, each once for good: done again it finds nothing new.
   * @returns how many were raised
   */
  async look(
    tx: EntityManager,
    {
      program,
      county,
      month,
    }: { readonly program: ProgramId; readonly county: string; readonly month: string },
  ): Promise<number> {
    const of = yearMonth(month);
    const facts = await this.factsOf(tx, { program, month: of, county });
    return this.raise(tx, program, of, facts);
  }

  /** The last months of every program and county, each month in a transaction of its own: once a day. */
  async lookEverywhere(): Promise<void> {
    const counties = this.places.all().filter(({ kind }) => kind === 'county');
    const scope = { ...NO_SCOPE, counties: counties.map(({ id }) => id), city: this.settings.cityId };
    const current = monthOf(this.settings.clock.today());
    for (const program of programId.options) {
      for (let back = MONTHS_BACK; back >= 1; back -= 1) {
        const month = addMonths(current, -back);
        await scoped(this.source, scope, async (tx) =>
          this.raise(tx, program, month, await this.factsOf(tx, { program, month })),
        );
      }
    }
  }

  /** How many wait to be verified, in the scope of the transaction: a number is all that others learn of them. */
  countOpen(tx: EntityManager, program: ProgramId): Promise<number> {
    return this.repository.countOpen(tx, program);
  }

  private async factsOf(
    tx: EntityManager,
    { program, month, county }: { program: ProgramId; month: YearMonth; county?: string },
  ): Promise<{ facts: CountyYearFacts; before: CountyYearFacts | null }[]> {
    const [year, asOf] = [yearOf(month), this.settings.clock.today()];
    const wanted = { program, asOf, ...(county ? { county } : {}) };
    const facts = await this.facts.read(tx, { ...wanted, year });
    const before = await this.facts.read(tx, { ...wanted, year: year - 1 });
    return facts.map((one) => ({
      facts: one,
      before: before.find((other) => other.county === one.county) ?? null,
    }));
  }

  private async raise(
    tx: EntityManager,
    program: ProgramId,
    month: YearMonth,
    all: readonly { facts: CountyYearFacts; before: CountyYearFacts | null }[],
  ): Promise<number> {
    const on = this.settings.clock.today();
    const explainBy = explainByFrom(on);
    let raised = 0;
    for (const { facts, before } of all) {
      const found = doubtsOfMonth({ facts, before, month });
      if (found.length === 0) continue;
      raised += await this.repository.add(
        tx,
        { city: this.settings.cityId, program, county: facts.county, month },
        found.map((one) => ({ ...one, by: null, on, explainBy })),
      );
    }
    return raised;
  }
}

/** The last of the working days that a county has to explain what is asked on a day. */
export const explainByFrom = (day: IsoDate): IsoDate => addWorkingDays(day, DAYS_TO_EXPLAIN, workingDays());
