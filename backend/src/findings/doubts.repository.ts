import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { DoubtDays } from '@yuheng/shared/domain/findings/doubt-state';
import type { RecordOfMonth } from '@yuheng/shared/domain/findings/record-id';
import type { RecordReference } from '@yuheng/shared/domain/metrics/facts';
import type { IsoDate, YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import type { EventRow } from './event-row';
import type { NewEvent } from './findings.repository';

export interface DoubtRow extends DoubtDays, RecordOfMonth {
  readonly month: YearMonth;
  readonly touches: string | null;
  readonly sentence: Bilingual;
  readonly records: RecordReference[];
  readonly raisedBy: string | null;
  readonly raisedOn: IsoDate;
  readonly explainedBy: string | null;
  readonly decidedOn: IsoDate | null;
  readonly version: number;
  readonly events: (Omit<EventRow, 'at'> & { at: string })[];
}

/** A doubt that is raised, by a rule (`by` null) or by an inspector. */
export interface NewDoubt {
  readonly id: string;
  readonly item: string | null;
  readonly sentence: Bilingual;
  readonly records: readonly RecordReference[];
  readonly by: string | null;
  readonly on: IsoDate;
  readonly explainBy: IsoDate;
}

export interface ItemName {
  readonly id: string;
  readonly name: Bilingual;
}

const KEY = 'program_id = $1 and county_id = $2 and month = $3 and doubt_id = $4';
const OF_D =
  'e.city_id = d.city_id and e.county_id = d.county_id and e.program_id = d.program_id and e.month = d.month and e.doubt_id = d.doubt_id';
const NAME = (column: string): string =>
  `coalesce((select n.name from account_names(array[${column}]) n), ${column})`;

const DOUBT = `
  select d.program_id as program, d.county_id as county, d.month, d.doubt_id as item, d.item_id as touches, d.sentence, d.records,
    ${NAME('d.raised_by')} as "raisedBy", d.raised_on::text as "raisedOn", d.explain_by::text as "explainBy",
    d.explained_by as "explainedBy", d.explained_on::text as "explainedOn", d.decided_on::text as "decidedOn", d.decision, d.version,
    (select coalesce(json_agg(json_build_object('act', e.act, 'by', ${NAME('e.acted_by')}, 'at', e.acted_at, 'text', e.text,
        'evidence', e.evidence) order by e.number), '[]') from doubt_event e where ${OF_D}) as events
  from doubt d`;

const keyOf = ({ program, county, month, item }: RecordOfMonth): string[] => [program, county, month, item];

@Injectable()
export class DoubtsRepository {
  /** Those that wait first, the earliest day to explain first. */
  async list(
    tx: EntityManager,
    { program, county }: { readonly program: string; readonly county: string | null },
  ): Promise<DoubtRow[]> {
    return tx.query(
      `${DOUBT} where d.program_id = $1 and ($2::text is null or d.county_id = $2)
       order by d.decision is not null, d.explain_by, d.month, d.county_id, d.doubt_id`,
      [program, county],
    );
  }

  async find(tx: EntityManager, key: RecordOfMonth): Promise<DoubtRow | null> {
    const rows: DoubtRow[] = await tx.query(
      `${DOUBT} where d.program_id = $1 and d.county_id = $2 and d.month = $3 and d.doubt_id = $4`,
      keyOf(key),
    );
    return rows[0] ?? null;
  }

  /** Two acts at once wait for each other here; the second then finds another version. */
  async lock(tx: EntityManager, key: RecordOfMonth): Promise<DoubtRow | null> {
    await tx.query(`select 1 from doubt where ${KEY} for update`, keyOf(key));
    return this.find(tx, key);
  }

  /** Those of a month that were not raised before, with the first entry of their history; answers how many. */
  async add(
    tx: EntityManager,
    { city, program, county, month }: Omit<RecordOfMonth, 'item'> & { readonly city: string },
    doubts: readonly NewDoubt[],
  ): Promise<number> {
    const added: unknown[] = await tx.query(
      `with added as (
         insert into doubt (city_id, program_id, county_id, month, doubt_id, item_id, sentence, records, raised_by, raised_on,
           explain_by, version)
         select $1, $2, $3, $4, x.id, x.item, x.sentence, x.records, x.by, x.on, x."explainBy", 1
         from jsonb_to_recordset($5::jsonb) x (id text, item text, sentence jsonb, records jsonb, by text, "on" date, "explainBy" date)
         on conflict do nothing
         returning *),
       raised as (
         insert into doubt_event (city_id, program_id, county_id, month, doubt_id, number, act, acted_by, acted_at, text, evidence)
         select city_id, program_id, county_id, month, doubt_id, 1, 'raise', raised_by, now(), null, '[]' from added)
       select doubt_id from added`,
      [city, program, county, month, JSON.stringify(doubts)],
    );
    return added.length;
  }

  async explained(
    tx: EntityManager,
    key: RecordOfMonth,
    { on, by }: { readonly on: IsoDate; readonly by: string },
  ): Promise<void> {
    await tx.query(
      `update doubt set explained_on = $5, explained_by = $6, version = version + 1 where ${KEY}`,
      [...keyOf(key), on, by],
    );
  }

  async decided(
    tx: EntityManager,
    key: RecordOfMonth,
    { on, by, decision }: { readonly on: IsoDate; readonly by: string; readonly decision: string },
  ): Promise<void> {
    await tx.query(
      `update doubt set decided_on = $5, decided_by = $6, decision = $7, version = version + 1 where ${KEY}`,
      [...keyOf(key), on, by, decision],
    );
  }

  async append(tx: EntityManager, key: RecordOfMonth, { act, by, text, evidence }: NewEvent): Promise<void> {
    await tx.query(
      `insert into doubt_event (city_id, county_id, program_id, month, doubt_id, number, act, acted_by, acted_at, text, evidence)
       select d.city_id, d.county_id, d.program_id, d.month, d.doubt_id,
         (select coalesce(max(e.number), 0) + 1 from doubt_event e where ${OF_D}), $5, $6, now(), $7, $8
       from doubt d where ${KEY}`,
      [...keyOf(key), act, by, text, JSON.stringify(evidence)],
    );
  }

  /** The items of the newest inspection template of a program, in its order. */
  async items(tx: EntityManager, program: string): Promise<ItemName[]> {
    return tx.query(
      `select t.item ->> 'id' as id, t.item -> 'name' as name
       from (select items from inspection_template where program_id = $1 order by version desc limit 1) x
       cross join lateral jsonb_array_elements(x.items) with ordinality t (item, place)
       order by t.place`,
      [program],
    );
  }

  /** Not decided yet, of a program’s year, in the scope of the transaction. */
  /** How many wait to be verified now, or waited at the end of a day. */
  async countOpen(tx: EntityManager, program: string, year: number, on?: IsoDate): Promise<number> {
    const [{ open }] = await tx.query<[{ open: number }]>(
      `select count(*)::int as open from doubt
       where program_id = $1 and month between $2 || '-01' and $2 || '-12'
         and case when $3::date is null then decision is null else raised_on <= $3 and (decided_on is null or decided_on > $3) end`,
      [program, String(year), on ?? null],
    );
    return open;
  }
}
