import { Injectable } from '@nestjs/common';
import type { ImportPreview } from '@yuheng/shared/contract/imports';
import type { EntityManager } from 'typeorm';
import type { SheetKey } from '../sheets/sheet-key';
import { SheetImportEntity } from './sheet-import.entity';

export type NewImport = Omit<SheetImportEntity, 'appliedBy' | 'appliedAt'>;

/** An import of one sheet, by its id and the sheet's key: another sheet's import is not there. */
export type ImportKey = SheetKey & { readonly import: string };

const whereOf = ({ program, kind, county, month, import: importId }: ImportKey) => ({
  importId,
  programId: program,
  kind,
  countyId: county,
  month,
});

@Injectable()
export class ImportsRepository {
  /** Does some work and takes everything that it wrote back at once; what it answers stays. */
  async tried<Result>(tx: EntityManager, work: () => Promise<Result>): Promise<Result> {
    await tx.query('savepoint tried');
    const result = await work();
    await tx.query('rollback to savepoint tried');
    return result;
  }

  async insert(tx: EntityManager, row: NewImport): Promise<void> {
    await tx.insert(SheetImportEntity, { ...row, appliedBy: null, appliedAt: null });
  }

  /** Locked until the transaction ends, so that two applications at once are one after the other. */
  find(tx: EntityManager, key: ImportKey): Promise<SheetImportEntity | null> {
    return tx.findOne(SheetImportEntity, { where: whereOf(key), lock: { mode: 'pessimistic_write' } });
  }

  async result(
    tx: EntityManager,
    key: ImportKey,
  ): Promise<{ fileName: string; result: Buffer | null } | null> {
    return tx.findOne(SheetImportEntity, {
      where: whereOf(key),
      select: { cityId: true, countyId: true, importId: true, fileName: true, result: true },
    });
  }

  async setApplied(tx: EntityManager, key: ImportKey, by: string, at: Date): Promise<void> {
    await tx.update(SheetImportEntity, whereOf(key), { appliedBy: by, appliedAt: at });
  }
}

/** An import as its page shows it. */
export const presentImport = (row: Omit<SheetImportEntity, 'result'>): ImportPreview => ({
  id: row.importId,
  fileName: row.fileName,
  sha256: row.sha256,
  items: row.items,
  changes: row.changes.length,
  errors: row.errors,
  appliedAt: row.appliedAt?.toISOString() ?? null,
});
