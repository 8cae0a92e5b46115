import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { GatheredMonthsQueries, type GatheredMonthRow, type MonthsAsked } from './gathered-months.queries';

/** The gathered months of several years for whoever averages over them, inside a transaction of the caller. */
@Injectable()
export class GatheredMonthsService {
  constructor(private readonly queries: GatheredMonthsQueries) {}

  /** By county, each with its months in order; a county without any row in these months is absent. */
  async byCounty(
    tx: EntityManager,
    asked: MonthsAsked,
  ): Promise<ReadonlyMap<string, readonly GatheredMonthRow[]>> {
    const counties = new Map<string, GatheredMonthRow[]>();
    for (const row of await this.queries.read(tx, asked)) {
      const months = counties.get(row.county);
      if (months) months.push(row);
      else counties.set(row.county, [row]);
    }
    return counties;
  }
}
