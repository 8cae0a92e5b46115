import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { PublicationsRepository } from './publications.repository';
import { readPublication, type ReadPublication, type TextFile } from './read-publication';

type Stored = ResponseOf<typeof endpoints.readPublication>;

@Injectable()
export class PublicationsService {
  constructor(
    private readonly source: DataSource,
    private readonly publications: PublicationsRepository,
    private readonly places: PlacesService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  async list(account: SignedIn): Promise<ResponseOf<typeof endpoints.listPublications>> {
    const publications = await scoped(this.source, account.scope, (tx) => this.publications.list(tx));
    return { publications: this.places.asShown(publications) };
  }

  async read(account: SignedIn, year: number): Promise<Stored> {
    return scoped(this.source, account.scope, (tx) => this.find(tx, year));
  }

  /** Reads a text and stores nothing. */
  async preview(account: SignedIn, file: TextFile): Promise<ResponseOf<typeof endpoints.previewPublication>> {
    const { text } = this.parse(file);
    const stored = await scoped(this.source, account.scope, (tx) => this.publications.find(tx, text.year));
    return { ...this.named(text), alreadyLoaded: stored !== null };
  }

  /** Stores a text that was previewed: the same bytes, or it is refused; one text a year, all of it or nothing. */
  async load(act: Act, account: SignedIn, file: TextFile, sha256: string): Promise<Stored> {
    const read = this.parse(file);
    const { year, title } = read.text;
    act.note({ object: { kind: 'publication', id: String(year) } });
    if (read.text.sha256 !== sha256) {
      throw new ProblemException(
        'conflict',
        bilingual(
          '文件内容与预览时不同，未入库；请重新预览后再确认。',
          'The file differs from the one previewed and was not stored: preview it again, then confirm.',
        ),
      );
    }
    return this.trail.record(act, account.scope, async (tx) => {
      await this.refuseSecond(tx, year);
      await this.publications.insert(tx, read, {
        cityId: this.settings.cityId,
        loadedBy: account.username,
        loadedAt: this.settings.clock.now(),
      });
      act.note({ after: { title, sha256 } });
      return this.find(tx, year);
    });
  }

  private parse(file: TextFile): ReadPublication {
    const read = readPublication(file);
    if (read.ok) return read.value;
    const refusals = this.places.asShown(read.refusals);
    throw new ProblemException('refused', refusals[0]?.detail, refusals);
  }

  private async refuseSecond(tx: EntityManager, year: number): Promise<void> {
    const stored = await this.publications.find(tx, year);
    if (!stored) return;
    throw new ProblemException(
      'conflict',
      this.places.asShown(
        bilingual(
          `${year}年度文本《${stored.title}》已入库（${stored.fileName}），一个年度只能有一份，未作改动。`,
          `The text of ${year} is already stored (${stored.fileName}); there is one a year, nothing was changed.`,
        ),
      ),
    );
  }

  private async find(tx: EntityManager, year: number): Promise<Stored> {
    const stored = await this.publications.find(tx, year);
    if (!stored) throw new ProblemException('not-found');
    return this.named(stored);
  }

  /** Beside the name as printed, the one in force today; with anonymous names neither is a real one. */
  private named<Text extends Pick<Stored, 'programs'>>(text: Text): Text {
    const programs = text.programs.map((program) => ({
      ...program,
      amounts: program.amounts.map((one) => ({ ...one, name: this.places.nameOf(one.county) })),
    }));
    return this.places.asShown({ ...text, programs });
  }
}
