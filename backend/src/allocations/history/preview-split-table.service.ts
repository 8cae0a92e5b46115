import { Injectable } from '@nestjs/common';
import type { SplitTablePreview } from '@yuheng/shared/contract/allocation-history';
import { PROGRAM_WORDS, type SplitTableRow } from '@yuheng/shared/domain/allocation/history/split-table';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { DataSource, type EntityManager } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import type { UploadedFile } from '../../http/upload';
import type { SignedIn } from '../../identity/signed-in';
import { PublishedSplitsService } from '../../publications/published-splits.service';
import { PlacesService } from '../../regions/places.service';
import { ascending, sameBytes, sha256Of } from './same-bytes';
import { SplitTableReader } from './split-table-reader';
import { SplitTablesRepository, type LoadedTable } from './split-tables.repository';

/** What is known already of what a table says. */
interface Known {
  readonly loaded: LoadedTable | null;
  readonly replaced: readonly number[];
  /** One sentence a program with the years that have a published text. */
  readonly published: readonly Bilingual[];
}

/** A look at a table of past splits before it is loaded; nothing is stored. */
@Injectable()
export class PreviewSplitTableService {
  constructor(
    private readonly source: DataSource,
    private readonly reader: SplitTableReader,
    private readonly tables: SplitTablesRepository,
    private readonly texts: PublishedSplitsService,
    private readonly places: PlacesService,
  ) {}

  /** @throws ProblemException refused, each fault with its cell */
  async preview(account: SignedIn, file: UploadedFile): Promise<SplitTablePreview> {
    const sha256 = sha256Of(file.bytes);
    const { rows, notes } = await this.reader.read(file);
    const { loaded, replaced, published } = await scoped(this.source, account.scope, (tx) =>
      this.known(tx, rows, sha256),
    );
    const ofFile = [...(loaded ? [sameBytes(loaded)] : []), ...published];
    return this.places.asShown({
      sha256,
      fileName: file.name,
      rows: rows.map((row) => ({ ...row, name: this.places.nameOf(row.county) })),
      notes: [...ofFile.map((message) => ({ cell: null, message })), ...notes],
      years: ascending(rows.map(({ year }) => year)),
      replaces: ascending(replaced),
      alreadyLoaded: loaded !== null,
    });
  }

  private async known(tx: EntityManager, rows: readonly SplitTableRow[], sha256: string): Promise<Known> {
    const known = await this.tables.known(tx);
    const published: Bilingual[] = [];
    for (const program of new Set(rows.map((row) => row.program))) {
      const texts = await this.texts.everySplit(tx, program);
      const years = ascending(rows.filter((row) => row.program === program).map(({ year }) => year));
      const both = years.filter((year) => texts.some((text) => text.year === year));
      if (both.length > 0) published.push(textCounts(program, both));
    }
    return {
      loaded: await this.tables.ofBytes(tx, sha256),
      replaced: rows
        .filter((row) => known.some(({ program, year }) => program === row.program && year === row.year))
        .map(({ year }) => year),
      published,
    };
  }
}

const textCounts = (program: SplitTableRow['program'], years: readonly number[]): Bilingual =>
  bilingual(
    `${years.map((year) => `${year}年`).join('、')}${PROGRAM_WORDS[program]}已有公布的文本，以文本为准；本表只作对照。`,
    `${PROGRAM_WORDS[program]} of ${years.join(', ')} stands in an official text, which counts; this table is compared with it.`,
  );
