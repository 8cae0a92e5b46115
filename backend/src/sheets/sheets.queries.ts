import { Injectable } from '@nestjs/common';
import type { Evidence } from '@yuheng/shared/contract/evidence';
import type { Stage } from '@yuheng/shared/domain/metrics/facts';
import type { IsoDate, YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { InspectionCheck } from '@yuheng/shared/domain/sheets/check-mode';
import { otherTerms } from '@yuheng/shared/domain/sheets/other-sheets';
import type {
  EarlierAnswer,
  OtherFigure,
  SheetItem,
  SheetKind,
  SheetRule,
  SheetValue,
} from '@yuheng/shared/domain/sheets/sheet';
import type { EntityManager } from 'typeorm';
import { plannedQuery, type PlannedStatement } from '../database/planned-query';
import type { SheetKey } from './sheet-key';

/** How a sheet stands, as stored. */
export interface StandingRow {
  readonly month: YearMonth;
  readonly stage: Stage;
  readonly dueOn: IsoDate;
  readonly submittedOn: IsoDate | null;
  readonly approvedOn: IsoDate | null;
  readonly reopenedUntil: IsoDate | null;
  readonly unchanged: boolean;
  readonly asked: number;
  readonly filled: number;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  readonly version: number;
}

export interface SheetRow extends StandingRow {
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly returnReason: string | null;
  readonly reopenedReason: string | null;
  /** Its year is closed: nothing of it changes until the year is opened again. */
  readonly yearClosed: boolean;
  readonly templateVersion: number;
  readonly items: readonly SheetItem[];
  readonly rules: readonly SheetRule[];
}

export interface ValueRow extends SheetValue {
  readonly evidence: Evidence[];
  readonly by: string;
  readonly at: string;
}

export interface SheetContent {
  readonly values: readonly ValueRow[];
  /** What the county's earlier sheets say that were handed in, the newest month first. */
  readonly earlier: readonly EarlierAnswer[];
  readonly approvedPosts: number | null;
  /** What the county's other sheets of the month report of what the rules name, those that were handed in. */
  readonly others: readonly OtherFigure[];
  /** How an inspection is made; null where nobody has said it. */
  readonly check: InspectionCheck | null;
}

export interface EventRow {
  readonly act: 'open' | 'check' | 'submit' | 'return' | 'approve' | 'reopen' | 'confirmUnchanged';
  readonly by: string | null;
  readonly at: string;
  readonly reason: string | null;
  readonly check: InspectionCheck | null;
}

export interface GridWanted {
  readonly program: string;
  readonly kind: SheetKind;
  readonly from: string;
  readonly to: string;
}

const STANDING = `s.month, s.stage, s.due_on::text as "dueOn", s.submitted_on::text as "submittedOn",
  s.approved_on::text as "approvedOn", s.reopened_until::text as "reopenedUntil", s.unchanged, s.asked, s.filled,
  s.passed, s.failed, s.not_applicable as "notApplicable", s.version`;

/** What was said after an approval counts only once it is approved too: an expired reopening leaves no trace. */
const COUNTS = (row: string): string =>
  `(${row}.at <= s.approved_at or not (s.stage = 'approved' or (s.stage = 'reopened' and s.reopened_until < $5::date)))`;

const CHECK = `json_build_object('mode', e.check_mode, 'visitPlan', e.visit_plan)`;

const INSTANT = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** What a sheet s says, by its value v, that was handed in and not taken back: of one that is reopened what was approved. */
const HANDED_IN = `(s.stage = 'submitted' or (s.stage in ('approved', 'reopened') and v.at <= s.approved_at))`;
/** A row of sheet_value, called v, as it is read everywhere. */
export const VALUE_COLUMNS = `v.item_id as item, v.version, v.state, v.value, v.conclusion, v.reason, v.evidence,
  v.author as by, ${INSTANT('v.at')} as at`;

/** The latest answers of the items that $6 and $7 name to the other sheets of the month, as those sheets print them. */
const ANSWERS_OF_OTHERS = `select distinct on (v.kind, v.item_id) v.kind as sheet, v.state, v.value, i.item
  from unnest($6::text[], $7::text[]) n(kind, item_id)
  join sheet s on s.kind = n.kind
  join sheet_value v on v.city_id = s.city_id and v.county_id = s.county_id and v.program_id = s.program_id
    and v.kind = s.kind and v.month = s.month and v.item_id = n.item_id
  join sheet_template t on t.city_id = s.city_id and t.program_id = s.program_id and t.kind = s.kind
    and t.version = s.template_version
  join lateral jsonb_array_elements(t.items) i(item) on i.item ->> 'id' = n.item_id
  where s.program_id = $1 and s.county_id = $3 and s.month = $4 and ${HANDED_IN}
  order by v.kind, v.item_id, v.version desc`;

/**
 * The values of the sheet s, looked up sheet by sheet: `offset 0` keeps PostgreSQL from reading all values of the county
 * again for each of its sheets.
 */
const VALUES_OF_SHEET = `select * from sheet_value x where x.city_id = s.city_id and x.county_id = s.county_id
  and x.program_id = s.program_id and x.kind = s.kind and x.month = s.month offset 0`;

const SHEET_WITH_TEMPLATE = `select ${STANDING}, s.submitted_by as "submittedBy", s.approved_by as "approvedBy",
       s.return_reason as "returnReason", s.reopened_reason as "reopenedReason",
       year_is_closed(s.city_id, s.program_id, left(s.month, 4)::int) as "yearClosed",
       s.template_version as "templateVersion", t.items, t.rules
     from sheet s
     join sheet_template t on t.city_id = s.city_id and t.program_id = s.program_id and t.kind = s.kind
       and t.version = s.template_version
     where s.program_id = $1 and s.kind = $2 and s.county_id = $3 and s.month = $4`;
const FIND: Readonly<Record<'read' | 'update', PlannedStatement>> = {
  read: { name: 'sheet-to-read', text: SHEET_WITH_TEMPLATE },
  update: { name: 'sheet-to-change', text: `${SHEET_WITH_TEMPLATE} for update of s` },
};

const CONTENT: PlannedStatement = {
  name: 'sheet-content',
  text: `select
         (select coalesce(json_agg(one), '[]') from (
            select distinct on (v.item_id) ${VALUE_COLUMNS}
            from sheet s join sheet_value v using (city_id, county_id, program_id, kind, month)
            where s.program_id = $1 and s.kind = $2 and s.county_id = $3 and s.month = $4 and ${COUNTS('v')}
            order by v.item_id, v.version desc) one) as values,
         (select coalesce(json_agg(one order by one.month desc), '[]') from (
            select distinct on (v.month, v.item_id) v.month, v.item_id as item, v.state, v.value, v.conclusion, v.reason
            from sheet s cross join lateral (${VALUES_OF_SHEET}) v
            where s.program_id = $1 and s.kind = $2 and s.county_id = $3 and s.month < $4
              and ${HANDED_IN}
            order by v.month, v.item_id, v.version desc) one) as earlier,
         (select p.posts from program_post p
          where p.program_id = $1 and p.county_id = $3 and p.year = left($4, 4)::int) as "approvedPosts",
         (select coalesce(json_agg(json_build_object('sheet', one.sheet, 'item', one.item, 'value', one.value)), '[]')
          from (${ANSWERS_OF_OTHERS}) one where one.state = 'reported' and one.value is not null) as others,
         (select ${CHECK}
          from sheet s join sheet_event e using (city_id, county_id, program_id, kind, month)
          where s.program_id = $1 and s.kind = $2 and s.county_id = $3 and s.month = $4 and e.act = 'check' and ${COUNTS('e')}
          order by e.number desc limit 1) as check`,
};

@Injectable()
export class SheetsQueries {
  /** The grid, one row a county with its sheets by month. */
  async grid(
    tx: EntityManager,
    { program, kind, from, to }: GridWanted,
  ): Promise<{ county: string; sheets: StandingRow[] }[]> {
    return tx.query(
      `select county, json_agg(one order by one.month) as sheets
       from (select s.county_id as county, ${STANDING} from sheet s
             where s.program_id = $1 and s.kind = $2 and s.month between $3 and $4) one
       group by county`,
      [program, kind, from, to],
    );
  }

  /**
   * A sheet with its template; null where none was opened.
   * @param mode `update`: nobody else changes the sheet before this transaction ends.
   */
  async find(tx: EntityManager, key: SheetKey, mode: 'read' | 'update'): Promise<SheetRow | null> {
    const rows = await plannedQuery<SheetRow>(tx, FIND[mode], [key.program, key.kind, key.county, key.month]);
    return rows[0] ?? null;
  }

  /**
   * What the sheet says now, what earlier ones said, and what is known without asking.
   * @param rules what it is to be checked by: the figures of other sheets that they name are read too
   */
  async content(
    tx: EntityManager,
    key: SheetKey,
    today: IsoDate,
    rules: readonly SheetRule[],
  ): Promise<SheetContent> {
    const named = otherTerms(rules);
    const [content] = await plannedQuery<SheetContent>(tx, CONTENT, [
      ...[key.program, key.kind, key.county, key.month, today],
      ...[named.map(({ sheet }) => sheet), named.map(({ figure }) => figure)],
    ]);
    if (!content) throw new Error('One row is always answered.');
    return content;
  }

  async events(tx: EntityManager, key: SheetKey): Promise<EventRow[]> {
    return tx.query(
      `select e.act, e.by, ${INSTANT('e.at')} as at, e.reason, case when e.act = 'check' then ${CHECK} end as check
       from sheet_event e
       where e.program_id = $1 and e.kind = $2 and e.county_id = $3 and e.month = $4 order by e.number`,
      [key.program, key.kind, key.county, key.month],
    );
  }

  /** Every version of an item, the newest first. */
  async history(tx: EntityManager, key: SheetKey, item: string): Promise<ValueRow[]> {
    return tx.query(
      `select ${VALUE_COLUMNS} from sheet_value v
       where v.program_id = $1 and v.kind = $2 and v.county_id = $3 and v.month = $4 and v.item_id = $5
       order by v.version desc`,
      [key.program, key.kind, key.county, key.month, item],
    );
  }

  /** The findings that stand open at the end of the month, the oldest first. */
  async openFindings(
    tx: EntityManager,
    { program, county, month }: SheetKey,
  ): Promise<{ month: string; item: string; summary: string; deadline: string }[]> {
    return tx.query(
      `select f.month, f.item_id as item, f.summary, f.deadline::text as deadline from finding f
       where f.program_id = $1 and f.county_id = $2 and f.month < $3 and f.closed_on is null
       order by f.month, f.item_id`,
      [program, county, month],
    );
  }

  /** Who entered something since the sheet was last approved, said how it was checked, or submitted it. */
  async writers(tx: EntityManager, key: SheetKey): Promise<string[]> {
    const rows: { by: string }[] = await tx.query(
      `with last as (
         select coalesce(max(e.at), '-infinity') as at from sheet_event e
         where e.program_id = $1 and e.kind = $2 and e.county_id = $3 and e.month = $4 and e.act = 'approve')
       select v.author as by from sheet_value v cross join last
       where v.program_id = $1 and v.kind = $2 and v.county_id = $3 and v.month = $4 and v.at > last.at
       union
       select e.by from sheet_event e cross join last
       where e.program_id = $1 and e.kind = $2 and e.county_id = $3 and e.month = $4 and e.at > last.at
         and e.act in ('check', 'submit', 'confirmUnchanged')`,
      [key.program, key.kind, key.county, key.month],
    );
    return rows.map(({ by }) => by);
  }

  /** The people by name; those that no longer have an account by their user name. */
  async names(tx: EntityManager, usernames: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { username: string; name: string }[] = await tx.query(
      'select username, name from account_names($1)',
      [[...new Set(usernames)]],
    );
    return new Map(rows.map(({ username, name }) => [username, name]));
  }
}
