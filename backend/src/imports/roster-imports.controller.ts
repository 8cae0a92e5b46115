import { Controller, Req, Res } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Act } from '../audit/act';
import { Settings } from '../config/settings';
import { asFile } from '../http/as-file';
import { Account, Acting, Query, Route } from '../http/route';
import { readUpload, type WantedFile } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { RosterFilesService } from './roster-files.service';
import { RosterImportsService } from './roster-imports.service';
import { wantedWorkbook } from './wanted-workbook';

@Controller()
export class RosterImportsController {
  private readonly wanted: WantedFile;

  constructor(
    private readonly imports: RosterImportsService,
    private readonly files: RosterFilesService,
    settings: Settings,
  ) {
    this.wanted = wantedWorkbook(settings);
  }

  @Route(endpoints.downloadRosterWorkbook)
  async download(
    @Account() by: SignedIn,
    @Query(endpoints.downloadRosterWorkbook) { county }: QueryOf<typeof endpoints.downloadRosterWorkbook>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return asFile(reply, await this.files.download(by, county));
  }

  @Route(endpoints.previewRosterWorkbook)
  async preview(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Query(endpoints.previewRosterWorkbook) { county }: QueryOf<typeof endpoints.previewRosterWorkbook>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.previewRosterWorkbook>> {
    return this.imports.preview(act, by, county, await readUpload(request, this.wanted));
  }

  @Route(endpoints.importRoster)
  async import(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Query(endpoints.importRoster) query: QueryOf<typeof endpoints.importRoster>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.importRoster>> {
    return this.imports.import(act, by, query, await readUpload(request, this.wanted));
  }
}
