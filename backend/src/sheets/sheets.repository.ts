import { Injectable } from '@nestjs/common';
import type { Evidence } from '@yuheng/shared/contract/evidence';
import type { InspectionCheck } from '@yuheng/shared/domain/sheets/check-mode';
import type { Stage } from '@yuheng/shared/domain/metrics/facts';
import type { IsoDate, YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { SheetAnswerGiven, SheetKind } from '@yuheng/shared/domain/sheets/sheet';
import type { SheetAct } from '@yuheng/shared/domain/sheets/stages';
import type { EntityManager } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import type { SheetCounts } from './sheet-form';
import type { SheetKey } from './sheet-key';
import { SheetEntity } from './sheet.entity';
import { VALUE_COLUMNS, type SheetRow, type ValueRow } from './sheets.queries';

type SheetUpdate = QueryDeepPartialEntity<SheetEntity>;

export interface NewValue {
  readonly item: string;
  readonly version: number;
  readonly given: SheetAnswerGiven;
  readonly evidence: readonly Evidence[];
  readonly by: string;
}

/** One act as it is written down. */
export interface StageChange {
  readonly act: SheetAct;
  readonly stage: Stage;
  readonly by: string;
  readonly on: IsoDate;
  readonly reason: string | null;
  readonly until: IsoDate | null;
}

interface NewEvent {
  readonly act: SheetAct | 'check';
  readonly by: string;
  readonly reason: string | null;
  readonly check?: InspectionCheck | null;
}

/** A month of a kind that is to be opened wherever it is not. */
export interface Opening {
  readonly program: string;
  readonly kind: SheetKind;
  readonly month: string;
  readonly templateVersion: number;
  readonly dueOn: string;
}

/** A sheet of a year that is closed stays as it is, its counts too. */
const YEAR_OPEN = 'not year_is_closed(city_id, program_id, left(month, 4)::int)';
const KEY = 'program_id = $1 and kind = $2 and county_id = $3 and month = $4';
const keyOf = ({ program, kind, county, month }: SheetKey): string[] => [program, kind, county, month];

@Injectable()
export class SheetsRepository {
  /** Appends new versions of values; the answer is what stands there now. */
  async insertValues(
    tx: EntityManager,
    key: SheetKey,
    cityId: string,
    values: readonly NewValue[],
  ): Promise<ValueRow[]> {
    const rows = values.map(({ given, ...one }) => ({ ...one, ...given }));
    return tx.query(
      `insert into sheet_value as v (city_id, program_id, kind, county_id, month, item_id, version, state, value, conclusion,
         reason, evidence, author, at)
       select $1, $2, $3, $4, $5, item, version, state, value, conclusion, reason, evidence, by, clock_timestamp()
       from jsonb_to_recordset($6) as one(item text, version int, state text, value text, conclusion text, reason text,
         evidence jsonb, by text)
       returning ${VALUE_COLUMNS}`,
      [cityId, ...keyOf(key), JSON.stringify(rows)],
    );
  }

  async setCounts(tx: EntityManager, key: SheetKey, counts: SheetCounts): Promise<void> {
    const { asked, filled, passed, failed, notApplicable } = counts;
    await tx.query(
      `update sheet set asked = $5, filled = $6, passed = $7, failed = $8, not_applicable = $9 where ${KEY} and ${YEAR_OPEN}`,
      [...keyOf(key), asked, filled, passed, failed, notApplicable],
    );
  }

  /** Moves a sheet to another stage with what its act leaves on it, under a new version, and notes who did it. */
  async setStage(tx: EntityManager, key: SheetKey, before: SheetRow, change: StageChange): Promise<void> {
    const { program, kind, county, month } = key;
    await tx.update(
      SheetEntity,
      { programId: program, kind, countyId: county, month },
      { ...leftBy(before, change), stage: change.stage, version: before.version + 1 },
    );
    await this.insertEvent(tx, key, change);
  }

  /** Says how an inspection is made, under a new version of its sheet; the latest one counts. */
  async setCheck(tx: EntityManager, key: SheetKey, check: InspectionCheck, by: string): Promise<void> {
    await tx.query(`update sheet set version = version + 1 where ${KEY}`, keyOf(key));
    await this.insertEvent(tx, key, { act: 'check', by, reason: null, check });
  }

  /** Every version of every template, in the order of their versions. */
  async templates(
    tx: EntityManager,
  ): Promise<{ program: string; kind: SheetKind; version: number; validFrom: YearMonth }[]> {
    return tx.query(
      `select program_id as program, kind, version, valid_from as "validFrom" from sheet_template
       order by program_id, kind, version`,
    );
  }

  /** Years with posts that are not closed. */
  async openYears(tx: EntityManager): Promise<{ program: string; year: number }[]> {
    return tx.query(
      `select program_id as program, year from (select distinct city_id, program_id, year from program_post where posts > 0) p
       where not year_is_closed(city_id, program_id, year) order by program_id, year`,
    );
  }

  /** Months in which some county has not handed in a sheet yet, in years that are open. */
  async notHandedIn(tx: EntityManager): Promise<{ program: string; kind: SheetKind; month: YearMonth }[]> {
    return tx.query(
      `select distinct program_id as program, kind, month from sheet where submitted_on is null and ${YEAR_OPEN}
       order by program, kind, month`,
    );
  }

  /** Gives sheets that were not handed in their due day; the answer is how many had another one. */
  async setDueDays(
    tx: EntityManager,
    days: readonly Pick<Opening, 'program' | 'kind' | 'month' | 'dueOn'>[],
  ): Promise<number> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update sheet s set due_on = d."dueOn"
       from jsonb_to_recordset($1) as d(program text, kind text, month text, "dueOn" date)
       where s.program_id = d.program and s.kind = d.kind and s.month = d.month and s.submitted_on is null
         and s.due_on <> d."dueOn"`,
      [JSON.stringify(days)],
    );
    return changed;
  }

  /** Opens what is not open yet in each county with posts in the year; the answer is how many were opened. */
  async open(tx: EntityManager, openings: readonly Opening[], at: Date): Promise<number> {
    const [{ opened }] = await tx.query<[{ opened: number }]>(
      `with opened as (
         insert into sheet (city_id, county_id, program_id, kind, month, template_version, stage, due_on, opened_at,
           unchanged, asked, filled, passed, failed, not_applicable, version)
         select p.city_id, p.county_id, p.program_id, o.kind, o.month, o."templateVersion", 'open', o."dueOn", $2::timestamptz,
           false, 0, 0, 0, 0, 0, 1
         from jsonb_to_recordset($1) as o(program text, kind text, month text, "templateVersion" int, "dueOn" date)
         join program_post p on p.program_id = o.program and p.year = left(o.month, 4)::int and p.posts > 0
         order by p.county_id, o.kind, o.month
         on conflict do nothing
         returning city_id, county_id, program_id, kind, month),
       noted as (
         insert into sheet_event (city_id, county_id, program_id, kind, month, number, act, by, at, reason)
         select city_id, county_id, program_id, kind, month, 1, 'open', null, $2, null from opened)
       select count(*)::int as opened from opened`,
      [JSON.stringify(openings), at],
    );
    return opened;
  }

  /** Sheets of which nobody has said yet what they ask: they were just opened. */
  async uncounted(tx: EntityManager): Promise<SheetKey[]> {
    return tx.query(
      `select program_id as program, kind, county_id as county, month from sheet
       where stage = 'open' and asked = 0 and ${YEAR_OPEN} order by month, county_id, kind`,
    );
  }

  /** Approved again, as they were; the answer is which. */
  async endReopenings(
    tx: EntityManager,
    today: IsoDate,
  ): Promise<(SheetKey & { readonly cityId: string })[]> {
    const [ended] = await tx.query<[(SheetKey & { readonly cityId: string })[]]>(
      `update sheet set stage = 'approved', version = version + 1 where stage = 'reopened' and reopened_until < $1
         and ${YEAR_OPEN}
       returning city_id as "cityId", program_id as program, kind, county_id as county, month`,
      [today],
    );
    return ended;
  }

  private async insertEvent(
    tx: EntityManager,
    key: SheetKey,
    { act, by, reason, check }: NewEvent,
  ): Promise<void> {
    await tx.query(
      `insert into sheet_event (city_id, program_id, kind, county_id, month, number, act, by, at, reason, check_mode, visit_plan)
       select s.city_id, $1, $2, $3, $4,
         1 + coalesce((select max(e.number) from sheet_event e where ${KEY.replaceAll(/(\w+) =/g, 'e.$1 =')}), 0),
         $5, $6, clock_timestamp(), $7, $8, $9
       from sheet s where ${KEY.replaceAll(/(\w+) =/g, 's.$1 =')}`,
      [...keyOf(key), act, by, reason, check?.mode ?? null, check?.visitPlan ?? null],
    );
  }
}

/** What an act leaves on its sheet; what is not named stays as it was. */
function leftBy(before: SheetRow, { act, by, on, reason, until }: StageChange): SheetUpdate {
  if (act === 'return') return { returnReason: reason };
  if (act === 'approve') return { approvedOn: on, approvedBy: by, approvedAt: () => 'clock_timestamp()' };
  if (act === 'reopen') return { reopenedReason: reason, reopenedUntil: until, unchanged: false };
  return {
    submittedOn: before.submittedOn ?? on,
    submittedBy: by,
    approvedOn: null,
    approvedBy: null,
    approvedAt: null,
    returnReason: null,
    unchanged: act === 'confirmUnchanged',
  };
}
