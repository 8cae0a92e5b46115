import { Injectable } from '@nestjs/common';
import type { ImportPreview } from '@yuheng/shared/contract/imports';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import type { SignedIn } from '../identity/signed-in';
import type { SheetKey } from '../sheets/sheet-key';
import { SheetWritingService, type ItemChange } from '../sheets/sheet-writing.service';
import { SheetsService } from '../sheets/sheets.service';
import { withContradictions } from './contradictions';
import { ImportsRepository, presentImport } from './imports.repository';
import { withKnownFigures } from './known-figures';

type PreviewedItem = ImportPreview['items'][number];

/** What a file says of a sheet. */
export interface ReadFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly items: readonly PreviewedItem[];
  readonly changes: readonly ItemChange[];
  /** The cell at which a contradiction of an item stands; empty: the file has none for it. */
  readonly cellOf: (item: PreviewedItem) => string;
  /** The file with what was found in it; null: it is not kept. */
  readonly result: (items: readonly PreviewedItem[]) => Buffer | null;
}

/** Imports that were read and can be taken over, whatever form the file has. */
@Injectable()
export class PreparedImports {
  constructor(
    private readonly sheets: SheetsService,
    private readonly writing: SheetWritingService,
    private readonly imports: ImportsRepository,
    private readonly settings: Settings,
  ) {}

  today(): IsoDate {
    return this.settings.clock.today();
  }

  /** @throws ProblemException refused where this kind of sheet is not the account's to write. */
  requireWriter(account: SignedIn, kind: SheetKey['kind']): void {
    this.writing.requireWriter(account, kind);
  }

  /** Keeps what a file says with what follows from it and what contradicts it; the sheet stays as it is. */
  async prepare(tx: EntityManager, account: SignedIn, key: SheetKey, file: ReadFile): Promise<ImportPreview> {
    const after = await this.tried(tx, account, key, file.changes);
    const { items: known, changes } = withKnownFigures(file, after);
    const items = withContradictions(known, after, file.cellOf);
    const row = {
      cityId: this.settings.cityId,
      countyId: key.county,
      importId: randomUUID(),
      programId: key.program,
      kind: key.kind,
      month: key.month,
      fileName: file.fileName,
      sha256: file.sha256,
      items,
      changes: [...changes],
      errors: items.flatMap(({ errors }) => errors).length,
      result: file.result(items),
      uploadedBy: account.username,
      uploadedAt: new Date(),
    };
    await this.imports.insert(tx, row);
    return presentImport({ ...row, appliedBy: null, appliedAt: null });
  }

  /** The sheet as it would stand: written as the application will write it, and taken back at once. */
  private tried(
    tx: EntityManager,
    account: SignedIn,
    key: SheetKey,
    changes: readonly ItemChange[],
  ): Promise<Sheet> {
    return this.imports.tried(tx, async () => {
      await this.writing.writeItems(tx, account, key, changes);
      return this.sheets.present(tx, account, key);
    });
  }
}
