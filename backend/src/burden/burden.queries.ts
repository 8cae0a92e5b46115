import { Injectable } from '@nestjs/common';
import type { SheetItem, SheetKind, SheetRule } from '@yuheng/shared/domain/sheets/sheet';
import type { EntityManager } from 'typeorm';

/** One sheet of a county's month. */
export interface BurdenRow {
  readonly county: string;
  readonly month: string;
  readonly kind: SheetKind;
  readonly template: number;
  /** Items that somebody entered, each once. */
  readonly entered: readonly string[];
  readonly seconds: number;
  readonly returned: number;
}

export interface TemplateRow {
  readonly kind: SheetKind;
  readonly version: number;
  readonly items: readonly SheetItem[];
  readonly rules: readonly SheetRule[];
}

export interface BurdenWanted {
  readonly program: string;
  readonly year: number;
  readonly measure: { readonly pauseSeconds: number; readonly stretchSeconds: number };
}

/** Sheets that a county fills in itself; inspections are the city's work. */
const OF_COUNTY = `kind in ('spending', 'workload') and program_id = $1 and month between $2 || '-01' and $2 || '-12'`;
const KEY = 'city_id, county_id, program_id, kind, month';

/**
 * Saves of one person on one sheet in their order, each with the gap to the one before. The values that 本月无变化，确认
 * repeats are written in the moment before its event: they are nobody's entries. What is repeated is read once and each
 * sum is made once, whatever the planner knows of the tables: of tables without statistics it would begin anew for each row.
 */
const BURDEN = `
with repeated as materialized (
  select ${KEY}, by, at from sheet_event where act = 'confirmUnchanged' and ${OF_COUNTY}),
saves as (
  select v.city_id, v.county_id, v.program_id, v.kind, v.month, v.item_id,
    extract(epoch from v.at - lag(v.at) over (partition by v.county_id, v.kind, v.month, v.author order by v.at, v.item_id)) as gap
  from (select * from sheet_value where ${OF_COUNTY}) v
  where not exists (select 1 from repeated r
    where (r.city_id, r.county_id, r.program_id, r.kind, r.month) = (v.city_id, v.county_id, v.program_id, v.kind, v.month)
      and r.by = v.author and v.version = 1 and v.at between r.at - interval '1 second' and r.at)),
spent as materialized (
  select ${KEY}, json_agg(distinct item_id) as entered,
    sum(case when gap <= $3 then gap else $4::int end) as seconds
  from saves group by ${KEY}),
returns as materialized (
  select ${KEY}, count(*)::int as returned from sheet_event where act = 'return' and ${OF_COUNTY} group by ${KEY})
select s.county_id as county, s.month, s.kind, s.template_version as template, coalesce(e.entered, '[]') as entered,
  ceil(coalesce(e.seconds, 0))::int as seconds, coalesce(r.returned, 0) as returned
from (select ${KEY}, template_version from sheet where ${OF_COUNTY}) s
left join spent e using (${KEY}) left join returns r using (${KEY})
order by s.county_id, s.month, s.kind`;

@Injectable()
export class BurdenQueries {
  /** One row a sheet that was opened, of the counties of the scope. */
  async ofYear(tx: EntityManager, { program, year, measure }: BurdenWanted): Promise<BurdenRow[]> {
    return tx.query(BURDEN, [program, String(year), measure.pauseSeconds, measure.stretchSeconds]);
  }

  /** Every version of what the counties fill in, by which their sheets ask. */
  async templates(tx: EntityManager, program: string): Promise<TemplateRow[]> {
    return tx.query(
      `select kind, version, items, rules from sheet_template where program_id = $1 and kind in ('spending', 'workload')`,
      [program],
    );
  }
}
