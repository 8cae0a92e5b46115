import { Controller, Req } from '@nestjs/common';
import type { ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyRequest } from 'fastify';
import { Account, Acting, Params, Query, Route } from '../http/route';
import type { Act } from '../audit/act';
import { readUpload, TEXT } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { PublicationsService } from './publications.service';

@Controller()
export class PublicationsController {
  constructor(private readonly publications: PublicationsService) {}

  @Route(endpoints.listPublications)
  list(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.listPublications>> {
    return this.publications.list(account);
  }

  @Route(endpoints.readPublication)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readPublication) { year }: ParamsOf<typeof endpoints.readPublication>,
  ): Promise<ResponseOf<typeof endpoints.readPublication>> {
    return this.publications.read(account, Number(year));
  }

  @Route(endpoints.previewPublication)
  async preview(
    @Account() account: SignedIn,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.previewPublication>> {
    return this.publications.preview(account, await readUpload(request, TEXT));
  }

  @Route(endpoints.loadPublication)
  async load(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Query(endpoints.loadPublication) { sha256 }: QueryOf<typeof endpoints.loadPublication>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.loadPublication>> {
    return this.publications.load(act, account, await readUpload(request, TEXT), sha256);
  }
}
