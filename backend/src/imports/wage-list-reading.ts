import { Injectable } from '@nestjs/common';
import type { WageListPreview } from '@yuheng/shared/contract/wage-lists';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import {
  columnLetters,
  findHeadings,
  readWageList,
  type ReadWageList,
  type SaidAtCell,
  type WageHeadings,
} from '@yuheng/shared/domain/imports/wage-lists/read-wage-list';
import { besideRoster } from '@yuheng/shared/domain/imports/wage-lists/sum-wage-list';
import { missingFields, plainHeading } from '@yuheng/shared/domain/imports/wage-lists/wage-columns';
import type { WageRow } from '@yuheng/shared/domain/imports/wage-lists/wage-row';
import { yearMonth } from '@yuheng/shared/domain/period/year-month';
import { refused, type Outcome } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { readRegions } from '../regions/regions-file';
import { RosterPeopleService } from '../roster/roster-people.service';
import type { SheetKey } from '../sheets/sheet-key';
import type { ListSheet } from '../workbooks/read-list';
import type { WageListHeadingEntity } from './wage-list-heading.entity';
import { WageListHeadingsRepository } from './wage-list-headings.repository';

/** A list as it was understood. */
export interface UnderstoodList {
  readonly table: string;
  readonly headings: WageHeadings;
  readonly columns: WageListPreview['columns'];
  readonly missing: WageListPreview['missing'];
  /** Null while a column is not understood or one is missing. */
  readonly list: ReadWageList | null;
  readonly remarks: readonly SaidAtCell[];
}

/** Understands a wage list by its headings, by what its county said of them before, and beside its roster. */
@Injectable()
export class WageListReading {
  constructor(
    private readonly headings: WageListHeadingsRepository,
    private readonly people: RosterPeopleService,
    private readonly settings: Settings,
  ) {}

  /** The first sheet that has headings of a wage list. Refused at `/file` where none has. */
  async read(
    tx: EntityManager,
    key: SheetKey,
    sheets: readonly ListSheet[],
  ): Promise<Outcome<UnderstoodList>> {
    const said = await this.headings.ofCounty(tx, key.county);
    const remembered = new Map(said.map(({ heading, field }) => [heading, field]));
    const found = sheets.map((sheet) => ({ sheet, headings: findHeadings(sheet.rows, remembered) }));
    const first = found.find(({ headings }) => headings.ok) ?? found[0];
    if (!first) return refused([]);
    if (!first.headings.ok) return first.headings;
    const { value } = first.headings;
    const missing = missingFields(value.columns);
    const isUnderstood = missing.length === 0 && value.columns.every(({ field }) => field !== null);
    const list = isUnderstood ? this.readRows(key, first.sheet, value) : null;
    return {
      ok: true,
      value: {
        table: first.sheet.name,
        headings: value,
        columns: value.columns.map((column) => presentColumn(column, said)),
        missing: [...missing],
        list,
        remarks: list ? [...list.understood, ...(await this.rosterRemarks(tx, key, value, list.rows))] : [],
      },
    };
  }

  private readRows(key: SheetKey, { rows }: ListSheet, headings: WageHeadings): ReadWageList {
    return readWageList(rows, headings, {
      county: key.county,
      month: yearMonth(key.month),
      today: this.settings.clock.today(),
      regions: readRegions(),
    });
  }

  private async rosterRemarks(
    tx: EntityManager,
    { county, month }: SheetKey,
    { columns }: WageHeadings,
    rows: readonly WageRow[],
  ): Promise<SaidAtCell[]> {
    const { notOnPost, otherName, unpaid } = besideRoster(
      rows,
      await this.people.onPostIn(tx, county, yearMonth(month)),
    );
    const at = (field: 'name' | 'identityNumber', [first]: readonly WageRow[]): string => {
      const column = columns.find((one) => one.field === field)?.column ?? 1;
      return first ? `${columnLetters(column)}${first.row}` : '';
    };
    return [
      ...(notOnPost.length === 0
        ? []
        : [{ cell: at('identityNumber', notOnPost), text: notOnPostOf(month, notOnPost) }]),
      ...(otherName.length === 0 ? [] : [{ cell: at('name', otherName), text: otherNameOf(otherName) }]),
      ...(unpaid === 0 ? [] : [{ cell: '', text: unpaidOf(month, unpaid) }]),
    ];
  }
}

function presentColumn(
  { column, heading, field, by }: WageHeadings['columns'][number],
  said: readonly WageListHeadingEntity[],
): WageListPreview['columns'][number] {
  const one = by === 'remembered' ? said.find((row) => row.heading === plainHeading(heading)) : undefined;
  return {
    letter: columnLetters(column),
    ...{ heading, field, by },
    rememberedBy: one?.saidBy ?? null,
    rememberedAt: one?.saidAt.toISOString() ?? null,
  };
}

/** The first rows of many: "5、7、9". */
const rowsOf = (rows: readonly WageRow[], between: string): string =>
  rows
    .slice(0, 10)
    .map(({ row }) => row)
    .join(between) + (rows.length > 10 ? '…' : '');

const notOnPostOf = (month: string, rows: readonly WageRow[]) =>
  bilingual(
    `第${rowsOf(rows, '、')}行共${rows.length}人不在${month}的在岗花名册上，请核对名单或花名册。`,
    `Rows ${rowsOf(rows, ', ')}: ${rows.length} people are not on the roster of ${month}; check the list or the roster.`,
  );
const otherNameOf = (rows: readonly WageRow[]) =>
  bilingual(
    `第${rowsOf(rows, '、')}行的姓名与花名册上同一身份证号的姓名不一致，请核对。`,
    `Rows ${rowsOf(rows, ', ')}: the roster has another name for the identity number; check them.`,
  );
const unpaidOf = (month: string, unpaid: number) =>
  bilingual(
    `花名册上${month}在岗而名册未列的有${unpaid}人，请核对是否漏发。`,
    `${unpaid} people who were on post in ${month} are not in the list; check whether they were left out.`,
  );
