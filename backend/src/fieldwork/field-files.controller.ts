import { Controller, Req, Res } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Act } from '../audit/act';
import { asAttachment } from '../http/attachment';
import { Account, Acting, Address, Body, Params, Route } from '../http/route';
import { DOCUMENT, readUpload } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { FieldDownloadsService, type FieldFile } from './field-downloads.service';
import { FieldPhotosService } from './field-photos.service';
import { SlipScansService } from './slip-scans.service';

type NewPhoto = ParamsOf<typeof endpoints.storeFieldPhoto> & QueryOf<typeof endpoints.storeFieldPhoto>;

/** Photographs and scans. */
@Controller()
export class FieldFilesController {
  constructor(
    private readonly photos: FieldPhotosService,
    private readonly scans: SlipScansService,
    private readonly downloads: FieldDownloadsService,
  ) {}

  @Route(endpoints.storeFieldPhoto)
  async store(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Address(endpoints.storeFieldPhoto) asked: NewPhoto,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.storeFieldPhoto>> {
    return this.photos.store(act, account, asked, await readUpload(request, DOCUMENT));
  }

  @Route(endpoints.withdrawFieldPhoto)
  withdraw(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.withdrawFieldPhoto) params: ParamsOf<typeof endpoints.withdrawFieldPhoto>,
    @Body(endpoints.withdrawFieldPhoto) body: BodyOf<typeof endpoints.withdrawFieldPhoto>,
  ): Promise<ResponseOf<typeof endpoints.withdrawFieldPhoto>> {
    return this.photos.withdraw(act, account, params, body);
  }

  @Route(endpoints.downloadFieldPhoto)
  async photo(
    @Account() account: SignedIn,
    @Params(endpoints.downloadFieldPhoto) params: ParamsOf<typeof endpoints.downloadFieldPhoto>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return sent(await this.downloads.photo(account, params), reply);
  }

  @Route(endpoints.downloadFieldOriginal)
  async original(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.downloadFieldOriginal) params: ParamsOf<typeof endpoints.downloadFieldOriginal>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return sent(await this.downloads.original(act, account, params), reply);
  }

  @Route(endpoints.storeSlipScan)
  async storeScan(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.storeSlipScan) params: ParamsOf<typeof endpoints.storeSlipScan>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.storeSlipScan>> {
    return this.scans.store(act, account, params, await readUpload(request, DOCUMENT));
  }

  @Route(endpoints.withdrawSlipScan)
  withdrawScan(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.withdrawSlipScan) params: ParamsOf<typeof endpoints.withdrawSlipScan>,
    @Body(endpoints.withdrawSlipScan) { reason }: BodyOf<typeof endpoints.withdrawSlipScan>,
  ): Promise<ResponseOf<typeof endpoints.withdrawSlipScan>> {
    return this.scans.withdraw(act, account, params, reason);
  }

  @Route(endpoints.downloadSlipScan)
  async scan(
    @Account() account: SignedIn,
    @Params(endpoints.downloadSlipScan) params: ParamsOf<typeof endpoints.downloadSlipScan>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return sent(await this.downloads.scan(account, params), reply);
  }
}

function sent({ name, mediaType, bytes }: FieldFile, reply: FastifyReply): Readable {
  asAttachment(reply, name);
  void reply.type(mediaType).header('cache-control', 'no-store');
  return Readable.from([bytes]);
}
