import { Controller, Req, Res } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Act } from '../../audit/act';
import { asFile } from '../../http/as-file';
import { Account, Acting, Query, Route } from '../../http/route';
import { readUpload, type WantedFile } from '../../http/upload';
import type { SignedIn } from '../../identity/signed-in';
import { AllocationHistoryService } from './allocation-history.service';
import { PreviewSplitTableService } from './preview-split-table.service';
import { SplitTablesService } from './split-tables.service';

/** A table of four thousand rows has some two hundred kilobytes. */
const SPLIT_TABLE: WantedFile = { content: 'zip', megabytes: 2 };

@Controller()
export class AllocationHistoryController {
  constructor(
    private readonly history: AllocationHistoryService,
    private readonly tables: SplitTablesService,
    private readonly previews: PreviewSplitTableService,
  ) {}

  @Route(endpoints.readAllocationHistory)
  read(
    @Account() account: SignedIn,
    @Query(endpoints.readAllocationHistory) { program }: QueryOf<typeof endpoints.readAllocationHistory>,
  ): Promise<ResponseOf<typeof endpoints.readAllocationHistory>> {
    return this.history.read(account, program);
  }

  @Route(endpoints.downloadSplitTemplate)
  async template(
    @Account() account: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return asFile(reply, await this.tables.template(account));
  }

  @Route(endpoints.previewSplitTable)
  async preview(
    @Account() account: SignedIn,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.previewSplitTable>> {
    return this.previews.preview(account, await readUpload(request, SPLIT_TABLE));
  }

  @Route(endpoints.loadSplitTable)
  async load(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Query(endpoints.loadSplitTable) { sha256 }: QueryOf<typeof endpoints.loadSplitTable>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.loadSplitTable>> {
    return this.tables.load(act, account, await readUpload(request, SPLIT_TABLE), sha256);
  }
}
