import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { Years } from '@yuheng/shared/contract/years';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { NextYear } from './next-year';
import { YearsQueries } from './years.queries';

@Injectable()
export class YearsReading {
  constructor(
    private readonly queries: YearsQueries,
    private readonly next: NextYear,
    private readonly settings: Settings,
  ) {}

  /** The years of a program as they stand, and the next one, inside the caller's transaction. */
  async read(tx: EntityManager, program: ProgramId): Promise<Years> {
    return {
      program,
      asOf: this.settings.clock.today(),
      demonstration: this.settings.demonstration,
      years: await this.queries.years(tx, program),
      next: await this.next.describe(tx, program),
    };
  }
}
