import { Injectable } from '@nestjs/common';
import type { FindingDays } from '@yuheng/shared/domain/findings/finding-state';
import type { RecordOfMonth } from '@yuheng/shared/domain/findings/record-id';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { IsoDate, YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import type { Evidence, EventRow } from './event-row';

export interface FindingRow extends FindingDays, RecordOfMonth {
  readonly city: string;
  readonly month: YearMonth;
  readonly doubt: string | null;
  /** The evaluation round that found it, and the clause that was not kept. */
  readonly round: string | null;
  readonly clause: string | null;
  readonly itemName: Bilingual | null;
  readonly summary: string;
  readonly responsible: string | null;
  readonly foundOn: IsoDate;
  readonly repeated: boolean;
  readonly rectifiedBy: string | null;
  readonly version: number;
}

export interface NewEvent {
  readonly act: string;
  readonly by: string;
  readonly text: string | null;
  readonly evidence: readonly Evidence[];
}

const FINDING = `
  select f.city_id as city, f.program_id as program, f.county_id as county, f.month, f.item_id as item, f.doubt_id as doubt,
    f.summary, f.responsible, f.found_on::text as "foundOn", f.deadline::text as deadline, f.rectified_on::text as "rectifiedOn",
    f.returned_on::text as "returnedOn", f.closed_on::text as "closedOn", f.repeated, f.rectified_by as "rectifiedBy", f.version,
    f.round_id as round, f.clause,
    coalesce((select i.indicator -> 'name' from evaluation_round e
       join evaluation_method m on m.city_id = e.city_id and m.program_id = e.program_id and m.version = e.method_version
       cross join lateral jsonb_array_elements(m.definition -> 'indicators') i (indicator)
       where e.city_id = f.city_id and e.round_id = f.round_id and i.indicator ->> 'id' = f.indicator_id), (select t.item -> 'name' from (
       select jsonb_array_elements(x.items) as item, x.version from inspection_template x
       where x.city_id = f.city_id and x.program_id = f.program_id) t
     where t.item ->> 'id' = coalesce(f.result_item_id, d.item_id) order by t.version desc limit 1)) as "itemName"
  from finding f
  left join doubt d on d.city_id = f.city_id and d.county_id = f.county_id and d.program_id = f.program_id
    and d.month = f.month and d.doubt_id = f.doubt_id`;
const KEY = 'program_id = $1 and county_id = $2 and month = $3 and item_id = $4';

const keyOf = ({ program, county, month, item }: RecordOfMonth): string[] => [program, county, month, item];

/** Thirty days, the same as in the demonstration: a deadline that the inspector changes by a finding of his own. */
const DAYS_TO_RECTIFY = 30;

@Injectable()
export class FindingsRepository {
  /** Every finding of a program year, in no order. */
  async ofYear(
    tx: EntityManager,
    {
      program,
      year,
      county,
    }: { readonly program: string; readonly year: number; readonly county: string | null },
  ): Promise<FindingRow[]> {
    return tx.query(
      `${FINDING} where f.program_id = $1 and f.month between $2 || '-01' and $2 || '-12' and ($3::text is null or f.county_id = $3)`,
      [program, String(year), county],
    );
  }

  async find(tx: EntityManager, key: RecordOfMonth): Promise<FindingRow | null> {
    const rows: FindingRow[] = await tx.query(
      `${FINDING} where f.program_id = $1 and f.county_id = $2 and f.month = $3 and f.item_id = $4`,
      keyOf(key),
    );
    return rows[0] ?? null;
  }

  /** Two acts at once wait for each other here; the second then finds another version. */
  async lock(tx: EntityManager, key: RecordOfMonth): Promise<FindingRow | null> {
    await tx.query(`select 1 from finding where ${KEY} for update`, keyOf(key));
    return this.find(tx, key);
  }

  async rectified(
    tx: EntityManager,
    key: RecordOfMonth,
    { on, by }: { readonly on: IsoDate; readonly by: string },
  ): Promise<void> {
    await tx.query(
      `update finding set rectified_on = $5, rectified_by = $6, returned_on = null, version = version + 1 where ${KEY}`,
      [...keyOf(key), on, by],
    );
  }

  async closed(
    tx: EntityManager,
    key: RecordOfMonth,
    { on, by }: { readonly on: IsoDate; readonly by: string },
  ): Promise<void> {
    await tx.query(`update finding set closed_on = $5, closed_by = $6, version = version + 1 where ${KEY}`, [
      ...keyOf(key),
      on,
      by,
    ]);
  }

  /** Sent back it waits for the county again: what was handed in stays in the history. */
  async returned(tx: EntityManager, key: RecordOfMonth, on: IsoDate): Promise<void> {
    await tx.query(
      `update finding set rectified_on = null, rectified_by = null, returned_on = $5, version = version + 1 where ${KEY}`,
      [...keyOf(key), on],
    );
  }

  async events(tx: EntityManager, key: RecordOfMonth): Promise<EventRow[]> {
    return tx.query(
      `select act, coalesce((select n.name from account_names(array[acted_by]) n), acted_by) as by, acted_at as at, text, evidence
       from finding_event where ${KEY} order by number`,
      keyOf(key),
    );
  }

  async append(tx: EntityManager, key: RecordOfMonth, { act, by, text, evidence }: NewEvent): Promise<void> {
    await tx.query(
      `insert into finding_event (city_id, county_id, program_id, month, item_id, number, act, acted_by, acted_at, text, evidence)
       select city_id, county_id, program_id, month, item_id,
         (select coalesce(max(e.number), 0) + 1 from finding_event e where e.city_id = f.city_id and e.county_id = f.county_id
            and e.program_id = f.program_id and e.month = f.month and e.item_id = f.item_id),
         $5, $6, now(), $7, $8
       from finding f where ${KEY}`,
      [...keyOf(key), act, by, text, JSON.stringify(evidence)],
    );
  }

  /** A finding of a doubt: repeated where the same item, or the same question, was found before in its year. */
  async addOfDoubt(
    tx: EntityManager,
    key: RecordOfMonth,
    more: {
      readonly summary: string;
      readonly responsible: string | null;
      readonly foundOn: IsoDate;
      readonly deadline: IsoDate;
    },
  ): Promise<void> {
    await tx.query(
      `insert into finding (city_id, county_id, program_id, month, item_id, doubt_id, summary, responsible, found_on, deadline, repeated)
       select d.city_id, d.county_id, d.program_id, d.month, d.doubt_id, d.doubt_id, $5, $6, $7, $8,
         exists (select 1 from finding f left join doubt o on o.city_id = f.city_id and o.county_id = f.county_id
             and o.program_id = f.program_id and o.month = f.month and o.doubt_id = f.doubt_id
           where f.city_id = d.city_id and f.county_id = d.county_id and f.program_id = d.program_id
             and left(f.month, 4) = left(d.month, 4) and (f.month, f.item_id) <> (d.month, d.doubt_id)
             and (coalesce(f.result_item_id, o.item_id) = d.item_id or f.doubt_id = d.doubt_id))
       from doubt d where d.program_id = $1 and d.county_id = $2 and d.month = $3 and d.doubt_id = $4`,
      [...keyOf(key), more.summary, more.responsible, more.foundOn, more.deadline],
    );
  }

  /** A finding of an evaluation: repeated where the same indicator was found wrong before in its year. */
  async addOfEvaluation(
    tx: EntityManager,
    key: RecordOfMonth,
    more: {
      readonly city: string;
      readonly round: string;
      readonly indicator: string;
      readonly clause: string;
      readonly summary: string;
      readonly responsible: string | null;
      readonly foundOn: IsoDate;
      readonly deadline: IsoDate;
    },
  ): Promise<void> {
    const { city, round, indicator, clause, summary, responsible, foundOn, deadline } = more;
    await tx.query(
      `insert into finding (program_id, county_id, month, item_id, city_id, round_id, indicator_id, clause, summary, responsible,
         found_on, deadline, repeated)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
         exists (select 1 from finding f where f.program_id = $1 and f.county_id = $2 and left(f.month, 4) = left($3, 4)
           and f.indicator_id = $7))`,
      [...keyOf(key), city, round, indicator, clause, summary, responsible, foundOn, deadline],
    );
  }

  /**
   * Every item that failed in a month's own check and has no finding yet becomes one; answers their items. A conclusion
   * that is only carried was found in its own month.
   */
  async addFailed(
    tx: EntityManager,
    { program, county, month }: Omit<RecordOfMonth, 'item'>,
    { on, by }: { readonly on: IsoDate; readonly by: string },
  ): Promise<string[]> {
    const added: { item: string }[] = await tx.query(
      `with added as (
         insert into finding (city_id, county_id, program_id, month, item_id, result_item_id, summary, found_on, deadline, repeated)
         select r.city_id, r.county_id, r.program_id, r.month, r.item_id, r.item_id, coalesce(r.note, '不合格'), $4::date,
           $4::date + ${DAYS_TO_RECTIFY},
           exists (select 1 from finding f where f.city_id = r.city_id and f.county_id = r.county_id and f.program_id = r.program_id
             and f.result_item_id = r.item_id and left(f.month, 4) = left(r.month, 4) and f.month < r.month)
         from inspection_result r
         where r.program_id = $1 and r.county_id = $2 and r.month = $3 and r.conclusion = 'fail' and r.carried_from is null
         on conflict do nothing
         returning *),
       raised as (
         insert into finding_event (city_id, county_id, program_id, month, item_id, number, act, acted_by, acted_at, text, evidence)
         select city_id, county_id, program_id, month, item_id, 1, 'raise', $5, now(), summary, '[]' from added)
       select item_id as item from added order by item_id`,
      [program, county, month, on, by],
    );
    return added.map(({ item }) => item);
  }
}
