import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { GoalAct } from '@yuheng/shared/domain/goals/goal-stages';
import type { IssuedGoals } from '@yuheng/shared/domain/monitoring/targets';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { GoalEventEntity } from './goal-event.entity';
import { MidYearFormEntity } from './mid-year-form.entity';
import { PerformanceGoalEntity } from './performance-goal.entity';

/** One county, program and year. */
export interface GoalKey {
  readonly cityId: string;
  readonly countyId: string;
  readonly programId: ProgramId;
  readonly year: number;
}

export interface EventRow {
  readonly act: GoalAct;
  readonly version: number;
  readonly at: Date;
  /** The name of who acted; the user name where the account is not known here. */
  readonly by: string;
  readonly reason: string | null;
}

@Injectable()
export class GoalsRepository {
  /** All versions, the latest first. */
  async versions(tx: EntityManager, key: GoalKey): Promise<PerformanceGoalEntity[]> {
    return tx.find(PerformanceGoalEntity, { where: { ...key }, order: { version: 'DESC' } });
  }

  /** The same, and nobody else changes the latest until this transaction ends. */
  async hold(tx: EntityManager, key: GoalKey): Promise<PerformanceGoalEntity[]> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [Object.values(key).join('/')]);
    return this.versions(tx, key);
  }

  async save(tx: EntityManager, goal: PerformanceGoalEntity): Promise<void> {
    const { cityId, countyId, programId, year, version, ...rest } = goal;
    const key = { cityId, countyId, programId, year, version };
    const { affected } = await tx.update(PerformanceGoalEntity, key, rest);
    if (!affected) await tx.insert(PerformanceGoalEntity, goal);
  }

  async addEvent(
    tx: EntityManager,
    key: GoalKey,
    event: Pick<GoalEventEntity, 'version' | 'act' | 'byUsername' | 'reason'>,
  ): Promise<void> {
    await tx.insert(GoalEventEntity, { ...key, ...event, eventId: randomUUID(), at: new Date() });
  }

  async events(tx: EntityManager, { cityId, countyId, programId, year }: GoalKey): Promise<EventRow[]> {
    return tx.query(
      `select e.act, e.version, e.at, coalesce((select n.name from account_names(array[e.by_username]) n), e.by_username) as by,
         e.reason
       from goal_event e where e.city_id = $1 and e.county_id = $2 and e.program_id = $3 and e.year = $4
       order by e.at, e.event_id`,
      [cityId, countyId, programId, year],
    );
  }

  /** Of every county of the scope, all versions of a year. */
  async ofYear(
    tx: EntityManager,
    { cityId, programId, year }: Omit<GoalKey, 'countyId'>,
  ): Promise<PerformanceGoalEntity[]> {
    return tx.find(PerformanceGoalEntity, { where: { cityId, programId, year }, order: { version: 'DESC' } });
  }

  /** Of every county of the scope, the indicators of what was issued for a year, the earliest version first. */
  async issued(
    tx: EntityManager,
    {
      cityId,
      programId,
      year,
      knownBefore,
    }: Omit<GoalKey, 'countyId'> & { readonly knownBefore: Date | null },
  ): Promise<(IssuedGoals & { readonly county: string })[]> {
    return tx.query(
      `select county_id as county, version, document_number as "documentNumber", to_char(issued_on, 'YYYY-MM-DD') as "issuedOn",
         content -> 'indicators' as indicators
       from performance_goal g where city_id = $1 and program_id = $2 and year = $3 and stage = 'issued'
         and ($4::timestamptz is null or not exists (select 1 from goal_event e where e.city_id = g.city_id
           and e.county_id = g.county_id and e.program_id = g.program_id and e.year = g.year and e.version = g.version
           and e.act = 'issue' and e.at >= $4))
       order by county_id, version`,
      [cityId, programId, year, knownBefore],
    );
  }

  async midYear(tx: EntityManager, key: GoalKey): Promise<MidYearFormEntity | null> {
    return tx.findOne(MidYearFormEntity, { where: { ...key } });
  }

  async midYearsOf(
    tx: EntityManager,
    { cityId, programId, year }: Omit<GoalKey, 'countyId'>,
  ): Promise<MidYearFormEntity[]> {
    return tx.find(MidYearFormEntity, { where: { cityId, programId, year } });
  }

  async saveMidYear(tx: EntityManager, form: MidYearFormEntity): Promise<void> {
    const { cityId, countyId, programId, year, ...rest } = form;
    const { affected } = await tx.update(MidYearFormEntity, { cityId, countyId, programId, year }, rest);
    if (!affected) await tx.insert(MidYearFormEntity, form);
  }
}
