import { Injectable } from '@nestjs/common';
import type { SplitTablePreview } from '@yuheng/shared/contract/allocation-history';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import type { Regions } from '@yuheng/shared/domain/regions/dated-names';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import type { SavedFile } from '../../http/as-file';
import { ProblemException } from '../../http/problem-exception';
import type { UploadedFile } from '../../http/upload';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { readRegions } from '../../regions/regions-file';
import { readSplitWorkbook, type ReadSplitWorkbook } from './read-split-workbook';
import { splitTemplate } from './split-table-workbook';
import { SplitTablesRepository, type LoadedTable } from './split-tables.repository';

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const ascending = (years: Iterable<number>): number[] => [...new Set(years)].sort((a, b) => a - b);

const DIFFERENT_FILE = bilingual(
  '文件内容与预览时不同，未载入；请重新预览后再确认。',
  'The file differs from the one previewed and was not loaded: preview it again, then confirm.',
);

/** Tables of past splits: the template, a look before loading, and loading exactly what was looked at. */
@Injectable()
export class SplitTablesService {
  constructor(
    private readonly source: DataSource,
    private readonly tables: SplitTablesRepository,
    private readonly places: PlacesService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  async template(account: SignedIn): Promise<SavedFile> {
    const names = this.places.counties(account.scope.counties).map(({ name }) => name);
    return { name: '历年资金分配表（模板）.xlsx', bytes: await splitTemplate(names) };
  }

  /** Reads a table and stores nothing. */
  async preview(account: SignedIn, file: UploadedFile): Promise<SplitTablePreview> {
    const sha256 = sha256Of(file.bytes);
    const { rows, notes } = await this.read(file);
    const [loaded, known] = await scoped(this.source, account.scope, async (tx) => [
      await this.tables.ofBytes(tx, sha256),
      await this.tables.known(tx),
    ]);
    const replaced = rows.filter((row) =>
      known.some(({ program, year }) => program === row.program && year === row.year),
    );
    return this.places.asShown({
      sha256,
      fileName: file.name,
      rows: rows.map((row) => ({ ...row, name: this.places.nameOf(row.county) })),
      notes: [...(loaded ? [{ cell: null, message: sameBytes(loaded) }] : []), ...notes],
      years: ascending(rows.map(({ year }) => year)),
      replaces: ascending(replaced.map(({ year }) => year)),
      alreadyLoaded: loaded !== null,
    });
  }

  /** Stores a table that was previewed: the same bytes, or it is refused; all of it or nothing. */
  async load(
    act: Act,
    account: SignedIn,
    file: UploadedFile,
    sha256: string,
  ): Promise<ResponseOf<typeof endpoints.loadSplitTable>> {
    const { rows } = await this.read(file);
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

  private async read({ bytes }: UploadedFile): Promise<ReadSplitWorkbook> {
    const read = await readSplitWorkbook(bytes, {
      regions: namedAsShown(readRegions(), (county) => this.places.nameOf(county)),
      today: this.settings.clock.today(),
    });
    if (read.ok) return read.value;
    const refusals = this.places.asShown(read.refusals);
    throw new ProblemException('refused', refusals[0]?.detail, refusals);
  }
}

/** The name that this installation shows for a county is the one in force; every other one still means it. */
const namedAsShown = (regions: Regions, nameOf: (county: string) => string): Regions => ({
  ...regions,
  counties: regions.counties.map((one) => ({
    ...one,
    aliases: [...one.aliases, ...one.history.map(({ name }) => name)],
    history: [{ code: '', name: nameOf(one.id) }],
  })),
});

function sameBytes({ fileName, loadedOn }: LoadedTable): Bilingual {
  const day = dayInWords(loadedOn);
  return bilingual(
    `同一文件已于${day.zh}载入（${fileName}），没有变化，不再载入。`,
    `The same file was loaded on ${day.en} (${fileName}); nothing differs, and it is not loaded again.`,
  );
}
