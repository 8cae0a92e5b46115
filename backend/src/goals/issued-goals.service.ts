import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { IssuedGoals } from '@yuheng/shared/domain/monitoring/targets';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { GoalsRepository } from './goals.repository';

/** What other features know of goals: the values that were issued, by which counties are watched. */
@Injectable()
export class IssuedGoalsService {
  constructor(
    private readonly repository: GoalsRepository,
    private readonly settings: Settings,
  ) {}

  /**
   * By county of the scope, every issued version of a year. A county without one has no entry.
   * @param knownBefore only versions whose issue was recorded before this instant
   */
  async ofYear(
    tx: EntityManager,
    programId: ProgramId,
    year: number,
    knownBefore?: Date | null,
  ): Promise<ReadonlyMap<string, readonly IssuedGoals[]>> {
    const rows = await this.repository.issued(tx, {
      ...{ cityId: this.settings.cityId, programId, year },
      knownBefore: knownBefore ?? null,
    });
    const byCounty = new Map<string, IssuedGoals[]>();
    for (const { county, ...goals } of rows) byCounty.set(county, [...(byCounty.get(county) ?? []), goals]);
    return byCounty;
  }
}
