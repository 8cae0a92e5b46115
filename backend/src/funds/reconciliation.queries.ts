import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { EntityManager } from 'typeorm';

/** A county's month with its spending as reported and as posted; money in fen. */
export interface ReconciliationRow {
  readonly county: string;
  readonly month: string;
  readonly posts: number;
  readonly personsOnPost: number;
  readonly paid: number;
  readonly posted: number | null;
  readonly fenPerPostMonth: number;
  readonly explanation: string | null;
  readonly explainedBy: string | null;
}

@Injectable()
export class ReconciliationQueries {
  /** The reported months of a program that pays by posts; one of them where county and month are named. */
  async months(
    tx: EntityManager,
    program: ProgramId,
    year: number,
    one: { readonly county: string; readonly month: string } | null = null,
  ): Promise<ReconciliationRow[]> {
    return tx.query(
      `select w.county_id as county, w.month, p.posts, w.persons_on_post as "personsOnPost",
         w.city_part_paid_fen::float8 as paid, g.fen_per_post_month::float8 as "fenPerPostMonth",
         case when w.stage = 'approved' then coalesce(
           (select sum(e.fen) from ledger_entry e where e.city_id = w.city_id and e.county_id = w.county_id
              and e.program_id = w.program_id and e.year = p.year and e.link = 'payment' and e.month_worked = w.month
              and e.source in ('cityGrant', 'countyAdvance')), 0)::float8 end as posted,
         x.text as explanation, x.explained_by as "explainedBy"
       from wage_month w
       join program g on g.program_id = w.program_id and g.fen_per_post_month is not null
       join program_post p on p.city_id = w.city_id and p.county_id = w.county_id and p.program_id = w.program_id and p.year = $2
       left join lateral (select text, explained_by from reconciliation_explanation x where x.city_id = w.city_id
         and x.county_id = w.county_id and x.program_id = w.program_id and x.month = w.month
         order by x.version desc limit 1) x on true
       where w.program_id = $1 and w.month between $2 || '-01' and $2 || '-12' and w.reported_on is not null
         and ($3::text is null or (w.county_id, w.month) = ($3, $4))
       order by w.month`,
      [program, year, one?.county ?? null, one?.month ?? null],
    );
  }
}
