import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { LedgerKind, LedgerLink, LedgerSource } from '@yuheng/shared/domain/ledger/ledger';
import type { IsoDate, YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';

/** One ledger: of a county, program and year. */
export interface LedgerOf {
  readonly county: string;
  readonly program: ProgramId;
  readonly year: number;
}

/** A line as PostgreSQL hands it over; money in fen. */
export interface EntryRow {
  readonly id: string;
  readonly county: string;
  readonly program: ProgramId;
  readonly year: number;
  readonly number: number;
  readonly group: string;
  readonly link: LedgerLink;
  readonly source: LedgerSource;
  readonly kind: LedgerKind;
  readonly fen: number;
  readonly on: IsoDate;
  readonly documentNumber: string | null;
  readonly subject: string | null;
  readonly monthWorked: YearMonth | null;
  readonly reverses: string | null;
  readonly settles: string | null;
  readonly reversedBy: string | null;
  /** Of an advance. */
  readonly unsettledFen: number | null;
  readonly sourceDocument: string | null;
  readonly enteredBy: string | null;
  readonly enteredAt: string;
  readonly reason: string | null;
  readonly runningFen: number;
}

export interface BalanceRow {
  readonly county: string;
  readonly issued: number;
  readonly received: number;
  readonly passedOn: number;
  readonly granted: number;
  readonly advanced: number;
  readonly countyPart: number;
  readonly other: number;
  readonly returned: number;
  /** null: no posts and no budget that year. */
  readonly budget: number | null;
}

export interface PageWanted {
  readonly program: ProgramId;
  readonly year: number;
  readonly county: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly after: { readonly on: string; readonly county: string; readonly number: number } | null;
  readonly limit: number;
}

const SAME =
  'x.city_id = e.city_id and x.county_id = e.county_id and x.program_id = e.program_id and x.year = e.year';

const ENTRY = `
  select e.entry_id as id, e.county_id as county, e.program_id as program, e.year, e.number, e.group_id as "group", e.link,
    e.source, e.kind, e.fen::float8 as fen, to_char(e.dated_on, 'YYYY-MM-DD') as "on", e.document_number as "documentNumber",
    e.subject, e.month_worked as "monthWorked", e.reverses, e.settles,
    (select x.entry_id from ledger_entry x where ${SAME} and x.reverses = e.entry_id) as "reversedBy",
    case when e.source = 'countyAdvance' and e.kind = 'ordinary' then
      (select sum(x.fen)::float8 from ledger_entry x where ${SAME} and x.source = 'countyAdvance'
        and coalesce(x.settles, x.reverses, x.entry_id) = e.entry_id) end as "unsettledFen",
    e.source_document as "sourceDocument", e.entered_by as "enteredBy",
    to_char(e.entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "enteredAt", e.reason,
    (select sum(x.fen)::float8 from ledger_entry x where ${SAME} and x.link = e.link and x.source = e.source
      and (x.dated_on, x.number) <= (e.dated_on, e.number)) as "runningFen"
  from ledger_entry e`;

@Injectable()
export class LedgerQueries {
  /** One page by date, county and number; which counties come is decided by the scope. */
  async page(
    tx: EntityManager,
    { program, year, county, from, to, after, limit }: PageWanted,
  ): Promise<EntryRow[]> {
    return tx.query(
      `${ENTRY}
       where e.program_id = $1 and e.year = $2 and ($3::text is null or e.county_id = $3)
         and ($4::date is null or e.dated_on >= $4) and ($5::date is null or e.dated_on <= $5)
         and ($6::date is null or (e.dated_on, e.county_id collate "C", e.number) > ($6, $7::text collate "C", $8::integer))
       order by e.dated_on, e.county_id collate "C", e.number limit $9`,
      [program, year, county, from, to, after?.on, after?.county, after?.number, limit],
    );
  }

  /** Every line of the act that an entry belongs to, in the order in which they were posted. */
  async actOf(tx: EntityManager, entry: string): Promise<EntryRow[]> {
    return tx.query(
      `${ENTRY} where e.group_id = (select x.group_id from ledger_entry x where x.entry_id = $1) order by e.year, e.number`,
      [entry],
    );
  }

  async group(tx: EntityManager, group: string): Promise<EntryRow[]> {
    return tx.query(`${ENTRY} where e.group_id = $1 order by e.year, e.number`, [group]);
  }

  async find(
    tx: EntityManager,
    { county, program, year }: LedgerOf,
    entry: string,
  ): Promise<EntryRow | null> {
    const rows: EntryRow[] = await tx.query(
      `${ENTRY} where e.county_id = $1 and e.program_id = $2 and e.year = $3 and e.entry_id = $4`,
      [county, program, year, entry],
    );
    return rows[0] ?? null;
  }

  /** The lines of a sheet that stand: posted from it and not taken back. */
  async postedFrom(
    tx: EntityManager,
    { county, program, year }: LedgerOf,
    document: string,
  ): Promise<EntryRow[]> {
    return tx.query(
      `${ENTRY} where e.county_id = $1 and e.program_id = $2 and e.year = $3 and e.source_document = $4
         and e.kind = 'ordinary' and not exists (select 1 from ledger_entry x where ${SAME} and x.reverses = e.entry_id)
       order by e.number`,
      [county, program, year, document],
    );
  }

  /** Every county of the scope with a budget or an entry in that year. */
  async balances(
    tx: EntityManager,
    { program, year, county }: { program: ProgramId; year: number; county: string | null },
  ): Promise<BalanceRow[]> {
    return tx.query(
      `select coalesce(p.county_id, b.county_id) as county, coalesce(b.issued_fen, 0)::float8 as issued,
         coalesce(b.received_fen, 0)::float8 as received, coalesce(b.passed_on_fen, 0)::float8 as "passedOn",
         coalesce(b.granted_fen, 0)::float8 as granted, coalesce(b.advanced_fen, 0)::float8 as advanced,
         coalesce(b.county_fen, 0)::float8 as "countyPart", coalesce(b.other_fen, 0)::float8 as other,
         coalesce(b.returned_fen, 0)::float8 as returned,
         p.adjusted_budget_fen::float8 as budget
       from (select * from program_post where program_id = $1 and year = $2) p
       full join (select * from ledger_balance where program_id = $1 and year = $2) b
         on b.city_id = p.city_id and b.county_id = p.county_id
       where $3::text is null or coalesce(p.county_id, b.county_id) = $3`,
      [program, year, county],
    );
  }

  /** Months of a program in which nothing may be entered; a year that is closed is closed with its December. */
  async closedMonths(tx: EntityManager, program: ProgramId): Promise<YearMonth[]> {
    const rows: { month: YearMonth }[] = await tx.query(
      `select month from closed_month where program_id = $1 and reopened_at is null
       union select y.year || '-12' from (select distinct city_id, year from closed_year where program_id = $1) y
         where year_is_closed(y.city_id, $1, y.year)
       order by month`,
      [program],
    );
    return rows.map(({ month }) => month);
  }

  /** The accounting subject under which the money of that year was last passed on. */
  async subjectOf(tx: EntityManager, { county, program, year }: LedgerOf): Promise<string | null> {
    const rows: { subject: string | null }[] = await tx.query(
      `select subject from ledger_entry where county_id = $1 and program_id = $2 and year = $3 and link = 'passOn'
         and kind = 'ordinary' order by dated_on desc, number desc limit 1`,
      [county, program, year],
    );
    return rows[0]?.subject ?? null;
  }
}
