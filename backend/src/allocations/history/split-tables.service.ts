import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import type { SavedFile } from '../../http/as-file';
import { ProblemException } from '../../http/problem-exception';
import type { UploadedFile } from '../../http/upload';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { ascending, sameBytes, sha256Of } from './same-bytes';
import { SplitTableReader } from './split-table-reader';
import { splitTemplate } from './split-table-workbook';
import { SplitTablesRepository } from './split-tables.repository';

const DIFFERENT_FILE = bilingual(
  '文件内容与预览时不同，未载入；请重新预览后再确认。',
  'The file differs from the one previewed and was not loaded: preview it again, then confirm.',
);

/** Tables of past splits: the template, and loading exactly what was looked at. */
@Injectable()
export class SplitTablesService {
  constructor(
    private readonly reader: SplitTableReader,
    private readonly tables: SplitTablesRepository,
    private readonly places: PlacesService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  async template(account: SignedIn): Promise<SavedFile> {
    const names = this.places.counties(account.scope.counties).map(({ name }) => name);
    return { name: '历年资金分配表（模板）.xlsx', bytes: await splitTemplate(names) };
  }

  /** Stores a table that was previewed: the same bytes, or it is refused; all of it or nothing. */
  async load(
    act: Act,
    account: SignedIn,
    file: UploadedFile,
    sha256: string,
  ): Promise<ResponseOf<typeof endpoints.loadSplitTable>> {
    const { rows } = await this.reader.read(file);
    if (sha256Of(file.bytes) !== sha256) throw new ProblemException('conflict', DIFFERENT_FILE);
    return this.trail.record(act, account.scope, async (tx) => {
      await this.tables.lock(tx);
      const loaded = await this.tables.ofBytes(tx, sha256);
      if (loaded) throw new ProblemException('conflict', this.places.asShown(sameBytes(loaded)));
      const loadedAt = this.settings.clock.now();
      const number = await this.tables.insert(
        tx,
        { cityId: this.settings.cityId, fileName: file.name, sha256, loadedBy: account.username, loadedAt },
        rows,
      );
      const years = ascending(rows.map(({ year }) => year));
      act.note({
        object: { kind: 'splitTable', id: String(number) },
        after: { fileName: file.name, sha256, years, rows: rows.length },
      });
      return { loadedAt: loadedAt.toISOString(), years };
    });
  }
}
