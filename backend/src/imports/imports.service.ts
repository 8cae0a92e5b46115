import { Injectable } from '@nestjs/common';
import type { ImportPreview } from '@yuheng/shared/contract/imports';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import { createHash } from 'node:crypto';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { ProblemException } from '../http/problem-exception';
import type { UploadedFile } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { sheetId } from '../sheets/present-sheet-id';
import type { SheetKey } from '../sheets/sheet-key';
import { SheetWritingService } from '../sheets/sheet-writing.service';
import { SheetsService } from '../sheets/sheets.service';
import { commentsOf } from '../workbooks/comments-of';
import { markWorkbook } from '../workbooks/mark-workbook';
import { openWorkbook } from '../workbooks/open-workbook';
import { ImportsRepository, presentImport, type ImportKey } from './imports.repository';
import { PreparedImports } from './prepared-imports';
import { readSheetWorkbook } from './read-sheet-workbook';

type PreviewedItem = ImportPreview['items'][number];

/** What a filled workbook says of its sheet, and taking it over, all or nothing. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly sheets: SheetsService,
    private readonly writing: SheetWritingService,
    private readonly imports: ImportsRepository,
    private readonly prepared: PreparedImports,
  ) {}

  /** Says of each cell what it would do, keeps that with the marked file, and leaves the sheet as it is. */
  async preview(act: Act, account: SignedIn, key: SheetKey, file: UploadedFile): Promise<ImportPreview> {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    act.note({ object: { kind: 'sheet', id: sheetId(key) }, digest: sha256 });
    const workbook = taken(await openWorkbook(file.bytes));
    return this.trail.record(act, account.scope, async (tx) => {
      const sheet = await this.sheets.present(tx, account, key);
      const read = taken(readSheetWorkbook(workbook, sheet, this.prepared.today()));
      return this.prepared.prepare(tx, account, key, {
        ...{ ...read, fileName: file.name, sha256 },
        cellOf: ({ row }) => `F${row}`,
        result: (items) => marked(file.bytes, read.table.name, items),
      });
    });
  }

  /** Takes over what a previewed workbook says, with the checks and the history of what is typed on the page. */
  apply(act: Act, account: SignedIn, key: ImportKey): Promise<ImportPreview> {
    act.note({ object: { kind: 'sheet', id: sheetId(key) } });
    return this.trail.record(act, account.scope, async (tx) => {
      const row = await this.imports.find(tx, key);
      if (!row) throw new ProblemException('not-found');
      act.note({ digest: row.sha256, after: { import: row.importId, items: row.changes.length } });
      if (row.appliedAt !== null) throw new ProblemException('conflict', APPLIED);
      if (row.errors > 0) throw new ProblemException('refused', WITH_ERRORS, [WITH_ERRORS_AT]);
      await this.writing.writeItems(tx, account, key, row.changes);
      const at = new Date();
      await this.imports.setApplied(tx, key, account.username, at);
      return presentImport({ ...row, appliedBy: account.username, appliedAt: at });
    });
  }
}

/** @throws ProblemException refused, with where and what to do. */
export function taken<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new ProblemException('refused', outcome.refusals[0]?.detail, outcome.refusals);
}

/** The workbook with a comment in each wrong cell, in Chinese, as its headings are. */
function marked(bytes: Buffer, table: string, items: readonly PreviewedItem[]): Buffer {
  return markWorkbook(bytes, table, commentsOf(items.flatMap(({ errors }) => errors)));
}

const APPLIED = bilingual(
  '这份工作簿已经填入本表，不必重复办理；需要更正的，请重新下载工作簿修改后上传。',
  'This workbook was taken over already. To correct something, download the workbook again, change it and upload it.',
);
const WITH_ERRORS = bilingual(
  '工作簿还有错误，未填入任何数据；请下载核对结果，改正标注的单元格后重新上传。',
  'The workbook has errors and nothing of it was taken: download the result, correct the marked cells and upload it again.',
);
const WITH_ERRORS_AT = refusal('/errors', WITH_ERRORS.zh, WITH_ERRORS.en);
