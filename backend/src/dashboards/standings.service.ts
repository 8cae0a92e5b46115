import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { DEFAULT_METRIC_SETTINGS } from '@yuheng/shared/domain/metrics/metric';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { FactsService } from '../facts/facts.service';
import { IssuedGoalsService } from '../goals/issued-goals.service';
import type { PointInTime } from './point-in-time';
import { withStanding, type CountyOfYear } from './year-standing';

export interface StandingsWanted {
  readonly program: ProgramId;
  readonly year: number;
  /** From when the year is looked at; absent: now. */
  readonly at?: PointInTime;
}

/** How the counties of a year stand, or stood: what was gathered of them against the goals issued to them. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly facts: FactsService,
    private readonly goals: IssuedGoalsService,
    private readonly settings: Settings,
  ) {}

  /** One county, or every county of the scope with gathered data in that year. */
  async read(
    tx: EntityManager,
    { program, year, at }: StandingsWanted,
    county?: string,
  ): Promise<NonNullable<CountyOfYear['gathered']>[]> {
    const { spendingLadder: ladder, light } = this.settings.environment;
    const asOf = at?.day ?? this.settings.clock.today();
    const knownBefore = at?.knownBefore ?? null;
    const wanted = { program, year, asOf, knownBefore, ...(county ? { county } : {}) };
    const gathered = await this.facts.read(tx, wanted);
    if (gathered.length === 0) return [];
    const goals = await this.goals.ofYear(tx, program, year, knownBefore);
    return gathered.map((facts) =>
      withStanding(facts, {
        light,
        metrics: DEFAULT_METRIC_SETTINGS,
        ladder,
        goals: goals.get(facts.county) ?? [],
      }),
    );
  }
}
