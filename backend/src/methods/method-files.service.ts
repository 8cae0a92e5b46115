import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import type { SavedFile } from '../http/as-file';
import { ProblemException } from '../http/problem-exception';
import { contentOf } from '../http/uploaded-content';
import type { SignedIn } from '../identity/signed-in';
import { methodWorkbook } from './method-workbook';
import type { DraftRow, VersionRow } from './methods.repository';
import { MethodsService, type VersionKey } from './methods.service';
import { readMethodJson } from './read-method-json';
import { readMethodWorkbook } from './read-method-workbook';

/** Methods as workbooks in the official layout, and back; a file that is read changes nothing. */
@Injectable()
export class MethodFilesService {
  constructor(
    private readonly source: DataSource,
    private readonly methods: MethodsService,
    private readonly settings: Settings,
  ) {}

  async ofVersion(account: SignedIn, key: VersionKey): Promise<SavedFile> {
    const found = await scoped(this.source, account.scope, (tx) => this.methods.version(tx, key));
    return this.file(found, `第${found.version}版`);
  }

  async ofDraft(account: SignedIn, draft: string): Promise<SavedFile> {
    return this.file(await scoped(this.source, account.scope, (tx) => this.methods.draft(tx, draft)), '草稿');
  }

  /** @throws ProblemException refused, each fault with its cell or pointer */
  async read(bytes: Buffer): Promise<ResponseOf<typeof endpoints.readMethodFile>> {
    const outcome = contentOf(bytes) === 'zip' ? await readMethodWorkbook(bytes) : readMethodJson(bytes);
    if (!outcome.ok) throw new ProblemException('refused', undefined, outcome.refusals);
    return { definition: outcome.value };
  }

  private async file({ name, definition }: DraftRow | VersionRow, which: string): Promise<SavedFile> {
    const title = titleOf(name, which);
    const marked = this.settings.demonstration ? `${title}（演示数据）` : title;
    return { name: `${title}.xlsx`, bytes: await methodWorkbook(marked, definition) };
  }
}

/** Long names are cut for the name of a file; a slash in them would part folders. */
const titleOf = ({ zh }: Bilingual, which: string): string =>
  `${zh.replace(/[\\/:*?"<>|]/g, '').slice(0, 60) || '绩效评价办法'}（${which}）`;
