import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { Stage } from '@yuheng/shared/domain/metrics/facts';
import type { IsoDate, YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';

/** What one month says of a county; null is what was not reported, or given back and not handed in again. */
export interface GatheredMonthRow {
  readonly county: string;
  readonly month: YearMonth;
  readonly onPost: number | null;
  /** Null: nothing was ever handed in. */
  readonly onPostStage: Stage | null;
  readonly supervisedAtStart: number | null;
  readonly supervisedAtEnd: number | null;
  readonly resettled: number | null;
  readonly assessments: number | null;
  readonly workloadStage: Stage | null;
}

export interface MonthsAsked {
  readonly program: ProgramId;
  readonly first: YearMonth;
  readonly last: YearMonth;
  readonly asOf: IsoDate;
}

/** A workload month has the stage of its sheet; where none was kept, that of the month's spending. */
const MONTHS = `
  with wages as (
    select city_id, county_id, month, stage, case when reported_on <= $4::date then persons_on_post end as on_post
    from wage_month where program_id = $1 and month between $2 and $3
  ), work as (
    select m.city_id, m.county_id, m.month, m.supervised_at_start, m.supervised_at_end, m.resettled, m.assessments,
      (select s.stage from sheet s where s.city_id = m.city_id and s.county_id = m.county_id
        and s.program_id = m.program_id and s.kind = 'workload' and s.month = m.month) as stage
    from workload_month m where m.program_id = $1 and m.month between $2 and $3
  ), both_of_them as (
    select county_id, month, w.on_post, w.stage as on_post_stage, coalesce(k.stage, w.stage) as workload_stage,
      k.supervised_at_start, k.supervised_at_end, k.resettled, k.assessments
    from wages w full join work k using (city_id, county_id, month)
  )
  select county_id as county, month, on_post as "onPost", on_post_stage as "onPostStage", workload_stage as "workloadStage",
    case when handed_in then supervised_at_start end as "supervisedAtStart",
    case when handed_in then supervised_at_end end as "supervisedAtEnd",
    case when handed_in then resettled end as resettled, case when handed_in then assessments end as assessments
  from (select *, coalesce(workload_stage, '') not in ('returned', 'open') as handed_in from both_of_them) x
  order by county_id, month`;

@Injectable()
export class GatheredMonthsQueries {
  /** By county and month, in that order; which counties come is decided by the scope. */
  async read(
    tx: EntityManager,
    { program, first, last, asOf }: MonthsAsked,
  ): Promise<readonly GatheredMonthRow[]> {
    return tx.query(MONTHS, [program, first, last, asOf]);
  }
}
