import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { scoped } from '../database/scoped-transaction';
import type { SavedFile } from '../http/as-file';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import type { SheetKey } from '../sheets/sheet-key';
import { SheetsService } from '../sheets/sheets.service';
import { ImportsRepository, type ImportKey } from './imports.repository';
import { makeSheetWorkbook, titleOf } from './make-sheet-workbook';

/** Sheets as files: the workbook to fill in, the uploaded one with its comments. */
@Injectable()
export class SheetFilesService {
  constructor(
    private readonly source: DataSource,
    private readonly sheets: SheetsService,
    private readonly imports: ImportsRepository,
  ) {}

  async download(account: SignedIn, key: SheetKey): Promise<SavedFile> {
    const sheet = await this.sheets.read(account, key);
    return { name: `${titleOf(sheet)}.xlsx`, bytes: await makeSheetWorkbook(sheet) };
  }

  async result(account: SignedIn, key: ImportKey): Promise<SavedFile> {
    const found = await scoped(this.source, account.scope, (tx) => this.imports.result(tx, key));
    if (!found?.result) throw new ProblemException('not-found');
    return { name: found.fileName.replace(/(?:\.xlsx)?$/i, '（核对结果）.xlsx'), bytes: found.result };
  }
}
