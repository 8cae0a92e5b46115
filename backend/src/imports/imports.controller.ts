import { Controller, Req, Res } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Act } from '../audit/act';
import { Settings } from '../config/settings';
import { asFile } from '../http/as-file';
import { Account, Acting, Address, Route } from '../http/route';
import { readUpload, type WantedFile } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import type { SheetKey } from '../sheets/sheet-key';
import type { ImportKey } from './imports.repository';
import { ImportsService } from './imports.service';
import { SheetFilesService } from './sheet-files.service';
import { wantedWorkbook } from './wanted-workbook';

@Controller()
export class ImportsController {
  private readonly wanted: WantedFile;

  constructor(
    private readonly imports: ImportsService,
    private readonly files: SheetFilesService,
    settings: Settings,
  ) {
    this.wanted = wantedWorkbook(settings);
  }

  @Route(endpoints.downloadSheetWorkbook)
  async download(
    @Account() account: SignedIn,
    @Address(endpoints.downloadSheetWorkbook) key: SheetKey,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return asFile(reply, await this.files.download(account, key));
  }

  @Route(endpoints.previewSheetWorkbook)
  async preview(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Address(endpoints.previewSheetWorkbook) key: SheetKey,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.previewSheetWorkbook>> {
    return this.imports.preview(act, account, key, await readUpload(request, this.wanted));
  }

  @Route(endpoints.applySheetWorkbook)
  apply(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Address(endpoints.applySheetWorkbook) key: ImportKey,
  ): Promise<ResponseOf<typeof endpoints.applySheetWorkbook>> {
    return this.imports.apply(act, account, key);
  }

  @Route(endpoints.downloadImportResult)
  async result(
    @Account() account: SignedIn,
    @Address(endpoints.downloadImportResult) key: ImportKey,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return asFile(reply, await this.files.result(account, key));
  }
}
