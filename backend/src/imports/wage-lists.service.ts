import { Injectable } from '@nestjs/common';
import type { ImportPreview } from '@yuheng/shared/contract/imports';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { WageListPreview } from '@yuheng/shared/contract/wage-lists';
import { answerInLine } from '@yuheng/shared/domain/imports/answer-cells';
import {
  spendingOfWageList,
  type RecordedPart,
} from '@yuheng/shared/domain/imports/wage-lists/spending-of-wage-list';
import { sumWageList, type WageSums } from '@yuheng/shared/domain/imports/wage-lists/sum-wage-list';
import { plainHeading } from '@yuheng/shared/domain/imports/wage-lists/wage-columns';
import type { SaidAtCell } from '@yuheng/shared/domain/imports/wage-lists/read-wage-list';
import { fen } from '@yuheng/shared/domain/money/fen';
import { createHash } from 'node:crypto';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { ProblemException } from '../http/problem-exception';
import type { UploadedFile } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { sheetId } from '../sheets/present-sheet-id';
import type { SheetKey } from '../sheets/sheet-key';
import { SheetsService } from '../sheets/sheets.service';
import { markWorkbook } from '../workbooks/mark-workbook';
import { readLists } from '../workbooks/read-list';
import { taken } from './imports.service';
import { commentsOf } from '../workbooks/comments-of';
import { answerOf } from './make-sheet-workbook';
import { PreparedImports } from './prepared-imports';
import { suggestedAnswer } from './sheet-layout';
import { WageListHeadingsRepository } from './wage-list-headings.repository';
import { WageListReading } from './wage-list-reading';

/** More wrong cells than a person reads are counted, and marked in the workbook up to here. */
const MOST_SHOWN = 200;
const MOST_MARKED = 500;

/** A county's own wage list, of which its spending sheet takes the sums: no row of a person is kept. */
@Injectable()
export class WageListsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly sheets: SheetsService,
    private readonly reading: WageListReading,
    private readonly prepared: PreparedImports,
    private readonly headings: WageListHeadingsRepository,
  ) {}

  /** Says what is understood of a list and what its sheet would take; the sheet stays as it is. */
  preview(act: Act, account: SignedIn, key: SheetKey, file: UploadedFile): Promise<WageListPreview> {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    act.note({ object: { kind: 'sheet', id: sheetId(key) }, digest: sha256 });
    this.prepared.requireWriter(account, key.kind);
    const lists = taken(readLists(file.bytes));
    return this.trail.record(act, account.scope, async (tx) => {
      const sheet = await this.sheets.present(tx, account, key);
      const understood = taken(await this.reading.read(tx, key, lists));
      const errors = understood.list?.errors ?? [];
      const isWhole = understood.list !== null && errors.length === 0;
      const sums = sumWageList(understood.list?.rows ?? []);
      return {
        table: understood.table,
        headingRow: understood.headings.row,
        columns: understood.columns,
        missing: understood.missing,
        persons: sums.persons,
        remarks: [...understood.remarks],
        errors: errors.slice(0, MOST_SHOWN),
        wrongCells: errors.length,
        import: isWhole
          ? await this.prepared.prepare(tx, account, key, {
              ...filledFrom(sheet, sums),
              ...{ fileName: file.name, sha256 },
              cellOf: () => '',
              result: () => null,
            })
          : null,
        marked: errors.length > 0 ? marked(file.bytes, understood.table, errors) : null,
      };
    });
  }

  /** Remembers what headings mean to a county. */
  name(
    act: Act,
    account: SignedIn,
    county: string,
    { columns }: BodyOf<typeof endpoints.nameWageColumns>,
  ): Promise<ResponseOf<typeof endpoints.nameWageColumns>> {
    act.note({ object: { kind: 'wageList', id: county }, after: { columns } });
    if (!account.scope.counties.includes(county)) throw new ProblemException('not-found');
    this.prepared.requireWriter(account, 'spending');
    return this.trail.record(act, account.scope, async (tx) => {
      const said = new Map(
        columns.map(({ heading, field }) => [plainHeading(heading) || heading, field] as const),
      );
      await this.headings.say(tx, { county, by: account.username }, said);
      const rows = await this.headings.ofCounty(tx, county);
      return { columns: rows.map(({ heading, field }) => ({ heading, field })) };
    });
  }
}

/** What the sheet says of a part of the wages, in 分. */
function recordedPart({ items }: Sheet, item: string): RecordedPart {
  const current = items.find(({ id }) => id === item)?.current;
  if (current?.state === 'notApplicable') return 'notApplicable';
  return typeof current?.value === 'string' ? fen(Number(current.value)) : null;
}

/** The items of the sheet beside the sums of a list; what a list does not say stays as it is. */
function filledFrom(sheet: Sheet, sums: WageSums) {
  const values = spendingOfWageList(sums, {
    cityPartPaid: recordedPart(sheet, 'cityPartPaid'),
    countyPart: recordedPart(sheet, 'countyPart'),
  });
  const read = sheet.items.map((item) => {
    const current = answerOf(item.current);
    const answer = suggestedAnswer(values.get(item.id) ?? null);
    const isSame = answer === null || JSON.stringify(answer) === JSON.stringify(current);
    const change: ImportPreview['items'][number]['change'] = isSame
      ? 'same'
      : current === null
        ? 'new'
        : 'changed';
    const previewed: ImportPreview['items'][number] = {
      ...{ item: item.id, name: item.name, row: 0, change },
      before: answerInLine(item, current),
      after: answerInLine(item, isSame ? current : answer),
      errors: [],
    };
    const evidence = item.current?.evidence ?? [];
    return {
      previewed,
      changes: isSame
        ? []
        : [{ item: item.id, version: item.current?.version ?? 0, given: { ...answer, evidence } }],
    };
  });
  return {
    items: read.map(({ previewed }) => previewed),
    changes: read.flatMap(({ changes }) => changes),
  };
}

/** The workbook with a comment in each wrong cell, in base64. */
const marked = (bytes: Buffer, table: string, errors: readonly SaidAtCell[]): string =>
  markWorkbook(bytes, table, commentsOf(errors.slice(0, MOST_MARKED))).toString('base64');
